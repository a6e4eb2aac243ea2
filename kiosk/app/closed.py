"""The kiosk's screen while it cannot open: what people are to do, and what is wrong for whoever keeps it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk import paths
from kiosk.bridge.fonts import Fonts
from kiosk.bridge.qt_messages import note_messages

LOOK_EVERY_MS = 3000
_SIZE = QSize(1280, 720)

Notice = tuple[str, str, str]
"""What is said in one language: what has happened, what to do, and the fault for whoever keeps the kiosk."""


class ClosedWindow(QQuickView):
    """The notices side by side, or one above the other where the screen stands upright."""

    def __init__(self, notices: Sequence[Notice], language: str) -> None:
        super().__init__()
        self._fonts = Fonts(paths.assets_folder() / "fonts")
        self._fonts.write(language)
        self.engine().addImportPath(str(paths.ui_folder()))
        self.setTitle("Guichet")
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        named = [dict(zip(("happened", "advice", "fault"), notice, strict=True)) for notice in notices]
        self.setInitialProperties({"notices": named})
        self.setSource(QUrl.fromLocalFile(str(paths.ui_folder() / "Closed.qml")))
        self.resize(_SIZE)


class _Looking(QObject):
    """Ends the program once `is_over`."""

    def __init__(self, application: QGuiApplication, is_over: Callable[[], bool]) -> None:
        super().__init__(application)
        self._application = application
        self._is_over = is_over
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_EVERY_MS)

    @Slot()
    def look(self) -> None:
        if self._is_over():
            self._application.quit()


def show_closed(
    notices: Sequence[Notice], language: str, is_over: Callable[[], bool], without_display: Callable[[], None]
) -> int:
    """Show `notices` over the whole screen until `is_over`, which is asked every few seconds; the exit status.

    `language` is that of the first. `without_display` is called before the program ends because Qt finds nothing to
    draw on.
    """
    note_messages(without_display)
    application = QGuiApplication(["guichet"])
    window = ClosedWindow(notices, language)
    window.showFullScreen()
    looking = _Looking(application, is_over)
    status = application.exec()
    del looking, window
    return status
