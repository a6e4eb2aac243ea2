"""How kiosks, catalogue and what waits to leave are doing."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.catalogue.reading import load
from kiosk.counter.calling.calls import Call, Ping, PrinterState, Report, new_call_id
from kiosk.counter.fleet import AWAY_AFTER_S
from kiosk.counter.needs import Flag, Reason, Setting, UnmetNeed, keep
from kiosk.counter.status import (
    KioskState,
    Outbox,
    Trouble,
    Waiting,
    catalogue_status,
    checked_on,
    heard_ago,
    outbox_of,
    status_of,
)
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.counter.conftest import MORNING

NOW_S = int(MORNING.timestamp())


@pytest.fixture(scope="module")
def catalogue(catalogue_file):
    return load(catalogue_file)


@pytest.fixture
def status(board, steady):
    """The status of a kiosk that reports so much, as the counter works it out."""

    def _status(later=0, alone=False, **said):
        board.hear(Ping(Report(**{"kiosk": 2, "numbered": True, "clock": NOW_S, "catalogue": 7} | said)))
        steady.seconds += later
        return status_of(board.fleet.kiosks[0], board.entries, steady(), 7, alone=alone)

    return _status


def test_a_kiosk_without_trouble_is_working(status):
    assert (status().state, status().troubles) == (KioskState.WORKING, ())


def test_a_kiosk_that_is_silent_is_off_and_says_nothing_of_its_paper(status):
    found = status(later=AWAY_AFTER_S, printer=PrinterState.PAPER_OUT)

    assert (found.state, found.troubles) == (KioskState.OFF, ())


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ({"printer": PrinterState.PAPER_OUT}, Trouble.PAPER_OUT),
        ({"printer": PrinterState.OFFLINE}, Trouble.PRINTER_OFFLINE),
        ({"printer": PrinterState.STOPPED}, Trouble.PRINTER_STOPPED),
        ({"clock": NOW_S + 121}, Trouble.CLOCK_WRONG),
        ({"clock": NOW_S - 3600}, Trouble.CLOCK_WRONG),
        ({"disk_low": True}, Trouble.DISK_LOW),
        ({"catalogue": 6}, Trouble.OTHER_CATALOGUE),
    ],
)
def test_each_trouble_is_told(status, said, trouble):
    found = status(**said)

    assert (found.state, found.troubles) == (KioskState.TROUBLE, (trouble,))


@pytest.mark.parametrize("said", [{"printer": PrinterState.NONE}, {"printer": PrinterState.UNKNOWN}, {"catalogue": 0}])
def test_what_is_not_known_is_no_trouble(status, said):
    assert status(**said).state is KioskState.WORKING


def test_a_call_goes_before_everything_else(board, status):
    board.hear(Call(new_call_id(), kiosk=2, language="fr"))

    found = status(printer=PrinterState.PAPER_OUT)

    assert (found.state, found.call.number, found.coming) == (KioskState.HELP, 1, False)
    board.come("Samira", 2)
    assert status().coming


def test_the_call_of_another_kiosk_is_not_its_own(board, status):
    board.hear(Call(new_call_id(), kiosk=3))
    board.hear(Call(new_call_id(), kiosk=0))

    assert status().state is KioskState.WORKING


def test_a_call_without_a_number_is_of_the_only_kiosk(board, status):
    board.hear(Call(new_call_id(), kiosk=0))

    assert status(alone=True).state is KioskState.HELP


def test_a_kiosk_is_closed_once_it_says_so_itself(board, status):
    status()
    board.fleet.close(2, True)

    assert status(in_use_since=NOW_S).state is KioskState.CLOSING
    assert status(closed=True).state is KioskState.CLOSED


def test_a_clock_set_back_never_makes_a_kiosk_heard_in_the_future(board, status):
    status()

    assert heard_ago(board.fleet.kiosks[0], MORNING - timedelta(hours=1)) == timedelta()


def test_what_waits_to_leave_is_counted_with_its_oldest_day(tmp_path):
    file = tmp_path / "state.db"
    keep(file, UnmetNeed(Reason.CLOSED), Setting("2026-03-12T10", 2, "fr"))
    keep(file, UnmetNeed(Reason.CLOSED), Setting("2026-03-10T09", 2, "fr"))
    keep(file, Flag(), Setting("2026-03-11T09", 2, "fr"))

    with closing(open_state(file, MIGRATIONS)) as state:
        outbox = outbox_of(state)

    assert outbox == Outbox(Waiting(2, date(2026, 3, 10)), Waiting(1, date(2026, 3, 11)), Waiting())


def test_a_catalogue_is_counted_and_what_is_past_its_date_is_listed(catalogue):
    on_time = catalogue_status(catalogue, date(2026, 3, 12))
    late = catalogue_status(catalogue, date(2028, 1, 1))

    assert (on_time.services, on_time.situations) == (len(catalogue.services), len(catalogue.bundles))
    assert on_time.due_bundles == ()
    assert len(late.due_bundles) == sum(bundle.review_date is not None for bundle in catalogue.bundles.values())
    assert late.due == len(late.due_services) + len(late.due_bundles)
    assert [due.checked for due in late.due_services] == sorted(due.checked for due in late.due_services)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [("2026", date(2026, 12, 31)), ("2026-02", date(2026, 2, 28)), ("2026-12", date(2026, 12, 31)),
     ("2026-03-09", date(2026, 3, 9))],
)  # fmt: skip
def test_a_date_without_a_day_counts_from_its_end(catalogue, as_of, day):
    service = next(iter(catalogue.services.values()))

    assert checked_on(replace(service, source=replace(service.source, as_of=as_of))) == day
