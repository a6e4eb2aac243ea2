"""The window as a whole: which page shows, and in which language."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable, QQmlEngine

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.greeting import own_names
from kiosk.languages.known import tongue_of
from kiosk.visit.visit import Page, going_back, has_answers, opening_help, speaking, starting_over

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_DISCREET = frozenset({Page.URGENT, Page.SAFETY, Page.CARD})
_ANYWHERE = frozenset({Page.HELP})
"""Pages that may lie on top of any other, and are as discreet as what they lie on."""


@QmlElement
@QmlUncreatable("made by the application")
class KioskViewModel(QObject):  # type: ignore[operator]
    """Shows where the visit stands. Pages are made when first met, so that the first picture comes soon."""

    changed = Signal()
    moved = Signal()
    asked = Signal()

    def __init__(self, session: Session, pages: Mapping[Page, Callable[[], QObject]]) -> None:
        """`pages` makes the view-model of each page."""
        super().__init__()
        self._session = session
        self._makers = pages
        self._made: dict[Page, QObject] = {}
        self._asks_to_start_over = False
        session.changed.connect(self.changed)
        session.moved.connect(self.moved)
        session.moved.connect(self.goOn)

    @Property(str, notify=moved)
    def page(self) -> str:
        """The page shown now."""
        return self._session.visit.page

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the language shown."""
        return self._session.language

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        """Whether the language shown is written from right to left."""
        return tongue_of(self._session.language).right_to_left

    @Property(bool, notify=moved)
    def canGoBack(self) -> bool:
        """Whether there is anything to go back from."""
        return self._session.visit.page is not Page.ATTRACT

    @Property(bool, notify=changed)
    def discreet(self) -> bool:
        """Whether the page is one that a person may have to leave in an instant."""
        visit = self._session.visit
        before_help = next((stop.page for stop in reversed(visit.trail) if stop.page not in _ANYWHERE), Page.HELP)
        if before_help in _DISCREET:
            return True
        return self._session.catalogue.is_sensitive(visit.bundles)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The languages in the header: the office languages in the order of the site, and the one shown."""
        return self._in_header()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languageNames(self) -> list[str]:
        """Each of those languages in its own name."""
        return own_names(self._in_header())

    @Property(str, constant=True)
    def officeLanguage(self) -> str:
        """The language in which a text of the catalogue shows that the language shown lacks."""
        return self._session.site.office_languages[0]

    @Slot(str, result=QObject)
    def viewOf(self, page: str) -> QObject:
        """The view-model of `page`."""
        name = Page(page)
        if name not in self._made:
            made = self._makers[name]()
            # What a slot returns would be JavaScript's to throw away.
            QQmlEngine.setObjectOwnership(made, QQmlEngine.ObjectOwnership.CppOwnership)
            self._made[name] = made
        return self._made[name]

    def pages_made(self) -> tuple[QObject, ...]:
        """The view-models of the pages met so far."""
        return tuple(self._made.values())

    @Slot(str)
    def speak(self, language: str) -> None:
        """Show `language` in place; from the first screen it opens the home screen."""
        self._session.do(lambda visit: speaking(visit, language))

    @Slot()
    def back(self) -> None:
        """One screen back, or away from the question in the bar."""
        if self._asks_to_start_over:
            self._ask(False)
        else:
            self._session.do(going_back)

    @Property(bool, notify=asked)
    def asksToStartOver(self) -> bool:
        """Whether the bar asks if everything is to be erased."""
        return self._asks_to_start_over

    @Slot()
    def startOver(self) -> None:
        """Home again, with nothing said; asks once where that would cost somebody their answers."""
        if has_answers(self._session.visit) and not self._asks_to_start_over:
            self._ask(True)
        else:
            self._ask(False)
            self._session.do(starting_over)

    @Slot()
    def goOn(self) -> None:
        """Do not start over."""
        self._ask(False)

    @Slot()
    def leave(self) -> None:
        """The first screen at once, with nothing to go back to."""
        self._session.end()

    @Slot()
    def openHelp(self) -> None:
        """Where am I, and how do I reach a person."""
        self._session.do(opening_help)

    @Slot()
    def openSettings(self) -> None:
        """How screen and voice are set."""
        self._session.do(lambda visit: opening_help(visit, "settings"))

    def _ask(self, asking: bool) -> None:
        if asking != self._asks_to_start_over:
            self._asks_to_start_over = asking
            self.asked.emit()

    def _in_header(self) -> list[str]:
        office, shown = self._session.site.office_languages, self._session.language
        return [*office, *([] if shown in office else [shown])]
