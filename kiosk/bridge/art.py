"""The wordmark's wicket and the landscape in the colours of the palette: `image://art/NAME/RRGGBB-RRGGBB-...`."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

_PAINTED = (b"#F1F1EA", b"#E0E6DF", b"#C9D6C8", b"#E6DCC8", b"#CFE0E8", b"#B9472A", b"#0B4A6F", b"#FAF8F4")
"""The colours that the files are drawn in: sky, far hill, near hill, sand, water, sun, lines, walls."""


class Art(QQuickImageProvider):
    """Draws the pictures of one folder at the size of the item that shows them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The picture, with the colours that `Colours.pigments` lists in place of its own."""
        name, _, pigments = id.partition("/")
        svg = (self._folder / f"{Path(name).name}.svg").read_bytes()
        for painted, pigment in zip(_PAINTED, pigments.encode().split(b"-"), strict=False):
            svg = svg.replace(painted, b"#" + pigment)
        source = QBuffer()
        source.setData(QByteArray(svg))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(source, QByteArray(b"svg"))
        if not requestedSize.isEmpty():
            reader.setScaledSize(requestedSize)
        return reader.read()
