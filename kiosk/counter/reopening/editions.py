"""The editions of the catalogue that this machine has run, kept in state.db as fingerprints of what each one said."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kiosk.catalogue.model import Catalogue
from kiosk.counter.reopening.aspects import SCHEME, Prints, prints_of
from kiosk.state import Migration, atomic, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_KEPT = 60
"""Editions; a slip is good for 90 days, and a catalogue that changes more often than daily is none."""


def _tables(database: "Database") -> None:
    database.table("catalogue_edition").create(
        {"version": int, "scheme": int, "first_day": str}, pk=("version", "scheme"), not_null={"first_day"}
    )
    database.table("catalogue_print").create(
        {"version": int, "scheme": int, "service": int, "prints": bytes},
        pk=("version", "scheme", "service"),
        not_null={"prints"},
    )


MIGRATIONS = (Migration("counter", "catalogue_editions", _tables),)


def note_edition(state: sqlite3.Connection, catalogue: Catalogue, today: date) -> bool:
    """Keep what `catalogue`, as it was shipped, says of each service; done once for each version.

    Tells whether it was done now. Raises a `kiosk.state.StateError`; then nothing is kept, and nothing else is lost.
    """
    if not catalogue.services or _is_kept(state, catalogue.version):
        return False
    prints = prints_of(catalogue)
    with atomic(state):
        if _is_kept(state, catalogue.version):
            return False
        state.execute("INSERT INTO catalogue_edition VALUES (?, ?, ?)", (catalogue.version, SCHEME, today.isoformat()))
        state.executemany(
            "INSERT INTO catalogue_print VALUES (?, ?, ?, ?)",
            ((catalogue.version, SCHEME, service, printed) for service, printed in prints.items()),
        )
        _forget_the_oldest(state)
    return True


def edition(state: sqlite3.Connection, version: int) -> Mapping[int, Prints] | None:
    """What that version said of each service, by its number; None when this machine never ran it."""
    if not _is_kept(state, version):
        return None
    with state_errors():
        rows = state.execute(
            "SELECT service, prints FROM catalogue_print WHERE version = ? AND scheme = ?", (version, SCHEME)
        )
        return dict(rows.fetchall())


def _is_kept(state: sqlite3.Connection, version: int) -> bool:
    with state_errors():
        asked = "SELECT 1 FROM catalogue_edition WHERE version = ? AND scheme = ?"
        return state.execute(asked, (version, SCHEME)).fetchone() is not None


def _forget_the_oldest(state: sqlite3.Connection) -> None:
    old = state.execute(
        "SELECT version, scheme FROM catalogue_edition ORDER BY first_day DESC, version DESC LIMIT -1 OFFSET ?",
        (MOST_KEPT,),
    ).fetchall()
    state.executemany("DELETE FROM catalogue_print WHERE version = ? AND scheme = ?", old)
    state.executemany("DELETE FROM catalogue_edition WHERE version = ? AND scheme = ?", old)
