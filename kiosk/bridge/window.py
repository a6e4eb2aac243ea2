"""The citizen's window: engine, fonts, pictures and words put together, and taken apart in the right order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.greeting import GreetingViewModel
from kiosk.errors import KioskError

# The greeting waits for none of these.
if TYPE_CHECKING:
    from kiosk.bridge.panel import Panel
    from kiosk.bridge.session import Session
    from kiosk.bridge.translator import Translators
    from kiosk.bridge.viewmodels.kiosk import KioskViewModel
    from kiosk.bridge.viewmodels.patience import PatienceViewModel
    from kiosk.bridge.viewmodels.staff_words import StaffWordsViewModel
    from kiosk.languages import Messages


class WindowError(KioskError):
    """The window could not be drawn: its files are missing or damaged."""

    code = "window"


class CitizenWindow:
    """Owns everything that must outlive the engine, and lets go of it after the engine.

    It is read as soon as it is made, greets as soon as it is shown, and what a visit needs is given to it later, by
    `furnish`.
    """

    window: QQuickWindow

    def __init__(self, ui: Path, assets: Path) -> None:
        """Begin to read `Main.qml` from `ui`, in a thread of Qt's own; `greet` waits for it."""
        self._keep: tuple[QObject, ...] = ()
        self._ui = ui
        self._translators: Translators | None = None
        self._session: Session | None = None
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(ui))
        self._main = QUrl.fromLocalFile(str(ui / "Main.qml"))
        QQmlComponent(self._engine, self._main, QQmlComponent.CompilationMode.Asynchronous, self._engine)

        # Meanwhile.
        from kiosk.bridge.art import Art
        from kiosk.bridge.fonts import Fonts
        from kiosk.bridge.symbols import Symbols

        self.fonts = Fonts(assets / "fonts")
        self._engine.addImageProvider("symbol", Symbols(assets / "icons"))
        self._engine.addImageProvider("art", Art(assets / "art"))

    def greet(self, greeting: GreetingViewModel, comfort: ComfortViewModel, panel: Panel) -> None:
        """Make the window, with the greeting in it; raises `WindowError` when it cannot be drawn."""
        self._keep = (greeting, comfort)
        self.fonts.write_names((*greeting.property("greetings"), *greeting.property("others")))
        self._engine.setInitialProperties(
            {
                "greeting": greeting,
                "comfort": comfort,
                "pixelsPerMm": panel.pixels_per_mm,
                "outOfReach": panel.out_of_reach,
            }
        )
        self._engine.load(self._main)
        if not self._engine.rootObjects():
            raise WindowError(f"{self._main.toLocalFile()} could not be loaded")
        root = self._engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.window = root

    def furnish(
        self,
        session: Session,
        kiosk: KioskViewModel,
        patience: PatienceViewModel,
        staff: StaffWordsViewModel,
        pictures: Mapping[str, QQuickImageProvider],
        words_of: Callable[[str], Messages],
    ) -> None:
        """Load every page's stage in place of the greeting; raises `WindowError` when it cannot be drawn.

        QML finds `pictures` by the names they have here: `image://NAME/`.
        """
        from PySide6.QtQuick import QQuickItem

        from kiosk.bridge.translator import Translators

        greeting, comfort = self._keep[:2]
        self._keep = (*self._keep, session, kiosk, patience, staff)
        self._session = session
        self._translators = Translators(words_of)
        self._speak(session.language)
        for name, provider in pictures.items():
            self._engine.addImageProvider(name, provider)
        component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(self._ui / "Stage.qml")))
        stage = component.createWithInitialProperties(
            {"kiosk": kiosk, "greeting": greeting, "comfort": comfort, "patience": patience, "staff": staff}
        )
        if not isinstance(stage, QQuickItem):
            raise WindowError(f"{self._ui / 'Stage.qml'} could not be loaded")
        stage.setParent(self.window)
        stage.setParentItem(self.window.contentItem())
        self.window.setProperty("stage", stage)
        self.window.installEventFilter(patience)
        session.changed.connect(self._follow_language)

    def show(self, size: QSize | None) -> None:
        """Show the window: at `size`, or over the whole screen."""
        if size is None:
            # A session without a window manager, as a kiosk may be, gives a full screen no size of its own.
            self.window.setGeometry(self.window.screen().geometry())
            self.window.setVisibility(QQuickWindow.Visibility.FullScreen)
        else:
            self.window.resize(size)
            self.window.show()

    def say_again(self) -> None:
        """Every word once more, after another window of this program has spoken another language."""
        assert self._session is not None
        self._speak(self._session.language)
        self._engine.retranslate()

    def singleton(self, module: str, name: str) -> QObject:
        """A QML singleton of this window, such as the theme; the guided tour and the tests set its pace."""
        found = self._engine.singletonInstance(module, name)
        assert isinstance(found, QObject)
        return found

    def collect_garbage(self) -> None:
        """Let go of what QML holds no longer."""
        self._engine.collectGarbage()

    def close(self) -> None:
        """Take the window down: the engine first, the view-models after it."""
        if self._session is not None:
            self._session.changed.disconnect(self._follow_language)
        if self._engine.rootObjects():
            self.window.close()
        shiboken6.delete(self._engine)
        if self._translators is not None:
            self._translators.fall_silent()

    def _follow_language(self) -> None:
        assert self._session is not None
        assert self._translators is not None
        language = self._session.language
        if language != self._translators.spoken:
            self._speak(language)
            self._engine.retranslate()

    def _speak(self, language: str) -> None:
        assert self._translators is not None
        self.fonts.write(language)
        self._translators.speak(language)
