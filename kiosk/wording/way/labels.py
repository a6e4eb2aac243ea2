"""Names on a picture, each beside its dot and none over another."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from kiosk.wording.way.sheet import Frame, Point

_NARROW, _WIDE, _CAPITAL, _OTHER, _FOREIGN = 0.36, 0.94, 0.72, 0.62, 0.68
"""Widths of letters in ems, on the generous side, for Noto Sans in a half-bold weight."""

LINE = 1.3
"""The height of a line, in ems."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture that something takes up; `across` and `down` are its upper left corner."""

    across: float
    down: float
    width: float
    height: float

    def meets(self, other: "Area") -> bool:
        """Tell whether the two overlap."""
        return (
            self.across < other.across + other.width
            and other.across < self.across + self.width
            and self.down < other.down + other.height
            and other.down < self.down + self.height
        )

    def inside(self, frame: Frame, edge: float) -> bool:
        """Tell whether it keeps `edge` from every side of the frame."""
        return (
            edge <= self.across
            and edge <= self.down
            and self.across + self.width <= frame.width - edge
            and self.down + self.height <= frame.height - edge
        )


def around(point: Point, radius: float) -> Area:
    """The square about a point."""
    return Area(point[0] - radius, point[1] - radius, radius * 2, radius * 2)


def wide(words: str, letter: float) -> float:
    """About how wide `words` are in letters of this size, and never less."""
    return letter * sum(map(_width, words))


def _width(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 1.0
    if sign in "ijlftIJ .,:;’'()|\N{NO-BREAK SPACE}":
        return _NARROW
    if sign in "mwMW":
        return _WIDE
    if not sign.isascii():
        return _FOREIGN
    return _CAPITAL if sign.isupper() else _OTHER


def label_beside(
    point: Point, gap: float, words: str, frame: Frame, taken: list[Area], edge: float = 0.0
) -> Area | None:
    """Where `words` stand free beside a dot, `edge` around them counted in; None where there is no room for them."""
    width, height = wide(words, frame.letter) + edge * 2, frame.letter * LINE + edge
    return next((area for area in _beside(point, gap, width, height) if _free(area, frame, taken)), None)


def label_over(point: Point, words: str, frame: Frame, taken: list[Area]) -> Area | None:
    """Where `words` stand free in the middle of a stretch of ground; None where there is no room for them."""
    width, height = wide(words, frame.letter), frame.letter * LINE
    area = Area(point[0] - width / 2, point[1] - height / 2, width, height)
    return area if _free(area, frame, taken) else None


def _free(area: Area, frame: Frame, taken: list[Area]) -> bool:
    return area.inside(frame, frame.letter * 0.25) and not any(area.meets(other) for other in taken)


def _beside(point: Point, gap: float, width: float, height: float) -> Iterator[Area]:
    across, down = point
    for up in (height / 2, height * 0.9, height * 0.1):
        yield Area(across + gap, down - up, width, height)
        yield Area(across - gap - width, down - up, width, height)
    for shift in (width * part for part in (0.5, 0.3, 0.7, 0.15, 0.85)):
        yield Area(across - shift, down + gap, width, height)
        yield Area(across - shift, down - gap - height, width, height)
