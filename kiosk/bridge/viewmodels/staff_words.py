"""What staff want of this kiosk: that it is closed, or a word to whoever is at it."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.languages import N_, Messages
from kiosk.visit.visit import Page

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_CLOSED = N_("This kiosk is closed.")
_DESK = N_("Please ask at the desk.")
_PHONE = N_("Or phone 211: free, day and night, in many languages. In danger, call 911.")


@QmlElement
@QmlUncreatable("made by the application")
class StaffWordsViewModel(QObject):  # type: ignore[operator]
    """Shows what staff last said. A visit is never cut short: the kiosk closes at its first screen."""

    changed = Signal()
    noted = Signal()
    """A note came up, or was put away: what stands on the screen is another."""

    def __init__(
        self, session: Session, words_of: Callable[[str], Messages], discreet: Callable[[], bool] = lambda: False
    ) -> None:
        """`words_of` gives the words of a language: a closed kiosk says so in all that it greets in. `discreet` tells
        whether the page is one that a person may have to leave in an instant: no note covers the way out.
        """
        super().__init__()
        self._session = session
        self._words_of = words_of
        self._discreet = discreet
        self._closing = False
        self._note = ""
        self._last = ""
        session.changed.connect(self._follow_visit)
        session.ended.connect(self._forget)

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Whether the kiosk is closed: nobody is at it, and staff want it so."""
        return self._closing and self._session.visit.page is Page.ATTRACT

    @Property(str, notify=changed)
    def note(self) -> str:
        """What staff have written to whoever is here; empty where there is nothing, or it was read."""
        return self._note

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The languages that a closed kiosk says so in."""
        return list(self._session.site.greetings)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def titles(self) -> list[str]:
        """`This kiosk is closed.`, in each of those; so the others."""
        return self._in_each(_CLOSED)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def desks(self) -> list[str]:
        """Where to go instead."""
        return self._in_each(_DESK)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def phones(self) -> list[str]:
        """Whom to phone."""
        return self._in_each(_PHONE)

    @Slot()
    def dismiss(self) -> None:
        """The note was read."""
        self._note = ""
        self.changed.emit()
        self.noted.emit()

    def close(self, closing: bool) -> None:
        """Close the kiosk as soon as nobody is at it, or open it again."""
        if closing != self._closing:
            self._closing = closing
            self.changed.emit()

    def say(self, note: str) -> None:
        """Show `note`, once, to whoever is here; on a discreet page not before they have left that."""
        if note and note != self._last and self._session.visit.page is not Page.ATTRACT and not self._discreet():
            self._note = self._last = note
            self.changed.emit()
            self.noted.emit()

    @Slot()
    def _follow_visit(self) -> None:
        if self._closing:
            self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._note = self._last = ""
        self.changed.emit()

    def _in_each(self, words: str) -> list[str]:
        """Only a closed kiosk looks its words up: the first picture does not wait for them."""
        if not self._closing:
            return []
        return [self._words_of(language).gettext(words) for language in self._session.site.greetings]
