"""What the program lets go of once a visit has ended and the first picture stands again."""

import ctypes
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.session import Session


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
        session.ended.connect(self._wait_for_picture)

    def stop(self) -> None:
        """Take no further step."""
        self._steps, self._ahead = (), []

    @Slot()
    def _wait_for_picture(self) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            self._window.frameSwapped.connect(self._begin)
        # Where the first picture stood already there would be no frame before somebody comes.
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
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
