"""A call on its way: told within two seconds or not, followed, unanswered, lost, taken back."""

import pytest
from PySide6.QtCore import QTimer

from kiosk.bridge.calling import Calling, Stage
from kiosk.bridge.jobs import Lane
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.catalogue.model import BundleId
from kiosk.counter.calling.board import Board, End
from kiosk.counter.calling.calls import UNANSWERED_AFTER_S
from kiosk.counter.calling.frames import CounterSilentError
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import about, speaking
from tests.by_hand import ByHand


class Counter:
    """The counter at the other end of the line, which may be cut; `seconds` is its steady clock and the kiosk's."""

    def __init__(self, now):
        self.there = True
        self.seconds = 0.0
        self.board = Board(now, lambda: self.seconds, lambda entry: None)

    def ask(self, message, within):
        if not self.there:
            raise CounterSilentError("cut")
        return self.board.hear(message)


class Kiosk:
    """A kiosk whose timers and lane go on only when they are told to."""

    def __init__(self, session, comfort=None):
        self.session = session
        self.counter = Counter(session.now)
        self.executor = ByHand()
        self.lane = Lane(self.executor)
        self.calling = Calling(
            session, lambda: self.counter, self.lane, lambda: comfort or Comfort(), 2, lambda: self.counter.seconds
        )
        self.person = PersonViewModel(session, self.calling)

    def work(self, qapp):
        """Let the lane do what waits, and the window hear of it."""
        self.executor.run_all(qapp)

    def due(self, milliseconds):
        """The timer of this length goes off, if it runs."""
        for timer in self.calling.findChildren(QTimer):
            if timer.interval() == milliseconds and timer.isActive():
                timer.timeout.emit()

    @property
    def entry(self):
        return self.counter.board.entries[-1]


@pytest.fixture
def kiosk(session, qapp):
    session.do(lambda visit: speaking(visit, "en"))
    kiosk = Kiosk(session, Comfort(letters=2, listening=True))
    kiosk.work(qapp)
    return kiosk


@pytest.fixture
def called(kiosk, qapp):
    """A kiosk whose call staff have."""
    kiosk.person.call()
    kiosk.work(qapp)
    return kiosk


def test_there_is_a_button_when_a_counter_answers(kiosk):
    assert kiosk.calling.stage is Stage.READY
    assert kiosk.person.property("canCall")


def test_there_is_no_button_before_the_counter_has_answered(session):
    session.do(lambda visit: speaking(visit, "en"))

    assert not Kiosk(session).person.property("canCall")


def test_the_button_goes_when_the_counter_does(kiosk, qapp):
    kiosk.counter.there = False
    kiosk.due(5000)
    kiosk.work(qapp)

    assert not kiosk.person.property("canCall")


def test_the_button_goes_while_nobody_is_at_the_counter(kiosk, qapp):
    kiosk.counter.board.attended = False
    kiosk.due(5000)
    kiosk.work(qapp)

    assert not kiosk.person.property("canCall")


def test_staff_are_told_where_and_how_and_nothing_else(called):
    call = called.entry.call

    assert (call.kiosk, call.language, call.letters, call.listening, call.private) == (2, "en", 2, True, False)
    assert called.person.property("strong") == "Staff have been told."


def test_a_quiet_call_says_so_to_staff(kiosk, qapp):
    kiosk.person.callQuietly()
    kiosk.work(qapp)

    assert kiosk.entry.call.private


def test_the_screen_says_who_comes_and_when(called, qapp):
    called.counter.board.come("Samira", 2)
    called.due(1000)
    called.work(qapp)

    assert called.person.property("words") == "Samira is coming in about 2 minutes."


def test_two_seconds_without_an_answer_are_told_as_a_failure(kiosk):
    kiosk.person.call()

    kiosk.due(2000)

    assert kiosk.calling.stage is Stage.FAILED
    assert kiosk.person.property("canCall")


def test_a_call_that_was_given_up_is_taken_back_when_it_arrives_late(kiosk, qapp):
    kiosk.person.call()
    kiosk.due(2000)

    kiosk.work(qapp)

    assert kiosk.entry.end is End.LEFT
    assert kiosk.calling.stage is Stage.FAILED


def test_a_counter_that_is_gone_is_told_at_once(kiosk, qapp):
    kiosk.counter.there = False

    kiosk.person.call()
    kiosk.work(qapp)

    assert kiosk.person.property("strong") == "Staff could not be told."


def test_after_three_minutes_nobody_is_free_and_a_late_answer_still_arrives(called, qapp):
    called.counter.seconds = UNANSWERED_AFTER_S
    called.due(1000)
    called.work(qapp)
    assert called.person.property("strong") == "Nobody is free now."
    assert called.person.property("words") == "Go to the desk or phone 211."

    called.counter.board.come("Samira", 1)
    called.due(1000)
    called.work(qapp)

    assert called.person.property("words") == "Samira is coming in about 1 minute."


def test_a_lost_counter_is_told_and_found_again_with_the_call(called, qapp):
    called.counter.there = False
    called.due(1000)
    called.work(qapp)
    assert called.person.property("strong") == "The counter has stopped answering."

    called.counter.there = True
    called.counter.board = Board(called.session.now, lambda: 0.0, lambda entry: None)
    called.due(1000)
    called.work(qapp)

    assert called.calling.stage is Stage.TOLD
    assert len(called.counter.board.entries) == 1


def test_a_person_can_take_the_call_back(called, qapp):
    called.person.cancel()
    called.work(qapp)

    assert called.entry.end is End.LEFT
    assert called.person.property("canCall")


def test_whoever_leaves_takes_the_call_back(called, qapp):
    called.session.end()
    called.work(qapp)

    assert called.entry.end is End.LEFT
    assert called.calling.stage is Stage.ABSENT


def test_the_next_person_is_offered_a_call_again(called, qapp):
    called.session.end()
    called.work(qapp)

    called.session.do(lambda visit: speaking(visit, "fr"))
    called.work(qapp)

    assert called.person.property("canCall")


def test_staff_who_have_come_close_the_call(called, qapp):
    called.counter.board.finish()
    called.due(1000)
    called.work(qapp)

    assert called.calling.stage is Stage.READY


def test_what_staff_write_is_shown(called, qapp):
    called.counter.board.write("I bring a pen.")
    called.due(1000)
    called.work(qapp)

    assert called.person.property("note") == "I bring a pen."


def test_one_question_at_a_time_is_on_the_line(called):
    for _ in range(5):
        called.due(1000)

    assert len(called.executor.waiting) == 1


def planning(kiosk, *bundles):
    """Somebody makes a plan of these life events."""
    kiosk.session.do(lambda visit: about(visit, *map(BundleId, bundles)))


def test_staff_are_not_told_what_the_plan_is_about_unless_the_person_says_so(kiosk, qapp):
    planning(kiosk, "losing-a-job")
    assert kiosk.person.property("topic") == "Losing a job"
    assert not kiosk.person.property("tellsTopic")

    kiosk.person.call()
    kiosk.work(qapp)

    assert kiosk.entry.call.about == ()


def test_whoever_ticks_it_tells_staff_with_the_call_and_what_the_plan_becomes_after_it(kiosk, qapp):
    planning(kiosk, "losing-a-job")
    kiosk.person.tellTopic(True)
    kiosk.person.call()
    kiosk.work(qapp)
    assert kiosk.entry.call.about == ("losing-a-job",)

    planning(kiosk, "moving-house")
    kiosk.due(1000)
    kiosk.work(qapp)

    assert kiosk.entry.call.about == ("losing-a-job", "moving-house")


def test_it_may_be_ticked_and_unticked_while_staff_are_waited_for(called, qapp):
    planning(called, "losing-a-job")
    for tells, told in ((True, ("losing-a-job",)), (False, ())):
        called.person.tellTopic(tells)
        called.due(1000)
        called.work(qapp)

        assert called.entry.call.about == told
        assert called.calling.stage is Stage.TOLD


def test_a_sensitive_plan_is_never_named_to_staff(kiosk, qapp):
    planning(kiosk, "losing-a-job")
    kiosk.person.tellTopic(True)

    planning(kiosk, "fleeing-violence")
    kiosk.person.call()
    kiosk.work(qapp)

    assert kiosk.person.property("topic") == ""
    assert kiosk.entry.call.about == ()


def test_the_next_person_is_asked_anew(kiosk, qapp):
    planning(kiosk, "losing-a-job")
    kiosk.person.tellTopic(True)
    kiosk.session.end()
    kiosk.work(qapp)

    kiosk.session.do(lambda visit: speaking(visit, "en"))
    planning(kiosk, "moving-house")

    assert not kiosk.calling.tells_topic


def test_without_a_plan_or_a_counter_there_is_nothing_to_tick(kiosk, qapp):
    assert kiosk.person.property("topic") == ""

    planning(kiosk, "losing-a-job")
    kiosk.counter.there = False
    kiosk.due(5000)
    kiosk.work(qapp)

    assert kiosk.person.property("topic") == ""
