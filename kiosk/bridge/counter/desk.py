"""The counter's window as a whole: who is signed in, which page shows, and in which language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable, QQmlEngine

from kiosk.bridge.counter.places import SECTIONS, CounterPage, Section, closing, opening, section_of
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.viewmodels.greeting import own_names
from kiosk.config import Site
from kiosk.counter.staff import Deed, SignedIn, may
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RailRow:
    """One key of the rail as it is drawn; `cap` is what stands on the key of the keyboard."""

    page: str
    symbol: str
    word: str
    key: str
    cap: str
    here: bool


@QmlElement
@QmlUncreatable("made by the application")
class DeskViewModel(QObject):  # type: ignore[operator]
    """Shows where staff stand. A page is made when it is first met, and kept until another person signs in.

    `spoke` is emitted when the language has changed: every page then says again what it has to say. `locked` follows
    when the person has left or was away too long; `vacated` when somebody else takes the desk, after every page of the
    person before has been let go.
    """

    changed = Signal()
    moved = Signal()
    spoke = Signal()
    locked = Signal(object)
    """Whoever was signed in until now."""

    vacated = Signal()

    def __init__(
        self,
        site: Site,
        words_of: Callable[[str], Messages],
        pages: Mapping[CounterPage, Callable[[], QObject]],
        unfinished: Callable[[], bool] = lambda: False,
    ) -> None:
        """The window speaks the office languages of `site`, at first the first; `pages` makes each view-model, and
        `unfinished` tells whether the person at the desk would lose anything.
        """
        super().__init__()
        self._site = site
        self._languages = site.office_languages
        self._language = self._languages[0]
        self._words_of = words_of
        self._makers = pages
        self._unfinished = unfinished
        self._made: dict[CounterPage, QObject] = {}
        self._trail: tuple[CounterPage, ...] = (CounterPage.WALK_IN,)
        self._signed_in: SignedIn | None = None
        self._last: SignedIn | None = None
        self._rail = Rows(RailRow, self)
        self._show_rail()

    @property
    def signed_in(self) -> SignedIn | None:
        """Who is at the desk, with the key that opens the sealed parts of cases; nobody while it is locked."""
        return self._signed_in

    @property
    def who(self) -> str:
        """The name of whoever is signed in; empty while nobody is."""
        return self._signed_in.staff.name if self._signed_in else ""

    def may(self, deed: Deed) -> bool:
        """Tell whether whoever is signed in may do this; nobody may do anything while the desk is locked."""
        return self._signed_in is not None and may(self._signed_in.staff.role, deed)

    @property
    def messages(self) -> Messages:
        """The words of the language shown to staff."""
        return self._words_of(self._language)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether somebody is signed in."""
        return self._signed_in is not None

    @Property(str, notify=changed)
    def name(self) -> str:
        """The name of whoever is signed in; empty while nobody is."""
        return self.who

    @Property(str, notify=changed)
    def initials(self) -> str:
        """The first letters of that name, at most two."""
        return initials_of(self.who)

    @Property(bool, notify=changed)
    def supervisor(self) -> bool:
        """Whether it is a supervisor."""
        return self.may(Deed.KEEP_PEOPLE)

    @Property(str, notify=moved)
    def page(self) -> str:
        """The page shown now."""
        return self._trail[-1]

    @Property(bool, notify=moved)
    def canClose(self) -> bool:
        """Whether the page lies on another, to which Escape goes back."""
        return len(self._trail) > 1

    @Property(QObject, constant=True)
    def rail(self) -> Rows:
        """The keys of the rail that this person has: `RailRow`."""
        return self._rail

    @Property(str, notify=spoke)
    def language(self) -> str:
        """The code of the language shown."""
        return self._language

    @Property(str, notify=spoke)
    def site(self) -> str:
        """The name of the place."""
        return self._site.name.in_language(self._language)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The codes of the languages that the window can be in."""
        return list(self._languages)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languageNames(self) -> list[str]:
        """Each of those languages in its own name."""
        return own_names(self._languages)

    @Slot(str, result=QObject)
    def viewOf(self, untrusted_page: str) -> QObject:
        """The view-model of a page."""
        made = self.view_of(CounterPage(untrusted_page))
        # What a slot returns would be JavaScript's to throw away.
        QQmlEngine.setObjectOwnership(made, QQmlEngine.ObjectOwnership.CppOwnership)
        return made

    def view_of(self, page: CounterPage) -> QObject:
        """The view-model of `page`, made now if it was not met before."""
        if page not in self._made:
            self._made[page] = self._makers[page]()
        return self._made[page]

    @Slot(str)
    def show(self, untrusted_page: str) -> None:
        """Go to a section of the rail, or open another page on top of the one shown; not where one may not be."""
        page = CounterPage(untrusted_page)
        if all(self._is_open_to_them(section) for section in SECTIONS if section.page is page):
            self._go(opening(self._trail, page))

    @Slot()
    def close(self) -> None:
        """Go back to what the page on top lies on."""
        self._go(closing(self._trail))

    @Slot(str)
    def speak(self, untrusted_language: str) -> None:
        """Show the window in another of `languages`."""
        if untrusted_language in self._languages and untrusted_language != self._language:
            self._language = untrusted_language
            self._show_rail()
            self.spoke.emit()

    @Slot()
    def lock(self) -> None:
        """Let nobody see or do anything until somebody signs in; what was being done is kept for the same person."""
        if self._signed_in is None:
            return
        left, self._signed_in = self._signed_in, None
        self.changed.emit()
        self.locked.emit(left)

    def would_lose(self, somebody: SignedIn) -> str:
        """The name of whoever was at the desk before `somebody` and is not done; empty where nothing would be lost."""
        before = self._last
        if before is None or before.staff.id == somebody.staff.id or not self._has_work():
            return ""
        return before.staff.name

    def admit(self, somebody: SignedIn) -> None:
        """Open the desk to `somebody`: where they were, or afresh where another person was here before."""
        if self._last is not None and self._last.staff.id != somebody.staff.id:
            self._vacate()
        self._signed_in = self._last = somebody
        self._show_rail()
        self.changed.emit()

    def forget(self) -> None:
        """Let go of every page, as when the window closes."""
        for view_model in self._made.values():
            let_go = getattr(view_model, "let_go", None)
            if let_go is not None:
                let_go()
        self._made.clear()

    def _has_work(self) -> bool:
        return self._unfinished() or any(getattr(view, "unfinished", False) for view in self._made.values())

    def _vacate(self) -> None:
        self._last = None
        self._trail = (CounterPage.WALK_IN,)
        # The window lets go of the page first, then the pages go, so that none is drawn without what it shows.
        self.vacated.emit()
        self.forget()
        self.moved.emit()

    def _go(self, trail: tuple[CounterPage, ...]) -> None:
        if trail != self._trail:
            self._trail = trail
            self._show_rail()
            self.moved.emit()

    def _is_open_to_them(self, section: Section) -> bool:
        return section.needs is None or self.may(section.needs)

    def _show_rail(self) -> None:
        gettext = self.messages.gettext
        here = section_of(self._trail)
        self._rail.show(
            [
                RailRow(s.page, s.symbol, gettext(s.word), s.key, s.key.replace("+", " "), s.page is here)
                for s in SECTIONS
                if self._is_open_to_them(s)
            ]
        )


def initials_of(name: str) -> str:
    """The first letters of a name's first and last words, in capitals: `SK` of `Samira Khan`, `S` of `Samira`."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
