"""How supervisors and editors see what is said against the catalogue: each in a line, one of them in full."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter.corrections import wording
from kiosk.counter.corrections.citizens import CitizenFlags, citizen_flags
from kiosk.counter.corrections.facts import base_of
from kiosk.counter.corrections.keeping import lying_corrections, open_flags
from kiosk.counter.corrections.standing import Standing, standing_of, standing_of_flag
from kiosk.counter.corrections.values import (
    NO_WORDS,
    About,
    Correction,
    Field,
    Flag,
    FlagId,
    FlagState,
    NoteValue,
    Saying,
    Subject,
)
from kiosk.counter.staff import people
from kiosk.languages import Messages
from kiosk.languages.formats import beside


class SaidKind(StrEnum):
    """Who says something against the catalogue, and how."""

    FLAG = "flag"
    CITIZENS = "citizens"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One line of the list: `mark` says what wants a look, `tone` how soon. `key` names it, whatever its place."""

    key: str
    name: str
    detail: str
    mark: str
    tone: str
    symbol: str


@dataclass(frozen=True, slots=True)
class ShownSaid:
    """One of them in full. `hides` says what citizens do not see while it stands; `look` that the catalogue changed."""

    key: str = ""
    kind: str = ""
    name: str = ""
    what: str = ""
    says: str = ""
    stands: str = ""
    by: str = ""
    state: str = ""
    tone: str = "calm"
    hides: str = ""
    look: str = ""
    waits: bool = False
    correctable: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said against the catalogue now."""

    flags: tuple[Flag, ...]
    citizens: tuple[CitizenFlags, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """To whom it is told, of which catalogue, and when. `names` are those of whoever works or worked here."""

    messages: Messages
    catalogue: Catalogue
    names: dict[str, str]
    now: datetime
    zone: ZoneInfo


def read_said(state: sqlite3.Connection) -> Said:
    """What is open or lies over the catalogue. Raises a `StateError`."""
    return Said(open_flags(state), citizen_flags(state), lying_corrections(state))


def names_in(state: sqlite3.Connection) -> dict[str, str]:
    """The names of everybody who works or worked here, by id."""
    return {staff.id: staff.name for staff in people.everybody(state)}


def lines(telling: Telling, said: Said) -> tuple[SaidLine, ...]:
    """What waits first: urgent flags, then overdue ones, others, what citizens found, what lies over the catalogue."""
    return tuple(_lines(telling, said))


def shown(telling: Telling, said: Said, key: str) -> ShownSaid:
    """One of them in full; nothing where it is not there any more."""
    for flag in said.flags:
        if key == _key(SaidKind.FLAG, flag.id):
            return _flag_shown(telling, flag)
    for found in said.citizens:
        if key == _key(SaidKind.CITIZENS, found.service or ""):
            return _citizens_shown(telling, found)
    for correction in said.corrections:
        if key == _key(SaidKind.CORRECTION, correction.id):
            return _correction_shown(telling, correction)
    return ShownSaid()


def of_key(said: Said, key: str) -> Flag | CitizenFlags | Correction | None:
    """What the key names."""
    named: dict[str, Flag | CitizenFlags | Correction] = {
        **{_key(SaidKind.FLAG, flag.id): flag for flag in said.flags},
        **{_key(SaidKind.CITIZENS, found.service or ""): found for found in said.citizens},
        **{_key(SaidKind.CORRECTION, one.id): one for one in said.corrections},
    }
    return named.get(key)


def to_correct(said: Flag | Correction) -> tuple[ServiceId | None, Field, Subject, FlagId | None, Saying]:
    """Where to put it right: on which service's page, what of it, which flag that answers, and what that says."""
    subject = said.subject
    if isinstance(said, Flag):
        return subject.shown_on, said.field, subject, said.id, said.says
    return subject.shown_on, said.field, subject, said.flag, NO_WORDS


def _lines(telling: Telling, said: Said) -> Iterator[SaidLine]:
    now = telling.now

    def _how_soon(flag: Flag) -> tuple[bool, bool, bool, datetime]:
        return flag.state is not FlagState.WAITING, not flag.urgent, not flag.is_overdue(now), flag.at

    for flag in sorted(said.flags, key=_how_soon):
        yield _flag_line(telling, flag)
    for found in said.citizens:
        yield _citizens_line(telling, found)
    for correction in sorted(said.corrections, key=lambda one: isinstance(one.value, NoteValue)):
        yield _correction_line(telling, correction)


def _flag_line(telling: Telling, flag: Flag) -> SaidLine:
    messages = telling.messages
    mark, tone = "", "calm"
    if standing_of_flag(telling.catalogue, flag) is not Standing.IN_FORCE:
        mark, tone = messages.gettext("Look again"), "warn"
    elif flag.is_overdue(telling.now):
        mark, tone = messages.gettext("Overdue"), "warn"
    hidden = messages.gettext("hidden from citizens") if flag.urgent and mark else ""
    if flag.urgent and not mark:
        mark, tone = messages.gettext("Hidden from citizens"), "warn"
    return SaidLine(
        _key(SaidKind.FLAG, flag.id),
        _title(telling, flag.subject),
        beside(messages, (wording.field_name(messages, flag.field), hidden, _ago(telling, flag.at))),
        mark,
        tone,
        "flag-3" if flag.state is FlagState.WAITING else "circle-check",
    )


def _citizens_line(telling: Telling, found: CitizenFlags) -> SaidLine:
    messages, today = telling.messages, telling.now.astimezone(telling.zone).date()
    return SaidLine(
        _key(SaidKind.CITIZENS, found.service or ""),
        _service_name(telling, found.service),
        beside(messages, (_by_citizens(messages, found), wording.age_words(messages, found.last, today))),
        "",
        "calm",
        "users",
    )


def _correction_line(telling: Telling, correction: Correction) -> SaidLine:
    messages = telling.messages
    standing = standing_of(telling.catalogue, correction, telling.now.astimezone(telling.zone).date())
    again = standing in (Standing.LOOK_AGAIN, Standing.GONE)
    kind = wording.kind_name(messages, correction)
    return SaidLine(
        _key(SaidKind.CORRECTION, correction.id),
        _title(telling, correction.subject),
        beside(messages, (kind, messages.gettext("corrected here"), _ago(telling, correction.at)))
        if not isinstance(correction.value, NoteValue)
        else beside(messages, (kind, _ago(telling, correction.at))),
        messages.gettext("Look again") if again else "",
        "warn" if again else "calm",
        "note" if isinstance(correction.value, NoteValue) else "edit",
    )


def _flag_shown(telling: Telling, flag: Flag) -> ShownSaid:
    messages = telling.messages
    standing = standing_of_flag(telling.catalogue, flag)
    return ShownSaid(
        key=_key(SaidKind.FLAG, flag.id),
        kind=SaidKind.FLAG,
        name=_title(telling, flag.subject),
        what=_what(telling, flag),
        says=wording.says_words(messages, flag),
        stands=_stands(telling, flag),
        by=_by(telling, flag),
        state=wording.state_words(messages, flag, telling.now, telling.zone),
        tone="warn" if flag.is_overdue(telling.now) else "good" if flag.state is FlagState.ACCEPTED else "calm",
        hides=wording.hidden(messages, flag.subject, flag.field) if flag.urgent else "",
        look=wording.standing_words(messages, standing),
        waits=flag.state is FlagState.WAITING,
        correctable=standing is not Standing.GONE and flag.subject.shown_on is not None,
    )


def _citizens_shown(telling: Telling, found: CitizenFlags) -> ShownSaid:
    messages, today = telling.messages, telling.now.astimezone(telling.zone).date()
    told = messages.gettext("They are not asked what is wrong: look at the hours, the number and the address first.")
    return ShownSaid(
        key=_key(SaidKind.CITIZENS, found.service or ""),
        kind=SaidKind.CITIZENS,
        name=_service_name(telling, found.service),
        what=_by_citizens(messages, found),
        says=told if found.service else "",
        by=messages.gettext("Last one {when}").format(when=wording.age_words(messages, found.last, today)),
        waits=True,
    )


def _correction_shown(telling: Telling, correction: Correction) -> ShownSaid:
    messages, today = telling.messages, telling.now.astimezone(telling.zone).date()
    standing = standing_of(telling.catalogue, correction, today)
    note = isinstance(correction.value, NoteValue)
    return ShownSaid(
        key=_key(SaidKind.CORRECTION, correction.id),
        kind=SaidKind.CORRECTION,
        name=_title(telling, correction.subject),
        what=_what(telling, correction),
        says=wording.value_words(messages, correction.value, today, telling.zone),
        stands="" if note else _stands(telling, correction),
        by=_by(telling, correction),
        state=messages.gettext("Lies over the catalogue") if not note else "",
        tone="good",
        look=wording.standing_words(messages, standing),
        correctable=not note and standing is not Standing.GONE and correction.subject.shown_on is not None,
    )


def _title(telling: Telling, subject: Subject) -> str:
    """The service whose page tells of it, or else the entry itself."""
    service = telling.catalogue.services.get(subject.shown_on or ServiceId(""))
    if service is not None:
        return service.name.to(telling.messages.language)
    return wording.entry_name(telling.messages, telling.catalogue, subject)


def _what(telling: Telling, said: Flag | Correction) -> str:
    """What of it, and of which number or place."""
    kind = wording.kind_name(telling.messages, said)
    if said.subject.about is About.SERVICE:
        return kind
    return beside(telling.messages, (kind, wording.entry_name(telling.messages, telling.catalogue, said.subject)))


def _stands(telling: Telling, said: Flag | Correction) -> str:
    """What the catalogue says now, where it still has the entry."""
    if not base_of(telling.catalogue, said.subject, said.field):
        return ""
    today = telling.now.astimezone(telling.zone).date()
    return wording.stands(telling.messages, telling.catalogue, said.subject, said.field, today, telling.zone)


def _by(telling: Telling, said: Flag | Correction) -> str:
    name = telling.names.get(said.who, said.who) or telling.messages.gettext("whoever keeps the machine")
    return beside(telling.messages, (name, _ago(telling, said.at)))


def _ago(telling: Telling, moment: datetime) -> str:
    today = telling.now.astimezone(telling.zone).date()
    return wording.age_words(telling.messages, moment.astimezone(telling.zone).date(), today)


def _service_name(telling: Telling, service: ServiceId | None) -> str:
    known = telling.catalogue.services.get(service) if service else None
    if known is not None:
        return known.name.to(telling.messages.language)
    return service or telling.messages.gettext("A topic that is not kept")


def _by_citizens(messages: Messages, found: CitizenFlags) -> str:
    return messages.ngettext(
        "{count} citizen found something wrong", "{count} citizens found something wrong", found.count
    ).format(count=found.count)


def _key(kind: SaidKind, name: str) -> str:
    return f"{kind}:{name}"
