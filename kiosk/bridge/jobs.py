"""Work in the background: lanes of one thread each, whose jobs take values and come back with an outcome."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.errors import KioskError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The job's value."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """What the world did instead."""

    error: KioskError


Outcome = Ok[T] | Err


class Lane(QObject):
    """One lane: jobs run one after the other; their outcomes arrive in the window's thread.

    A bug in a job is raised in the window's thread, where the hook for bugs sees it.
    """

    _finished = Signal(object)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self._refusing = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        """Run `job` in the lane and hand its outcome to `done`; nothing happens once the lane is closed."""
        if self._refusing:
            return
        future: Future[T] = self._executor.submit(job)
        future.add_done_callback(lambda finished: self._finished.emit((finished, done)))

    def close(self) -> None:
        """Refuse more work and wait for what is running."""
        self._refusing = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, message: tuple[Future[T], Callable[[Outcome[T]], None]]) -> None:
        future, done = message
        if self._refusing or future.cancelled():
            return
        try:
            outcome: Outcome[T] = Ok(future.result())
        except KioskError as error:
            outcome = Err(error)
        done(outcome)
