"""The letters that the window is drawn in: those of a script come when a language first needs them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.languages.known import GREETING_FILES, LATIN_FILES, NOTO_SANS, tongue_of


class Fonts:
    """Loads fonts from one folder for one window. What Noto Sans lacks is drawn in what was loaded for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, None] = {}
        for file in GREETING_FILES:
            self._load(file)
        QGuiApplication.setFont(QFont(NOTO_SANS))

    @property
    def loaded(self) -> tuple[str, ...]:
        """The files loaded so far, in their order."""
        return tuple(self._loaded)

    def write_names(self, languages: Iterable[str]) -> None:
        """Make ready to write the own names of `languages`, and no more."""
        for language in languages:
            self._ready(language, 1)

    def write(self, language: str) -> None:
        """Make ready to write anything in `language`, and Latin letters beside it."""
        for file in LATIN_FILES:
            self._load(file)
        self._ready(language, None)

    def _ready(self, language: str, count: int | None) -> None:
        typeface = tongue_of(language).typeface
        # Qt keeps the names of substitutes in small letters.
        if typeface.family.lower() not in (NOTO_SANS.lower(), *map(str.lower, QFont.substitutes(NOTO_SANS))):
            QFont.insertSubstitution(NOTO_SANS, typeface.family)
        for file in typeface.files[:count]:
            self._load(file)

    def _load(self, file: str) -> None:
        if file not in self._loaded:
            self._loaded[file] = None
            _load_once(self._folder / file)


@cache
def _load_once(file: Path) -> None:
    """Give the program the letters of one file. Qt would take them a second time for a second window, as the counter
    is beside a kiosk, and then lay out every word of the first one anew.
    """
    QFontDatabase.addApplicationFont(str(file))
