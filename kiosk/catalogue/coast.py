"""The shore of the region, for pictures of the way: rings of land in degrees, read from `assets/map/coast.json`."""

import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from kiosk.errors import KioskError

_SECONDS = 3600


class CoastError(KioskError):
    """The file of the shore is missing or damaged."""

    code = "coast"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the ground, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the ground between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        """Tell whether any ground is in both."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether all of `other` is in this one."""
        return (
            self.west <= other.west
            and other.east <= self.east
            and self.south <= other.south
            and other.north <= self.north
        )


@dataclass(frozen=True, slots=True)
class Ring:
    """One piece of land: its shore, closed, as longitudes and latitudes; `box` is around it."""

    shore: tuple[tuple[float, float], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Coast:
    """Inside `known`, whatever is in no ring of `land` is sea; outside it nobody knows. Right within about 200 m."""

    known: Box
    land: tuple[Ring, ...]


def read_coast(file: Path) -> Coast:
    """Read what `scripts/coast.py` has written.

    Raises:
        CoastError: the file is missing, or is not such a file.
    """
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        west, south, east, north = (seconds / _SECONDS for seconds in written["box"])
        return Coast(Box(west, south, east, north), tuple(map(_ring, written["land"])))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CoastError(f"{file} cannot be read") from error


def _ring(steps: list[int]) -> Ring:
    longitudes = [seconds / _SECONDS for seconds in accumulate(steps[::2])]
    latitudes = [seconds / _SECONDS for seconds in accumulate(steps[1::2])]
    box = Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    return Ring(tuple(zip(longitudes, latitudes, strict=True)), box)
