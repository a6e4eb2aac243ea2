"""PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None at every call that returns nothing, then aborts."""

import sys

from PySide6.QtGui import QImage

CALLS = 10_000


def test_calls_into_qt_keep_the_references_to_none():
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(0)  # The first call loads what PySide6 knows about the method.
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        image.fill(0)

    assert abs(sys.getrefcount(None) - before) < CALLS / 100
