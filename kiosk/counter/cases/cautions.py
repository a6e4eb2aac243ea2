"""What a short note should not hold: numbers that lead to a person, addresses of mail, the person's own name."""

import re
import unicodedata
from enum import StrEnum


class Caution(StrEnum):
    """What something in a text looks like."""

    SIN = "sin"
    HEALTH_CARD = "health_card"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


# Digits as people group them; a date (2026-03-12), an hour or an amount is shorter or has other signs between.
_DIGITS = re.compile(r"(?<![\d.,$])\+?\(?\d(?:[\s.()/‑–-]{0,2}\d)*(?![\d$])")
_DATE = re.compile(r"\b(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}\b|\b\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d\b")
_EMAIL = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\(à\)|＠)\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_LOCAL_NUMBER = 7
_SIN_DIGITS = 9
_FULL_NUMBER = 10
_SHORTEST_NAME = 3


def cautions(text: str, first_name: str = "") -> tuple[Caution, ...]:
    """What `text` seems to hold, each once, in the order of `Caution`.

    A warning and never a refusal: a social insurance number is told by its check digit, a telephone number only by
    its length. Numbers that anybody may call (211, 811, 1-800) are no caution.
    """
    folded = unicodedata.normalize("NFKC", text)
    found = {_kind(match.group()) for match in _DIGITS.finditer(_DATE.sub(" ", folded))}
    if _EMAIL.search(folded):
        found.add(Caution.EMAIL)
    if len(first_name.strip()) >= _SHORTEST_NAME and _names(folded, first_name):
        found.add(Caution.NAME)
    return tuple(caution for caution in Caution if caution in found)


def _kind(grouped: str) -> Caution | None:
    digits = "".join(str(unicodedata.digit(c)) for c in grouped if c.isdigit())
    if len(digits) == _SIN_DIGITS and _luhn(digits):
        return Caution.SIN
    full = digits.removeprefix("1") if len(digits) == _FULL_NUMBER + 1 else digits
    if len(full) == _FULL_NUMBER:
        if full[0] == "8" and full[1] == full[2]:  # toll-free: 800, 888, 877 ...
            return None
        return Caution.PHONE if full[0] not in "01" else Caution.HEALTH_CARD
    return Caution.PHONE if len(digits) >= _SHORTEST_LOCAL_NUMBER else None


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def _names(text: str, first_name: str) -> bool:
    names = {_plain(name) for name in (first_name, *_WORDS.findall(first_name)) if len(name) >= _SHORTEST_NAME}
    return any(_plain(word) in names for word in _WORDS.findall(text))


def _plain(word: str) -> str:
    """Without accents or capitals: Zoe is Zoé."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
