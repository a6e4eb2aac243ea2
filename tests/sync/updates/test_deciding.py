"""What lies over the catalogue stays over it, whatever edition comes; what stewards decided comes with it."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from kiosk.catalogue.model import PhoneId, ServiceId
from kiosk.counter.corrections.exchange import exported, merge
from kiosk.counter.corrections.keeping import Wrong, accept, correct, open_flags, raise_flag
from kiosk.counter.corrections.tables import corrections_where
from kiosk.counter.corrections.values import About, Field, FlagState, NumberValue, Saying, Subject
from kiosk.counter.corrections.watching import Watch
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.sync.updates.outcomes import Updated, UpToDate
from tests.sync.updates.conftest import FIRST, SECOND
from tests.sync.updates.reference import NOW

LINE = Subject(About.NUMBER, "dallas", ServiceId("dalhousie-legal-aid"))
DECIDED = "catalogue/ns/decided.json"


@pytest.fixture
def state(kiosk):
    with closing(open_state(kiosk.folder.parent / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def elsewhere(tmp_path):
    """The state of another counter, where what is decided was written."""
    with closing(open_state(tmp_path / "elsewhere.db", MIGRATIONS)) as state:
        yield state


def shown(kiosk, number):
    watch = Watch(lambda: kiosk.folder.parent / "state.db")
    return watch.over(kiosk.catalogue, date(2026, 11, 30)).phones[PhoneId(number)].number


def test_a_correction_of_this_site_lies_over_the_next_edition_too(kiosk, publisher, editions, state):
    correct(state, kiosk.catalogue, LINE, NumberValue("902-555-0143"), "", NOW)

    for version in (FIRST, SECOND):
        publisher.publish(version, editions[version], NOW)
        assert isinstance(kiosk.update(publisher), Updated)
        assert shown(kiosk, "dallas") == "902-555-0143"
        assert shown(kiosk, "311") == f"902-555-01{version:02}"


def test_what_stewards_decided_comes_with_an_edition_and_is_read_in_once(kiosk, publisher, elsewhere, state):
    flag = raise_flag(elsewhere, kiosk.catalogue, Wrong(LINE, Field.PHONE, Saying("902-555-0143"), True), "", NOW)
    accept(elsewhere, flag.id, "", NOW)
    correct(elsewhere, kiosk.catalogue, LINE, NumberValue("902-555-0143"), "", NOW)
    publisher.add(DECIDED, exported(elsewhere))
    publisher.sign(NOW)

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert outcome.decided is not None
    assert (outcome.decided.flags, outcome.decided.corrections) == (1, 1)
    assert [one.value for one in corrections_where(state)] == [NumberValue("902-555-0143")]
    assert shown(kiosk, "dallas") == "902-555-0143"
    assert kiosk.update(publisher) == UpToDate(FIRST)


def test_a_decision_comes_without_a_new_edition(kiosk, publisher, elsewhere, state):
    kiosk.update(publisher)
    flag = raise_flag(state, kiosk.catalogue, Wrong(LINE, Field.PHONE, Saying("902-555-0143"), True), "", NOW)
    publisher.add(DECIDED, decided_of(kiosk, elsewhere, state, flag))
    publisher.sign(NOW)

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, UpToDate)
    assert outcome.decided is not None
    assert outcome.decided.flags == 1
    assert [one.state for one in open_flags(state)] == [FlagState.ACCEPTED]


def decided_of(kiosk, elsewhere, state, flag):
    merge(elsewhere, kiosk.catalogue, exported(state), NOW)
    accept(elsewhere, flag.id, "", NOW + timedelta(hours=1))
    return exported(elsewhere)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"form": "guichet-corrections-9", "flags": [], "corrections": []}'])
def test_decisions_that_say_what_cannot_be_cost_neither_the_edition_nor_what_is_here(kiosk, publisher, state, content):
    correct(state, kiosk.catalogue, LINE, NumberValue("902-555-0143"), "", NOW)
    publisher.add(DECIDED, content)
    publisher.sign(NOW)

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert outcome.decided is None
    assert shown(kiosk, "dallas") == "902-555-0143"


def test_decisions_that_did_not_come_are_fetched_the_next_time(kiosk, publisher, elsewhere):
    correct(elsewhere, kiosk.catalogue, LINE, NumberValue("902-555-0143"), "", NOW)
    file = publisher.add(DECIDED, exported(elsewhere))
    publisher.sign(NOW)
    content = file.read_bytes()
    file.unlink()
    outcome = kiosk.update(publisher)
    assert isinstance(outcome, Updated)
    assert outcome.decided is None

    file.write_bytes(content)
    outcome = kiosk.update(publisher)

    assert isinstance(outcome, UpToDate)
    assert outcome.decided is not None
    assert outcome.decided.corrections == 1
