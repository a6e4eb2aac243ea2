"""How dates, times, money, lists and lengths are written in each language (CLDR, as written in Canada).

Relative words ("yesterday", "in two weeks") are left out on purpose: a slip is read days later. No-break spaces hold
together what must not be cut. Babel is imported where it is used: the first screen shows no date.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.languages.catalogs import Messages
from kiosk.languages.foreign import RIGHT_TO_LEFT_MARK, isolated
from kiosk.languages.known import tongue_of

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
    month: str = "LLLL y"
    money: str = ""
    """Dollars and cents; CLDR’s own pattern when empty."""


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
_ARABIC = _Patterns(
    "ar",
    full="EEEE {d} MMMM",
    full_year="EEEE {d} MMMM y",
    short="EEE {d} MMMM",
    plain="{d} MMMM",
    plain_year="{d} MMMM y",
    hour="h a",
    hour_minute="h:mm a",
    money="'$'#,##0.00",
)
_UKRAINIAN = _Patterns(
    "uk",
    full="EEEE, {d} MMMM",
    full_year="EEEE, {d} MMMM y\N{NO-BREAK SPACE}'р'.",
    short="EEE, {d} MMMM",
    plain="{d} MMMM",
    plain_year="{d} MMMM y\N{NO-BREAK SPACE}'р'.",
    hour="H:mm",
    hour_minute="H:mm",
    money="#,##0.00 '$'",
)
_CHINESE = _Patterns(
    "zh_Hans_CN",
    full="M月{d}日EEEE",
    full_year="y年M月{d}日EEEE",
    short="M月{d}日EEE",
    plain="M月{d}日",
    plain_year="y年M月{d}日",
    hour="ah:mm",
    hour_minute="ah:mm",
    month="y年M月",
    money="'$'#,##0.00",
)
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH, "ar": _ARABIC, "uk": _UKRAINIAN, "zh": _CHINESE}


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
    return _date(messages, day, _patterns(messages.language).month)


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
    # Where the mark comes first, or is one letter, an hour without it could be any.
    english = messages.language == "en"
    by_day = english and time(0) < opens < time(12) <= closes
    same_half = english and (opens < time(12)) == (closes < time(12)) and opens < closes
    return messages.gettext("{opens} to {closes}").format(
        opens=_short_clock(messages, opens, marked=not by_day and not same_half),
        closes=_short_clock(messages, closes, marked=not by_day),
    )


def money(messages: Messages, amount: Decimal) -> str:
    """`$33`, `$39.90`; « 33 $ », « 39,90 $ ». Dollars; cents only where there are some."""
    from babel.numbers import format_currency

    whole = amount == amount.to_integral_value()
    locale = _locale(messages.language)
    pattern = _patterns(messages.language).money or locale.currency_formats["standard"].pattern
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

    return format_list(_apart(messages, parts), locale=_locale(messages.language)) if parts else ""


def alternatives(messages: Messages, parts: Sequence[str]) -> str:
    """`a, b or c`, « a, b ou c »."""
    from babel.lists import format_list

    return format_list(_apart(messages, parts), style="or", locale=_locale(messages.language)) if parts else ""


def beside(messages: Messages, parts: Iterable[str]) -> str:
    """`a · b`: facts in one line, empty ones left out; each keeps its own order on a right-to-left screen."""
    told = [part for part in parts if part]
    if not tongue_of(messages.language).right_to_left:
        return " · ".join(told)
    return RIGHT_TO_LEFT_MARK + " · ".join(map(isolated, told)) if told else ""


def number(messages: Messages, value: int | Decimal) -> str:
    """`1,234.5`, « 1 234,5 »."""
    from babel.numbers import format_decimal

    return _held(format_decimal(value, locale=_locale(messages.language)))


def with_count(messages: Messages, words: str, count: int) -> str:
    """`words` with the number in the place of `{count}`."""
    return words.format(count=number(messages, count))


def distance(messages: Messages, metres: float) -> str:
    """`350 m`, `1.2 km`, `14 km`; « 1,2 km ». Rounded to 50 m under a kilometre, to 0.1 km under ten."""
    from babel.numbers import format_decimal

    locale = _locale(messages.language)
    nearest = max(50, round(metres / 50) * 50)
    if nearest < 1000:
        return _held(messages.gettext("{count} m").format(count=format_decimal(nearest, locale=locale)))
    kilometres = metres / 1000
    told = format_decimal(kilometres, "#,##0.#" if kilometres < 9.95 else "#,##0", locale=locale)
    return _held(messages.gettext("{count} km").format(count=told))


_DURATION = re.compile(r"-?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?")


def duration(messages: Messages, iso: str) -> str:
    """`P4W` as `4 weeks`, « 4 semaines »; `P1Y6M` as `1 year and 6 months`. The sign is the caller's to say.

    Raises:
        DurationError: `iso` is not an ISO 8601 duration of whole units.
    """
    match = _DURATION.fullmatch(iso)
    if not match:
        raise DurationError(f"{iso!r} is not a duration: write P4W, P30D or PT48H")
    amounts = [(int(amount), units) for amount, units in zip(match.groups(), _units(messages), strict=True) if amount]
    return listing(messages, [_held(units(amount).format(count=amount)) for amount, units in amounts])


def within(messages: Messages, iso: str) -> str:
    """`within 4 weeks`, « dans un délai de 4 semaines ».

    Raises:
        DurationError: `iso` is not an ISO 8601 duration of whole units.
    """
    return messages.gettext("within {duration}").format(duration=duration(messages, iso))


def _patterns(language: str) -> _Patterns:
    return _PATTERNS.get(language, _ENGLISH)


def _units(messages: Messages) -> tuple[Callable[[int], str], ...]:
    """Years to minutes, each for a number of them: CLDR’s own lack plurals in Arabic, and words in Chinese."""
    return (
        lambda n: messages.ngettext("{count} year", "{count} years", n),
        lambda n: messages.ngettext("{count} month", "{count} months", n),
        lambda n: messages.ngettext("{count} week", "{count} weeks", n),
        lambda n: messages.ngettext("{count} day", "{count} days", n),
        lambda n: messages.ngettext("{count} hour", "{count} hours", n),
        lambda n: messages.ngettext("{count} minute", "{count} minutes", n),
    )


def _apart(messages: Messages, parts: Sequence[str]) -> Sequence[str]:
    """The parts of a list; on a right-to-left screen each keeps its own order."""
    return [isolated(part) for part in parts] if tongue_of(messages.language).right_to_left else parts


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(_patterns(language).locale)


def _date(messages: Messages, day: date, pattern: str) -> str:
    from babel.dates import format_date

    # In French the first of a month is an ordinal.
    first = messages.language == "fr" and day.day == 1
    return _held(
        format_date(day, pattern.replace("{d}", "d'er'" if first else "d"), locale=_locale(messages.language)),
        narrow_only=True,
    )


@cache
def _weekdays(language: str, width: str) -> tuple[str, ...]:
    # Arabic abbreviates no weekday, but has one without its article.
    bare_arabic = language == "ar" and width == "abbreviated"
    names = _locale(language).days["format"]["short"] if bare_arabic else _locale(language).days["stand-alone"][width]
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
