"""The sentences that stand where something of the catalogue is being checked, in every language of the screen.

They are texts of the catalogue, for they lie over it; a test holds that each language has them all.
"""

from collections.abc import Mapping

from kiosk.catalogue.text import Text, text
from kiosk.counter.corrections.values import Field

MAY_BE_CLOSED = text(
    "This service may be closed. Ask staff before you go.",
    "Ce service est peut-être fermé. Demandez au personnel avant d’y aller.",
    ar="قد تكون هذه الخدمة مغلقة. اسأل الموظفين قبل أن تذهب.",
    zh="这项服务可能已关闭。去之前请先问工作人员。",
    uk="Ця служба, можливо, зачинена. Запитайте працівників, перш ніж іти.",
)
PLACE_MAY_BE_CLOSED = text(
    "This place may be closed. Phone first, or ask staff.",
    "Ce lieu est peut-être fermé. Téléphonez d’abord, ou demandez au personnel.",
    ar="قد يكون هذا المكان مغلقًا. اتصل أولًا أو اسأل الموظفين.",
    zh="这个地点可能已关闭。请先打电话，或问工作人员。",
    uk="Це місце, можливо, зачинене. Спершу зателефонуйте або запитайте працівників.",
)
CLOSED = text(
    "This service has closed. Ask staff what to do instead.",
    "Ce service est fermé. Demandez au personnel quoi faire à la place.",
    ar="أُغلقت هذه الخدمة. اسأل الموظفين ماذا تفعل بدلًا منها.",
    zh="这项服务已关闭。请问工作人员该怎么办。",
    uk="Ця служба зачинилася. Запитайте працівників, що робити натомість.",
)
PLACE_CLOSED = text(
    "This place has closed. Ask staff where to go.",
    "Ce lieu est fermé. Demandez au personnel où aller.",
    ar="أُغلق هذا المكان. اسأل الموظفين أين تذهب.",
    zh="这个地点已关闭。请问工作人员该去哪里。",
    uk="Це місце зачинилося. Запитайте працівників, куди йти.",
)
CLOSED_FOR_NOW = text(
    "closed for now",
    "fermé pour le moment",
    ar="مغلق مؤقتًا",
    zh="暂时关闭",
    uk="тимчасово зачинено",
)
"""The reason of a closed day, to stand after it in brackets."""

SERVICE_CLOSED_FOR_NOW = text(
    "This service is closed for now. Ask staff when it opens again.",
    "Ce service est fermé pour le moment. Demandez au personnel quand il rouvrira.",
    ar="هذه الخدمة مغلقة مؤقتًا. اسأل الموظفين متى تفتح من جديد.",
    zh="这项服务暂时关闭。请问工作人员何时重新开放。",
    uk="Ця служба тимчасово зачинена. Запитайте працівників, коли вона відкриється.",
)

BEING_CHECKED: Mapping[Field, Text] = {
    Field.HOURS: text(
        "The hours are being checked. Phone first, or ask staff.",
        "Les heures sont en vérification. Téléphonez d’abord, ou demandez au personnel.",
        ar="يجري التحقق من المواعيد. اتصل أولًا أو اسأل الموظفين.",
        zh="正在核实开放时间。请先打电话，或问工作人员。",
        uk="Години роботи перевіряються. Спершу зателефонуйте або запитайте працівників.",
    ),
    Field.PHONE: text(
        "The phone number is being checked. Call 211 or ask staff for it.",
        "Le numéro de téléphone est en vérification. Appelez le 211 ou demandez-le au personnel.",
        ar="يجري التحقق من رقم الهاتف. اتصل بـ 211 أو اطلبه من الموظفين.",
        zh="正在核实电话号码。请拨打211或问工作人员。",
        uk="Номер телефону перевіряється. Зателефонуйте 211 або запитайте працівників.",
    ),
    Field.ADDRESS: text(
        "The address is being checked. Phone first, or ask staff where to go.",
        "L’adresse est en vérification. Téléphonez d’abord, ou demandez au personnel où aller.",
        ar="يجري التحقق من العنوان. اتصل أولًا أو اسأل الموظفين أين تذهب.",
        zh="正在核实地址。请先打电话，或问工作人员该去哪里。",
        uk="Адреса перевіряється. Спершу зателефонуйте або запитайте працівників, куди йти.",
    ),
    Field.DOCUMENTS: text(
        "The list of papers is being checked. Ask what to bring.",
        "La liste des papiers est en vérification. Demandez quoi apporter.",
        ar="يجري التحقق من قائمة الأوراق. اسأل ماذا تُحضر.",
        zh="正在核实所需文件。请问清楚要带什么。",
        uk="Перелік документів перевіряється. Запитайте, що взяти з собою.",
    ),
    Field.ELIGIBILITY: text(
        "Who can have it is being checked. Ask, even if you are not sure.",
        "On vérifie à qui ce service s’adresse. Demandez, même si vous n’êtes pas sûr.",
        ar="يجري التحقق ممن تحق له هذه الخدمة. اسأل حتى إن لم تكن متأكدًا.",
        zh="正在核实哪些人可以使用。即使不确定也请询问。",
        uk="Перевіряється, хто має право. Запитайте, навіть якщо не певні.",
    ),
    Field.CLOSED: MAY_BE_CLOSED,
    Field.TRANSLATION: text(
        "These words are being checked. Ask staff if something is not clear.",
        "Ce texte est en vérification. Demandez au personnel si quelque chose n’est pas clair.",
        ar="يجري التحقق من هذه الكلمات. اسأل الموظفين إن كان شيء غير واضح.",
        zh="正在核实这段文字。如有不清楚，请问工作人员。",
        uk="Ці слова перевіряються. Запитайте працівників, якщо щось незрозуміло.",
    ),
    Field.FEE: text(
        "The cost is being checked. Ask before you pay.",
        "Le coût est en vérification. Demandez avant de payer.",
        ar="يجري التحقق من التكلفة. اسأل قبل أن تدفع.",
        zh="正在核实费用。付款前请先询问。",
        uk="Вартість перевіряється. Запитайте, перш ніж платити.",
    ),
    Field.WEB: text(
        "The web address is being checked. Ask staff for it.",
        "L’adresse du site Web est en vérification. Demandez-la au personnel.",
        ar="يجري التحقق من عنوان الموقع. اطلبه من الموظفين.",
        zh="正在核实网址。请问工作人员。",
        uk="Адреса сайту перевіряється. Запитайте працівників.",
    ),
    Field.OTHER: text(
        "Something here is being checked. Ask staff.",
        "Un point est en vérification ici. Demandez au personnel.",
        ar="يجري التحقق من شيء هنا. اسأل الموظفين.",
        zh="此处有内容正在核实。请问工作人员。",
        uk="Дещо тут перевіряється. Запитайте працівників.",
    ),
}
"""What a citizen reads while an urgent flag is open."""
