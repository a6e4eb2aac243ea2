"""What greets before anything of a visit is loaded: the window, the languages of the site, the site's own settings."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.bridge.panel import MM_PER_INCH, panel_of
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.greeting import GreetingViewModel
from kiosk.bridge.window import CitizenWindow
from kiosk.languages.known import missing_files
from kiosk.logs import Code
from kiosk.visit.comfort import usual_at

if TYPE_CHECKING:
    from kiosk.config import Config, Site

_log = logging.getLogger(__name__)

_PATIENCE_MS = 1000
"""A window behind another or on a screen that sleeps is never drawn; the rest is loaded then too."""


class Front:
    """The window with its greeting. `CitizenApplication` gives it what a visit needs."""

    def __init__(self, config: "Config", size: QSize | None = None, window: CitizenWindow | None = None) -> None:
        """A Qt application must exist. The window takes `size`, or the whole screen when there is none.

        `window` is one that is being read already.
        """
        self.site = _speakable(config.site)
        screen = QGuiApplication.primaryScreen()
        whole = size or screen.size()
        reported = screen.physicalDotsPerInch() / MM_PER_INCH
        self.panel = panel_of(whole.width(), whole.height(), reported, config.screen)
        self.greeting = GreetingViewModel(self.site)
        self.comfort = ComfortViewModel(usual_at(config.comfort))
        self.window = window or CitizenWindow(paths.ui_folder(), paths.assets_folder())
        self.window.greet(self.greeting, self.comfort, self.panel)
        self._size = size

    def show(self) -> None:
        """Show the window."""
        self.window.show(self._size)

    def wait_until_drawn(self) -> None:
        """Return once the first picture stands."""
        drawing = QEventLoop()
        self.window.window.frameSwapped.connect(drawing.quit)
        QTimer.singleShot(_PATIENCE_MS, drawing.quit)
        drawing.exec()


def _speakable(site: "Site") -> "Site":
    """`site` without the languages that lack words or letters here; an office language is never given up."""
    assets = paths.assets_folder()
    missing = {code: missing_files(code, assets / "locale", assets / "fonts") for code in site.languages}
    for language, files in missing.items():
        if files:
            _log.warning("language %s lacks %d files", Code(language), len(files))
    kept = (code for code, files in missing.items() if not files or code in site.office_languages)
    return replace(site, languages=tuple(kept))
