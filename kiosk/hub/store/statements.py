"""What the hub's store promises whatever keeps it, SQLite or PostgreSQL, and how its statements are written.

A statement is written once, with `?` for each value and SQLite's names of types; it uses only what both engines have.
Bytes, whole numbers of up to 63 bits, and text without NUL are what is kept.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from kiosk.errors import KioskError

Row = Sequence[Any]
Result = TypeVar("Result")

SECONDS_A_DAY = 86_400


class StoreError(KioskError):
    """The store cannot be used now: it is away, busy, full or damaged. Nothing of what was asked has been kept."""

    code = "store_unavailable"


class Kept(StrEnum):
    """What a column keeps."""

    BYTES = "bytes"
    WHOLE = "whole"
    """A whole number of up to 63 bits."""
    TEXT = "text"
    JSON = "json"
    """Text in JSON."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table that many rows are added to at once, with its columns in the order in which rows have them."""

    name: str
    columns: Mapping[str, Kept]

    @property
    def insertion(self) -> str:
        """The statement that adds one row."""
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"


class Statements(Protocol):
    """One transaction: all of it is kept when its block is left, or nothing."""

    def run(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; the rows it gives, none where it gives none."""

    def run_later(self, sql: str, *values: object) -> None:
        """Run one statement whose rows nobody asks for, before whatever is run after it or when the block is left."""

    def run_each(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for every row of values."""

    def locked(self, select: str, *values: object) -> list[Row]:
        """The rows that `select` gives, which nobody else can lock or write until the transaction ends."""

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows that are not there yet, the fastest way there is."""

    def add_new(self, rows: Mapping[Table, Sequence[Row]]) -> None:
        """Add rows to tables, nearly as fast; a row whose key is there already is left out."""


class Store(Protocol):
    """What kiosks have sent and operators have decided. May be used from several threads at once.

    Every method raises `StoreError` for what the world does to it.
    """

    def atomic(self) -> AbstractContextManager[Statements]:
        """A transaction that writes; once its block is left, it is on the disk."""

    def transact(self, work: Callable[[Statements], Result]) -> Result:
        """What `work` gives in such a transaction; it may be done twice, the first time kept by nobody."""

    def reading(self) -> AbstractContextManager[Statements]:
        """A transaction that only reads, and sees one moment."""

    def asked(self, select: str, *values: object) -> list[Row]:
        """The rows of one question that stands by itself."""

    def make_room(self, day: int) -> None:
        """See that items of this day (since 1970) have somewhere to go; must come before they are added."""

    def drop_items_before(self, day: int) -> int:
        """Drop items received before this day; how many rows or, of PostgreSQL, partitions are gone."""

    def close(self) -> None:
        """Let go of every connection."""
