"""Where and when: the page of one place of a service, and of all of them."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.day_bar import OpenSpan, Tick
from kiosk.bridge.viewmodels.hours_ahead import DayRow
from kiosk.bridge.viewmodels.way_map import WayMapViewModel, shipped_coast
from kiosk.bridge.viewmodels.where_words import ALL_PLACES, Line, PlaceRow, Shown, having_chosen, shown
from kiosk.bridge.way_pictures import WayPictures
from kiosk.catalogue.model import LocationId, ServiceId
from kiosk.visit.visit import Page, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class WhereViewModel(QObject):  # type: ignore[operator]
    """Shows a place, or all of them, and notes which one is chosen."""

    changed = Signal()

    def __init__(self, session: Session, pictures: WayPictures) -> None:
        """`pictures` is where the page finds the sketch of the way."""
        super().__init__()
        self._session = session
        self._shown = Shown()
        self._spans = Rows(OpenSpan, self)
        self._ticks = Rows(Tick, self)
        self._week = Rows(DayRow, self)
        self._lines = Rows(Line, self)
        self._places = Rows(PlaceRow, self)
        self._map = WayMapViewModel(session, pictures, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def above(self) -> str:
        """The step that leads here."""
        return self._shown.above

    @Property(str, notify=changed)
    def title(self) -> str:
        """The place's name, or how many there are."""
        return self._shown.title

    @Property(str, notify=changed)
    def address(self) -> str:
        """Its address; only the town where the address is in doubt."""
        return self._shown.address

    @Property(WayMapViewModel, constant=True)
    def map(self) -> WayMapViewModel:
        """The way to it."""
        return self._map

    @Property(str, notify=changed)
    def opening(self) -> str:
        """Whether it is open."""
        return self._shown.opening

    @Property(str, notify=changed)
    def tone(self) -> str:
        """The tone to say that in."""
        return self._shown.tone

    @Property(str, notify=changed)
    def mark(self) -> str:
        """What stands beside an address that nobody has checked."""
        return self._shown.mark

    @Property(str, notify=changed)
    def doubt(self) -> str:
        """Whom to ask where the address cannot be shown."""
        return self._shown.doubt

    @Property(str, notify=changed)
    def phone(self) -> str:
        """The number to call in place of going, or whom to ask for it."""
        return self._shown.phone

    @Property(bool, notify=changed)
    def chosen(self) -> bool:
        """Whether the plan goes to this one of several places."""
        return self._shown.chosen

    @Property(bool, notify=changed)
    def canChoose(self) -> bool:
        """Whether one place is shown, which the person can keep."""
        return self._shown.location != ""

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        """Whether there is nothing to choose: the plan goes here already, or the service is given nowhere else."""
        return self._shown.chosen or self._shown.others == ""

    @Property(str, notify=changed)
    def others(self) -> str:
        """How many other places there are; empty when there is none."""
        return self._shown.others

    @Property(bool, notify=changed)
    def listed(self) -> bool:
        """Whether every place is listed."""
        return bool(self._shown.places)

    @Property(str, notify=changed)
    def today(self) -> str:
        """`Today, Thursday: 8:30 a.m. to 4 p.m.`; empty without a timetable."""
        return self._shown.hours.today

    @Property(float, notify=changed)
    def now(self) -> float:
        """Where the moment is on today's bar, from 0 to 1; negative outside it."""
        return self._shown.hours.bar.now

    @Property(str, notify=changed)
    def nowLabel(self) -> str:
        """The time."""
        return self._shown.hours.bar.now_label

    @Property(str, notify=changed)
    def barSpoken(self) -> str:
        """What the bar of the day writes."""
        return self._shown.hours.bar.spoken

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def unusual(self) -> list[str]:
        """The days of the next weeks that are unlike their weekday, and why."""
        return list(self._shown.hours.unusual)

    @Property(Rows, constant=True)
    def spans(self) -> Rows:
        """Today's opening on the bar; roles start, end."""
        return self._spans

    @Property(Rows, constant=True)
    def ticks(self) -> Rows:
        """The hours under the bar; roles place, label."""
        return self._ticks

    @Property(Rows, constant=True)
    def week(self) -> Rows:
        """The six days after today; roles days, hours, isOpen."""
        return self._week

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """Getting in, parking, languages and a note; roles symbol, words."""
        return self._lines

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        """Every place, nearest first; roles place, label, detail, opening, tone, mark, chosen."""
        return self._places

    @Slot()
    def choose(self) -> None:
        """Keep this place for the plan and its slip, and go back to the step."""
        new = self._shown
        if new.location:
            service, location = ServiceId(new.service), LocationId(new.location)
            self._session.do(lambda visit: having_chosen(visit, service, location, new.step))

    @Slot()
    def openOthers(self) -> None:
        """List every place."""
        self._open(ALL_PLACES)

    @Slot(str)
    def open(self, place: str) -> None:
        """Look at one of them."""
        self._open(place)

    def _open(self, rest: str) -> None:
        step = self._shown.step
        self._session.do(lambda visit: going_to(visit, Page.WHERE, f"{step}/{rest}"))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.WHERE:
            if not session.visit.bundles:
                self._show(Shown())
            return
        self._show(
            shown(
                session.messages,
                session.catalogue,
                session.visit,
                session.plan,
                session.site,
                session.now(),
                shipped_coast(),
            )
        )

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._spans.show(new.hours.bar.spans)
            self._ticks.show(new.hours.bar.ticks)
            self._week.show(new.hours.week)
            self._lines.show(new.lines)
            self._places.show(new.places)
            self._map.show(new.way)
            self.changed.emit()
