"""The page that shows the seams of the plan in the basket: who does what, who hands over, what is asked again."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.seam_words import AgainRow, HandoverRow, LaneRow, ShownSeams, StepColumn, seams_shown
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.counter.seams import seams_of

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SeamsViewModel(QObject):  # type: ignore[operator]
    """Follows the basket: whatever changes the plan changes its seams."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, session: Session) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._shown = ShownSeams()
        self._lanes = Rows(LaneRow, self)
        self._columns = Rows(StepColumn, self)
        self._handovers = Rows(HandoverRow, self)
        self._again = Rows(AgainRow, self)
        desk.spoke.connect(self._say)
        session.changed.connect(self._say)
        self._say()

    @Property(Rows, constant=True)
    def lanes(self) -> Rows:
        """One row for each organization: `LaneRow`."""
        return self._lanes

    @Property(Rows, constant=True)
    def columns(self) -> Rows:
        """One column for each step: `StepColumn`."""
        return self._columns

    @Property(Rows, constant=True)
    def handovers(self) -> Rows:
        """Every handover: `HandoverRow`."""
        return self._handovers

    @Property(Rows, constant=True)
    def again(self) -> Rows:
        """What several organizations ask for: `AgainRow`."""
        return self._again

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How many of each, in one line; empty where there is no plan."""
        return self._shown.summary

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether there is no plan to look behind."""
        return not self._shown.columns

    @Property(int, notify=changed)
    def laneCount(self) -> int:
        """How many organizations there are."""
        return len(self._shown.lanes)

    @Property(int, notify=changed)
    def columnCount(self) -> int:
        """How many steps there are."""
        return len(self._shown.columns)

    @Slot(int, result=str)
    def said(self, column: int) -> str:
        """A step in words: its number, its title, where and how it is done; empty where there is no such column."""
        if not 0 <= column < len(self._shown.columns):
            return ""
        step = self._shown.columns[column]
        return " · ".join(part for part in (f"{step.number} {step.title}".strip(), step.where) if part)

    @Slot()
    def _say(self) -> None:
        session = self._session
        if session.visit.bundles:
            plan, catalogue = session.plan, session.catalogue
            self._shown = seams_shown(self._desk.messages, catalogue, plan, seams_of(catalogue, plan))
        else:
            self._shown = ShownSeams()
        self._lanes.show(self._shown.lanes)
        self._columns.show(self._shown.columns)
        self._handovers.show(self._shown.handovers)
        self._again.show(self._shown.again)
        self.changed.emit()
