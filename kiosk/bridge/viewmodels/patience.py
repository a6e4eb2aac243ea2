"""How long the kiosk waits for someone who has gone quiet, and what it asks before it forgets them.

The last page asks nothing: it counts down where everyone can see it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.config import Site, Timeouts
from kiosk.languages import N_, Messages
from kiosk.visit.comfort import Comfort
from kiosk.visit.quiet import seconds_of_quiet
from kiosk.visit.visit import Page, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

ALARMS = (30, 15, 5)
"""Seconds before the end at which the question is heard again; it looks more urgent from each of them on."""

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)
_WATCH_EVERY_MS = 5000
_SLEPT_S = 5.0
_QUESTION = N_("Are you still there?")
_ERASED = N_("Your answers will then be erased.")
_STAY = N_("Yes, I need more time")
_TAKE = N_("Take my plan now")
_FINISH = N_("I am finished. Erase.")


@dataclass(frozen=True, slots=True)
class Words:
    """The question in one language."""

    language: str
    question: str
    erased: str
    stay: str
    take: str
    finish: str


def words_in(messages: Messages) -> Words:
    """The question in the language of `messages`."""
    gettext = messages.gettext
    return Words(
        messages.language, gettext(_QUESTION), gettext(_ERASED), gettext(_STAY), gettext(_TAKE), gettext(_FINISH)
    )


def languages_of_question(site: Site, language: str) -> tuple[str, ...]:
    """The language shown, and an office language beside it: whoever has come since may not read the first."""
    others = [other for other in site.office_languages if other != language]
    return (language, *others[:1])


def seconds_asleep() -> float:
    """How long this machine has slept since it was started, in seconds; 0 where the system does not tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) - time.monotonic() if boot is not None else 0.0


@QmlElement
@QmlUncreatable("made by the application")
class PatienceViewModel(QObject):  # type: ignore[operator]
    """Counts the quiet, asks "Are you still there?", counts down, and ends the visit.

    Watch a window with `installEventFilter`: any touch or key begins the quiet anew. While the question stands, keys
    answer it (they stay; whoever listens may go through the answers, which is `choosing`), touches must choose. All of
    it is counted in steady seconds of a machine that is awake, so that no correction of the clock erases a visit or
    keeps it. Where the machine has slept, whoever is there then is asked at once, and has the whole time to answer.
    """

    changed = Signal()
    counted = Signal(int)
    """Seconds until the last page erases the visit: when the page opens, at every touch, and every second."""

    alarmed = Signal(int)
    """The question should be heard now: with the seconds left, when it is put and at each of `ALARMS`."""

    gave_up = Signal()
    """Nobody has answered the question; the visit is erased next."""

    def __init__(
        self,
        session: Session,
        timeouts: Timeouts,
        comfort: Callable[[], Comfort],
        words_of: Callable[[str], Messages],
        called: Callable[[], bool] = lambda: False,
        asleep: Callable[[], float] = seconds_asleep,
        usual: Comfort | None = None,
    ) -> None:
        """`comfort` tells how the person uses the screen now, `called` whether somebody is on the way to them,
        `asleep` how many seconds the machine has slept, and `usual` how everyone begins.
        """
        super().__init__()
        self._session = session
        self._timeouts = timeouts
        self._comfort = comfort
        self._words_of = words_of
        self._called = called
        self._asleep = asleep
        self._usual = usual
        self._slept = 0.0
        self._words: tuple[Words, ...] = ()
        self._left = 0
        self._until_erased = 0
        self._extended = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.ask)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_EVERY_MS)
        self._watch.timeout.connect(self.look_at_sleep)
        session.changed.connect(self._begin)
        session.moved.connect(self._forget_extension)

    @Property(bool, notify=changed)
    def warning(self) -> bool:
        """Whether the question stands on the screen."""
        return self._left > 0

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Seconds until the visit is erased."""
        return self._left

    @Property(float, notify=changed)
    def partLeft(self) -> float:
        """The part of the question's time that is left, from 1 to 0."""
        return self._left / self._timeouts.warning_s

    @Property(int, notify=changed)
    def urgency(self) -> int:
        """0, then 1 from 15 seconds on, then 2 from 5: what is seen of the alarms that are heard."""
        return sum(self._left <= alarm for alarm in ALARMS[1:])

    @Property(bool, notify=changed)
    def canTake(self) -> bool:
        """Whether there is a plan to take away."""
        return bool(self._session.visit.bundles)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The languages of the question: the one shown, and an office language of the site beside it."""
        return [words.language for words in self._words]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def questions(self) -> list[str]:
        """`Are you still there?`, in each of those; so the others."""
        return [words.question for words in self._words]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def erased(self) -> list[str]:
        """What happens then."""
        return [words.erased for words in self._words]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def staying(self) -> list[str]:
        """The big button."""
        return [words.stay for words in self._words]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def taking(self) -> list[str]:
        """The way to the slip."""
        return [words.take for words in self._words]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def finishing(self) -> list[str]:
        """The way out."""
        return [words.finish for words in self._words]

    @Slot()
    def ask(self) -> None:
        """Put the question now; the last screen and the first ask nothing and end the visit."""
        if self._session.visit.page in (Page.DONE, Page.ATTRACT):
            self.finish()
            return
        languages = languages_of_question(self._session.site, self._session.language)
        self._words = tuple(words_in(self._words_of(language)) for language in languages)
        self._left = self._timeouts.warning_s
        self._second.start()
        self.changed.emit()
        self.alarmed.emit(self._left)

    @Slot()
    def tick(self) -> None:
        """One second less, of the question or of the last page; after the last the visit is erased."""
        if 1 in (self._until_erased, self._left):
            if self._left == 1:
                self.gave_up.emit()
            self.finish()
        elif self._until_erased:
            self._until_erased -= 1
            self.counted.emit(self._until_erased)
        else:
            self._left -= 1
            self.changed.emit()
            if self._left in ALARMS:
                self.alarmed.emit(self._left)

    @Slot()
    def look_at_sleep(self) -> None:
        """Where the machine has slept since the last look, ask whoever is there now, from the start if need be."""
        slept, self._slept = self._asleep() - self._slept, self._asleep()
        if slept < _SLEPT_S or self._session.visit.page is Page.ATTRACT:
            return
        if self._session.visit.page is Page.DONE:
            self._begin()
        else:
            self.ask()

    @Slot()
    def stay(self) -> None:
        """Go on where the person was; it may be asked any number of times."""
        self._left = 0
        self._second.stop()
        self.changed.emit()
        self._begin()

    def choosing(self) -> None:
        """Somebody goes through the answers: the question stands, and its time begins anew."""
        if self.warning:
            self._left = self._timeouts.warning_s
            self._second.start()
            self.changed.emit()

    @Slot()
    def takePlan(self) -> None:
        """Go on, at the screen that hands the plan over."""
        self.stay()
        self._session.do(lambda visit: going_to(visit, Page.TAKE))

    @Slot()
    def finish(self) -> None:
        """Erase the visit now."""
        self._left = self._until_erased = 0
        self._second.stop()
        self._session.end()
        self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Count from now, as after a touch."""
        self._begin()

    @Slot()
    def extend(self) -> None:
        """More time on this page, as long as it shows."""
        self._extended = True
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice touches and keys; none is taken away from the window, but the key that answers the question."""
        if event.type() in _TOUCHES:
            if self.warning and event.type() == QEvent.Type.KeyPress:
                self.stay()
                return True
            if not self.warning:
                self._begin()
        return False

    @Slot()
    def _begin(self) -> None:
        if self.warning:
            return
        page = self._session.visit.page
        comfort, called = self._comfort(), self._called()
        seconds = seconds_of_quiet(page, self._timeouts, comfort, called=called, usual=self._usual)
        seconds *= 3 if self._extended else 1
        self._keep_watch(page is not Page.ATTRACT)
        self._until_erased = seconds if page is Page.DONE else 0
        if self._until_erased:
            self._quiet.stop()
            self._second.start()
            self.counted.emit(self._until_erased)
            return
        self._second.stop()
        if seconds:
            self._quiet.start(seconds * 1000)
        else:
            self._quiet.stop()

    def _keep_watch(self, wanted: bool) -> None:
        if not wanted:
            self._watch.stop()
        elif not self._watch.isActive():
            self._slept = self._asleep()
            self._watch.start()

    @Slot()
    def _forget_extension(self) -> None:
        if self._extended:
            self._extended = False
            self._begin()
