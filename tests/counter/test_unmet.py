"""Unmet needs as staff write them down: by the day, without anybody, counted together with those of citizens."""

from contextlib import closing
from datetime import date

import pytest

from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.catalogue.reading import load
from kiosk.counter.needs import MIGRATIONS, Reason, Setting, UnmetNeed, keep
from kiosk.counter.suppression import Hidden, Listed
from kiosk.counter.unmet import (
    LONGEST_WORDS,
    MOST_AT_ONCE,
    STAFF_REASONS,
    AgeBand,
    Kind,
    Need,
    Wanted,
    keep_need,
    may_be_named,
    summary_between,
    summary_of,
    take_back,
    terms_in,
    terms_like,
)
from kiosk.state import atomic, open_state
from tests.by_hand import rows

DAY = date(2026, 3, 12)
DENTIST = Wanted(Kind.TERM, "dental-care")
HOUSING = Wanted(Kind.TERM, "housing")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def state(file):
    with closing(open_state(file, MIGRATIONS)) as connection:
        yield connection


def write(state, need, day=DAY):
    with atomic(state):
        return keep_need(state, need, kiosk=2, language="fr", today=day)


def test_a_need_of_staff_is_kept_by_the_day_with_what_is_known_of_the_person(state, file):
    write(state, Need(DENTIST, Reason.FULL, AgeBand.OLDER, newcomer=True, disability=True, language="ar", count=3))

    columns = "hour, term, bundle, service, source, reason, age_band, newcomer, disability, needed_language, count"
    assert rows(file, "unmet_need", columns) == [
        ("2026-03-12", "dental-care", None, None, "staff", "full", "65+", 1, 1, "ar", 3)
    ]


@pytest.mark.parametrize(
    ("wanted", "column"),
    [
        (Wanted(Kind.SERVICE, "ei-regular"), "service"),
        (Wanted(Kind.BUNDLE, "losing-a-job"), "bundle"),
        (Wanted(Kind.TERM, "housing"), "term"),
        (Wanted(Kind.WORDS, "A bed for a night"), "words"),
    ],
)
def test_what_was_needed_is_kept_in_its_own_column(state, file, wanted, column):
    write(state, Need(wanted, Reason.NO_SERVICE))

    assert rows(file, "unmet_need", column) == [(wanted.key,)]

    write(state, Need(wanted, Reason.NO_SERVICE, count=6))
    assert summary_between(state, DAY, DAY).wanted.parts == ((wanted, 7),)


def test_words_and_numbers_have_bounds(state, file):
    write(state, Need(Wanted(Kind.WORDS, "x" * 500), Reason.OTHER, count=10_000))

    assert rows(file, "unmet_need", "length(words), count") == [(LONGEST_WORDS, MOST_AT_ONCE)]


def test_what_was_written_down_can_be_taken_back(state, file):
    mistake = write(state, Need(DENTIST, Reason.FULL))
    write(state, Need(DENTIST, Reason.COST))

    with atomic(state):
        take_back(state, mistake)

    assert rows(file, "unmet_need", "reason") == [("cost",)]


def test_what_a_citizen_said_cannot_be_taken_back(state, file):
    keep(file, UnmetNeed(Reason.CLOSED), Setting("2026-03-12T10", 2, "fr"))
    (said,) = state.execute("SELECT id FROM unmet_need").fetchone()

    with atomic(state):
        take_back(state, said)

    assert len(rows(file, "unmet_need", "id")) == 1


def test_a_service_or_a_situation_that_must_not_be_known_is_not_named(catalogue_file):
    catalogue = load(catalogue_file)
    discreet = next(service for service in catalogue.services.values() if service.discreet)
    sensitive = next(bundle for bundle in catalogue.bundles.values() if bundle.sensitive)

    assert not may_be_named(catalogue, Wanted(Kind.SERVICE, discreet.id))
    assert not may_be_named(catalogue, Wanted(Kind.BUNDLE, sensitive.id))
    assert not may_be_named(catalogue, Wanted(Kind.SERVICE, ServiceId("nothing-like-it")))
    assert may_be_named(catalogue, Wanted(Kind.SERVICE, ServiceId("ei-regular")))
    assert may_be_named(catalogue, Wanted(Kind.BUNDLE, BundleId("losing-a-job")))
    assert may_be_named(catalogue, Wanted(Kind.TERM, "emergency-shelter"))


def test_needs_of_staff_and_of_citizens_are_counted_together_and_by_the_people_they_stand_for(state, file):
    write(state, Need(DENTIST, Reason.FULL, count=9, language="ar"))
    write(state, Need(HOUSING, Reason.COST, count=12))
    for _ in range(6):
        keep(file, UnmetNeed(Reason.CLOSED), Setting("2026-03-12T10", 2, "fr", service=ServiceId("ei-regular")))

    summary = summary_between(state, DAY, DAY)

    assert summary.total == 27
    assert summary.wanted.parts == ((HOUSING, 12), (DENTIST, 9), (Wanted(Kind.SERVICE, "ei-regular"), 6))
    assert summary.reasons.parts[0] == (Reason.COST, 12)
    assert summary.languages.parts == (("ar", 9),)


def test_only_the_days_asked_for_are_counted(state, file):
    for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)):
        write(state, Need(DENTIST, Reason.FULL, count=10), day)
    keep(file, UnmetNeed(Reason.CLOSED), Setting("2026-03-31T23", 2, "fr"))

    march = summary_between(state, date(2026, 3, 1), date(2026, 3, 31))

    assert march.total == 21


def test_the_same_words_in_another_case_are_the_same_need(state):
    for words in ("Souper végétarien", "souper  vegetarien", "SOUPER VÉGÉTARIEN"):
        write(state, Need(Wanted(Kind.WORDS, words), Reason.NO_SERVICE, count=2))

    assert summary_between(state, DAY, DAY).wanted.parts == ((Wanted(Kind.WORDS, "Souper végétarien"), 6),)


def test_a_reason_of_a_later_version_counts_as_another_reason(state):
    write(state, Need(DENTIST, Reason.FULL, count=7))
    with atomic(state):
        state.execute("UPDATE unmet_need SET reason = 'weather'")

    assert summary_between(state, DAY, DAY).reasons.parts[0] == (Reason.OTHER, 7)


def test_a_small_number_is_not_told_and_what_would_tell_it_neither():
    wanted = {DENTIST: 31, HOUSING: 20, Wanted(Kind.WORDS, "wigs"): 1}

    summary = summary_of(wanted, {Reason.COST: 52}, {"ar": 2, "": 50})

    assert summary.total == 52
    assert summary.wanted == Listed(((DENTIST, 31),), 21)
    assert summary.reasons == Listed(((Reason.COST, 52),), 0)
    assert summary.languages == Listed((), 52)


def test_of_fewer_than_five_needs_nothing_is_told():
    summary = summary_of({DENTIST: 4}, {Reason.COST: 4}, {"ar": 4})

    assert (summary.total, summary.wanted, summary.reasons, summary.languages) == (
        Hidden.FEW,
        Listed(),
        Listed(),
        Listed(),
    )


def test_every_reason_of_the_framework_can_be_given():
    assert {reason.value for reason in STAFF_REASONS} == {
        "no_service", "not_eligible", "full", "out_of_area", "cost", "language", "transport", "accessibility", "hours",
        "papers", "other",
    }  # fmt: skip


def test_terms_are_found_by_the_beginnings_of_their_words_in_either_language(catalogue_file):
    terms = terms_in(catalogue_file)

    assert "Housing" in [term.name.to("en") for term in terms_like(terms, "hous", "en", 9)]
    assert "Logement" in [term.name.to("fr") for term in terms_like(terms, "logem", "fr", 9)]
    assert "Logement" in [term.name.to("fr") for term in terms_like(terms, "housing", "fr", 9)]
    assert terms_like(terms, "xylophone", "en", 9) == ()
    assert terms_like(terms, "  ", "en", 9) == ()


def test_bundles_are_not_offered_twice_as_terms(catalogue_file):
    assert not [term for term in terms_in(catalogue_file) if term.id.startswith("bundle/")]


def test_without_a_catalogue_there_are_no_terms(tmp_path):
    assert terms_in(tmp_path / "none.db") == ()
