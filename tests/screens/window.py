"""A real window used as a person uses it, whichever program it is of: by role and name, by touch and by keys."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qtbot import QtBot

from kiosk.bridge.auditing.drawn import items_in
from kiosk.bridge.sight import Thing, focused, things


class WindowScreen:
    """What both windows have in common."""

    def __init__(self, window: QQuickWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    @property
    def page(self) -> str:
        """The page shown: `home`, `walkIn`, ..."""
        raise NotImplementedError

    def draw(self) -> None:
        """Work off what is due now: layouts, and what is to be deleted, which outside of an event loop nobody does."""
        for _ in range(2):
            self.paint()
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def paint(self) -> None:
        """Lay out and paint what has changed, which the window itself would do a moment later."""
        if self.window.isExposed():
            QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))
        else:
            self.window.grabWindow()

    def nodes(self) -> list[Thing]:
        """All that is not hidden, in reading order."""
        return list(things(self.window))

    def names(self, role: str = "") -> list[str]:
        """What is read out, of one role or of all."""
        return [node.name for node in self.nodes() if role in ("", node.role)]

    def find(self, role: str, name: str) -> Thing:
        """The one thing of this role whose name is `name` or begins with it, drawn now or a moment later."""
        named = self._called(role, name)
        if not named:
            with suppress(WaitedInVain):
                self._qtbot.waitUntil(lambda: bool(self.draw() or self._called(role, name)), timeout=3000)
            named = self._called(role, name)
        assert named, f"no {role} {name!r} on {self.page}; there are {self.names(role)}"
        return named[0]

    def _called(self, role: str, name: str) -> list[Thing]:
        found = [node for node in self.nodes() if node.role == role]
        return [node for node in found if node.name == name] or [n for n in found if n.name.startswith(name)]

    def touch(self, where: QPoint) -> None:
        """Touch the window at one point, or click on it."""
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press and let go one key."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.window, key, held)
        self.draw()

    def type(self, text: str) -> None:
        """Type on a keyboard that is plugged in."""
        for character in text:
            QTest.keyClick(self.window, character)
        self.draw()

    def focused(self) -> Thing | None:
        """What has the keyboard's focus: the innermost, for what surrounds it says that it has it too."""
        return focused(self.window)

    def items(self) -> list[QQuickItem]:
        """Every item of the window, hidden ones too."""
        return list(items_in(self.window))

    def grab(self, path: Path) -> None:
        """Keep a picture of the window."""
        self.window.grabWindow().save(str(path))
