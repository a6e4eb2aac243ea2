"""What citizens said is wrong, on the page after their visit: how many, of which service, on which day; never who."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.catalogue.model import ServiceId
from kiosk.counter.audit import Act, record
from kiosk.counter.corrections.keeping import Who
from kiosk.state import atomic, state_errors

_OPEN = "flag WHERE source = 'citizen' AND id NOT IN (SELECT flag FROM citizen_flag_seen)"


@dataclass(frozen=True, slots=True)
class CitizenFlags:
    """So many people said that something is wrong about `service`; None where the topic was not to be kept."""

    service: ServiceId | None
    count: int
    first: date
    last: date


def citizen_flags(state: sqlite3.Connection) -> tuple[CitizenFlags, ...]:
    """Those that nobody has looked into yet, the service most spoken of first."""
    with state_errors():
        rows = state.execute(
            f"SELECT service, count(*), min(hour), max(hour) FROM {_OPEN}"
            " GROUP BY service ORDER BY count(*) DESC, max(hour) DESC, service"
        ).fetchall()
    return tuple(
        CitizenFlags(ServiceId(service) if service else None, count, _day(first), _day(last))
        for service, count, first, last in rows
    )


def looked_into(state: sqlite3.Connection, service: ServiceId | None, who: Who, at: datetime) -> int:
    """Note that somebody has looked into all that citizens said of `service`; how many those were."""
    with atomic(state):
        found = state.execute(f"SELECT id FROM {_OPEN} AND service IS ?", (service,)).fetchall()
        seen = [(flag, who, at.isoformat(timespec="seconds")) for (flag,) in found]
        state.executemany("INSERT INTO citizen_flag_seen (flag, seen_by, seen_at) VALUES (?, ?, ?)", seen)
        if seen:
            record(state, who=who, act=Act.CITIZEN_FLAGS_SEEN, subject=service or "", at=at)
    return len(seen)


def _day(hour: str) -> date:
    return date.fromisoformat(hour[:10])
