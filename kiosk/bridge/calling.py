"""A call for a person on its way to the counter: made when someone asks, followed until staff are there, taken back
when they leave.
"""

import time
from collections.abc import Callable
from enum import StrEnum

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.catalogue.model import BundleId
from kiosk.counter.calling.calls import (
    UNANSWERED_AFTER_S,
    Answer,
    Call,
    Ping,
    Pong,
    Reply,
    Request,
    Standing,
    Withdrawal,
    new_call_id,
)
from kiosk.counter.calling.line import Line
from kiosk.visit.comfort import Comfort
from kiosk.visit.single import is_single
from kiosk.visit.visit import Page

_PROMISED_MS = 2000
_ASK_WITHIN_S = 1.5
_FOLLOW_EVERY_MS = 1000
_LOOK_EVERY_MS = 5000


class Stage(StrEnum):
    """What the screen says of the counter, or of the call: no counter answers; one does; the call is on its way;
    staff have it; somebody comes; nobody is free; the counter fell silent; staff could not be told.
    """

    ABSENT = "absent"
    READY = "ready"
    CALLING = "calling"
    TOLD = "told"
    COMING = "coming"
    NOBODY = "nobody"
    LOST = "lost"
    FAILED = "failed"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody may still come."""
        return self in (Stage.CALLING, Stage.TOLD, Stage.COMING, Stage.NOBODY, Stage.LOST)


_STAGES = {Standing.TOLD: Stage.TOLD, Standing.COMING: Stage.COMING, Standing.NOBODY: Stage.NOBODY}


class Calling(QObject):
    """Asks in its own lane whether a counter answers, and keeps at most one call with it."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        line: Callable[[], Line],
        lane: Lane,
        comfort: Callable[[], Comfort],
        kiosk_number: int = 0,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`line` is called in the lane, for it may read the paired key; `steady` is a clock that never jumps."""
        super().__init__()
        self._session = session
        self._line = line
        self._lane = lane
        self._comfort = comfort
        self._number = kiosk_number
        self._steady = steady
        self._stage = Stage.ABSENT
        self._answer = Answer(Standing.OVER)
        self._call: Call | None = None
        self._began = 0.0
        self._asking = False
        self._tells_topic = False
        self._promise = self._timer(_PROMISED_MS, self._break_promise, single=True)
        self._following = self._timer(_FOLLOW_EVERY_MS, self._follow)
        self._looking = self._timer(_LOOK_EVERY_MS, self.look)
        session.changed.connect(self._follow_visit)
        session.ended.connect(self._leave)
        self._follow_visit()

    @property
    def stage(self) -> Stage:
        """How the counter, or the call, stands."""
        return self._stage

    @property
    def answer(self) -> Answer:
        """What the counter last said of the call."""
        return self._answer

    @property
    def topic(self) -> tuple[BundleId, ...]:
        """What the person's plan is about: the life events in it. Staff are told only once `tell_topic` says so.

        Empty where one of them is sensitive: that never leaves the kiosk, not even its name on this page.
        """
        catalogue = self._session.catalogue
        about = [bundle for bundle in self._session.visit.bundles if bundle in catalogue.bundles]
        return () if catalogue.is_sensitive(about) else tuple(bundle for bundle in about if not is_single(bundle))

    @property
    def tells_topic(self) -> bool:
        """Tell whether staff are told it, with the call that is open or the next one."""
        return self._tells_topic

    def tell_topic(self, *, tells: bool) -> None:
        """Tell staff what the plan is about, or not any more; the next person is asked anew."""
        if tells is not self._tells_topic:
            self._tells_topic = tells
            self._say_topic()
            self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Ask whether anybody is at the counter; the answer comes when it comes."""
        if self._call is None and not self._asking:
            self._asking = True
            self._ask(Ping(), self._seen)

    def call(self, *, private: bool = False) -> None:
        """Call a person to this kiosk; a `private` call is answered quietly. Does nothing while one is open."""
        if self._call is not None:
            return
        comfort = self._comfort()
        self._call = Call(
            new_call_id(), self._number, self._session.language, comfort.letters, comfort.listening, private
        )
        self._say_topic()
        self._began = self._steady()
        self._answer = Answer(Standing.TOLD)
        self._say(Stage.CALLING)
        self._promise.start()
        self._following.start()
        self._follow()

    def cancel(self) -> None:
        """The person does not need anybody any more."""
        if self._withdraw():
            self._say(Stage.READY)

    @Slot()
    def _follow(self) -> None:
        """Say the call again; one that is still being said is waited for."""
        call = self._call
        if call is not None and not self._asking:
            self._asking = True
            self._ask(call, lambda outcome: self._heard(outcome, call))

    def _heard(self, outcome: Outcome[Reply], call: Call) -> None:
        self._asking = False
        if self._call is not call:
            if self._call is not None:
                self._follow()
            return
        match outcome:
            case Ok(Answer(standing=Standing.OVER)):
                self._close()
                self._say(Stage.READY)
            case Ok(Answer() as answer):
                self._promise.stop()
                self._take_up(answer)
            case _ if self._stage is Stage.CALLING:
                self._fail()
            case _:
                self._say(Stage.LOST)

    def _take_up(self, answer: Answer) -> None:
        stage = _STAGES[answer.standing]
        if stage is Stage.TOLD and self._steady() - self._began >= UNANSWERED_AFTER_S:
            stage = Stage.NOBODY
        changed = answer != self._answer
        self._answer = answer
        self._say(stage, anyway=changed)

    @Slot()
    def _break_promise(self) -> None:
        """Two seconds have gone by, and staff have not been told."""
        if self._stage is Stage.CALLING:
            self._fail()

    def _fail(self) -> None:
        self._withdraw()
        self._say(Stage.FAILED)

    def _seen(self, outcome: Outcome[Reply]) -> None:
        self._asking = False
        if self._call is not None:
            self._follow()
            return
        attended = isinstance(outcome, Ok) and isinstance(outcome.value, Pong) and outcome.value.attended
        if self._stage is not Stage.FAILED or not attended:
            self._say(Stage.READY if attended else Stage.ABSENT)

    def _withdraw(self) -> bool:
        """Take back the call, if there is one, and tell whether there was."""
        call = self._call
        if call is None:
            return False
        self._close()
        self._ask(Withdrawal(call.id), lambda _outcome: None)
        return True

    def _close(self) -> None:
        self._call = None
        self._answer = Answer(Standing.OVER)
        self._promise.stop()
        self._following.stop()

    @Slot()
    def _leave(self) -> None:
        self._withdraw()
        self._tells_topic = False
        self._looking.stop()
        self._say(Stage.ABSENT)

    @Slot()
    def _follow_visit(self) -> None:
        """Look for a counter as long as somebody is there; the plan may have become about something else."""
        self._say_topic()
        if self._session.visit.page is not Page.ATTRACT and not self._looking.isActive():
            self._looking.start()
            self.look()

    def _say_topic(self) -> None:
        """From the next time that the call is said."""
        about = self.topic if self._tells_topic else ()
        if self._call is not None and self._call.about != about:
            self._call = structs.replace(self._call, about=about)

    def _ask(self, request: Request, done: Callable[[Outcome[Reply]], None]) -> None:
        line = self._line
        self._lane.run(lambda: line().ask(request, _ASK_WITHIN_S), done)

    def _say(self, stage: Stage, *, anyway: bool = False) -> None:
        if anyway or stage is not self._stage:
            self._stage = stage
            self.changed.emit()

    def _timer(self, interval: int, due: Callable[[], None], *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.timeout.connect(due)
        return timer
