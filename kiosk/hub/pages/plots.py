"""Bars as they are drawn: each under its name, 320 units wide, so that a phone's letters stay readable."""

import textwrap
from dataclasses import dataclass

from kiosk.hub.pages.blocks import Plot, Table

_LONGEST = 270
_LETTERS = 36
_MOST_LINES = 2
_LINE = 18
_BAR = 30


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One bar with its name over it. `top` and `height` are of both together."""

    lines: tuple[str, ...]
    words: str
    width: float
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plot ready for its template."""

    title: str
    told: str
    bars: tuple[DrawnBar, ...]
    table: Table


def drawn(plot: Plot) -> Drawn:
    """Where everything of `plot` goes."""
    bars: list[DrawnBar] = []
    top = 0
    for bar in plot.bars:
        lines = tuple(textwrap.wrap(bar.name, _LETTERS, max_lines=_MOST_LINES, placeholder="…"))
        height = _LINE * len(lines) + _BAR
        bars.append(DrawnBar(lines, bar.words, round(max(2.0, _LONGEST * bar.share), 1), top, height))
        top += height
    return Drawn(plot.title, plot.told, tuple(bars), plot.table)
