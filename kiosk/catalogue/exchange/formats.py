"""Whether one untrusted value is written as HSDS asks, and whether its letters are what somebody wrote."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from urllib.parse import urlsplit
from uuid import UUID

from kiosk.catalogue.exchange.shapes import Form

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_CODES: Mapping[tuple[str, str], re.Pattern[str]] = {
    ("address", "country"): re.compile(r"[A-Z]{2}", re.ASCII),
    ("cost_option", "currency"): re.compile(r"[A-Za-z]{3}", re.ASCII),
    ("language", "code"): _LANGUAGE,
    ("meta_table_description", "language"): _LANGUAGE,
    ("taxonomy_term", "language"): _LANGUAGE,
}
"""How the codes of ISO 3166, 4217 and 639 look, by table and column."""
_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_ENCODINGS = ("cp1252", "latin-1", "cp437", "cp850", "mac_roman")
_MARKS_LEFT_IN = re.compile(r"\ufffd|\\[nrt]|&amp;(?:[a-z]+|#\d+);|GÇ[^\x00-\x7f]")


def is_written_as(form: Form, untrusted: str) -> bool:
    """Tell whether a value, which is not empty, has this form."""
    try:
        match form:
            case Form.TEXT:
                return True
            case Form.UUID:
                return bool(_UUID.fullmatch(untrusted) and UUID(untrusted))
            case Form.NUMBER:
                return bool(_NUMBER.fullmatch(untrusted))
            case Form.DATE:
                return bool(_DAY.fullmatch(untrusted) and date.fromisoformat(untrusted))
            case Form.TIME:
                return bool(_TIME.fullmatch(untrusted)) and time.fromisoformat(untrusted) is not None
            case Form.MOMENT:
                return "T" in untrusted and bool(datetime.fromisoformat(untrusted))
            case Form.ADDRESS:
                return _is_address(untrusted)
            case Form.EMAIL:
                return bool(_EMAIL.fullmatch(untrusted))
    except ValueError:
        return False


def is_code(table: str, column: str, untrusted: str) -> bool:
    """Tell whether a value looks like a code of its standard; True where the column holds none."""
    pattern = _CODES.get((table, column))
    return pattern is None or bool(pattern.fullmatch(untrusted))


def is_garbled(untrusted: str) -> bool:
    """Tell whether letters were read in another encoding than they were written in, or signs of escape left in."""
    return bool(_MARKS_LEFT_IN.search(untrusted)) or any(
        _was_utf_8(run[0], encoding) for run in _FOREIGN.finditer(untrusted) for encoding in _ENCODINGS
    )


def _was_utf_8(run: str, encoding: str) -> bool:
    """Tell whether the letters are UTF-8 read in `encoding`: what comes out is of our alphabet, which is no chance."""
    try:
        meant = run.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return all("\xa0" <= letter <= "\u024f" or "\u2010" <= letter <= "\u20bf" for letter in meant)


def _is_address(untrusted: str) -> bool:
    if any(character.isspace() or ord(character) < 32 for character in untrusted):
        return False
    parts = urlsplit(untrusted)
    return bool(parts.scheme and (parts.netloc or parts.scheme in {"mailto", "tel", "urn"}))
