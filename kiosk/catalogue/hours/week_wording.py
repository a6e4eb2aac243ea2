"""The week and its days in words: long for a screen, short for a slip, and fit for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours.days import Day, Known, day_of, days_ahead
from kiosk.catalogue.hours.values import ALL_DAY, Frequency, Jurisdiction, Kind, Rule, Schedule, Span
from kiosk.languages import Messages
from kiosk.languages.formats import (
    clock_range,
    full_date,
    listing,
    short_clock_range,
    short_date,
    short_weekday_name,
    weekday_name,
)


def day_words(messages: Messages, day: Day, today: date, *, short: bool = False) -> str:
    """One day of `days_ahead` for a list: `Wednesday, November 11: closed (Remembrance Day)`.

    The short form, for slips: `Thu 12 November: 8:30 to 4:30`.
    """
    name = short_date(messages, day.date) if short else full_date(messages, day.date, today)
    return messages.gettext("{day}: {hours}").format(day=name, hours=_hours_of_day(messages, day, short=short))


def week_words(messages: Messages, schedule: Schedule, on: date, zone: ZoneInfo, *, short: bool = False) -> str:
    """The plain weeks around `on`, on the reader's clock, holidays and special days left out.

    `Monday to Friday, 8:30 a.m. to 4:30 p.m.`, « lundi au vendredi, 8 h 30 à 16 h 30 »; short, for slips:
    `Mon–Fri 8:30 to 4:30`, « lun. au ven. 8 h 30 à 16 h 30 ».
    """
    match schedule.kind:
        case Kind.ALWAYS:
            return messages.gettext("Open 24 hours, every day")
        case Kind.BY_APPOINTMENT:
            return messages.gettext("By appointment")
        case Kind.UNKNOWN:
            return messages.gettext("Hours not known: call first")
        case Kind.TIMETABLE:
            lines = week_lines(messages, schedule, on, zone, short=short)
            return "; ".join(lines) or _no_week_words(messages, schedule, on)


def week_lines(
    messages: Messages, schedule: Schedule, on: date, zone: ZoneInfo, *, short: bool = False
) -> tuple[str, ...]:
    """The same for a timetable, one line for each set of days with the same hours, then the monthly ones."""
    plain = [rule for rule in schedule.rules if rule.is_plain_week]
    weekly = Schedule(kind=Kind.TIMETABLE, rules=tuple(plain), zone=schedule.zone)
    monday = on - timedelta(days=on.weekday())
    # A season's first or last week is shown whole: what counts is the rules of `on`.
    groups = _groups(days_ahead(_as_on(weekly, on), monday, 7, zone))
    lines = [_group_words(messages, group, short=short) for group in groups]
    odd = [rule for rule in schedule.rules if not rule.is_plain_week and _in_force(rule, on)]
    return (*lines, *(words for rule in odd if (words := _rule_words(messages, rule, short=short))))


def holiday_words(messages: Messages, schedule: Schedule) -> str:
    """What public holidays change: `Closed on public holidays`; nothing where none is observed."""
    if schedule.observes is Jurisdiction.NONE:
        return ""
    if schedule.holiday_spans:
        return messages.gettext("Public holidays: {hours}").format(hours=_spans(messages, schedule.holiday_spans))
    return messages.gettext("Closed on public holidays")


def _no_week_words(messages: Messages, schedule: Schedule, on: date) -> str:
    if day_of(schedule, on).known is Known.NOTHING:
        return messages.gettext("Hours not known: call first")
    return messages.gettext("Closed for the season")


def _hours_of_day(messages: Messages, day: Day, *, short: bool) -> str:
    reason = day.reason.to(messages.language) if day.reason else ""
    if day.known is not Known.HOURS:
        return messages.gettext("hours not known")
    if day.spans:
        spans = _spans(messages, day.spans, short=short)
        return messages.gettext("{hours} ({reason})").format(hours=spans, reason=reason) if reason else spans
    if day.closure and reason:
        return messages.gettext("closed ({reason})").format(reason=reason)
    return messages.gettext("closed")


def _spans(messages: Messages, spans: Sequence[Span], *, short: bool = False) -> str:
    if list(spans) == [ALL_DAY]:
        return messages.gettext("24 hours")
    told = short_clock_range if short else clock_range
    return listing(messages, [told(messages, span.opens, span.closes) for span in spans])


@dataclass(frozen=True, slots=True)
class _Group:
    weekdays: tuple[int, ...]
    day: Day


def _groups(days: Sequence[Day]) -> list[_Group]:
    """The open weekdays, those with the same hours together, in the order of their first day."""
    groups: dict[tuple[Known, tuple[Span, ...]], list[Day]] = {}
    for day in days:
        if day.spans or day.known is Known.DAY_ONLY:
            groups.setdefault((day.known, day.spans), []).append(day)
    return [_Group(tuple(day.date.weekday() for day in same), same[0]) for same in groups.values()]


def _group_words(messages: Messages, group: _Group, *, short: bool) -> str:
    days = _weekdays(messages, group.weekdays, short=short)
    hours = _hours_of_day(messages, group.day, short=short)
    if short and group.day.spans:
        return messages.gettext("{days} {hours}").format(days=days, hours=hours)
    return messages.gettext("{days}, {hours}").format(days=days, hours=hours)


def _weekdays(messages: Messages, weekdays: Sequence[int], *, short: bool) -> str:
    if len(weekdays) == 7:
        return messages.gettext("Every day")
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return listing(messages, [part for run in runs for part in _run_words(messages, run, short=short)])


def _run_words(messages: Messages, run: Sequence[int], *, short: bool) -> list[str]:
    name = short_weekday_name if short else weekday_name
    if len(run) < 3:
        return [name(messages, weekday) for weekday in run]
    first, last = name(messages, run[0]), name(messages, run[-1])
    if short:
        # Note: days of the week, as in Mon–Fri
        return [messages.pgettext("short days", "{first}–{last}").format(first=first, last=last)]
    # Note: days of the week, as in Monday to Friday
    return [messages.pgettext("days", "{first} to {last}").format(first=first, last=last)]


def _rule_words(messages: Messages, rule: Rule, *, short: bool) -> str:
    """A rule that is not the same every week: `First Tuesday of the month, 10 a.m. to noon`; its notes if too odd."""
    days = _odd_days(messages, rule)
    if not days:
        return rule.notes
    hours = _spans(messages, [rule.span], short=short) if rule.span else messages.gettext("hours not known")
    return messages.gettext("{days}, {hours}").format(days=days, hours=hours)


def _odd_days(messages: Messages, rule: Rule) -> str:
    if len(rule.byday) != 1 or rule.bymonthday:
        return ""
    by = rule.byday[0]
    name = weekday_name(messages, by.weekday)
    match rule.freq, rule.interval, by.nth:
        case Frequency.WEEKLY, 2, 0:
            return messages.gettext("Every second {weekday}").format(weekday=name)
        case Frequency.MONTHLY, 1, 1:
            return messages.gettext("First {weekday} of the month").format(weekday=name)
        case Frequency.MONTHLY, 1, 2:
            return messages.gettext("Second {weekday} of the month").format(weekday=name)
        case Frequency.MONTHLY, 1, 3:
            return messages.gettext("Third {weekday} of the month").format(weekday=name)
        case Frequency.MONTHLY, 1, 4:
            return messages.gettext("Fourth {weekday} of the month").format(weekday=name)
        case Frequency.MONTHLY, 1, -1:
            return messages.gettext("Last {weekday} of the month").format(weekday=name)
        case _:
            return ""


def _in_force(rule: Rule, on: date) -> bool:
    starts, ends = (rule.dtstart, rule.valid_from), (rule.until, rule.valid_to)
    return all(start is None or start <= on for start in starts) and all(end is None or on <= end for end in ends)


def _as_on(schedule: Schedule, on: date) -> Schedule:
    """The plain weekly rules in force on `on`, without their first and last days."""
    return Schedule(
        kind=schedule.kind,
        zone=schedule.zone,
        rules=tuple(
            Rule(opens_at=rule.opens_at, closes_at=rule.closes_at, byday=rule.byday)
            for rule in schedule.rules
            if _in_force(rule, on)
        ),
    )
