"""`guichet` alone: the kiosk's window."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.config import Config

_NO_DISPLAY = (
    "there is no display here to open the kiosk on; `guichet tour --out FOLDER` takes pictures of it without one.\n"
    "Il n’y a pas d’écran ici pour ouvrir le guichet; « guichet tour --out DOSSIER » en prend des images sans écran."
)
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What names a display, or a way of drawing that needs none."""


class NoDisplayError(KioskError):
    """There is nothing here to draw a window on."""

    code = "no_display"


def open_kiosk(windowed: bool = False) -> int:
    """Open the kiosk, in a small window or as the configuration says, and stay until it is closed.

    Returns the exit status. Raises `KioskError`.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise NoDisplayError(_NO_DISPLAY)
    gc.disable()  # nothing made while starting is garbage; `run` sees to it afterwards
    from kiosk.app import run

    return run(_configured, windowed=windowed, without_display=_say_no_display)


def _configured() -> "Config":
    from kiosk import paths
    from kiosk.config import load

    return load(paths.config_file())


def _say_no_display() -> None:
    from kiosk.cli.refusals import refused_at_start

    print(refused_at_start(NoDisplayError(_NO_DISPLAY)), file=sys.stderr, flush=True)
