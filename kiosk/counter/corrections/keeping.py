"""Flags raised and decided, corrections laid and cleared: every change on the disk with its line in the audit and its
record for the hub.

Whether somebody's role lets them is asked before (`kiosk.counter.staff.may`); `who` is "" for whoever keeps the
machine. `at` is a moment with its zone.
"""

import secrets
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import Catalogue, LocationId, ServiceId
from kiosk.counter.audit import Act, record
from kiosk.counter.corrections.facts import base_of, is_known, is_lifeline
from kiosk.counter.corrections.standing import Standing, says_already, standing_of, standing_of_flag
from kiosk.counter.corrections.tables import corrections_where, flags_where
from kiosk.counter.corrections.telling import keep_correction, keep_flag
from kiosk.counter.corrections.values import (
    FIELD_OF,
    NO_WORDS,
    About,
    Correction,
    CorrectionId,
    CorrectionState,
    Field,
    Flag,
    FlagId,
    FlagState,
    NoteValue,
    Saying,
    Subject,
    Value,
)
from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError
from kiosk.state import atomic

Who = StaffId | Literal[""]

_ID_BYTES = 6


class NoSuchFlagError(KioskError):
    """There is no open flag of this id."""

    code = "no_such_flag"


class NoSuchCorrectionError(KioskError):
    """No correction of this id lies over the catalogue."""

    code = "no_such_correction"


class SubjectGoneError(KioskError):
    """The catalogue has no such service, place or number."""

    code = "correction_subject_gone"


class LifelineError(KioskError):
    """An urgent number is replaced by nobody at a counter."""

    code = "correction_lifeline"


class SaidAlreadyError(KioskError):
    """The catalogue says already what the correction would."""

    code = "correction_said_already"


class SecretPlaceError(KioskError):
    """What is told of a place that is kept secret is for staff only."""

    code = "correction_secret_place"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What somebody says is wrong: the field of an entry, what it should say, and whether people must not see it."""

    subject: Subject
    field: Field
    says: Saying = NO_WORDS
    urgent: bool = False


def raise_flag(state: sqlite3.Connection, catalogue: Catalogue, wrong: Wrong, who: Who, at: datetime) -> Flag:
    """Keep a flag; an urgent one hides what it is about from now on. `catalogue` has nothing over it.

    Raises:
        SubjectGoneError: the catalogue has no such entry.
        StateError: it could not be written; then nothing was.
    """
    _known(catalogue, wrong.subject)
    flag = Flag(
        id=FlagId(secrets.token_hex(_ID_BYTES)),
        subject=wrong.subject,
        field=wrong.field,
        says=wrong.says,
        urgent=wrong.urgent,
        who=who,
        at=at,
        base=base_of(catalogue, wrong.subject, wrong.field),
        catalogue_version=catalogue.version,
    )
    with atomic(state):
        keep_flag(state, flag, at)
        record(state, who=who, act=Act.FLAG_RAISED, subject=flag.id, at=at)
    return flag


def accept(state: sqlite3.Connection, flag: FlagId, who: Who, at: datetime, reason: str = "") -> Flag:
    """The flag is right: what it hides stays hidden until the catalogue says otherwise. Raises `NoSuchFlagError`."""
    return _decide(state, flag, FlagState.ACCEPTED, who, at, reason)


def reject(state: sqlite3.Connection, flag: FlagId, who: Who, at: datetime, reason: str = "") -> Flag:
    """The catalogue was right: nothing is hidden any more. Raises `NoSuchFlagError`."""
    return _decide(state, flag, FlagState.REJECTED, who, at, reason)


def clear_flag(state: sqlite3.Connection, flag: FlagId, who: Who, at: datetime) -> Flag:
    """The flag has done its work, whatever the catalogue says. Raises `NoSuchFlagError`."""
    return _decide(state, flag, FlagState.CLEARED, who, at, "")


def correct(
    state: sqlite3.Connection,
    catalogue: Catalogue,
    subject: Subject,
    value: Value,
    who: Who,
    at: datetime,
    flag: FlagId | None = None,
) -> Correction:
    """Lay `value` over the catalogue, in place of an earlier correction of the same, and clear the flags on it.

    `flag` is the flag that is answered, which is cleared too. `catalogue` has nothing over it.

    Raises:
        SubjectGoneError: the catalogue has no such entry.
        LifelineError: it is an urgent number, of which only a note may be told.
        SaidAlreadyError: the catalogue says it already.
        SecretPlaceError: it is a note for citizens on a place that is kept secret.
        StateError: it could not be written; then nothing was.
    """
    _known(catalogue, subject)
    _allowed(catalogue, subject, value)
    field = FIELD_OF[type(value)]
    correction = Correction(
        id=CorrectionId(secrets.token_hex(_ID_BYTES)),
        subject=subject,
        value=value,
        who=who,
        at=at,
        base=base_of(catalogue, subject, field),
        catalogue_version=catalogue.version,
        flag=flag,
    )
    with atomic(state):
        if not isinstance(value, NoteValue):
            for earlier in _lying(state, subject, field):
                keep_correction(state, replace(earlier, state=CorrectionState.CLEARED, cleared_at=at), at)
        for answered in _open_on(state, subject, field, flag, is_note=isinstance(value, NoteValue)):
            keep_flag(state, replace(answered, state=FlagState.CLEARED, decided_by=who, decided_at=at), at)
            record(state, who=who, act=Act.FLAG_DECIDED, subject=answered.id, at=at)
        keep_correction(state, correction, at)
        record(state, who=who, act=Act.CORRECTION_LAID, subject=correction.id, at=at)
    return correction


def clear_correction(state: sqlite3.Connection, correction: CorrectionId, who: Who, at: datetime) -> None:
    """Take a correction or a note off the catalogue. Raises `NoSuchCorrectionError`."""
    with atomic(state):
        found = corrections_where(state, "id = ? AND state = ?", (correction, CorrectionState.LYING))
        if not found:
            raise NoSuchCorrectionError(f"no correction {correction} lies over the catalogue")
        keep_correction(state, replace(found[0], state=CorrectionState.CLEARED, cleared_at=at), at)
        record(state, who=who, act=Act.CORRECTION_CLEARED, subject=correction, at=at)


def settle(state: sqlite3.Connection, catalogue: Catalogue, today: date, at: datetime) -> int:
    """Clear what today's catalogue has made needless, and give how much that was.

    That is a correction whose words the catalogue now has, or whose day is past, and an accepted flag whose fact has
    changed. `catalogue` has nothing over it; what changed otherwise stays, to be looked at again, and so does what is
    about an entry that is gone: a catalogue that cannot be read is empty.
    """
    met = [
        lying
        for lying in corrections_where(state, "state = ?", (CorrectionState.LYING,))
        if standing_of(catalogue, lying, today) in (Standing.SAME, Standing.OVER)
    ]
    changed = [
        flag
        for flag in flags_where(state, "state = ?", (FlagState.ACCEPTED,))
        if standing_of_flag(catalogue, flag) is Standing.LOOK_AGAIN
    ]
    if met or changed:
        with atomic(state):
            for lying in met:
                keep_correction(state, replace(lying, state=CorrectionState.CLEARED, cleared_at=at), at)
                record(state, who="", act=Act.CORRECTION_CLEARED, subject=lying.id, at=at)
            for flag in changed:
                keep_flag(state, replace(flag, state=FlagState.CLEARED), at)
                record(state, who="", act=Act.FLAG_DECIDED, subject=flag.id, at=at)
    return len(met) + len(changed)


def open_flags(state: sqlite3.Connection) -> tuple[Flag, ...]:
    """Every flag that is not done with, oldest first."""
    return flags_where(state, "state IN (?, ?)", (FlagState.WAITING, FlagState.ACCEPTED))


def lying_corrections(state: sqlite3.Connection) -> tuple[Correction, ...]:
    """Every correction and note that lies over the catalogue, oldest first."""
    return corrections_where(state, "state = ?", (CorrectionState.LYING,))


def tells_secret(catalogue: Catalogue, subject: Subject, value: Value) -> bool:
    """Tell whether it is a note for citizens about a place that is kept secret, or about what is given there."""
    if not isinstance(value, NoteValue) or not value.citizens:
        return False
    if subject.about is About.PLACE:
        place = LocationId(subject.id)
        return any(place in service.locations for service in catalogue.services.values() if hides_places(service))
    service = catalogue.services.get(subject.shown_on or ServiceId(""))
    return service is not None and hides_places(service)


def _decide(state: sqlite3.Connection, flag: FlagId, new: FlagState, who: Who, at: datetime, reason: str) -> Flag:
    with atomic(state):
        found = flags_where(state, "id = ? AND state IN (?, ?)", (flag, FlagState.WAITING, FlagState.ACCEPTED))
        if not found:
            raise NoSuchFlagError(f"there is no open flag {flag}")
        decided = replace(found[0], state=new, decided_by=who, decided_at=at, reason=reason)
        keep_flag(state, decided, at)
        record(state, who=who, act=Act.FLAG_DECIDED, subject=flag, at=at)
    return decided


def _known(catalogue: Catalogue, subject: Subject) -> None:
    if not is_known(catalogue, subject):
        raise SubjectGoneError(f"the catalogue has no {subject.about} {subject.id!r}")


def _allowed(catalogue: Catalogue, subject: Subject, value: Value) -> None:
    if tells_secret(catalogue, subject, value):
        raise SecretPlaceError(f"{subject.id} is told of by voice only")
    if isinstance(value, NoteValue):
        return
    if is_lifeline(subject):
        raise LifelineError(f"{subject.id} is an urgent number")
    if says_already(catalogue, subject, value):
        raise SaidAlreadyError(f"the catalogue says so already of {subject.id}")


def _lying(state: sqlite3.Connection, subject: Subject, field: Field) -> tuple[Correction, ...]:
    wanted = (CorrectionState.LYING, subject.about, subject.id, field)
    return corrections_where(state, "state = ? AND about = ? AND entry = ? AND kind = ?", wanted)


def _open_on(
    state: sqlite3.Connection, subject: Subject, field: Field, flag: FlagId | None, *, is_note: bool
) -> tuple[Flag, ...]:
    """The open flags that a correction answers: the one named, and those on the very fact; a note answers one only."""
    return tuple(
        kept
        for kept in open_flags(state)
        if kept.id == flag or (not is_note and kept.field is field and kept.subject.is_same_entry(subject))
    )
