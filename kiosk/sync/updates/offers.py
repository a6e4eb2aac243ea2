"""What a repository offers a region: its newest edition, and whether this kiosk takes it."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import msgspec
from tuf.api.exceptions import LengthOrHashMismatchError

from kiosk import paths
from kiosk.catalogue.editions import installed, version_of
from kiosk.catalogue.schema import SCHEMA_VERSION
from kiosk.private_files import make_anew
from kiosk.sync.updates.fetching import fetch_small
from kiosk.sync.updates.floors import Floors
from kiosk.sync.updates.reasons import Reason, UpdateError
from kiosk.sync.updates.repository import Listed, Repository
from kiosk.sync.updates.sources import Source
from kiosk.sync.updates.unpacking import LARGEST

OFFER = "offer.json"

_MOST = 65536

Number = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class Offer(msgspec.Struct, frozen=True):
    """An edition: its catalogue's form, length and digest, and where it is, whole and as deltas by older versions."""

    version: Number
    schema: int
    length: Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    full: str
    deltas: dict[str, str] = {}
    min_app: str = "0"


class Here(msgspec.Struct, frozen=True):
    """The edition that this kiosk has, which a delta may start from, and the version that Guichet came with."""

    version: int
    path: Path
    shipped: int


def read_offer(source: Source, repository: Repository, region: str, folder: Path) -> Offer:
    """The newest edition of `region`; what is kept of it in `folder` is not fetched again while it is what is signed.

    Raises `UpdateError`, or a `StateError` where it cannot be kept.
    """
    listed = repository.find(f"catalogue/{region}/current.json")
    if listed is None:
        raise UpdateError(Reason.NO_REGION, f"there is no catalogue of {region!r}")
    kept = folder / OFFER
    content = _kept(kept, listed)
    if content is None:
        content = fetch_small(source, listed, _MOST)
        make_anew(kept, content)
    try:
        return msgspec.json.decode(content, type=Offer)
    except (msgspec.MsgspecError, ValueError) as error:
        raise UpdateError(
            Reason.OTHER_PROGRAM, f"{listed.path} says what this program does not read: {error}"
        ) from error


def edition_here(folder: Path) -> Here:
    """The newest edition of this machine, whatever the configuration says to open."""
    shipped = version_of(paths.catalogue_file())
    newest = installed(folder)
    if newest is None or newest.version <= shipped:
        return Here(shipped, paths.catalogue_file(), shipped)
    return Here(newest.version, newest.path, shipped)


def is_wanted(offer: Offer, floors: Floors, region: str, here: Here) -> bool:
    """Whether to install what is offered, which is nothing but a newer edition.

    Where the marks were dropped, or are those of another region, what is here says nothing about what is right.

    Raises:
        UpdateError: it is older than what was installed, or made for another program.
    """
    if offer.version < floors.version_of(region):
        raise UpdateError(Reason.OLDER, f"it offers edition {offer.version}, and {floors.version} was installed")
    counts = floors.region in ("", region) and (floors.region == "" or floors.version > 0)
    if counts and offer.version < here.version and here.version > here.shipped:
        raise UpdateError(Reason.OLDER, f"it offers edition {offer.version}, and {here.version} is installed")
    is_newer = offer.version > here.version if counts else offer.version not in (here.version, here.shipped)
    wanted = is_newer and offer.version > here.shipped
    if wanted and (offer.schema != SCHEMA_VERSION or _numbers(offer.min_app) > _numbers(_this_program())):
        raise UpdateError(
            Reason.OTHER_PROGRAM,
            f"edition {offer.version} has schema {offer.schema} and needs Guichet {offer.min_app}; "
            f"this is {_this_program()} and reads schema {SCHEMA_VERSION}",
        )
    return wanted


def _kept(file: Path, listed: Listed) -> bytes | None:
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST)
        listed.file.verify_length_and_hashes(content)
    except (OSError, LengthOrHashMismatchError):
        return None
    return content


def _this_program() -> str:
    try:
        return version("guichet")
    except PackageNotFoundError:
        return "0"


def _numbers(name: str) -> tuple[int, ...]:
    """A version's numbers, to compare; what is no number ends them."""
    numbers: list[int] = []
    for part in name.split("."):
        if not part.isdecimal() or len(part) > 9:
            break
        numbers.append(int(part))
    return tuple(numbers)
