"""The kiosks as the counter knows them: what each last said of itself, and what staff want of each."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from kiosk.counter.calling.calls import LONGEST_NOTE, CounterError, Pong, Report, Shown, WantedPlan

AWAY_AFTER_S = 20
"""A kiosk reports every few seconds; after this long without a word it is off, or its cable is out."""

PLAN_WITHIN_S = 15
"""A plan that no kiosk has taken up by then is not shown any more: the person has long looked elsewhere."""

_NOTE_FOR_S = 120
_MOST_KIOSKS = 200


class KioskAwayError(CounterError):
    """The kiosk does not answer."""

    code = "kiosk_away"


class KioskInUseError(CounterError):
    """Somebody is at the kiosk, and nothing is shown over their visit."""

    code = "kiosk_in_use"


class KioskClosedError(CounterError):
    """The kiosk is closed."""

    code = "kiosk_closed"


@dataclass(frozen=True, slots=True)
class Known:
    """One kiosk. `heard_at` is when it was last heard, on the clock, and `since` when it last came or went.

    `heard` is on the steady clock, in seconds; None where it has not been heard since this counter was started.
    """

    report: Report
    heard_at: datetime
    since: datetime
    heard: float | None = None
    closed: bool = False

    @property
    def number(self) -> int:
        """The number that its slips are signed with."""
        return self.report.kiosk

    def is_away(self, steady: float) -> bool:
        """Tell whether it has said nothing for a while."""
        return self.heard is None or steady - self.heard >= AWAY_AFTER_S

    def is_free(self, steady: float) -> bool:
        """Tell whether nobody is at it and it can show something."""
        return not (self.is_away(steady) or self.report.in_use_since or self.report.closed or self.closed)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A plan that was wanted of a kiosk at `since`, on the steady clock, and what became of it."""

    plan: WantedPlan
    since: float
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """A note for the visit that began at `visit`, in seconds since 1970, said at `since` on the steady clock."""

    note: str
    visit: int
    since: float


class Fleet:
    """Remembers every kiosk that reports; may be used from several threads."""

    def __init__(self, now: Callable[[], datetime], steady: Callable[[], float]) -> None:
        """`now` is the clock of the wall and `steady` one that never jumps."""
        self._now = now
        self._steady = steady
        self._known: dict[int, Known] = {}
        self._plans: dict[int, _Wanted] = {}
        self._notes: dict[int, _Said] = {}
        self._lock = Lock()

    @property
    def kiosks(self) -> tuple[Known, ...]:
        """Every kiosk known: those with a number of the configuration first, in its order."""
        return tuple(sorted(self._known.values(), key=lambda known: (not known.report.numbered, known.number)))

    def recall(self, known: Iterable[Known]) -> None:
        """Know the kiosks of an earlier counter; what has been heard since is the newer."""
        with self._lock:
            for each in known:
                self._known.setdefault(each.number, replace(each, heard=None))

    def forget(self, number: int) -> None:
        """Know a kiosk no more, unless it is heard again."""
        with self._lock:
            self._known.pop(number, None)

    def hear(self, report: Report, *, attended: bool) -> Pong:
        """What a kiosk that reports is answered. Raises `CounterError` where there are too many."""
        steady, now = self._steady(), self._now()
        with self._lock:
            before = self._known.get(report.kiosk)
            if before is None and len(self._known) >= _MOST_KIOSKS:
                raise CounterError("too many kiosks")
            stayed = before is not None and not before.is_away(steady)
            since = before.since if before is not None and stayed else now
            known = Known(report, now, since, steady, before.closed if before else False)
            self._known[report.kiosk] = known
            self._take_up(report)
            wanted = self._plans.get(report.kiosk)
            is_wanted = wanted is not None and wanted.shown is None and steady - wanted.since < PLAN_WITHIN_S
            return Pong(
                attended,
                closed=known.closed,
                note=self._note_for(known, steady),
                show=wanted.plan if wanted is not None and is_wanted else None,
            )

    def close(self, number: int, closed: bool) -> None:
        """Close a kiosk as soon as nobody is at it, or open it again. Raises `KioskAwayError` where it is not known."""
        with self._lock:
            self._known[number] = replace(self._of(number), closed=closed)

    def say(self, number: int, note: str) -> None:
        """Show `note` to whoever is at a kiosk now. Raises `KioskAwayError` where it is silent, or nobody is there."""
        steady = self._steady()
        with self._lock:
            known = self._of(number)
            if known.is_away(steady) or not known.report.in_use_since:
                raise KioskAwayError(f"nobody is at kiosk {number}")
            self._notes[number] = _Said(" ".join(note.split())[:LONGEST_NOTE], known.report.in_use_since, steady)

    def show_plan(self, number: int, token: str, language: str) -> str:
        """Have a kiosk at its first screen show the plan of `token`, in `language`; the id to ask `became_of` with.

        Raises `KioskAwayError`, `KioskClosedError`, and `KioskInUseError` where somebody is there already.
        """
        steady = self._steady()
        with self._lock:
            known = self._of(number)
            if known.is_away(steady):
                raise KioskAwayError(f"kiosk {number} does not answer")
            if known.closed or known.report.closed:
                raise KioskClosedError(f"kiosk {number} is closed")
            if known.report.in_use_since:
                raise KioskInUseError(f"somebody is at kiosk {number}")
            plan = WantedPlan(secrets.token_hex(16), token, language)
            self._plans[number] = _Wanted(plan, steady)
            return plan.id

    def became_of(self, plan_id: str) -> Shown | None:
        """What became of a plan that was wanted; None while nothing is known. Raises `KioskAwayError` after a while."""
        for number, wanted in tuple(self._plans.items()):
            if wanted.plan.id == plan_id:
                if wanted.shown is None and self._steady() - wanted.since >= PLAN_WITHIN_S:
                    raise KioskAwayError(f"kiosk {number} has not answered")
                return wanted.shown
        raise KioskAwayError("another plan was wanted since")

    def free(self) -> tuple[Known, ...]:
        """The kiosks that could show a plan now."""
        steady = self._steady()
        return tuple(known for known in self.kiosks if known.is_free(steady))

    def _of(self, number: int) -> Known:
        if number not in self._known:
            raise KioskAwayError(f"kiosk {number} is not known")
        return self._known[number]

    def _take_up(self, report: Report) -> None:
        wanted = self._plans.get(report.kiosk)
        if wanted is not None and report.shown is not None and report.plan == wanted.plan.id:
            self._plans[report.kiosk] = replace(wanted, shown=report.shown)

    def _note_for(self, known: Known, steady: float) -> str:
        """A note goes with the visit that it was written for, and does not outlive it."""
        said = self._notes.get(known.number)
        if said is None:
            return ""
        if said.visit != known.report.in_use_since or steady - said.since >= _NOTE_FOR_S:
            del self._notes[known.number]
            return ""
        return said.note
