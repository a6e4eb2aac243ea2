"""What somebody typed into a flag or a correction, read into values; what cannot be is refused with a reason each."""

import re
from datetime import date, timedelta

from kiosk.catalogue.hours import HoursError, Jurisdiction, read_schedule
from kiosk.counter.corrections.values import (
    LONGEST_SAYING,
    AddressValue,
    ClosedValue,
    HoursValue,
    NoteValue,
    NumberValue,
    Saying,
    WebValue,
)
from kiosk.errors import KioskError

_FURTHEST = timedelta(days=730)
_LONGEST_LINE = 100
_LONGEST_PAGE = 300
_NUMBER = re.compile(r"(1-)?[2-9]\d{2}-[2-9]\d{2}-\d{4}|\d{3}")
_PAGE = re.compile(r"https?://[A-Za-z0-9À-ÿ-]+(\.[A-Za-z0-9À-ÿ-]+)+(:\d+)?([/?#]|$)")
_POSTAL_CODE = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d")
_FRENCH_DAYS = {"lu": "Mo", "ma": "Tu", "me": "We", "je": "Th", "ve": "Fr", "sa": "Sa", "di": "Su", "jf": "PH"}
_FRENCH_HOUR = re.compile(r"(\d{1,2})\s*h\s*(\d{2})?(?!\d)")
_WHOLE_PHRASES = {"sur rendez-vous": "by appointment", "inconnu": "unknown", "24 h": "24/7"}
_DASHES = str.maketrans("–—−\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "---  ")


class NumberRefusedError(KioskError):
    """What was typed is no telephone number of this country."""

    code = "correction_number"


class AddressRefusedError(KioskError):
    """What was typed is no street and town, or its postal code is none."""

    code = "correction_address"


class PageRefusedError(KioskError):
    """What was typed is no address of a page."""

    code = "correction_page"


class DayRefusedError(KioskError):
    """What was typed is no day from today on, or one too far away."""

    code = "correction_day"


class WordsRefusedError(KioskError):
    """There are no words, or too many, or what citizens read is not in both languages."""

    code = "correction_words"


def number_value(untrusted: str, untrusted_fr: str = "") -> NumberValue:
    """A telephone number and its French twin, written as the catalogue does. Raises `NumberRefusedError`."""
    number, number_fr = _number(untrusted), _number(untrusted_fr) if untrusted_fr.strip() else ""
    return NumberValue(number, "" if number_fr == number else number_fr)


def hours_value(untrusted: str, observes: Jurisdiction = Jurisdiction.NONE) -> HoursValue:
    """Hours in the notation of the catalogue, in English or French: `Mo-Fr 08:30-16:30`, `lu-ve 8 h 30-16 h 30`.

    Raises:
        HoursError: they cannot be understood, or speak of holidays where nobody knows whose are kept.
    """
    text = " ".join(untrusted.translate(_DASHES).split())
    text = _WHOLE_PHRASES.get(text.lower(), text)
    text = _FRENCH_HOUR.sub(lambda found: f"{int(found[1]):02}:{found[2] or '00'}", text)
    text = re.sub(r"[^\W\d_]{2,}", lambda word: _day_word(word[0]), text)
    if not text:
        raise HoursError("no hours were typed")
    read_schedule(text, observes)
    return HoursValue(text)


def address_value(untrusted_street: str, untrusted_city: str, untrusted_postal_code: str = "") -> AddressValue:
    """A street and a town. Raises `AddressRefusedError`."""
    street, city = _line(untrusted_street), _line(untrusted_city)
    if not street or not city or max(len(street), len(city)) > _LONGEST_LINE:
        raise AddressRefusedError("write the street and the town")
    postal = re.sub(r"\W", "", untrusted_postal_code).upper()
    postal = f"{postal[:3]} {postal[3:]}" if postal else ""
    if postal and not _POSTAL_CODE.fullmatch(postal):
        raise AddressRefusedError(f"{untrusted_postal_code!r} is no postal code such as B3K 3C1")
    return AddressValue(street, city, postal)


def web_value(untrusted_en: str, untrusted_fr: str = "") -> WebValue:
    """A page in each office language; the same one where only one is typed. Raises `PageRefusedError`."""
    en, fr = (_page(text) if text.strip() else "" for text in (untrusted_en, untrusted_fr))
    if not en and not fr:
        raise PageRefusedError("no page was typed")
    return WebValue(en or fr, fr or en)


def closed_value(untrusted_until: str, today: date) -> ClosedValue:
    """Closed up to an ISO day, or for good when nothing is typed. Raises `DayRefusedError`."""
    if not untrusted_until.strip():
        return ClosedValue()
    try:
        until = date.fromisoformat(untrusted_until.strip())
    except ValueError as error:
        raise DayRefusedError(f"{untrusted_until!r} is no day such as {today.isoformat()}") from error
    if not today <= until <= today + _FURTHEST:
        raise DayRefusedError(f"{until} is past, or more than two years away")
    return ClosedValue(until)


def note_value(untrusted_en: str, untrusted_fr: str, *, citizens: bool) -> NoteValue:
    """A note; one that citizens read is in both languages. Raises `WordsRefusedError`."""
    en, fr = _words(untrusted_en), _words(untrusted_fr)
    if not (en and fr) and (citizens or not (en or fr)):
        raise WordsRefusedError("write the note in English and in French" if citizens else "write the note")
    return NoteValue(en or fr, fr or en, citizens)


def saying(untrusted_en: str, untrusted_fr: str = "") -> Saying:
    """What the catalogue should say, in one language or both; it may be empty. Raises `WordsRefusedError`."""
    return Saying(_words(untrusted_en), _words(untrusted_fr))


def _number(untrusted: str) -> str:
    digits = "".join(letter for letter in untrusted if letter.isdecimal() and letter.isascii())
    odd = re.sub(r"[\d\s().+\-–‑]", "", untrusted)
    if len(digits) == 11 and digits[0] == "1":
        number = f"1-{digits[1:4]}-{digits[4:7]}-{digits[7:]}"
    elif len(digits) == 10:
        number = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    else:
        number = digits
    if odd or not _NUMBER.fullmatch(number):
        raise NumberRefusedError(f"{untrusted.strip()!r} is no telephone number such as 902-555-0143 or 211")
    return number


def _day_word(word: str) -> str:
    """A word of the notation: a French day as the catalogue writes it, `fermé` as `off`."""
    lower = word.lower()
    if lower in ("fermé", "fermée", "closed"):
        return "off"
    return _FRENCH_DAYS.get(lower, word.capitalize() if len(word) == 2 and lower != "ph" else word)


def _page(untrusted: str) -> str:
    page = untrusted.strip()
    if "://" not in page:
        page = f"https://{page}"
    bad = any(letter.isspace() or not letter.isprintable() for letter in page) or len(page) > _LONGEST_PAGE
    if bad or not _PAGE.match(page):
        raise PageRefusedError(f"{untrusted.strip()!r} is no page such as https://novascotia.ca/health")
    return page


def _line(untrusted: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in untrusted).split())


def _words(untrusted: str) -> str:
    words = _line(untrusted)
    if len(words) > LONGEST_SAYING:
        raise WordsRefusedError(f"these are {len(words)} letters, and {LONGEST_SAYING} fit")
    return words
