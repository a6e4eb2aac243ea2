"""Makes assets/map/coast.json, the shore of Nova Scotia, from the World Vector Shoreline: `python -m scripts.coast`.

Needed only to make that file again. The shore is read from `wvs1.dat` of the Debian package xtide-coastline (public
domain, a work of the United States government; scale 1:1,000,000). Its format: records of 64 bytes, one chain of them
for each cell of one degree, and in a chain the vertices in whole seconds of arc, most of them as a step from the last.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path

Point = tuple[float, float]
"""East and north, in seconds of arc."""

_SOURCE = Path("/usr/share/xtide-wvs/wvs1.dat")
_TARGET = Path(__file__).parent.parent / "assets/map/coast.json"

_WEST, _SOUTH, _EAST, _NORTH = (round(degrees * 3600) for degrees in (-70.0, 41.5, -54.0, 49.5))
"""Nova Scotia and what a picture of all of it shows around. The south-eastern corner is open sea."""

_RECORD, _PAYLOAD, _UNIT = 64, 60, 3600
_MAP_RECORDS = (360 * 180 - 1) // (_RECORD * 8) + 2
_NEAR = tuple(round(degrees * 3600) for degrees in (-66.6, 43.2, -59.5, 47.2))
_TOLERANCE, _FAR_TOLERANCE = 2.0, 30.0
"""How far, in seconds of arc (31 m north, 22 m east), a vertex may lie from the line drawn without it: in Nova Scotia,
and beyond it.
"""


def main(source: Path = _SOURCE, target: Path = _TARGET) -> None:
    """Write the shore as rings of land; each is its first vertex and the steps to the others, east before north."""
    shores = list(_joined(_read(source.read_bytes())))
    rings = [_simpler(ring) for ring in _rings([part for shore in shores for part in _inside(shore)])]
    written = {
        "source": "World Vector Shoreline, 1:1,000,000 (public domain), by scripts/coast.py",
        "unit": "seconds of arc, east and north",
        "box": [_WEST, _SOUTH, _EAST, _NORTH],
        "land": [_steps(ring) for ring in sorted(rings, key=len, reverse=True) if len(ring) > 3],
    }
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(written, separators=(",", ":")).replace("],[", "],\n[") + "\n", encoding="utf-8")
    print(f"{target}: {len(written['land'])} rings, {target.stat().st_size} bytes")


def _read(data: bytes) -> Iterator[list[Point]]:
    """Every line of the cells that the box touches."""
    for latitude in range(_SOUTH // _UNIT, _NORTH // _UNIT + 1):
        for longitude in range(_WEST // _UNIT, _EAST // _UNIT + 1):
            cell = (latitude + 90) * 360 + longitude + 180
            if data[_RECORD + cell // 8] >> (7 - cell % 8) & 1:
                yield from _lines(_chain(data, cell + 1 + _MAP_RECORDS), latitude, longitude)


def _chain(data: bytes, record: int) -> bytes:
    """What the records of one cell hold; the last four bytes of each tell the end, or where it goes on."""
    held = b""
    while True:
        block = data[(record - 1) * _RECORD : record * _RECORD]
        end = block[_PAYLOAD]
        if end:
            return held + block[: end - 1]
        held += block[:_PAYLOAD]
        record = int.from_bytes(block[_PAYLOAD + 1 :], "big")


def _lines(held: bytes, latitude: int, longitude: int) -> list[list[Point]]:
    lines: list[list[Point]] = []
    at = east = north = 0
    while at + 6 <= len(held):
        head, up, right = (int.from_bytes(held[at + i : at + i + 2], "big") for i in (0, 2, 4))
        at += 6
        if head >> 15:
            north += ((head >> 3 & 7) << 16) + up - (1 << 18)
            east += ((head & 7) << 16) + right - (1 << 18)
        else:
            north, east = latitude * _UNIT + up, longitude * _UNIT + right
            lines.append([])
        lines[-1].append((east, north))
        for _ in range(min(head >> 6 & 0x1FF, (len(held) - at) // 2)):
            north, east = north + held[at] - 128, east + held[at + 1] - 128
            lines[-1].append((east, north))
            at += 2
    return [line for line in lines if len(line) > 1]


def _joined(lines: Iterator[list[Point]]) -> Iterator[list[Point]]:
    """The lines of all cells put together end to end, as far as they meet."""
    waiting: dict[Point, list[Point]] = {}
    for line in lines:
        while line[0] != line[-1]:
            other = waiting.pop(line[0], None) or waiting.pop(line[-1], None)
            if other is None:
                waiting[line[0]] = waiting[line[-1]] = line
                break
            for end in (other[0], other[-1]):
                waiting.pop(end, None)
            line = _end_to_end(line, other)
        else:
            yield line
    seen: set[int] = set()
    for line in waiting.values():
        if id(line) not in seen:
            seen.add(id(line))
            yield line


def _end_to_end(line: list[Point], other: list[Point]) -> list[Point]:
    if line[-1] not in (other[0], other[-1]):
        line = line[::-1]
    return line + (other if other[0] == line[-1] else other[::-1])[1:]


def _inside(line: Sequence[Point]) -> list[list[Point]]:
    """The parts of `line` inside the box; each end is the line's own or lies on the border."""
    parts: list[list[Point]] = []
    for a, b in pairwise(line):
        cut = _cut(a, b)
        if cut is not None:
            if not parts or parts[-1][-1] != cut[0]:
                parts.append([cut[0]])
            parts[-1].append(cut[1])
    if len(parts) > 1 and parts[0][0] == line[0] == line[-1] == parts[-1][-1]:
        # A ring that was begun inside the box and leaves it.
        parts[0] = parts.pop() + parts[0][1:]
    return parts


def _cut(a: Point, b: Point) -> tuple[Point, Point] | None:
    """The stretch from `a` to `b` that is inside the box."""
    first, last = 0.0, 1.0
    for axis, low, high in ((0, _WEST, _EAST), (1, _SOUTH, _NORTH)):
        step = b[axis] - a[axis]
        if not step:
            if not low <= a[axis] <= high:
                return None
            continue
        near, far = sorted(((low - a[axis]) / step, (high - a[axis]) / step))
        first, last = max(first, near), min(last, far)
    if first >= last:
        return None
    return _along(a, b, first), _along(a, b, last)


def _along(a: Point, b: Point, part: float) -> Point:
    if part in (0.0, 1.0):
        return b if part else a
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _rings(parts: Sequence[list[Point]]) -> Iterator[list[Point]]:
    """Islands as they are; the other parts closed along those stretches of the border that are land.

    Between two crossings of the shore the border is land, then water, then land: from the south-eastern corner, which
    is water, every second stretch is land.
    """
    yield from (part for part in parts if part[0] == part[-1])
    open_parts = [part for part in parts if part[0] != part[-1]]
    crossings = sorted((_round_the_border(end), end) for part in open_parts for end in (part[0], part[-1]))
    if len(crossings) % 2:
        raise ValueError("the shore does not cross the border an even number of times")
    across = {}
    for (_, one), (_, other) in zip(crossings[::2], crossings[1::2], strict=True):
        across[one], across[other] = other, one
    by_end = {end: part for part in open_parts for end in (part[0], part[-1])}
    while by_end:
        ring: list[Point] = []
        end = next(iter(by_end))
        while end in by_end:
            part = by_end[end]
            way = part if part[0] == end else part[::-1]
            del by_end[way[0]], by_end[way[-1]]
            ring += way
            end = across[way[-1]]
            ring += _corners(way[-1], end)
        yield [*ring, ring[0]]


_CORNERS = ((_EAST, _NORTH), (_WEST, _NORTH), (_WEST, _SOUTH))
"""Those that may be land, in the order of `_round_the_border`."""


def _round_the_border(at: Point) -> float:
    """How far along the border, from the south-eastern corner northward."""
    east, north = at
    height, width = _NORTH - _SOUTH, _EAST - _WEST
    if east == _EAST:
        return north - _SOUTH
    if north == _NORTH:
        return height + _EAST - east
    return height + width + _NORTH - north if east == _WEST else 2 * height + width + east - _WEST


def _corners(start: Point, end: Point) -> Sequence[Point]:
    low, high = sorted((_round_the_border(start), _round_the_border(end)))
    between = [corner for corner in _CORNERS if low < _round_the_border(corner) < high]
    return between if _round_the_border(start) == low else between[::-1]


def _simpler(line: list[Point]) -> list[Point]:
    """Fewer vertices (Douglas and Peucker), none of those left out farther than the tolerance from what remains."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda i: _off(line[i], line[first], line[last]), default=None)
        if farthest is not None and _off(line[farthest], line[first], line[last]) > _tolerance(line[farthest]):
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(kept)]


def _tolerance(at: Point) -> float:
    west, south, east, north = _NEAR
    return _TOLERANCE if west <= at[0] <= east and south <= at[1] <= north else _FAR_TOLERANCE


def _off(point: Point, a: Point, b: Point) -> float:
    length = hypot(b[0] - a[0], b[1] - a[1])
    if not length:
        return hypot(point[0] - a[0], point[1] - a[1])
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length


def _steps(ring: Sequence[Point]) -> list[int]:
    whole = [(round(east), round(north)) for east, north in ring]
    steps = list(whole[0])
    for (east, north), (next_east, next_north) in pairwise(whole):
        steps += (next_east - east, next_north - north)
    return steps


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
