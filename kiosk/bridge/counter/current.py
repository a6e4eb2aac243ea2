"""Staying current, as the page of kiosks shows it: what was last fetched and told, now, and by a stick that is in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.changes import Changes
from kiosk.bridge.counter.current_words import Line, came_of, hub_line, progress_words, updates_line
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.syncing import Syncing
from kiosk.config import Sync
from kiosk.sync.telling import LastTold, last_told
from kiosk.sync.updates.last import Last, read_last
from kiosk.sync.updates.trusting import UPDATES

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_SAY_AGAIN_EVERY_MS = 60_000
"""What was today is yesterday after midnight."""


@QmlElement
@QmlUncreatable("made by the application")
class CurrentViewModel(QObject):  # type: ignore[operator]
    """Looks when the page is opened, and when something has changed: another program of this machine may have done it,
    too. In between nothing is read.
    """

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        sync: Sync,
        syncing: Syncing,
        folder: Path,
        sticks: Callable[[], tuple[Path, ...]],
        changes: Changes,
        now: Callable[[], datetime],
    ) -> None:
        """`folder` is the state folder; `sticks` tells which are in, the one to use last; `changes` when to look."""
        super().__init__()
        self._desk = desk
        self._sync = sync
        self._syncing = syncing
        self._folder = folder
        self._sticks = sticks
        self._now = now
        self._asked = False
        self._stick: Path | None = None
        self._fetched: Last | None = None
        self._told: LastTold | None = None
        self._updates = self._hub = self._came = Line()
        self._minute = QTimer(self)
        self._minute.setInterval(_SAY_AGAIN_EVERY_MS)
        self._minute.timeout.connect(self._say)
        self._minute.start()
        desk.spoke.connect(self._say)
        desk.moved.connect(self._arrive)
        syncing.changed.connect(self._follow)
        changes.setParent(self)
        changes.happened.connect(self._look_if_shown)
        self.look()

    @Property(str, notify=changed)
    def updates(self) -> str:
        """When a newer catalogue was last looked for, and what came of it."""
        return self._updates.words

    @Property(bool, notify=changed)
    def updatesWell(self) -> bool:
        """Whether there is nothing to do about it."""
        return self._updates.well

    @Property(str, notify=changed)
    def hub(self) -> str:
        """When the hub last had everything, or why it has not; empty where there is none."""
        return self._hub.words

    @Property(bool, notify=changed)
    def hubWell(self) -> bool:
        """Whether there is nothing to do about it."""
        return self._hub.well

    @Property(str, notify=changed)
    def came(self) -> str:
        """What came of what was asked for on this page."""
        return self._came.words

    @Property(bool, notify=changed)
    def cameWell(self) -> bool:
        """Whether there is nothing to do about it."""
        return self._came.well

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being done now."""
        return self._syncing.busy

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far it has come; empty while nothing is done."""
        return progress_words(self._desk.messages, self._syncing.progress) if self._syncing.busy else ""

    @Property(bool, notify=changed)
    def canGo(self) -> bool:
        """Whether there is anywhere to go over the network."""
        return self._sync.is_set

    @Property(str, notify=changed)
    def stick(self) -> str:
        """What the stick is called that is in; empty while none is."""
        return self._stick.name if self._stick is not None else ""

    @Slot()
    def go(self) -> None:
        """Fetch and tell now."""
        self._asked = True
        self._syncing.go()

    @Slot()
    def useStick(self) -> None:
        """Take what the stick brings, and put what waits onto it."""
        if self._stick is not None:
            self._asked = True
            self._syncing.use(self._stick)

    @Slot()
    def look(self) -> None:
        """Read everything anew."""
        found = self._sticks()
        self._stick = found[-1] if found else None
        self._fetched = read_last(self._folder / UPDATES)
        self._told = last_told(self._folder)
        self._say()

    @Slot()
    def _say(self) -> None:
        messages, now = self._desk.messages, self._now()
        self._updates = updates_line(messages, self._sync, self._fetched, now)
        self._hub = hub_line(messages, self._sync, self._told, now)
        done = self._syncing.last if self._asked and not self._syncing.busy else None
        self._came = came_of(messages, done, now.date())
        self.changed.emit()

    @Slot()
    def _arrive(self) -> None:
        """What came of it was read by whoever asked for it."""
        if not self._syncing.busy:
            self._asked = False
        self._look_if_shown()

    @Slot()
    def _follow(self) -> None:
        """A round comes further, which is said; once it has ended there is something to read."""
        if self._syncing.busy:
            self._say()
        else:
            self._look_if_shown()

    @Slot()
    def _look_if_shown(self) -> None:
        if self._desk.property("page") == CounterPage.KIOSKS:
            self.look()
