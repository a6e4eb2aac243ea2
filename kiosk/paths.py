"""Where Guichet's files are: the ones it ships and the ones it keeps."""

import os
from pathlib import Path

import platformdirs

from kiosk.errors import KioskError

_NAME = "guichet"
_PACKAGE = Path(__file__).resolve().parent


class FolderError(KioskError):
    """A folder that Guichet writes in could not be made."""

    code = "folder"


def ui_folder() -> Path:
    """Return the folder of the QML files."""
    return _shipped("ui")


def assets_folder() -> Path:
    """Return the folder of fonts, icons, texts, slip templates and catalogue sources."""
    return _shipped("assets")


def catalogue_file() -> Path:
    """Return the catalogue that Guichet came with; it may be missing, which the kiosk survives."""
    return _shipped("catalogue.db")


def state_folder() -> Path:
    """Return the folder of what outlives a visit, only for the account's own eyes.

    The environment's GUICHET_STATE names another one. Raises `FolderError`.
    """
    named = os.environ.get("GUICHET_STATE")
    return _private(Path(named) if named else platformdirs.user_data_path(_NAME, appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be made again, such as the search index. Raises `FolderError`."""
    return _private(platformdirs.user_cache_path(_NAME, appauthor=False))


def config_file() -> Path:
    """Return the configuration to read, which need not exist.

    The environment's GUICHET_CONFIG goes first, then the account's own file, then the machine's.
    """
    named = os.environ.get("GUICHET_CONFIG")
    if named:
        return Path(named)
    own = platformdirs.user_config_path(_NAME, appauthor=False) / "guichet.toml"
    return own if own.exists() else Path("/etc/guichet/guichet.toml")


def _shipped(name: str) -> Path:
    """Find what ships with the program: inside the package once installed, beside it in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.exists() else _PACKAGE.parent / name


def _private(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder
