"""Consent, which is an act of its own, and what it allows: a person and a note, sealed under the key of the case."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import By, Cabinet, key_of, make_key, next_key, promote_key, renew_key
from kiosk.counter.cases.case import Case, Consent, Covers, read_case
from kiosk.counter.cases.changing import change
from kiosk.counter.cases.person import (
    HAND_OFF,
    NOTE,
    TAKEN,
    Person,
    read_note,
    seal_person,
    seal_words,
    unseal_person,
    unseal_words,
    without_reach,
)
from kiosk.counter.vault import VaultError, VaultKey
from kiosk.errors import KioskError
from kiosk.state import atomic, scrub, state_errors

USUAL_DAYS = (30, 90, 180)
MOST_DAYS = 365


class ConsentError(KioskError):
    """The person did not say yes to this."""

    code = "not_consented"


class ConsentTooLongError(ConsentError):
    """A yes lasts at least one day, and a year at most."""

    code = "consent_length"


@dataclass(frozen=True, slots=True)
class Private:
    """What is sealed of a case."""

    person: Person = field(default_factory=Person)
    note: str = ""


def give_consent(
    cabinet: Cabinet, vault: VaultKey, case: Case, by: By, *, last_day: date, language: str, covers: Iterable[Covers]
) -> Case:
    """Write down that the person said yes on this day, until `last_day`; a later yes replaces an earlier one.

    The key of the case is made first: nothing personal can be written before it is on the disk. A yes to less than
    before seals the rest under a new key, and destroys the old one: what was taken back opens in no backup either.
    Raises `ConsentTooLongError`.
    """
    if not by.day < last_day <= by.day + timedelta(days=MOST_DAYS):
        raise ConsentTooLongError(last_day.isoformat())
    covered = frozenset(covers)
    make_key(cabinet.keys, vault, case.id, last_day)
    less = case.consent is not None and not case.consent.covers <= covered
    kept = _read(cabinet, vault, case) if less else Private()
    keys = (open_key(cabinet, vault, case), renew_key(cabinet.keys, vault, case.id)) if less else None
    with change(cabinet.state, case.number, by, Act.CONSENT_GIVEN):
        cabinet.state.execute(
            "UPDATE case_file SET consent_day = ?, consent_language = ?, consent_by = ?, consent_covers = ?, "
            "last_day = ? WHERE id = ?",
            (
                by.day.isoformat(),
                language,
                by.who,
                " ".join(sorted(covered)),
                last_day.isoformat(),
                case.id,
            ),
        )
        if keys is not None:
            _write(cabinet, keys[1], case, _as_covered(kept, covered))
            _seal_hand_offs_anew(cabinet, keys, case, keep=Covers.PARTNERS in covered)
    if keys is not None:
        promote_key(cabinet.keys, case.id)
    scrub(cabinet.state)
    return read_case(cabinet.state, case.number, by.day)


def keep_private(cabinet: Cabinet, vault: VaultKey, case: Case, private: Private, by: By) -> None:
    """Seal and write down a person and a note. Raises `ConsentError` for what the person did not say yes to."""
    consent = _consent(case)
    note = read_note(private.note)
    allowed(consent, Covers.NAME, private.person.first_name)
    allowed(consent, Covers.REACH, private.person.address)
    allowed(consent, Covers.NOTE, note)
    key = open_key(cabinet, vault, case)
    with change(cabinet.state, case.number, by, Act.CASE_CHANGED):
        _write(cabinet, key, case, Private(private.person, note))
    scrub(cabinet.state)


def read_private(cabinet: Cabinet, vault: VaultKey, case: Case, by: By) -> Private:
    """What is sealed of a case, and a line in the audit that it was read. Raises `CaseKeyError`, `VaultError`."""
    _consent(case)
    private = _read(cabinet, vault, case)
    with atomic(cabinet.state):
        audit.record(cabinet.state, who=by.who, act=Act.CASE_READ, subject=case.number, at=by.at)
    return private


def allowed(consent: Consent, covers: Covers, words: str) -> None:
    """Raise `ConsentError` when there are words and the person did not say yes to them."""
    if words and covers not in consent.covers:
        raise ConsentError(covers)


def open_key(cabinet: Cabinet, vault: VaultKey, case: Case) -> VaultKey:
    """The key that opens what is private in a case. Raises `CaseKeyError`, `VaultError`.

    When a yes to less was interrupted between the two files, what is written tells which of two keys it is.
    """
    key, waiting = key_of(cabinet.keys, vault, case.id), next_key(cabinet.keys, vault, case.id)
    if waiting is None:
        return key
    with state_errors():
        row = cabinet.state.execute("SELECT person FROM case_file WHERE id = ?", (case.id,)).fetchone()
    try:
        unseal_person(waiting, case.id, row[0] if row is not None and row[0] is not None else b"")
    except VaultError:
        return key
    promote_key(cabinet.keys, case.id)
    return waiting


def _consent(case: Case) -> Consent:
    if case.consent is None:
        raise ConsentError("nothing was said yes to")
    return case.consent


def _read(cabinet: Cabinet, vault: VaultKey, case: Case) -> Private:
    key = open_key(cabinet, vault, case)
    with state_errors():
        row = cabinet.state.execute("SELECT person, note FROM case_file WHERE id = ?", (case.id,)).fetchone()
    person, note = row or (None, None)
    return Private(
        unseal_person(key, case.id, person) if person else Person(),
        unseal_words(key, case.id, NOTE, note) if note else "",
    )


def _write(cabinet: Cabinet, key: VaultKey, case: Case, private: Private) -> None:
    cabinet.state.execute(
        "UPDATE case_file SET person = ?, note = ? WHERE id = ?",
        (
            seal_person(key, case.id, private.person),
            seal_words(key, case.id, NOTE, private.note) if private.note else None,
            case.id,
        ),
    )


def _as_covered(kept: Private, covered: frozenset[Covers]) -> Private:
    person = kept.person if Covers.REACH in covered else without_reach(kept.person)
    if Covers.NAME not in covered:
        person = Person("", person.reach, person.address)
    return Private(person, kept.note if Covers.NOTE in covered else "")


def _seal_hand_offs_anew(cabinet: Cabinet, keys: tuple[VaultKey, VaultKey], case: Case, *, keep: bool) -> None:
    if not keep:
        cabinet.state.execute("DELETE FROM case_hand_off WHERE case_id = ?", (case.id,))
        return
    before, after = keys
    rows = cabinet.state.execute(
        "SELECT note, acknowledged_by, id FROM case_hand_off WHERE case_id = ?", (case.id,)
    ).fetchall()
    for note, taken, id_ in rows:
        words = unseal_words(before, case.id, HAND_OFF, note)
        who = unseal_words(before, case.id, TAKEN, taken) if taken else ""
        cabinet.state.execute(
            "UPDATE case_hand_off SET note = ?, acknowledged_by = ? WHERE id = ?",
            (
                seal_words(after, case.id, HAND_OFF, words),
                seal_words(after, case.id, TAKEN, who) if taken else None,
                id_,
            ),
        )
