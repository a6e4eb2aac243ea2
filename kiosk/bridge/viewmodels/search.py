"""Search: what somebody typed, what it found, and the way to a service by its first letter. Nothing typed is kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows_near import NearRows
from kiosk.bridge.noting import Noting
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.feedback import Stage, thanks
from kiosk.bridge.viewmodels.home import taking_up
from kiosk.bridge.viewmodels.results import Result, letters_of, result_of, under
from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.catalogue.search import Finder, Found, Hit, Kind
from kiosk.counter.needs import Reason, UnmetNeed
from kiosk.languages import N_, Messages
from kiosk.visit.single import single_service, single_step
from kiosk.visit.visit import Page, Visit, going_to, only_about

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ROWS = 10
_LAST_RESORT = ServiceId("211-help")
_SUGGESTIONS = (
    N_("food"),
    N_("health card"),
    N_("rent"),
    N_("birth certificate"),
    N_("family doctor"),
    N_("free taxes"),
)

_IDENTITY_NUMBER = re.compile(r"\d(?:[ .\-–]*\d){8,}")
"""Nine digits or more, however spaced: a social insurance number, a health card, a payment card."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person has done on this page. `as_typed` refuses the corrected words; `letter` is "" before one."""

    query: str = ""
    as_typed: bool = False
    browsing: bool = False
    letter: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    query: str = ""
    browsing: bool = False
    letter: str = ""
    letters: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    read_as: str = ""
    typed_instead: str = ""
    count: str = ""
    nothing: str = ""
    refused: bool = False
    rows: tuple[Result, ...] = ()


def typing(asked: Asked, untrusted: str) -> Asked:
    """What is asked once the field holds `untrusted`; a number that identifies a person is taken out at once."""
    query = _IDENTITY_NUMBER.sub("", untrusted)
    refused = query != untrusted or (asked.refused and not any(letter.isalpha() for letter in query))
    return Asked(query=query.lstrip(), refused=refused)


def shown(messages: Messages, catalogue: Catalogue, finder: Finder, asked: Asked) -> Shown:
    """What the page says of `asked`."""
    language = messages.language
    if asked.browsing:
        letters = letters_of(catalogue, language)
        letter = asked.letter if asked.letter in letters else ""
        return Shown(
            browsing=True, letter=letter, letters=letters, rows=under(messages, catalogue, letter) if letter else ()
        )
    query = asked.query.strip()
    if not query:
        suggestions = tuple(messages.gettext(word) for word in _SUGGESTIONS)
        return Shown(query=asked.query, refused=asked.refused, suggestions=suggestions)
    found = finder.answer(asked.query, language, MOST_ROWS, corrected=not asked.as_typed)
    rows = _rows(messages, catalogue, found.hits) or _instead(messages, catalogue, finder, query)
    return replace(_answer(messages, found, query), query=asked.query, refused=asked.refused, rows=rows)


def _answer(messages: Messages, found: Found, query: str) -> Shown:
    count = len(found.hits)
    if not count:
        return Shown(nothing=messages.gettext("Nothing found for “{text}”").format(text=query))
    return Shown(
        count=messages.ngettext("{count} answer", "{count} answers", count).format(count=count),
        read_as=found.read_as,
        typed_instead=messages.gettext("Search for “{text}”").format(text=query) if found.read_as else "",
    )


def _rows(messages: Messages, catalogue: Catalogue, hits: tuple[Hit, ...]) -> tuple[Result, ...]:
    return tuple(result_of(messages, catalogue, hit.kind, hit.id) for hit in hits)


def _instead(messages: Messages, catalogue: Catalogue, finder: Finder, query: str) -> tuple[Result, ...]:
    """What to offer when nothing was found: the situations that look most alike, then 211."""
    closest = _rows(messages, catalogue, finder.closest(query, messages.language))
    known = _LAST_RESORT in catalogue.services
    return (*closest, result_of(messages, catalogue, Kind.SERVICE, _LAST_RESORT)) if known else closest


@QmlElement
@QmlUncreatable("made by the application")
class SearchViewModel(QObject):  # type: ignore[operator]
    """Answers as the person types, and opens what they choose. What was typed goes when the search is left."""

    changed = Signal()

    def __init__(self, session: Session, finder_of: Callable[[Catalogue], Finder], noting: Noting) -> None:
        """`finder_of` is called when the page is first met, and again for another catalogue; `noting` writes down that
        something was not found, and never what.
        """
        super().__init__()
        self._session = session
        self._noting = noting
        self._told = Stage.ASKED
        self._finder_of = finder_of
        self._finder: tuple[Catalogue, Finder] | None = None
        self._asked = Asked()
        self._shown = Shown()
        self._rows = NearRows(Result, self)
        session.changed.connect(self._refresh)
        session.ended.connect(self._forget)
        self._refresh()

    @Property(str, notify=changed)
    def query(self) -> str:
        """What the field holds, once numbers that identify a person are out of it."""
        return self._shown.query

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language shown, for the keyboard."""
        return self._session.language

    @Property(bool, notify=changed)
    def browsing(self) -> bool:
        """Whether services are shown by first letter."""
        return self._shown.browsing

    @Property(str, notify=changed)
    def letter(self) -> str:
        """The letter chosen; empty before one is."""
        return self._shown.letter

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def letters(self) -> list[str]:
        """The letters to choose from."""
        return list(self._shown.letters)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def suggestions(self) -> list[str]:
        """Words to try, while nothing is typed."""
        return list(self._shown.suggestions)

    @Property(str, notify=changed)
    def readAs(self) -> str:
        """The query as it was corrected; empty when it was taken as typed."""
        return self._shown.read_as

    @Property(str, notify=changed)
    def typedInstead(self) -> str:
        """The button that takes the correction back."""
        return self._shown.typed_instead

    @Property(str, notify=changed)
    def count(self) -> str:
        """`5 answers`."""
        return self._shown.count

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """That nothing was found; empty when something was. The rows are then the closest situations."""
        return self._shown.nothing

    @Property(bool, notify=changed)
    def canTellMissing(self) -> bool:
        """Whether the person may say that something is missing here: where nothing was found, once for each search."""
        return bool(self._shown.nothing) and self._told is Stage.ASKED

    @Property(str, notify=changed)
    def thanks(self) -> str:
        """What is said when they have; empty before."""
        return thanks(self._session.messages, self._told)

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """Whether a number was taken out that must not be typed here."""
        return self._shown.refused

    @Property(NearRows, constant=True)
    def rows(self) -> NearRows:
        """The answers; roles kind, target, label, detail, symbol, theme."""
        return self._rows

    @Slot(str)
    def type(self, untrusted: str) -> None:
        """The field holds this now; the newest text is the one answered."""
        self._ask(typing(self._asked, untrusted))

    @Slot()
    def takeAsTyped(self) -> None:
        """Search for exactly what was typed."""
        self._ask(replace(self._asked, as_typed=True))

    @Slot()
    def browse(self) -> None:
        """Show services by first letter; what was typed goes."""
        self._ask(Asked(browsing=True))

    @Slot(str)
    def choose(self, letter: str) -> None:
        """The services under `letter`."""
        self._ask(Asked(browsing=True, letter=letter))

    @Slot(str, str)
    def open(self, kind: str, target: str) -> None:
        """Take up a situation, or the page of one service."""
        session = self._session
        if Kind(kind) is Kind.BUNDLE:
            bundle = BundleId(target)
            plan = session.plan_of(only_about(session.visit, bundle))
            session.do(lambda visit: taking_up(visit, bundle, plan))
        else:
            session.do(lambda visit: opening(visit, ServiceId(target)))

    @Slot()
    def tellMissing(self) -> None:
        """Note that somebody needed what is not here; the words they typed are not kept."""
        self._told = Stage.KEEPING
        self.changed.emit()
        asked = self._asked
        self._noting.note(UnmetNeed(Reason.NO_SERVICE), lambda kept: self._missing_told(kept, asked))

    @Slot()
    def openHelp(self) -> None:
        """How to reach a person."""
        self._session.do(lambda visit: going_to(visit, Page.HELP))

    def _missing_told(self, kept: bool, asked: Asked) -> None:
        if asked == self._asked:
            self._told = Stage.KEPT if kept else Stage.FAILED
            self.changed.emit()

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._told = Stage.ASKED
        self._asked = asked
        self._show(shown(self._session.messages, self._catalogue(), self._find(), asked))

    @Slot()
    def _refresh(self) -> None:
        trail = self._session.visit.trail
        if self._session.visit.page is Page.SEARCH:
            self._ask(self._asked)
        elif not any(stop.page is Page.SEARCH for stop in trail):
            self._forget()

    @Slot()
    def _forget(self) -> None:
        if self._asked != Asked() or self._shown != Shown():
            self._asked = Asked()
            self._told = Stage.ASKED
            self._show(Shown())

    def _catalogue(self) -> Catalogue:
        return self._session.catalogue_for(Visit())

    def _find(self) -> Finder:
        catalogue = self._catalogue()
        if self._finder is None or self._finder[0] is not catalogue:
            self._finder = (catalogue, self._finder_of(catalogue))
        return self._finder[1]

    def _show(self, new: Shown) -> None:
        self._shown = new
        self._rows.show(new.rows)
        self.changed.emit()


def opening(visit: Visit, service: ServiceId) -> Visit:
    """Take up one service in place of anything else, and go to its page."""
    return going_to(only_about(visit, single_service(service)), Page.STEP, single_step(service))
