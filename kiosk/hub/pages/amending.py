"""The words of a flag or the value of a correction as fields to fill in, and read back from what was typed."""

from collections.abc import Mapping
from datetime import date

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections import typed
from kiosk.counter.corrections.exchange import observed
from kiosk.counter.corrections.values import (
    AddressValue,
    ClosedValue,
    HoursValue,
    NoteValue,
    NumberValue,
    Saying,
    Subject,
    Value,
    WebValue,
)
from kiosk.hub.pages.blocks import Field
from kiosk.languages import Messages


def fields_of(messages: Messages, said: Saying | Value, form: Mapping[str, str]) -> tuple[Field, ...]:
    """What can be put in other words, filled with what was typed before, or else with what is said."""
    return tuple(
        Field(name, label, form="lines" if long else "text", value=form.get(name, now), language=language)
        for name, label, now, long, language in _parts(messages, said)
    )


def is_amended(messages: Messages, said: Saying | Value, form: Mapping[str, str]) -> bool:
    """Tell whether something else was typed than is said."""
    return any(_plain(form.get(name, now)) != _plain(now) for name, _, now, _, _ in _parts(messages, said))


def saying_of(before: Saying, form: Mapping[str, str]) -> Saying:
    """The words of a flag as they were typed; those of a language that nobody touched stay to the letter.

    Raises `kiosk.counter.corrections.typed.WordsRefusedError`.
    """
    new = typed.saying(form.get("en", ""), form.get("fr", ""))
    return Saying(
        before.en if _plain(before.en) == new.en else new.en, before.fr if _plain(before.fr) == new.fr else new.fr
    )


def value_of(catalogue: Catalogue, subject: Subject, before: Value, form: Mapping[str, str], today: date) -> Value:
    """The value of a correction as it was typed. Raises a `KioskError` for what cannot be."""

    def field(name: str) -> str:
        return form.get(name, "")

    match before:
        case NumberValue():
            return typed.number_value(field("number"), field("number_fr"))
        case HoursValue():
            return typed.hours_value(field("hours"), observed(catalogue, subject))
        case AddressValue():
            return typed.address_value(field("street"), field("city"), field("postal_code"))
        case WebValue():
            return typed.web_value(field("en"), field("fr"))
        case ClosedValue():
            return typed.closed_value(field("until"), today)
        case NoteValue(citizens=citizens):
            return typed.note_value(field("en"), field("fr"), citizens=citizens)


Part = tuple[str, str, str, bool, str]
"""A field's name, label, present words, whether it is long, and its language where that is fixed."""


def _parts(messages: Messages, said: Saying | Value) -> tuple[Part, ...]:
    gettext = messages.gettext
    match said:
        case Saying(en, fr) | NoteValue(en, fr):
            return ("en", gettext("In English"), en, True, "en"), ("fr", gettext("In French"), fr, True, "fr")
        case NumberValue(number, number_fr):
            return (
                ("number", gettext("Telephone number"), number, False, ""),
                ("number_fr", gettext("The number that answers in French, if another"), number_fr, False, ""),
            )
        case HoursValue(hours):
            return (("hours", gettext("Hours, such as Mo-Fr 08:30-16:30"), hours, False, ""),)
        case AddressValue(street, city, postal):
            return (
                ("street", gettext("Street"), street, False, ""),
                ("city", gettext("Town"), city, False, ""),
                ("postal_code", gettext("Postal code"), postal, False, ""),
            )
        case WebValue(en, fr):
            return (
                ("en", gettext("Page in English"), en, False, "en"),
                ("fr", gettext("Page in French"), fr, False, "fr"),
            )
        case ClosedValue(until):
            words = until.isoformat() if until else ""
            return (
                ("until", gettext("Closed up to and with the day (2026-12-31); empty: for good"), words, False, ""),
            )


def _plain(typed_words: str) -> str:
    """What a browser changes by itself, the ends of lines, is no other wording."""
    return " ".join(typed_words.split())
