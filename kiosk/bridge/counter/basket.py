"""The basket: the plan of the person at the desk, its steps moved and left out, its papers once."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.basket_words import PaperRow, Shown, StepRow, emptied, names_of, removable, shown
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.planning.arranging import Move, needs, step_above
from kiosk.planning.plan import PlannedStep
from kiosk.visit.visit import Visit, doing_before, leaving_out, no_more_about

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class BasketViewModel(QObject):  # type: ignore[operator]
    """Shows the plan of the visit to staff, in their language, and changes it as they say."""

    changed = Signal()
    moved = Signal(int)
    """A step stands on this line now, counted from 0: the focus goes with it."""

    def __init__(self, desk: DeskViewModel, session: Session) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._shown = Shown()
        self._steps = Rows(StepRow, self)
        self._papers = Rows(PaperRow, self)
        session.changed.connect(self._refresh)
        desk.spoke.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def count(self) -> str:
        """`3 steps`."""
        return self._shown.count

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing was added yet."""
        return self._shown.empty

    @Property(bool, notify=changed)
    def sensitive(self) -> bool:
        """Whether the topic must not be read over a shoulder."""
        return self._shown.sensitive

    @Property(str, notify=changed)
    def fees(self) -> str:
        """What it all costs."""
        return self._shown.fees

    @Property(str, notify=changed)
    def ask(self) -> str:
        """What more questions would bring; empty when no answer changes anything."""
        return self._shown.ask

    @Property(str, notify=changed)
    def question(self) -> str:
        """The next question; empty when there is none."""
        return self._shown.question

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        """The steps (`StepRow`), those to do first."""
        return self._steps

    @Property(Rows, constant=True)
    def papers(self) -> Rows:
        """What to bring, each once (`PaperRow`)."""
        return self._papers

    @Slot(str)
    def moveUp(self, step_id: str) -> None:
        """Have a step done before the one above it, unless it needs what that one gives."""
        plan = self._session.plan
        step, above = self._step(step_id), step_above(plan, step_id)
        if step is None or above is None or needs(step, above):
            return
        self._session.do(lambda visit: doing_before(visit, Move(step.id, above.id)))
        line = next((at for at, row in enumerate(self._shown.steps) if row.step == step.id), -1)
        self.moved.emit(line)

    @Slot(str)
    def leaveOut(self, step_id: str) -> None:
        """Take a step out of the plan; with its last step a bundle goes too."""
        step = self._step(step_id)
        if step is None or not removable(self._session.plan, step):
            return
        line = next((at for at, row in enumerate(self._shown.steps) if row.step == step.id), 0)
        self._session.do(lambda visit: self._without(visit, step))
        self.moved.emit(min(line, len(self._shown.steps) - 1))

    def _without(self, visit: Visit, step: PlannedStep) -> Visit:
        less = leaving_out(visit, *names_of(step))
        whole = self._session.catalogue_for(replace(visit, left_out=frozenset()))
        return no_more_about(less, *emptied(whole, visit, less.left_out))

    def _step(self, step_id: str) -> PlannedStep | None:
        return next((step for step in self._session.plan.steps if step.id == step_id), None)

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        visit = session.visit
        new = Shown()
        if visit.bundles:
            new = shown(self._desk.messages, session.catalogue, visit, session.plan, session.now().date())
        if new != self._shown:
            self._shown = new
            self._steps.show(new.steps)
            self._papers.show(new.papers)
            self.changed.emit()
