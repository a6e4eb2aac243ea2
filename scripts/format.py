"""Writes Python and QML in the house's form."""

import subprocess
import sys
from pathlib import Path

from scripts.check import PYTHON, ROOT, present
from scripts.checks import qml


def main() -> None:
    """Format every source file of the checkout, and put imports in order."""
    ruff = str(Path(sys.executable).parent / "ruff")
    folders = present(*PYTHON)
    subprocess.run([ruff, "check", "--quiet", "--select", "I", "--fix", *folders], cwd=ROOT, check=True)
    subprocess.run([ruff, "format", "--quiet", *folders], cwd=ROOT, check=True)
    qml.reformat(ROOT)


if __name__ == "__main__":
    main()
