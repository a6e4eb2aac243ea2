"""Handing a person on to a partner: a short note, how it was told, and whether anybody there has said to have it."""

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from kiosk.catalogue.model import OrganizationId
from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import By, Cabinet, CaseId, CaseNumber
from kiosk.counter.cases.case import Case, CaseGoneError, Covers
from kiosk.counter.cases.changing import change
from kiosk.counter.cases.consenting import ConsentError, allowed, open_key
from kiosk.counter.cases.person import HAND_OFF, TAKEN, read_note, seal_words, unseal_words
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.vault import VaultKey
from kiosk.state import scrub, state_errors

HandOffId = NewType("HandOffId", bytes)

ANSWER_WITHIN = timedelta(days=5)
"""A partner who has said nothing for longer is asked again."""

_ID_BYTES = 16


class Told(StrEnum):
    """How a partner was told. Values are for ever."""

    PAPER = "paper"
    PHONE = "phone"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class HandOff:
    """A hand-off that was opened with the case's key. `taken_by` is whoever said at the partner's that they have it."""

    id: HandOffId
    organization: OrganizationId
    note: str
    told: Told
    day: date
    staff: StaffId
    answer_by: date
    taken: date | None = None
    taken_by: str = ""

    def is_overdue(self, today: date) -> bool:
        """Tell whether the partner should have answered before `today`."""
        return self.taken is None and self.answer_by < today


@dataclass(frozen=True, slots=True)
class Waiting:
    """A hand-off that nobody has acknowledged, without what is sealed."""

    number: CaseNumber
    organization: OrganizationId
    day: date
    answer_by: date


def hand_off(
    cabinet: Cabinet,
    vault: VaultKey,
    case: Case,
    organization: OrganizationId,
    note: str,
    told: Told,
    by: By,
    *,
    answer_within: timedelta = ANSWER_WITHIN,
) -> HandOffId:
    """Write down that a partner was told. Raises `ConsentError` unless the person said yes to partners.

    The note says what is to be done and not of whom: `cautions` tells what should not be in it, before this is called.
    """
    if case.consent is None:
        raise ConsentError(Covers.PARTNERS)
    allowed(case.consent, Covers.PARTNERS, organization)
    key, id_ = open_key(cabinet, vault, case), HandOffId(secrets.token_bytes(_ID_BYTES))
    with change(cabinet.state, case.number, by, Act.HAND_OFF_MADE):
        cabinet.state.execute(
            "INSERT INTO case_hand_off (id, case_id, organization, told, day, staff, answer_by, note) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                case.id,
                organization,
                told,
                by.day.isoformat(),
                by.who,
                (by.day + answer_within).isoformat(),
                seal_words(key, case.id, HAND_OFF, read_note(note)),
            ),
        )
    return id_


def acknowledge(
    cabinet: Cabinet, vault: VaultKey, case: Case, which: HandOffId, untrusted_taken_by: str, by: By
) -> None:
    """Write down that somebody at the partner's has it, and who."""
    key = open_key(cabinet, vault, case)
    taken_by = seal_words(key, case.id, TAKEN, read_note(untrusted_taken_by))
    with change(cabinet.state, case.number, by, Act.HAND_OFF_ACKNOWLEDGED):
        written = cabinet.state.execute(
            "UPDATE case_hand_off SET acknowledged_day = ?, acknowledged_by = ? WHERE id = ? AND case_id = ?",
            (by.day.isoformat(), taken_by, which, case.id),
        ).rowcount
        if not written:
            raise CaseGoneError(case.number)
    scrub(cabinet.state)


def hand_offs(cabinet: Cabinet, vault: VaultKey, case: Case) -> tuple[HandOff, ...]:
    """The hand-offs of a case, oldest first."""
    with state_errors():
        rows = cabinet.state.execute(
            "SELECT id, organization, note, told, day, staff, answer_by, acknowledged_day, acknowledged_by "
            "FROM case_hand_off WHERE case_id = ? ORDER BY rowid",
            (case.id,),
        ).fetchall()
    if not rows:
        return ()
    key = open_key(cabinet, vault, case)
    return tuple(_opened(key, case.id, *row) for row in rows)


def waiting(state: sqlite3.Connection, today: date) -> tuple[Waiting, ...]:
    """Hand-offs of every case that a partner should have acknowledged before `today`, the oldest first."""
    with state_errors():
        rows = state.execute(
            "SELECT number, organization, day, answer_by FROM case_hand_off JOIN case_file ON case_file.id = case_id "
            "WHERE acknowledged_day IS NULL AND answer_by < ? ORDER BY answer_by",
            (today.isoformat(),),
        ).fetchall()
    return tuple(
        Waiting(CaseNumber(number), OrganizationId(organization), date.fromisoformat(day), date.fromisoformat(answer))
        for number, organization, day, answer in rows
    )


def _opened(
    key: VaultKey,
    case: CaseId,
    id_: bytes,
    organization: str,
    note: bytes,
    told: str,
    day: str,
    staff: str,
    answer_by: str,
    taken: str | None,
    taken_by: bytes | None,
) -> HandOff:
    return HandOff(
        HandOffId(id_),
        OrganizationId(organization),
        unseal_words(key, case, HAND_OFF, note),
        Told(told),
        date.fromisoformat(day),
        StaffId(staff),
        date.fromisoformat(answer_by),
        date.fromisoformat(taken) if taken else None,
        unseal_words(key, case, TAKEN, taken_by) if taken_by else "",
    )
