"""The plan on the screen: what it says is in `plan_words`; this shows it and leads into its steps."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.plan_words import PathRow, Shown, shown
from kiosk.visit.visit import Page, going_to, wanting_every_question

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PlanViewModel(QObject):  # type: ignore[operator]
    """Shows the plan of the visit, and leads into its steps."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._with_left_out = False
        self._shown = Shown()
        self._rows = Rows(PathRow, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """`Your plan: 6 steps`."""
        return self._shown.title

    @Property(str, notify=changed)
    def opening(self) -> str:
        """One quiet line said first."""
        return self._shown.opening

    @Property(str, notify=changed)
    def safety(self) -> str:
        """What to do in danger; empty where the situation has none."""
        return self._shown.safety

    @Property(str, notify=changed)
    def situation(self) -> str:
        """The situation, or a neutral name for it."""
        return self._shown.situation

    @Property(str, notify=changed)
    def said(self) -> str:
        """What the person said, in a few words."""
        return self._shown.said

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """The situation's icon."""
        return self._shown.symbol

    @Property(bool, notify=changed)
    def discreet(self) -> bool:
        """Whether others must not read from afar what the steps are about."""
        return self._shown.discreet

    @Property(str, notify=changed)
    def theme(self) -> str:
        """The situation's colours."""
        return self._shown.theme

    @Property(str, notify=changed)
    def papers(self) -> str:
        """How many papers the whole plan asks for."""
        return self._shown.papers

    @Property(str, notify=changed)
    def bring(self) -> str:
        """That each is brought once; once some are ticked, how many are still missing."""
        return self._shown.bring

    @Property(str, notify=changed)
    def fees(self) -> str:
        """What it costs in all."""
        return self._shown.fees

    @Property(str, notify=changed)
    def age(self) -> str:
        """How old the information is, where it is old."""
        return self._shown.age

    @Property(str, notify=changed)
    def leftOut(self) -> str:
        """How many steps do not apply; empty when all do."""
        return self._shown.left_out

    @Property(bool, notify=changed)
    def leftOutShown(self) -> bool:
        """Whether those steps are listed, each with its reason."""
        return self._with_left_out

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The path; roles kind, step, number, title, due, cost, ways, papers, needs, chip, why."""
        return self._rows

    @Property(str, notify=changed)
    def more(self) -> str:
        """How many questions could still change the plan; empty when none can."""
        return self._shown.more

    @Slot()
    def askMore(self) -> None:
        """Go on with the questions."""
        question = self._session.plan.next_question
        if question is not None:
            self._session.do(lambda visit: wanting_every_question(visit, question))

    @Slot(str)
    def openStep(self, step: str) -> None:
        """The page of one step."""
        self._session.do(lambda visit: going_to(visit, Page.STEP, step))

    @Slot()
    def openPapers(self) -> None:
        """The papers of the whole plan."""
        self._session.do(lambda visit: going_to(visit, Page.PAPERS))

    @Slot()
    def openTake(self) -> None:
        """Take the plan away."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE))

    @Slot()
    def openAnswers(self) -> None:
        """See and change what was answered."""
        self._session.do(lambda visit: going_to(visit, Page.ANSWERS))

    @Slot()
    def toggleLeftOut(self) -> None:
        """List the steps that do not apply, or fold them away."""
        self._with_left_out = not self._with_left_out
        self._refresh()

    def _forget(self) -> None:
        self._with_left_out = False
        self._show(Shown())

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.PLAN:
            if not session.visit.bundles:
                self._forget()
            return
        self._show(
            shown(
                session.messages,
                session.catalogue,
                session.visit,
                session.plan,
                session.now().date(),
                with_left_out=self._with_left_out,
            )
        )

    def _show(self, new: Shown) -> None:
        self._shown = new
        self._rows.show(new.rows)
        self.changed.emit()
