"""The page of one month, from which a day is touched."""

from calendar import Calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.languages import Messages
from kiosk.languages.formats import full_date, month_and_year, short_weekday_name

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the page; `iso` is empty for a day of a neighbouring month."""

    iso: str
    label: str
    spoken: str
    is_today: bool


def page_of(messages: Messages, month: date, today: date) -> tuple[Day, ...]:
    """The cells of the month that `month` is in, weeks beginning on Sunday as calendars here do."""
    return tuple(
        Day(day.isoformat(), str(day.day), _spoken(messages, day, today), day == today)
        if day.month == month.month
        else Day("", "", "", False)
        for day in Calendar(_SUNDAY).itermonthdates(month.year, month.month)
    )


def _spoken(messages: Messages, day: date, today: date) -> str:
    words = full_date(messages, day, today)
    return messages.gettext("Today, {day}").format(day=words) if day == today else words


def turned(month: date, direction: int) -> date:
    """The first of the month before (-1) or after (1)."""
    first = month.replace(day=1)
    return (first - timedelta(days=1)).replace(day=1) if direction < 0 else (first + timedelta(days=32)).replace(day=1)


@QmlElement
@QmlUncreatable("made by the application")
class CalendarViewModel(QObject):  # type: ignore[operator]
    """Shows one month, and turns to the next or the one before."""

    changed = Signal()

    def __init__(self, words: Callable[[], Messages], today: Callable[[], date]) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._month = today()
        self._days = Rows(Day, self)

    def open_at(self, day: date) -> None:
        """Show the month of `day`."""
        self._month = day
        self.refresh()

    def forget(self) -> None:
        """No day, until a month is opened again."""
        self._month = self._today()
        self._days.show(())
        self.changed.emit()

    def refresh(self) -> None:
        """Write the page again, in the language now shown."""
        self._days.show(page_of(self._words(), self._month, self._today()))
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """`November 2026`."""
        return month_and_year(self._words(), self._month)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def weekdays(self) -> list[str]:
        """The heads of the columns, Sunday first."""
        return [short_weekday_name(self._words(), (_SUNDAY + i) % 7) for i in range(7)]

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        """The cells; roles iso, label, spoken, isToday."""
        return self._days

    @Slot(int)
    def turn(self, direction: int) -> None:
        """One month back (-1) or on (1)."""
        self.open_at(turned(self._month, direction))
