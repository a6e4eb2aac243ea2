"""The words that Guichet ships, read once for the whole program."""

from functools import cache
from pathlib import Path

from kiosk import paths
from kiosk.errors import KioskError
from kiosk.languages.catalogs import Language, Messages, load_messages


@cache
def words_of(language: str) -> Messages:
    """The words of `language`; where nothing can be kept, compiling them costs some tens of milliseconds."""
    try:
        cache_folder: Path | None = paths.cache_folder()
    except KioskError:
        cache_folder = None
    return load_messages(Language(language), paths.assets_folder() / "locale", cache_folder)
