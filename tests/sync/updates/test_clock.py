"""Which clock judges signatures."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.sync.updates.clock import BUILT, Reference, reference
from kiosk.sync.updates.sources import Way

ISSUED = datetime(2027, 3, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("clock", "judged_by", "wrong"),
    [
        (ISSUED + HOUR, ISSUED + HOUR, False),
        (ISSUED + timedelta(days=3 * 365), ISSUED + timedelta(days=3 * 365), False),
        (ISSUED - HOUR, ISSUED, False),
        (ISSUED - timedelta(days=2), ISSUED, True),
        (ISSUED + timedelta(days=4 * 365), ISSUED, True),
        (datetime(1970, 1, 1, tzinfo=UTC), ISSUED, True),
    ],
)
def test_online_the_clock_is_believed_between_the_newest_signature_and_three_years_later(clock, judged_by, wrong):
    assert reference(clock, ISSUED, Way.NETWORK) == Reference(judged_by, wrong)


def test_a_stick_is_judged_by_the_newest_signature_whatever_the_clock_says():
    assert reference(ISSUED + timedelta(days=200), ISSUED, Way.STICK) == Reference(ISSUED, clock_is_wrong=False)


def test_before_any_signature_was_seen_no_clock_is_believed_that_shows_a_time_before_the_program_was_built():
    assert reference(datetime(1970, 1, 1, tzinfo=UTC), None, Way.NETWORK) == Reference(BUILT, clock_is_wrong=True)
    assert reference(ISSUED, None, Way.NETWORK) == Reference(ISSUED, clock_is_wrong=False)
    old = BUILT - timedelta(days=900)
    assert reference(BUILT, old, Way.STICK) == Reference(BUILT, clock_is_wrong=False)
