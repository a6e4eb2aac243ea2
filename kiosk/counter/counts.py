"""Anonymous counts in state.db: how many visits and calls there were, and how each ended, by the hour or the day.

What could tell people apart when it is put beside something else (the language, how long it took) is counted by the day
only, and nothing is ever counted together with anything else. A visit about something that must not be known is counted
like one of somebody who looked and left.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from pathlib import Path

from kiosk.counter.calling.board import End, Entry
from kiosk.counter.calling.calls import UNANSWERED_AFTER_S, Standing
from kiosk.counter.needs import MIGRATIONS, count
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.state import atomic, open_state, state_errors

SESSION = "session"
TIMED_OUT = "session.timed_out"
HELPED = "session.helped"
CALL = "call"
_LANGUAGE = "session.language."
_ENDED = "session.ended."
_LASTED = "session.lasted."
_CALL_ENDED = "call.ended."
_ANSWERED_WITHIN = "call.answered_within."

_LASTED_ENDS_S = (*range(15, 300, 15), *range(300, 601, 60), 900, 1800, 3600)
_WAITED_ENDS_S = (*range(5, 180, 5), 180, 240, 300, 600)


class Ending(StrEnum):
    """How a visit ended: with a slip; with the code for a phone; with a plan on the screen; before there was one."""

    PRINTED = "printed"
    PHONE = "phone"
    SEEN = "seen"
    LEFT = "left"


class CallEnding(StrEnum):
    """How a call ended: somebody answered; nobody did in time; the person took it back or left before that."""

    ANSWERED = "answered"
    MISSED = "missed"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Ended:
    """A visit that is over. `began` is on the clock, `lasted` in seconds; `helped` is true once staff had answered.

    `discreet` says that its topic must not be known.
    """

    began: datetime
    lasted: float
    language: str
    ending: Ending
    timed_out: bool = False
    helped: bool = False
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """One more of `name`, in an hour (2026-03-12T10) or on a day (2026-03-12)."""

    when: str
    name: str


def counted_of_visit(ended: Ended) -> tuple[Counted, ...]:
    """What a visit adds to the counts."""
    hour, day = hour_of(ended.began), ended.began.date().isoformat()
    ending = Ending.LEFT if ended.discreet else ended.ending
    lasted = _end_above(ended.lasted, _LASTED_ENDS_S)
    always = (
        Counted(hour, SESSION),
        Counted(day, f"{_LANGUAGE}{ended.language}"),
        Counted(day, f"{_LASTED}{lasted}"),
        Counted(hour, f"{_ENDED}{ending}"),
    )
    if ended.discreet:
        return always
    timed_out = (Counted(hour, TIMED_OUT),) if ended.timed_out else ()
    helped = (Counted(hour, HELPED),) if ended.helped else ()
    return (*always, *timed_out, *helped)


def counted_of_call(entry: Entry) -> tuple[Counted, ...]:
    """What a call adds to the counts once it has ended; nothing before."""
    if entry.end is End.OPEN:
        return ()
    hour, day = hour_of(entry.came), entry.came.date().isoformat()
    asked = Counted(hour, CALL)
    if entry.answered_after is not None:
        within = _end_above(entry.answered_after, _WAITED_ENDS_S)
        answered = Counted(hour, f"{_CALL_ENDED}{CallEnding.ANSWERED}")
        return asked, answered, Counted(day, f"{_ANSWERED_WITHIN}{within}")
    missed = entry.standing is Standing.NOBODY or entry.heard - entry.began >= UNANSWERED_AFTER_S
    return asked, Counted(hour, f"{_CALL_ENDED}{CallEnding.MISSED if missed else CallEnding.TAKEN_BACK}")


def keep_counts(state_file: Path, counted: Iterable[Counted]) -> None:
    """Add to the counts, all or nothing; on the disk when this returns. Raises a `StateError`."""
    with closing(open_state(state_file, MIGRATIONS)) as state, atomic(state):
        count_all(state, counted)


def count_all(state: sqlite3.Connection, counted: Iterable[Counted]) -> None:
    """Add to the counts, and tell the hub of each call that has ended; call it inside `atomic`."""
    for each in counted:
        count(state, each.when, each.name)
        if each.name.startswith(_CALL_ENDED):
            told = {1: each.when, 2: each.name.removeprefix(_CALL_ENDED)}
            put(state, Kind.CALL, told, date.fromisoformat(each.when[:10]))


def tell_counts(state: sqlite3.Connection, now: datetime) -> int:
    """Tell the hub what the hours and days that are over have added since it was told last; how many those were.

    What is told is marked in the same transaction. A visit that began in an hour may end in the next: what it adds to
    an hour already told is told by itself. Calls are told one by one and not here.
    """
    with atomic(state):
        rows = state.execute(_UNTOLD, (hour_of(now), now.date().isoformat(), CALL, f"{_CALL_ENDED}*")).fetchall()
        told: dict[str, dict[str, int]] = {}
        for hour, name, more in rows:
            told.setdefault(hour, {})[name] = more
        for hour, counts in told.items():
            put(state, Kind.COUNTS, {1: hour, 2: counts}, date.fromisoformat(hour[:10]))
        state.executemany("UPDATE measure SET told = count WHERE hour = ? AND name = ?", [row[:2] for row in rows])
    return len(told)


_UNTOLD = (
    "SELECT hour, name, count - told FROM measure WHERE count > told AND hour < ? AND hour <> ?"
    " AND name <> ? AND name NOT GLOB ? ORDER BY hour, name"
)


def counts_of_day(state: sqlite3.Connection, day: date) -> dict[str, int]:
    """All counts of a day, by name."""
    with state_errors():
        found = state.execute(
            "SELECT name, sum(count) FROM measure WHERE hour >= ? AND hour < ? GROUP BY name",
            (day.isoformat(), f"{day.isoformat()}U"),  # "2026-03-12" and "2026-03-12T23"; U comes after T
        ).fetchall()
    return dict(found)


def added(all_counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The counts of several machines together."""
    total: dict[str, int] = {}
    for counts in all_counts:
        for name, value in counts.items():
            total[name] = total.get(name, 0) + value
    return total


def by_ending(counts: Mapping[str, int]) -> dict[Ending, int]:
    """How many visits ended how."""
    return {ending: counts.get(f"{_ENDED}{ending}", 0) for ending in Ending}


def by_call_ending(counts: Mapping[str, int]) -> dict[CallEnding, int]:
    """How many calls ended how."""
    return {ending: counts.get(f"{_CALL_ENDED}{ending}", 0) for ending in CallEnding}


def by_language(counts: Mapping[str, int]) -> dict[str, int]:
    """How many visits there were in each language, the commonest first."""
    found = {name.removeprefix(_LANGUAGE): n for name, n in counts.items() if name.startswith(_LANGUAGE)}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def median_lasted(counts: Mapping[str, int]) -> int | None:
    """Seconds within which half of the visits were over, to the next quarter of a minute; None without any."""
    return _median(_steps(counts, _LASTED))


def median_answer(counts: Mapping[str, int]) -> int | None:
    """Seconds within which half of the answered calls were answered, to the next five; None without any."""
    return _median(_steps(counts, _ANSWERED_WITHIN))


def hour_of(moment: datetime) -> str:
    """The hour that something is counted in."""
    return moment.strftime("%Y-%m-%dT%H")


def _end_above(value: float, ends: Sequence[int]) -> int:
    """The first of `ends` that `value` does not exceed; the last where it exceeds them all."""
    return ends[min(bisect_left(ends, value), len(ends) - 1)]


def _steps(counts: Mapping[str, int], prefix: str) -> Iterator[tuple[int, int]]:
    for name, number in counts.items():
        end = name.removeprefix(prefix)
        if name.startswith(prefix) and end.isdecimal():
            yield int(end), number


def _median(steps: Iterable[tuple[int, int]]) -> int | None:
    ordered = sorted(steps)
    whole = sum(number for _, number in ordered)
    reached = zip(ordered, accumulate(number for _, number in ordered), strict=True)
    return next((end for (end, _), so_far in reached if 2 * so_far >= whole), None) if whole else None
