"""The parts that the counter's pages are made of, each by itself."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.bridge.sight import things
from kiosk.bridge.symbols import Symbols


@pytest.fixture
def part(qapp, qtbot):
    """A window with this QML in it; it has the properties `chosen` and `heard`."""
    engines = []

    def _part(qml):
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.addImportPath(str(paths.ui_folder()))
        engine.addImageProvider("symbol", Symbols(paths.assets_folder() / "icons"))
        source = f"""
            import QtQuick
            import Guichet.Counter
            Window {{
                id: window
                width: 400; height: 200; visible: true
                property string chosen: "a"
                property string heard: ""
                {qml}
            }}"""
        engine.loadData(source.encode(), QUrl.fromLocalFile(str(paths.ui_folder() / "part.qml")))
        window = engine.rootObjects()[0]
        qtbot.waitExposed(window)
        QCoreApplication.processEvents()
        return window

    yield _part
    for engine in engines:
        engine.deleteLater()


def checked(window):
    return {thing.name: thing.checked for thing in things(window) if thing.checkable}


@pytest.mark.parametrize("kind", ["OptionKey", "PickChip"])
def test_an_answer_pressed_again_stays_chosen_and_another_takes_its_place(part, kind):
    one = "one: true;" if kind == "PickChip" else ""
    window = part(
        f"""Row {{
            {kind} {{ {one} text: "A"; key: "1"; checked: window.chosen === "a"; onClicked: window.chosen = "a" }}
            {kind} {{ {one} text: "B"; key: "2"; checked: window.chosen === "b"; onClicked: window.chosen = "b" }}
        }}"""
    )

    QTest.keyClick(window, Qt.Key.Key_1)
    again = checked(window)
    QTest.keyClick(window, Qt.Key.Key_2)
    QTest.keyClick(window, Qt.Key.Key_2)

    assert again == {"A": True, "B": False}
    assert checked(window) == {"A": False, "B": True}


def test_a_letter_that_is_a_key_is_typed_where_a_field_has_the_focus(part):
    window = part(
        """Column {
            Field { id: field; label: "Name"; focus: true; width: 200 }
            DeskButton { text: "Quit"; key: "Q"; onClicked: window.heard += "q" }
        }"""
    )
    field = next(thing for thing in things(window) if thing.role == "EditableText")

    field.item.forceActiveFocus()
    QTest.keyClick(window, Qt.Key.Key_Q)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Q)

    assert field.item.property("text") == "q"
    assert window.property("heard") == "q"


def test_a_key_of_a_button_that_is_hidden_or_disabled_does_nothing(part):
    window = part(
        """Column {
            DeskButton { text: "One"; key: "F9"; enabled: false; onClicked: window.heard += "1" }
            Item { visible: false; DeskButton { text: "Two"; key: "F10"; onClicked: window.heard += "2" } }
        }"""
    )

    for key in (Qt.Key.Key_F9, Qt.Key.Key_F10):
        QTest.keyClick(window, key)

    assert window.property("heard") == ""


def test_a_field_tells_what_is_typed_and_not_what_it_is_told(part):
    window = part(
        """Field {
            label: "Name"; width: 200; focus: true; text: window.chosen
            onEdited: text => window.heard += text + ","
        }"""
    )
    field = next(thing for thing in things(window) if thing.role == "EditableText")

    window.setProperty("chosen", "from outside")
    field.item.forceActiveFocus()
    QTest.keyClick(window, Qt.Key.Key_End)
    QTest.keyClick(window, Qt.Key.Key_X)

    assert window.property("heard") == "from outsidex,"
