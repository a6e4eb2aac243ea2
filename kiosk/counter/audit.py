"""Who did what at the counter: lines in state.db, each chained to the one before, so that a change shows.

A line says who, which act, on what (an id), and when to the second; never a word that a person said. Its `chain` is
SHA-256 over the chain before it and the line itself. The number of lines and the last chain are kept once more in a row
of their own, so that a tail cut off is noticed, and under the machine's secret in a file (`kiosk.counter.anchor`).
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from kiosk.state import Migration, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

    from kiosk.counter.staff.roles import StaffId

_BEGINNING = hashlib.sha256(b"guichet audit 1").digest()
_AN_ID = re.compile(r"[A-Za-z0-9._:/-]{0,80}\Z")


class Act(StrEnum):
    """What was done. A name, once written, is never given another meaning; new ones are added at will."""

    SIGN_IN_TRIED = "sign_in_tried"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    SIGNED_OUT = "signed_out"
    UNLOCKED = "unlocked"

    STATE_RESTORED = "state_restored"
    """An older state.db was put back; the subject is how many lines there had been, or "" where nobody knows."""

    STAFF_BEGUN = "staff_begun"
    STAFF_RESCUED = "staff_rescued"
    STAFF_ADDED = "staff_added"
    STAFF_RENAMED = "staff_renamed"
    STAFF_ROLE_CHANGED = "staff_role_changed"
    STAFF_LANGUAGE_CHANGED = "staff_language_changed"
    STAFF_RETIRED = "staff_retired"
    PIN_SET = "pin_set"
    BADGE_MADE = "badge_made"
    BADGE_REVOKED = "badge_revoked"

    SLIP_OPENED = "slip_opened"
    CASE_OPENED = "case_opened"
    CASE_READ = "case_read"
    CASE_CHANGED = "case_changed"
    CONSENT_GIVEN = "consent_given"
    CASE_ERASED = "case_erased"
    OUTCOME_RECORDED = "outcome_recorded"
    FOLLOW_UP_SET = "follow_up_set"
    HAND_OFF_MADE = "hand_off_made"
    HAND_OFF_ACKNOWLEDGED = "hand_off_acknowledged"

    FLAG_RAISED = "flag_raised"
    FLAG_DECIDED = "flag_decided"
    CITIZEN_FLAGS_SEEN = "citizen_flags_seen"
    CORRECTION_LAID = "correction_laid"
    CORRECTION_CLEARED = "correction_cleared"
    LOCAL_NOTE_SET = "local_note_set"
    LOCAL_NOTE_REMOVED = "local_note_removed"

    KIOSK_CLOSED = "kiosk_closed"
    KIOSK_OPENED = "kiosk_opened"
    KIOSK_FORGOTTEN = "kiosk_forgotten"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands. `who` is "" for whoever keeps the machine, and where nobody was signed in."""

    sequence: int
    at: str
    who: str
    act: str
    subject: str


class Fault(StrEnum):
    """How the chain is broken at a line."""

    ALTERED = "altered"
    MISSING = "missing"
    CUT = "cut"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines there are, and the chain of the last."""

    count: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class Whole:
    """Every line is as it was written; the first `anchored` of them are under the machine's secret too."""

    lines: int
    anchored: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The first line that is not as it was written, counted from 1.

    ALTERED: the line is not what its chain says, or has changed places. MISSING: lines before it are gone. CUT: it was
    there, or the lines of the end were, and is not any more. REWRITTEN: a line here or before it is not the one that
    the machine's secret vouches for, although the chain was made to fit.
    """

    line: int
    fault: Fault


def record(state: sqlite3.Connection, *, who: "StaffId | Literal['']", act: Act, subject: str, at: datetime) -> None:
    """Write one line, inside the caller's `atomic(state)` block: the act and its line are on the disk together.

    `subject` is an id of at most 80 letters, digits and `. _ : / -`, or ""; anything else is a bug, since it could be
    words. `at` has a time zone.
    """
    if not state.in_transaction:
        raise ValueError("an act is recorded in the same atomic block as what it changes")
    if not _AN_ID.match(subject):
        raise ValueError("the subject of an act is an id, never words")
    if at.tzinfo is None:
        raise ValueError("a moment without its time zone")
    head = _head(state) or Head(0, _BEGINNING)
    sequence = head.count + 1
    moment = at.astimezone(UTC).isoformat(timespec="seconds")
    chain = _chained(head.chain, sequence, moment.encode(), who.encode(), act.encode(), subject.encode())
    state.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", (sequence, moment, who, act.value, subject, chain))
    state.execute("INSERT OR REPLACE INTO audit_head (one, count, chain) VALUES (1, ?, ?)", (sequence, chain))


def verify(state: sqlite3.Connection, anchor: Head | None = None) -> Whole | Broken:
    """Tell whether every line is as it was written, and where it first is not.

    `anchor` is what `kiosk.counter.anchor.read` gives: without it nothing outside the database is asked.
    """
    with _one_moment(state):
        head = _head(state) or Head(0, _BEGINNING)
        chain, count = _BEGINNING, 0
        for sequence, *fields, kept in state.execute(_AS_BYTES):
            if sequence != count + 1:
                return Broken(count + 1, Fault.MISSING)
            if not all(isinstance(field, bytes) for field in fields):
                return Broken(sequence, Fault.ALTERED)
            chain, count = _chained(chain, sequence, *fields), sequence
            if kept != chain:
                return Broken(sequence, Fault.ALTERED)
            if anchor is not None and sequence == anchor.count and chain != anchor.chain:
                return Broken(sequence, Fault.REWRITTEN)
    longest = max(head.count, anchor.count if anchor is not None else 0)
    if count < longest:
        return Broken(count + 1, Fault.CUT)
    if (count, chain) != (head.count, head.chain):
        return Broken(count, Fault.REWRITTEN)
    return Whole(count, anchor.count if anchor is not None else 0)


def lines(state: sqlite3.Connection, last: int) -> tuple[Line, ...]:
    """The newest `last` lines, oldest first, as they stand; `verify` says whether to believe them."""
    with state_errors():
        rows = state.execute(
            "SELECT sequence, at, who, act, subject FROM audit ORDER BY sequence DESC LIMIT ?", (last,)
        ).fetchall()
    return tuple(Line(*row) for row in reversed(rows))


def lines_about(state: sqlite3.Connection, subject: str, last: int, without: Act) -> tuple[Line, ...]:
    """The newest `last` lines about one id, newest first, leaving one kind of act out."""
    with state_errors():
        rows = state.execute(
            "SELECT sequence, at, who, act, subject FROM audit WHERE subject = ? AND act <> ? "
            "ORDER BY sequence DESC LIMIT ?",
            (subject, without.value, last),
        ).fetchall()
    return tuple(Line(*row) for row in rows)


def head_of(state: sqlite3.Connection) -> Head:
    """Where the chain stands; count 0 before the first line."""
    with state_errors():
        return _head(state) or Head(0, _BEGINNING)


def stands_at(state: sqlite3.Connection, known: Head) -> bool:
    """Tell whether the line that `known` tells of is there with that chain; one look, no walk along the chain."""
    if known.count == 0:
        return True
    with state_errors():
        row = state.execute("SELECT chain FROM audit WHERE sequence = ?", (known.count,)).fetchone()
    return row is not None and bool(row[0] == known.chain)


# As bytes, so that a text that is no UTF-8 any more is a broken line and not an exception.
_AS_BYTES = (
    "SELECT sequence, CAST(at AS BLOB), CAST(who AS BLOB), CAST(act AS BLOB), CAST(subject AS BLOB), chain "
    "FROM audit ORDER BY sequence"
)


def _head(state: sqlite3.Connection) -> Head | None:
    row = state.execute("SELECT count, chain FROM audit_head").fetchone()
    return None if row is None else Head(*row)


def _chained(before: bytes, sequence: int, *fields: bytes) -> bytes:
    """Each field goes in with its length, so that no letter can move from one to the next."""
    digest = hashlib.sha256(before)
    for field in (str(sequence).encode(), *fields):
        digest.update(len(field).to_bytes(4, "big") + field)
    return digest.digest()


@contextmanager
def _one_moment(state: sqlite3.Connection) -> Iterator[None]:
    """Read the whole chain as of one moment, though others write meanwhile."""
    with state_errors():
        if state.in_transaction:
            yield
            return
        state.execute("BEGIN")
        try:
            yield
        finally:
            state.execute("ROLLBACK")


def _tables(database: "Database") -> None:
    database.table("audit").create(
        {"sequence": int, "at": str, "who": str, "act": str, "subject": str, "chain": bytes},
        pk="sequence",
        not_null={"at", "who", "act", "subject", "chain"},
    )
    database.table("audit_head").create(
        {"one": int, "count": int, "chain": bytes}, pk="one", not_null={"count", "chain"}
    )


MIGRATIONS = (Migration("counter", "audit", _tables),)
