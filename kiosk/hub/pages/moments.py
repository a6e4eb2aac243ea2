"""Moments in words, as the operator's own clock has them: the day, and the time beside it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, plain_date

_SINCE_1970 = date(1970, 1, 1)


def moment_words(messages: Messages, at: int, now: datetime, zone: ZoneInfo) -> str:
    """`12 March, 4:30 p.m.`, « 12 mars, 16 h 30 »; with the year when it is not this year's."""
    local = datetime.fromtimestamp(at, UTC).astimezone(zone)
    day = plain_date(messages, local.date(), now.astimezone(zone).date())
    return messages.gettext("{day}, {time}").format(day=day, time=clock_time(messages, local.time()))


def day_words(messages: Messages, day: int, now: datetime, zone: ZoneInfo) -> str:
    """`12 March`, of a day since 1970."""
    return plain_date(messages, day_of(day), now.astimezone(zone).date())


def day_of(day: int) -> date:
    """The date of a day since 1970."""
    return _SINCE_1970 + timedelta(days=day)


def ago_words(messages: Messages, seconds: int) -> str:
    """`5 minutes`, `3 hours`, `2 days`: how long, in the largest unit that fits."""
    minutes = max(0, seconds) // 60
    if minutes < 120:
        return messages.ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours = minutes // 60
    if hours < 48:
        return messages.ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return messages.ngettext("{count} day", "{count} days", hours // 24).format(count=hours // 24)
