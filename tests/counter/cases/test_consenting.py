"""Consent: what may be kept with it, and what may not without."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from kiosk.counter.cases.cabinet import KEYS_FILE, Cabinet, CaseKeyError, renew_key
from kiosk.counter.cases.case import CaseGoneError, Consent, Covers, read_case
from kiosk.counter.cases.consenting import (
    ConsentError,
    ConsentTooLongError,
    Private,
    give_consent,
    keep_private,
    read_private,
)
from kiosk.counter.cases.handing import Told, hand_off, hand_offs
from kiosk.counter.cases.person import Person, Reach
from kiosk.counter.cases.saving import back_up
from kiosk.counter.vault import VaultError, new_vault_key
from kiosk.state import StateError
from tests.counter.cases.conftest import SAMIRA, TODAY, acts, by, consented
from tests.disks import full_disk

ANNA = Private(Person("Anna", Reach.PHONE, "902 555-0134"), "Apporter le relevé d’emploi.")


def test_a_yes_is_kept_with_its_dates_its_language_and_who_heard_it(cabinet, vault, case):
    after = give_consent(
        cabinet, vault, case, by(), last_day=TODAY + timedelta(days=90), language="fr", covers=[Covers.NAME]
    )

    assert after.consent == Consent(TODAY, TODAY + timedelta(days=90), "fr", SAMIRA, frozenset({Covers.NAME}))
    assert after.last_day == TODAY + timedelta(days=90)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_a_yes_for_no_time_or_for_more_than_a_year_is_refused(cabinet, vault, case, days):
    with pytest.raises(ConsentTooLongError):
        consented(cabinet, vault, case, days=days)

    assert read_case(cabinet.state, case.number, TODAY).consent is None


def test_a_person_and_a_note_are_read_again(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())

    assert read_private(cabinet, vault, case, by()) == ANNA


def test_a_case_with_a_yes_and_no_name_yet_is_empty(cabinet, vault, case):
    assert read_private(cabinet, vault, consented(cabinet, vault, case), by()) == Private()


def test_without_a_yes_nothing_of_a_person_is_kept(cabinet, vault, case):
    with pytest.raises(ConsentError):
        keep_private(cabinet, vault, case, ANNA, by())


@pytest.mark.parametrize(
    ("covers", "private"),
    [
        ({Covers.NAME}, Private(Person("Anna", Reach.TEXT, "902 555-0134"))),
        ({Covers.REACH}, Private(Person("Anna"))),
        ({Covers.NAME, Covers.REACH}, Private(Person("Anna"), "note")),
    ],
)
def test_only_what_was_said_yes_to_is_kept(cabinet, vault, case, covers, private):
    case = consented(cabinet, vault, case, covers=covers)

    with pytest.raises(ConsentError):
        keep_private(cabinet, vault, case, private, by())

    assert read_private(cabinet, vault, case, by()) == Private()


def test_a_yes_to_less_takes_the_rest_away(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())

    case = consented(cabinet, vault, case, covers={Covers.NAME})

    assert read_private(cabinet, vault, case, by()) == Private(Person("Anna"))


def test_what_was_taken_back_opens_in_no_backup_either(cabinet, vault, case, tmp_path):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())
    hand_off(cabinet, vault, case, "adsum", "bed", Told.PHONE, by())
    back_up(cabinet.state, tmp_path / "before.db")

    case = consented(cabinet, vault, case, covers={Covers.NAME, Covers.PARTNERS})

    assert read_private(cabinet, vault, case, by()) == Private(Person("Anna"))
    assert [one.note for one in hand_offs(cabinet, vault, case)] == ["bed"]
    with closing(sqlite3.connect(tmp_path / "before.db")) as copy, pytest.raises(VaultError):
        read_private(Cabinet(copy, cabinet.keys), vault, read_case(copy, case.number, TODAY), by())


def test_a_yes_to_less_that_was_interrupted_between_the_two_files_is_whole(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())
    (before,) = cabinet.keys.execute("SELECT wrapped FROM case_key").fetchone()

    renew_key(cabinet.keys, vault, case.id)
    assert read_private(cabinet, vault, case, by()) == ANNA

    less = consented(cabinet, vault, case, covers={Covers.NAME})
    cabinet.keys.execute("UPDATE case_key SET next = wrapped, wrapped = ?", (before,))
    assert read_private(cabinet, vault, less, by()) == Private(Person("Anna"))
    assert cabinet.keys.execute("SELECT wrapped = ?, next FROM case_key", (before,)).fetchone() == (0, None)


def test_a_yes_said_again_keeps_what_is_there_for_longer(cabinet, vault, case):
    case = consented(cabinet, vault, case, days=30)
    keep_private(cabinet, vault, case, ANNA, by())
    later = TODAY + timedelta(days=29)

    case = consented(cabinet, vault, case, day=later, days=180)

    assert case.last_day == later + timedelta(days=180)
    assert read_private(cabinet, vault, case, by(later)) == ANNA


def test_the_day_after_the_last_one_the_case_cannot_be_read(cabinet, vault, case):
    consented(cabinet, vault, case, days=30)

    read_case(cabinet.state, case.number, TODAY + timedelta(days=30))
    with pytest.raises(CaseGoneError):
        read_case(cabinet.state, case.number, TODAY + timedelta(days=31))


def test_another_vault_s_key_opens_nothing(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())

    with pytest.raises(VaultError):
        read_private(cabinet, new_vault_key(), case, by())


def test_a_lost_key_is_told_and_erases_nothing(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())
    cabinet.keys.execute("DELETE FROM case_key")

    with pytest.raises(CaseKeyError):
        read_private(cabinet, vault, case, by())

    assert read_case(cabinet.state, case.number, TODAY) == case


def test_each_act_is_in_the_audit_by_number_only(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())
    read_private(cabinet, vault, case, by())

    assert acts(cabinet) == [
        ("case_opened", "26-1"),
        ("consent_given", "26-1"),
        ("case_changed", "26-1"),
        ("case_read", "26-1"),
    ]


def test_no_plaintext_is_ever_on_the_disk(cabinet, vault, case, folder):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())

    everything = b"".join(file.read_bytes() for file in folder.iterdir())
    assert KEYS_FILE in {file.name for file in folder.iterdir()}
    for planted in ("Anna", "555-0134", "relevé"):
        assert planted.encode() not in everything


def test_what_was_replaced_is_not_kept_beside_what_replaced_it(cabinet, vault, case, folder):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())
    (before,) = cabinet.state.execute("SELECT person FROM case_file").fetchone()

    keep_private(cabinet, vault, case, Private(Person("Anna")), by())

    assert before not in b"".join(file.read_bytes() for file in folder.iterdir())


def test_a_full_disk_keeps_what_was_there(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    keep_private(cabinet, vault, case, ANNA, by())

    with pytest.raises(StateError), full_disk():
        keep_private(cabinet, vault, case, Private(Person("Anna")), by())

    assert read_private(cabinet, vault, case, by()) == ANNA
