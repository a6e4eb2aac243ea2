"""The short notation in which catalogue sources write hours, a subset of OpenStreetMap's.

Parts are separated by `;`. A part is days, then none, one or several spans: `Mo-Fr 08:30-12:00,12:45-16:00`. Days
alone mean that the hours are not known. A later part *adds* to the days it shares with an earlier one (`Mo-Fr
08:30-16:30; Tu-Th 16:30-19:00` is open longer three days a week); spans of one day that overlap are a mistake.
`We off` takes a day out, `PH off` and `PH 10:00-14:00` speak of public holidays. `(Eastern time)` at the end names
another clock.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.catalogue.hours.values import (
    ALL_DAY,
    ALWAYS_OPEN,
    BY_APPOINTMENT,
    UNKNOWN_HOURS,
    ByDay,
    HoursError,
    Jurisdiction,
    Kind,
    Rule,
    Schedule,
    Span,
)
from kiosk.languages.sentences import sentence

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_HOLIDAY = "PH"
_CLOCKS = {
    "newfoundland time": "America/St_Johns",
    "atlantic time": "America/Halifax",
    "eastern time": "America/Toronto",
    "central time": "America/Winnipeg",
    "mountain time": "America/Edmonton",
    "pacific time": "America/Vancouver",
}
_PART = re.compile(r"(?P<days>[A-Za-z]{2}(?:\s*[-,]\s*[A-Za-z]{2})*)(?:\s+(?P<hours>\S.*))?")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_CLOCK = re.compile(r"(.*\S)\s*\(([^()]+)\)")


@dataclass
class _Found:
    """What has been read so far: spans by weekday (None stands for hours not known), and what holidays do."""

    weekdays: dict[int, list[Span | None]] = field(default_factory=dict)
    holidays: list[Span] | None = None


def read_schedule(opening_hours: str | None, observes: Jurisdiction = Jurisdiction.NONE) -> Schedule:
    """Read hours as the catalogue sources write them; None, an empty text and `unknown` are unknown hours.

    `observes` says whose public holidays close the place; `24/7` observes none unless it adds `; PH off`.

    Raises:
        HoursError: the text is not in the notation, or speaks of holidays while `observes` names none.
    """
    text = (opening_hours or "").strip()
    if text.lower() in ("", "unknown"):
        return UNKNOWN_HOURS
    if text.lower() == "by appointment":
        return BY_APPOINTMENT
    if text == "24/7":
        return ALWAYS_OPEN
    text, zone = _clock_of(text)
    found = _read_parts(text)
    if found.holidays is not None and observes is Jurisdiction.NONE:
        raise HoursError(
            sentence("{text!r} speaks of public holidays, but nothing says whose holidays this place keeps", text=text)
        )
    schedule = Schedule(
        kind=Kind.TIMETABLE,
        rules=tuple(_rules_of(found)),
        observes=observes,
        holiday_spans=tuple(found.holidays or ()),
        zone=zone,
    )
    if all(found.weekdays.get(day) == [ALL_DAY] for day in range(7)):
        return replace(schedule, kind=Kind.ALWAYS, rules=())
    return schedule


def parse(opening_hours: str) -> list[Rule]:
    """The weekly rules alone, without clock or holidays; `24/7` is one rule of seven whole days.

    Raises:
        HoursError: the text is not in the notation, or has no rules to give (`by appointment`).
    """
    text, _zone = _clock_of(opening_hours.strip())
    return _rules_of(_read_parts(text))


def to_opening_hours(rules: Sequence[Rule]) -> str:
    """Write plain weekly rules in the short notation; what it writes, `parse` reads back as the same week.

    Raises:
        HoursError: a rule is monthly, seasonal or otherwise more than the notation can hold.
    """
    found = _Found()
    for rule in rules:
        if not rule.is_plain_week or any((rule.valid_from, rule.valid_to, rule.dtstart, rule.until)):
            raise HoursError(sentence("only plain weekly hours can be written in the short notation"))
        for by in rule.byday:
            found.weekdays.setdefault(by.weekday, []).append(rule.span)
    if all(found.weekdays.get(day) == [ALL_DAY] for day in range(7)):
        return "24/7"
    return "; ".join(f"{_written_days(days)}{_written_spans(spans)}" for days, spans in _grouped(found))


def _clock_of(text: str) -> tuple[str, str]:
    match = _CLOCK.fullmatch(text)
    if not match:
        return text, ""
    name = match[2].strip()
    zone = _CLOCKS.get(name.lower(), name)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise HoursError(
            sentence("{name!r} is not a clock we know: write Eastern time, or a name like America/Toronto", name=name)
        ) from error
    return match[1], zone


def _read_parts(text: str) -> _Found:
    found = _Found()
    for part in text.split(";"):
        if part.strip():
            _read_part(part.strip(), found)
    if not found.weekdays:
        raise HoursError(sentence("{text!r} names no day of the week", text=text))
    return found


def _read_part(part: str, found: _Found) -> None:
    if part == "24/7":
        part = "Mo-Su 00:00-24:00"
    match = _PART.fullmatch(part)
    if not match:
        raise HoursError(sentence("{part!r} is not opening hours: write for example Mo-Fr 08:30-16:30", part=part))
    days, holidays = _read_days(match["days"])
    hours = match["hours"]
    if holidays and hours is None:
        raise HoursError(
            sentence("{part!r} does not say what happens on public holidays: write PH off or PH 10:00-14:00", part=part)
        )
    spans: list[Span | None] = [None] if hours is None else list(_read_spans(hours))
    if holidays:
        found.holidays = [span for span in spans if span is not None]
    for day in days:
        found.weekdays[day] = _joined(found.weekdays.get(day, []), spans, part) if spans else []


def _read_days(text: str) -> tuple[list[int], bool]:
    days: list[int] = []
    holidays = False
    for piece in re.split(r"\s*,\s*", text):
        if piece == _HOLIDAY:
            holidays = True
            continue
        first, _, last = (word.strip() for word in piece.partition("-"))
        start, end = _weekday(first), _weekday(last or first)
        days += [(start + step) % 7 for step in range((end - start) % 7 + 1)]
    return days, holidays


def _weekday(name: str) -> int:
    if name not in _DAYS:
        days = ", ".join(_DAYS)
        raise HoursError(
            sentence("{name!r} is not a day: the days are {days} and {holiday}", name=name, days=days, holiday=_HOLIDAY)
        )
    return _DAYS.index(name)


def _read_spans(text: str) -> Iterable[Span]:
    if text == "off":
        return
    for piece in text.split(","):
        match = _SPAN.fullmatch(piece.strip())
        if not match:
            raise HoursError(
                sentence("{span!r} is not a span of hours: write for example 08:30-16:30", span=piece.strip())
            )
        opening, closing = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
        if opening == closing:
            raise HoursError(
                sentence("{span!r} opens and closes at once: write 00:00-24:00 for a whole day", span=piece.strip())
            )
        yield Span(_time(*opening), _time(*((0, 0) if closing == (24, 0) else closing)))


def _time(hour: int, minute: int) -> time:
    if hour > 23 or minute > 59:
        raise HoursError(sentence("{time} is not a time of day", time=f"{hour:02}:{minute:02}"))
    return time(hour, minute)


def _joined(earlier: list[Span | None], later: list[Span | None], part: str) -> list[Span | None]:
    if earlier and (None in earlier or None in later):
        raise HoursError(sentence("{part!r} gives hours to a day that another part leaves without", part=part))
    spans = sorted(span for span in earlier + later if span is not None)
    for before, after in pairwise(spans):
        if before.past_midnight or after.opens < before.closes:
            raise HoursError(sentence("{part!r} overlaps other hours of the same day", part=part))
    return [*spans] if None not in later else later


def _grouped(found: _Found) -> list[tuple[list[int], list[Span | None]]]:
    groups: list[tuple[list[int], list[Span | None]]] = []
    for day in sorted(found.weekdays):
        spans = sorted(found.weekdays[day], key=lambda span: span or ALL_DAY)
        same = next((days for days, others in groups if others == spans), None)
        if same is not None:
            same.append(day)
        elif spans:
            groups.append(([day], spans))
    return groups


def _rules_of(found: _Found) -> list[Rule]:
    return [
        Rule(
            opens_at=span.opens if span else None,
            closes_at=span.closes if span else None,
            byday=tuple(ByDay(day) for day in days),
        )
        for days, spans in _grouped(found)
        for span in spans
    ]


def _written_days(days: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" if len(run) > 2 else ",".join(_DAYS[day] for day in run) for run in runs
    )


def _written_spans(spans: Sequence[Span | None]) -> str:
    known = [span for span in spans if span is not None]
    if not known:
        return ""
    return " " + ",".join(f"{span.opens:%H:%M}-{_closing(span)}" for span in known)


def _closing(span: Span) -> str:
    return "24:00" if span.closes == time(0) else f"{span.closes:%H:%M}"
