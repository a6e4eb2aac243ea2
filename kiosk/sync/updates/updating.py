"""One attempt to update: look, fetch, check, install. Whatever happens, the kiosk keeps a catalogue that opens."""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.editions import Edition
from kiosk.config import Config
from kiosk.counter.corrections.exchange import Merged
from kiosk.logs import Code
from kiosk.state import DiskFullError, StateError
from kiosk.sync.updates.deciding import take_decided
from kiosk.sync.updates.fetching import PARTIAL, Progress, Watcher, fetch
from kiosk.sync.updates.floors import read_floors, write_floors
from kiosk.sync.updates.installing import install, tidy
from kiosk.sync.updates.knowing import take_kiosks
from kiosk.sync.updates.last import write_last
from kiosk.sync.updates.offers import Here, Offer, edition_here, is_wanted, read_offer
from kiosk.sync.updates.outcomes import Outcome, Refused, Unreachable, Updated, UpToDate
from kiosk.sync.updates.reasons import AWAY, Reason, UpdateError
from kiosk.sync.updates.repository import Listed, Repository, verified
from kiosk.sync.updates.sources import FolderSource, Source, Way
from kiosk.sync.updates.unpacking import unpack

_log = logging.getLogger(__name__)

_WORTH_THE_WHOLE = frozenset({Reason.ALTERED, Reason.TOO_LONG, Reason.NOT_WHOLE, Reason.NOT_A_FILE})
"""What may be wrong with a delta alone."""


def source_of(address: str) -> Source:
    """The repository at an https address, or in a folder; on a stick it may lie in a folder `guichet` of its own."""
    if "://" in address:
        from kiosk.sync.updates.web import WebSource  # a stick needs no network

        return WebSource(address)
    folder = Path(address)
    inside = folder / "guichet"
    try:
        apart = not (folder / "metadata").exists() and inside.is_dir()
    except OSError:  # a stick that was pulled out, or that others may not open: reading it says why
        apart = False
    return FolderSource(inside if apart else folder)


def _unwatched(_progress: Progress) -> None:
    """Nobody looks."""


def update(
    source: Source,
    folder: Path,
    config: Config,
    now: datetime,
    watcher: Watcher = _unwatched,
    state_file: Path | None = None,
) -> Outcome:
    """Bring the catalogue of this kiosk up to date from `source`; what is fetched is kept in `folder`.

    `now` is the machine's clock, aware, right or not. `watcher` hears of every piece of a large file. Where
    `state_file` is given, what stewards decided of corrections is read into it, and the list of kiosks is kept beside
    it. Nothing is raised for what the world does.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(folder):
            outcome = _update(source, folder, config, now, watcher, state_file)
            write_last(folder, now, None, clock_is_wrong=outcome.clock_is_wrong)
            return outcome
    except (UpdateError, StateError, OSError) as error:
        refusal = _as_update_error(error)
    # A network that is away is nothing strange, and would fill the log of a kiosk in a village.
    level = logging.INFO if refusal.reason in AWAY else logging.WARNING
    _log.log(level, "no update: %s: %s", Code(refusal.code), refusal)
    if refusal.reason is not Reason.BUSY:
        with suppress(OSError, StateError):
            if refusal.reason is Reason.DISK_FULL:
                tidy(folder)  # what the outbox has to write matters more than a half of an edition
            write_last(folder, now, refusal.reason)
    ending = Unreachable if refusal.reason in AWAY else Refused
    return ending(refusal.reason, str(refusal))


@dataclass(frozen=True, slots=True)
class _Attempt:
    source: Source
    repository: Repository
    folder: Path
    watcher: Watcher

    def listed(self, path: str) -> Listed:
        found = self.repository.find(path)
        if found is None:
            raise UpdateError(Reason.NOT_WHOLE, f"nobody signed {path}")
        return found


def _update(
    source: Source, folder: Path, config: Config, now: datetime, watcher: Watcher, state_file: Path | None
) -> UpToDate | Updated:
    region = config.sync.region
    repository = verified(source, folder, read_floors(folder), now)
    offer = read_offer(source, repository, region, folder)
    floors = repository.floors
    write_floors(folder, floors)
    here = edition_here(folder)
    wrong = repository.clock_is_wrong
    attempt = _Attempt(source, repository, folder, watcher)
    if not is_wanted(offer, floors, region, here):
        if offer.version == here.version > here.shipped:
            write_floors(folder, replace(floors, region=region, version=here.version))
        tidy(folder)
        decided = _besides(attempt, config, here.path, state_file, now)
        return UpToDate(here.version, decided, wrong)
    new, fetched, by_delta = _fetched(attempt, offer, here)
    edition: Edition = install(new, folder, offer.version, offer.sha256, config.site.office_languages)
    write_floors(folder, replace(floors, region=region, version=offer.version))
    tidy(folder)
    decided = _besides(attempt, config, edition.path, state_file, now)
    return Updated(edition, fetched, by_delta, decided, wrong)


def _fetched(attempt: _Attempt, offer: Offer, here: Here) -> tuple[Path, int, bool]:
    """The edition as a file of its own; how many bytes it took, and whether they were only what has changed."""
    target = attempt.folder / PARTIAL / f"{offer.sha256}.db"
    path = offer.deltas.get(str(here.version))
    if path is not None:
        try:
            listed = attempt.listed(path)
            packed = fetch(attempt.source, listed, attempt.folder, attempt.watcher)
            unpack(packed, target, offer.length, offer.sha256, here.path)
            return target, listed.file.length, True
        except UpdateError as error:
            if error.reason not in _WORTH_THE_WHOLE:
                raise
            _log.warning("a delta is no good, the whole edition is fetched: %s: %s", Code(error.code), error)
    listed = attempt.listed(offer.full)
    packed = fetch(attempt.source, listed, attempt.folder, attempt.watcher)
    unpack(packed, target, offer.length, offer.sha256)
    return target, listed.file.length, False


def _besides(
    attempt: _Attempt, config: Config, catalogue: Path, state_file: Path | None, at: datetime
) -> Merged | None:
    """Take what comes beside an edition, another time where it does not come now; what came of corrections."""
    if state_file is None:
        return None
    source, repository, folder = attempt.source, attempt.repository, attempt.folder
    try:
        # A hub that is reached tells of its kiosks itself, and sooner.
        if source.way is Way.STICK or not config.sync.hub:
            take_kiosks(source, repository, folder, state_file.parent)
    except (UpdateError, StateError) as error:
        _log.warning("the list of kiosks was not taken: %s: %s", Code(error.code), error)
    try:
        return take_decided(source, repository, config.sync.region, folder, catalogue, state_file, at)
    except (UpdateError, StateError) as error:
        _log.warning("what was decided of corrections was not read in: %s: %s", Code(error.code), error)
        return None


def _as_update_error(error: UpdateError | StateError | OSError) -> UpdateError:
    match error:
        case UpdateError():
            return error
        case StateError():
            full = isinstance(error, DiskFullError)
            return UpdateError(Reason.DISK_FULL if full else Reason.NOT_WRITTEN, str(error))
        case OSError():
            return UpdateError.of_disk(error)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one program at a time update: two would write the same files. Raises `UpdateError` while another does."""
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UpdateError(Reason.BUSY, "another program is updating this kiosk") from error
        yield
    finally:
        os.close(descriptor)
