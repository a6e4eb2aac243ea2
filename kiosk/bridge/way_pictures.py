"""The sketch of a way as a picture for QML: `image://way/VERSION`. It is in memory only."""

from threading import Lock

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class WayPictures:
    """Holds the sketch now on the screen, and forgets it when told to."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._image = QImage()
        self._version = 0

    def show(self, image: QImage) -> str:
        """Take up a picture; its address for QML."""
        with self._lock:
            self._image = image
            self._version += 1
            return f"image://way/{self._version}"

    def forget(self) -> None:
        """Keep no picture of where anyone went."""
        self.show(QImage())

    @property
    def image(self) -> QImage:
        """The picture taken up last."""
        with self._lock:
            return self._image


class WayPictureProvider(QQuickImageProvider):
    """Gives the picture of one `WayPictures` to an engine, which owns the provider."""

    def __init__(self, pictures: WayPictures) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures = pictures

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The picture taken up last, whichever was asked for."""
        return self._pictures.image
