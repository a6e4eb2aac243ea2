"""A picture of the way to a place, worked out: what stands where, in the units of the frame, and the same in words.

It is a sketch: the straight line from here, shores where they are known, and a few names to find oneself by.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians, sin

from kiosk.catalogue.coast import Coast, Spot
from kiosk.catalogue.waters import WATERS
from kiosk.languages import Messages
from kiosk.languages.formats import distance, listing
from kiosk.wording.way.labels import Area, around, label_beside, label_over, wide
from kiosk.wording.way.landmarks import Landmark
from kiosk.wording.way.sheet import Frame, Point, Sheet, is_land, land_on, sheet_for
from kiosk.wording.way.words import FARTHEST_ON_FOOT_M, minutes_on_foot

_TOWNS_FROM_M = 14_000
"""On pictures wider than this towns are named, on narrower ones buildings."""

_SURE = 0.05
"""A building that is known less exactly than this part of the width would lead people astray."""

_MOST_NAMES = 6
_MOST_RINGS = 3
_ROUNDED_M = 250
_ROUND_M = (250, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000)
_PIN, _DOT, _STEP = 1.15, 0.32, 0.78
"""Half the width of the pin, and the radius of a dot and of a numbered one, in ems."""


class MarkKind(StrEnum):
    """What a named point is."""

    BUILDING = "building"
    DOUBTED = "doubted"
    TOWN = "town"
    STEP = "step"
    WATER = "water"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Mark:
    """A point and its name; `label` is where the name stands."""

    kind: MarkKind
    at: Point
    words: str
    label: Area


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of so many units, and what it stands for."""

    length: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`land` are closed rings, whose corners may be cut by `rounded`; the rest is water. None where no shore is known.

    `rings` are the radii of circles about `here`. `names` and `distances` are what the picture names besides its two
    ends, and what it writes at its circles, as lists.
    """

    land: tuple[tuple[Point, ...], ...] | None
    rounded: float
    letter: float
    here: Point
    place: Point
    here_label: Area
    rings: tuple[float, ...]
    marks: tuple[Mark, ...]
    scale: Scale
    names: str
    distances: str


def way(
    messages: Messages,
    here: Spot,
    place: Spot,
    frame: Frame,
    coast: Coast | None,
    *,
    buildings: Sequence[Landmark] = (),
    towns: Sequence[Landmark] = (),
    steps: Sequence[Landmark] = (),
) -> Picture:
    """The way from `here` to `place` in a frame. Names are left out where there is no room for them."""
    sheet = sheet_for(here, place, frame)
    land = land_on(sheet, coast) if coast else None
    start, end = sheet.at(here), sheet.at(place)
    scale = _scale(messages, sheet)
    fixed = [*_corners(frame, scale), *_pin(end, frame), around(start, frame.letter * 0.8)]
    taken = [*fixed, *_along(start, end, frame)]
    here_label = _here(messages, start, frame, taken) or _here(messages, start, frame, fixed) or around(start, 0)
    taken.append(here_label)
    marks: list[Mark] = list(_steps(sheet, steps, taken))
    rings = tuple(_rings(sheet, start, end))
    kind, named = (MarkKind.TOWN, towns) if sheet.width_m > _TOWNS_FROM_M else (MarkKind.BUILDING, buildings)
    marks += _named(sheet, named, kind, (start, end), taken)
    marks += _waters(messages, sheet, land, taken)
    marks += _ring_names(messages, sheet, start, rings, taken)
    return Picture(
        land=land,
        rounded=_ROUNDED_M / sheet.scale,
        letter=frame.letter,
        here=start,
        place=end,
        here_label=here_label,
        rings=rings,
        marks=tuple(marks),
        scale=scale,
        names=listing(messages, [_said(messages, mark) for mark in marks if mark.kind is not MarkKind.RING]),
        distances=listing(messages, [mark.words for mark in marks if mark.kind is MarkKind.RING]),
    )


def _here(messages: Messages, start: Point, frame: Frame, taken: list[Area]) -> Area | None:
    words = messages.gettext("You are here")
    return label_beside(start, frame.letter * 1.25, words, frame, taken, edge=frame.letter * 0.5)


def _said(messages: Messages, mark: Mark) -> str:
    if mark.kind is MarkKind.STEP:
        return messages.gettext("the place of step {number}").format(number=mark.words)
    return mark.words


def _pin(tip: Point, frame: Frame) -> list[Area]:
    half = frame.letter * _PIN
    return [Area(tip[0] - half, tip[1] - half * 2.6, half * 2, half * 2.8)]


def _corners(frame: Frame, scale: Scale) -> list[Area]:
    """The compass at the upper right, the scale at the lower left."""
    letter = frame.letter
    across = max(scale.length, wide(scale.words, letter)) + letter
    return [
        Area(frame.width - letter * 3.4, 0, letter * 3.4, letter * 3.4),
        Area(0, frame.height - letter * 2.6, across, letter * 2.6),
    ]


def _along(start: Point, end: Point, frame: Frame) -> Iterator[Area]:
    """The line itself, in pieces: no name is put over it."""
    long = hypot(end[0] - start[0], end[1] - start[1])
    pieces = int(long / frame.letter) + 1
    for piece in range(pieces + 1):
        part = piece / pieces
        point = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        yield around(point, frame.letter * 0.3)


def _steps(sheet: Sheet, steps: Iterable[Landmark], taken: list[Area]) -> Iterator[Mark]:
    for step in steps:
        point, area = sheet.at(step.spot), around(sheet.at(step.spot), sheet.frame.letter * _STEP)
        if area.inside(sheet.frame, 0) and not any(area.meets(other) for other in taken):
            taken.append(area)
            yield Mark(MarkKind.STEP, point, step.name, area)


def _named(
    sheet: Sheet, named: Iterable[Landmark], kind: MarkKind, ends: tuple[Point, Point], taken: list[Area]
) -> Iterator[Mark]:
    """The named points nearest to an end of the way, as far as their names find room."""
    frame, found = sheet.frame, 0

    def far(landmark: Landmark) -> float:
        across, down = sheet.at(landmark.spot)
        return min(hypot(across - end[0], down - end[1]) for end in ends)

    for landmark in sorted(named, key=far):
        point = sheet.at(landmark.spot)
        dot = around(point, frame.letter * _DOT)
        if landmark.precision_m > sheet.width_m * _SURE:
            continue
        if found == _MOST_NAMES or not dot.inside(frame, 0) or any(dot.meets(other) for other in taken):
            continue
        label = label_beside(point, frame.letter * 0.55, landmark.name, frame, taken)
        if label:
            found += 1
            taken += [dot, label]
            yield Mark(MarkKind.DOUBTED if landmark.doubted else kind, point, landmark.name, label)


def _waters(
    messages: Messages, sheet: Sheet, land: Sequence[Sequence[Point]] | None, taken: list[Area]
) -> Iterator[Mark]:
    if land is None:
        return
    for water in WATERS:
        name = water.name.to(messages.language)
        for spot in water.spots if sheet.width_m <= water.widest_m else ():
            point = sheet.at(spot)
            label = label_over(point, name, sheet.frame, taken)
            if label and not any(is_land(land, at) for at in _middle_line(label)):
                taken.append(label)
                yield Mark(MarkKind.WATER, point, name, label)
                break


def _middle_line(area: Area) -> Iterator[Point]:
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        for height in (0.2, 0.8):
            yield area.across + area.width * part, area.down + area.height * height


def _rings(sheet: Sheet, start: Point, end: Point) -> Iterator[float]:
    """Circles of round distances: the largest goes just beyond the place."""
    far = hypot(end[0] - start[0], end[1] - start[1]) * sheet.scale
    step = next((size for size in _ROUND_M if size * _MOST_RINGS >= far * 1.05), _ROUND_M[-1])
    for count in range(1, _MOST_RINGS + 1):
        yield count * step / sheet.scale
        if count * step > far:
            return


def _ring_names(
    messages: Messages, sheet: Sheet, start: Point, rings: Sequence[float], taken: list[Area]
) -> Iterator[Mark]:
    for radius in rings:
        name = distance(messages, radius * sheet.scale)
        for turn in range(90, 450, 30):
            point = (start[0] + radius * cos(radians(turn)), start[1] + radius * sin(radians(turn)))
            label = label_over(point, name, sheet.frame, taken)
            if label:
                taken.append(label)
                yield Mark(MarkKind.RING, point, name, label)
                break


def _scale(messages: Messages, sheet: Sheet) -> Scale:
    """The longest round distance that fits into a third of the width; with the time on foot where one can walk it."""
    metres = max((size for size in _ROUND_M if size / sheet.scale <= sheet.frame.width / 3), default=_ROUND_M[0])
    words = distance(messages, metres)
    if metres <= FARTHEST_ON_FOOT_M:
        count = minutes_on_foot(metres)
        longer = messages.ngettext(
            "{distance}: about {count} min on foot", "{distance}: about {count} min on foot", count
        ).format(distance=words, count=count)
        if wide(longer, sheet.frame.letter) < sheet.frame.width * 0.6:
            words = longer
    return Scale(metres / sheet.scale, words)
