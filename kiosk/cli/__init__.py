"""The command line: `guichet` and its commands."""

from kiosk.cli.commands import main

__all__ = ["main"]
