"""How a text is read out: telephone numbers in groups of digits, codes letter by letter, times and money as words.

A synthesiser would read 902-555-0199 as hundreds, $33 as "dollar thirty-three" and 16 h 30 as « seize ache trente ».
"""

import re
from collections.abc import Callable, Iterator

from kiosk.speech.utterance import Run

_LONG = 80
"""Characters; what is longer is made and said sentence by sentence, so that the first one is heard at once."""

_SENTENCE = re.compile(r"(?<=[.!?؟])\s+(?=[^\W\d_a-z])|(?<=[。！？])")
_STOP = re.compile(r"(?<=[.!?:؟…])\s+|(?<=[。！？])")
_LATIN = re.compile(r"[A-Za-z](?:[A-Za-zÀ-ÿ0-9 ,.'’&/-]*[A-Za-zÀ-ÿ0-9.])?")
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_INITIALS = "AE|ARC|EI|GIS|ID|ISANS|IWK|NAS|NE|OAS|YWCA"
"""Those that a synthesiser would read as a word and people say letter by letter."""

_ENGLISH_DAYS = {day[:3]: day for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
_FRENCH_DAYS = {day[:3]: day for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")}
_FRENCH_ORDINALS = (
    *("", "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième"),
)

_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def spell(code: str) -> str:
    """`code` character by character: a short stop after each, a longer one between groups; for any code or number."""
    groups = re.split(r"[\s-]+", code.strip())
    return " ".join(", ".join(group) + "." for group in groups if group)


def read_out(run: Run) -> str:
    """The words to give a synthesiser for `run`; a language without rules of its own gets those of all."""
    words = run.words
    for pattern, instead in (*_FIRST, *_OF_LANGUAGE.get(run.language, ()), *_LAST):
        words = pattern.sub(instead, words)
    return words.strip(" ,")


def pieces_of(run: Run) -> tuple[Run, ...]:
    """`run` in the pieces it is said in: sentence by sentence when it is long.

    In Chinese, what has Latin letters goes to the English voice: the Chinese one would read it as if it were pinyin.
    """
    sentences = _SENTENCE.split(run.words) if len(run.words) > _LONG else [run.words]
    runs = (Run(sentence.strip(), run.language) for sentence in sentences if sentence.strip())
    if run.language == "zh":
        return tuple(part for one in runs for part in _latin_apart(one))
    return tuple(runs)


def sentences_of(run: Run) -> tuple[Run, ...]:
    """Every sentence of `run` by itself, as far as its stops tell."""
    return tuple(Run(sentence, run.language) for sentence in _STOP.split(run.words) if sentence)


def _latin_apart(run: Run) -> Iterator[Run]:
    begins = 0
    for found in _LATIN.finditer(run.words):
        before = run.words[begins : found.start()].strip()
        if any(letter.isalnum() for letter in before):
            yield Run(before, run.language)
        yield Run(found[0], "en")
        begins = found.end()
    after = run.words[begins:].strip()
    if any(letter.isalnum() for letter in after):
        yield Run(after, run.language)


def _digits(found: re.Match[str]) -> str:
    """`9 0 2, 5 5 5, 0 1 9 9`: what was matched, digit by digit, a stop where there was anything else."""
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", found[0]))


def _apart(found: re.Match[str]) -> str:
    return " ".join(character for character in found[0] if character.isalnum())


def _spelled(found: re.Match[str]) -> str:
    return spell(found[0])


def _dollars(one: str, few: str, many: str) -> Callable[[re.Match[str]], str]:
    """Amounts in words: 1 takes `one`; 2 to 4 `few`, as Slavic languages have it, but not 12 to 14; others `many`."""

    def in_words(found: re.Match[str]) -> str:
        whole, cents = found["whole"].replace(",", ""), found["cents"]
        whole = re.sub(_SPACE, "", whole)
        last, teen = int(whole) % 10, int(whole) // 10 % 10 == 1
        unit = one if int(whole) == 1 else few if last in (2, 3, 4) and not teen else many
        return f"{whole} {unit}" + (f" {cents}" if cents and cents != "00" else "")

    return in_words


def _day(names: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{names[found['day']]} "


_BEFORE = re.compile(r"\$(?P<whole>\d+(?:,\d{3})*)(?:\.(?P<cents>\d\d))?(?!\d)")
_AFTER = re.compile(rf"(?P<whole>\d+(?:{_SPACE}\d{{3}})*)(?:[,.](?P<cents>\d\d))?{_SPACE}?\$")

_FIRST: tuple[_Rule, ...] = (
    (re.compile(r"(?<![\w$])(?:\+?1[ -])?(?:\(?\d{3}\)?[ -])?\d{3}-\d{4}(?![\w-])"), _digits),
    (re.compile(rf"(?<![\w$.,-])(?:[2-9]11|988|9-8-8)(?![\w%-]|[.,]\d|{_SPACE}?[$%])"), _apart),
    (re.compile(r"\bR-[2-9A-Z]{4}-[2-9A-Z]{3}\b"), _spelled),
    (re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"), _apart),
    (re.compile(r"\b[A-Z]{1,3}-?\d{2,4}\b"), _apart),
    (re.compile(rf"\b(?:{_INITIALS})\b"), _apart),
)
_LAST: tuple[_Rule, ...] = (
    (re.compile(rf"(?<=\d){_SPACE}(?=\d{{3}}(?!\d))"), ""),
    (re.compile(r"[·•●○▪■□☐☑✓✔✗→←↑↓➜★|*_#~^<>{}\[\]\\]+"), ", "),
    (re.compile(r"[«»“”\"()]"), " "),
    (re.compile(r"\s*,(?:\s*,)+|\s+,"), ","),
    (re.compile(r"\s+"), " "),
)
_OF_LANGUAGE: dict[str, tuple[_Rule, ...]] = {
    "en": (
        (_BEFORE, _dollars("dollar", "dollars", "dollars")),
        (re.compile(rf"\b(?P<day>{'|'.join(_ENGLISH_DAYS)})\.?{_SPACE}(?=\d)"), _day(_ENGLISH_DAYS)),
        (re.compile(rf"(?<=\d){_SPACE}?km\b"), " kilometres"),
        (re.compile(r"(?<=\d) ?– ?(?=\d)"), " to "),
    ),
    "fr": (
        (_AFTER, _dollars("dollar", "dollars", "dollars")),
        (re.compile(rf"\b(?P<day>{'|'.join(_FRENCH_DAYS)})\.{_SPACE}(?=\d)"), _day(_FRENCH_DAYS)),
        (re.compile(rf"\b([01]){_SPACE}h\b"), r"\1 heure"),
        (re.compile(rf"(?<=\d){_SPACE}h\b"), " heures"),
        (re.compile(r"\b1re\b"), "première"),
        (re.compile(r"\b([2-9])e\b"), lambda found: _FRENCH_ORDINALS[int(found[1])]),
        (re.compile(r"(?<=\d) ?– ?(?=\d)"), " à "),
    ),
    "ar": (
        (_BEFORE, _dollars("دولار", "دولار", "دولار")),
        (re.compile(rf"(?<=\d){_SPACE}ص\b"), " صباحًا"),
        (re.compile(rf"(?<=\d){_SPACE}م\b"), " مساءً"),
        (re.compile(r"(?<=\d)[%٪]"), " بالمئة"),
        (re.compile(r"(?<=\d) ?– ?(?=\d)"), " إلى "),
    ),
    "zh": (
        (_BEFORE, _dollars("元", "元", "元")),
        (re.compile(r"(\d{1,2}):00"), r"\1点"),
        (re.compile(r"(\d{1,2}):(\d\d)"), r"\1点\2分"),
        (re.compile(r"(\d+(?:\.\d+)?) ?%"), r"百分之\1"),
        (re.compile(r"(?<=\d) ?– ?(?=\d)"), "到"),
    ),
    "uk": (
        (_AFTER, _dollars("долар", "долари", "доларів")),
        (re.compile(rf"(?<=\d){_SPACE}?%"), " відсотків"),
        (re.compile(rf"(?<=\d){_SPACE}км\b"), " кілометрів"),
        (re.compile(r"(?<=\d) ?– ?(?=\d)"), " до "),
    ),
}
