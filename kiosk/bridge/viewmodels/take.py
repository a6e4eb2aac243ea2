"""Taking the plan away: on paper, in large letters, as a code on a phone, or not at all."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import Order, Ready, SlipDesk
from kiosk.bridge.slip_pictures import QUIET_MODULES, SlipPictures
from kiosk.bridge.slip_printing import Progress, SlipPrinting
from kiosk.bridge.viewmodels.printing import News, printer_news, where_it_comes_out
from kiosk.bridge.viewmodels.slip_words import Block, blocks_of
from kiosk.bridge.viewmodels.wishes import Shown, Wish, choices_of, chosen_language, shown
from kiosk.referral import token
from kiosk.referral.slip.content import Paper
from kiosk.visit.reopened import token_again
from kiosk.visit.visit import Page, going_back, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

CODE, WORDS = "code", "words"
"""What the page is about while it shows the code for a phone, or the slip in words."""
PRINTED, PHOTOGRAPHED, REMEMBERED = "printed", "photographed", "remembered"
"""What the last page is about: how the person took their plan."""

_LARGEST_LETTERS = 2
_NO_NEWS = News("", "", "calm", "")


@QmlElement
@QmlUncreatable("made by the application")
class TakeViewModel(QObject):  # type: ignore[operator]
    """Makes the slip ready while the person looks at it, and hands it over when they say so, never before."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        desk: SlipDesk,
        lane: Lane,
        pictures: SlipPictures,
        printing: SlipPrinting,
        paper: Paper,
        letters: Callable[[], int],
    ) -> None:
        """`lane` is where slips are made; `letters` tells how large the letters are now: 0, 1 or 2."""
        super().__init__()
        self._session = session
        self._desk = desk
        self._lane = lane
        self._pictures = pictures
        self._printing = printing
        self._paper = paper
        self._letters = letters
        self._wish: Wish | None = None
        self._referral_id = b""
        self._order: Order | None = None
        self._ready: Ready | None = None
        self._failed = False
        self._print_wanted = False
        self._open = False
        self._shown = Shown()
        self._news = _NO_NEWS
        self._words = Rows(Block, self)
        session.changed.connect(self._refresh)
        session.ended.connect(self._forget)
        printing.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def slipDetail(self) -> str:
        """What the small slip is like."""
        return self._shown.slip_detail

    @Property(str, notify=changed)
    def largeDetail(self) -> str:
        """What the slip in large letters is like."""
        return self._shown.large_detail

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Whether the letters of the slip are large."""
        return self._wish is not None and self._wish.large

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languageNames(self) -> list[str]:
        """What it can be printed in; empty when there is no choice."""
        return list(self._shown.language_names)

    @Property(int, notify=changed)
    def language(self) -> int:
        """Which of them is chosen."""
        session = self._session
        return chosen_language(session.visit, session.site.languages, self._wish) if self._wish else 0

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def coverNames(self) -> list[str]:
        """The two covers; empty where the topic is never shown."""
        return list(self._shown.cover_names)

    @Property(int, notify=changed)
    def cover(self) -> int:
        """0 shows the topic, 1 is plain."""
        return 1 if self._wish and self._wish.plain else 0

    @Property(str, notify=changed)
    def coverNote(self) -> str:
        """Why there is no choice of cover; empty when there is one."""
        return self._shown.cover_note

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether this kiosk has a printer, and a slip for it, if only in a moment."""
        return self._printing.has_printer and not self._failed

    @Property(bool, constant=True)
    def hasPrinter(self) -> bool:
        """Whether this kiosk has a printer."""
        return self._printing.has_printer

    @Property(str, notify=changed)
    def newsStrong(self) -> str:
        """The printer's state in a few words."""
        return self._news.strong

    @Property(str, notify=changed)
    def newsText(self) -> str:
        """What to do about it, or what else is good to know."""
        return self._news.text

    @Property(str, notify=changed)
    def newsTone(self) -> str:
        """Calm, good, warn or bad."""
        return self._news.tone

    @Property(str, notify=changed)
    def newsSymbol(self) -> str:
        """The icon beside it."""
        return self._news.symbol

    @Property(bool, notify=changed)
    def making(self) -> bool:
        """Whether the slip is still being made."""
        return self._ready is None and not self._failed

    @Property(int, notify=changed)
    def pages(self) -> int:
        """How many sheets the picture of the slip has; 0 while there is none."""
        return self._pictures.page_count

    @Property(float, notify=changed)
    def proportion(self) -> float:
        """Height of a page as a multiple of its width."""
        return self._pictures.proportion()

    @Property(int, notify=changed)
    def version(self) -> int:
        """Changes with every new picture."""
        return self._pictures.version

    @Property(bool, notify=changed)
    def showingCode(self) -> bool:
        """Whether the page shows the code for a phone."""
        return self._session.visit.here.subject == CODE

    @Property(bool, notify=changed)
    def showingWords(self) -> bool:
        """Whether the page shows the slip in words, to be read here or aloud."""
        return self._session.visit.here.subject == WORDS

    @Property(str, notify=changed)
    def comesOut(self) -> str:
        """Where the paper comes out; empty without a printer."""
        slot, sheets = self._session.site.slot, not self._paper.is_receipt
        words = where_it_comes_out(self._session.messages, slot, sheets=sheets)
        return words if self._printing.has_printer else ""

    @Property(Rows, constant=True)
    def slipWords(self) -> Rows:
        """The slip block by block (`slip_words.Block`); empty while it is being made."""
        return self._words

    @Property(int, notify=changed)
    def codeModules(self) -> int:
        """Squares across the code, its white border counted in; 0 when there is none."""
        modules = self._ready.prepared.phone_qr if self._ready else ()
        return len(modules) + 2 * QUIET_MODULES if modules else 0

    @Property(str, notify=changed)
    def codeUse(self) -> str:
        """How to take the code on a phone."""
        return self._shown.code_use

    @Property(str, notify=changed)
    def shortCode(self) -> str:
        """The code in letters; empty when there is none."""
        return self._shown.short_code

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why there is no code; empty when there is one."""
        return self._shown.problem

    @Slot(bool)
    def chooseLarge(self, large: bool) -> None:
        """Large letters, or the small slip."""
        self._choose(lambda wish: replace(wish, large=large))

    @Slot(int)
    def chooseLanguage(self, index: int) -> None:
        """One of the languages offered, or both."""
        self._choose(lambda wish: replace(wish, language=index))

    @Slot(int)
    def chooseCover(self, index: int) -> None:
        """The cover that shows the topic, or the plain one."""
        self._choose(lambda wish: replace(wish, plain=index == 1))

    @Slot()
    def print(self) -> None:
        """Print what is shown, and go on to the last page, which follows it.

        A slip that is still being made is printed once it is, unless the person has gone back to choose by then.
        """
        if self._session.visit.page is not Page.TAKE or not self.canPrint:
            return  # the second half of a double touch arrives on the last page
        self._printing.begin()
        self._print_wanted = self._ready is None
        self._hand_over(self._print_now)
        self._session.do(lambda visit: going_to(visit, Page.DONE, PRINTED))

    @Slot()
    def showCode(self) -> None:
        """Show the code for a phone; it stays until the person goes on."""
        self._hand_over(lambda _ready: None)
        self._session.do(lambda visit: going_to(visit, Page.TAKE, CODE))

    @Slot()
    def readSlip(self) -> None:
        """Show the slip in words."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE, WORDS))

    @Slot()
    def stopReading(self) -> None:
        """Back to where the slip was asked for."""
        self._session.do(going_back)

    @Slot()
    def codeTaken(self) -> None:
        """The person has the code on their phone."""
        self._session.do(lambda visit: going_to(visit, Page.DONE, PHOTOGRAPHED))

    @Slot()
    def takeNothing(self) -> None:
        """The person will remember."""
        self._session.do(lambda visit: going_to(visit, Page.DONE, REMEMBERED))

    def _choose(self, change: Callable[[Wish], Wish]) -> None:
        if self._wish is not None:
            self._wish = change(self._wish)
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        visit = self._session.visit
        opened = visit.page is Page.TAKE and not self._open
        self._open = visit.page is Page.TAKE
        if opened and not visit.here.subject:
            self._stop_waiting()
        if visit.page is Page.TAKE and visit.bundles:
            if self._wish is None:
                self._wish = Wish(large=self._letters() == _LARGEST_LETTERS)
                self._referral_id = token.new_id()
            self._make(self._wish)
            self._show()
        elif not visit.bundles and self._wish is not None:
            self._forget()
        if opened:
            if self._ready is not None:  # another page may have shown a picture of its own meanwhile
                self._pictures.show(self._ready.pages, self._ready.prepared.phone_qr)
            self._printing.look_ahead()

    def _make(self, wish: Wish) -> None:
        """Have the slip made, unless it is the one that is made or being made already."""
        session = self._session
        choices = choices_of(session.visit, session.site.languages, wish, self._paper)
        if self._order and (self._order.plan, self._order.choices) == (session.plan, choices):
            return
        again = token_again(session.visit)
        order = Order(session.catalogue, session.plan, choices, session.now(), self._referral_id, again)
        self._order, self._ready, self._failed = order, None, False
        self._lane.run(lambda: self._desk.show(order), lambda outcome: self._made(order, outcome))

    def _made(self, order: Order, outcome: Outcome[Ready]) -> None:
        """A newer wish makes an older slip void."""
        if order is not self._order:
            return
        match outcome:
            case Ok(ready):
                self._take_up(ready)
                if self._print_wanted:
                    self._print_wanted = False
                    self._hand_over(self._print_now)
                elif self._session.visit.here.subject == CODE:
                    self._hand_over(lambda _ready: None)  # the code was asked for before there was one
            case _:
                self._failed = True
                if self._print_wanted:
                    self._print_wanted = False
                    self._printing.fail(Progress.UNMADE)
                self._show()

    def _stop_waiting(self) -> None:
        """Back at the choices: what was not made yet is not printed."""
        if self._print_wanted:
            self._print_wanted = False
            self._printing.leave()

    def _take_up(self, ready: Ready) -> None:
        self._ready = ready
        self._pictures.show(ready.pages, ready.prepared.phone_qr)
        self._show()
        if self._printing.has_printer:
            self._lane.run(ready.document.make_ahead, lambda _outcome: None)

    def _hand_over(self, then: Callable[[Ready], None]) -> None:
        ready, order = self._ready, self._order
        if ready is not None:
            self._lane.run(lambda: self._desk.hand_over(ready), lambda outcome: self._left(order, outcome, then))

    def _left(self, order: Order | None, outcome: Outcome[Ready], then: Callable[[Ready], None]) -> None:
        if order is not self._order:
            return
        match outcome:
            case Ok(ready):
                if ready is not self._ready:
                    self._take_up(ready)
                then(ready)
            case _:
                self._printing.fail(Progress.FAILED)

    def _print_now(self, ready: Ready) -> None:
        self._printing.send(ready.document)

    @Slot()
    def _forget(self) -> None:
        """Keep nothing of the slip: no words, no picture, no id."""
        had = self._wish is not None
        self._wish = self._order = self._ready = None
        self._referral_id, self._failed, self._print_wanted = b"", False, False
        self._shown, self._news = Shown(), _NO_NEWS
        self._words.show(())
        self._pictures.forget()
        if had:
            self._lane.run(self._desk.forget, lambda _outcome: None)
        self.changed.emit()

    def _show(self) -> None:
        session = self._session
        self._shown = shown(
            session.messages,
            session.catalogue,
            session.visit,
            session.site.languages,
            self._paper,
            self._ready,
            failed=self._failed,
        )
        self._words.show(blocks_of(self._ready.prepared.slip) if self._ready else ())
        printing = self._printing
        progress = Progress.UNMADE if self._failed else printing.progress
        self._news = printer_news(session.messages, progress, printing.has_printer or self._failed, printing.seen)
        self.changed.emit()
