"""The house's own rules find each breach, say where it is, and leave good code alone."""

import pytest

from scripts.checks import house


@pytest.fixture
def faults_of(tmp_path):
    """Return a way to write one file into an empty checkout and hear what a rule says of it."""

    def find(rule: house.Rule, path: str, text: str) -> list[str]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return list(rule(tmp_path))

    return find


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (house.no_long_files, "kiosk/long.py", "x = 1\n" * 401),
        (house.no_long_files, "ui/Guichet/Long.qml", "//\n" * 401),
        (house.no_print_outside_the_command_line, "kiosk/referral/slip.py", "print('x')\n"),
        (house.no_clock_in_planning, "kiosk/planning/dates.py", "from datetime import date\nx = date.today()\n"),
        (house.no_clock_in_planning, "kiosk/planning/dates.py", "import datetime\nx = datetime.datetime.now()\n"),
        (house.no_clock_in_planning, "kiosk/planning/dates.py", "import time\nx = time.time()\n"),
        (house.no_waiting_in_tests, "tests/test_slow.py", "import time\ntime.sleep(1)\n"),
        (house.no_waiting_in_tests, "tests/test_slow.py", "def test_x(qtbot):\n    qtbot.wait(100)\n"),
        (house.no_waiting_in_tests, "tests/test_slow.py", "QTest.qWait(100)\n"),
        (house.no_screen_at_the_command_line_s_start, "kiosk/cli/tour.py", "from kiosk.app import tour\n"),
        (house.no_screen_at_the_command_line_s_start, "kiosk/cli/tour.py", "from kiosk import app\n"),
        (
            house.no_screen_at_the_command_line_s_start,
            "kiosk/cli/tour.py",
            "try:\n    import PySide6.QtGui\nfinally: ...\n",
        ),
        (house.no_literal_colours, "ui/Guichet/Page.qml", 'Item {\n    tint: "#ff8800"\n}\n'),
        (house.no_literal_colours, "ui/Guichet/Page.qml", 'Rectangle {\n    color: "red"\n}\n'),
        (house.no_literal_colours, "ui/Guichet/Page.qml", "Rectangle {\n    color: Qt.rgba(0, 0, 0, 1)\n}\n"),
    ],
)
def test_a_breach_is_found_once_with_its_place(faults_of, rule, path, text):
    faults = faults_of(rule, path, text)

    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:")


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (house.no_long_files, "kiosk/long.py", "x = 1\n" * 400),
        (house.no_print_outside_the_command_line, "kiosk/cli/find.py", "print('x')\n"),
        (house.no_print_outside_the_command_line, "kiosk/referral/slip.py", "printer.print_page()\n"),
        (house.no_clock_in_planning, "kiosk/planning/dates.py", "x = start.time()\ny = plan.today(2)\n"),
        (house.no_clock_in_planning, "kiosk/catalogue/hours.py", "x = datetime.now()\n"),
        (house.no_waiting_in_tests, "tests/test_quick.py", "qtbot.waitSignal(done)\nprocess.wait()\n"),
        (
            house.no_screen_at_the_command_line_s_start,
            "kiosk/cli/tour.py",
            "def tour():\n    from kiosk.app import tour\n",
        ),
        (
            house.no_screen_at_the_command_line_s_start,
            "kiosk/cli/tour.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from kiosk.app import Tour\n",
        ),
        (
            house.no_literal_colours,
            "ui/Guichet/Theme/Colours.qml",
            'QtObject {\n    property color ink: "#221100"\n}\n',
        ),
        (house.no_literal_colours, "ui/Guichet/Page.qml", 'Rectangle {\n    color: "transparent"\n}\n'),
    ],
)
def test_good_code_passes(faults_of, rule, path, text):
    assert faults_of(rule, path, text) == []


def test_an_empty_checkout_breaks_no_rule(tmp_path):
    assert [fault for rule in house.RULES for fault in rule(tmp_path)] == []
