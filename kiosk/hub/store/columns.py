"""Columns of many rows as PostgreSQL takes them at once: arrays in its binary form.

psycopg makes such arrays of lists as well, in twice the time, which for two hundred records is what the server takes.
"""

from collections.abc import Iterable, Sequence
from struct import pack
from typing import Any

from psycopg.adapt import Dumper
from psycopg.postgres import types
from psycopg.pq import Format

from kiosk.hub.store.statements import Kept, Row, Table

TYPES = {Kept.BYTES: "bytea", Kept.WHOLE: "int8", Kept.TEXT: "text", Kept.JSON: "text"}
"""What PostgreSQL calls the elements."""

_HEAD, _FIRST = ">iiIii", 1
_NO_LENGTH = (-1).to_bytes(4, "big", signed=True)
_WHOLE_BYTES = 8


class Array(bytes):
    """An array as it is sent; the statement names its type."""


class ArrayDumper(Dumper):
    """Hands an `Array` to the server as it is."""

    format = Format.BINARY
    oid = 0

    def dump(self, obj: Array) -> bytes:
        """The array."""
        return obj


def columns(table: Table, rows: Iterable[Row]) -> list[Array]:
    """The columns of `rows`, in the order of the table's. Raises TypeError or `struct.error` for another type."""
    return [_array(kept, each) for kept, each in zip(table.columns.values(), zip(*rows, strict=True), strict=True)]


def _array(kept: Kept, values: Sequence[Any]) -> Array:
    """One dimension: its head, then each value after its length, which is -1 for none."""
    has_none = None in values
    head = pack(_HEAD, 1, has_none, types[TYPES[kept]].oid, len(values), _FIRST)
    match kept:
        case Kept.WHOLE if not has_none:
            numbers = [number for value in values for number in (_WHOLE_BYTES, value)]
            return Array(head + pack(f">{'iq' * len(values)}", *numbers))
        case Kept.WHOLE:
            content = [None if value is None else value.to_bytes(_WHOLE_BYTES, "big", signed=True) for value in values]
        case Kept.BYTES:
            content = list(values)
        case Kept.TEXT | Kept.JSON:
            content = [None if value is None else value.encode() for value in values]
    return Array(head + b"".join([part for value in content for part in _with_length(value)]))


def _with_length(value: bytes | None) -> tuple[bytes, bytes]:
    return (_NO_LENGTH, b"") if value is None else (len(value).to_bytes(4, "big"), value)
