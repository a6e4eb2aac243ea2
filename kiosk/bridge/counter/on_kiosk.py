"""The basket's plan on the screen of a kiosk: asked for, and followed until the kiosk shows it or says why not."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.handing_over import HandingOver
from kiosk.bridge.counter.handing_words import News, kiosk_news, kiosk_trouble
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import Ready
from kiosk.counter.calling.calls import CounterError
from kiosk.counter.fleet import Fleet

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_EVERY_MS = 1000


@QmlElement
@QmlUncreatable("made by the application")
class OnKioskViewModel(QObject):  # type: ignore[operator]
    """Sends the plan to a kiosk that nobody uses. Its token is that of the slip, so it is handed over all the same."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, desk: DeskViewModel, session: Session, handing: HandingOver, fleet: Fleet | None) -> None:
        """Without a `fleet` there is no kiosk, and never one to choose."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._handing = handing
        self._fleet = fleet
        self._free = 0
        self._kiosk = 0
        self._wanted = ""
        self._news = News()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)
        handing.voided.connect(self._forget)
        if fleet is not None:
            self._looking.start()

    @Property(int, notify=changed)
    def free(self) -> int:
        """The number of a kiosk that can show the plan now; 0 when there is none."""
        return self._free

    @Property(str, notify=changed)
    def news(self) -> str:
        """What the kiosk did; empty before it was asked."""
        return self._news.text

    @Property(str, notify=changed)
    def newsTone(self) -> str:
        """Calm, good or warn."""
        return self._news.tone

    @Slot()
    def show(self) -> None:
        """Have the free kiosk show the plan."""
        if self._free and self._fleet is not None:
            kiosk = self._free
            self._handing.make(lambda ready: self._send(ready, kiosk))

    def let_go(self) -> None:
        """Look no more."""
        self._looking.stop()

    def _send(self, ready: Ready, kiosk: int) -> None:
        assert self._fleet is not None
        self._kiosk = kiosk
        try:
            self._wanted = self._fleet.show_plan(kiosk, ready.prepared.handover.token, self._session.language)
        except CounterError as error:
            self._tell(kiosk_trouble(self._desk.messages, error.code, kiosk))
            return
        self._tell(kiosk_news(self._desk.messages, None, kiosk))

    @Slot()
    def _look(self) -> None:
        """Which kiosk is free, and what became of the plan."""
        assert self._fleet is not None
        free = self._fleet.free()
        number = free[0].number if free else 0
        if number != self._free:
            self._free = number
            self.changed.emit()
        if self._wanted:
            self._ask()

    def _ask(self) -> None:
        assert self._fleet is not None
        messages = self._desk.messages
        try:
            became = self._fleet.became_of(self._wanted)
        except CounterError as error:
            self._wanted = ""
            self._tell(kiosk_trouble(messages, error.code, self._kiosk))
            return
        if became is not None:
            self._wanted = ""
            self._tell(kiosk_news(messages, became, self._kiosk))

    def _tell(self, news: News) -> None:
        self._news = news
        self.changed.emit()
        self.told.emit(news.text)

    @Slot()
    def _forget(self) -> None:
        self._wanted = ""
        if self._news != News():
            self._news = News()
            self.changed.emit()
