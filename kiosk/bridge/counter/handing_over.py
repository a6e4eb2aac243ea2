"""Handing the basket over: its slip is made when staff say so, and printed, or shown as a code for a telephone."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.handing_words import News, code_use, in_languages, print_words, slip_news
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import Order, Ready, SlipDesk
from kiosk.bridge.slip_pictures import QUIET_MODULES, SlipPictures
from kiosk.bridge.slip_printing import Progress, SlipPrinting
from kiosk.referral import token
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper
from kiosk.visit.reopened import token_again

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

Then = Callable[[Ready], None]


@QmlElement
@QmlUncreatable("made by the application")
class HandingOver(QObject):  # type: ignore[operator]
    """Makes the slip of the basket when staff hand it over, never before; a change of the basket makes it void."""

    changed = Signal()
    told = Signal(str)
    """News of the slip, for the ear."""
    voided = Signal()
    """What was made is of a basket that has changed since, or of a person who has left."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        slips: SlipDesk,
        lane: Lane,
        pictures: SlipPictures,
        printing: SlipPrinting,
        paper: Paper,
    ) -> None:
        """`lane` is where `slips` works."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._slips = slips
        self._lane = lane
        self._pictures = pictures
        self._printing = printing
        self._paper = paper
        self._large = False
        self._referral_id = b""
        self._order: Order | None = None
        self._ready: Ready | None = None
        self._handed = self._making = self._failed = self._changed_since = self._code_open = False
        self._said = ""
        session.changed.connect(self._follow)
        session.ended.connect(self._forget)
        printing.changed.connect(self._tell)
        desk.spoke.connect(self.changed)

    @Property(bool, notify=changed)
    def possible(self) -> bool:
        """Whether there is anything to hand over."""
        return bool(self._session.visit.bundles)

    @Property(bool, constant=True)
    def hasPrinter(self) -> bool:
        """Whether this counter has a printer."""
        return self._printing.has_printer

    @Property(str, notify=changed)
    def printWords(self) -> str:
        """`Print in French and English`."""
        return print_words(self._desk.messages, self._languages())

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Whether the slip is in large letters."""
        return self._large

    @Property(bool, notify=changed)
    def making(self) -> bool:
        """Whether the slip is being made now."""
        return self._making

    @Property(str, notify=changed)
    def news(self) -> str:
        """What becomes of the slip, and what to do; empty before there is one."""
        return self._news().text

    @Property(str, notify=changed)
    def newsTone(self) -> str:
        """Calm, good, warn or bad."""
        return self._news().tone

    @Property(str, notify=changed)
    def newsSymbol(self) -> str:
        """The icon beside it."""
        return self._news().symbol

    @Property(bool, notify=changed)
    def codeOpen(self) -> bool:
        """Whether the code fills the page, for the person's telephone."""
        return self._code_open

    @Property(int, notify=changed)
    def codeModules(self) -> int:
        """Squares across the code, its white border counted in; 0 when there is none."""
        modules = self._ready.prepared.phone_qr if self._ready else ()
        return len(modules) + 2 * QUIET_MODULES if modules else 0

    @Property(str, notify=changed)
    def codeUse(self) -> str:
        """What the person does with it."""
        page = self._ready is not None and self._ready.prepared.phone_says.startswith("https:")
        return code_use(self._desk.messages, opens_page=page)

    @Property(str, notify=changed)
    def shortCode(self) -> str:
        """The code in letters; empty when there is none."""
        return self._ready.prepared.slip.code if self._ready and self._handed else ""

    @Property(int, notify=changed)
    def version(self) -> int:
        """Changes with every new picture."""
        return self._pictures.version

    @Slot(bool)
    def chooseLarge(self, large: bool) -> None:
        """Large letters on the slip, or usual ones."""
        if large != self._large:
            self._large = large
            self._follow()
            self.changed.emit()

    @Slot()
    def print(self) -> None:
        """Print the basket in the person's language, with the office's beside it."""
        if self._printing.has_printer:
            self.make(lambda ready: self._printing.send(ready.document))

    @Slot()
    def showCode(self) -> None:
        """Show the code for the person's telephone, large."""
        self.make(self._open_code)

    @Slot()
    def closeCode(self) -> None:
        """Put the code away."""
        if self._code_open:
            self._code_open = False
            self.changed.emit()

    def make(self, then: Then, *, handed: bool = True) -> None:
        """Make the slip of the basket as it stands, write its code down where it is `handed` over, and go on.

        While one is being made nothing else is begun.
        """
        session = self._session
        if not session.visit.bundles or self._making:
            return
        self._making, self._failed = True, False
        ready = self._ready
        if ready is None or not self._is_current(self._order):
            self._referral_id = self._referral_id or token.new_id()
            again = token_again(session.visit)
            order = Order(session.catalogue, session.plan, self._choices(), session.now(), self._referral_id, again)
            self._order, self._ready, self._handed = order, None, False
            self._lane.run(lambda: self._made(order, handed), lambda outcome: self._got(order, handed, then, outcome))
        else:
            made, order = ready, ready.order
            self._lane.run(
                lambda: self._slips.hand_over(made) if handed else made,
                lambda outcome: self._got(order, handed, then, outcome),
            )
        self.changed.emit()

    def _languages(self) -> tuple[str, ...]:
        return in_languages(self._session.language, self._session.site.office_languages[0])

    def _choices(self) -> Choices:
        places = self._session.visit.places
        return Choices(languages=self._languages(), paper=self._paper, large=self._large, places=places)

    def _is_current(self, order: Order | None) -> bool:
        session = self._session
        return order is not None and (order.plan, order.choices) == (session.plan, self._choices())

    def _made(self, order: Order, handed: bool) -> Ready:
        """In the lane."""
        ready = self._slips.show(order)
        return self._slips.hand_over(ready) if handed else ready

    def _got(self, order: Order, handed: bool, then: Then, outcome: Outcome[Ready]) -> None:
        """A basket that has changed meanwhile makes the slip void."""
        if not self._order or order.referral_id != self._order.referral_id or order.plan is not self._order.plan:
            return
        self._making = False
        match outcome:
            case Ok(ready):
                self._ready, self._handed, self._changed_since = ready, self._handed or handed, False
                self._pictures.show(ready.pages, ready.prepared.phone_qr)
                then(ready)
            case _:
                self._failed = True
        self._tell()

    def _open_code(self, _ready: Ready) -> None:
        self._code_open = True

    def _news(self) -> News:
        progress = self._printing.progress
        changed = self._changed_since and progress is Progress.PRINTED
        return slip_news(self._desk.messages, progress, failed=self._failed, making=self._making, changed=changed)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
        said = self._news().text
        if said != self._said:
            self._said = said
            if said:
                self.told.emit(said)

    @Slot()
    def _follow(self) -> None:
        """The basket has changed: what was made of it is of the past."""
        if self._order is not None and not self._is_current(self._order):
            self._changed_since = self._changed_since or self._handed
            self._order = self._ready = None
            self._handed = self._making = self._failed = self._code_open = False
            self.voided.emit()
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        """Keep nothing of the slip: no words, no picture, no id."""
        had = self._order is not None or self._changed_since
        self._order = self._ready = None
        self._referral_id, self._said = b"", ""
        self._handed = self._making = self._failed = self._changed_since = self._large = self._code_open = False
        self._pictures.forget()
        if had:
            self._lane.run(self._slips.forget, lambda _outcome: None)
        self.voided.emit()
        self.changed.emit()
