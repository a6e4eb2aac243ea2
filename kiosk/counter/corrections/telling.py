"""Keeping a flag or a correction that somebody here made or decided, and telling the hub of it, both or neither."""

import sqlite3
from datetime import datetime

from kiosk.counter.corrections.form import written
from kiosk.counter.corrections.tables import put_correction, put_flag
from kiosk.counter.corrections.values import Correction, Flag
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put


def keep_flag(state: sqlite3.Connection, flag: Flag, at: datetime) -> None:
    """Write `flag`, in place of what its id had, and tell the hub; inside `atomic`."""
    put_flag(state, flag)
    put(state, Kind.STAFF_FLAG, {1: written(flags=(flag,))}, at)


def keep_correction(state: sqlite3.Connection, correction: Correction, at: datetime) -> None:
    """Write `correction`, in place of what its id had, and tell the hub; inside `atomic`."""
    put_correction(state, correction)
    put(state, Kind.CORRECTION, {1: written(corrections=(correction,))}, at)
