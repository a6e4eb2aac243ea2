"""What the counter keeps of each kiosk in state.db, so that it still knows them when it is started again: when it was
last heard and how it was, whether staff closed it, and the counts of each day that it told.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from kiosk.counter.calling.calls import Report
from kiosk.counter.counts import by_ending
from kiosk.counter.fleet import Known
from kiosk.state import Migration, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

_reports: msgspec.json.Decoder[Report] = msgspec.json.Decoder(Report)
_counts: msgspec.json.Decoder[dict[str, int]] = msgspec.json.Decoder(dict[str, int])


def write_down(state: sqlite3.Connection, kiosks: Iterable[Known]) -> None:
    """Keep what is known of each kiosk in place of what was; call it inside `atomic`.

    The counts of a day are kept whole, those with the most visits: a kiosk whose disk was changed at noon does not take
    its morning back, and no number comes from one report and its total from another.
    """
    for known in kiosks:
        report = known.report
        kept = msgspec.structs.replace(report, counts={}, in_use_since=0, language="", plan="", shown=None)
        state.execute(
            "INSERT OR REPLACE INTO kiosk_known (kiosk, report, heard_at, since, closed) VALUES (?, ?, ?, ?, ?)",
            (
                known.number,
                msgspec.json.encode(kept).decode(),
                known.heard_at.isoformat(timespec="seconds"),
                known.since.isoformat(timespec="seconds"),
                known.closed,
            ),
        )
        if report.day and report.counts:
            before = _told_on(state, report.day, known.number)
            if sum(by_ending(report.counts).values()) < sum(by_ending(before).values()):
                continue
            state.execute(
                "INSERT OR REPLACE INTO kiosk_day (day, kiosk, shares_state, counts) VALUES (?, ?, ?, ?)",
                (report.day, known.number, report.shares_state, msgspec.json.encode(report.counts).decode()),
            )


def known_before(state: sqlite3.Connection) -> tuple[Known, ...]:
    """The kiosks that an earlier counter knew; a row that cannot be read is left out."""
    with state_errors():
        rows = state.execute("SELECT report, heard_at, since, closed FROM kiosk_known ORDER BY kiosk").fetchall()
    return tuple(known for row in rows if (known := _known(*row)) is not None)


def forget(state: sqlite3.Connection, kiosk: int) -> None:
    """Know a kiosk no more that was taken away; its counts stay. Call it inside `atomic`."""
    state.execute("DELETE FROM kiosk_known WHERE kiosk = ?", (kiosk,))


def counts_told(state: sqlite3.Connection, day: date) -> tuple[dict[int, dict[str, int]], frozenset[int]]:
    """What each kiosk told of a day, by its number; and which of them share this machine's own counts."""
    with state_errors():
        rows = state.execute(
            "SELECT kiosk, shares_state, counts FROM kiosk_day WHERE day = ? ORDER BY kiosk", (day.isoformat(),)
        ).fetchall()
    return {kiosk: _read(counts) for kiosk, _, counts in rows}, frozenset(kiosk for kiosk, shared, _ in rows if shared)


def _told_on(state: sqlite3.Connection, day: str, kiosk: int) -> dict[str, int]:
    row = state.execute("SELECT counts FROM kiosk_day WHERE day = ? AND kiosk = ?", (day, kiosk)).fetchone()
    return _read(row[0]) if row else {}


def _read(counts: str) -> dict[str, int]:
    try:
        return _counts.decode(counts)
    except msgspec.DecodeError:
        return {}


def _known(report: str, heard_at: str, since: str, closed: int) -> Known | None:
    try:
        return Known(
            _reports.decode(report),
            datetime.fromisoformat(heard_at),
            datetime.fromisoformat(since),
            closed=bool(closed),
        )
    except (msgspec.DecodeError, ValueError):
        return None


def _kiosk_tables(database: "Database") -> None:
    database.table("kiosk_known").create(
        {"kiosk": int, "report": str, "heard_at": str, "since": str, "closed": int},
        pk="kiosk",
        not_null={"report", "heard_at", "since", "closed"},
    )
    database.table("kiosk_day").create(
        {"day": str, "kiosk": int, "shares_state": int, "counts": str},
        pk=("day", "kiosk"),
        not_null={"shares_state", "counts"},
    )


MIGRATIONS = (Migration("counter", "kiosks_known", _kiosk_tables),)
