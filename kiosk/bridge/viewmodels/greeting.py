"""The first screen: the languages of the site, each in its own name. It needs nothing of a visit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.languages.known import tongue_of

if TYPE_CHECKING:
    from kiosk.config import Site

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class GreetingViewModel(QObject):  # type: ignore[operator]
    """Greets, and tells which language was chosen. It is all that the first picture waits for."""

    chosen = Signal(str)

    def __init__(self, site: "Site") -> None:
        super().__init__()
        self._site = site

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def greetings(self) -> list[str]:
        """The languages that greet first, all alike: the office languages; under the profile `qc`, French."""
        return list(self._site.greetings)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def greetingNames(self) -> list[str]:
        """Each of those in its own name."""
        return own_names(self._site.greetings)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def greetingStarts(self) -> list[str]:
        """“Touch to start” in each of those."""
        return [tongue_of(code).start for code in self._site.greetings]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def others(self) -> list[str]:
        """The other languages of the site, in its order."""
        return list(self._site.others)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def otherNames(self) -> list[str]:
        """Each of those in its own name."""
        return own_names(self._site.others)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def centreNames(self) -> list[str]:
        """The place where the kiosk stands, in each language that greets first."""
        return [self._site.name.in_language(code) for code in self._site.greetings]

    @Slot(str)
    def choose(self, language: str) -> None:
        """Begin in `language`."""
        self.chosen.emit(language)


def own_names(languages: Iterable[str]) -> list[str]:
    """Each language as its own speakers write it."""
    return [tongue_of(code).own_name for code in languages]
