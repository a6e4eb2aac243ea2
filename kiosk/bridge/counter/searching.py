"""The search of the walk-in page: lines as staff type, filters, and what those leave open. Nothing typed is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.filter_words import FilterRow, filter_rows, toggled, wishes_offered
from kiosk.bridge.counter.finding import Lines, Looked, Target, found, in_plan
from kiosk.bridge.counter.walk_in_words import ROWS, ResultRow, Surroundings
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.search import typing
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.search import Finder, Same
from kiosk.config import Site
from kiosk.counter.walkin.filters import Wish, key_of, languages_given
from kiosk.planning.circumstances import Here
from kiosk.visit.single import situations
from kiosk.visit.visit import Visit, only_about, questions_left

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_COUNT_EVERY_MS = 40


@QmlElement
@QmlUncreatable("made by the application")
class SearchingViewModel(QObject):  # type: ignore[operator]
    """Finds within the slot that hands it a letter, so that the lines are drawn with it."""

    changed = Signal()
    begun = Signal()
    """Something was typed."""

    def __init__(self, desk: DeskViewModel, session: Session, finder_of: Callable[[Catalogue], Finder]) -> None:
        """`finder_of` is called when the page is first met, and again for another catalogue."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._finder_of = finder_of
        self._finder: tuple[Catalogue, Finder, tuple[Wish, ...], Callable[[BundleId], int]] | None = None
        self._seen: Surroundings | None = None
        self._looked = Looked()
        self._lines = Lines()
        self._rows = Rows(ResultRow, self)
        self._filters = Rows(FilterRow, self)
        session.changed.connect(self._show)
        desk.spoke.connect(self._show)
        self._uncounted: list[BundleId] = []
        self._counting = QTimer(self)
        self._counting.setInterval(_COUNT_EVERY_MS)
        self._counting.timeout.connect(self._count_next)
        self._show()

    @Property(str, notify=changed)
    def query(self) -> str:
        """What the field holds, once numbers that identify a person are out of it."""
        return self._looked.asked.query

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What the lines are: results, or while nothing is typed, life events."""
        return self._lines.heading

    @Property(str, notify=changed)
    def count(self) -> str:
        """`6 answers`; empty while nothing is typed."""
        return self._lines.count

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        """Whether nothing was found; the lines are then the closest situations, and 211."""
        return bool(self._lines.nothing)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What stands in the way, and what to do; empty when nothing does."""
        gettext = self._desk.messages.gettext
        if self._session.problem:
            return gettext(
                "The catalogue cannot be read on this machine. Call 211 together, and tell whoever looks after it."
            )
        return gettext("Do not type this number here: nothing needs it.") if self._looked.asked.refused else ""

    @Property(str, notify=changed)
    def readAs(self) -> str:
        """The query as it was corrected; empty when it was taken as typed."""
        return self._lines.read_as

    @Property(str, notify=changed)
    def typedInstead(self) -> str:
        """The button that takes the correction back."""
        return self._lines.typed_instead

    @Property(str, notify=changed)
    def unknown(self) -> str:
        """What the filters leave open: `3 more: hours not known`; empty when nothing is."""
        return self._lines.unknown

    @Property(bool, notify=changed)
    def unknownToo(self) -> bool:
        """Whether those show all the same."""
        return self._looked.unknown_too

    @Property(str, notify=changed)
    def pages(self) -> str:
        """`2 of 5`, where there is more than one page of lines."""
        lines = self._lines
        if lines.pages < 2:
            return ""
        return self._desk.messages.gettext("Page {page} of {pages}").format(page=lines.page + 1, pages=lines.pages)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """Nine lines (`ResultRow`), the last ones empty where less was found."""
        return self._rows

    @Property(Rows, constant=True)
    def filters(self) -> Rows:
        """The filters (`FilterRow`)."""
        return self._filters

    @Slot(str)
    def type(self, untrusted: str) -> None:
        """The field holds this now; its lines are ready when this returns."""
        asked = typing(self._looked.asked, untrusted)
        if asked != self._looked.asked:
            self._look(replace(self._looked, asked=asked, page=0))

    @Slot()
    def takeAsTyped(self) -> None:
        """Search for exactly what was typed."""
        self._look(replace(self._looked, asked=replace(self._looked.asked, as_typed=True), page=0))

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Ask for one thing more of what is found, or not any more."""
        wish = next((wish for wish in self._offered() if key_of(wish) == key), None)
        if wish is not None:
            self._look(replace(self._looked, wishes=toggled(self._looked.wishes, wish), page=0))

    @Slot()
    def showUnknown(self) -> None:
        """Show also what nobody knows enough of, or not any more."""
        self._look(replace(self._looked, unknown_too=not self._looked.unknown_too, page=0))

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Show the lines before or after these."""
        self._look(replace(self._looked, page=max(0, min(self._lines.pages - 1, self._lines.page + pages))))

    def target(self, line: int) -> Target | None:
        """What stands on a line, counted from 0."""
        at = self._lines.page * ROWS + line
        return self._lines.targets[at] if 0 <= line < ROWS and at < len(self._lines.targets) else None

    def forget(self) -> None:
        """Begin again with nothing typed and nothing asked for."""
        self._looked = Looked()
        self._show()

    def _look(self, looked: Looked) -> None:
        self._looked = looked
        if looked.asked.query:
            self.begun.emit()
        self._show()

    @Slot()
    def _show(self) -> None:
        messages, session = self._desk.messages, self._session
        catalogue, finder, offered, asked = self._found_in()
        seen = self._surroundings(catalogue, asked)
        taken = in_plan(session.plan) if session.visit.bundles else frozenset()
        self._lines = found(messages, finder, seen, self._looked, offered, taken)
        self._rows.show(self._lines.rows)
        self._filters.show(filter_rows(messages, offered, self._looked.wishes))
        self.changed.emit()

    def _offered(self) -> tuple[Wish, ...]:
        return self._found_in()[2]

    def _surroundings(self, catalogue: Catalogue, asked: Callable[[BundleId], int]) -> Surroundings:
        """Here and this minute: no hours change within one."""
        site, minute = self._session.site, self._session.now().replace(second=0, microsecond=0)
        seen = self._seen
        if seen is None or seen.catalogue is not catalogue or seen.now != minute:
            here = Here(site.latitude, site.longitude)
            seen = self._seen = Surroundings(catalogue, here, minute, asked)
        return seen

    def _found_in(self) -> tuple[Catalogue, Finder, tuple[Wish, ...], Callable[[BundleId], int]]:
        """The catalogue with what is worked out once for it: its index, its filters, what a life event asks."""
        catalogue = self._session.catalogue_for(Visit())
        if self._finder is None or self._finder[0] is not catalogue:
            offered = wishes_offered(languages_given(catalogue))
            counted = _counted(Same(catalogue), self._session.site, self._session.now().date())
            self._finder = (catalogue, self._finder_of(catalogue), offered, partial(self._questions, counted))
            self._uncounted = [bundle.id for bundle in situations(catalogue) if bundle.id not in counted]
            self._counting.start()
        return self._finder

    @Slot()
    def _count_next(self) -> None:
        """Work out ahead what one more life event asks: with the first letter, a line must not wait for it."""
        if not self._uncounted:
            self._counting.stop()
            return
        self._found_in()[3](self._uncounted.pop())

    def _questions(self, counted: dict[BundleId, int], bundle: BundleId) -> int:
        if bundle not in counted:
            visit = only_about(Visit(language=self._session.site.languages[0]), bundle)
            counted[bundle] = questions_left(visit, self._session.plan_of(visit))
        return counted[bundle]


@lru_cache(maxsize=1)
def _counted(_catalogue: Same, _site: Site, _day: date) -> dict[BundleId, int]:
    """How many questions each life event asks, as far as they are counted, for every counter opened on that day."""
    return {}
