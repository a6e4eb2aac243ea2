"""Python's own `import`, in place of the one that Qt for Python puts there."""

import builtins

import PySide6  # noqa: F401


def import_plainly() -> None:
    """Import as Python does, in the whole program, from now on.

    PySide's own `import` is there for `from __feature__ import snake_case`, which this program never says. To know what
    it may do, that one reads the source of every module imported after it, and keeps the text in memory.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
