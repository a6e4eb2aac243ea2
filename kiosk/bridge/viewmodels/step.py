"""The page of one step: what it is, and every way to do it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.step_words import FactRow, Shown, gone, place_for, shown, step_called
from kiosk.bridge.viewmodels.ways import Reaching, WayRow
from kiosk.planning import Here
from kiosk.planning.places import Places
from kiosk.planning.plan import PlannedStep
from kiosk.visit.visit import Page, going_to
from kiosk.wording.steps import service_of

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


def reaching_now(session: Session, step: PlannedStep) -> Reaching | None:
    """How the service behind `step` is reached from here, now; None for an action outside the catalogue."""
    service = service_of(session.catalogue, step)
    if service is None:
        return None
    site, now = session.site, session.now()
    place = place_for(session.catalogue, session.visit, step)
    places = Places(session.catalogue, Here(site.latitude, site.longitude), now)
    return Reaching(
        session.messages,
        session.catalogue,
        service,
        now,
        site.zone,
        session.catalogue.locations[place] if place else None,
        places.distance(place) if place else None,
    )


@QmlElement
@QmlUncreatable("made by the application")
class StepViewModel(QObject):  # type: ignore[operator]
    """Shows the step that the visit stands at."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown = Shown()
        self._facts = Rows(FactRow, self)
        self._ways = Rows(WayRow, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def chip(self) -> str:
        """`Step 1 of 6: do this first`; empty where there is only one."""
        return self._shown.chip

    @Property(str, notify=changed)
    def chipTone(self) -> str:
        """The tone of that chip."""
        return self._shown.chip_tone

    @Property(str, notify=changed)
    def chipSymbol(self) -> str:
        """Its icon."""
        return self._shown.chip_symbol

    @Property(str, notify=changed)
    def maybe(self) -> str:
        """That the step may be for the person; empty when it is for sure."""
        return self._shown.maybe

    @Property(str, notify=changed)
    def title(self) -> str:
        """What to do."""
        return self._shown.title

    @Property(bool, notify=changed)
    def discreet(self) -> bool:
        """Whether the title is not to be read from a distance."""
        return self._shown.discreet

    @Property(str, notify=changed)
    def organization(self) -> str:
        """Whose service it is."""
        return self._shown.organization

    @Property(str, notify=changed)
    def gives(self) -> str:
        """What the person gets."""
        return self._shown.gives

    @Property(str, notify=changed)
    def note(self) -> str:
        """What the editors add for this situation."""
        return self._shown.note

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why the step may be or is not for the person."""
        return self._shown.why

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question whose answer would settle it."""
        return self._shown.question

    @Property(str, notify=changed)
    def late(self) -> str:
        """What can still be done when the day has passed."""
        return self._shown.late

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What staff here say of the service before anything else: that it is closed, or that something is checked."""
        return self._shown.notice

    @Property(str, notify=changed)
    def safety(self) -> str:
        """What to do in danger."""
        return self._shown.safety

    @Property(str, notify=changed)
    def before(self) -> str:
        """`Needs step 1`; empty when nothing comes first."""
        return self._shown.before

    @Property(str, notify=changed)
    def beforeTitle(self) -> str:
        """What that step is."""
        return self._shown.before_title

    @Property(str, notify=changed)
    def say(self) -> str:
        """What to tell the clerk, in quotation marks."""
        return self._shown.say

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def papers(self) -> list[str]:
        """The papers of this step."""
        return list(self._shown.papers)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def amounts(self) -> list[str]:
        """Prices, and money to be had."""
        return list(self._shown.amounts)

    @Property(str, notify=changed)
    def checked(self) -> str:
        """When and where the facts were found."""
        return self._shown.checked

    @Property(bool, notify=changed)
    def pageRead(self) -> bool:
        """Whether the editors read the official page itself."""
        return self._shown.page_read

    @Property(str, notify=changed)
    def doubt(self) -> str:
        """That the facts are to be checked; empty when they are sure enough."""
        return self._shown.doubt

    @Property(str, notify=changed)
    def nextTitle(self) -> str:
        """What to do after this step; empty at the last one."""
        return self._shown.next_title

    @Property(bool, notify=changed)
    def single(self) -> bool:
        """Whether this one service is all there is to take away."""
        return self._shown.single

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """Cost, wait and date; roles label, value, symbol, doubt."""
        return self._facts

    @Property(Rows, constant=True)
    def ways(self) -> Rows:
        """Every way, best first; the roles are the fields of `WayRow`."""
        return self._ways

    @Slot()
    def openPlace(self) -> None:
        """Where and when to go in person."""
        step = self._session.visit.here.subject
        self._session.do(lambda visit: going_to(visit, Page.WHERE, step))

    @Slot()
    def answer(self) -> None:
        """Ask the question that would settle the step."""
        fact = self._shown.question_fact
        if fact:
            self._session.do(lambda visit: going_to(visit, Page.QUESTION, fact))

    @Slot()
    def openBefore(self) -> None:
        """The step that comes first."""
        self._open(self._shown.before_step)

    @Slot()
    def openNext(self) -> None:
        """The step that comes after."""
        self._open(self._shown.next_step)

    @Slot()
    def openPapers(self) -> None:
        """The papers of the whole plan."""
        self._session.do(lambda visit: going_to(visit, Page.PAPERS))

    @Slot()
    def openTake(self) -> None:
        """Take the plan away."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE))

    def _open(self, step: str) -> None:
        if step:
            self._session.do(lambda visit: going_to(visit, Page.STEP, step))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.STEP:
            if not session.visit.bundles:
                self._show(Shown())
            return
        step = step_called(session.plan, session.visit.here.subject)
        if step is None:
            self._show(gone(session.messages))
            return
        reaching = reaching_now(session, step)
        today = session.now().date()
        self._show(shown(session.messages, session.catalogue, session.visit, session.plan, step, today, reaching))

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._facts.show(new.facts)
            self._ways.show(new.ways)
            self.changed.emit()
