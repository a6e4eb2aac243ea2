"""The urgent doors and numbers that show even with no catalogue at all, compiled into the program.

Each number is a verified one of the catalogue, under the name and with the words of its service there, and each door
has its name and icon there; a test holds them equal.
"""

from dataclasses import dataclass

from kiosk.catalogue.model import PhoneId, ServiceId
from kiosk.catalogue.text import Text, text


@dataclass(frozen=True, slots=True)
class Lifeline:
    """One number answered day and night; `by_text` when it can also be written to from a phone."""

    service: ServiceId
    phone: PhoneId
    number: str
    name: Text
    gives: Text
    by_text: bool


LIFELINES = (
    Lifeline(
        ServiceId("emergency-911"),
        PhoneId("911"),
        "911",
        text(
            "911 emergency",
            "Urgence 911",
            ar="911 للطوارئ",
            zh="911紧急求助",
            uk="911, екстрена допомога",
        ),
        text(
            "Police, fire or ambulance, day and night, in many languages.",
            "Police, pompiers ou ambulance, jour et nuit, avec des interprètes.",
            ar="شرطة أو إطفاء أو إسعاف، ليلًا ونهارًا، بلغات كثيرة.",
            zh="警察、消防或救护车，日夜服务，多种语言。",
            uk="Поліція, пожежники чи швидка, удень і вночі, багатьма мовами.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("suicide-crisis-988"),
        PhoneId("988"),
        "988",
        text(
            "9-8-8 Suicide Crisis Helpline",
            "9-8-8, Ligne d’aide en cas de crise de suicide",
            ar="9-8-8 خط أزمات الانتحار",
            zh="9-8-8自杀危机求助热线",
            uk="9-8-8, лінія допомоги в кризі",
        ),
        text(
            "Someone to talk to now. Call or text day and night, in English or French.",
            "Quelqu’un à qui parler maintenant. Appel ou texto jour et nuit, français ou anglais.",
            ar="شخص للحديث معه الآن. مكالمة أو رسالة نصية ليلًا ونهارًا، بالإنجليزية أو الفرنسية.",
            zh="现在就有人可以倾诉。日夜可打电话或发短信，英语或法语。",
            uk="Є з ким поговорити зараз. Дзвінок або повідомлення вдень і вночі, англійською чи французькою.",
        ),
        by_text=True,
    ),
    Lifeline(
        ServiceId("mh-crisis-line"),
        PhoneId("mhcrisis"),
        "1-888-429-8167",
        text(
            "Provincial Mental Health and Addictions Crisis Line",
            "Ligne provinciale de crise en santé mentale et dépendances",
            ar="خط المقاطعة لأزمات الصحة النفسية والإدمان",
            zh="省心理健康与成瘾危机热线",
            uk="Провінційна кризова лінія психічного здоров’я й залежностей",
        ),
        text(
            "Someone to talk to in a crisis, day and night, at any age.",
            "Quelqu’un à qui parler en cas de crise, jour et nuit, à tout âge.",
            ar="شخص للحديث معه عند الأزمة، ليلًا ونهارًا، لكل الأعمار.",
            zh="遇到危机时有人倾听，日夜服务，任何年龄。",
            uk="Є з ким поговорити в кризі, удень і вночі, у будь-якому віці.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("kids-help-phone"),
        PhoneId("kids"),
        "1-800-668-6868",
        text(
            "Kids Help Phone",
            "Jeunesse, J’écoute",
            ar="هاتف مساعدة الأطفال Kids Help Phone",
            zh="儿童求助热线Kids Help Phone",
            uk="Телефон допомоги дітям Kids Help Phone",
        ),
        text(
            "Call, text or chat, day and night, for any young person.",
            "Appel, texto ou clavardage, jour et nuit, pour les jeunes.",
            ar="مكالمة أو رسالة أو محادثة، ليلًا ونهارًا، لكل الصغار والشباب.",
            zh="打电话、发短信或网上聊天，日夜服务，面向所有年轻人。",
            uk="Дзвінок, повідомлення чи чат, удень і вночі, для будь-якої молодої людини.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("transition-houses"),
        PhoneId("thans"),
        "1-855-225-0220",
        text(
            "Transition houses (women and children)",
            "Maisons de transition (femmes et enfants)",
            ar="بيوت إيواء انتقالية (للنساء والأطفال)",
            zh="过渡之家（妇女和儿童）",
            uk="Кризові притулки (жінки й діти)",
        ),
        text(
            "A safe place to stay, a plan and support, across the province.",
            "Un endroit sûr, un plan et du soutien, partout dans la province.",
            ar="مكان آمن للإقامة، وخطة ودعم، في كل المقاطعة.",
            zh="全省各地：安全的住处、计划和支持。",
            uk="Безпечне місце, план і підтримка, по всій провінції.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("211-help"),
        PhoneId("211"),
        "211",
        text(
            "211, help to find a service",
            "211, aide pour trouver un service",
            ar="211، مساعدة في إيجاد خدمة",
            zh="211，帮助查找服务",
            uk="211, допомога знайти послугу",
        ),
        text(
            "Finds the service you need, day and night: shelter, food and more, in many languages.",
            "Trouve le service voulu, jour et nuit\N{NO-BREAK SPACE}: abri, nourriture et plus, en plusieurs langues.",
            ar="يجد الخدمة التي تحتاج إليها، ليلًا ونهارًا: مأوى وطعام وغيره، بلغات كثيرة.",
            zh="日夜帮您找到需要的服务：住处、食物等，多种语言。",
            uk="Знаходить потрібну послугу вдень і вночі: притулок, їжу та інше, багатьма мовами.",
        ),
        by_text=True,
    ),
    Lifeline(
        ServiceId("nurse-811"),
        PhoneId("811"),
        "811",
        text(
            "811 nurse line",
            "Ligne infirmière 811",
            ar="811 خط التمريض",
            zh="811护士热线",
            uk="811, лінія медсестри",
        ),
        text(
            "Health advice from a nurse, day and night. Also the list for a family doctor.",
            "Les conseils d’une infirmière, jour et nuit. Aussi la liste pour un médecin.",
            ar="نصائح صحية من ممرض أو ممرضة، ليلًا ونهارًا. وقائمة انتظار طبيب العائلة أيضًا.",
            zh="护士提供健康建议，日夜服务。也可登记等候家庭医生。",
            uk="Поради медсестри щодо здоров’я, удень і вночі. Також список очікування сімейного лікаря.",
        ),
        by_text=False,
    ),
)
"""In the order to show: life in danger first."""


FEELING_UNSAFE = "danger"
"""The urgent door that has a page of its own, which names no place."""


@dataclass(frozen=True, slots=True)
class Need:
    """One urgent door as it is without a catalogue: its id there, and which lifelines answer, best first."""

    door: str
    label: Text
    icon: str
    lifelines: tuple[ServiceId, ...]


NEEDS = (
    Need(
        FEELING_UNSAFE,
        text(
            "I feel unsafe",
            "Je ne me sens pas en sécurité",
            ar="لا أشعر بالأمان",
            zh="我感到不安全",
            uk="Мені небезпечно",
        ),
        "shield",
        (ServiceId("emergency-911"), ServiceId("transition-houses"), ServiceId("211-help")),
    ),
    Need(
        "food",
        text("Food today", "À manger aujourd’hui", ar="طعام اليوم", zh="今天需要食物", uk="Їжа на сьогодні"),
        "bread",
        (ServiceId("211-help"),),
    ),
    Need(
        "tonight",
        text(
            "A place tonight", "Un endroit pour ce soir", ar="مكان لهذه الليلة", zh="今晚的住处", uk="Місце на цю ніч"
        ),
        "bed",
        (ServiceId("211-help"),),
    ),
    Need(
        "someone-to-talk-to",
        text("Someone to talk to", "Parler à quelqu’un", ar="شخص للحديث معه", zh="找人倾诉", uk="Поговорити з кимось"),
        "message-circle",
        tuple(
            map(
                ServiceId,
                ("emergency-911", "suicide-crisis-988", "mh-crisis-line", "kids-help-phone", "nurse-811"),
            )
        ),
    ),
)
"""In the order to show, which is the catalogue's."""


@dataclass(frozen=True, slots=True)
class NeutralNumber:
    """One line of the small card: a number, and words that give nothing away to whoever finds the card."""

    phone: PhoneId
    number: str
    words: Text


NEUTRAL_NUMBERS = (
    NeutralNumber(PhoneId("211"), "211", text("Local services", "Services locaux")),
    NeutralNumber(PhoneId("811"), "811", text("Health advice", "Conseils de santé")),
    NeutralNumber(PhoneId("thans"), "1-855-225-0220", text("Support line", "Ligne de soutien")),
    NeutralNumber(PhoneId("kids"), "1-800-668-6868", text("Kids Help Phone", "Jeunesse, J’écoute")),
    NeutralNumber(PhoneId("ocanada"), "1-800-622-6232", text("1 800 O-Canada", "1 800 O-Canada")),
)
"""What stands on the small card: the number to leave by is one among others, in the middle."""
