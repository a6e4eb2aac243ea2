"""The kiosk opened: what greets comes first, everything else once its picture stands."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk import logs, paths
from kiosk.bridge.qt_messages import note_messages
from kiosk.bridge.window import CitizenWindow
from kiosk.errors import KioskError
from kiosk.logs import Code

if TYPE_CHECKING:
    from kiosk.app.citizen import CitizenApplication
    from kiosk.app.staff_door import StaffDoor
    from kiosk.bridge.session import Session
    from kiosk.config import Config

_log = logging.getLogger(__name__)

_WINDOW = QSize(720, 1280)
"""The size of a window that does not fill the screen, for trying out at a desk."""
_MODEL_IN = 21.5
"""The diagonal of the panel that such a window is a smaller picture of, in inches."""


def run(
    configured: "Callable[[], Config]", *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the kiosk and stay until it is closed; the exit status of the program.

    The configuration is read while Qt reads the window, in a thread of its own. The window fills the screen, unless the
    configuration says otherwise or it is `windowed`. `without_display` is called before the program ends because Qt
    finds nothing to draw on. A folder that cannot be written stops nothing. Raises what `configured` raises, and
    `WindowError`.
    """
    _goes_on_without(lambda: logs.start(paths.state_folder()))
    note_messages(without_display)
    application = QGuiApplication(["guichet"])
    window = CitizenWindow(paths.ui_folder(), paths.assets_folder())
    try:
        config, size = _sized(configured(), windowed)
        from kiosk.app.front import Front

        front = Front(config, size, window)
    except KioskError:
        window.close()
        raise
    front.show()
    front.wait_until_drawn()
    from kiosk.app.citizen import CitizenApplication
    from kiosk.bridge.collecting import leave_start_out
    from kiosk.bridge.readying import Readying

    citizen = CitizenApplication(config, size, front=front)
    logs.catch_bugs(then=lambda: _start_anew(citizen.session))
    door = _staff_door(citizen, config, size)
    Readying(front.window.window, (leave_start_out, *citizen.load_ahead()))
    try:
        return application.exec()
    finally:
        if door is not None:
            door.close()
        citizen.close()


def _sized(config: "Config", windowed: bool) -> "tuple[Config, QSize | None]":
    """The configuration of a window that does not fill the screen, and its size; none where it fills it."""
    if not windowed and config.screen.fullscreen:
        return config, None
    model = replace(config.screen, panel_diagonal_in=config.screen.panel_diagonal_in or _MODEL_IN)
    return replace(config, screen=model), _WINDOW


def _staff_door(citizen: "CitizenApplication", config: "Config", size: QSize | None) -> "StaffDoor | None":
    """The way for staff to the counter, where the kiosk has one."""
    if not config.counter.on_kiosk:
        return None
    from kiosk.app.staff_door import StaffDoor

    return StaffDoor(citizen, config, size)


def _goes_on_without(preparation: Callable[[], None]) -> None:
    try:
        preparation()
    except KioskError as error:
        _log.error("not ready: %s: %s", Code(error.code), error)


def _start_anew(session: "Session") -> None:
    """Forget the visit after a bug; where that fails too the program ends, and whatever watches it starts it again."""
    try:
        session.end()
    except Exception as error:
        _log.critical("the visit could not be ended", exc_info=error)
        QGuiApplication.exit(1)
