"""What no update may go below: kept on the disk, since files of the update itself may be lost in a power cut."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.private_files import make_anew

FLOORS = "floors.json"

_log = logging.getLogger(__name__)
_LONGEST = 65536


@dataclass(frozen=True, slots=True)
class Floors:
    """The newest that was ever verified here.

    `root` is the version of the root, `keys` the ids of the keys that it names for the timestamp, `timestamp` the
    timestamp's version, `version` the edition installed of the catalogue of `region`, and `issued` when the list of
    editions was signed. Without a `region`, nothing was installed yet, or all of it was lost.
    """

    root: int = 0
    keys: frozenset[str] = frozenset()
    timestamp: int = 0
    region: str = ""
    version: int = 0
    issued: datetime | None = None

    def under(self, root: int, keys: frozenset[str]) -> "Floors":
        """These floors under a root that was verified; `root` is its version.

        Who stole the online key could sign a version that none will ever reach. The operator then names another key in
        a new root, and what the stolen one raised no longer counts. An older root drops nothing.
        """
        if root > self.root and self.keys and keys != self.keys:
            _log.warning("the updates have a new online key since root %d: older marks no longer count", root)
            return Floors(root, keys, region=self.region)
        return replace(self, root=max(root, self.root), keys=keys if root >= self.root else self.keys)

    def version_of(self, region: str) -> int:
        """The edition of this region that was installed; 0 where none was, or the mark of it was dropped."""
        return self.version if region == self.region else 0


def read_floors(folder: Path) -> Floors:
    """The floors kept; none at all where they are damaged."""
    try:
        with (folder / FLOORS).open("rb") as file:
            return _floors(json.loads(file.read(_LONGEST)))
    except FileNotFoundError:
        return Floors()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        _log.error("the marks that no update may go below are damaged")
        return Floors()


def write_floors(folder: Path, floors: Floors) -> None:
    """Keep them, at once and on the disk. Raises a `StateError`."""
    issued = floors.issued.isoformat() if floors.issued else None
    told = asdict(floors) | {"keys": sorted(floors.keys), "issued": issued}
    make_anew(folder / FLOORS, json.dumps(told, indent=1).encode() + b"\n")


def _floors(told: Mapping[str, object]) -> Floors:
    root, timestamp, version, keys = told["root"], told["timestamp"], told["version"], told["keys"]
    if not isinstance(root, int) or not isinstance(timestamp, int) or not isinstance(version, int):
        raise TypeError("a version is a number")
    if not isinstance(keys, list):
        raise TypeError("keys are a list")
    issued = datetime.fromisoformat(str(told["issued"])) if told["issued"] is not None else None
    if issued is not None and issued.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return Floors(root, frozenset(map(str, keys)), timestamp, str(told["region"]), version, issued)
