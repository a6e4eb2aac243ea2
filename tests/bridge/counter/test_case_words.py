"""How cases are said to staff, and what is said to a person."""

from datetime import date

import pytest

from kiosk.bridge.counter.case_words import (
    CAUTIONS,
    COVERS,
    FOLLOW_UPS,
    REACHES,
    REASONS,
    STATUSES,
    TOLD,
    code_shown,
    due_words,
    problem_words,
    service_name,
    status_tone,
    words_to_say,
)
from kiosk.counter.cases.cabinet import CaseKeyError
from kiosk.counter.cases.case import CaseGoneError, Covers, NoSuchCaseError
from kiosk.counter.cases.cautions import Caution
from kiosk.counter.cases.following import In
from kiosk.counter.cases.handing import Told
from kiosk.counter.cases.person import Reach
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.counter.vault import VaultError
from kiosk.errors import KioskError
from kiosk.languages.shipped import words_of
from kiosk.state import DiskFullError, StateBusyError

TODAY, LAST = date(2026, 3, 12), date(2026, 6, 10)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (STATUSES, Status),
        (REASONS, Reason),
        (FOLLOW_UPS, In),
        (REACHES, Reach),
        (TOLD, Told),
        (COVERS, Covers),
        (CAUTIONS, Caution),
    ],
)
def test_every_kind_has_words_of_its_own(language, words, kinds):
    said = [words_of(language).gettext(words[kind]) for kind in kinds]

    assert len(set(said)) == len(kinds)
    assert all(said)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, ""),
        (date(2026, 3, 10), "2 jours de retard"),
        (date(2026, 3, 11), "1 jour de retard"),
        (TODAY, "Aujourd’hui"),
        (date(2026, 3, 19), "jeu. 19 mars"),
    ],
)
def test_a_date_is_said_by_how_late_it_is(due, said):
    assert due_words(words_of("fr"), due, TODAY).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_said_aloud_names_all_that_is_kept_and_nothing_else(language):
    words = words_of(language)
    whole = words_to_say(words, frozenset(Covers), LAST, TODAY)
    least = words_to_say(words, frozenset({Covers.NAME}), LAST, TODAY)

    assert len(whole) == len(least) + 3
    assert set(least) < set(whole)
    assert all(len(sentence) < 110 for sentence in whole)


@pytest.mark.parametrize(("language", "day"), [("en", "10 June"), ("fr", "10 juin")])
def test_what_is_said_aloud_names_the_day_on_which_all_is_erased(language, day):
    said = " ".join(words_to_say(words_of(language), frozenset(), LAST, TODAY))

    assert day in said.replace("\N{NO-BREAK SPACE}", " ")


def test_what_leaves_a_need_looks_otherwise_than_what_went_well():
    assert {status_tone(status) for status in (Status.GOT, Status.PARTLY)} == {"good"}
    assert {status_tone(status) for status in (Status.NOT_OBTAINED, Status.NO_CAPACITY)} == {"bad"}


def test_a_code_is_shown_as_it_is_printed():
    assert (code_shown("7K3F9XD"), code_shown("")) == ("R-7K3F-9XD", "")


def test_a_service_that_this_machine_does_not_know_is_named_by_its_number():
    from kiosk.bridge.session import empty_catalogue

    assert service_name(words_of("en"), empty_catalogue(), 123) == "A step this machine does not know (no. 123)"


def test_each_thing_that_can_go_wrong_has_a_sentence_of_its_own():
    errors = [CaseGoneError(), NoSuchCaseError(), CaseKeyError(), VaultError(), DiskFullError(), StateBusyError()]

    assert len({problem_words(words_of("fr"), error) for error in (*errors, KioskError())}) == len(errors) + 1
