"""Flags raised and decided, corrections laid and cleared: on the disk, each with its line in the audit."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import ServiceId
from kiosk.counter import audit
from kiosk.counter.corrections.citizens import citizen_flags, looked_into
from kiosk.counter.corrections.keeping import (
    LifelineError,
    NoSuchCorrectionError,
    NoSuchFlagError,
    SaidAlreadyError,
    SecretPlaceError,
    SubjectGoneError,
    Wrong,
    accept,
    clear_correction,
    clear_flag,
    correct,
    lying_corrections,
    open_flags,
    raise_flag,
    reject,
    settle,
)
from kiosk.counter.corrections.tables import flags_where, overlay_in
from kiosk.counter.corrections.values import (
    NOTHING_OVER,
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
from kiosk.counter.needs import Flag as CitizenFlag
from kiosk.counter.needs import Setting, keep
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

LINE = Subject(About.NUMBER, "dallas", ServiceId("dalhousie-legal-aid"))
PLACE = Subject(About.PLACE, "dlas", ServiceId("dalhousie-legal-aid"))
SERVICE = Subject(About.SERVICE, "dalhousie-legal-aid")


@pytest.fixture
def state_file(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def state(state_file):
    with closing(open_state(state_file, MIGRATIONS)) as connection:
        yield connection


@pytest.fixture
def wrong_number():
    return Wrong(LINE, Field.PHONE, Saying("902-555-0143", ""), urgent=True)


def acts(state):
    return [(line.act, line.who) for line in audit.lines(state, 100)]


def test_a_flag_is_read_back_as_it_was_raised(state, state_file, catalogue, wrong_number, now):
    flag = raise_flag(state, catalogue, wrong_number, "sam", now)

    with closing(open_state(state_file, MIGRATIONS)) as again:
        assert open_flags(again) == (flag,)
    assert acts(state) == [("flag_raised", "sam")]
    assert isinstance(audit.verify(state), audit.Whole)


def test_only_an_urgent_flag_lies_over_the_catalogue(state, catalogue, wrong_number, now):
    raise_flag(state, catalogue, replace(wrong_number, urgent=False), "sam", now)
    assert overlay_in(state) == NOTHING_OVER

    urgent = raise_flag(state, catalogue, wrong_number, "sam", now)
    assert overlay_in(state).flags == (urgent,)


def test_an_answer_is_promised_within_two_days(state, catalogue, wrong_number, now):
    flag = raise_flag(state, catalogue, wrong_number, "sam", now)

    assert not flag.is_overdue(now + timedelta(days=2))
    assert flag.is_overdue(now + timedelta(days=2, seconds=1))
    assert not accept(state, flag.id, "dina", now).is_overdue(now + timedelta(days=9))


def test_a_rejected_flag_hides_nothing_any_more(state, catalogue, wrong_number, now):
    flag = raise_flag(state, catalogue, wrong_number, "sam", now)

    reject(state, flag.id, "dina", now, "I called: it is right.")

    assert overlay_in(state) == NOTHING_OVER
    assert open_flags(state) == ()
    kept = flags_where(state, "id = ?", (flag.id,))[0]
    assert (kept.state, kept.decided_by, kept.reason) == (FlagState.REJECTED, "dina", "I called: it is right.")
    assert acts(state)[-1] == ("flag_decided", "dina")


def test_an_accepted_flag_hides_until_the_catalogue_says_otherwise(state, catalogue, wrong_number, now, today):
    flag = raise_flag(state, catalogue, wrong_number, "sam", now)
    accept(state, flag.id, "dina", now)
    assert [kept.id for kept in overlay_in(state).flags] == [flag.id]
    assert settle(state, catalogue, today, now) == 0

    phones = {**catalogue.phones, LINE.id: replace(catalogue.phones[LINE.id], number="902-555-0199")}
    assert settle(state, replace(catalogue, phones=phones), today, now) == 1

    assert overlay_in(state) == NOTHING_OVER
    assert flags_where(state)[0].state is FlagState.CLEARED


def test_a_flag_that_waits_is_never_cleared_by_itself(state, catalogue, wrong_number, now, today):
    raise_flag(state, catalogue, wrong_number, "sam", now)
    phones = {**catalogue.phones, LINE.id: replace(catalogue.phones[LINE.id], number="902-555-0199")}

    assert settle(state, replace(catalogue, phones=phones), today, now) == 0


def test_a_flag_is_decided_once(state, catalogue, wrong_number, now):
    flag = raise_flag(state, catalogue, wrong_number, "sam", now)
    clear_flag(state, flag.id, "dina", now)

    for decide in (accept, reject, clear_flag):
        with pytest.raises(NoSuchFlagError):
            decide(state, flag.id, "dina", now)
    with pytest.raises(NoSuchFlagError):
        accept(state, "no-such-flag", "dina", now)


def test_nothing_is_flagged_or_corrected_that_the_catalogue_has_not(state, catalogue, now):
    nothing = Subject(About.SERVICE, "no-such-service")

    with pytest.raises(SubjectGoneError):
        raise_flag(state, catalogue, Wrong(nothing, Field.OTHER), "sam", now)
    with pytest.raises(SubjectGoneError):
        correct(state, catalogue, nothing, NoteValue("a", "b"), "sam", now)
    assert acts(state) == []


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        (LINE, NumberValue("902-555-0143", "902-555-0144")),
        (LINE, HoursValue("Mo-Fr 10:00-12:00")),
        (PLACE, HoursValue("Mo-Fr 10:00-12:00")),
        (PLACE, AddressValue("1 New Street", "Halifax", "B3K 1A1")),
        (PLACE, ClosedValue()),
        (SERVICE, WebValue("https://example.ca/en", "https://example.ca/fr")),
        (SERVICE, NoteValue("Ring the bell.", "Sonnez.", citizens=True)),
    ],
)
def test_a_correction_of_each_kind_is_read_back_as_it_was_laid(state, state_file, catalogue, now, subject, value):
    correction = correct(state, catalogue, subject, value, "dina", now)

    with closing(open_state(state_file, MIGRATIONS)) as again:
        assert lying_corrections(again) == (correction,)
        assert overlay_in(again).corrections == (correction,)
    assert acts(state) == [("correction_laid", "dina")]


def test_a_correction_answers_the_flags_on_the_same_fact_and_no_other(state, catalogue, wrong_number, now):
    answered = raise_flag(state, catalogue, wrong_number, "sam", now)
    other = raise_flag(state, catalogue, replace(wrong_number, field=Field.HOURS), "sam", now)

    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)

    assert [flag.id for flag in open_flags(state)] == [other.id]
    assert flags_where(state, "id = ?", (answered.id,))[0].state is FlagState.CLEARED


def test_a_correction_answers_the_flag_that_it_names(state, catalogue, now):
    flag = raise_flag(state, catalogue, Wrong(SERVICE, Field.PHONE, urgent=True), "sam", now)

    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now, flag.id)

    assert open_flags(state) == ()


def test_a_newer_correction_of_the_same_fact_takes_the_place_of_the_older(state, catalogue, now):
    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)
    newer = correct(state, catalogue, LINE, NumberValue("902-555-0144"), "dina", now)

    assert lying_corrections(state) == (newer,)


def test_notes_stand_beside_each_other(state, catalogue, now):
    for words in ("Ring the bell.", "Ask for Sam."):
        correct(state, catalogue, SERVICE, NoteValue(words, words), "dina", now)

    assert len(lying_corrections(state)) == 2


def test_a_correction_is_taken_off_once(state, catalogue, now):
    correction = correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)

    clear_correction(state, correction.id, "dina", now)

    assert lying_corrections(state) == ()
    assert acts(state)[-1] == ("correction_cleared", "dina")
    with pytest.raises(NoSuchCorrectionError):
        clear_correction(state, correction.id, "dina", now)


def test_what_the_catalogue_says_already_is_no_correction(state, catalogue, now):
    phone = catalogue.phones[LINE.id]

    with pytest.raises(SaidAlreadyError):
        correct(state, catalogue, LINE, NumberValue(phone.number, phone.number_fr), "dina", now)


def test_an_urgent_number_is_replaced_by_nobody_but_may_be_flagged(state, catalogue, now):
    line = Subject(About.NUMBER, "911")

    with pytest.raises(LifelineError):
        correct(state, catalogue, line, NumberValue("902-555-0143"), "dina", now)
    assert raise_flag(state, catalogue, Wrong(line, Field.PHONE, urgent=True), "sam", now).urgent


def test_no_note_for_citizens_is_written_of_a_secret_place(state, catalogue, now):
    secret = next(service for service in catalogue.services.values() if hides_places(service) and service.locations)

    for subject in (
        Subject(About.SERVICE, secret.id),
        Subject(About.PLACE, secret.locations[0]),
        Subject(About.NUMBER, secret.phones[0], secret.id),
    ):
        with pytest.raises(SecretPlaceError):
            correct(state, catalogue, subject, NoteValue("At 5 Hill", "Au 5", citizens=True), "dina", now)
        assert correct(state, catalogue, subject, NoteValue("At 5 Hill", "Au 5"), "dina", now)


def test_what_citizens_found_wrong_is_counted_by_service_until_looked_into(state, state_file, now):
    for hour in ("2026-03-10T10", "2026-03-11T16"):
        keep(state_file, CitizenFlag(), Setting(hour, 2, "fr", service=ServiceId("passport-adult")))
    keep(state_file, CitizenFlag(), Setting("2026-03-09T09", 2, "en"))

    found = citizen_flags(state)
    assert [(flags.service, flags.count, flags.last.isoformat()) for flags in found] == [
        ("passport-adult", 2, "2026-03-11"),
        (None, 1, "2026-03-09"),
    ]

    assert looked_into(state, ServiceId("passport-adult"), "dina", now) == 2
    assert [flags.service for flags in citizen_flags(state)] == [None]
    assert looked_into(state, None, "dina", now) == 1
    assert citizen_flags(state) == ()
    assert acts(state) == [("citizen_flags_seen", "dina")] * 2
