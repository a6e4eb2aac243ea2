"""How long the kiosk waits for someone who has gone quiet, and what it asks before it forgets them.

The last page asks nothing: it counts down where everyone can see it.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.config import Timeouts
from kiosk.visit.visit import Page, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)
_LARGE_LETTERS_FACTOR = 2


def seconds_of_quiet(page: Page, timeouts: Timeouts, letters: int) -> int:
    """How long `page` may stand untouched before the question, in seconds; 0 is for ever.

    Large letters take longer to read, so they double it.
    """
    match page:
        case Page.ATTRACT:
            return 0
        case Page.DONE:
            return timeouts.done_s
        case Page.HOME:
            base = timeouts.home_s
        case _:
            base = timeouts.questions_s
    return base * (_LARGE_LETTERS_FACTOR if letters else 1)


@QmlElement
@QmlUncreatable("made by the application")
class PatienceViewModel(QObject):  # type: ignore[operator]
    """Counts the quiet, asks "Are you still there?", counts down, and ends the visit.

    Watch a window with `installEventFilter`: any touch or key begins the quiet anew. While the question stands, keys
    answer it (they stay), touches must choose.
    """

    changed = Signal()
    counted = Signal(int)
    """Seconds until the last page erases the visit: when the page opens, at every touch, and every second."""

    def __init__(self, session: Session, timeouts: Timeouts, letters: Callable[[], int]) -> None:
        """`letters` tells how large the letters are now: 0, 1 or 2."""
        super().__init__()
        self._session = session
        self._timeouts = timeouts
        self._letters = letters
        self._left = 0
        self._until_erased = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.ask)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        session.changed.connect(self._begin)

    @Property(bool, notify=changed)
    def warning(self) -> bool:
        """Whether the question stands on the screen."""
        return self._left > 0

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Seconds until the visit is erased."""
        return self._left

    @Property(bool, notify=changed)
    def canTake(self) -> bool:
        """Whether there is a plan to take away."""
        return bool(self._session.visit.bundles)

    def ask(self) -> None:
        """Put the question now; the last screen asks nothing and ends the visit."""
        if self._session.visit.page is Page.DONE:
            self.finish()
            return
        self._left = self._timeouts.warning_s
        self._second.start()
        self.changed.emit()

    def tick(self) -> None:
        """One second less, of the question or of the last page; after the last the visit is erased."""
        if 1 in (self._until_erased, self._left):
            self.finish()
        elif self._until_erased:
            self._until_erased -= 1
            self.counted.emit(self._until_erased)
        else:
            self._left -= 1
            self.changed.emit()

    @Slot()
    def stay(self) -> None:
        """Go on where the person was; it may be asked any number of times."""
        self._left = 0
        self._second.stop()
        self.changed.emit()
        self._begin()

    @Slot()
    def takePlan(self) -> None:
        """Go on, at the screen that hands the plan over."""
        self.stay()
        self._session.do(lambda visit: going_to(visit, Page.TAKE))

    @Slot()
    def finish(self) -> None:
        """Erase the visit now."""
        self._left = self._until_erased = 0
        self._second.stop()
        self._session.end()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice touches and keys; none is taken away from the window, but the key that answers the question."""
        if event.type() in _TOUCHES:
            if self.warning and event.type() == QEvent.Type.KeyPress:
                self.stay()
                return True
            if not self.warning:
                self._begin()
        return False

    def _begin(self) -> None:
        if self.warning:
            return
        page = self._session.visit.page
        seconds = seconds_of_quiet(page, self._timeouts, self._letters())
        self._until_erased = seconds if page is Page.DONE else 0
        if self._until_erased:
            self._quiet.stop()
            self._second.start()
            self.counted.emit(self._until_erased)
            return
        self._second.stop()
        if seconds:
            self._quiet.start(seconds * 1000)
        else:
            self._quiet.stop()
