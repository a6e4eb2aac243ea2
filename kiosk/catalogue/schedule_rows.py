"""Opening hours as rows of `catalogue.db`: a `Schedule` goes in and the same `Schedule` comes out.

The rows of `schedule` and `phone_schedule` are HSDS's and can be read alone; `opening`, `holiday_observance`,
`holiday_hours` and `special_day` hold what HSDS has no columns for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

from kiosk.catalogue.hours import ByDay, Frequency, Jurisdiction, Kind, Rule, Schedule, Span, SpecialDay
from kiosk.catalogue.text import Text

Row = Mapping[str, Any]

_EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


def rule_rows(schedule: Schedule) -> Iterator[dict[str, Any]]:
    """The columns of each HSDS row, without its id and owner; unknown hours have none."""
    match schedule.kind:
        case Kind.UNKNOWN:
            return
        case Kind.ALWAYS:
            # For readers of HSDS alone, who do not see `opening`; our own reader leaves this row aside.
            yield _plain(freq="WEEKLY", byday=_EVERY_DAY, opens_at="00:00", closes_at="23:59", notes="24 hours a day")
        case Kind.BY_APPOINTMENT:
            yield _plain(notes="By appointment only")
        case Kind.TIMETABLE:
            for rule in schedule.rules:
                yield _rule_row(rule)


def schedule_of(
    kind: str,
    zone: str,
    rules: Iterable[Row],
    observes: str = "none",
    holiday_hours: Sequence[tuple[str, str]] = (),
    special_days: Sequence[tuple[str, str | None, str | None, Text]] = (),
) -> Schedule:
    """Read a schedule back; special days are (day, opens at, closes at, reason).

    Raises:
        ValueError: a row holds no such kind, day or time.
        HoursError: a weekday is not one.
    """
    timetable = Kind(kind) is Kind.TIMETABLE
    return Schedule(
        kind=Kind(kind),
        rules=tuple(_rule(row) for row in rules) if timetable else (),
        special_days=tuple(
            SpecialDay(date.fromisoformat(day), reason, _span(opens, closes))
            for day, opens, closes, reason in special_days
        ),
        observes=Jurisdiction(observes),
        holiday_spans=tuple(
            Span(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in holiday_hours
        ),
        zone=zone,
    )


def _plain(**columns: Any) -> dict[str, Any]:
    names = ("valid_from", "valid_to", "dtstart", "until", "freq", "interval", "byday", "bymonthday", "opens_at",
             "closes_at", "notes")  # fmt: skip
    return dict.fromkeys(names) | columns


def _rule_row(rule: Rule) -> dict[str, Any]:
    return _plain(
        valid_from=_iso(rule.valid_from),
        valid_to=_iso(rule.valid_to),
        dtstart=_iso(rule.dtstart),
        until=_iso(rule.until),
        freq=rule.freq.value,
        interval=rule.interval,
        byday=",".join(day.written() for day in rule.byday) or None,
        bymonthday=",".join(str(day) for day in rule.bymonthday) or None,
        opens_at=f"{rule.opens_at:%H:%M}" if rule.opens_at is not None else None,
        closes_at=f"{rule.closes_at:%H:%M}" if rule.closes_at is not None else None,
        notes=rule.notes or None,
    )


def _rule(row: Row) -> Rule:
    span = _span(row["opens_at"], row["closes_at"])
    return Rule(
        opens_at=span.opens if span else None,
        closes_at=span.closes if span else None,
        freq=Frequency(row["freq"]),
        interval=row["interval"] or 1,
        byday=ByDay.read(row["byday"] or ""),
        bymonthday=tuple(int(day) for day in (row["bymonthday"] or "").split(",") if day),
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        dtstart=_day(row["dtstart"]),
        until=_day(row["until"]),
        notes=row["notes"] or "",
    )


def _span(opens: str | None, closes: str | None) -> Span | None:
    return Span(time.fromisoformat(opens), time.fromisoformat(closes)) if opens and closes else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
