"""The log tells what the program did, and nothing that a person said."""

import logging
import shutil
import subprocess
import sys
from enum import Enum

import pytest

from kiosk import logs
from kiosk.logs import Code
from tests.disks import full_disk

PLANTED = "my-mother-died-on-monday"


class Printer(Enum):
    """Stands for any closed set of the program's own."""

    OUT_OF_PAPER = "paper"


@pytest.fixture
def written(tmp_path, log_into):
    """Start the log and return a way to read what has been written."""
    log_into(tmp_path)
    return lambda: (tmp_path / "guichet.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        (12, "12"),
        (1.5, "1.5"),
        (None, "None"),
        (Code("printer.offline"), "printer.offline"),
        (Printer.OUT_OF_PAPER, "Printer.OUT_OF_PAPER"),
        (ValueError, "ValueError"),
        (OSError(28, PLANTED), "OSError 28"),
        (KeyError(PLANTED), "KeyError"),
        (PLANTED, "(str of 24)"),
        (PLANTED.encode(), "(bytes of 24)"),
        ({PLANTED: PLANTED}, "(dict)"),
    ],
)
def test_only_what_the_program_chose_is_written(written, argument, shown):
    logging.getLogger("kiosk.somewhere").info("it was %s", argument)

    assert written().rstrip().endswith(f"it was {shown}")
    assert PLANTED not in written()


def test_numbers_keep_their_format(written):
    logging.getLogger("kiosk.somewhere").info("%d steps in %.1f ms", 12, 1.26)

    assert "12 steps in 1.3 ms" in written()


def test_a_text_where_a_number_belongs_is_left_out(written, capfd):
    logging.getLogger("kiosk.somewhere").info("%d steps", PLANTED)

    assert "%d steps" in written()
    assert PLANTED not in written() + capfd.readouterr().err


def test_a_caught_exception_shows_its_places_and_causes_but_not_its_words(written):
    try:
        try:
            int(PLANTED)
        except ValueError as error:
            raise LookupError(PLANTED) from error
    except LookupError:
        logging.getLogger("kiosk.somewhere").exception("a question failed")

    assert "test_logs.py:" in written()
    assert written().index("  ValueError") < written().index("  LookupError")
    assert PLANTED not in written()


def test_a_library_s_words_are_withheld(written):
    logging.getLogger("escpos.printer").warning("cannot print %s", PLANTED)

    assert "WARNING escpos.printer: said something at test_logs.py:" in written()
    assert PLANTED not in written()


def test_starting_again_writes_each_line_once(written, tmp_path):
    logs.start(tmp_path)

    logging.getLogger("kiosk.somewhere").info("once")

    assert written().count("once") == 1


def test_a_log_that_cannot_be_written_is_told_as_such(written, tmp_path):
    with pytest.raises(logs.LogError, match="cannot be written"):
        logs.start(tmp_path / "missing")


BUGGY = """
import threading
from pathlib import Path
from kiosk import logs

logs.start(Path("."))
logs.catch_bugs(lambda: print("the visit is forgotten"))

def ask(answer):
    raise RuntimeError(answer)

class Loud:
    def __del__(self):
        ask("{planted}")

def main(answer):
    {how}

main("{planted}")
"""


@pytest.mark.parametrize(
    ("how", "sentence", "told"),
    [
        ("ask(answer)", "CRITICAL kiosk.bugs: a bug reached the top", "the visit is forgotten\n"),
        (
            "t = threading.Thread(target=ask, args=(answer,)); t.start(); t.join()",
            "CRITICAL kiosk.bugs: a bug ended a thread",
            "",
        ),
        ("Loud()", "ERROR kiosk.bugs: a bug could not be raised", ""),
    ],
)
def test_a_bug_is_logged_by_class_and_place_alone(tmp_path, how, sentence, told):
    program = tmp_path / "program.py"
    program.write_text(BUGGY.format(planted=PLANTED, how=how))

    run = subprocess.run([sys.executable, str(program)], cwd=tmp_path, capture_output=True, text=True, check=False)

    log = (tmp_path / "guichet.log").read_text()
    assert sentence in log
    assert "program.py:10 in ask\n  RuntimeError" in log
    assert run.stdout == told
    assert PLANTED not in log + run.stderr


def test_a_full_log_moves_up_and_the_oldest_of_six_is_dropped(tmp_path, written):
    before = {f"guichet.log.{number}": f"log {number}\n" for number in range(1, 6)}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "guichet.log").write_text("x" * 1_000_000)

    logs.start(tmp_path)
    logging.getLogger("kiosk.test").warning("room again")

    assert "room again" in written()
    assert len(written()) < 1000
    assert (tmp_path / "guichet.log.1").read_text() == "x" * 1_000_000
    assert [(tmp_path / f"guichet.log.{number}").read_text() for number in range(2, 6)] == list(before.values())[:4]
    assert len(list(tmp_path.glob("guichet.log*"))) == 6


def test_a_disk_that_is_full_costs_lines_and_nothing_else(written):
    log = logging.getLogger("kiosk.test")

    with full_disk():
        log.warning("no room")
        log.warning("still no room")
    log.warning("room again")

    assert "room again" in written()


def test_a_folder_that_is_gone_costs_lines_and_nothing_else(tmp_path, written):
    folder = tmp_path / "gone"
    folder.mkdir()
    (folder / "guichet.log").write_text("x" * 1_000_000)
    logs.start(folder)
    shutil.rmtree(folder)

    logging.getLogger("kiosk.test").warning("nowhere to write it")

    assert not folder.exists()
