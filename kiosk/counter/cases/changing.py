"""What every change to a case leaves: who touched it last, and a line of the audit, or nothing of it at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import By, CaseNumber
from kiosk.counter.cases.case import CaseGoneError
from kiosk.state import atomic


@contextmanager
def change(state: sqlite3.Connection, number: CaseNumber, by: By, act: Act) -> Iterator[None]:
    """Write everything in the block, or nothing of it. Raises `CaseGoneError` when the case was erased meanwhile."""
    with atomic(state):
        touched = state.execute("UPDATE case_file SET last_by = ? WHERE number = ?", (by.who, number)).rowcount
        if not touched:
            raise CaseGoneError(number)
        yield
        audit.record(state, who=by.who, act=act, subject=number, at=by.at)
