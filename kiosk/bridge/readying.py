"""What is made ready once the first picture stands, so that neither it nor the first touch has to wait."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow


class Readying(QObject):
    """Does `steps` one after the other after a window's first frame; touches come between them. The window owns it."""

    def __init__(self, window: QQuickWindow, steps: Sequence[Callable[[], object]]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = list(steps)
        window.frameSwapped.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._window.frameSwapped.disconnect(self._begin)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._steps:
            QTimer.singleShot(0, self._go_on)
            self._steps.pop(0)()
