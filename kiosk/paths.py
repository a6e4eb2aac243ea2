"""Where Guichet's files are: the ones it ships and the ones it keeps."""

import os
import sys
from pathlib import Path

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
    return _private(Path(named) if named else _own("data", ".local/share"))


def cache_folder() -> Path:
    """Return the folder of what can be made again, such as the search index. Raises `FolderError`."""
    return _private(_own("cache", ".cache"))


def config_file() -> Path:
    """Return the configuration to read, which need not exist.

    The environment's GUICHET_CONFIG goes first, then the account's own file, then the machine's.
    """
    named = os.environ.get("GUICHET_CONFIG")
    if named:
        return Path(named)
    own = _own("config", ".config") / "guichet.toml"
    return own if own.exists() else Path("/etc/guichet/guichet.toml")


def _shipped(name: str) -> Path:
    """Find what ships with the program: inside the package once installed, beside it in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.exists() else _PACKAGE.parent / name


def _own(kind: str, usual: str) -> Path:
    """The account's folder of one kind: as XDG has it on Linux, where `usual` is its place at home.

    Elsewhere platformdirs knows; the kiosk's first picture need not wait for what that one reads.
    """
    if sys.platform != "linux":
        import platformdirs

        folders = platformdirs.PlatformDirs(_NAME, appauthor=False)
        others = {"data": folders.user_data_path, "cache": folders.user_cache_path, "config": folders.user_config_path}
        return others[kind]
    named = os.environ.get(f"XDG_{kind.upper()}_HOME", "").strip()
    return (Path(named) if named else Path.home() / usual) / _NAME


def _private(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder
