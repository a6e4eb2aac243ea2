"""The real window, standing wherever it is told: one station of the audit a line, from a pipe.

    python -m tests.e2e.standing PIPE LANGUAGE

The window's title becomes the station's name once its page is drawn.
"""

import os
import sys
from dataclasses import replace

from PySide6.QtCore import QSize, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.auditing.stations import stations
from kiosk.config import Config

SIZE = QSize(1080, 1920)
DIAGONAL_IN = 21.5


def main(pipe: str, language: str) -> None:
    """Open the window and follow the pipe to its end."""
    application = QGuiApplication([])
    config = Config()
    kiosk = CitizenApplication(replace(config, screen=replace(config.screen, panel_diagonal_in=DIAGONAL_IN)), SIZE)
    kiosk.show()
    theme = kiosk.citizen.singleton("Guichet.Theme", "Theme")
    theme.setProperty("settle", 0)
    theme.setProperty("motion", False)
    places = stations(kiosk.session, language)
    told = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def follow() -> None:
        for name in os.read(told, 4096).decode().splitlines():
            kiosk.session.do(lambda _, name=name: places[name])  # type: ignore[misc]
            kiosk.citizen.window.grabWindow()
            QTimer.singleShot(0, lambda name=name: kiosk.citizen.window.setTitle(name))  # type: ignore[misc]

    notifier = QSocketNotifier(told, QSocketNotifier.Type.Read)
    notifier.activated.connect(follow)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:3])
