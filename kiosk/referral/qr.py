"""QR symbols: how large they must be to be read, and how they become dots, vectors and pixels.

Dots per module matter more than the error correction level: of worn receipt prints, nearly all are read at 4 or 5 dots
a module at level M, and far fewer at 3. So a symbol takes the largest whole number of dots that fits the paper at
level M, and a higher level only when that costs no dot. Modules are never scaled by a fraction, nor smoothed.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from math import ceil
from types import MappingProxyType
from typing import Any

from qrcode import util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode

from kiosk.errors import KioskError

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, dark is true, without the quiet zone."""

QUIET_MODULES = 4
"""Empty modules on each side, as ISO/IEC 18004 asks."""

DOTS_80_MM = 576
DOTS_58_MM = 384
"""What a receipt printer of 203 dots an inch can print across the paper."""

_DOTS_PER_MODULE = (5, 4, 3)
_SAME_COUNTERS = ((1, 9), (10, 26), (27, 40))
"""First and last of the versions that say how long a stretch is in equally many bits."""
_SHORTEST_RUN = 20  # a run of capitals and digits this long is worth a segment of its own


class Level(Enum):
    """Error correction: how much of the symbol may be lost (about 7, 15, 25 and 30 %)."""

    L = "L"
    M = "M"
    Q = "Q"
    H = "H"


_LIBRARY_LEVELS = MappingProxyType(
    {Level.L: ERROR_CORRECT_L, Level.M: ERROR_CORRECT_M, Level.Q: ERROR_CORRECT_Q, Level.H: ERROR_CORRECT_H}
)


class QrTooLargeError(KioskError):
    """The text does not fit in a symbol that this paper or screen can show well enough to be read."""

    code = "qr_too_large"


@dataclass(frozen=True, slots=True)
class Fit:
    """A symbol and the size it is printed at."""

    version: int
    level: Level
    dots_per_module: int
    matrix: Matrix

    @property
    def dots_wide(self) -> int:
        """Its width and height, quiet zone included."""
        return _with_quiet_zone(len(self.matrix)) * self.dots_per_module


def matrix(text: str, level: Level) -> Matrix:
    """Draw `text` (UTF-8) in the smallest symbol; long runs of capitals and digits get the denser alphanumeric mode."""
    symbol = _symbol(text, level)
    _fitted_version(symbol)
    symbol.make(fit=False)
    return tuple(tuple(bool(module) for module in row) for row in symbol.get_matrix())


def version_of(text: str, level: Level) -> int:
    """The smallest version, 1 to 40, that holds `text`, without drawing it."""
    return _fitted_version(_symbol(text, level))


def modules_of(version: int) -> int:
    """Modules across a symbol of this version, quiet zone left out."""
    return 17 + 4 * version


def fit(text: str, dots_wide: int) -> Fit:
    """Choose dots per module and level for paper of this many dots, by the rule at the top of this module."""
    version = version_of(text, Level.M)
    dots = dots_per_module(version, dots_wide)
    level = Level.M
    if _holds(text, Level.Q) and _width(version_of(text, Level.Q), dots) <= dots_wide:
        level, version = Level.Q, version_of(text, Level.Q)
    return Fit(version, level, dots, matrix(text, level))


def dots_per_module(version: int, dots_wide: int) -> int:
    """The largest of 5, 4 and 3 dots at which this version fits. Raises `QrTooLargeError` when none does."""
    for dots in _DOTS_PER_MODULE:
        if _width(version, dots) <= dots_wide:
            return dots
    raise QrTooLargeError(f"version {version} does not fit in {dots_wide} dots")


def rows(symbol: Fit) -> tuple[bytes, ...]:
    """Lines of one-bit dots from the top, quiet zone included, 1 is black, first dot in the highest bit."""
    dots = symbol.dots_per_module
    empty = bytes(ceil(symbol.dots_wide / 8))
    quiet = (empty,) * (QUIET_MODULES * dots)
    drawn: list[bytes] = []
    for row in symbol.matrix:
        bits = "".join(("1" if dark else "0") * dots for dark in (*_QUIET, *row, *_QUIET))
        line = int(bits.ljust(8 * len(empty), "0"), 2).to_bytes(len(empty), "big")
        drawn.extend([line] * dots)
    return (*quiet, *drawn, *quiet)


def svg_path(symbol: Matrix) -> str:
    """The dark modules as the `d` of one SVG path, one unit a module, the quiet zone's corner at 0, 0."""
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in _runs(symbol))


def svg(symbol: Matrix) -> str:
    """A whole SVG image, black on white with its quiet zone, one unit a module."""
    side = _with_quiet_zone(len(symbol))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{svg_path(symbol)}"/></svg>'
    )


_QUIET = (False,) * QUIET_MODULES


def _symbol(text: str, level: Level) -> QRCode[Any]:
    symbol: QRCode[Any] = QRCode(error_correction=_LIBRARY_LEVELS[level], border=0)
    symbol.add_data(text, optimize=_SHORTEST_RUN)
    return symbol


def _fitted_version(symbol: QRCode[Any]) -> int:
    """Give the symbol the smallest version that holds its text. The library writes down every bit to count them."""
    limits = util.BIT_LIMIT_TABLE[symbol.error_correction]
    for first, last in _SAME_COUNTERS:
        needed = sum(4 + util.length_in_bits(part.mode, first) + _bits(part) for part in symbol.data_list)
        version = bisect_left(limits, needed, first)
        if version <= last:
            symbol.version = version
            return version
    raise QrTooLargeError("too long for the largest symbol")


def _bits(part: util.QRData) -> int:
    """What a stretch of the text takes in its mode, without its head."""
    length = len(part)
    if part.mode == util.MODE_NUMBER:
        return length // 3 * 10 + (0, 4, 7)[length % 3]
    if part.mode == util.MODE_ALPHA_NUM:
        return length // 2 * 11 + length % 2 * 6
    return length * 8


def _holds(text: str, level: Level) -> bool:
    try:
        version_of(text, level)
    except QrTooLargeError:
        return False
    return True


def _width(version: int, dots: int) -> int:
    return _with_quiet_zone(modules_of(version)) * dots


def _with_quiet_zone(modules: int) -> int:
    return modules + 2 * QUIET_MODULES


def _runs(symbol: Matrix) -> Iterator[tuple[int, int, int]]:
    """Column, row and length of every stretch of dark modules."""
    for y, row in enumerate(symbol, start=QUIET_MODULES):
        x = QUIET_MODULES
        for dark, stretch in groupby(row):
            length = len(list(stretch))
            if dark:
                yield x, y, length
            x += length
