"""Icons in the colour that the page asks for: `image://symbol/NAME/RRGGBB`."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

_DEFAULT_SIDE = 48


class Symbols(QQuickImageProvider):
    """Draws the SVG icons of one folder. Qt's SVG renderer ignores `currentColor`, so the colour is written in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The icon, as large as the item that shows it."""
        name, _, colour = id.partition("/")
        svg = (self._folder / f"{Path(name).name}.svg").read_bytes()
        side = QSize(_DEFAULT_SIDE, _DEFAULT_SIDE) if requestedSize.isEmpty() else requestedSize
        source = QBuffer()
        source.setData(QByteArray(svg.replace(b"currentColor", b"#" + colour.encode())))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(source, QByteArray(b"svg"))
        reader.setScaledSize(side)
        return reader.read()
