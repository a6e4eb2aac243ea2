"""Editions of a tiny catalogue, a repository on the disk, and the reference client, which is none of ours."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zstandard
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import Updater
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.catalogue.build import build
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init

TINY = Path(__file__).parents[2] / "catalogue" / "fixtures" / "tiny" / "catalogue"

Edition = Callable[[int], Path]


class FolderFetcher(FetcherInterface):
    """Gives the reference client what lies in a folder, and counts it."""

    def __init__(self) -> None:
        self.fetched: list[tuple[str, int]] = []

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            content = Path(url).read_bytes()
        except FileNotFoundError as error:
            raise DownloadHTTPError(f"{url} is not there", 404) from error
        self.fetched.append((url, len(content)))
        yield content


class Kiosk:
    """The reference client with a memory of its own, which trusts the first root it was given."""

    def __init__(self, memory: Path, root: bytes) -> None:
        self.memory, self.root = memory, root
        self.fetched: list[tuple[str, int]] = []
        (memory / "targets").mkdir(parents=True, exist_ok=True)

    def updater(self, repository: Path) -> Updater:
        fetcher = FolderFetcher()
        self.fetched = fetcher.fetched
        return Updater(
            str(self.memory),
            f"{repository}/metadata/",
            str(self.memory / "targets"),
            f"{repository}/targets/",
            fetcher,
            bootstrap=self.root,
        )

    def read(self, repository: Path, *paths: str) -> list[bytes]:
        """The targets at `paths`, verified."""
        updater = self.updater(repository)
        return [_downloaded(updater, path) for path in paths]

    def current(self, repository: Path, region: str = "ns") -> Mapping[str, Any]:
        """The newest edition's description, verified."""
        (content,) = self.read(repository, f"catalogue/{region}/current.json")
        described: Mapping[str, Any] = json.loads(content)
        return described

    def catalogue(self, repository: Path, region: str = "ns") -> bytes:
        """The newest edition itself, unpacked by zstd's own defaults."""
        updater = self.updater(repository)
        described = json.loads(_downloaded(updater, f"catalogue/{region}/current.json"))
        return zstandard.ZstdDecompressor().decompress(_downloaded(updater, described["full"]))

    def by_delta(self, repository: Path, old: bytes, version: int, region: str = "ns") -> bytes:
        """The newest edition made out of edition `version`."""
        updater = self.updater(repository)
        described = json.loads(_downloaded(updater, f"catalogue/{region}/current.json"))
        prefix = zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
        difference = _downloaded(updater, described["deltas"][str(version)])
        return zstandard.ZstdDecompressor(dict_data=prefix).decompress(difference)


def _downloaded(updater: Updater, path: str) -> bytes:
    target = updater.get_targetinfo(path)
    assert target is not None, f"nobody signs {path}"
    return Path(updater.download_target(target)).read_bytes()


@pytest.fixture(scope="session")
def tiny_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny catalogue, built once."""
    target = tmp_path_factory.mktemp("tiny") / "tiny.db"
    build(TINY, target)
    return target


@pytest.fixture
def edition(tiny_catalogue: Path, tmp_path: Path) -> Edition:
    """Make an edition of the tiny catalogue: its number, and a text that tells it from the others."""

    def make(version: int) -> Path:
        target = tmp_path / f"edition-{version}.db"
        target.write_bytes(tiny_catalogue.read_bytes())
        with closing(sqlite3.connect(target)) as connection:
            connection.execute("UPDATE edition SET version = ?", (version,))
            connection.execute("UPDATE service SET description = ?", (f"As it is in edition {version}. " * 20,))
            connection.commit()
        return target

    return make


@pytest.fixture
def at() -> datetime:
    """The moment of signing, a day ago."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """A folder for keys."""
    return Keys.within(tmp_path / "keys")


@pytest.fixture
def repository(tmp_path: Path, keys: Keys, at: datetime) -> Path:
    """A repository that holds no edition yet."""
    init(tmp_path / "repository", keys, at)
    return tmp_path / "repository"


@pytest.fixture
def kiosk(tmp_path: Path, repository: Path) -> Kiosk:
    """A kiosk that was given the first root."""
    return Kiosk(tmp_path / "kiosk", (repository / "metadata" / "1.root.json").read_bytes())
