"""What a strict eye asks of a window that is worked by keys, on windows drawn wrong on purpose."""

import pytest
import shiboken6
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.bridge.auditing.desk import alike, focus_faults, spilt
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in

SHEET = """
import QtQuick
import QtQuick.Templates as T
Window {{
    visible: true; width: 400; height: 400; color: "white"
    component Key: T.AbstractButton {{
        width: 100; height: 100
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
    }}
    component Ring: Rectangle {{ objectName: "focusRing"; anchors.fill: parent; visible: parent.activeFocus }}
    {content}
}}
"""


@pytest.fixture
def drawn(qapp, qtbot):
    engines = []

    def _drawn(content):
        engine = QQmlApplicationEngine()
        engine.loadData(SHEET.format(content=content).encode())
        engines.append(engine)
        window = engine.rootObjects()[0]
        qtbot.waitActive(window)
        window.grabWindow()
        return Drawn(window)

    yield _drawn
    for engine in engines:
        shiboken6.delete(engine)


def words(faults):
    return [fault.words for fault in faults]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            'Rectangle { width: 60; height: 60; radius: 4; Text { text: "far too long for it" } }',
            ["far too long for it"],
        ),
        ('Rectangle { width: 60; height: 60; radius: 4; Key { text: "Yes" } }', ["Yes"]),
        ('Rectangle { width: 160; height: 160; radius: 4; Key { text: "Yes" } }', []),
        ('Rectangle { width: 60; height: 60; Key { text: "Yes" } }', []),
    ],
    ids=["words", "a key", "all in it", "no card"],
)
def test_what_runs_out_of_its_card_is_found(drawn, content, found):
    assert words(spilt(drawn(content))) == [f"{each!r} runs out of its card" for each in found]


def test_two_keys_that_sound_the_same_are_found(drawn):
    look = drawn('Key { text: "Close" } Key { text: "Close"; x: 120 } Key { text: "Open"; x: 240 }')

    assert words(alike(look)) == ["a second Button is called 'Close'"]


def test_two_keys_told_apart_by_what_is_said_of_them_are_not(drawn):
    look = drawn('Key { text: "Close" } Key { text: "Close"; x: 120; Accessible.description: "Kiosk 2" }')

    assert words(alike(look)) == []


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('Key { text: "Yes" }', ["nothing has the focus"]),
        ('Key { text: "Yes"; Component.onCompleted: forceActiveFocus() }', ["the focus on 'Yes' is shown 0 times"]),
        (
            'Key { text: "Yes"; Component.onCompleted: forceActiveFocus(); Ring {} Ring {} }',
            ["the focus on 'Yes' is shown 2 times"],
        ),
        (
            'Key { text: "Yes"; Component.onCompleted: forceActiveFocus(); x: 350; Ring {} }',
            ["the focus on 'Yes' is not in sight"],
        ),
        ('Key { text: "Yes"; Component.onCompleted: forceActiveFocus(); Ring {} }', []),
    ],
    ids=["none", "unseen", "twice", "outside", "well"],
)
def test_a_focus_that_nobody_sees_is_found(drawn, content, found):
    assert words(focus_faults(drawn(content))) == found


def test_what_a_question_covers_is_not_judged(drawn):
    page = 'Text { text: "one" } Text { text: "two" }'
    over = 'Item { width: 400; height: 400; Rectangle { objectName: "scrim"; anchors.fill: parent; opacity: 0.4 } }'

    assert words(faults_in(drawn(page), Rules(44))) == ["'one' lies on 'two'"]
    assert words(faults_in(drawn(page + over), Rules(44))) == []
