"""What a strict eye finds, on windows drawn wrong on purpose."""

import pytest
import shiboken6
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.bridge.auditing.contrast import contrast, faint_words
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in

SHEET = """
import QtQuick
import QtQuick.Templates as T
Window {{
    visible: true; width: 400; height: 400; color: "white"
    component Key: T.AbstractButton {{
        width: 100; height: 100
        Accessible.role: Accessible.Button
        Accessible.name: text
    }}
    {content}
}}
"""
RULES = Rules(target=80, reach=0)


@pytest.fixture
def drawn(qapp):
    engines = []

    def _drawn(content):
        engine = QQmlApplicationEngine()
        engine.loadData(SHEET.format(content=content).encode())
        engines.append(engine)
        window = engine.rootObjects()[0]
        window.grabWindow()
        return Drawn(window)

    yield _drawn
    for engine in engines:
        shiboken6.delete(engine)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('Key { text: "Yes"; width: 60 }', "'Yes' is smaller than a target of 80 pixels"),
        ('Key { text: "" }', "a Button has no name"),
        ('Key { text: "Yes"; x: 350 }', "'Yes' leaves the window"),
        ('Key { text: "Yes" } Key { text: "No"; x: 50 }', "'Yes' lies on 'No'"),
        ('Text { text: "A long sentence"; width: 40; elide: Text.ElideRight }', "'A long sentence' is cut short"),
        ('Text { text: "Incomprehensible"; width: 40; wrapMode: Text.Wrap }', "'Incomprehensible' is broken"),
        ('Text { text: "one" } Text { text: "two" }', "'one' lies on 'two'"),
        ('Text { text: "under"; y: 20; x: 20 } Key { text: "Yes" }', "'under' lies under 'Yes'"),
        (
            'Key { text: "Yes"; Text { text: "Yes"; Accessible.role: Accessible.StaticText; Accessible.name: text } }',
            "'Yes' is told a second time",
        ),
        ('Text { text: "below"; y: 395 }', "'below' leaves the window"),
    ],
)
def test_what_is_drawn_wrong_is_found(drawn, content, fault):
    found = [found.words for found in faults_in(drawn(content), RULES)]

    assert any(words.startswith(fault) for words in found), found


def test_what_is_drawn_right_is_left_alone(drawn):
    look = drawn('Key { text: "Yes" } Key { text: "No"; x: 120 } Text { text: "Choose"; y: 200 }')

    assert list(faults_in(look, RULES)) == []
    assert list(faint_words(look)) == []


def test_a_control_above_the_line_of_reach_is_found(drawn):
    look = drawn('Key { text: "High"; y: 50 } Key { text: "Low"; y: 250 }')

    found = [fault.words for fault in faults_in(look, Rules(target=80, reach=200))]

    assert found == ["'High' is above what a person who sits can reach"]


def test_words_that_hardly_stand_out_are_found_in_the_picture(drawn):
    look = drawn(
        'Rectangle { width: 200; height: 60; color: "#666666"; Text { text: "dim"; color: "#333333" } }'
        'Rectangle { y: 100; width: 200; height: 60; color: "black"; Text { text: "clear"; color: "white" } }'
    )

    found = [fault.words for fault in faint_words(look)]

    assert found == ["'dim' stands out by 2.2 only"]


@pytest.mark.parametrize(("one", "other", "ratio"), [("black", "white", 21.0), ("#0B4A6F", "#FFFFFF", 9.45)])
def test_the_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio, abs=0.01)
