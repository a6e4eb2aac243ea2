"""What the hub's store promises whatever keeps it, SQLite or PostgreSQL, and how its statements are written.

A statement is written once, with `?` for each value and SQLite's names of types; it uses only what both engines have.
Bytes, whole numbers of up to 63 bits, and text without NUL are what is kept.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from kiosk.errors import KioskError

Row = Sequence[Any]

SECONDS_A_DAY = 86_400


class StoreError(KioskError):
    """The store cannot be used now: it is away, busy, full or damaged. Nothing of what was asked has been kept."""

    code = "store_unavailable"


class Statements(Protocol):
    """One transaction: all of it is kept when its block is left, or nothing."""

    def run(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; the rows it gives, none where it gives none."""

    def run_each(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for every row of values."""

    def locked(self, select: str, *values: object) -> list[Row]:
        """The rows that `select` gives, which nobody else can lock or write until the transaction ends."""

    def append_items(self, rows: Iterable[Row]) -> None:
        """Add rows (stream, seq, kind, id, body, received, day) to `item`, the fastest way there is."""


class Store(Protocol):
    """What kiosks have sent and operators have decided. May be used from several threads at once.

    Every method raises `StoreError` for what the world does to it.
    """

    def atomic(self) -> AbstractContextManager[Statements]:
        """A transaction that writes; once its block is left, it is on the disk."""

    def reading(self) -> AbstractContextManager[Statements]:
        """A transaction that only reads, and sees one moment."""

    def make_room(self, day: int) -> None:
        """See that items of this day (since 1970) have somewhere to go; must come before `append_items`."""

    def drop_items_before(self, day: int) -> int:
        """Drop items received before this day; how many rows or, of PostgreSQL, partitions are gone."""

    def close(self) -> None:
        """Let go of every connection."""
