"""The walk-in page: what is found while staff type, what suits of it, whom it is for, and how long they are here."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.asking import AskingViewModel
from kiosk.bridge.counter.basket import BasketViewModel
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.finding import Target, in_plan
from kiosk.bridge.counter.handing_over import HandingOver
from kiosk.bridge.counter.on_kiosk import OnKioskViewModel
from kiosk.bridge.counter.reading_aloud import ReadingAloudViewModel
from kiosk.bridge.counter.searching import SearchingViewModel
from kiosk.bridge.counter.together import TogetherViewModel
from kiosk.bridge.counter.walk_in_words import OftenRow, elapsed_words, often_rows
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import Ready
from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.catalogue.search import Kind
from kiosk.counter.calling.lines import language_name
from kiosk.counter.walkin.often import Often
from kiosk.visit.single import is_single, single_service
from kiosk.visit.visit import Page, Stop, Visit, about

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_TICK_MS = 1000


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands beside the search on the page, each with a view-model of its own."""

    basket: BasketViewModel
    asking: AskingViewModel
    handing: HandingOver
    on_kiosk: OnKioskViewModel
    aloud: ReadingAloudViewModel
    together: TogetherViewModel


@QmlElement
@QmlUncreatable("made by the application")
class WalkInViewModel(QObject):  # type: ignore[operator]
    """Puts what is found into the basket of one person after the other; nothing of it is written down."""

    changed = Signal()
    ticked = Signal()
    added = Signal(str)
    """Something is in the plan now; its words are for the ear."""
    cleared = Signal()
    """The next person: the search is empty and has the focus."""
    needWanted = Signal()
    flagWanted = Signal(str)
    """Something is wrong with the service of this id."""
    seamsWanted = Signal()
    caseWanted = Signal(str)
    """A case of the plan with this token, for which the person will be asked to consent."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        searching: SearchingViewModel,
        languages: tuple[str, ...],
        steady: Callable[[], float],
        parts: Parts,
    ) -> None:
        """`languages` are those that a slip can be in. `steady` is a clock in seconds that never jumps."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._searching = searching
        self._languages = languages
        self._steady = steady
        self._parts = parts
        self._often = Often()
        self._began: float | None = None
        self._often_rows = Rows(OftenRow, self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.ticked)
        searching.begun.connect(self._start_clock)
        session.changed.connect(self._refresh)
        session.ended.connect(self._forget)
        desk.spoke.connect(self._refresh)
        self._refresh()

    @Property(SearchingViewModel, constant=True)
    def searching(self) -> SearchingViewModel:
        """What staff look for, and what is found."""
        return self._searching

    @Property(BasketViewModel, constant=True)
    def basket(self) -> BasketViewModel:
        """The plan of the person."""
        return self._parts.basket

    @Property(AskingViewModel, constant=True)
    def asking(self) -> AskingViewModel:
        """The questions that make it exact."""
        return self._parts.asking

    @Property(HandingOver, constant=True)
    def handing(self) -> HandingOver:
        """The slip and the code."""
        return self._parts.handing

    @Property(OnKioskViewModel, constant=True)
    def onKiosk(self) -> OnKioskViewModel:
        """The plan on a kiosk's screen."""
        return self._parts.on_kiosk

    @Property(ReadingAloudViewModel, constant=True)
    def aloud(self) -> ReadingAloudViewModel:
        """The slip read aloud."""
        return self._parts.aloud

    @Property(TogetherViewModel, constant=True)
    def together(self) -> TogetherViewModel:
        """The call to 211."""
        return self._parts.together

    @Property(Rows, constant=True)
    def often(self) -> Rows:
        """What was often given today (`OftenRow`)."""
        return self._often_rows

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The languages a slip can be in, by name."""
        return [language_name(self._desk.messages, code).capitalize() for code in self._languages]

    @Property(int, notify=changed)
    def language(self) -> int:
        """Which of them the person speaks."""
        code = self._session.language
        return self._languages.index(code) if code in self._languages else 0

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Whether somebody is being helped."""
        return self._began is not None

    @Property(str, notify=ticked)
    def clock(self) -> str:
        """How long: `0:42`."""
        return elapsed_words(self._steady() - self._began) if self._began is not None else elapsed_words(0)

    @Slot(int)
    def add(self, line: int) -> None:
        """Put what stands on a line, counted from 0, into the basket."""
        target = self._searching.target(line)
        if target is not None:
            self._take(target)

    @Slot(int)
    def addOften(self, at: int) -> None:
        """Put one of what was often given today into the basket."""
        rows = self._often_rows.rows
        if 0 <= at < len(rows):
            self._take((Kind(rows[at].kind), rows[at].target))

    @Slot(int)
    def speakTo(self, at: int) -> None:
        """The person speaks this language: their slip is in it."""
        if 0 <= at < len(self._languages):
            language = self._languages[at]
            self._session.do(lambda visit: replace(self._begun(visit), language=language))

    @Slot()
    def nextPerson(self) -> None:
        """Forget everything of this person; what they were given is counted, for this window and this day only."""
        session, today = self._session, self._session.now().date()
        for bundle in session.visit.bundles:
            self._often = self._often.with_one(bundle, today)
        session.end()

    @Slot(int)
    def flag(self, line: int) -> None:
        """Something is wrong with the service on a line, counted from 0; -1 for none in particular."""
        target = self._searching.target(line)
        self.flagWanted.emit(target[1] if target is not None and target[0] is Kind.SERVICE else "")

    @Slot()
    def openCase(self) -> None:
        """Hand the plan over, and go on to a case of it; where nothing could be signed there is none."""
        self._parts.handing.make(self._open_case)

    def let_go(self) -> None:
        """Stop the clock and fall silent."""
        self._tick.stop()
        self._parts.on_kiosk.let_go()
        self._parts.aloud.let_go()

    def _open_case(self, ready: Ready) -> None:
        if ready.prepared.handover.token:
            self.caseWanted.emit(ready.prepared.handover.token)

    def _take(self, target: Target) -> None:
        kind, name = target
        bundle = BundleId(name) if kind is Kind.BUNDLE else single_service(ServiceId(name))
        session = self._session
        already = session.visit.bundles and name in in_plan(session.plan)
        if not already:
            session.do(lambda visit: _with_life_events_first(about(self._begun(visit), bundle)))
        messages = self._desk.messages
        words = messages.gettext("{name}: already in the plan") if already else messages.gettext("{name}: in the plan")
        self.added.emit(words.format(name=self._name(target)))

    def _name(self, target: Target) -> str:
        kind, name = target
        catalogue, language = self._catalogue(), self._desk.messages.language
        of = catalogue.bundles[BundleId(name)] if kind is Kind.BUNDLE else catalogue.services[ServiceId(name)]
        return of.name.to(language)

    def _begun(self, visit: Visit) -> Visit:
        """The visit of somebody who is being helped: not at the first screen of a kiosk, which forgets."""
        if visit.page is not Page.ATTRACT:
            return visit
        return replace(visit, language=visit.language or self._languages[0], trail=(Stop(Page.PLAN),))

    @Slot()
    def _start_clock(self) -> None:
        if self._began is None:
            self._began = self._steady()
            self._tick.start()
            self.ticked.emit()

    @Slot()
    def _refresh(self) -> None:
        if self._session.visit.bundles:
            self._start_clock()
        self._show()

    def _show(self) -> None:
        first = self._often.first(self._session.now().date())
        self._often_rows.show(often_rows(self._desk.messages, self._catalogue(), first))
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._began = None
        self._tick.stop()
        self._searching.forget()
        self._show()
        self.ticked.emit()
        self.cleared.emit()

    def _catalogue(self) -> Catalogue:
        return self._session.catalogue_for(Visit())


def _with_life_events_first(visit: Visit) -> Visit:
    """A referral's token has room for one life event: that of the first bundle."""
    return replace(visit, bundles=tuple(sorted(visit.bundles, key=is_single)))
