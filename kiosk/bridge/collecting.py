"""Who looks for garbage in a program with a window: the window's thread, and no other."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_EVERY_MS = 100
_ENOUGH = 700
"""Objects that hold others, made since the last look and still there: Python's own measure of when to look."""
_YOUNG = 1
"""The generation up to which it looks. What outlives one look is left alone until everything is looked through, so a
look takes as long as what was made since the one before: a small part of what making it took.
"""


class Collecting(QObject):
    """Looks through what was made lately, in the thread that it was made in itself; everything is another's to look
    through, when nobody waits: `LettingGo`.

    Python's own collector runs in whichever thread comes to make an object, and takes down there what it finds: a page
    that only points to itself, in the thread of a printer. Qt lets no thread stop the timers of another. It is off from
    here on, and stays off once this is closed: what a closed window leaves is the window's too.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._next = QTimer(self)
        self._next.setInterval(_LOOK_EVERY_MS)
        self._next.timeout.connect(self.look)
        self._next.start()

    @Slot()
    def look(self) -> None:
        """Look through what is young, if there is enough of it."""
        if gc.get_count()[0] >= _ENOUGH:
            gc.collect(_YOUNG)

    def close(self) -> None:
        """Look no more."""
        self._next.stop()


def leave_start_out() -> None:
    """Look for garbage only among what is made from now on; starting makes none, and looking takes 30 ms of it."""
    gc.freeze()
