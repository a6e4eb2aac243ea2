"""An empty Qt Quick window of the kiosk's size: the least that any program of this kind costs."""

import os

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from bench.probes import say_first_frame

_EMPTY = b"import QtQuick\nWindow { width: 720; height: 1280 }"


def main() -> None:
    """Open the window; its first frame ends the program."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(_EMPTY)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(say_first_frame)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
