"""The kiosk opened to be looked at, by a tour or an audit: always the same panel, the same moment, and no hurry."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QSize

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.window import CitizenWindow
from kiosk.config import Config
from kiosk.referral.printing.jobs import Printer

SIZES: Mapping[str, QSize] = {"portrait": QSize(1080, 1920), "landscape": QSize(1920, 1080)}
"""The panel both ways up, in pixels."""
PANEL_IN = 21.5
"""The diagonal of the panel that every screen was drawn for, in inches."""
_NO_HURRY_S = 3600
MOMENT = datetime(2026, 11, 26, 10, 14)
"""On the site's clock: a Thursday, while offices are open."""


class Opened(Protocol):
    """A kiosk with its window, made but not shown."""

    session: Session
    comfort: ComfortViewModel
    citizen: CitizenWindow

    def show(self) -> None:
        """Show the window."""

    def close(self) -> None:
        """Take the window down."""


OpenWindow = Callable[[Config, QSize, Callable[[], datetime], Printer], Opened]
"""Makes a kiosk with a configuration, the window's size in pixels, a clock, and what prints the slips."""


def opened(
    open_window: OpenWindow, config: Config, orientation: str, printer: Printer, panel: float = PANEL_IN
) -> Opened:
    """A kiosk as `config` says, on a panel of so many inches, standing in `orientation`, at the moment of every tour.

    Nothing fades, and nobody is asked whether they are still there, however slow the machine.
    """
    on_panel = replace(
        config,
        screen=replace(config.screen, panel_diagonal_in=panel),
        comfort=replace(config.comfort, motion=False),
        timeouts=replace(config.timeouts, home_s=_NO_HURRY_S, questions_s=_NO_HURRY_S, done_s=_NO_HURRY_S),
    )
    moment = MOMENT.replace(tzinfo=config.site.zone)
    return open_window(on_panel, SIZES[orientation], lambda: moment, printer)


def quicken(window: CitizenWindow) -> None:
    """No guard against double touches: whoever looks touches once."""
    theme = window.singleton("Guichet.Theme", "Theme")
    theme.setProperty("settle", 0)
