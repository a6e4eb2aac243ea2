"""The walk-in page at its fullest, in every size and colour: nothing is cut, hidden, too small or faint."""

import pytest
from PySide6.QtCore import Qt

from kiosk.config import Config, Printer, PrinterKind
from tests.screens.counter.test_layout import MANNERS, faults

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("manner", MANNERS)
def test_a_full_plan_its_questions_and_what_lies_over_it_are_whole(show, manner, language, tmp_path):
    size, scale, palette = MANNERS[manner]
    printer = Printer(PrinterKind.FILE, folder=str(tmp_path))
    screen = show(
        page="walkIn", language=language, size=size, scale=scale, palette=palette, config=Config(printer=printer)
    )
    view = screen.desk.view_of("walkIn")

    view.speakTo(3)
    screen.type("emp")
    screen.press(Qt.Key.Key_1, CONTROL)
    screen.press(Qt.Key.Key_6, CONTROL)
    for line in range(3):
        view.add(line)
    found = {"full": faults(screen)}
    screen.press(Qt.Key.Key_F6)
    found["asking"] = faults(screen)
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_C, ALT)
    found["call"] = faults(screen)
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_Q, ALT)
    screen.wait_until(lambda: view.handing.property("codeOpen"))
    found["code"] = faults(screen)

    assert {state: told for state, told in found.items() if told} == {}
