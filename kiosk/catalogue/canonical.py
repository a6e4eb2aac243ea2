"""The one form in which a catalogue is built, signed and shipped: the same rows give the same bytes."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def write_canonical(database: sqlite3.Connection, target: Path) -> None:
    """Write all that `database` holds to `target`, which must not be there yet. Raises `sqlite3.Error`.

    By way of a fresh memory: its count of schema changes begins anew, and its pages are packed alike whether the rows
    come from a file or were just put in. Writing a file twice gives the same bytes, with one version of SQLite.
    """
    with closing(sqlite3.connect(":memory:")) as memory:
        database.backup(memory)
        memory.execute("VACUUM INTO ?", (os.fspath(target),))
