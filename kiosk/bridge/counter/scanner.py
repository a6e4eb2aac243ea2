"""Scanners joined to the window: one that types is told from a person, one on a serial line is listened to."""

from pathlib import Path
from threading import Thread

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.counter.scanning.bursts import NO_RUN, OVER_AFTER_MS, SLOW_MS, Key, Run, with_key
from kiosk.counter.scanning.meaning import looks_scanned
from kiosk.counter.scanning.serial import SerialScanner

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


class TypedScans(QObject):
    """Watches the keys of a window. A scan is taken out of it and told by `scanned`; a person's keys are left alone.

    What was held and turns out not to be a scan is typed again, key by key, as if nothing had been.
    """

    scanned = Signal(str)

    def __init__(self, window: QQuickWindow, pace: QObject) -> None:
        """`pace` is the window's `KeyPace`: told of a run of keys, it keeps the first one from being a button's."""
        super().__init__(window)
        self._window = window
        self._pace = pace
        pace.setProperty("patience", SLOW_MS)
        self._run = NO_RUN
        self._began_in: QQuickItem | None = None
        self._typing_again = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(OVER_AFTER_MS)
        self._silence.timeout.connect(self._end)
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether keys of a scan are being held."""
        return self._run.is_scan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the keys of a scan; each key comes as a question about shortcuts first, then as itself."""
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and not self._typing_again:
                self._note(event)
                # A key that writes nothing is none of a run: F9 after fast typing is still F9.
                if self._run.is_scan or (len(self._run.text) > 1 and event.text() and not event.modifiers() & _HELD):
                    # A digit of a scan is no shortcut: it comes again, as a key. Nobody presses two keys so fast.
                    event.accept()
                    return True
            case QEvent.Type.KeyPress | QEvent.Type.KeyRelease if self._run.is_scan and not self._typing_again:
                return True
        return super().eventFilter(watched, event)

    def _note(self, event: QKeyEvent) -> None:
        text = "" if event.modifiers() & _HELD else event.text().replace("\r", "\n")
        if not text.isprintable() and text not in _KEYS:
            return  # Escape and Backspace have a text too
        before = self._run
        self._run = with_key(before, Key(event.timestamp(), text, event.isAutoRepeat()))
        if len(self._run.text) == 1:
            self._began_in = self._window.activeFocusItem()
        self._pace.setProperty("typing", len(self._run.text) > 1)
        if self._run.is_scan:
            self._silence.start()

    @Slot()
    def _end(self) -> None:
        run, self._run = self._run, NO_RUN
        if looks_scanned(run.text) or run.is_no_hand:
            self._take_back(run)
            self.scanned.emit(run.text)
        else:
            self._give_back(run)

    def _take_back(self, run: Run) -> None:
        """Take out of its field what was typed before the scan was recognised."""
        field = self._began_in
        self._began_in = None
        if field is None or not shiboken6.isValid(field) or self._window.activeFocusItem() is not field:
            return
        if field.property("cursorPosition") is not None:
            for _character in run.let_through:
                self._press(Qt.Key.Key_Backspace, "\b")

    def _give_back(self, run: Run) -> None:
        for character in run.held:
            self._press(_KEYS.get(character, Qt.Key.Key_unknown), character)

    def _press(self, key: Qt.Key, text: str) -> None:
        self._typing_again = True
        try:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(
                    self._window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text.replace("\n", "\r"))
                )
        finally:
            self._typing_again = False


class Scanners(QObject):
    """Every scanner of a counter. `scanned` brings what one of them read, whichever it was."""

    scanned = Signal(str)
    changed = Signal()
    _heard = Signal(str)
    _plugged = Signal(bool)

    def __init__(self, device: str = "") -> None:
        """`device` is the serial line of one, "" where there is none."""
        super().__init__()
        self._plugged_in: bool | None = None
        self._typed: TypedScans | None = None
        self._serial: SerialScanner | None = None
        self._thread: Thread | None = None
        self._heard.connect(self.scanned, Qt.ConnectionType.QueuedConnection)
        self._plugged.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        if device:
            self._listen(SerialScanner(Path(device), self._heard.emit, self._plugged.emit))

    @property
    def plugged(self) -> bool | None:
        """Whether the scanner of the serial line is there; None where none is configured, or nobody knows yet."""
        return self._plugged_in

    @property
    def busy(self) -> bool:
        """Whether keys of a scan are being held, not to be told yet."""
        return self._typed is not None and self._typed.busy

    def watch(self, window: QQuickWindow, pace: QObject) -> None:
        """Hear scanners that type into `window`, too; see `TypedScans`."""
        self._typed = TypedScans(window, pace)
        self._typed.scanned.connect(self.scanned)

    def close(self) -> None:
        """Let go of the line and wait until it is let go of."""
        if self._serial is not None and self._thread is not None:
            self._serial.stop()
            self._thread.join()
            self._serial = self._thread = None

    def _listen(self, serial: SerialScanner) -> None:
        self._serial = serial
        self._thread = Thread(target=serial.run, name="scanner", daemon=True)
        self._thread.start()

    @Slot(bool)
    def _tell(self, plugged: bool) -> None:
        self._plugged_in = plugged
        self.changed.emit()
