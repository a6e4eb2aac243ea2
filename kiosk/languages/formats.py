"""How dates, times, money, lists and lengths are written in each language (CLDR, as written in Canada).

Relative words ("yesterday", "in two weeks") are left out on purpose: a slip is read days later. No-break spaces hold
together what must not be cut. Babel is imported where it is used: the first screen shows no date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.languages.catalogs import Messages

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\N{NO-BREAK SPACE}"


class DurationError(KioskError):
    """A length of time is not written as ISO 8601 writes it."""

    code = "duration-unreadable"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """CLDR patterns of one language; `{d}` stands for the day of the month."""

    locale: str
    full: str
    full_year: str
    short: str
    plain: str
    plain_year: str
    hour: str
    hour_minute: str


_ENGLISH = _Patterns(
    "en_CA",
    full="EEEE, MMMM {d}",
    full_year="EEEE, MMMM {d}, y",
    short="EEE {d} MMMM",
    plain="{d} MMMM",
    plain_year="{d} MMMM y",
    hour="h a",
    hour_minute="h:mm a",
)
_FRENCH = _Patterns(
    "fr_CA",
    full="EEEE {d} MMMM",
    full_year="EEEE {d} MMMM y",
    short="EEE {d} MMMM",
    plain="{d} MMMM",
    plain_year="{d} MMMM y",
    hour="H 'h'",
    hour_minute="H 'h' mm",
)
_OTHERS = {
    "ar": "ar",
    "uk": "uk",
    "zh": "zh_Hans_CN",
}


def full_date(messages: Messages, day: date, today: date) -> str:
    """`Thursday, March 19`, « jeudi 19 mars »; with the year when it is not this year's."""
    patterns = _patterns(messages.language)
    return _date(messages, day, patterns.full if day.year == today.year else patterns.full_year)


def short_date(messages: Messages, day: date) -> str:
    """`Thu 9 April`, « jeu. 9 avril »: for deadlines and slips."""
    return _date(messages, day, _patterns(messages.language).short)


def plain_date(messages: Messages, day: date, today: date) -> str:
    """`12 March`, « 12 mars », without the weekday; with the year when it is not this year's."""
    patterns = _patterns(messages.language)
    return _date(messages, day, patterns.plain if day.year == today.year else patterns.plain_year)


def month_and_year(messages: Messages, day: date) -> str:
    """`November 2026`, « novembre 2026 »: the head of a calendar's page."""
    return _date(messages, day, "LLLL y")


def weekday_name(messages: Messages, weekday: int) -> str:
    """`Monday`, « lundi »; Monday is 0."""
    return _weekdays(messages.language, "wide")[weekday]


def short_weekday_name(messages: Messages, weekday: int) -> str:
    """`Mon`, « lun. »; Monday is 0."""
    return _weekdays(messages.language, "abbreviated")[weekday]


def clock_time(messages: Messages, moment: time) -> str:
    """`4:30 p.m.`, `9 a.m.`, `noon`; « 16 h 30 », « 9 h », « midi »."""
    if (moment.hour, moment.minute) == (12, 0):
        return messages.gettext("noon")
    if (moment.hour, moment.minute) == (0, 0):
        return messages.gettext("midnight")
    return _clock(messages, moment, marked=True)


def clock_range(messages: Messages, opens: time, closes: time) -> str:
    """`8:30 a.m. to 4:30 p.m.`, « 8 h 30 à 16 h 30 »."""
    return messages.gettext("{opens} to {closes}").format(
        opens=clock_time(messages, opens), closes=clock_time(messages, closes)
    )


def short_clock_range(messages: Messages, opens: time, closes: time) -> str:
    """`8:30 to 4:30`, « 8 h 30 à 16 h 30 »: a morning and an afternoon need no marks; `5 to 6 p.m.` keeps one."""
    by_day = time(0) < opens < time(12) <= closes
    same_half = (opens < time(12)) == (closes < time(12)) and opens < closes
    return messages.gettext("{opens} to {closes}").format(
        opens=_short_clock(messages, opens, marked=not by_day and not same_half),
        closes=_short_clock(messages, closes, marked=not by_day),
    )


def money(messages: Messages, amount: Decimal) -> str:
    """`$33`, `$39.90`; « 33 $ », « 39,90 $ ». Dollars; cents only where there are some."""
    from babel.numbers import format_currency

    whole = amount == amount.to_integral_value()
    locale = _locale(messages.language)
    pattern = locale.currency_formats["standard"].pattern
    return _held(
        format_currency(
            amount,
            "CAD",
            re.sub(r"0\.00", "0", pattern) if whole else pattern,
            locale=locale,
            currency_digits=not whole,
        )
    )


def money_range(messages: Messages, lowest: Decimal, highest: Decimal) -> str:
    """`$33 to $39.90`, « 33 $ à 39,90 $ »; one amount where both are equal."""
    if lowest == highest:
        return money(messages, lowest)
    return messages.gettext("{lowest} to {highest}").format(
        lowest=money(messages, lowest), highest=money(messages, highest)
    )


def listing(messages: Messages, parts: Sequence[str]) -> str:
    """`a, b and c`, « a, b et c »; nothing for an empty list."""
    from babel.lists import format_list

    return format_list(parts, locale=_locale(messages.language)) if parts else ""


def alternatives(messages: Messages, parts: Sequence[str]) -> str:
    """`a, b or c`, « a, b ou c »."""
    from babel.lists import format_list

    return format_list(parts, style="or", locale=_locale(messages.language)) if parts else ""


def number(messages: Messages, value: int | Decimal) -> str:
    """`1,234.5`, « 1 234,5 »."""
    from babel.numbers import format_decimal

    return _held(format_decimal(value, locale=_locale(messages.language)))


def distance(messages: Messages, metres: float) -> str:
    """`350 m`, `1.2 km`, `14 km`; « 1,2 km ». Rounded to 50 m under a kilometre, to 0.1 km under ten."""
    from babel.numbers import format_decimal

    locale = _locale(messages.language)
    nearest = max(50, round(metres / 50) * 50)
    if nearest < 1000:
        return f"{format_decimal(nearest, locale=locale)}{NBSP}m"
    kilometres = metres / 1000
    return f"{_held(format_decimal(kilometres, '#,##0.#' if kilometres < 9.95 else '#,##0', locale=locale))}{NBSP}km"


_DURATION = re.compile(r"-?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute")


def duration(messages: Messages, iso: str) -> str:
    """`P4W` as `4 weeks`, « 4 semaines »; `P1Y6M` as `1 year and 6 months`. The sign is the caller's to say.

    Raises:
        DurationError: `iso` is not an ISO 8601 duration of whole units.
    """
    from babel.units import format_unit

    match = _DURATION.fullmatch(iso)
    if not match:
        raise DurationError(f"{iso!r} is not a duration: write P4W, P30D or PT48H")
    locale = _locale(messages.language)
    amounts = [(int(amount), unit) for amount, unit in zip(match.groups(), _UNITS, strict=True) if amount]
    return listing(
        messages,
        [_held(format_unit(amount, f"duration-{unit}", "long", locale=locale)) for amount, unit in amounts],
    )


def within(messages: Messages, iso: str) -> str:
    """`within 4 weeks`, « dans un délai de 4 semaines ».

    Raises:
        DurationError: `iso` is not an ISO 8601 duration of whole units.
    """
    return messages.gettext("within {duration}").format(duration=duration(messages, iso))


@cache
def _patterns(language: str) -> _Patterns:
    if language == "en":
        return _ENGLISH
    if language == "fr":
        return _FRENCH
    from babel import Locale

    name = _OTHERS.get(language, language)
    locale = Locale.parse(name)
    formats = locale.datetime_skeletons
    return _Patterns(
        name,
        full=formats["MMMEd"].pattern,
        full_year=formats["yMMMEd"].pattern,
        short=formats["MMMEd"].pattern,
        plain=formats["MMMd"].pattern,
        plain_year=formats["yMMMd"].pattern,
        hour=locale.time_formats["short"].pattern,
        hour_minute=locale.time_formats["short"].pattern,
    )


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(_patterns(language).locale)


def _date(messages: Messages, day: date, pattern: str) -> str:
    from babel.dates import format_date

    first = messages.language == "fr" and day.day == 1
    return _held(
        format_date(day, pattern.replace("{d}", "d'er'" if first else "d"), locale=_locale(messages.language)),
        narrow_only=True,
    )


@cache
def _weekdays(language: str, width: str) -> tuple[str, ...]:
    names = _locale(language).days["stand-alone"][width]
    # CLDR's Canadian English has "Mon." in some versions and "Mon" in others.
    return tuple(names[day].rstrip(".") if language == "en" else names[day] for day in range(7))


def _short_clock(messages: Messages, moment: time, *, marked: bool) -> str:
    if moment in (time(0), time(12)):
        return clock_time(messages, moment)
    return _clock(messages, moment, marked=marked)


def _clock(messages: Messages, moment: time, *, marked: bool) -> str:
    from babel.dates import format_time

    patterns = _patterns(messages.language)
    pattern = patterns.hour_minute if moment.minute else patterns.hour
    if not marked:
        pattern = pattern.replace(" a", "")
    return _held(format_time(moment, pattern, locale=_locale(messages.language)))


def _held(words: str, *, narrow_only: bool = False) -> str:
    """Keep a number with its unit; the narrow no-break space becomes the plain one, which every font has."""
    held = words.replace("\N{NARROW NO-BREAK SPACE}", NBSP)
    return held if narrow_only else held.replace(" ", NBSP)
