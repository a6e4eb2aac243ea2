"""The counter on the kiosk itself: staff open it over the citizen's window, and give the kiosk back by leaving."""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.app.citizen import CitizenApplication
from kiosk.app.counter import CounterApplication
from kiosk.bridge.counter.scanner import TypedScans
from kiosk.config import Config
from kiosk.counter.scanning.meaning import badges_in
from kiosk.errors import KioskError
from kiosk.logs import Code
from kiosk.visit.visit import Page

_log = logging.getLogger(__name__)

_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NARROWEST_PX = 1280
"""What the counter is drawn for; on a panel that stands upright all of it is as much smaller."""
_ALONE_MS = 60_000
"""Nobody has signed in for so long: the kiosk is given back."""

OpenCounter = Callable[[Config, QSize | None, float], CounterApplication]


def open_counter(config: Config, size: QSize | None, scale: float) -> CounterApplication:
    """The counter as it is on a kiosk: `size` in pixels, the whole screen when None."""
    return CounterApplication(config, size, scale=scale)


class StaffDoor(QObject):
    """Watches the citizen's window for Ctrl+Alt+S, and its first screen for a badge under a scanner that types.

    A visit is ended before the counter opens.

    The counter closes when whoever is there locks it, when nobody signs in for a minute, and by *Back to the kiosk*.
    """

    def __init__(
        self,
        citizen: CitizenApplication,
        config: Config,
        size: QSize | None = None,
        opening: OpenCounter = open_counter,
    ) -> None:
        """The counter takes `size`, or the whole screen when there is none."""
        super().__init__()
        self._citizen = citizen
        # Kiosks of the network call the counter's own machine, not this one.
        self._config = replace(config, counter=replace(config.counter, listen=""))
        self._size = size
        self._opening = opening
        self.counter: CounterApplication | None = None
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(_ALONE_MS)
        self._alone.timeout.connect(self.close)
        citizen.citizen.window.installEventFilter(self)
        self.scans = TypedScans(citizen.citizen.window, QObject(self))
        self.scans.scanned.connect(self._admit_bearer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Open the counter for Ctrl+Alt+S; every other key goes where it goes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.counter is None:
            if event.key() == Qt.Key.Key_S and event.modifiers() & _KEYS == _KEYS:
                self.open()
                return True
        elif event.type() in (QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress) and self._alone.isActive():
            self._alone.start()
        return False

    def open(self) -> CounterApplication | None:
        """End the visit, and open the counter; where that cannot be, the kiosk stays at its first screen."""
        self._citizen.session.end()
        window = self._citizen.citizen.window
        width = (self._size or window.screen().size()).width()
        try:
            counter = self._opening(self._config, self._size, min(1.0, width / _NARROWEST_PX))
        except KioskError as error:
            _log.error("the counter could not be opened on the kiosk: %s", Code(error.code))
            return None
        self.counter = counter
        counter.desk.speak(self._citizen.session.site.office_languages[0])
        counter.sign_in.let_leave()
        # What closes the window is done once the window has done what it was doing.
        later = Qt.ConnectionType.QueuedConnection
        counter.sign_in.left.connect(self.close, later)
        counter.desk.locked.connect(self.close, later)
        counter.desk.changed.connect(self._alone.stop)
        counter.counter.window.installEventFilter(self)
        counter.show()
        counter.settle_in()
        self._alone.start()
        return counter

    @Slot(str)
    def _admit_bearer(self, untrusted_text: str) -> None:
        """A badge, while nobody is at the kiosk; a slip under the scanner is nothing to this window."""
        if self.counter is None and self._citizen.session.visit.page is Page.ATTRACT and badges_in(untrusted_text):
            counter = self.open()
            if counter is not None:
                counter.sign_in.scan(untrusted_text)

    @Slot()
    def close(self) -> None:
        """Give the kiosk back, at its first screen."""
        self._alone.stop()
        if self.counter is None:
            return
        counter, self.counter = self.counter, None
        counter.close()
        if self._citizen.letting_go is not None:
            self._citizen.letting_go.let_go()
        self._citizen.citizen.say_again()
        self._citizen.citizen.window.requestActivate()
