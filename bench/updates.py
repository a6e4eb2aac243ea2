"""What an edition weighs on its way to a kiosk: whole, after a change of one service in a hundred, and unchanged."""

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import Updater
from tuf.ngclient.fetcher import FetcherInterface

from bench.measuring import Measure
from kiosk import paths
from kiosk.catalogue.canonical import write_canonical
from kiosk.hub.publishing.canonical import canonical
from kiosk.hub.publishing.editions import NewEdition, Published, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.packing import delta
from kiosk.hub.publishing.resigning import resign
from kiosk.hub.publishing.starting import init

_CHANGED = 100
_TIMES = 12
_DELTA_KB = 64
_POLL_BYTES = 2048
_TEXTS = "SELECT entity, entity_id, field, language, text FROM translation ORDER BY 1, 2, 3, 4"
_INSERT = "INSERT INTO translation (entity, entity_id, field, language, text) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE translation SET text = ? WHERE entity = ? AND entity_id = ? AND field = ? AND language = ?"


def measure() -> list[Measure]:
    """Publish the shipped catalogue, the same with one service in a hundred edited, and ask again as a kiosk."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as name:
        folder = Path(name)
        repository, keys = folder / "repository", Keys.within(folder / "keys")
        at = datetime.now(UTC).replace(microsecond=0) - timedelta(days=2)
        root = init(repository, keys, at)
        shipped = paths.catalogue_file()
        first = publish(repository, keys, NewEdition(shipped, "bench"), at)
        edited = _edited(shipped, folder / "edited.db", first.version + 1)
        second = publish(repository, keys, NewEdition(edited, "bench"), at)
        polled = _polled(folder / "kiosk", repository, keys, root, at)
        old, new = canonical(shipped).content, canonical(edited).content
        large = _large(shipped, folder)
    return [*_sizes(first, second), _made("update: making one delta", old, new), polled, *large]


def _sizes(first: Published, second: Published) -> list[Measure]:
    note = f"{second.unpacked / 1e6:.1f} MB unpacked"
    changed = f"every text of it edited, {second.deltas[first.version] * 100 / second.whole:.1f} % of the whole"
    return [
        Measure("update: an edition, whole", second.whole / 1024, "KB", note=note),
        Measure("update: one service in a hundred", second.deltas[first.version] / 1024, "KB", _DELTA_KB, changed),
    ]


def _made(name: str, old: bytes, new: bytes) -> Measure:
    started = time.process_time()
    delta(old, new)
    return Measure(name, time.process_time() - started, "s", note="the processor's time, applied once as well")


def _large(shipped: Path, folder: Path) -> list[Measure]:
    """The same for a catalogue of ten megabytes: every text several times, its words in another order each time."""
    grown = folder / "grown.db"
    grown.write_bytes(shipped.read_bytes())
    words = random.Random(7)
    with closing(sqlite3.connect(grown)) as connection:
        texts = connection.execute(_TEXTS).fetchall()
        for copy in range(1, _TIMES):
            rows = [
                (entity, f"{id}~{copy}", field, language, _shuffled(text, words))
                for entity, id, field, language, text in texts
            ]
            connection.executemany(_INSERT, rows)
        connection.commit()
    edited = _edited(grown, folder / "grown-edited.db", 2)
    old, new = _written(grown, folder / "old.db"), _written(edited, folder / "new.db")
    note = f"{len(new) / 1e6:.1f} MB unpacked"
    size = Measure("update: the same, large catalogue", len(delta(old, new)) / 1024, "KB", _DELTA_KB, note)
    return [size, _made("update: making that delta", old, new)]


def _polled(memory: Path, repository: Path, keys: Keys, root: bytes, at: datetime) -> Measure:
    """What a kiosk fetches that has the newest edition, on the day after, from a repository signed again meanwhile."""
    memory.mkdir()
    _ask(memory, repository, root)
    resign(repository, keys, at + timedelta(days=1))
    fetched = _ask(memory, repository, root)
    note = f"{len(fetched)} file fetched, before the headers of HTTP"
    return Measure("update: asking, nothing new", sum(fetched), "B", _POLL_BYTES, note)


def _ask(memory: Path, repository: Path, root: bytes) -> list[int]:
    fetcher = _Counting()
    updater = Updater(str(memory), f"{repository}/metadata/", fetcher=fetcher, bootstrap=root)
    updater.get_targetinfo("catalogue/bench/current.json")
    return fetcher.sizes


def _edited(database: Path, target: Path, version: int) -> Path:
    """The catalogue with two words changed in every text of one service in a hundred, the same ones every time."""
    target.write_bytes(database.read_bytes())
    words = random.Random(version)
    with closing(sqlite3.connect(target)) as connection:
        texts = connection.execute(_TEXTS).fetchall()
        changed = set(sorted({tuple(row[:2]) for row in texts if row[0] == "service"})[::_CHANGED])
        for *where, text in texts:
            if tuple(where[:2]) in changed:
                connection.execute(_CHANGE, (_reworded(text, words), *where))
        connection.execute("UPDATE edition SET version = ?", (version,))
        connection.commit()
    return target


def _reworded(text: str, words: random.Random) -> str:
    parts = text.split(" ")
    for _ in range(2):
        parts[words.randrange(len(parts))] = "".join(words.choices("aeiounrstl", k=7))
    return " ".join(parts)


def _shuffled(text: str, words: random.Random) -> str:
    parts = text.split(" ")
    words.shuffle(parts)
    return " ".join(parts)


def _written(database: Path, target: Path) -> bytes:
    with closing(sqlite3.connect(database)) as connection:
        write_canonical(connection, target)
    return target.read_bytes()


class _Counting(FetcherInterface):
    """Gives what lies in a folder, and keeps the sizes."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            content = Path(url).read_bytes()
        except FileNotFoundError as error:
            raise DownloadHTTPError(f"{url} is not there", 404) from error
        self.sizes.append(len(content))
        return iter((content,))
