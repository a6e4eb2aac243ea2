"""What the program lets go of once a visit has ended and the picture after it stands."""

import ctypes
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.session import Session

_M_MMAP_THRESHOLD = -3
"""As `malloc.h` spells it."""
_LARGE = 512 * 1024


class LettingGo(QObject):
    """Does `steps` one after the other, touches between them, after each visit: nobody waits for them to leave.

    The session owns it. `done` tells that the last step was taken.
    """

    done = Signal()

    def __init__(self, session: Session, window: QQuickWindow, steps: Sequence[Callable[[], object]]) -> None:
        super().__init__(session)
        self._window = window
        self._steps = tuple(steps)
        self._ahead: list[Callable[[], object]] = []
        self._is_waiting = False
        self._session = session
        session.ended.connect(self.let_go)

    def stop(self) -> None:
        """Take no further step."""
        self._steps, self._ahead = (), []
        self._session.ended.disconnect(self.let_go)

    @Slot()
    def let_go(self) -> None:
        """Take every step once the next picture stands."""
        if not self._is_waiting:
            self._is_waiting = True
            self._window.frameSwapped.connect(self._begin)
        # Where that picture stood already there would be no frame before somebody comes.
        self._window.update()

    @Slot()
    def _begin(self) -> None:
        self._is_waiting = False
        self._window.frameSwapped.disconnect(self._begin)
        is_idle = not self._ahead
        self._ahead = list(self._steps)
        if is_idle:
            QTimer.singleShot(0, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._ahead:
            self._ahead.pop(0)()
            QTimer.singleShot(0, self._go_on)
        else:
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
