"""The composition root of the windowed programs: the one place that builds objects and joins them.

Nothing of Qt is imported here before Python's own way of importing is back in place.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bridge.plain_imports import import_plainly

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.config import Config


def run(
    configured: "Callable[[], Config]", *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the kiosk and stay until it is closed; see `kiosk.app.opening`."""
    import_plainly()
    from kiosk.app import opening

    return opening.run(configured, windowed=windowed, without_display=without_display)


def run_counter(
    config: "Config", language: str, *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the counter and stay until it is closed; see `kiosk.app.counter`. Raises `KioskError`."""
    import_plainly()
    from kiosk.app import counter

    return counter.run_counter(config, language, windowed=windowed, without_display=without_display)


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
    import_plainly()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["guichet"])
    application.styleHints().setCursorFlashTime(0)
    return application
