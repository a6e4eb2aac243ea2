"""`guichet --window` as it is, until its first screen has been drawn."""

from PySide6.QtCore import QSize

import kiosk.app
from bench.probes import say_first_frame
from kiosk.bridge.window import CitizenWindow
from kiosk.cli import main


class _Watched(CitizenWindow):
    """The kiosk's window, whose first frame ends the program."""

    def show(self, size: QSize | None) -> None:
        """Show it, listening for the frame."""
        self.window.frameSwapped.connect(say_first_frame)
        super().show(size)


if __name__ == "__main__":
    vars(kiosk.app)["CitizenWindow"] = _Watched
    main(["--window"])
