"""`guichet --window` as it is, until its first screen has been drawn."""

import gc
import sys


def main() -> None:
    """Open the kiosk; its first frame ends the program."""
    gc.disable()  # as `open_kiosk` does before it imports what follows
    from bench.probes import say_first_frame
    from kiosk.cli import main as guichet
    from kiosk.cli import open as opening

    configured = vars(opening)["_configured"]

    def watched() -> object:
        """The configuration; what is to greet with it is listened to."""
        from kiosk.app import front

        class Watched(front.Front):
            """What greets, whose window is listened to."""

            def show(self) -> None:
                """Show the window."""
                self.window.window.frameSwapped.connect(say_first_frame)
                super().show()

        vars(front)["Front"] = Watched
        return configured()

    # Called once Qt is there, and before anything of the window: nothing is loaded sooner than in the program itself.
    vars(opening)["_configured"] = watched
    sys.argv = ["guichet", "--window"]
    guichet()


if __name__ == "__main__":
    main()
