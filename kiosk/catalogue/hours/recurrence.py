"""Which days a rule falls on, as RFC 5545 counts them (weeks begin on Monday)."""

import calendar
from datetime import date, timedelta

from kiosk.catalogue.hours.values import ByDay, Frequency, Rule

_A_MONDAY = date(2001, 1, 1)


def falls_on(rule: Rule, day: date) -> bool:
    """Tell whether `rule` comes back on `day`, whatever its first and last days.

    Written out rather than asked of dateutil because every place on the screen asks it for two weeks of days; the
    tests hold it equal to dateutil.
    """
    anchor = rule.dtstart or rule.valid_from or _A_MONDAY
    return _periods_between(rule.freq, anchor, day) % rule.interval == 0 and _is_chosen(rule, anchor, day)


def _periods_between(freq: Frequency, anchor: date, day: date) -> int:
    match freq:
        case Frequency.DAILY:
            return (day - anchor).days
        case Frequency.WEEKLY:
            return (_monday_of(day) - _monday_of(anchor)).days // 7
        case Frequency.MONTHLY:
            return (day.year - anchor.year) * 12 + day.month - anchor.month
        case Frequency.YEARLY:
            return day.year - anchor.year


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_chosen(rule: Rule, anchor: date, day: date) -> bool:
    if rule.byday or rule.bymonthday:
        return _is_a_chosen_weekday(rule, day) and _is_a_chosen_monthday(rule, day)
    match rule.freq:
        case Frequency.DAILY:
            return True
        case Frequency.WEEKLY:
            return day.weekday() == anchor.weekday()
        case Frequency.MONTHLY:
            return day.day == anchor.day
        case Frequency.YEARLY:
            return (day.month, day.day) == (anchor.month, anchor.day)


def _is_a_chosen_weekday(rule: Rule, day: date) -> bool:
    return not rule.byday or any(_matches(by, rule.freq, day) for by in rule.byday)


def _matches(by: ByDay, freq: Frequency, day: date) -> bool:
    if by.weekday != day.weekday():
        return False
    if by.nth == 0:
        return True
    if freq is Frequency.YEARLY:
        number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    else:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return by.nth in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _is_a_chosen_monthday(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    return not rule.bymonthday or day.day in rule.bymonthday or day.day - length - 1 in rule.bymonthday
