"""The wordmark's wicket and the landscape: `image://art/NAME`."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider


class Art(QQuickImageProvider):
    """Draws the pictures of one folder at the size of the item that shows them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The picture called `id`."""
        reader = QImageReader(str(self._folder / f"{Path(id).name}.svg"))
        if not requestedSize.isEmpty():
            reader.setScaledSize(requestedSize)
        return reader.read()
