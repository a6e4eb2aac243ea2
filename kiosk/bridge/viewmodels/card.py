"""The small plain card: shown before it is printed, printed only when asked, and written down nowhere."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.bridge.slip_printing import Progress, SlipPrinting
from kiosk.bridge.viewmodels.printing import News
from kiosk.languages import Messages
from kiosk.languages.known import tongue_of
from kiosk.referral.slip.typeset import Typeset
from kiosk.visit.visit import Page, going_back

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

Languages = tuple[str, ...]
PREVIEW_SCALE = 1.0


def offered(language: str, office: Languages) -> tuple[Languages, ...]:
    """What the card can be printed in: each office language, then both, the one shown first."""
    both = tuple(sorted(office, key=lambda code: code != language))
    return (*((code,) for code in office), *((both,) if len(office) > 1 else ()))


def card_news(messages: Messages, progress: Progress, has_printer: bool) -> News:
    """One line about the printer. It never says what is printed."""
    gettext = messages.gettext
    if not has_printer:
        return News(gettext("No printer here."), gettext("You can write the numbers down."), "warn", "printer-off")
    if progress.is_trouble:
        return News(gettext("The printer is not working."), gettext("Staff can help."), "warn", "printer-off")
    match progress:
        case Progress.SENDING | Progress.PRINTING:
            return News(gettext("Your card is printing."), "", "calm", "printer")
        case Progress.PRINTED:
            return News(gettext("Your card is printed."), gettext("Please take it with you."), "good", "circle-check")
        case _:
            return News(gettext("It prints only if you ask."), "", "calm", "printer")


@QmlElement
@QmlUncreatable("made by the application")
class CardViewModel(QObject):  # type: ignore[operator]
    """Makes the card ready while its page shows, and lets go of it when the page is left."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        make: Callable[[Languages], Typeset],
        lane: Lane,
        pictures: SlipPictures,
        printing: SlipPrinting,
    ) -> None:
        """`make` sets the card in one or two languages, in `lane`."""
        super().__init__()
        self._session = session
        self._make = make
        self._lane = lane
        self._pictures = pictures
        self._printing = printing
        self._open = False
        self._choice = 0
        self._asked: Languages = ()
        self._document: Typeset | None = None
        self._failed = self._print_wanted = False
        session.changed.connect(self._refresh)
        session.ended.connect(self._forget)
        printing.changed.connect(self._tell)
        self._refresh()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languageNames(self) -> list[str]:
        """What it can be printed in; empty when there is no choice."""
        choices = self._offered() if self._open else ()
        both = self._session.messages.pgettext("languages", "Both")
        names = [tongue_of(each[0]).own_name if len(each) == 1 else both for each in choices]
        return names if len(names) > 1 else []

    @Property(int, notify=changed)
    def language(self) -> int:
        """Which of them is chosen."""
        return self._choice

    @Property(int, notify=changed)
    def pages(self) -> int:
        """1 once there is a picture of it."""
        return self._pictures.page_count if self._open else 0

    @Property(float, notify=changed)
    def proportion(self) -> float:
        """Height of the picture as a multiple of its width."""
        return self._pictures.proportion() if self._open else 0.0

    @Property(int, notify=changed)
    def version(self) -> int:
        """Changes with every new picture."""
        return self._pictures.version

    @Property(bool, constant=True)
    def hasPrinter(self) -> bool:
        """Whether this kiosk has a printer."""
        return self._printing.has_printer

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a card to print, if only in a moment, and it is not on its way already."""
        busy = self._printing.progress in (Progress.SENDING, Progress.PRINTING)
        return self._printing.has_printer and not self._failed and not busy

    @Property(str, notify=changed)
    def newsStrong(self) -> str:
        """The printer's state in a few words."""
        return self._news().strong if self._open else ""

    @Property(str, notify=changed)
    def newsText(self) -> str:
        """What to do about it."""
        return self._news().text if self._open else ""

    @Property(str, notify=changed)
    def newsTone(self) -> str:
        """Calm, good or warn."""
        return self._news().tone if self._open else "calm"

    @Property(str, notify=changed)
    def newsSymbol(self) -> str:
        """The icon beside it."""
        return self._news().symbol if self._open else "printer"

    @Slot(int)
    def chooseLanguage(self, index: int) -> None:
        """One of the languages offered, or both."""
        self._choice = index
        self._refresh()

    @Slot()
    def print(self) -> None:
        """Print the card as it is shown; one that is still being made is printed once it is."""
        if not self.canPrint:
            return
        if self._document is not None:
            self._printing.send(self._document)
        else:
            self._print_wanted = True
            self._printing.begin()

    @Slot()
    def close(self) -> None:
        """Back, without a card."""
        self._session.do(going_back)

    def _offered(self) -> tuple[Languages, ...]:
        return offered(self._session.language, self._session.site.office_languages)

    def _news(self) -> News:
        return card_news(self._session.messages, self._printing.progress, self._printing.has_printer)

    @Slot()
    def _refresh(self) -> None:
        was_open, self._open = self._open, self._session.visit.page is Page.CARD
        if not self._open:
            if was_open:
                self._forget()
            return
        if not was_open:
            self._printing.leave()
            own = (self._session.language,)
            self._choice = self._offered().index(own) if own in self._offered() else 0
        languages = self._offered()[self._choice]
        if languages != self._asked:
            self._asked, self._document, self._failed = languages, None, False
            self._lane.run(lambda: self._drawn(languages), lambda outcome: self._made(languages, outcome))
        self.changed.emit()

    def _drawn(self, languages: Languages) -> tuple[Typeset, tuple[bytes, ...]]:
        document = self._make(languages)
        return document, document.pages(PREVIEW_SCALE)

    def _made(self, languages: Languages, outcome: Outcome[tuple[Typeset, tuple[bytes, ...]]]) -> None:
        """A newer wish makes an older card void."""
        if not self._open or languages != self._asked:
            return
        match outcome:
            case Ok((document, pages)):
                self._document = document
                self._pictures.show(pages, ())
                if self._print_wanted:
                    self._print_wanted = False
                    self._printing.send(document)
                self.changed.emit()
            case _:
                self._failed, self._print_wanted = True, False
                self._printing.fail(Progress.UNMADE)

    @Slot()
    def _tell(self) -> None:
        if self._open:
            self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        """Keep no picture of the card and no wish."""
        if self._print_wanted:
            self._print_wanted = False
            self._printing.leave()
        had = self._asked
        self._open, self._choice, self._asked, self._document = False, 0, (), None
        if had:
            self._pictures.forget()
        self.changed.emit()
