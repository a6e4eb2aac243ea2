"""What the program lets go of once a visit has ended and the picture after it stands."""

import ctypes
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.session import Session

_M_MMAP_THRESHOLD = -3
"""As `malloc.h` spells it."""
_LARGE = 512 * 1024

_QUIET_MS = 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
        # A key that is a shortcut is only seen when it is let go.
        QEvent.Type.KeyRelease,
        QEvent.Type.Wheel,
    }
)


class LettingGo(QObject):
    """Does `steps` one after the other after each visit, once nobody has touched the window for a second: whoever comes
    waits for none of them.

    The session owns it. `done` tells that the last step was taken.
    """

    done = Signal()

    def __init__(
        self,
        session: Session,
        window: QQuickWindow,
        steps: Sequence[Callable[[], object]],
        quiet_ms: int = _QUIET_MS,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._steps = tuple(steps)
        self._ahead: list[Callable[[], object]] = []
        self._is_waiting = False
        self._quiet_ms = quiet_ms
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        session.ended.connect(self.let_go)

    @property
    def due_in_ms(self) -> int:
        """When the next step is taken, if nobody touches the window before; -1 while none is to be."""
        return self._next.remainingTime()

    def stop(self) -> None:
        """Take no further step."""
        self._session.ended.disconnect(self.let_go)
        self._next.stop()
        self._window.removeEventFilter(self)
        if self._is_waiting:
            self._window.frameSwapped.disconnect(self._begin)

    @Slot()
    def let_go(self) -> None:
        """Take every step once the next picture stands, and it has grown quiet."""
        if not self._is_waiting:
            self._is_waiting = True
            self._window.frameSwapped.connect(self._begin)
        # Where that picture stood already there would be no frame before somebody comes.
        self._window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the quiet anew, and take nothing from the window."""
        if event.type() in _TOUCHES and self._next.isActive():
            self._next.start(self._quiet_ms)
        return False

    @Slot()
    def _begin(self) -> None:
        self._is_waiting = False
        self._window.frameSwapped.disconnect(self._begin)
        self._ahead = list(self._steps)
        self._window.installEventFilter(self)
        self._next.start(self._quiet_ms)

    @Slot()
    def _go_on(self) -> None:
        if self._ahead:
            self._ahead.pop(0)()
            self._next.start(0)
        else:
            self._window.removeEventFilter(self)
            self.done.emit()


def give_back() -> None:
    """Give memory that nothing is in back to the system.

    Otherwise the C library keeps it, in pieces between what is still held: tens of megabytes more, the longer a kiosk
    runs.
    """
    _ask_library("malloc_trim", 0)


def keep_large_apart() -> None:
    """Have the C library hold nothing of half a megabyte or more among small things, from now on.

    It does so by itself at first, but learns from what is freed to do it no longer: then each picture of a page and
    each slip that was set leaves a hole, which what is small breaks up.
    """
    _ask_library("mallopt", _M_MMAP_THRESHOLD, _LARGE)


def _ask_library(name: str, *numbers: int) -> None:
    """Call a function that the GNU C library has, and others may lack."""
    found = getattr(ctypes.CDLL(None), name, None)
    if found is not None:
        found(*numbers)
