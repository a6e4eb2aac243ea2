"""A day at this place in numbers that may be shown: no person can be known from them, nor worked out."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.counter.counts import (
    CALL,
    HELPED,
    SESSION,
    TIMED_OUT,
    CallEnding,
    Ending,
    added,
    by_call_ending,
    by_ending,
    by_language,
    counts_of_day,
    median_answer,
    median_lasted,
)
from kiosk.counter.fleet import Known
from kiosk.counter.logbook import counts_told
from kiosk.counter.suppression import Hidden, Listed, Sum, Told, listed, told
from kiosk.counter.unmet import Summary, summary_between

_ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Day:
    """`kiosks` are the visits at each, by its number. `lasted_s` and `answered_s` are medians in seconds, None where
    there were too few.
    """

    day: date
    sessions: Told
    endings: Mapping[Ending, Told]
    timed_out: Told
    helped: Told
    languages: Listed[str]
    kiosks: Mapping[int, Told]
    lasted_s: int | None
    calls: Told
    call_endings: Mapping[CallEnding, Told]
    answered_s: int | None
    needs: Summary


def read_day(state: sqlite3.Connection, day: date, kiosks: Iterable[Known] = ()) -> Day:
    """Put a day together from state.db, and from what `kiosks` have told since it was last written down.

    Raises a `StateError`.
    """
    told_before, shared_before = counts_told(state, day)
    live = [known.report for known in kiosks if known.report.day == day.isoformat()]
    theirs = {**told_before, **{report.kiosk: dict(report.counts) for report in live}}
    shared = shared_before | {report.kiosk for report in live if report.shares_state}
    return day_of(day, counts_of_day(state, day), shared, theirs, summary_between(state, day, day))


def day_of(
    day: date, own: Mapping[str, int], shared: frozenset[int], kiosks: Mapping[int, Mapping[str, int]], needs: Summary
) -> Day:
    """Put a day together from the counts of this machine and those that each kiosk told, by its number.

    Kiosks that share this machine's counts (`shared`) are in `own` already. Totals are added up from how visits and
    calls ended, whatever a kiosk says they are: numbers that contradict each other could be hidden from nobody.
    """
    counts = added((own, *(theirs for number, theirs in kiosks.items() if number not in shared)))
    endings, calls = by_ending(counts), by_call_ending(counts)
    visits = {number: sum(by_ending(theirs).values()) for number, theirs in kiosks.items()}
    in_own = sum(by_ending(own).values())
    for number in sorted(shared & visits.keys()):
        visits[number] = min(visits[number], in_own)
        in_own -= visits[number]
    cells = {
        SESSION: sum(endings.values()),
        TIMED_OUT: counts.get(TIMED_OUT, 0),
        HELPED: counts.get(HELPED, 0),
        CALL: sum(calls.values()),
        **{f"ending {ending}": count for ending, count in endings.items()},
        **{f"call {ending}": count for ending, count in calls.items()},
        **{f"kiosk {number}": count for number, count in visits.items()},
    }
    elsewhere = cells[SESSION] - sum(visits.values())
    if elsewhere > 0:  # a kiosk that has not reported since this counter was set up
        cells[_ELSEWHERE] = elsewhere
    shown = told(cells, _sums(cells))
    return Day(
        day,
        shown[SESSION],
        {ending: shown[f"ending {ending}"] for ending in Ending},
        shown[TIMED_OUT],
        shown[HELPED],
        listed(shown[SESSION], by_language(counts)),
        {number: shown[f"kiosk {number}"] for number in visits},
        None if isinstance(shown[SESSION], Hidden) else median_lasted(counts),
        shown[CALL],
        {ending: shown[f"call {ending}"] for ending in CallEnding},
        None if isinstance(shown[f"call {CallEnding.ANSWERED}"], Hidden) else median_answer(counts),
        needs,
    )


def _sums(cells: Mapping[str, int]) -> tuple[Sum, ...]:
    """What everybody can add up. What is only contained in another number (timed out, helped) narrows nothing."""
    at_kiosks = tuple(name for name in cells if name.startswith("kiosk ") or name == _ELSEWHERE)
    return (
        Sum(SESSION, tuple(f"ending {ending}" for ending in Ending)),
        Sum(CALL, tuple(f"call {ending}" for ending in CallEnding)),
        *([Sum(SESSION, at_kiosks)] if at_kiosks else ()),
    )
