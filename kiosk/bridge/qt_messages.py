"""What Qt itself says: noted without its words, which could be somebody's, and told where Qt cannot go on."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.logs import Code

_log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_NO_PLATFORM = "no Qt platform plugin could be initialized"
"""Part of the fatal message that Qt 6 ends a program with when it finds nothing to draw on."""


def note_messages(without_display: Callable[[], None]) -> None:
    """Log what Qt says from now on: how grave and where, never the text.

    Where Qt would end the program for want of a display, `without_display` is called first, and the program leaves
    with status 1 and no core dump.
    """

    def note(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind is QtMsgType.QtFatalMsg and text and _NO_PLATFORM in text:
            without_display()
            os._exit(1)
        place = Path(context.file).name if context.file else "Qt"
        _log.log(_LEVELS[kind], "Qt (%s) said something at %s:%d", Code(context.category), Code(place), context.line)

    qInstallMessageHandler(note)
