"""The day of a fleet is reckoned as `python -m bench.fleet` says."""

import pytest

from bench.capacity import Capacity, Cost
from bench.fleet import day

QUICK = Capacity(seconds=Cost(0.003, 0.00005), up=Cost(300, 25), down=180)


def test_every_record_reaches_the_hub_by_the_evening() -> None:
    told = day(40, QUICK)

    assert told.records == 40 * 200
    assert told.up == pytest.approx(told.exchanges * 300 + told.records * 25)
    assert told.given_up == 0


def test_nobody_reaches_a_hub_that_is_away() -> None:
    told = day(40, QUICK)

    assert sum(told.asked[12 * 3600 : 14 * 3600]) == 0
    assert told.in_vain > 40
    assert told.last_back > 14 * 3600


def test_nobody_asks_without_a_line_and_everybody_within_five_minutes_of_it() -> None:
    told = day(40, QUICK)

    assert sum(told.asked[17 * 3600 : 17 * 3600 + 1800]) == 0
    assert sum(told.asked[17 * 3600 + 1800 : 17 * 3600 + 2100]) > 30


def test_kiosks_that_all_ask_at_once_wait_for_one_another() -> None:
    slow = Capacity(seconds=Cost(2, 0), up=Cost(300, 25), down=180)

    spread, at_once = (day(40, slow, first_asks=(0, within), after_the_line=(0, within)) for within in (300, 0))

    assert at_once.longest_queue > 2 * spread.longest_queue
    assert at_once.longest_wait > 2 * spread.longest_wait


def test_a_hub_with_too_many_waiting_sends_kiosks_away_and_they_come_again() -> None:
    slow = Capacity(seconds=Cost(0.1, 0), up=Cost(300, 25), down=180)

    told = day(400, slow, first_asks=(0, 0), after_the_line=(0, 0))

    assert told.longest_queue == 200
    assert told.sent_away > 100
    assert told.records == 400 * 200


def test_a_hub_that_is_too_slow_is_asked_again_and_again() -> None:
    told = day(40, Capacity(seconds=Cost(40, 0), up=Cost(300, 25), down=180))

    assert told.given_up > 0
    assert told.longest_wait > 30
