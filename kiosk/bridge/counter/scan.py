"""A slip that comes back: read from a scanner or from its code, and opened as it stood."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.handing_over import HandingOver
from kiosk.bridge.counter.on_kiosk import OnKioskViewModel
from kiosk.bridge.counter.scan_problems import problem_words
from kiosk.bridge.counter.scan_slip import OpenSlipViewModel
from kiosk.bridge.counter.scan_words import Became, FactRow, Shown, facts_of, shown
from kiosk.bridge.counter.scanner import Scanners
from kiosk.bridge.counter.slip_reading import OpenSlip, SlipReader
from kiosk.bridge.session import Session
from kiosk.counter.scanning.doubts import Doubt
from kiosk.counter.scanning.typing import WHOLE, grouped, plain
from kiosk.counter.staff import Deed
from kiosk.errors import KioskError
from kiosk.referral.code import CodeCheckError
from kiosk.visit.visit import Visit, taking_up

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

BecameOf = Callable[[str], Mapping[int, Became]]
"""What became of the steps of the slip with a code (seven characters), by the numbers of their services."""


class Wish(StrEnum):
    """Why the plan goes to Walk-in: to add to it, or to ask the questions anew."""

    MORE = "more"
    RECHECK = "recheck"


@QmlElement
@QmlUncreatable("made by the application")
class ScanViewModel(QObject):  # type: ignore[operator]
    """Reads slips and shows the plan that each one was made for, in a session of its own: the basket stays as it is."""

    changed = Signal()
    arrived = Signal()
    """A slip has been opened: the focus goes to its steps."""
    told = Signal(str)
    """What came of a scan, for the ear."""
    caseWanted = Signal(object)
    """The slip (`OpenSlip`), for a case."""
    flagWanted = Signal(str)
    needWanted = Signal()
    planWanted = Signal(object, str, bool)
    """The plan of the slip (`OpenSlip`) is wanted in Walk-in, in this language, its questions asked anew or not."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        slips: SlipReader,
        became: BecameOf,
        handing: HandingOver,
        on_kiosk: OnKioskViewModel,
        scanners: Scanners,
        basket_in_use: Callable[[], bool],
    ) -> None:
        """`session` is for slips alone; `basket_in_use` tells whether a plan in Walk-in would be lost."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._slips = slips
        self._became = became
        self._handing = handing
        self._on_kiosk = on_kiosk
        self._scanners = scanners
        self._basket_in_use = basket_in_use
        self._typed = ""
        self._slip: OpenSlip | None = None
        self._error: KioskError | None = None
        self._doubt: Doubt | None = None
        self._asks: Wish | None = None
        self._chosen = 0
        self._lines = 0
        self._view = OpenSlipViewModel(self)
        # Somebody may come back from the case of the slip, where something was noted.
        for signal in (desk.spoke, desk.moved, session.changed, scanners.changed):
            signal.connect(self._say)
        desk.changed.connect(self.changed)
        self._say()

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The code as far as it is typed, in its groups."""
        return self._typed

    @Property(str, notify=changed)
    def reader(self) -> str:
        """Whether a reader on a serial line is there; empty where none is configured."""
        gettext, plugged = self._desk.messages.gettext, self._scanners.plugged
        if plugged is None:
            return ""
        return gettext("The reader is ready") if plugged else gettext("The reader is unplugged")

    @Property(bool, notify=changed)
    def readerGone(self) -> bool:
        """Whether that reader is unplugged."""
        return self._scanners.plugged is False

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong with what was scanned or typed; empty where nothing is."""
        return problem_words(self._desk.messages, self._error, self._doubt) if self._error else ""

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong on this machine, though a slip can be read; empty where nothing is."""
        trouble = self._slip.trouble if self._slip else None
        return problem_words(self._desk.messages, trouble) if trouble else ""

    @Property(OpenSlipViewModel, constant=True)
    def slip(self) -> OpenSlipViewModel:
        """The slip that is open, in words."""
        return self._view

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether it can be printed again."""
        return self._usable() and bool(self._handing.property("hasPrinter"))

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:
        """Whether its plan can be taken to Walk-in."""
        return self._slip is not None and bool(self._slip.opened.bundles)

    @Property(bool, notify=changed)
    def canOpenCase(self) -> bool:
        """Whether a case can be opened with it, by whoever is signed in."""
        return self._usable() and self._desk.may(Deed.KEEP_CASES)

    @Property(str, notify=changed)
    def asks(self) -> str:
        """Whether to give up the plan in Walk-in: `more` or `recheck`, for which it would be; empty otherwise."""
        return self._asks or ""

    @Property(HandingOver, constant=True)
    def handing(self) -> HandingOver:
        """The slip on its way to paper."""
        return self._handing

    @Property(OnKioskViewModel, constant=True)
    def onKiosk(self) -> OnKioskViewModel:
        """The plan on its way to a kiosk."""
        return self._on_kiosk

    @Slot(str)
    def type(self, untrusted: str) -> None:
        """The code as it stands in its field; a whole one is looked up at once."""
        before, self._typed = self._typed, grouped(untrusted, self._typed)
        self._error = self._doubt = None
        if len(plain(self._typed)) == WHOLE and len(self._typed) > len(before):
            self.enter()
        else:
            self._say()

    @Slot()
    def enter(self) -> None:
        """Look up what is typed, or pasted."""
        if self._typed.strip():
            self._open(self._slips.from_keys, self._typed)

    @Slot(str)
    def hear(self, untrusted_text: str) -> None:
        """A scanner has read this."""
        self._typed = ""
        self._open(self._slips.from_scanner, untrusted_text)

    @Slot(int)
    def choose(self, line: int) -> None:
        """Show one step in full."""
        if 0 <= line < self._lines:
            self._chosen = line
            self._say()

    @Slot()
    def clear(self) -> None:
        """Put the slip away, for the next one."""
        self._slip = self._error = self._doubt = self._asks = None
        self._typed, self._chosen = "", 0
        self._session.end()
        self._say()

    @Slot()
    def reprint(self) -> None:
        """Print it once more."""
        if self.property("canPrint"):
            self._handing.print()

    @Slot()
    def openCase(self) -> None:
        """Open a case with it, for which the person is asked first."""
        if self.property("canOpenCase"):
            self.caseWanted.emit(self._slip)

    @Slot()
    def addMore(self) -> None:
        """Add to the plan, in Walk-in."""
        self._ask(Wish.MORE)

    @Slot()
    def recheck(self) -> None:
        """Ask the questions of its situation anew, in Walk-in."""
        self._ask(Wish.RECHECK)

    @Slot()
    def replaceBasket(self) -> None:
        """Give up the plan in Walk-in for this one."""
        if self._asks is not None:
            self._go_on(self._asks)

    @Slot()
    def keepBasket(self) -> None:
        """Leave the plan in Walk-in as it is."""
        self._asks = None
        self._say()

    @Slot()
    def flag(self) -> None:
        """Something is wrong about the step shown in full."""
        row = self._view.row
        if row is not None and row.service:
            self.flagWanted.emit(row.service)

    def let_go(self) -> None:
        """Forget the slip, with whoever brought it."""
        self.clear()
        self._on_kiosk.let_go()

    def _open(self, read: Callable[[str, date], OpenSlip], untrusted_text: str) -> None:
        """Show what was read, or what is wrong; a slip that is open already stays until another one is."""
        self._error = self._doubt = None
        try:
            slip = read(untrusted_text, self._now().date())
        except KioskError as error:
            self._error = error
            self._doubt = self._slips.doubt_of(untrusted_text) if isinstance(error, CodeCheckError) else None
            self._say()
            self.told.emit(self.property("problem"))
            return
        session, opened = self._session, slip.opened
        self._slip, self._typed, self._chosen = slip, "", 0
        language = slip.language or session.site.office_languages[0]
        session.end()
        session.do(lambda _visit: taking_up(Visit(language), opened.bundles, opened.given))
        self._say()
        self.arrived.emit()
        self.told.emit(self._view.property("standing"))

    def _usable(self) -> bool:
        return self._slip is not None and bool(self._slip.opened.bundles) and not self._slip.is_altered

    def _ask(self, wish: Wish) -> None:
        if not self.property("canGoOn") or (wish is Wish.MORE and not self._usable()):
            return
        if self._basket_in_use():
            self._asks = wish
            self._say()
        else:
            self._go_on(wish)

    def _go_on(self, wish: Wish) -> None:
        self._asks = None
        self._say()
        self.planWanted.emit(self._slip, self._session.language, wish is Wish.RECHECK)

    @Slot()
    def _say(self) -> None:
        session, messages, slip = self._session, self._desk.messages, self._slip
        new = Shown()
        facts: tuple[FactRow, ...] = ()
        if slip is not None:
            reading, today = slip.scan.reading, self._now().date()
            became = self._became(reading.code.characters)
            new = shown(messages, session.catalogue, reading, slip.opened, session.plan, slip.changes, became, today)
            facts = self._facts_of(slip, new.rows[self._chosen].step) if new.rows else ()
        self._lines = len(new.rows)
        self._view.show(messages, new, self._chosen, facts)
        self.changed.emit()

    def _facts_of(self, slip: OpenSlip, step_id: str) -> tuple[FactRow, ...]:
        session = self._session
        step = next((s for s in session.plan.to_do() if step_id in (s.id, *s.also)), None)
        if step is None:
            return ()
        aspects = slip.changes.by_service.get(slip.opened.items[self._chosen].item.service, ())
        zone = session.site.zone
        return facts_of(self._desk.messages, session.catalogue, session.plan, step, aspects, self._now(), zone)

    def _now(self) -> datetime:
        return self._session.now()
