"""The counter locks by itself when nobody has touched it for a while, and when the machine has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.viewmodels.patience import seconds_asleep

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
_LOOK_EVERY_MS = 1000
_SLEPT_S = 5.0


class AutoLock(QObject):
    """Watches a window by `installEventFilter` and takes nothing from it.

    The quiet is counted in steady seconds of a machine that is awake, so that no correction of the clock locks the desk
    or leaves it open. A machine that slept may wake up before somebody else: it locks at once.
    """

    def __init__(
        self,
        desk: DeskViewModel,
        after_s: int,
        steady: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] = seconds_asleep,
    ) -> None:
        """`steady` gives seconds that only go on; `asleep` how many the machine has slept since it was started."""
        super().__init__()
        self._desk = desk
        self._after_s = after_s
        self._steady = steady
        self._asleep = asleep
        self._touched = steady()
        self._slept = asleep()
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self.look)
        self._watch.start()
        desk.changed.connect(self._begin)

    @Slot()
    def look(self) -> None:
        """Lock the desk if it has been quiet long enough, or if the machine has slept since the last look."""
        slept, self._slept = self._asleep() - self._slept, self._asleep()
        if slept >= _SLEPT_S or self._steady() - self._touched >= self._after_s:
            self._desk.lock()

    def stop(self) -> None:
        """Look no more, as when the window has been closed: nothing is left to lock."""
        self._watch.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice touches and keys."""
        if event.type() in _TOUCHES:
            self._begin()
        return False

    @Slot()
    def _begin(self) -> None:
        self._touched = self._steady()
