"""`qsTr` in QML, answered by Qt itself from the same message catalogues as Python."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk.languages import Messages
from kiosk.languages.qm import qm


class Translators:
    """One translator of Qt's for each language met; the one shown is installed, a text it lacks shows its source."""

    def __init__(self, words_of: Callable[[str], Messages]) -> None:
        self._words_of = words_of
        # Qt reads from these bytes as long as it has the translator.
        self._made: dict[str, tuple[QTranslator, bytes]] = {}
        self._spoken = ""

    @property
    def spoken(self) -> str:
        """The code of the language now shown; empty before the first."""
        return self._spoken

    def speak(self, language: str) -> None:
        """Answer in `language` from now on; the caller asks the engine to retranslate."""
        self.fall_silent()
        QGuiApplication.installTranslator(self._translator(language))
        self._spoken = language

    def fall_silent(self) -> None:
        """Answer nothing any more, so that every text shows its source."""
        if self._spoken:
            QGuiApplication.removeTranslator(self._translator(self._spoken))
            self._spoken = ""

    def _translator(self, language: str) -> QTranslator:
        if language not in self._made:
            form = _form(self._words_of, language)
            translator = QTranslator()
            translator.load(form)
            self._made[language] = (translator, form)
        return self._made[language][0]


@lru_cache(maxsize=4)
def _form(words_of: Callable[[str], Messages], language: str) -> bytes:
    """The words of a language as Qt reads them, made once for a program with two windows."""
    return qm(language, words_of(language).sources())
