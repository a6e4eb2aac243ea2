"""`qsTr` in QML, answered from the same message catalogues as Python."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTranslator

RIGHT_TO_LEFT = frozenset({"ar"})


class MessageTranslator(QTranslator):
    """Looks a source text up in the language now shown; the source text itself is the answer when nothing is found."""

    def __init__(self, look_up: Callable[[str, str, str], str], parent: QObject | None = None) -> None:
        """`look_up(language, context, source)` gives the words; `context` is empty when there is none."""
        super().__init__(parent)
        self._look_up = look_up
        self._language = "en"

    @property
    def spoken(self) -> str:
        """The code of the language now shown."""
        return self._language

    def speak(self, language: str) -> None:
        """Answer in `language` from now on; the caller asks the engine to retranslate."""
        self._language = language

    def isEmpty(self) -> bool:
        """Never empty, or Qt would not announce a change of language."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The words for `sourceText`, or the direction of writing when Qt asks for that."""
        if sourceText == "QT_LAYOUT_DIRECTION":
            return "RTL" if self._language in RIGHT_TO_LEFT else "LTR"
        return self._look_up(self._language, disambiguation or "", sourceText)
