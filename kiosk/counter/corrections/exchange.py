"""Flags and corrections as a file: what goes to the steward and comes back decided, on a USB stick until it is synced.

The file is JSON, the same both ways. Reading one in merges it: what is not known here is taken, and of what is known
the later decision counts. A file that is torn or says what cannot be changes nothing at all.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec

from kiosk.catalogue.hours import Jurisdiction
from kiosk.catalogue.model import Catalogue, LocationId, PhoneId
from kiosk.counter.audit import Act, record
from kiosk.counter.corrections import form, typed
from kiosk.counter.corrections.facts import is_known, is_lifeline
from kiosk.counter.corrections.keeping import tells_secret
from kiosk.counter.corrections.tables import (
    corrections_where,
    flags_where,
    put_correction,
    put_flag,
)
from kiosk.counter.corrections.values import (
    LONGEST_SAYING,
    About,
    AddressValue,
    ClosedValue,
    Correction,
    CorrectionState,
    Flag,
    HoursValue,
    NoteValue,
    NumberValue,
    Subject,
    Value,
    WebValue,
)
from kiosk.errors import KioskError
from kiosk.state import atomic

MOST_BYTES = 4_000_000

_ID = re.compile(r"[0-9a-f]{12}")
_WHO = re.compile(r"[A-Za-z0-9_-]{0,40}")
_LONGEST_ENTRY = 100


class ExchangeError(KioskError):
    """The file is none of flags and corrections, is torn, or says what cannot be; nothing of it was taken."""

    code = "corrections_file"


@dataclass(frozen=True, slots=True)
class Merged:
    """How many flags and corrections a file has brought or changed."""

    flags: int
    corrections: int


def exported(state: sqlite3.Connection) -> bytes:
    """Everything kept here, decided or not, as a file; the same bytes while nothing changes."""
    return written(flags_where(state), corrections_where(state))


def written(flags: Iterable[Flag], corrections: Iterable[Correction]) -> bytes:
    """The file that says these, in this order."""
    return msgspec.json.format(form.written(flags, corrections), indent=1) + b"\n"


def merge(state: sqlite3.Connection, catalogue: Catalogue, untrusted: bytes, at: datetime) -> Merged:
    """Take what a file brings, all of it or nothing. `catalogue` has nothing over it.

    Raises:
        ExchangeError: in one sentence, what is wrong with the file.
        StateError: it could not be written.
    """
    flags, corrections = read(untrusted)
    for correction in corrections:
        check(catalogue, correction)
    with atomic(state):
        taken = sum(_merge_flag(state, flag, at) for flag in flags)
        laid = sum(_merge_correction(state, correction, at) for correction in corrections)
    return Merged(taken, laid)


def read(untrusted: bytes) -> tuple[list[Flag], list[Correction]]:
    """What a file says. Whether its corrections can be, only a catalogue tells. Raises `ExchangeError`."""
    if len(untrusted) > MOST_BYTES:
        raise ExchangeError(f"the file has more than {MOST_BYTES:,} bytes: it is none of flags and corrections")
    try:
        file = msgspec.json.decode(untrusted, type=form.WrittenFile)
        if file.form != form.FORM:
            raise ExchangeError(f"the file is of the form {file.form!r}, and this program reads {form.FORM!r}")
        flags, corrections = file.flags, [form.correction_of(one) for one in file.corrections]
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"the file is torn, or none of flags and corrections: {error}") from error
    for flag in flags:
        _check_flag(flag)
    for correction in corrections:
        _check_names(correction.id, correction.subject, (correction.at, correction.cleared_at), correction.who)
    return flags, corrections


def _check_flag(flag: Flag) -> None:
    moments = (flag.at, flag.decided_at)
    _check_names(flag.id, flag.subject, moments, flag.who, flag.decided_by)
    if max(map(len, (flag.says.en, flag.says.fr, flag.reason))) > LONGEST_SAYING:
        raise ExchangeError(f"flag {flag.id} says more than {LONGEST_SAYING} letters")


def _check_names(entry: str, subject: Subject, moments: Iterable[datetime | None], *who: str) -> None:
    whole = all(len(name) <= _LONGEST_ENTRY for name in (subject.id, subject.service or ""))
    if not _ID.fullmatch(entry) or not whole or not all(map(_WHO.fullmatch, who)):
        raise ExchangeError("the file has an id that none of ours could be")
    told = [moment for moment in moments if moment is not None]
    if any(moment.tzinfo is None or not 2000 <= moment.year < 2200 for moment in told):
        raise ExchangeError(f"{entry} has a moment without its time zone, or one that cannot be")


def check(catalogue: Catalogue, correction: Correction) -> None:
    """Refuse what nobody could have typed at a counter. Raises `ExchangeError`."""
    if correction.flag is not None and not _ID.fullmatch(correction.flag):
        raise ExchangeError(f"correction {correction.id} answers a flag that has no id of ours")
    if is_lifeline(correction.subject) and not isinstance(correction.value, NoteValue):
        raise ExchangeError(f"correction {correction.id} is on an urgent number, which nobody replaces")
    if tells_secret(catalogue, correction.subject, correction.value):
        raise ExchangeError(f"note {correction.id} would tell citizens of a place that is kept secret")
    try:
        again = _typed_again(correction.value, observed(catalogue, correction.subject), correction.at)
    except KioskError as error:
        raise ExchangeError(f"correction {correction.id} cannot be: {error}") from error
    if again != correction.value:
        raise ExchangeError(f"correction {correction.id} is not written as it would be here")


def _typed_again(value: Value, observes: Jurisdiction, at: datetime) -> Value:
    match value:
        case NumberValue(number, number_fr):
            return typed.number_value(number, number_fr)
        case HoursValue(hours):
            return typed.hours_value(hours, observes)
        case AddressValue(street, city, postal):
            return typed.address_value(street, city, postal)
        case WebValue(en, fr):
            return typed.web_value(en, fr)
        case ClosedValue(until):
            # It may be past by now; it was typed for a day to come.
            return typed.closed_value(until.isoformat() if until else "", min(at.date(), until or at.date()))
        case NoteValue(en, fr, citizens):
            return typed.note_value(en, fr, citizens=citizens)


def observed(catalogue: Catalogue, subject: Subject) -> Jurisdiction:
    """Whose holidays the entry keeps; any will do for an entry that is not known here."""
    if not is_known(catalogue, subject):
        return Jurisdiction.NOVA_SCOTIA
    match subject.about:
        case About.PLACE:
            return catalogue.locations[LocationId(subject.id)].schedule.observes
        case About.NUMBER:
            return catalogue.phones[PhoneId(subject.id)].schedule.observes
        case About.SERVICE:
            return Jurisdiction.NONE


def _merge_flag(state: sqlite3.Connection, flag: Flag, at: datetime) -> bool:
    known = next(iter(flags_where(state, "id = ?", (flag.id,))), None)
    if known is None:
        put_flag(state, flag)
        record(state, who="", act=Act.FLAG_RAISED, subject=flag.id, at=at)
        return True
    if _decided(flag) <= _decided(known):
        return False
    put_flag(
        state,
        replace(known, state=flag.state, decided_by=flag.decided_by, decided_at=flag.decided_at, reason=flag.reason),
    )
    record(state, who="", act=Act.FLAG_DECIDED, subject=flag.id, at=at)
    return True


def _decided(flag: Flag) -> datetime:
    return flag.decided_at or datetime.min.replace(tzinfo=UTC)


def _merge_correction(state: sqlite3.Connection, correction: Correction, at: datetime) -> bool:
    known = next(iter(corrections_where(state, "id = ?", (correction.id,))), None)
    if known is not None:
        if known.state is CorrectionState.CLEARED or correction.state is CorrectionState.LYING:
            return False
        put_correction(state, replace(known, state=CorrectionState.CLEARED, cleared_at=correction.cleared_at))
        record(state, who="", act=Act.CORRECTION_CLEARED, subject=correction.id, at=at)
        return True
    for other in _on_same_fact(state, correction):
        if other.at > correction.at:
            correction = replace(correction, state=CorrectionState.CLEARED, cleared_at=at)
        else:
            put_correction(state, replace(other, state=CorrectionState.CLEARED, cleared_at=at))
    put_correction(state, correction)
    record(state, who="", act=Act.CORRECTION_LAID, subject=correction.id, at=at)
    return True


def _on_same_fact(state: sqlite3.Connection, correction: Correction) -> tuple[Correction, ...]:
    if isinstance(correction.value, NoteValue) or correction.state is CorrectionState.CLEARED:
        return ()
    wanted = (CorrectionState.LYING, correction.subject.about, correction.subject.id, correction.field)
    return corrections_where(state, "state = ? AND about = ? AND entry = ? AND kind = ?", wanted)
