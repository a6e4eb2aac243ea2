"""The rows of flags and corrections in state.db."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.catalogue.model import ServiceId
from kiosk.counter.corrections.values import (
    VALUE_OF,
    About,
    Correction,
    CorrectionId,
    CorrectionState,
    Field,
    Flag,
    FlagId,
    FlagState,
    Overlay,
    Saying,
    Subject,
    Value,
)
from kiosk.outbox import tables as outbox
from kiosk.state import Migration, StateDamagedError, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

_FLAG = (
    "id, about, entry, service, field, says_en, says_fr, urgent, who, at, base, catalogue_version, "
    "state, decided_by, decided_at, reason"
)
_CORRECTION = "id, about, entry, service, kind, value, who, at, base, catalogue_version, flag, state, cleared_at"


def flags_where(state: sqlite3.Connection, where: str = "1", values: Iterable[object] = ()) -> tuple[Flag, ...]:
    """The flags that `where` is true of, oldest first."""
    sql = f"SELECT {_FLAG} FROM catalogue_flag WHERE {where} ORDER BY at, id"
    return tuple(_read(state, sql, values, _flag_of))


def corrections_where(
    state: sqlite3.Connection, where: str = "1", values: Iterable[object] = ()
) -> tuple[Correction, ...]:
    """The corrections that `where` is true of, oldest first."""
    sql = f"SELECT {_CORRECTION} FROM catalogue_correction WHERE {where} ORDER BY at, id"
    return tuple(_read(state, sql, values, _correction_of))


def overlay_in(state: sqlite3.Connection) -> Overlay:
    """All that lies over the catalogue now; nothing where the tables were never made. Raises a `StateError`."""
    with state_errors():
        made = state.execute("SELECT count(*) FROM sqlite_master WHERE name IN (?, ?)", _TABLES).fetchone()[0]
    if made < len(_TABLES):
        return Overlay()
    hiding = flags_where(state, "urgent AND state IN (?, ?)", (FlagState.WAITING, FlagState.ACCEPTED))
    return Overlay(hiding, corrections_where(state, "state = ?", (CorrectionState.LYING,)))


def put_flag(state: sqlite3.Connection, flag: Flag) -> None:
    """Write `flag`, in place of what its id had; inside `atomic`."""
    subject, says = flag.subject, flag.says
    row = (
        flag.id, subject.about, subject.id, subject.service, flag.field, says.en, says.fr, flag.urgent, flag.who,
        _written(flag.at), flag.base, flag.catalogue_version, flag.state, flag.decided_by, _written(flag.decided_at),
        flag.reason,
    )  # fmt: skip
    state.execute(f"INSERT OR REPLACE INTO catalogue_flag ({_FLAG}) VALUES ({_marks(row)})", row)


def put_correction(state: sqlite3.Connection, correction: Correction) -> None:
    """Write `correction`, in place of what its id had; inside `atomic`."""
    subject = correction.subject
    row = (
        correction.id, subject.about, subject.id, subject.service, correction.field, value_written(correction.value),
        correction.who, _written(correction.at), correction.base, correction.catalogue_version, correction.flag,
        correction.state, _written(correction.cleared_at),
    )  # fmt: skip
    state.execute(f"INSERT OR REPLACE INTO catalogue_correction ({_CORRECTION}) VALUES ({_marks(row)})", row)


def value_written(value: Value) -> str:
    """The value of a correction as JSON."""
    return msgspec.json.encode(value).decode()


def value_read(kind: Field, untrusted: str) -> Value:
    """The value of a correction from JSON. Raises ValueError where it is none of its kind."""
    if kind not in VALUE_OF:
        raise ValueError(f"no correction is about {kind}")
    value: Value = msgspec.json.decode(untrusted, type=VALUE_OF[kind])
    return value


def _read(state: sqlite3.Connection, sql: str, values: Iterable[object], one: Any) -> Iterator[Any]:
    with state_errors():
        rows = state.execute(sql, tuple(values)).fetchall()
    try:
        yield from map(one, rows)
    except (ValueError, TypeError, KeyError) as error:
        raise StateDamagedError(f"a flag or a correction in state.db cannot be read: {error}") from error


def _flag_of(row: tuple[Any, ...]) -> Flag:
    (name, about, entry, service, field, en, fr, urgent, who, at, base, version, state, by, decided_at, reason) = row
    return Flag(
        id=FlagId(name),
        subject=_subject_of(about, entry, service),
        field=Field(field),
        says=Saying(en, fr),
        urgent=bool(urgent),
        who=who,
        at=datetime.fromisoformat(at),
        base=base,
        catalogue_version=version,
        state=FlagState(state),
        decided_by=by,
        decided_at=datetime.fromisoformat(decided_at) if decided_at else None,
        reason=reason,
    )


def _correction_of(row: tuple[Any, ...]) -> Correction:
    name, about, entry, service, kind, value, who, at, base, version, flag, state, cleared_at = row
    return Correction(
        id=CorrectionId(name),
        subject=_subject_of(about, entry, service),
        value=value_read(Field(kind), value),
        who=who,
        at=datetime.fromisoformat(at),
        base=base,
        catalogue_version=version,
        flag=FlagId(flag) if flag else None,
        state=CorrectionState(state),
        cleared_at=datetime.fromisoformat(cleared_at) if cleared_at else None,
    )


def _subject_of(about: str, entry: str, service: str | None) -> Subject:
    return Subject(About(about), entry, ServiceId(service) if service else None)


def _written(moment: datetime | None) -> str | None:
    """A moment in UTC; in the order of time when sorted."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None


def _marks(row: tuple[object, ...]) -> str:
    return ", ".join("?" * len(row))


_TABLES = ("catalogue_flag", "catalogue_correction")


def _flag_and_correction_tables(database: "Database") -> None:
    subject = {"id": str, "about": str, "entry": str, "service": str}
    said = {"who": str, "at": str, "base": str, "catalogue_version": int, "state": str}
    always = {"about", "entry", *said}
    words = {"field": str, "says_en": str, "says_fr": str, "urgent": int}
    decision = {"decided_by": str, "decided_at": str, "reason": str}
    flag = database.table("catalogue_flag")
    flag.create({**subject, **words, **said, **decision}, pk="id", not_null={*always, *words, "decided_by", "reason"})
    flag.create_index(["state", "urgent"])
    typed = {"kind": str, "value": str, "flag": str, "cleared_at": str}
    correction = database.table("catalogue_correction")
    correction.create({**subject, **typed, **said}, pk="id", not_null={*always, "kind", "value"})
    correction.create_index(["state"])
    database.table("citizen_flag_seen").create({"flag": bytes, "seen_by": str, "seen_at": str}, pk="flag")


MIGRATIONS = (
    *outbox.MIGRATIONS,
    Migration("counter", "flags_and_corrections", _flag_and_correction_tables),
)
