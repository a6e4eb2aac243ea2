"""What the catalogue tells, as one text to compare by: values that tell the same have equal texts, in every edition."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from kiosk.catalogue.text import OFFICE_LANGUAGES, Text


def told_by(value: object) -> str:
    """Any value of a `Catalogue`, or several, as JSON. Of a text, only the wordings in office languages count."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    """`value` as JSON takes it; a field at its default is left out, so that a field added later changes nothing."""
    if isinstance(value, Text):
        return {language: value.wordings[language] for language in OFFICE_LANGUAGES if language in value.wordings}
    if is_dataclass(value) and not isinstance(value, type):
        told = ((part.name, getattr(value, part.name), part.default) for part in fields(value))
        return {name: _plain(own) for name, own, usual in told if usual is MISSING or own != usual}
    match value:
        case Enum():
            return str(value.value)
        case date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case frozenset():
            return sorted(str(part) for part in value)
        case Mapping():
            return {str(key): _plain(part) for key, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case _:
            return value
