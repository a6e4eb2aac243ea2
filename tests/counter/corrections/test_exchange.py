"""Flags and corrections go to the steward as a file and come back decided; a bad file changes nothing."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalogue.doubts import hides_places
from kiosk.counter import audit
from kiosk.counter.corrections.exchange import MOST_BYTES, ExchangeError, Merged, exported, merge
from kiosk.counter.corrections.keeping import (
    Wrong,
    accept,
    clear_correction,
    correct,
    lying_corrections,
    open_flags,
    raise_flag,
    reject,
)
from kiosk.counter.corrections.tables import corrections_where, flags_where, overlay_in
from kiosk.counter.corrections.values import (
    About,
    AddressValue,
    ClosedValue,
    Field,
    FlagState,
    HoursValue,
    NoteValue,
    NumberValue,
    Saying,
    Subject,
    WebValue,
)
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

LINE = Subject(About.NUMBER, "dallas")
PLACE = Subject(About.PLACE, "dlas")
SERVICE = Subject(About.SERVICE, "passport-adult")


@pytest.fixture
def here(tmp_path):
    with closing(open_state(tmp_path / "here.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def there(tmp_path):
    with closing(open_state(tmp_path / "there.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def full(here, catalogue, now, today):
    """A counter with a flag and a correction of each kind."""
    raise_flag(here, catalogue, Wrong(LINE, Field.PHONE, Saying("New number", "Nouveau"), True), "SAMAAAAA", now)
    kinds = (
        (LINE, HoursValue("Mo-Fr 10:00-12:00")),
        (PLACE, AddressValue("1 New Street", "Halifax")),
        (PLACE, ClosedValue(today + timedelta(days=3))),
        (SERVICE, WebValue("https://a.ca/en", "https://a.ca/fr")),
        (SERVICE, NoteValue("Ring.", "Sonnez.", citizens=True)),
    )
    for place, (subject, value) in enumerate(kinds):
        correct(here, catalogue, subject, value, "DINAAAAA", now + timedelta(minutes=place))
    return here


def test_all_of_it_arrives_and_lies_over_the_catalogue_there(full, there, catalogue, now):
    assert merge(there, catalogue, exported(full), now) == Merged(1, 5)

    assert overlay_in(there) == overlay_in(full)
    assert isinstance(audit.verify(there), audit.Whole)


def test_the_same_file_twice_changes_nothing_more(full, there, catalogue, now):
    merge(there, catalogue, exported(full), now)

    assert merge(there, catalogue, exported(full), now) == Merged(0, 0)
    assert exported(there) == exported(full)


def test_a_decision_made_there_comes_back(full, there, catalogue, now):
    flag = open_flags(full)[0]
    merge(there, catalogue, exported(full), now)
    reject(there, flag.id, "STEWARD", now + timedelta(hours=5), "The number is right.")
    clear_correction(there, lying_corrections(there)[0].id, "STEWARD", now)

    assert merge(full, catalogue, exported(there), now) == Merged(1, 1)

    decided = flags_where(full, "id = ?", (flag.id,))[0]
    assert (decided.state, decided.reason) == (FlagState.REJECTED, "The number is right.")
    assert len(lying_corrections(full)) == 4


def test_the_later_of_two_decisions_counts(full, there, catalogue, now):
    flag = open_flags(full)[0].id
    merge(there, catalogue, exported(full), now)
    accept(there, flag, "STEWARD", now + timedelta(hours=1))
    reject(full, flag, "DINAAAAA", now + timedelta(hours=2))

    merge(full, catalogue, exported(there), now)
    merge(there, catalogue, exported(full), now)

    assert {flags_where(state)[0].state for state in (full, there)} == {FlagState.REJECTED}


def test_of_two_corrections_of_one_fact_the_newer_lies(here, there, catalogue, now):
    correct(here, catalogue, LINE, NumberValue("902-555-0143"), "DINAAAAA", now)
    newer = correct(there, catalogue, LINE, NumberValue("902-555-0144"), "SAMAAAAA", now + timedelta(hours=1))

    merge(here, catalogue, exported(there), now)
    merge(there, catalogue, exported(here), now)

    assert [one.id for one in lying_corrections(here)] == [newer.id]
    assert [one.id for one in lying_corrections(there)] == [newer.id]
    assert len(corrections_where(there)) == 2


def spoiled(content, change):
    file = json.loads(content)
    change(file)
    return json.dumps(file).encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.update(form="something-else"),
        lambda file: file.update(more=1),
        lambda file: file["flags"][0].update(id="../../etc"),
        lambda file: file["flags"][0].update(who="a name that is words"),
        lambda file: file["flags"][0].update(field="colour"),
        lambda file: file["flags"][0].update(at="2026-03-12T10:00:00"),
        lambda file: file["flags"][0].update(at="0001-01-01T00:00:00+09:00"),
        lambda file: file["flags"][0].update(reason="x" * 301),
        lambda file: file["flags"][0]["subject"].update(id="x" * 101),
        lambda file: file["corrections"][0].update(kind="documents"),
        lambda file: file["corrections"][0].update(value={"opening_hours": "whenever"}),
        lambda file: file["corrections"][0].update(value=None),
        lambda file: file["corrections"][0].update(flag="robert'); DROP"),
        lambda file: file["corrections"][1]["value"].update(city=""),
        lambda file: file["corrections"][3]["value"].update(en="javascript:alert(1)"),
        lambda file: file["corrections"][4]["value"].update(fr=""),
        lambda file: file["corrections"][2]["value"].update(until="2199-01-01"),
    ],
)
def test_a_file_that_says_what_cannot_be_is_refused_whole(full, there, catalogue, now, change):
    with pytest.raises(ExchangeError):
        merge(there, catalogue, spoiled(exported(full), change), now)

    assert flags_where(there) == ()
    assert corrections_where(there) == ()


def test_a_torn_or_strange_file_is_refused(full, there, catalogue, now):
    whole = exported(full)

    for content in (
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        whole[:-20],
        b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
        b"PK\x03\x04",
    ):
        with pytest.raises(ExchangeError):
            merge(there, catalogue, content, now)
    assert flags_where(there) == ()


def test_no_file_replaces_an_urgent_number_or_tells_of_a_secret_place(full, there, catalogue, now):
    secret = next(service.id for service in catalogue.services.values() if hides_places(service))

    for change in (
        lambda file: file["corrections"][0].update(subject={"about": "number", "id": "911", "service": None}),
        lambda file: file["corrections"][4].update(subject={"about": "service", "id": secret, "service": None}),
    ):
        with pytest.raises(ExchangeError):
            merge(there, catalogue, spoiled(exported(full), change), now)
    assert corrections_where(there) == ()


def test_a_closing_that_is_past_by_now_still_arrives(here, there, catalogue, now, today):
    correct(here, catalogue, PLACE, ClosedValue(today), "DINAAAAA", now)

    assert merge(there, catalogue, exported(here), now + timedelta(days=90)) == Merged(0, 1)


def test_what_is_not_in_this_catalogue_is_kept_and_changes_nothing(full, there, catalogue, now):
    phones = {name: phone for name, phone in catalogue.phones.items() if name != "dallas"}
    older = replace(catalogue, phones=phones)

    assert merge(there, older, exported(full), now) == Merged(1, 5)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_byte_changed_anywhere_never_breaks_the_reader(full, there, catalogue, now, data):
    content = bytearray(exported(full))
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    try:
        merge(there, catalogue, bytes(content), now)
    except ExchangeError as error:
        assert str(error)  # noqa: PT017
