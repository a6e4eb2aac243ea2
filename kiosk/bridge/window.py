"""The citizen's window: engine, fonts, pictures and words put together, and taken apart in the right order."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.art import Art
from kiosk.bridge.fonts import Fonts
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictureProvider, SlipPictures
from kiosk.bridge.symbols import Symbols
from kiosk.bridge.translator import Translators
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.errors import KioskError
from kiosk.languages import Messages


class WindowError(KioskError):
    """The window could not be drawn: its files are missing or damaged."""

    code = "window"


class CitizenWindow:
    """Owns everything that must outlive the engine, and lets go of it after the engine."""

    def __init__(
        self,
        session: Session,
        kiosk: KioskViewModel,
        comfort: ComfortViewModel,
        patience: PatienceViewModel,
        pictures: SlipPictures,
        words_of: Callable[[str], Messages],
        ui: Path,
        assets: Path,
    ) -> None:
        """Load `Main.qml` from `ui`; raises `WindowError` when it cannot be drawn."""
        self._keep = (session, kiosk, comfort, patience)
        self.fonts = Fonts(assets / "fonts")
        self.fonts.write_names(session.site.languages)
        self._translators = Translators(words_of)
        self._speak(session.language)
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(ui))
        self._engine.addImageProvider("symbol", Symbols(assets / "icons"))
        self._engine.addImageProvider("art", Art(assets / "art"))
        self._engine.addImageProvider("slip", SlipPictureProvider(pictures))
        self._engine.setInitialProperties({"kiosk": kiosk, "comfort": comfort, "patience": patience})
        self._engine.load(QUrl.fromLocalFile(str(ui / "Main.qml")))
        if not self._engine.rootObjects():
            raise WindowError(f"{ui / 'Main.qml'} could not be loaded")
        root = self._engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.window = root
        self.window.installEventFilter(patience)
        self._session = session
        session.changed.connect(self._follow_language)
        self._follow_language()

    def show(self, size: QSize | None) -> None:
        """Show the window: at `size`, or over the whole screen."""
        if size is None:
            # A session without a window manager, as a kiosk may be, gives a full screen no size of its own.
            self.window.setGeometry(self.window.screen().geometry())
            self.window.setVisibility(QQuickWindow.Visibility.FullScreen)
        else:
            self.window.resize(size)
            self.window.show()

    def singleton(self, module: str, name: str) -> QObject:
        """A QML singleton of this window, such as the theme; the guided tour and the tests set its pace."""
        found = self._engine.singletonInstance(module, name)
        assert isinstance(found, QObject)
        return found

    def close(self) -> None:
        """Take the window down: the engine first, the view-models after it."""
        self._session.changed.disconnect(self._follow_language)
        self.window.close()
        shiboken6.delete(self._engine)
        self._translators.fall_silent()

    def _follow_language(self) -> None:
        language = self._session.language
        if language != self._translators.spoken:
            self._speak(language)
            self._engine.retranslate()

    def _speak(self, language: str) -> None:
        self.fonts.write(language)
        self._translators.speak(language)
