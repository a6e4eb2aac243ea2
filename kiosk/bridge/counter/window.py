"""The counter's window: engine, fonts, pictures and words put together, and taken apart in the right order."""

from collections.abc import Callable, Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from kiosk.bridge.art import Art
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.fonts import Fonts
from kiosk.bridge.symbols import Symbols
from kiosk.bridge.translator import Translators
from kiosk.bridge.window import WindowError
from kiosk.languages import Messages


class CounterWindow:
    """Owns everything that must outlive the engine, and lets go of it after the engine."""

    def __init__(
        self,
        desk: DeskViewModel,
        parts: Mapping[str, QObject],
        pixels_per_mm: float,
        palette: str,
        pictures: Mapping[str, QQuickImageProvider],
        words_of: Callable[[str], Messages],
        ui: Path,
        assets: Path,
    ) -> None:
        """Load `Counter.qml` from `ui`; raises `WindowError` when it cannot be drawn.

        `parts` are the view-models that show beside every page, by the names they have in `Counter.qml`. QML finds
        `pictures` by the names they have here: `image://NAME/`.
        """
        self._desk = desk
        self._keep = tuple(parts.values())
        self._fonts = Fonts(assets / "fonts")
        self._translators = Translators(words_of)
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(ui))
        for name, provider in {"symbol": Symbols(assets / "icons"), "art": Art(assets / "art"), **pictures}.items():
            self._engine.addImageProvider(name, provider)
        self._speak()
        self._engine.setInitialProperties(
            {"desk": desk, "pixelsPerMm": pixels_per_mm, "colours": palette, **parts},
        )
        self._engine.load(QUrl.fromLocalFile(str(ui / "Counter.qml")))
        if not self._engine.rootObjects():
            raise WindowError(f"{ui / 'Counter.qml'} could not be loaded")
        root = self._engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.window = root
        desk.spoke.connect(self._follow_language)

    def show(self, size: QSize | None) -> None:
        """Show the window: at `size`, or over the whole screen."""
        if size is None:
            self.window.setGeometry(self.window.screen().availableGeometry())
            self.window.setVisibility(QQuickWindow.Visibility.Maximized)
        else:
            self.window.resize(size)
            self.window.show()

    def paint_in(self, palette: str) -> None:
        """Show the window in other colours."""
        self.window.setProperty("colours", palette)

    def singleton(self, module: str, name: str) -> QObject:
        """A QML singleton of this window, such as the theme."""
        found = self._engine.singletonInstance(module, name)
        assert isinstance(found, QObject)
        return found

    def close(self) -> None:
        """Take the window down: the engine first, the view-models after it."""
        self._desk.spoke.disconnect(self._follow_language)
        self.window.close()
        shiboken6.delete(self._engine)
        self._translators.fall_silent()

    def _follow_language(self) -> None:
        self._speak()
        self._engine.retranslate()

    def _speak(self) -> None:
        self._fonts.write(self._desk.property("language"))
        self._translators.speak(self._desk.property("language"))
