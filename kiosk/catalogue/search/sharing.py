"""What is worked out once for a catalogue, and shared by all that search it: two pages, a counter opened once more."""

import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search.finding import Finder
from kiosk.catalogue.search.index import index_of


class Same:
    """A catalogue as a key: this very value, which is not compared with another text by text."""

    __slots__ = ("catalogue",)

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


def finder_of(catalogue: Catalogue, folder: Callable[[], Path]) -> Finder:
    """What finds in `catalogue` by its index in the cache `folder`: one for all that ask in this thread."""
    return _finder(Same(catalogue), folder, threading.get_ident())


@lru_cache(maxsize=1)
def _finder(same: Same, folder: Callable[[], Path], _thread: int) -> Finder:
    return Finder(index_of(same.catalogue, folder))
