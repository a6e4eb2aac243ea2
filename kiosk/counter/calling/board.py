"""Today's calls as the counter sees them: who has been told what, kept in memory and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import ceil
from threading import Lock

from msgspec import structs

from kiosk.counter.calling.calls import (
    MOST_MINUTES,
    UNANSWERED_AFTER_S,
    Answer,
    Call,
    CounterError,
    Ping,
    Pong,
    Reply,
    Request,
    Standing,
    Withdrawal,
)
from kiosk.counter.fleet import Fleet

SILENT_AFTER_S = 15
"""A kiosk says its call again every second; after this long without it, the person has left."""

_MOST_OPEN = 200


class End(StrEnum):
    """How a call ended: staff came, the person did without or left, or the counter closed it."""

    OPEN = "open"
    DONE = "done"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Entry:
    """One call of today. `number` counts from 1; `came` is on the clock, `began`, `heard` and `there_at` on the steady
    one, in seconds. `there_at` is when whoever comes said they would be there; `answered_after` how many seconds passed
    before somebody came or said that they would.
    """

    number: int
    call: Call
    came: datetime
    began: float
    heard: float
    standing: Standing = Standing.TOLD
    name: str = ""
    there_at: float = 0.0
    note: str = ""
    end: End = End.OPEN
    answered_after: float | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has answered it yet."""
        return self.end is End.OPEN and self.standing is Standing.TOLD

    def is_missed(self, steady: float) -> bool:
        """Tell whether the person has been told that nobody is free."""
        return self.is_waiting and steady - self.began >= UNANSWERED_AFTER_S

    def answer(self, steady: float) -> Answer:
        """What the kiosk is told now."""
        if self.end is not End.OPEN:
            return Answer(Standing.OVER)
        minutes = min(MOST_MINUTES, max(0, ceil((self.there_at - steady) / 60)))
        coming = self.standing is Standing.COMING
        return Answer(self.standing, self.name, minutes if coming else 0, self.note)


class NoSuchCallError(CounterError):
    """No call of today has this number, or nobody is waiting."""

    code = "no_such_call"


class Board:
    """Hears the kiosks and remembers what staff answer; may be used from several threads."""

    def __init__(
        self, now: Callable[[], datetime], steady: Callable[[], float], changed: Callable[[Entry], None]
    ) -> None:
        """`now` is the clock of the wall and `steady` one that never jumps; `changed` is called with each new state."""
        self._now = now
        self._steady = steady
        self._changed = changed
        self._entries: tuple[Entry, ...] = ()
        self._last_number = 0
        self._lock = Lock()
        self.fleet = Fleet(now, steady)
        self.attended = True

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Today's calls, the oldest first."""
        return self._entries

    def hear(self, request: Request) -> Reply:
        """What a kiosk is answered. The same call said again is the same entry, and the next that a new board has."""
        match request:
            case Ping(report=report):
                attended = self.attended
                return Pong(attended) if report is None else self.fleet.hear(report, attended=attended)
            case Call():
                return self._heard(request)
            case Withdrawal(id=id):
                for entry in self._entries:
                    if entry.call.id == id and entry.end is End.OPEN:
                        self._put(replace(entry, end=End.LEFT))
                return Answer(Standing.OVER)

    def come(self, name: str, minutes: int, number: int | None = None) -> None:
        """`name` will be with the caller in so many minutes. Raises `NoSuchCallError`."""
        entry = self._answered(self._chosen(number))
        there_at = self._steady() + 60 * minutes
        self._put(replace(entry, standing=Standing.COMING, name=name, there_at=there_at))

    def refuse(self, number: int | None = None) -> None:
        """Nobody is free for this caller. Raises `NoSuchCallError`."""
        self._put(replace(self._chosen(number), standing=Standing.NOBODY, name=""))

    def write(self, note: str, number: int | None = None) -> None:
        """Show `note` on the caller's screen. Raises `NoSuchCallError`."""
        self._put(replace(self._chosen(number), note=note))

    def finish(self, number: int | None = None) -> None:
        """Somebody is with the caller. Raises `NoSuchCallError`."""
        self._put(replace(self._answered(self._chosen(number, answered_too=True)), end=End.DONE))

    def sweep(self) -> None:
        """Close the calls whose kiosks have fallen silent; forget those of other days."""
        steady = self._steady()
        for entry in self._entries:
            if entry.end is End.OPEN and steady - entry.heard >= SILENT_AFTER_S:
                self._put(replace(entry, end=End.LEFT))
        today = self._now().date()
        with self._lock:
            self._entries = tuple(e for e in self._entries if e.came.date() == today or e.end is End.OPEN)

    def _heard(self, call: Call) -> Answer:
        steady = self._steady()
        with self._lock:
            known = next((entry for entry in self._entries if entry.call.id == call.id), None)
            if known is None:
                entry = self._begun(call, steady)
                self._entries = (*self._entries, entry)
            else:
                entry = _heard_again(known, call, steady)
                self._replace(known, entry)
        if known is None or entry.call != known.call:
            self._changed(entry)
        return entry.answer(steady)

    def _begun(self, call: Call, steady: float) -> Entry:
        if sum(entry.end is End.OPEN for entry in self._entries) >= _MOST_OPEN:
            raise CounterError("too many calls at once")
        self._last_number += 1
        return Entry(self._last_number, call, self._now(), steady, steady)

    def _answered(self, entry: Entry) -> Entry:
        """The entry with the time that the first answer took."""
        if entry.answered_after is not None:
            return entry
        return replace(entry, answered_after=self._steady() - entry.began)

    def _chosen(self, number: int | None, *, answered_too: bool = False) -> Entry:
        """The open call of this number; without one, the oldest that waits, or that is being answered."""
        is_open = [entry for entry in self._entries if entry.end is End.OPEN]
        if number is not None:
            found = [entry for entry in is_open if entry.number == number]
        else:
            found = [entry for entry in is_open if entry.is_waiting] or (is_open if answered_too else is_open[:1])
        if not found:
            raise NoSuchCallError("no call is open" if number is None else f"no open call has the number {number}")
        return found[0]

    def _put(self, entry: Entry) -> None:
        with self._lock:
            known = next((each for each in self._entries if each.number == entry.number), entry)
            newest = _with_last_word(entry, known)
            self._replace(known, newest)
        self._changed(newest)

    def _replace(self, known: Entry, entry: Entry) -> None:
        self._entries = tuple(entry if each is known else each for each in self._entries)


def _heard_again(known: Entry, call: Call, steady: float) -> Entry:
    """The kiosk may say more than before while nobody has come yet."""
    return replace(known, heard=steady, call=call if known.end is End.OPEN else known.call)


def _with_last_word(entry: Entry, known: Entry) -> Entry:
    """How a call stands, with what the kiosk has said meanwhile; once it is over, nobody needs what it was about."""
    call = known.call if entry.end is End.OPEN else structs.replace(known.call, about=())
    return replace(entry, heard=max(entry.heard, known.heard), call=call)
