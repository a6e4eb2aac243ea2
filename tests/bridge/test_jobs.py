"""Work in the background, drained by hand."""

from concurrent.futures import Executor, Future

import pytest

from kiosk.bridge.jobs import Err, Lane, Ok
from kiosk.errors import KioskError


class DiskFullError(KioskError):
    code = "disk_full"


class Drained(Executor):
    """Runs nothing until it is told to."""

    def __init__(self):
        self._waiting = []

    def submit(self, job, /, *args, **kwargs):
        future = Future()
        self._waiting.append((future, job))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        if cancel_futures:
            for future, _job in self._waiting:
                future.cancel()
        self._waiting.clear()

    def run_all(self):
        while self._waiting:
            future, job = self._waiting.pop(0)
            try:
                future.set_result(job())
            except Exception as error:
                future.set_exception(error)


@pytest.fixture
def executor():
    return Drained()


@pytest.fixture
def lane(qapp, executor):
    return Lane(executor)


def fail(error):
    raise error


def test_an_outcome_arrives_in_the_windows_thread_in_order(qapp, lane, executor):
    outcomes = []
    lane.run(lambda: 1, outcomes.append)
    lane.run(lambda: 2, outcomes.append)

    executor.run_all()
    assert outcomes == []
    qapp.processEvents()

    assert outcomes == [Ok(1), Ok(2)]


def test_what_the_world_did_is_an_outcome(qapp, lane, executor):
    outcomes = []
    error = DiskFullError("no space")
    lane.run(lambda: fail(error), outcomes.append)

    executor.run_all()
    qapp.processEvents()

    assert outcomes == [Err(error)]


def test_a_bug_in_a_job_is_raised_where_the_hook_for_bugs_sees_it(qapp, qtbot, lane, executor):
    outcomes = []
    lane.run(lambda: fail(ZeroDivisionError()), outcomes.append)

    with qtbot.capture_exceptions() as raised:
        executor.run_all()
        qapp.processEvents()

    assert [kind for kind, _value, _trace in raised] == [ZeroDivisionError]
    assert outcomes == []


def test_a_closed_lane_takes_no_work_and_delivers_none(qapp, lane, executor):
    outcomes = []
    lane.run(lambda: 1, outcomes.append)
    executor.run_all()

    lane.close()
    lane.run(lambda: 2, outcomes.append)
    executor.run_all()
    qapp.processEvents()

    assert outcomes == []


def test_what_waits_is_dropped_when_the_lane_closes(qapp, lane):
    outcomes = []
    lane.run(lambda: 1, outcomes.append)

    lane.close()
    qapp.processEvents()

    assert outcomes == []
