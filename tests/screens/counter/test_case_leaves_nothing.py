"""What was typed of a person in the real window is in no file: sealed while it is kept, and gone once it is erased."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.counter.cases.saving import back_up
from tests.screens.counter.case_files import NOW, Files
from tests.screens.counter.conftest import SAMIRA

CTRL = Qt.KeyboardModifier.ControlModifier
PLANTED = ("Zephyrine", "quidnunc", "Wombat", "Yarrow", "Quokka")


def hits(*folders):
    """Which planted words are in which files."""
    files = [file for folder in folders for file in Path(folder).rglob("*") if file.is_file()]
    return [
        (word, file.name)
        for file in files
        for word in PLANTED
        for form in (word.encode(), word.lower().encode(), word.encode("utf-16-le"), word.encode().hex().encode())
        if form in file.read_bytes()
    ]


@pytest.mark.slow
def test_what_was_typed_is_in_no_file_before_or_after_it_is_erased(show, state_folder, staff, log_into):
    log_into(state_folder)
    folders = (state_folder, *(os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")))
    screen = show(now=NOW)
    case = Files(state_folder, staff[SAMIRA]).open(screen.session.catalogue)
    screen.go("cases")
    screen.desk.view_of("cases").open(case.number)
    screen.draw()

    for key in (Qt.Key.Key_C, Qt.Key.Key_4, Qt.Key.Key_F9):
        screen.press(key)
    screen.tap("EditableText", "First name only")
    screen.type("Zephyrine")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        screen.press(key, CTRL)
    screen.desk.view_of("case").person.chooseReach(3)
    screen.draw()
    screen.tap("EditableText", "Number or address")
    screen.type("quidnunc@example.ca")
    screen.tap("EditableText", "Note for the next visit")
    screen.type("Wombat brings the lease")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        screen.press(key, CTRL)
    screen.press(Qt.Key.Key_F9)
    screen.desk.view_of("cases").open(case.number)
    screen.draw()
    screen.press(Qt.Key.Key_T)
    screen.tap("EditableText", "What is to be done")
    screen.type("Yarrow needs a bed")
    screen.press(Qt.Key.Key_F9)
    screen.tap("Button", "They have it")
    screen.type("Quokka")
    screen.press(Qt.Key.Key_F9)
    assert "Yarrow needs a bed" in screen.names()
    assert screen.desk.view_of("case").person.property("firstName") == "Zephyrine"
    assert screen.desk.view_of("case").person.property("address") == "quidnunc@example.ca"
    assert hits(*folders) == []
    assert QGuiApplication.clipboard().text() == ""

    back_up(screen.application.state, state_folder / "copy.db")
    screen.press(Qt.Key.Key_D, CTRL)
    screen.press(Qt.Key.Key_F9)

    assert screen.page == "cases"
    assert hits(*folders) == []
    assert not any(word in " ".join(screen.names()) for word in PLANTED)
