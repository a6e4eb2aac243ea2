"""The visit now in the window: the one frozen value that every page shows a side of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.config import Site
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.visit.visit import Page, Visit, nothing_said

# The first screen needs neither the catalogue nor the planner, which take longer to import than it takes to draw.
if TYPE_CHECKING:
    from kiosk.catalogue.model import Catalogue
    from kiosk.planning.plan import Plan


@cache
def empty_catalogue() -> Catalogue:
    """What is known when no catalogue can be read: nothing but the compiled-in lifelines."""
    from kiosk.catalogue.model import Catalogue

    return Catalogue(0, date.min, {}, {}, {}, {}, {}, {}, {}, {}, ())


class Session(QObject):
    """Holds the visit and the plan made of it; pages listen to `changed` and ask for changes through `do`.

    `moved` follows `changed` when another screen is to show: by then every page says what it has to say.
    `open_catalogue` is called when something first needs it, and again after `renew`; `over` lays over it what staff
    have corrected, and is asked again before each change. `words_of` gives the words of a language; `now` gives an
    aware time.
    """

    changed = Signal()
    moved = Signal()
    ended = Signal()

    def __init__(
        self,
        site: Site,
        open_catalogue: Callable[[], Catalogue],
        words_of: Callable[[str], Messages],
        now: Callable[[], datetime],
        over: Callable[[Catalogue], Catalogue] = lambda catalogue: catalogue,
    ) -> None:
        super().__init__()
        self.site = site
        self._words_of = words_of
        self.now = now
        self._open_catalogue = open_catalogue
        self._over = over
        self._shipped: Catalogue | None = None
        self._is_old = False
        self._catalogue: Catalogue | None = None
        self._of_visit: tuple[Catalogue, object, Catalogue] | None = None
        self._plan: tuple[Visit, Plan] | None = None
        self._visit = Visit(language="")
        self.problem = ""

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self._visit

    @property
    def language(self) -> str:
        """The language shown; the site's first language until the person has chosen."""
        return self._visit.language or self.site.languages[0]

    @property
    def messages(self) -> Messages:
        """The words of the window in the language shown."""
        return self._words_of(self.language)

    @property
    def catalogue(self) -> Catalogue:
        """What the kiosk knows, with the services that this visit took up by themselves and without the steps that it
        leaves out; empty, with `problem` set, when the catalogue cannot be read.
        """
        return self.catalogue_for(self._visit)

    def catalogue_for(self, visit: Visit) -> Catalogue:
        """The catalogue in which every bundle of `visit` is; the same value again for the same bundles."""
        from kiosk.planning.arranging import without_steps
        from kiosk.visit.single import is_single, with_single_services

        base = self._as_read()
        if not visit.left_out and not any(map(is_single, visit.bundles)):
            return base
        kept, wanted = self._of_visit, (visit.bundles, visit.left_out)
        if kept is None or kept[0] is not base or kept[1] != wanted:
            own = without_steps(with_single_services(base, visit.bundles), visit.left_out)
            kept = self._of_visit = (base, wanted, own)
        return kept[2]

    @property
    def shipped(self) -> Catalogue:
        """The catalogue as it was read, with nothing over it: for staff, who see what is corrected or hidden."""
        if self._shipped is None:
            try:
                self._shipped = self._open_catalogue()
            except KioskError as error:
                self.problem = error.code
                self._shipped = empty_catalogue()
        return self._shipped

    def _as_read(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = self._over(self.shipped)
        return self._catalogue

    @Slot()
    def look_again(self) -> None:
        """Take up what staff have put over the catalogue since the last change, and tell the pages."""
        if self._take_up():
            self.changed.emit()

    @Slot()
    def renew(self) -> None:
        """Read the catalogue again, for there is another edition: at once where nobody has said anything, else when
        the visit is over. Nobody's plan changes under their eyes.
        """
        self._is_old = True
        if nothing_said(self._visit) and self._visit.page is Page.ATTRACT:
            self._read_again()
            self.changed.emit()

    def _read_again(self) -> None:
        if self._is_old:
            self._is_old = False
            self._shipped = self._catalogue = None
            self.problem = ""

    def _take_up(self) -> bool:
        """Lay over the catalogue what lies over it now, and tell whether it is another one."""
        if self._shipped is None:
            return False
        laid = self._over(self._shipped)
        if laid is self._catalogue:
            return False
        self._catalogue, self._plan = laid, None
        return True

    @property
    def plan(self) -> Plan:
        """The plan for this visit, made again only when the visit has changed."""
        if self._plan is None or self._plan[0] is not self._visit:
            self._plan = (self._visit, self.plan_of(self._visit))
        return self._plan[1]

    def plan_of(self, visit: Visit) -> Plan:
        """The plan that `visit` would have."""
        from kiosk.planning import Here, Preferences, make_plan
        from kiosk.planning.arranging import in_own_order
        from kiosk.planning.given import NOTHING_GIVEN

        plan = make_plan(
            self.catalogue_for(visit),
            visit.bundles,
            visit.answers,
            skipped=visit.skipped,
            now=self.now(),
            here=Here(self.site.latitude, self.site.longitude),
            preferences=Preferences(language=visit.language or self.site.languages[0]),
            given=visit.given or NOTHING_GIVEN,
        )
        return in_own_order(plan, visit.moves)

    def do(self, change: Callable[[Visit], Visit]) -> None:
        """Change the visit and tell the pages; at the first screen, whatever was said before is forgotten."""
        self._take_up()
        before = self._visit
        self._visit = change(before)
        if self._visit.page is Page.ATTRACT and not nothing_said(before):
            self.end()
        elif self._visit is not before:
            self.changed.emit()
            if self._visit.here != before.here:
                self.moved.emit()

    @Slot()
    def end(self) -> None:
        """Forget the visit: the first screen, and nothing of anyone in memory shown."""
        self._read_again()
        self._take_up()
        self._visit = Visit()
        self._plan = None
        self._of_visit = None
        self.changed.emit()
        self.ended.emit()
        self.moved.emit()
