"""The slip of a walk-in is read aloud without being handed over, and forgotten when the person leaves."""

from contextlib import closing

from kiosk.bridge.counter.reading_aloud import ReadingAloudViewModel
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import Page, Stop, Visit

VISIT = Visit("fr", (Stop(Page.PLAN),), (BundleId("losing-a-job"),))


class Heard:
    """A voice that only remembers what it was told."""

    paused = False

    def __init__(self):
        self.said, self.forgotten, self.closed = [], 0, False

    def say(self, utterance, pace, volume, earcon=None):
        self.said.append(utterance)

    def forget(self):
        self.forgotten += 1

    def close(self):
        self.closed = True


def reading(screen, heard):
    screen.session.do(lambda _: VISIT)
    view = ReadingAloudViewModel(screen.application.slips.handing, lambda: heard)
    view.toggle()
    screen.wait_until(lambda: bool(heard.said))
    return view


def test_it_is_read_in_the_languages_of_the_slip_and_no_sound_of_it_is_kept(show):
    screen, heard = show(page="walkIn"), Heard()

    reading(screen, heard)

    [utterance] = heard.said
    assert utterance.private
    assert {run.language for run in utterance.runs} == {"fr", "en"}


def test_the_same_key_makes_it_quiet_and_nothing_was_handed_over(show):
    screen, heard = show(page="walkIn"), Heard()
    view = reading(screen, heard)

    view.toggle()

    with closing(screen.application.open_state()) as state:
        [(issued,)] = state.execute("SELECT count(*) FROM referral_issued").fetchall()
    assert heard.forgotten == 1
    assert not view.property("reading")
    assert issued == 0


def test_it_falls_silent_with_the_person_who_leaves(show):
    screen, heard = show(page="walkIn"), Heard()
    view = reading(screen, heard)

    screen.session.end()
    view.let_go()

    assert heard.forgotten == 1
    assert heard.closed
