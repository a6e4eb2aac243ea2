"""The composition root of the windowed programs: the one place that builds objects and joins them.

Whatever imports Qt is imported inside a function, after Python's own way of importing is back in place.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.app.closed import Notice
    from kiosk.config import Config


def run(
    configured: "Callable[[], Config]", *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the kiosk and stay until it is closed; see `kiosk.app.opening`. Raises `KioskError`."""
    from kiosk import paths
    from kiosk.app.ahead import load_ahead

    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # QML looks for its garbage a millisecond at a time: all at once would cost a frame of a long list that is scrolled.
    os.environ.setdefault("QV4_GC_TIMELIMIT", "1")
    # The letters are ours; reading how the system would choose among its own takes a tenth of the start.
    os.environ.setdefault("FONTCONFIG_FILE", str(paths.assets_folder() / "fonts" / "fonts.conf"))
    load_ahead()
    _import_plainly()
    from kiosk.app import opening

    return opening.run(configured, windowed=windowed, without_display=without_display)


def run_counter(
    config: "Config", language: str, *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the counter and stay until it is closed; see `kiosk.app.counter`. Raises `KioskError`."""
    _import_plainly()
    from kiosk.app import counter

    return counter.run_counter(config, language, windowed=windowed, without_display=without_display)


def show_closed(
    notices: "Sequence[Notice]", language: str, is_over: Callable[[], bool], without_display: Callable[[], None]
) -> int:
    """Show that the kiosk is closed until `is_over`; see `kiosk.app.closed`."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    _import_plainly()
    from kiosk.app import closed

    return closed.show_closed(notices, language, is_over, without_display)


def tour(
    config: "Config",
    folder: Path,
    journeys: Sequence[str],
    orientations: Sequence[str],
    language: str,
    kept: Callable[[Path], None],
) -> None:
    """Walk through the window by itself and keep pictures; see `kiosk.bridge.touring.walking`. Raises `TourError`."""
    application = _still_application()
    from kiosk.app.citizen import CitizenApplication
    from kiosk.bridge.touring.walking import Itinerary, walk

    walk(Itinerary(folder, journeys, orientations, language), config, CitizenApplication, kept)
    application.quit()


def tour_counter(config: "Config", folder: Path, languages: Sequence[str], kept: Callable[[Path], None]) -> None:
    """Walk through the counter by itself and keep pictures; see `kiosk.app.counter_tour`. Raises `TourError`."""
    application = _still_application()
    from kiosk.app.counter_tour import walk_counter

    for language in languages:
        walk_counter(config, folder, language, kept)
    application.quit()


def audit(
    config: "Config",
    folder: Path,
    languages: Sequence[str],
    orientations: Sequence[str],
    panels: Sequence[float],
    said: Callable[[str], None],
) -> int:
    """Look at every page in every manner and keep pictures; see `kiosk.bridge.auditing.rounds`. Raises `AuditError`."""
    application = _still_application()
    from kiosk.app.citizen import CitizenApplication
    from kiosk.bridge.auditing.rounds import PANELS_IN, audit, manners

    wanted = tuple(manners(languages, orientations, panels or PANELS_IN))
    faults = audit(wanted, folder, config, CitizenApplication, said)
    application.quit()
    return faults


def _still_application() -> "QGuiApplication":
    """Qt's application for pictures that are to be alike: no cursor blinks in them."""
    _import_plainly()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["guichet"])
    application.styleHints().setCursorFlashTime(0)
    return application


def _import_plainly() -> None:
    from kiosk.bridge.plain_imports import import_plainly

    import_plainly()
