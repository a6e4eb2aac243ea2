"""An edition put in place: opened by what will read it, laid beside the others, and pointed to in one step."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.catalogue.editions import EDITIONS, Edition, installed, point_to, pointed_to
from kiosk.catalogue.reading import CatalogueDamagedError, CatalogueMissingError, load
from kiosk.sync.updates.fetching import PARTIAL, sync_folder
from kiosk.sync.updates.reasons import Reason, UpdateError


def install(new: Path, folder: Path, version: int, sha256: str, office: Sequence[str]) -> Edition:
    """Make `new`, a file below `folder` that is on the disk, the edition to open; the one before it is kept.

    Whenever the power goes, either edition is pointed to, whole.

    Raises:
        UpdateError: this program cannot open it, or it is another edition than was said.
        StateError: the pointer could not be written.
        OSError: a disk.
    """
    try:
        catalogue = load(new, office)
    except (CatalogueDamagedError, CatalogueMissingError) as error:
        raise UpdateError(Reason.UNREADABLE, str(error)) from error
    if catalogue.version != version:
        raise UpdateError(Reason.UNREADABLE, f"it says that it is edition {catalogue.version}, and not {version}")
    before = installed(folder)
    (folder / EDITIONS).mkdir(mode=0o700, exist_ok=True)
    edition = Edition(version, catalogue.day, folder / EDITIONS / f"{version}-{sha256[:12]}.db", sha256)
    new.chmod(0o400)
    new.replace(edition.path)
    sync_folder(folder / EDITIONS)
    point_to(folder, [edition] if before is None or before.path == edition.path else [edition, before])
    return edition


def tidy(folder: Path) -> None:
    """Remove what an update no longer needs: pieces of it, and editions that nothing points to."""
    kept = {edition.path for edition in pointed_to(folder)}
    for left in (*(folder / PARTIAL).glob("*"), *(folder / EDITIONS).glob("*")):
        if left not in kept:
            left.unlink(missing_ok=True)
