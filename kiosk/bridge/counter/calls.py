"""The calls from the kiosks in the counter's window: the one that has waited longest, and what staff answer it."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.counter.calling.board import Board, End, Entry, NoSuchCallError
from kiosk.counter.calling.calls import LONGEST_NOTE, MOST_MINUTES, Standing
from kiosk.counter.calling.lines import language_name
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

OFFERED_MINUTES = (0, 1, 2, 5)

_SWEEP_EVERY_MS = 1000


class Stage(StrEnum):
    """What the banner shows: nothing, a call that waits, its answer being chosen, or somebody on the way."""

    QUIET = "quiet"
    WAITING = "waiting"
    ANSWERING = "answering"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Shown:
    """The banner as it stands. `more` is how many others wait; `detail` how the person uses the kiosk;
    `about` the life events that they let staff know.
    """

    stage: Stage = Stage.QUIET
    number: int = 0
    words: str = ""
    detail: str = ""
    waited: str = ""
    more: int = 0
    note: str = ""
    about: tuple[str, ...] = ()


def shown_of(messages: Messages, entries: tuple[Entry, ...], steady: float, answering: int) -> Shown:
    """What the banner shows of today's calls; `answering` is the number of the call being answered, or 0."""
    waiting = [entry for entry in entries if entry.is_waiting]
    coming = [entry for entry in entries if entry.end is End.OPEN and entry.standing is Standing.COMING]
    chosen = [entry for entry in waiting if entry.number == answering]
    for stage, found in ((Stage.ANSWERING, chosen), (Stage.WAITING, waiting), (Stage.COMING, coming)):
        if found:
            entry = found[0]
            more = len(waiting) - (stage is not Stage.COMING)
            words = going_words(messages, entry, steady) if stage is Stage.COMING else asking_words(messages, entry)
            waited = waited_words(steady - entry.began)
            return Shown(
                stage, entry.number, words, detail_words(messages, entry), waited, more, entry.note, entry.call.about
            )
    return Shown()


def asking_words(messages: Messages, entry: Entry) -> str:
    """`Kiosk 2 asks for help, in French.`; where the person wants it private, that they are to be reached quietly."""
    call = entry.call
    gettext = messages.gettext
    language = language_name(messages, call.language)
    if not call.kiosk:
        text = gettext("The kiosk asks for help quietly, in {language}.") if call.private else ""
        return (text or gettext("The kiosk asks for help, in {language}.")).format(language=language)
    text = gettext("Kiosk {number} asks for help quietly, in {language}.") if call.private else ""
    return (text or gettext("Kiosk {number} asks for help, in {language}.")).format(
        number=call.kiosk, language=language
    )


def going_words(messages: Messages, entry: Entry, steady: float) -> str:
    """`Samira goes to kiosk 2 in 2 minutes.`"""
    answer = entry.answer(steady)
    gettext = messages.gettext
    if entry.call.kiosk:
        now = gettext("{name} goes to kiosk {number} now.")
        later = messages.ngettext(
            "{name} goes to kiosk {number} in {count} minute.",
            "{name} goes to kiosk {number} in {count} minutes.",
            answer.minutes,
        )
    else:
        now = gettext("{name} goes to the kiosk now.")
        later = messages.ngettext(
            "{name} goes to the kiosk in {count} minute.",
            "{name} goes to the kiosk in {count} minutes.",
            answer.minutes,
        )
    return (later if answer.minutes else now).format(name=entry.name, number=entry.call.kiosk, count=answer.minutes)


def detail_words(messages: Messages, entry: Entry) -> str:
    """How the person uses the kiosk, where that changes how to help; empty where there is nothing to say."""
    gettext = messages.gettext
    facts = (
        gettext("large letters") if entry.call.letters else "",
        gettext("listens to the screen") if entry.call.listening else "",
    )
    return " · ".join(filter(None, facts))


def minutes_words(messages: Messages, minutes: int) -> str:
    """`Now`, `1 minute`, `5 minutes`."""
    if not minutes:
        return messages.gettext("Now")
    return messages.ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def waited_words(seconds: float) -> str:
    """Minutes and seconds as on a watch: `1:20`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


@QmlElement
@QmlUncreatable("made by the application")
class CallsViewModel(QObject):  # type: ignore[operator]
    """Shows the call that has waited longest, and answers it in the name of whoever is signed in.

    `board` is what the kiosks talk to, in threads of their own. `arrived` is emitted with the words of each new call.
    """

    changed = Signal()
    arrived = Signal(str)
    board_changed = Signal()
    """Something about today's calls is different; for pages that list them all."""

    _heard = Signal(object)

    def __init__(
        self,
        now: Callable[[], object],
        messages: Callable[[], Messages],
        name: Callable[[], str],
        topic: Callable[[tuple[str, ...]], str],
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`now` gives an aware time; `name` whoever is signed in, who is empty while nobody is; `topic` names life
        events in their language.
        """
        super().__init__()
        self._messages = messages
        self._name = name
        self._topic = topic
        self._steady = steady
        self.board = Board(now, steady, self._heard.emit)  # type: ignore[arg-type]
        self._answering = 0
        self._known: frozenset[int] = frozenset()
        self._shown = Shown()
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._second = QTimer(self)
        self._second.setInterval(_SWEEP_EVERY_MS)
        self._second.timeout.connect(self.tick)
        self._second.start()

    @Property(str, notify=changed)
    def stage(self) -> str:
        """`quiet`, `waiting`, `answering` or `coming`."""
        return self._shown.stage

    @Property(str, notify=changed)
    def words(self) -> str:
        """Who asks, and in which language."""
        return self._shown.words

    @Property(str, notify=changed)
    def detail(self) -> str:
        """How the person uses the kiosk; may be empty."""
        return self._shown.detail

    @Property(str, notify=changed)
    def topic(self) -> str:
        """What it is about, once it is being answered; empty where the person has not let staff know."""
        is_answered = self._shown.stage is Stage.ANSWERING
        return self._topic(self._shown.about) if is_answered and self._shown.about else ""

    @Property(str, notify=changed)
    def waited(self) -> str:
        """How long they have waited: `1:20`."""
        return self._shown.waited

    @Property(int, notify=changed)
    def more(self) -> int:
        """How many others wait."""
        return self._shown.more

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is on the screen of the kiosk already."""
        return self._shown.note

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def minuteKeys(self) -> list[str]:
        """In how many minutes one may come; each is its own key."""
        return [str(minutes) for minutes in OFFERED_MINUTES]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def minutes(self) -> list[str]:
        """Those minutes in words: `Now`, `1 minute`."""
        messages = self._messages()
        return [minutes_words(messages, minutes) for minutes in OFFERED_MINUTES]

    @Property(int, constant=True)
    def longestNote(self) -> int:
        """How many characters a note may have."""
        return LONGEST_NOTE

    @Slot()
    def go(self) -> None:
        """F1: choose when to be there; pressed again, at once; once on the way, that one is there."""
        match self._shown.stage:
            case Stage.WAITING if self._name():
                self._answering = self._shown.number
                self._show()
            case Stage.ANSWERING:
                self.come(0)
            case Stage.COMING:
                self._answer(lambda number: self.board.finish(number))
            case _:
                pass

    @Slot()
    def leave(self) -> None:
        """Choose nothing yet; the call goes on waiting."""
        self._answering = 0
        self._show()

    @Slot(int)
    def come(self, minutes: int) -> None:
        """Be there in so many minutes, 0 for now."""
        if self._name():
            self._answer(lambda number: self.board.come(self._name(), min(MOST_MINUTES, max(0, minutes)), number))

    @Slot()
    def refuse(self) -> None:
        """Nobody is free: the kiosk names the desk and 211."""
        self._answer(lambda number: self.board.refuse(number))

    @Slot()
    def finish(self) -> None:
        """Somebody is with the person."""
        self._answer(lambda number: self.board.finish(number))

    @Slot(str)
    def write(self, note: str) -> None:
        """Show a note on the screen of the person who asks."""
        if note.strip():
            self._answer(lambda number: self.board.write(" ".join(note.split())[:LONGEST_NOTE], number), keep=True)

    @Slot()
    def tick(self) -> None:
        """One second later: calls whose kiosks fell silent are over."""
        self.board.sweep()
        self._show()

    def rest(self) -> None:
        """Show nothing more, as when the window closes; what kiosks still say is answered by the board."""
        self._second.stop()
        self._heard.disconnect(self._hear)

    @Slot()
    def say_again(self) -> None:
        """The language, or whoever is signed in, is another."""
        if not self._name():
            self._answering = 0
        self._show()

    def _answer(self, answer: Callable[[int], None], *, keep: bool = False) -> None:
        number = self._shown.number
        if not keep:
            self._answering = 0
        # The person may have left a moment ago: the banner shows it.
        with suppress(NoSuchCallError):
            answer(number)
        self._show()

    @Slot(object)
    def _hear(self, entry: Entry) -> None:
        self._show()
        if entry.number not in self._known and entry.is_waiting:
            self.arrived.emit(asking_words(self._messages(), entry))
        self._known |= {entry.number}
        self.board_changed.emit()

    def _show(self) -> None:
        shown = shown_of(self._messages(), self.board.entries, self._steady(), self._answering)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
