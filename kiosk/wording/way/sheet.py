"""The sheet that a way is drawn on: north up, flat, so many metres to a unit of the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from kiosk.catalogue.coast import Box, Coast, Spot

Point = tuple[float, float]
"""Across and down, in units of the picture."""

LEAST_WIDTH_M = 3000
"""No picture is narrower: the shore and the places are known within 200 m only."""

UNSURE_SHORE_M = 250
"""A stretch of water shorter than this may be no water."""

_DEGREE_M = 111_195
_MOST_PIECES = 200
_THINNEST = 0.004
"""A vertex nearer to the last than this part of the width would not be seen."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a picture, and of the letters in it, all in one unit."""

    width: float
    height: float
    letter: float


_MEASURING = Frame(1000, 1000, 10)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`middle` is in the middle of the frame; `scale` is metres to a unit."""

    middle: Spot
    scale: float
    frame: Frame

    @property
    def width_m(self) -> float:
        """What the picture spans from west to east, in metres."""
        return self.frame.width * self.scale

    def at(self, spot: Spot) -> Point:
        """Where a spot is on the sheet, perhaps outside its frame."""
        east, north = _metres(self.middle, spot)
        return self.frame.width / 2 + east / self.scale, self.frame.height / 2 - north / self.scale

    def shows(self, point: Point) -> bool:
        """Tell whether a point of the sheet is inside the frame."""
        return 0 <= point[0] <= self.frame.width and 0 <= point[1] <= self.frame.height

    @property
    def box(self) -> Box:
        """The ground that the frame shows."""
        up = self.frame.height / 2 * self.scale / _DEGREE_M
        aside = self.frame.width / 2 * self.scale / (_DEGREE_M * cos(radians(self.middle.latitude)))
        latitude, longitude = self.middle.latitude, self.middle.longitude
        return Box(longitude - aside, latitude - up, longitude + aside, latitude + up)


def sheet_for(one: Spot, other: Spot, frame: Frame) -> Sheet:
    """The sheet on which both ends have room for what stands at them: a pin above, words, a scale below."""
    side, above, below = frame.letter * 4.6, frame.letter * 3.4, frame.letter * 3
    east, north = _metres(one, other)
    scale = max(
        abs(east) / max(frame.width - 2 * side, frame.width / 4),
        abs(north) / max(frame.height - above - below, frame.height / 4),
        LEAST_WIDTH_M / frame.width,
    )
    between = Spot((one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2)
    lifted = (above - below) / 2 * scale / _DEGREE_M
    return Sheet(Spot(between.latitude + lifted, between.longitude), scale, frame)


def land_on(sheet: Sheet, coast: Coast) -> tuple[tuple[Point, ...], ...] | None:
    """The land inside the frame and a little around it, as closed rings; None where the shore is not known all over."""
    if not coast.known.holds(sheet.box):
        return None
    cut = (_cut_to(sheet.frame, _thinned(sheet, ring.shore)) for ring in coast.land if ring.box.meets(sheet.box))
    return tuple(tuple(ring) for ring in cut if len(ring) > 2)


def is_land(rings: Sequence[Sequence[Point]], point: Point) -> bool:
    """Tell whether a point of the sheet is inside any of the rings."""
    across, down = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > down) != (y2 > down) and across < (x2 - x1) * (down - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def crosses_water(coast: Coast | None, one: Spot, other: Spot) -> bool | None:
    """Tell whether the straight line is over water for longer than the shore may be wrong; None where nobody knows."""
    sheet = sheet_for(one, other, _MEASURING)
    land = land_on(sheet, coast) if coast else None
    if land is None:
        return None
    (x1, y1), (x2, y2) = sheet.at(one), sheet.at(other)
    metres = hypot(x2 - x1, y2 - y1) * sheet.scale
    pieces = max(2, min(_MOST_PIECES, int(metres / 50)))
    wet = longest = 0
    for piece in range(pieces + 1):
        part = piece / pieces
        wet = 0 if is_land(land, (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)) else wet + 1
        longest = max(longest, wet)
    return longest * metres / pieces > UNSURE_SHORE_M


def _metres(origin: Spot, spot: Spot) -> tuple[float, float]:
    """East and north of `origin`, on a plane that touches the ground between them."""
    narrow = cos(radians((origin.latitude + spot.latitude) / 2))
    return (
        (spot.longitude - origin.longitude) * _DEGREE_M * narrow,
        (spot.latitude - origin.latitude) * _DEGREE_M,
    )


def _thinned(sheet: Sheet, shore: Sequence[tuple[float, float]]) -> Iterator[Point]:
    """As `Sheet.at` for every vertex but those too near to the last; there are thousands, so it is written out."""
    least = sheet.frame.width * _THINNEST
    middle, half_width, half_height = sheet.middle, sheet.frame.width / 2, sheet.frame.height / 2
    unit = _DEGREE_M / sheet.scale
    across = down = -1e9
    for longitude, latitude in shore:
        narrow = cos(radians((middle.latitude + latitude) / 2))
        x = half_width + (longitude - middle.longitude) * unit * narrow
        y = half_height - (latitude - middle.latitude) * unit
        if abs(x - across) >= least or abs(y - down) >= least:
            yield x, y
            across, down = x, y


def _cut_to(frame: Frame, ring: Iterator[Point]) -> list[Point]:
    """The part of a ring in and just outside the frame, closed along it (Sutherland and Hodgman)."""
    points = list(ring)
    # Sides drawn along the edge would be seen on it.
    out = frame.letter
    for axis, limit, sign in ((0, -out, 1), (0, frame.width + out, -1), (1, -out, 1), (1, frame.height + out, -1)):
        kept: list[Point] = []
        for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
            was, now = sign * (before[axis] - limit), sign * (point[axis] - limit)
            if (was < 0) != (now < 0):
                part = was / (was - now)
                kept.append((before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part))
            if now >= 0:
                kept.append(point)
        points = kept
    return points
