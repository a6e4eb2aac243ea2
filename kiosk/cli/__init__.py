"""The command line: `guichet` and its commands."""

import sys

_ALONE: tuple[list[str], ...] = ([], ["--window"])
"""What `guichet` is given when it is to open the kiosk: then what reads commands is not even loaded."""


def main() -> None:
    """Open the kiosk at once, or read the command line and do what it says; ends the program."""
    if sys.argv[1:] in _ALONE:
        _open()
    from kiosk.cli.commands import main as guichet

    guichet()


def _open() -> None:
    from kiosk.cli.open import open_kiosk
    from kiosk.errors import KioskError

    try:
        sys.exit(open_kiosk(windowed="--window" in sys.argv))
    except KioskError as error:
        from kiosk.cli.refusals import refused_at_start

        print(refused_at_start(error), file=sys.stderr)
        sys.exit(1)
