"""The tables of cases: what is in state.db, and what is in a file of its own so that backups leave it out."""

from typing import TYPE_CHECKING

from kiosk.counter.cases import day
from kiosk.outbox import tables as outbox
from kiosk.state import Migration

if TYPE_CHECKING:
    from sqlite_utils import Database

_CASES = (
    "CREATE TABLE case_number (year INTEGER PRIMARY KEY, last INTEGER NOT NULL)",
    "CREATE TABLE case_file (id BLOB PRIMARY KEY, number TEXT NOT NULL UNIQUE, opened_day TEXT NOT NULL,"
    " opened_by TEXT NOT NULL, last_by TEXT NOT NULL, last_day TEXT NOT NULL, code TEXT NOT NULL, token TEXT NOT NULL,"
    " bundle INTEGER NOT NULL, steps INTEGER NOT NULL, open_steps INTEGER NOT NULL, last_status TEXT NOT NULL,"
    " due_day TEXT, attempts INTEGER NOT NULL DEFAULT 0, consent_day TEXT, consent_language TEXT, consent_by TEXT,"
    " consent_covers TEXT, person BLOB, note BLOB)",
    # Due first, by date; then those without a date, newest first: the order of the list.
    "CREATE INDEX case_file_list ON case_file (due_day IS NULL, due_day, opened_day DESC, number DESC)",
    "CREATE INDEX case_file_code ON case_file (code)",
    "CREATE INDEX case_file_last_day ON case_file (last_day)",
    "CREATE TABLE case_step (case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    " service INTEGER NOT NULL, step INTEGER NOT NULL, status TEXT NOT NULL, PRIMARY KEY (case_id, place))",
    "CREATE TABLE case_outcome (sequence INTEGER PRIMARY KEY, case_id BLOB NOT NULL, place INTEGER NOT NULL,"
    " status TEXT NOT NULL, reasons TEXT NOT NULL, day TEXT NOT NULL, staff TEXT NOT NULL, minutes INTEGER NOT NULL,"
    " corrects INTEGER NOT NULL,"
    " FOREIGN KEY (case_id, place) REFERENCES case_step (case_id, place) ON DELETE CASCADE)",
    "CREATE INDEX case_outcome_step ON case_outcome (case_id, place)",
    "CREATE TABLE case_attempt (case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, day TEXT NOT NULL,"
    " staff TEXT NOT NULL, reached INTEGER NOT NULL)",
    "CREATE INDEX case_attempt_case ON case_attempt (case_id)",
    "CREATE TABLE case_hand_off (id BLOB PRIMARY KEY,"
    " case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, organization TEXT NOT NULL,"
    " told TEXT NOT NULL, day TEXT NOT NULL, staff TEXT NOT NULL, answer_by TEXT NOT NULL,"
    " acknowledged_day TEXT, note BLOB NOT NULL, acknowledged_by BLOB)",
    "CREATE INDEX case_hand_off_case ON case_hand_off (case_id)",
    "CREATE INDEX case_hand_off_waiting ON case_hand_off (answer_by) WHERE acknowledged_day IS NULL",
    # What stays: which number is not to be looked for any more, and counts that name nobody.
    "CREATE TABLE case_gone (number TEXT PRIMARY KEY, day TEXT NOT NULL, why TEXT NOT NULL)",
    "CREATE TABLE outcome_count (month TEXT NOT NULL, bundle INTEGER NOT NULL, service INTEGER NOT NULL,"
    " status TEXT NOT NULL, reasons TEXT NOT NULL, within TEXT NOT NULL, count INTEGER NOT NULL,"
    " minutes INTEGER NOT NULL, PRIMARY KEY (month, bundle, service, status, reasons, within)) WITHOUT ROWID",
)
_KEYS = (
    "CREATE TABLE case_key (id BLOB PRIMARY KEY, wrapped BLOB NOT NULL, last_day TEXT NOT NULL)",
    "CREATE TABLE case_key_destroyed (id BLOB PRIMARY KEY, day TEXT NOT NULL, why TEXT NOT NULL)",
)


def _cases(database: "Database") -> None:
    for statement in _CASES:
        database.execute(statement)


def _keys(database: "Database") -> None:
    for statement in _KEYS:
        database.execute(statement)


def _next_keys(database: "Database") -> None:
    database.table("case_key").add_column("next", bytes)


MIGRATIONS = (*outbox.MIGRATIONS, *day.MIGRATIONS, Migration("counter", "cases", _cases))
"""For state.db."""

KEY_MIGRATIONS = (
    Migration("counter", "case_keys", _keys),
    Migration("counter", "case_keys_renewed", _next_keys),
)
"""For the file of case keys."""
