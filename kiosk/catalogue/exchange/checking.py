"""What is wrong with a folder of HSDS 3 tables, of our own making or of others: every defect with its file and line."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.catalogue.exchange.formats import is_code, is_garbled, is_written_as
from kiosk.catalogue.exchange.shapes import FILES, OWNERS, Column, Form, columns
from kiosk.errors import KioskError

_WITHOUT_WHICH_NOTHING = ("organization", "service")


class TablesUnreadableError(KioskError):
    """The folder holds no tables of HSDS 3, or they cannot be read."""

    code = "hsds_unreadable"


class DefectKind(StrEnum):
    """What can be wrong with a table."""

    FILE_STRANGE = "file_strange"
    COLUMN_MISSING = "column_missing"
    COLUMN_STRANGE = "column_strange"
    NOT_UTF_8 = "not_utf_8"
    ROW_TORN = "row_torn"
    VALUE_MISSING = "value_missing"
    VALUE_MISWRITTEN = "value_miswritten"
    VALUE_NOT_OFFERED = "value_not_offered"
    CODE_UNKNOWN = "code_unknown"
    TEXT_GARBLED = "text_garbled"
    BELONGS_TO_NOTHING = "belongs_to_nothing"
    ID_TWICE = "id_twice"
    REFERS_TO_NOTHING = "refers_to_nothing"


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong. `line` counts from 1, the header; 0 is the whole file. `column` is empty for a whole row."""

    file: str
    line: int
    column: str
    kind: DefectKind
    untrusted: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    """`rows` are by the line on which each ends."""

    name: str
    header: Sequence[str]
    rows: Sequence[tuple[int, Mapping[str, str]]]
    defects: Sequence[Defect]


def defects_in(folder: Path) -> Iterator[Defect]:
    """Every defect, file by file, those of references last.

    Raises:
        TablesUnreadableError: there is no table of organizations or of services, or a file cannot be read.
    """
    missing = [FILES[table] for table in _WITHOUT_WHICH_NOTHING if not (folder / FILES[table]).is_file()]
    if missing:
        raise TablesUnreadableError(f"{folder} has no {missing[0]}")
    known = frozenset(FILES.values())
    for strange in sorted(path.name for path in folder.glob("*.csv") if path.name not in known):
        yield Defect(strange, 0, "", DefectKind.FILE_STRANGE)
    tables = [_read(folder, table) for table in FILES if (folder / FILES[table]).is_file()]
    for table in tables:
        yield from table.defects
        yield from _in_header(table)
        yield from _in_values(table)
        yield from _in_ids(table)
        yield from _without_owner(table)
    ids = {table.name: {row.get("id", "") for _, row in table.rows} for table in tables}
    for table in tables:
        yield from _in_references(table, ids)


def _read(folder: Path, name: str) -> _Table:
    file = FILES[name]
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        raise TablesUnreadableError(f"{folder / file} cannot be read: {error.strerror}") from error
    defects: list[Defect] = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        defects.append(Defect(file, line, "", DefectKind.NOT_UTF_8))
        text = content.decode("utf-8-sig", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[tuple[int, Mapping[str, str]]] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        for cells in reader:
            if len(cells) == len(header):
                rows.append((reader.line_num, dict(zip(header, cells, strict=True))))
            elif cells:
                defects.append(Defect(file, reader.line_num, "", DefectKind.ROW_TORN))
    except csv.Error as error:
        raise TablesUnreadableError(f"{folder / file}, line {reader.line_num}: {error}") from error
    return _Table(name, header, rows, defects)


def _in_header(table: _Table) -> Iterator[Defect]:
    file, known = FILES[table.name], {column.name: column for column in columns()[table.name]}
    for column in known.values():
        if column.required and column.name not in table.header:
            yield Defect(file, 1, column.name, DefectKind.COLUMN_MISSING)
    for name in table.header:
        if name not in known:
            yield Defect(file, 1, name, DefectKind.COLUMN_STRANGE)


def _in_values(table: _Table) -> Iterator[Defect]:
    here = [column for column in columns()[table.name] if column.name in table.header]
    for line, row in table.rows:
        for column in here:
            kind = _wrong_with(table.name, column, row[column.name])
            if kind is not None:
                yield Defect(FILES[table.name], line, column.name, kind, row[column.name])


def _wrong_with(table: str, column: Column, untrusted: str) -> DefectKind | None:
    if not untrusted.strip():
        return DefectKind.VALUE_MISSING if column.required else None
    if not is_written_as(column.form, untrusted):
        return DefectKind.VALUE_MISWRITTEN
    if column.choices and untrusted not in column.choices:
        return DefectKind.VALUE_NOT_OFFERED
    if not is_code(table, column.name, untrusted):
        return DefectKind.CODE_UNKNOWN
    return DefectKind.TEXT_GARBLED if column.form is Form.TEXT and is_garbled(untrusted) else None


def _in_ids(table: _Table) -> Iterator[Defect]:
    seen: set[str] = set()
    for line, row in table.rows:
        own = row.get("id", "")
        if own in seen:
            yield Defect(FILES[table.name], line, "id", DefectKind.ID_TWICE, own)
        elif own:
            seen.add(own)


def _without_owner(table: _Table) -> Iterator[Defect]:
    """Rows that say of no record what they are of: nobody could ever show them."""
    owners = OWNERS.get(table.name, ())
    for line, row in table.rows:
        if owners and not any(row.get(owner, "").strip() for owner in owners):
            yield Defect(FILES[table.name], line, "", DefectKind.BELONGS_TO_NOTHING)


def _in_references(table: _Table, ids: Mapping[str, set[str]]) -> Iterator[Defect]:
    refers = [column for column in columns()[table.name] if column.refers_to and column.name in table.header]
    for line, row in table.rows:
        named = [(column.name, column.refers_to) for column in refers]
        if table.name == "attribute":
            named.append(("link_id", row.get("link_entity", "")))
        for column, other in named:
            value = row.get(column, "")
            if value and value not in ids.get(other, ()):
                yield Defect(FILES[table.name], line, column, DefectKind.REFERS_TO_NOTHING, value)
