"""Dots: a picture of one bit a dot, as a receipt printer takes it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Self

from PIL import Image

DOTS_PER_INCH = 203
"""The density of common receipt printers: 8 dots to the millimetre."""

_DARK = 150
"""Lightest grey, of 255, that becomes a black dot. Over the half, because thermal paper loses the hairlines first."""


@dataclass(frozen=True, slots=True)
class Raster:
    """`height` rows of `width` dots, eight dots to a byte, the leftmost in the highest bit, 1 for black.

    Every row begins on a new byte; the bits past `width` are 0.
    """

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes in a row."""
        return (self.width + 7) // 8

    @classmethod
    def of_png(cls, *pages: bytes) -> Self:
        """Turn pages, one under the other, into dots; grey becomes black or nothing."""
        picture = stacked(pages).point([255 if grey <= _DARK else 0 for grey in range(256)], "1")
        return cls(picture.width, picture.height, picture.tobytes())

    def png(self) -> bytes:
        """Give the dots as a black and white PNG picture."""
        return png_of(Image.frombytes("1", (self.width, self.height), self.rows, "raw", "1;I"))


def stacked(pages: tuple[bytes, ...]) -> Image.Image:
    """Put pages one under the other in one picture in greys, on white."""
    pictures = [Image.open(io.BytesIO(page)).convert("L") for page in pages]
    if len(pictures) == 1:
        return pictures[0]
    whole = Image.new("L", (max(p.width for p in pictures), sum(p.height for p in pictures)), 255)
    top = 0
    for picture in pictures:
        whole.paste(picture, (0, top))
        top += picture.height
    return whole


def png_of(picture: Image.Image) -> bytes:
    """Give a picture as PNG."""
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
