"""`guichet --window` as it is, until its first screen has been drawn."""

import gc
import sys


def main() -> None:
    """Open the kiosk; its first frame ends the program."""
    gc.disable()  # as `open_kiosk` does before it imports what follows
    from bench.probes import say_first_frame
    from kiosk.bridge.plain_imports import import_plainly

    import_plainly()  # as `kiosk.app.run` does
    from kiosk.app import front
    from kiosk.cli import main as guichet

    class Watched(front.Front):
        """What greets, whose window is listened to."""

        def show(self) -> None:
            """Show the window."""
            self.window.window.frameSwapped.connect(say_first_frame)
            super().show()

    vars(front)["Front"] = Watched
    sys.argv = ["guichet", "--window"]
    guichet()


if __name__ == "__main__":
    main()
