"""`guichet` alone: the kiosk's window."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.config import Config

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What names a display, or a way of drawing that needs none."""


class NoDisplayError(KioskError):
    """There is nothing here to draw a window on; told in every language of the terminal."""

    code = "no_display"


def open_kiosk(windowed: bool = False) -> int:
    """Open the kiosk, in a small window or as the configuration says, and stay until it is closed.

    Returns the exit status. Raises `KioskError`.
    """
    see_to_display()
    gc.disable()  # nothing made while starting is garbage; `run` sees to it afterwards
    from kiosk.app import run

    return run(_configured, windowed=windowed, without_display=say_no_display)


def _configured() -> "Config":
    from kiosk import paths
    from kiosk.config import load

    return load(paths.config_file())


def see_to_display() -> None:
    """Raise `NoDisplayError` where nothing names a display."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise NoDisplayError(_no_display())


def say_no_display() -> None:
    """Say on standard error that Qt has found nothing to draw on."""
    from kiosk.cli.refusals import refused_at_start

    print(refused_at_start(NoDisplayError(_no_display())), file=sys.stderr, flush=True)


def _no_display() -> str:
    from kiosk.cli.tongue import in_all, of_this_machine
    from kiosk.languages.marks import N_

    told = N_(
        "there is no display here to open the kiosk on; `guichet tour --out FOLDER` takes pictures of it without one."
    )
    return in_all(told, of_this_machine())
