"""Which of the eight masks of ISO/IEC 18004 leaves a symbol easiest to read, by that standard's own four rules (7.8.3).

The library draws the symbol under each mask and looks at every module of every drawing, which takes a kiosk's processor
longer than all the rest of a slip's code. Here a whole symbol is one number, and each rule a few operations on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from math import ceil
from operator import or_
from typing import Any

from qrcode import util
from qrcode.main import QRCode

_MASKS = 8
_RUN = 5
_RUN_EXTRA, _BLOCK, _FINDER, _BALANCE = 2, 3, 40, 10
"""What the rules count: a run of five or more is its length less two, and so on."""
_LIKE_A_FINDER = ("10111010000", "00001011101")
_FIRST_WITH_VERSION = 7
"""The smallest version that says in itself which it is."""
_TILE = 12
_KEPT = 6
"""Versions whose grounds are kept: slips of one place are nearly all of two or three."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all symbols of one version share. Modules are bits, row after row, with one empty bit after each row."""

    side: int
    everywhere: int
    masks: tuple[int, ...]
    """Each mask where it applies: on data, and not on what a reader finds the symbol by."""

    @property
    def stride(self) -> int:
        """Bits from a module to the one below it."""
        return self.side + 1


def best_mask(symbol: QRCode[Any]) -> int:
    """The mask that costs least, the first of equals. `symbol` has its version, and is drawn anew afterwards."""
    assert symbol.version is not None
    ground = _ground_of(symbol.version)
    symbol.makeImpl(True, 0)
    plain = _number(symbol.modules) ^ ground.masks[0]
    return min(range(_MASKS), key=lambda mask: _cost(plain ^ ground.masks[mask], ground))


def _cost(dark: int, ground: _Ground) -> int:
    light = ground.everywhere & ~dark
    share = dark.bit_count() / ground.side**2
    return (
        sum(_runs(modules, step) for modules in (dark, light) for step in (1, ground.stride))
        + _BLOCK * sum(_blocks(modules, ground.stride) for modules in (dark, light))
        + _FINDER * sum(_like(shape, dark, light, step) for shape in _LIKE_A_FINDER for step in (1, ground.stride))
        + _BALANCE * int(abs(share * 100 - 50) / 5)
    )


def _runs(modules: int, step: int) -> int:
    """Five or more in a line: their number less two each. A bit stands for each five that follow one another."""
    fives = modules
    for further in range(1, _RUN):
        fives &= modules >> further * step
    return fives.bit_count() + _RUN_EXTRA * (fives & ~(fives << step)).bit_count()


def _blocks(modules: int, stride: int) -> int:
    """Squares of two by two, those that overlap too."""
    pairs = modules & modules >> 1
    return (pairs & pairs >> stride).bit_count()


def _like(shape: str, dark: int, light: int, step: int) -> int:
    """How often a line looks like one through the middle of a finder."""
    found = -1
    for place, module in enumerate(shape):
        found &= (dark if module == "1" else light) >> place * step
    return found.bit_count()


@lru_cache(_KEPT)
def _ground_of(version: int) -> _Ground:
    side = 17 + 4 * version
    everywhere = _rectangle(side, 0, 0, side, side)
    data = everywhere & ~reduce(or_, (_rectangle(side, *each) for each in _fixed(version, side)))
    return _Ground(side, everywhere, tuple(data & _inverted(mask, side) for mask in range(_MASKS)))


def _fixed(version: int, side: int) -> Iterator[tuple[int, int, int, int]]:
    """First row and column, height and width of what is no data."""
    # The finders, with the lines beside them that tell the mask and the level.
    yield from ((0, 0, 9, 9), (0, side - 8, 9, 8), (side - 8, 0, 8, 9))
    # The lines of timing.
    yield from ((6, 0, 1, side), (0, 6, side, 1))
    if version >= _FIRST_WITH_VERSION:
        yield from ((0, side - 11, 6, 3), (side - 11, 0, 3, 6))
    # What a reader aligns the symbol by; not where a finder stands.
    for row, column in product(util.pattern_position(version), repeat=2):
        if (row, column) not in ((6, 6), (6, side - 7), (side - 7, 6)):
            yield row - 2, column - 2, 5, 5


def _rectangle(side: int, row: int, column: int, high: int, wide: int) -> int:
    line = ((1 << wide) - 1) << (side - column - wide + 1)
    return sum(line << (side - 1 - each) * (side + 1) for each in range(row, row + high))


def _inverted(mask: int, side: int) -> int:
    """What a mask turns about, were there nothing but data. Its rows and columns come again after twelve."""
    inverts = util.mask_func(mask)
    tile = ["".join("1" if inverts(row, column) else "0" for column in range(_TILE)) for row in range(_TILE)]
    lines = [(line * ceil(side / _TILE))[:side] for line in tile]
    return int("".join(lines[row % _TILE] + "0" for row in range(side)), 2)


def _number(modules: Sequence[Sequence[bool | None]]) -> int:
    return int("".join("".join("1" if module else "0" for module in row) + "0" for row in modules), 2)
