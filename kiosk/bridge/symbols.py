"""Icons in the colour that the page asks for: `image://symbol/NAME/RRGGBB`."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

_DEFAULT_SIDE = 48
_KEPT = 512
"""Icons kept as they were drawn: those of some pages, in the colours and sizes of one person. A few megabytes."""


class Symbols(QQuickImageProvider):
    """Draws the SVG icons of one folder. Qt's SVG renderer ignores `currentColor`, so the colour is written in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The icon, as large as the item that shows it."""
        name, _, colour = id.partition("/")
        side = QSize(_DEFAULT_SIDE, _DEFAULT_SIDE) if requestedSize.isEmpty() else requestedSize
        return _drawn(self._folder / f"{Path(name).name}.svg", colour, side.width(), side.height())


@lru_cache(_KEPT)
def _drawn(icon: Path, colour: str, width: int, height: int) -> QImage:
    source = QBuffer()
    source.setData(QByteArray(icon.read_bytes().replace(b"currentColor", b"#" + colour.encode())))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(width, height))
    return reader.read()
