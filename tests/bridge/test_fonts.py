import os
import subprocess
import sys

from kiosk import paths

FAMILIES = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication(["families"])
print(*QFontDatabase.families(), sep="\\n")
"""


def families(**environment: str) -> set[str]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    said = subprocess.run(
        [sys.executable, "-c", FAMILIES], env=surroundings, capture_output=True, text=True, check=True
    )
    return set(said.stdout.split("\n"))


def test_letters_that_ours_lack_are_found_among_the_fonts_of_the_system() -> None:
    ours = families(FONTCONFIG_FILE=str(paths.assets_folder() / "fonts" / "fonts.conf"))

    assert ours == families()
