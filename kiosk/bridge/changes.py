"""Tells that something outside this window has become another: a stick that is in, or a file that programs share."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Signal, Slot

MOUNTS = Path("/proc/self/mountinfo")


class Changes(QObject):
    """Waits for the system to say so, and reads nothing meanwhile."""

    happened = Signal()
    """A stick was put in or taken out, or a file of the folder made, replaced or removed."""

    def __init__(self, folder: Path, mounts: Path = MOUNTS) -> None:
        """`folder` is made where it is missing, since a folder that comes later is not noticed."""
        super().__init__()
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._files = QFileSystemWatcher(self)
        if folder.is_dir():
            self._files.addPath(str(folder))
        self._files.directoryChanged.connect(self._note)
        table = _opened(mounts)
        if table is not None:
            # The kernel marks the table exceptional (POLLPRI) when a mount has come or gone: proc(5).
            self._sticks = QSocketNotifier(table, QSocketNotifier.Type.Exception, self)
            self._sticks.activated.connect(self._note)
            self._sticks.destroyed.connect(lambda: os.close(table))

    @Slot()
    def _note(self) -> None:
        self.happened.emit()


def _opened(mounts: Path) -> int | None:
    try:
        return os.open(mounts, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
