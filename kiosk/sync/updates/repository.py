"""What a repository says today, verified with TUF's reference client: which files there are, of what length and digest.

The client of python-tuf is given what it lacks: a time that can be believed, marks that outlive its own files, and
nothing written outside its folder (docs/sync.md).
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from tuf.api import exceptions
from tuf.api.metadata import TargetFile, Targets, Timestamp
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from kiosk import paths
from kiosk.sync.updates.clock import Reference, built, reference
from kiosk.sync.updates.floors import Floors
from kiosk.sync.updates.reasons import CutError, MissingError, Reason, UpdateError
from kiosk.sync.updates.sources import Persistence, Source
from kiosk.sync.updates.trusting import METADATA, trusted_root

CATALOGUE = "catalogue"
"""The role that signs editions, and so the time that can be believed: its keys are not on the hub."""

X_ISSUED = "x-issued"

_LIMITS = UpdaterConfig(
    max_root_rotations=256,
    max_delegations=8,
    root_max_length=512_000,
    timestamp_max_length=16_384,
    snapshot_max_length=200_000,
    targets_max_length=2_000_000,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the repository: where it is, and what its bytes must be."""

    path: str
    file: TargetFile


class Repository:
    """A repository that was verified; made by `verified`."""

    def __init__(self, client: "_Client") -> None:
        self._client = client

    @property
    def clock_is_wrong(self) -> bool:
        """Whether the machine's clock cannot be right."""
        return self._client.reference.clock_is_wrong

    @property
    def floors(self) -> Floors:
        """The marks as this repository raises them; the edition's is raised once it is installed."""
        client = self._client
        floors = replace(client.floors, timestamp=client.timestamp)
        issued = client.issued
        return replace(floors, issued=max(issued, floors.issued or issued)) if issued else floors

    def find(self, path: str) -> Listed | None:
        """The file of this name; None where nobody who may has signed one. Raises `UpdateError`."""
        file = self._client.asked(path)
        if file is None:
            return None
        prefix = next(iter(file.hashes.values())) + "." if self._client.is_consistent else ""
        folder, slash, name = path.rpartition("/")
        return Listed(f"targets/{folder}{slash}{prefix}{name}", file)


def verified(source: Source, folder: Path, floors: Floors, now: datetime) -> Repository:
    """What the source offers, followed from the first root that this kiosk trusts.

    Raises:
        UpdateError: it is not taken, and why.
        OSError: this machine's disk does not take the metadata.
    """
    client = _Client(source, folder, floors, now)
    client.verify()
    return Repository(client)


class _Stage(Enum):
    ROOT = auto()
    TIMESTAMP = auto()
    REST = auto()


class _Client(Updater):
    """The reference client with a time of ours. Its private parts are those of tuf 7.0, which is pinned and tested."""

    def __init__(self, source: Source, folder: Path, floors: Floors, now: datetime) -> None:
        metadata = folder / METADATA
        metadata.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in metadata.glob("tmp*"):  # a program that was killed left it
            left.unlink(missing_ok=True)
        self.floors = floors
        self._source_way = source.way
        self._now = now
        self._built = built(paths.catalogue_file())
        self._stage = _Stage.ROOT
        self.reference = Reference(now, clock_is_wrong=False)
        # A power cut may leave the client's own files empty, so that each time begins with the root we were given.
        super().__init__(
            str(metadata), "metadata/", fetcher=_Fetcher(source), config=_LIMITS, bootstrap=trusted_root(folder)
        )

    def verify(self) -> None:
        """Bring everything up to date. Raises `UpdateError`."""
        try:
            self.refresh()
        except (exceptions.RepositoryError, exceptions.DownloadError) as error:
            raise self._refusal(error) from error

    def asked(self, path: str) -> TargetFile | None:
        """What is signed of a file. Raises `UpdateError`."""
        try:
            return self.get_targetinfo(path)
        except (exceptions.RepositoryError, exceptions.DownloadError) as error:
            raise self._refusal(error) from error

    @property
    def is_consistent(self) -> bool:
        """Whether files have their digest before their name."""
        return self._trusted_set.root.consistent_snapshot is not False

    @property
    def timestamp(self) -> int:
        """The version of the timestamp."""
        return self._trusted_set.timestamp.version

    @property
    def issued(self) -> datetime | None:
        """When the catalogue's role was signed; None where nothing of it was asked yet, or it does not say."""
        role = self._trusted_set.get(CATALOGUE)
        said = role.unrecognized_fields.get(X_ISSUED) if isinstance(role, Targets) else None
        with suppress(ValueError):
            moment = datetime.fromisoformat(str(said))
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return None

    def _load_root(self) -> None:
        super()._load_root()
        root = self._trusted_set.root
        if root.version < self.floors.root:
            raise UpdateError(Reason.OLDER, f"it has root {root.version}, and {self.floors.root} was seen here")
        self.floors = self.floors.under(root.version, frozenset(root.roles[Timestamp.type].keyids))
        self.reference = reference(self._now, self.floors.issued, self._source_way, self._built)
        self._trusted_set.reference_time = self.reference.time
        self._stage = _Stage.TIMESTAMP

    def _load_timestamp(self) -> None:
        super()._load_timestamp()
        if self.timestamp < self.floors.timestamp:
            raise UpdateError(
                Reason.OLDER, f"it has timestamp {self.timestamp}, and {self.floors.timestamp} was seen here"
            )
        self._stage = _Stage.REST

    def _refusal(self, error: Exception) -> UpdateError:
        return UpdateError(self._reason(error), str(error))

    def _reason(self, error: Exception) -> Reason:
        match error:
            case exceptions.DownloadLengthMismatchError():
                return Reason.TOO_LONG
            case exceptions.DownloadHTTPError():
                return Reason.NO_REPOSITORY if self._stage is _Stage.TIMESTAMP else Reason.NOT_WHOLE
            case exceptions.ExpiredMetadataError():
                return Reason.EXPIRED
            case exceptions.UnsignedMetadataError():
                return Reason.UNSIGNED
            case exceptions.BadVersionNumberError():
                return Reason.OLDER if self._stage is _Stage.TIMESTAMP else Reason.MIXED
            case exceptions.LengthOrHashMismatchError():
                return Reason.MIXED
            case _:
                return Reason.NOT_WHOLE


class _Fetcher(FetcherInterface):
    """Gives the client small files from a source, in memory: its own way needs a temporary folder with room."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """The whole of a small file. Raises a `DownloadError` of tuf, or an `UpdateError`."""
        persistence = Persistence()
        while True:
            try:
                return b"".join(self._limited(url, max_length))
            except CutError as error:
                persistence.broke(error)
            except MissingError as error:
                # The client knows by this, and nothing else, that there is no newer root.
                raise exceptions.DownloadHTTPError(str(error), 404) from error

    def _limited(self, url: str, most: int) -> Iterator[bytes]:
        length = 0
        with closing(self._source.read(url)) as chunks:
            for chunk in chunks:
                length += len(chunk)
                if length > most:
                    raise exceptions.DownloadLengthMismatchError(f"{url} has more than {most} bytes")
                yield chunk

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self._source.read(url)
