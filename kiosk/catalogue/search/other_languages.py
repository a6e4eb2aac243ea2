"""Everyday words of Arabic, Chinese and Ukrainian, and the English words to look for in their place.

The catalogue is written in English and French. What somebody types in another script is read word by word: a word
that begins with one of these stems stands for its English. Words that nobody listed are left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

_ARABIC = """
food: طعام اكل غذاء وجب سلال سله جوع جائع جوعان
health card: صحيه
rent: ايجار اجار مستاجر مؤجر
birth certificate: ميلاد ولاد
family doctor: طبيب دكتور اطباء
free taxes: ضريب ضرائب
baby: طفل رضيع مولود حامل حمل
children: اطفال اولاد حضان
school: مدرس مدارس تسجيل
job: عمل وظيف شغل بطال
lost job: فصل سرح
money: مال فلوس نقود مساعدات
housing: سكن بيت منزل شق ماوي مسكن
shelter: ملجا ملاجئ مشرد
newcomer: مهاجر هجر لاجئ لجوء قادم
english class: انجليزي لغه
driver licence: قياد رخصه سياره
death: وفاه موت مات متوفي توفي جناز
marriage: زواج زفاف
divorce: طلاق انفصال
pension: تقاعد معاش مسن
disability: اعاق معاق
hospital: مستشف علاج مريض مرض
mental health: نفسي اكتئاب قلق
suicide: انتحار
violence: عنف خطر ضرب امان
police: شرط
legal help: محام قانون محكم
internet: انترنت
heating: تدفئ كهرباء
bank: بنك
passport: جواز سفر
permanent resident card: اقامه
citizenship: جنسيه
interpreter: مترجم ترجم
bus: حافل باص مواصلات
business: تجار شرك مشروع
identity card: هويه بطاقه
dentist: اسنان
"""
_UKRAINIAN = """
food: їж харч продукт голод обід
health card: медичн
rent: оренд квартплат
birth certificate: народж
family doctor: лікар доктор
free taxes: податк
baby: немовл малюк вагітн новонарод
children: дит садок
school: школ навчан
job: робот праця працю вакансі
lost job: звільн безробіт
money: грош гроші виплат допомог
housing: житл квартир будинок дім
shelter: притул безхат ночів
newcomer: біжен іммігр новоприб переселен
english class: англійськ мов курс
driver licence: водій прав авто машин
death: смерт помер похорон
marriage: шлюб весілл одруж
divorce: розлуч
pension: пенсі
disability: інвалід
hospital: лікарн хвор
mental health: психол психіч депрес тривог
suicide: самогуб суїцид
violence: насил небезп
police: поліц
legal help: юрист адвокат правов суд
internet: інтернет
heating: опален електр світло
bank: банк
passport: паспорт
permanent resident card: резидент
citizenship: громадян
interpreter: переклад
bus: автобус транспорт
business: бізнес підприєм
identity card: посвідчен документ
dentist: зуб стомат
"""
_CHINESE = """
food: 食物 食品 吃饭 饭 饿
health card: 健康卡 医保
rent: 房租 租金 租房
birth certificate: 出生证 出生
family doctor: 家庭医生 医生
free taxes: 报税 税
baby: 婴儿 宝宝 怀孕
children: 孩子 儿童 托儿 幼儿
school: 学校 上学 入学
job: 工作 找工
lost job: 失业 解雇
money: 钱 补助 福利
housing: 住房 房子 住处
shelter: 收容 无家可归
newcomer: 新移民 移民 难民
english class: 英语 英文
driver licence: 驾照 开车 汽车
death: 去世 死亡 过世 葬礼
marriage: 结婚
divorce: 离婚
pension: 养老金 退休
disability: 残疾 残障
hospital: 医院 看病
mental health: 心理 抑郁
suicide: 自杀
violence: 暴力 危险
police: 警察
legal help: 律师 法律
internet: 上网 网络
heating: 暖气 电费
bank: 银行
passport: 护照
permanent resident card: 枫叶卡 永久居民
citizenship: 入籍 公民
interpreter: 翻译 口译
bus: 公交 巴士
business: 生意 创业
identity card: 身份证 证件
dentist: 牙医 牙
"""

_FOREIGN = re.compile(r"[\u0400-\u052f\u0600-\u06ff\u3400-\u9fff]")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
_ARTICLES = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
_SHORTEST = 2


def in_english(text: str) -> str:
    """`text` with its Arabic, Chinese and Ukrainian words turned into English ones; other texts stay as they are."""
    if not _FOREIGN.search(text):
        return text
    found = (english for word in _WORD.findall(_folded(text)) for english in _english_of(word))
    return " ".join(dict.fromkeys(found))


def _english_of(word: str) -> Iterator[str]:
    if not _FOREIGN.search(word):
        yield word
        return
    if "\u3400" <= word[0] <= "\u9fff":
        # Chinese has no spaces: the longest words inside, from the left.
        while word:
            key = next((key for key in _BY_LENGTH if word.startswith(key)), "")
            if key:
                yield _ENGLISH[key]
            word = word[len(key) or 1 :]
        return
    bare = [word, *(word.removeprefix(article) for article in _ARTICLES if word.startswith(article))]
    stems = (bare_word[:length] for bare_word in bare for length in range(len(bare_word), _SHORTEST - 1, -1))
    if stem := next((stem for stem in stems if stem in _ENGLISH), ""):
        yield _ENGLISH[stem]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.replace("ة", "ه").replace("ى", "ي")


def _read(table: str) -> Iterator[tuple[str, str]]:
    for line in table.strip().splitlines():
        english, _, stems = line.partition(": ")
        yield from ((_folded(stem), english) for stem in stems.split())


_TABLES = (_ARABIC, _UKRAINIAN, _CHINESE)
_ENGLISH = MappingProxyType({stem: english for table in _TABLES for stem, english in _read(table)})
_BY_LENGTH = sorted(_ENGLISH, key=len, reverse=True)
