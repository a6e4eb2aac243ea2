"""A badge never waits in a printer."""

from threading import Event

import pytest

from kiosk import paths
from kiosk.bridge.counter.badge_printing import BadgePrinting, printed
from kiosk.bridge.jobs import Lane
from kiosk.languages.shipped import words_of
from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.badge import BadgeCard
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import SlipError, Typesetter
from tests.by_hand import ByHand


class Desk:
    """A printer that goes through these states, one a look, and knows what was taken back."""

    def __init__(self, *states):
        self.states = list(states)
        self.cancelled = []

    def print(self, document):
        return self.poll(JobId("7"))

    def poll(self, job):
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return PrintOutcome(state, job)

    def look(self):
        return None

    def cancel(self, job):
        self.cancelled.append(job)


@pytest.fixture(scope="module")
def document():
    card = BadgeCard("Samira", "Centre", "en", "GB1-6OQZ4EZ7BULIUUGJE3CPDHTGQZKJMG3CBBGV4GC2")
    return Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts").typeset_badge(card, Paper.LETTER)


@pytest.fixture
def gone():
    """Nobody stays to look: each wait is over at once."""
    event = Event()
    event.wait = lambda _seconds: True
    return event


def test_a_badge_is_followed_until_it_is_out(document, gone):
    desk = Desk(PrintState.PRINTING, PrintState.PRINTING, PrintState.PRINTED)

    assert printed(desk, document, gone) is PrintState.PRINTED
    assert desk.cancelled == []


@pytest.mark.parametrize("state", [PrintState.PAPER_OUT, PrintState.OFFLINE, PrintState.STOPPED])
def test_a_badge_that_would_wait_is_taken_back(document, gone, state):
    desk = Desk(PrintState.PRINTING, state)

    assert printed(desk, document, gone) is state
    assert desk.cancelled == [JobId("7")]


def test_a_badge_that_does_not_come_within_a_minute_is_taken_back(document, gone):
    desk = Desk(PrintState.PRINTING)

    assert printed(desk, document, gone) is PrintState.CANCELLED
    assert desk.cancelled == [JobId("7")]


def test_a_counter_that_closes_takes_it_back(document):
    leaving = Event()
    leaving.set()
    desk = Desk(PrintState.PRINTING)

    assert printed(desk, document, leaving) is PrintState.CANCELLED
    assert desk.cancelled == [JobId("7")]


def test_the_page_hears_how_it_fares(document, qapp):
    hand = ByHand()
    told = []
    printing = BadgePrinting(Desk(PrintState.PRINTED), Lane(hand), lambda: words_of("en"))
    printing.told.connect(told.append)

    printing.send(lambda: document)
    assert printing.property("coming")
    hand.run_all(qapp)

    assert printing.property("printed")
    assert told == ["The badge is printing.", "The badge is printed."]


def test_a_badge_that_cannot_be_made_is_told(qapp):
    def unmade():
        raise SlipError("no template")

    hand = ByHand()
    printing = BadgePrinting(Desk(PrintState.PRINTED), Lane(hand), lambda: words_of("en"))

    printing.send(unmade)
    hand.run_all(qapp)

    assert printing.property("news") == "The badge was not printed. Look at the printer, then print again."


def test_without_a_printer_nothing_is_sent(document, qapp):
    hand = ByHand()
    printing = BadgePrinting(None, Lane(hand), lambda: words_of("en"))

    printing.send(lambda: document)

    assert hand.waiting == []
    assert not printing.property("possible")
