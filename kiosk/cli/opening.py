"""`guichet` with no command: opens the kiosk on the screen at hand."""

import os
import sys
from dataclasses import replace

from kiosk import logs, paths
from kiosk.config import load
from kiosk.errors import KioskError


class NoDisplayError(KioskError):
    """There is no screen to open a window on."""

    code = "no_display"


def open_kiosk(*, windowed: bool) -> int:
    """Open the window and stay until it is closed; the exit status of the program.

    Raises:
        KioskError: there is no display, or a folder or the configuration cannot be read.
    """
    if not _has_display():
        raise NoDisplayError(
            "there is no display to open the kiosk on; `guichet tour --out FOLDER` draws it to pictures. "
            "Aucun écran où ouvrir le kiosque; « guichet tour --out DOSSIER » le dessine en images."
        )
    config = load(paths.config_file())
    if windowed:
        config = replace(config, screen=replace(config.screen, fullscreen=False))
    logs.start(paths.state_folder())
    paths.wipe_abandoned_session_folders()

    from kiosk.app import run

    return run(config)


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
