"""Erasing cases: nothing of a person is left in any file, copies made before included, and the counts stay."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from kiosk.catalogue.model import OrganizationId
from kiosk.counter.cases.cabinet import Cabinet, CaseKeyError, destroy_keys, key_of, open_keys
from kiosk.counter.cases.case import CaseGoneError, read_case
from kiosk.counter.cases.consenting import Private, keep_private, read_private
from kiosk.counter.cases.counting import tallies
from kiosk.counter.cases.day import Today
from kiosk.counter.cases.erasing import Gone, Why, erase, gone, sweep
from kiosk.counter.cases.following import attempted, follow_up
from kiosk.counter.cases.handing import Told, hand_off
from kiosk.counter.cases.listing import Which, listed
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.person import Person, Reach
from kiosk.counter.cases.saving import back_up, restore
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.vault import VaultError, VaultKey, unseal
from kiosk.state import StateError, open_state
from tests.counter.cases.conftest import PLAN, TODAY, acts, by, consented
from tests.disks import full_disk

CERTAIN = Today(TODAY, certain=True)
LAST = TODAY + timedelta(days=90)
AFTER = Today(LAST + timedelta(days=1), certain=True)


def a_case(cabinet, vault, mark="a", plan=PLAN):
    """A case with everything in it that a person could be known by, each marked."""
    case = consented(cabinet, vault, open_case(cabinet, plan, by()))
    person = Person(f"Zephyrine{mark}", Reach.EMAIL, f"quidnunc{mark}@example.ca")
    keep_private(cabinet, vault, case, Private(person, f"Wombat{mark} brings the lease"), by())
    hand_off(cabinet, vault, case, OrganizationId("adsum"), f"Yarrow{mark} needs a bed", Told.PHONE, by())
    case = note_outcome(cabinet, case, 1, Status.GOT, by(), minutes=6)
    case = note_outcome(cabinet, case, 2, Status.NOT_OBTAINED, by(), reasons=frozenset({Reason.COST}), minutes=2)
    return attempted(cabinet, follow_up(cabinet, case, TODAY + timedelta(days=3), by()), by(), reached=False)


def everything(folder):
    return b"\x00".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def sealed(state):
    """All that is sealed in a state.db."""
    return [
        bytes(value)
        for table, columns in (("case_file", "person, note"), ("case_hand_off", "note, acknowledged_by"))
        for row in state.execute(f"SELECT {columns} FROM {table}")
        for value in row
        if value is not None
    ]


def test_an_erased_case_is_gone_and_its_number_says_so(cabinet, vault):
    case = a_case(cabinet, vault)

    erase(cabinet, case, Why.WITHDRAWN, by())

    with pytest.raises(CaseGoneError):
        read_case(cabinet.state, case.number, TODAY)
    with pytest.raises(CaseKeyError):
        key_of(cabinet.keys, vault, case.id)
    assert gone(cabinet.state, case.number) == Gone(case.number, TODAY, Why.WITHDRAWN)
    assert listed(cabinet.state, Which.ALL, today=TODAY) == ()
    assert acts(cabinet)[-1] == ("case_erased", case.number)


def test_a_case_in_hand_while_it_is_erased_can_be_written_no_more(cabinet, vault):
    case = a_case(cabinet, vault)
    erase(cabinet, case, Why.WITHDRAWN, by())

    with pytest.raises((CaseGoneError, CaseKeyError)):
        keep_private(cabinet, vault, case, Private(Person("Zephyrine")), by())
    with pytest.raises(CaseGoneError):
        note_outcome(cabinet, case, 1, Status.GOT, by())


def test_the_number_of_an_erased_case_is_never_given_again(cabinet, vault):
    erase(cabinet, a_case(cabinet, vault), Why.WITHDRAWN, by())

    assert open_case(cabinet, PLAN, by()).number == "26-2"


def test_erasing_changes_no_count(cabinet, vault):
    cases = [a_case(cabinet, vault), a_case(cabinet, vault), open_case(cabinet, PLAN, by())]
    before = tallies(cabinet.state, cases)

    erase(cabinet, cases[0], Why.WITHDRAWN, by())
    assert tallies(cabinet.state, cases[1:]) == before

    erase(cabinet, cases[1], Why.SUPERVISOR, by())
    erase(cabinet, cases[2], Why.SUPERVISOR, by())
    assert tallies(cabinet.state, ()) == before
    assert {(one.counted.status, one.count, one.minutes) for one in before} == {
        (Status.GOT, 2, 12),
        (Status.NOT_OBTAINED, 2, 4),
        (Status.HANDED, 3, 0),
        (Status.HANDED, 1, 0),
    }


def test_a_case_stays_through_its_last_day_and_is_swept_the_day_after(cabinet, vault):
    case = a_case(cabinet, vault)

    assert sweep(cabinet, Today(LAST, certain=True), by(LAST).at) == 0
    assert read_case(cabinet.state, case.number, LAST) == case
    assert sweep(cabinet, AFTER, by(AFTER.day).at) == 1
    assert gone(cabinet.state, case.number) == Gone(case.number, AFTER.day, Why.ENDED)


def test_a_case_without_consent_is_let_go_after_a_year(cabinet):
    open_case(cabinet, PLAN, by())

    assert sweep(cabinet, Today(TODAY + timedelta(days=365), certain=True), by().at) == 0
    assert sweep(cabinet, Today(TODAY + timedelta(days=366), certain=True), by().at) == 1


def test_a_day_that_is_not_certain_erases_nothing(cabinet, vault):
    case = a_case(cabinet, vault)

    assert sweep(cabinet, Today(AFTER.day, certain=False), by().at) == 0
    assert read_private(cabinet, vault, case, by())


def test_a_clock_set_back_revives_nothing(cabinet, vault):
    case = a_case(cabinet, vault)
    sweep(cabinet, AFTER, by(AFTER.day).at)

    with pytest.raises(CaseGoneError):
        read_case(cabinet.state, case.number, TODAY)


def test_what_stopped_after_the_key_was_destroyed_is_finished_by_the_next_sweep(cabinet, vault):
    case, other = a_case(cabinet, vault), a_case(cabinet, vault)
    destroy_keys(cabinet.keys, [case.id], TODAY, Why.WITHDRAWN)

    assert sweep(cabinet, Today(TODAY, certain=False), by().at) == 1

    assert gone(cabinet.state, case.number) == Gone(case.number, TODAY, Why.WITHDRAWN)
    assert read_case(cabinet.state, other.number, TODAY) == other


def test_a_full_disk_erases_the_whole_of_a_case_or_nothing(cabinet, vault):
    case = a_case(cabinet, vault)

    with pytest.raises(StateError), full_disk():
        erase(cabinet, case, Why.WITHDRAWN, by())

    assert read_private(cabinet, vault, case, by()).person.first_name == "Zephyrinea"
    erase(cabinet, case, Why.WITHDRAWN, by())
    assert sealed(cabinet.state) == []


@pytest.mark.slow
def test_two_hundred_erased_cases_leave_nothing_in_any_file(cabinet, vault, folder):
    cases = [a_case(cabinet, vault, f"{number:03}") for number in range(200)]
    back_up(cabinet.state, folder / "before.db")
    blobs = sealed(cabinet.state)
    wrapped = [bytes(row[0]) for row in cabinet.keys.execute("SELECT wrapped FROM case_key")]
    case_keys = [bytes(key_of(cabinet.keys, vault, case.id)) for case in cases]
    copied = (folder / "before.db").read_bytes()
    assert (len(blobs), len(wrapped)) == (600, 200)
    assert all(blob in copied for blob in blobs)

    for case in cases:
        erase(cabinet, case, Why.WITHDRAWN, by())
    back_up(cabinet.state, folder / "after.db")

    left = everything(folder)
    for planted in (b"Zephyrine", b"quidnunc", b"Wombat", b"Yarrow"):
        assert planted not in left
    assert not any(key in left for key in (*wrapped, *case_keys))
    (folder / "before.db").unlink()
    left = everything(folder)
    assert not any(blob in left for blob in blobs)


def test_an_old_copy_cannot_be_opened_even_with_the_key_of_the_vault(cabinet, vault, tmp_path):
    case = a_case(cabinet, vault)
    back_up(cabinet.state, tmp_path / "before.db")
    erase(cabinet, case, Why.WITHDRAWN, by())

    with closing(sqlite3.connect(tmp_path / "before.db")) as copy:
        old = Cabinet(copy, cabinet.keys)
        assert read_case(copy, case.number, TODAY) == case
        with pytest.raises(CaseKeyError):
            read_private(old, vault, case, by())
        keys = [vault, *(VaultKey(bytes(row[0])[:32]) for row in cabinet.keys.execute("SELECT * FROM case_key"))]
        for blob in sealed(copy):
            for key in keys:
                with pytest.raises(VaultError):
                    unseal(key, blob, b"case person " + case.id)


def test_a_case_that_an_old_copy_brings_back_is_erased_again(cabinet, vault, folder, tmp_path):
    case, kept = a_case(cabinet, vault), a_case(cabinet, vault, "kept")
    back_up(cabinet.state, tmp_path / "before.db")
    erase(cabinet, case, Why.WITHDRAWN, by())
    counts = tallies(cabinet.state, [kept])

    restore(tmp_path / "before.db", cabinet.state, MIGRATIONS)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        restored = Cabinet(state, keys)
        assert sweep(restored, Today(TODAY, certain=False), by().at) == 1

        assert gone(state, case.number) == Gone(case.number, TODAY, Why.WITHDRAWN)
        assert read_private(restored, vault, kept, by()).person.first_name == "Zephyrinekept"
        assert tallies(state, [kept]) == counts


def test_a_case_opened_after_the_copy_was_made_keeps_its_key_for_a_better_copy(cabinet, vault, folder, tmp_path):
    back_up(cabinet.state, tmp_path / "empty.db")
    case = a_case(cabinet, vault)
    back_up(cabinet.state, tmp_path / "whole.db")

    restore(tmp_path / "empty.db", cabinet.state, MIGRATIONS)
    sweep(cabinet, CERTAIN, by().at)
    restore(tmp_path / "whole.db", cabinet.state, MIGRATIONS)

    assert read_private(cabinet, vault, case, by()).person.first_name == "Zephyrinea"


def test_the_key_of_a_case_that_is_nowhere_goes_with_its_last_day(cabinet, vault, tmp_path):
    back_up(cabinet.state, tmp_path / "empty.db")
    case = a_case(cabinet, vault)
    restore(tmp_path / "empty.db", cabinet.state, MIGRATIONS)

    sweep(cabinet, AFTER, by(AFTER.day).at)

    with pytest.raises(CaseKeyError):
        key_of(cabinet.keys, vault, case.id)
