"""One day as a bar: when a place is open, and where the moment is, at any hour of the night."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from kiosk.catalogue.hours import Day, Known, Span
from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, listing

_FROM, _TO = 8, 18
_MOST_TICKS = 6
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """A stretch of opening on the bar; both ends are parts of its length, from 0 to 1."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour under the bar, at a part of its length."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class DayBar:
    """`now` is a part of its length. Without ticks there is no bar; without spans the place is closed all day.

    `spoken` is what it writes besides its opening, which stands in words above it.
    """

    spans: tuple[OpenSpan, ...] = ()
    ticks: tuple[Tick, ...] = ()
    now: float = -1.0
    now_label: str = ""
    spoken: str = ""


NO_BAR = DayBar()


def day_bar(messages: Messages, day: Day, before: Day, now: datetime) -> DayBar:
    """The bar of `day`, on which `now` is; what opened on the day `before` and is still open belongs to it.

    It goes from 8 to 18 h, or farther where an opening or the moment does: past midnight until the closing. Nothing
    where the hours are not known.
    """
    if day.known is not Known.HOURS:
        return NO_BAR
    moment = _hour(now.time())
    stretches = [*_left_over(before, moment), *((_hour(span.opens), _closing(span)) for span in day.spans)]
    first = int(min(_FROM, moment, *(opens for opens, _ in stretches)))
    last = -int(-max(_TO, moment, *(closes for _, closes in stretches)) // 1)
    length = last - first
    time_now = clock_time(messages, now.time())
    every = 1 if length <= _MOST_TICKS else 2 if length <= 2 * _MOST_TICKS else 4
    ticks = tuple(
        Tick((hour - first) / length, clock_time(messages, time(hour % _DAY_HOURS)))
        for hour in range(first, last + 1, every)
    )
    return DayBar(
        spans=tuple(OpenSpan((opens - first) / length, (closes - first) / length) for opens, closes in stretches),
        ticks=ticks,
        now=(moment - first) / length,
        now_label=time_now,
        spoken=messages.gettext("It is {time}. The bar shows {hours}.").format(
            time=time_now, hours=listing(messages, [tick.label for tick in ticks])
        ),
    )


def _left_over(before: Day, moment: float) -> Iterator[tuple[float, float]]:
    for span in before.spans:
        if span.past_midnight and moment < _hour(span.closes):
            yield 0.0, _hour(span.closes)


def _closing(span: Span) -> float:
    return _hour(span.closes) + (_DAY_HOURS if span.past_midnight else 0)


def _hour(moment: time) -> float:
    return moment.hour + moment.minute / 60
