import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.ahead import FILES

ROOT = Path(__file__).parents[2]

LOAD = """
import sys
from kiosk.app.ahead import load_ahead
load_ahead().join()
print("PySide6" in sys.modules)
print(open("/proc/self/maps").read())
"""

DRAW_WITHOUT = """
import os, sys
import kiosk.app.ahead
import kiosk.app.front

class Watched(kiosk.app.front.Front):
    def show(self):
        self.window.window.frameSwapped.connect(self.tell)
        super().show()

    def tell(self):
        print(open("/proc/self/maps").read(), flush=True)
        os._exit(0)

kiosk.app.ahead.load_ahead = lambda: None
kiosk.app.front.Front = Watched
sys.argv = ["guichet", "--window"]
from kiosk.cli import main
main()
"""

NOTHING_THERE = """
from pathlib import Path
from kiosk.app.ahead import _load
_load([Path("/nowhere/libQt6Core.so.6")])
print("went on")
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries have these names on Linux only")


def said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_all_is_loaded_before_python_knows_of_qt() -> None:
    python_knows, _, mapped = said(LOAD).partition("\n")

    assert python_knows == "False"
    assert [file for file in FILES if file not in mapped] == []
    assert "libfontconfig.so" in mapped


def test_nothing_is_loaded_that_the_first_picture_does_not_need() -> None:
    mapped = said(DRAW_WITHOUT)

    assert [file for file in FILES if Path(file).name not in mapped] == []


def test_a_library_that_is_not_there_is_left_to_qt_to_complain_of() -> None:
    assert said(NOTHING_THERE) == "went on\n"
