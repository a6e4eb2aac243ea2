"""What the operator decides about a hub: one frozen value, read once from hub.toml."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from kiosk.config import ConfigError, host_and_port
from kiosk.config.bounds import Length, Like, TimeZone, Within
from kiosk.config.reading import read_as
from kiosk.languages.sentences import Sentence, sentence
from kiosk.paths import state_folder

SETTINGS = "GUICHET_HUB"
"""The environment variable that names the file."""

_USUAL = Path("/etc/guichet/hub.toml")
_POSTGRESQL = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Settings:
    """What hub.toml says. Paths are read from the file's own folder."""

    database: Annotated[str, Length(1, 500)] = "hub.db"
    """A file for SQLite, or the address of a database of PostgreSQL: postgresql:///guichet"""

    listen: str = "127.0.0.1:8780"
    keys: Annotated[str, Length(1, 500)] = "keys"
    """The folder of the keys that the hub signs with, for its own account only."""

    repository: Annotated[str, Length(1, 500)] = "repository"
    """The folder of the signed editions of the catalogue."""

    region: Annotated[str, Like(r"[a-z0-9-]{1,40}")] = "ns"
    zone: Annotated[str, TimeZone()] = "America/Halifax"
    """The time zone of the operator's page."""

    retention_days: Annotated[int, Within(31, 36_500)] = 400
    """Records older than this are dropped."""

    behind_proxy: bool = False
    """Whether a proxy on this machine, such as nginx, says whose requests it passes on."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub's settings and the folder that its paths begin from."""

    settings: Settings
    folder: Path

    @property
    def database_address(self) -> str:
        """The address of a PostgreSQL database, "" where the database is `database_file`."""
        return self.settings.database if self.settings.database.startswith(_POSTGRESQL) else ""

    @property
    def database_file(self) -> Path:
        """The SQLite file; means nothing where there is a `database_address`."""
        return self.folder / self.settings.database

    @property
    def keys_folder(self) -> Path:
        """Where the keys are that the hub signs with."""
        return self.folder / self.settings.keys

    @property
    def repository_folder(self) -> Path:
        """Where the signed editions of the catalogue are."""
        return self.folder / self.settings.repository

    @property
    def address(self) -> tuple[str, int]:
        """The host and port to listen on. Raises `ConfigError`."""
        try:
            return host_and_port(self.settings.listen)
        except ValueError as error:
            problem: Sentence = error.args[0]
            raise ConfigError(sentence("{place}: {problem}", place="listen", problem=problem)) from error


def load_hub(named: Path | None = None) -> Hub:
    """The hub of the file named, of `GUICHET_HUB`, or of /etc/guichet/hub.toml; else the usual one of this account.

    Raises `ConfigError` with one sentence that names the file and the key.
    """
    asked = named or (Path(os.environ[SETTINGS]) if os.environ.get(SETTINGS) else None)
    file = asked or _USUAL
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        if asked is None:
            return Hub(Settings(), state_folder() / "hub")
        raise ConfigError(sentence("there is no file {file}", file=file)) from error
    except OSError as error:
        raise ConfigError(sentence("{file} cannot be read: {problem}", file=file, problem=error.strerror)) from error
    hub = Hub(read_as(Settings, file, content), file.resolve().parent)
    _ = hub.address
    return hub
