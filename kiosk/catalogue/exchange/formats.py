"""Whether one untrusted value is written as HSDS asks."""

import re
from datetime import date, datetime, time
from urllib.parse import urlsplit
from uuid import UUID

from kiosk.catalogue.exchange.shapes import Form

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")


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


def _is_address(untrusted: str) -> bool:
    if any(character.isspace() or ord(character) < 32 for character in untrusted):
        return False
    parts = urlsplit(untrusted)
    return bool(parts.scheme and (parts.netloc or parts.scheme in {"mailto", "tel", "urn"}))
