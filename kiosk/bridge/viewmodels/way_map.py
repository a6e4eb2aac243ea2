"""The picture of the way to a place, for the item that draws it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import paths
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.way_sketch import Inks, Sketch
from kiosk.bridge.viewmodels.way_words import Way, pictured
from kiosk.bridge.way_pictures import WayPictures
from kiosk.catalogue.coast import Coast, CoastError, read_coast
from kiosk.logs import Code
from kiosk.wording.way.labels import Area
from kiosk.wording.way.picture import Mark, MarkKind, Picture
from kiosk.wording.way.sheet import Frame

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One named point: where it is, and where its name stands."""

    kind: str
    words: str
    across: float
    down: float
    label_across: float
    label_down: float
    label_width: float
    label_height: float


@cache
def shipped_coast() -> Coast | None:
    """The shore that the program ships; None when it cannot be read, which only makes pictures plainer."""
    try:
        return read_coast(paths.assets_folder() / "map" / "coast.json")
    except CoastError as error:
        _log.warning("no shore: %s", Code(error.code))
        return None


@QmlElement
@QmlUncreatable("made by the page of a place")
class WayMapViewModel(QObject):  # type: ignore[operator]
    """Works the picture out for the frame that it is drawn in; all lengths are in the item's own pixels."""

    changed = Signal()

    def __init__(self, session: Session, pictures: WayPictures, parent: QObject) -> None:
        """`pictures` is where the page finds what is drawn."""
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._way: Way | None = None
        self._frame: Frame | None = None
        self._picture: Picture | None = None
        self._marks = Rows(MarkRow, self)

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether there is a way to draw."""
        return self._way is not None

    @Property(str, notify=changed)
    def straight(self) -> str:
        """`1.6 km to the south-east`."""
        return self._way.straight if self._way else ""

    @Property(str, notify=changed)
    def onFoot(self) -> str:
        """`about 25 min`; empty where nobody can say."""
        return self._way.on_foot if self._way else ""

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """The picture in words."""
        if self._way is None:
            return ""
        return " ".join((self._way.spoken, *(self._drawn(self._picture) if self._picture else ())))

    def _drawn(self, picture: Picture) -> Iterator[str]:
        """What is written on the picture, in sentences."""
        messages = self._session.messages
        if picture.names:
            yield messages.gettext("The map also shows {names}.").format(names=picture.names)
        if picture.distances:
            yield messages.gettext("Circles around you: {distances}.").format(distances=picture.distances)
        yield messages.gettext("Scale: {words}.").format(words=picture.scale.words)

    @Property(bool, notify=changed)
    def doubts(self) -> bool:
        """Whether it names a building whose address nobody has checked."""
        return any(row.kind == MarkKind.DOUBTED for row in self._marks.rows)

    @property
    def picture(self) -> Picture | None:
        """What is drawn now."""
        return self._picture

    @Slot(float, float, "QVariantList", result=str)
    def sketch(self, radius: float, line: float, inks: list[QColor]) -> str:
        """Draw what was fitted, in these colours (see `Inks`); the picture's address, empty where there is none."""
        if self._picture is None or self._frame is None:
            return ""
        size = QSize(round(self._frame.width), round(self._frame.height))
        return self._pictures.show(Sketch(self._picture, radius, line, Inks(*inks)).drawn(size))

    @Property(float, notify=changed)
    def width(self) -> float:
        """How wide what is drawn is; 0 where nothing is."""
        return self._frame.width if self._picture and self._frame else 0.0

    @Property(float, notify=changed)
    def height(self) -> float:
        """How high it is."""
        return self._frame.height if self._picture and self._frame else 0.0

    @Property(QPointF, notify=changed)
    def here(self) -> QPointF:
        """Where the kiosk is."""
        return QPointF(*self._picture.here) if self._picture else QPointF()

    @Property(QRectF, notify=changed)
    def hereLabel(self) -> QRectF:
        """Where “You are here” stands."""
        return _rect(self._picture.here_label) if self._picture else QRectF()

    @Property(float, notify=changed)
    def scaleLength(self) -> float:
        """How long the line of the scale is."""
        return self._picture.scale.length if self._picture else 0.0

    @Property(str, notify=changed)
    def scaleWords(self) -> str:
        """`500 m: about 10 min on foot`."""
        return self._picture.scale.words if self._picture else ""

    @Property(Rows, constant=True)
    def marks(self) -> Rows:
        """What is named; roles kind, words, across, down, labelAcross, labelDown, labelWidth, labelHeight."""
        return self._marks

    @Slot(float, float, float)
    def fit(self, width: float, height: float, letter: float) -> None:
        """Draw for a frame of this size, with letters this large."""
        frame = Frame(width, height, letter) if min(width, height, letter) > 0 else None
        if frame != self._frame:
            self._frame = frame
            self._draw()

    def show(self, found: Way | None) -> None:
        """Take another way, or none."""
        if found != self._way:
            self._way = found
            self._draw()

    def _draw(self) -> None:
        self._picture = None
        self._pictures.forget()
        if self._way is not None and self._frame is not None:
            self._picture = pictured(self._session.messages, self._way, self._frame, shipped_coast())
        self._marks.show([_row(mark) for mark in self._picture.marks] if self._picture else ())
        self.changed.emit()


def _row(mark: Mark) -> MarkRow:
    across, down = mark.at
    label = mark.label
    return MarkRow(mark.kind, mark.words, across, down, label.across, label.down, label.width, label.height)


def _rect(area: Area) -> QRectF:
    return QRectF(area.across, area.down, area.width, area.height)
