"""How long a screen may stand untouched."""

import pytest

from kiosk.config import Timeouts
from kiosk.visit.comfort import Comfort
from kiosk.visit.quiet import seconds_of_quiet
from kiosk.visit.visit import Page

TIMES = Timeouts()


@pytest.mark.parametrize(
    ("page", "comfort", "seconds"),
    [
        (Page.ATTRACT, Comfort(), 0),
        (Page.ATTRACT, Comfort(letters=2, more_time=True), 0),
        (Page.HOME, Comfort(), TIMES.home_s),
        (Page.HOME, Comfort(letters=1), TIMES.home_s * 2),
        (Page.QUESTION, Comfort(), TIMES.questions_s),
        (Page.QUESTION, Comfort(listening=True), TIMES.questions_s * 2),
        (Page.QUESTION, Comfort(steady=True), TIMES.questions_s * 2),
        (Page.QUESTION, Comfort(more_time=True), TIMES.questions_s * 3),
        (Page.PLAN, Comfort(letters=2, listening=True), TIMES.questions_s * 2),
        (Page.PLAN, Comfort(letters=2, more_time=True), TIMES.questions_s * 6),
        (Page.URGENT, Comfort(), TIMES.questions_s),
        (Page.SEARCH, Comfort(), TIMES.questions_s * 2),
        (Page.STEP, Comfort(), TIMES.questions_s * 2),
        (Page.TAKE, Comfort(letters=1), TIMES.questions_s * 2),
        (Page.DONE, Comfort(), TIMES.done_s),
        (Page.DONE, Comfort(letters=2), TIMES.done_s * 2),
        (Page.FEEDBACK, Comfort(), TIMES.home_s),
    ],
)
def test_how_long_a_page_may_stand_untouched(page, comfort, seconds):
    assert seconds_of_quiet(page, TIMES, comfort) == seconds


def test_whoever_waits_for_a_person_is_given_longer_than_a_call_may_go_unanswered():
    from kiosk.counter.calling.calls import UNANSWERED_AFTER_S

    assert seconds_of_quiet(Page.HELP, TIMES, Comfort(), called=True) > UNANSWERED_AFTER_S


def test_more_time_is_ten_extensions_of_the_warning_or_more():
    assert seconds_of_quiet(Page.QUESTION, TIMES, Comfort(more_time=True)) >= 10 * TIMES.warning_s
