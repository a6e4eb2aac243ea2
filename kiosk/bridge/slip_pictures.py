"""The slip and its code as pictures for QML: `image://slip/page/INDEX/VERSION`, `image://slip/code/VERSION`.

They are in memory only. `VERSION` makes QML ask again when the slip has changed; its own cache is told to keep nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColorConstants, QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.referral.slip.content import Modules

QUIET_MODULES = 4
"""The white border of a code, as ISO/IEC 18004 asks."""


class SlipPictures:
    """Holds the pages and the code of the slip now on the screen, and forgets them when told to."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: tuple[QImage, ...] = ()
        self._code: QImage | None = None
        self.version = 0

    def show(self, pages: Sequence[bytes], code: Modules) -> None:
        """Take up new pages (PNG) and a new code, which may be empty."""
        drawn = tuple(QImage.fromData(page) for page in pages)
        with self._lock:
            self._pages = drawn
            self._code = _drawn(code) if code else None
            self.version += 1

    def forget(self) -> None:
        """Keep no picture of anyone's slip."""
        self.show((), ())

    @property
    def page_count(self) -> int:
        """How many sheets there are; a receipt is one."""
        return len(self._pages)

    def proportion(self) -> float:
        """Height of the first page as a multiple of its width; 0 without a page."""
        return self._pages[0].height() / self._pages[0].width() if self._pages else 0.0

    def picture(self, name: str) -> QImage:
        """The picture called `page/INDEX/VERSION` or `code/VERSION`; a white dot when there is none any more."""
        kind, _, rest = name.partition("/")
        with self._lock:
            if kind == "code":
                return self._code or _nothing()
            index = int(rest.partition("/")[0])
            return self._pages[index] if index < len(self._pages) else _nothing()


class SlipPictureProvider(QQuickImageProvider):
    """Gives the pictures of one `SlipPictures` to an engine, which owns the provider."""

    def __init__(self, pictures: SlipPictures) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures = pictures

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The page scaled to the width asked for; the code at one pixel a module, for QML to enlarge unsmoothed."""
        from PySide6.QtCore import Qt  # its many enums take 20 ms, which the first screen need not wait for

        picture = self._pictures.picture(id)
        if id.startswith("page/") and 0 < requestedSize.width() < picture.width():
            return picture.scaledToWidth(requestedSize.width(), Qt.TransformationMode.SmoothTransformation)
        return picture


def _nothing() -> QImage:
    """A white dot."""
    dot = QImage(1, 1, QImage.Format.Format_Grayscale8)
    dot.fill(QColorConstants.White)
    return dot


def _drawn(code: Modules) -> QImage:
    """One pixel a module, with the quiet zone, dark on white."""
    side = len(code) + 2 * QUIET_MODULES
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    for y, row in enumerate(code, start=QUIET_MODULES):
        for x, dark in enumerate(row, start=QUIET_MODULES):
            if dark:
                image.setPixelColor(x, y, QColorConstants.Black)
    return image
