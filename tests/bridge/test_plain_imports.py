import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

IMPORT_A_MODULE = """
import linecache
from kiosk.bridge.plain_imports import import_plainly
{plainly}
import colorsys
print(colorsys.__file__ in linecache.cache)
"""


@pytest.mark.parametrize(
    ("plainly", "read"),
    [("import_plainly()", False), pytest.param("", True, id="what Qt for Python does by itself")],
)
def test_a_module_is_imported_without_reading_its_source(plainly: str, read: bool) -> None:
    program = IMPORT_A_MODULE.format(plainly=plainly)

    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert said.stdout.strip() == str(read)
