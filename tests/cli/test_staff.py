"""`guichet staff` at the command line."""

import stat
from contextlib import closing
from datetime import UTC, datetime

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from kiosk.cli.commands import main
from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.staff import Role, people, this_machine
from kiosk.counter.staff.attempts import MOST_TRIES, LockedError
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.giving import give_badge, set_pin
from kiosk.counter.staff.signing import SignInError, sign_in_by_badge, sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

AT = datetime(2026, 3, 12, 13, 14, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    return tmp_path


@pytest.fixture
def state(folder):
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def samira(state, folder):
    return make_first_supervisor(
        state,
        this_machine(folder),
        untrusted_code=first_code(state, folder),
        name="Samira",
        untrusted_pin="482915",
        language="en",
        at=AT,
    )


@pytest.fixture
def dina(state, folder, samira):
    staff = people.add(state, samira, name="Dina Côté", role=Role.STAFF, language="fr", at=AT)
    set_pin(state, this_machine(folder), samira, staff.id, "730164", at=AT)
    return staff


def guichet(*words, typed=""):
    return CliRunner().invoke(main, words, input=typed)


def lock(state, folder, name):
    for _ in range(MOST_TRIES):
        with pytest.raises((SignInError, LockedError)):
            sign_in_by_pin(state, this_machine(folder), name, "906153", at=AT)


def test_the_first_code_is_shown_until_it_is_used(folder, state):
    shown = guichet("staff", "first-code").output.strip()

    assert shown == guichet("staff", "first-code").output.strip()
    signed = make_first_supervisor(
        state,
        this_machine(folder),
        untrusted_code=shown,
        name="Samira",
        untrusted_pin="482915",
        language="en",
        at=AT,
    )
    assert signed.staff.role is Role.SUPERVISOR
    refused = guichet("staff", "first-code")
    assert (refused.exit_code, refused.output.count("\n")) == (1, 1)


def test_the_list_of_nobody_says_how_to_begin(folder):
    assert guichet("staff", "list").output == "Nobody works here yet: guichet staff first-code\n"


def test_the_list_says_who_has_which_role_and_is_locked(folder, state, samira, dina):
    people.add(state, samira, name="Marc", role=Role.EDITOR, language="fr", at=AT)
    lock(state, folder, "Dina Côté")

    assert guichet("staff", "list").output.splitlines() == [
        "Dina Côté  staff  PIN  locked",
        "Marc  catalogue editor  cannot sign in yet",
        "Samira  supervisor  PIN",
    ]
    assert "NIP" in guichet("staff", "list", "--lang", "fr").output


def test_a_locked_supervisor_is_unlocked_on_the_machine(folder, state, samira):
    lock(state, folder, "Samira")

    told = guichet("staff", "unlock", "samira")

    assert told.output == "Samira can sign in again.\n"
    assert sign_in_by_pin(state, this_machine(folder), "Samira", "482915", at=AT).staff == samira.staff


def test_unlocking_nobody_is_refused_in_one_sentence(folder, samira):
    refused = guichet("staff", "unlock", "Nobody")

    assert (refused.exit_code, refused.output) == (
        1,
        "Error: nobody called Nobody works here: guichet staff list\n",
    )


def test_a_badge_is_made_on_a_supervisor_s_pin_and_signs_in(folder, state, samira, dina, tmp_path):
    out = tmp_path / "dina.png"

    told = guichet("staff", "badge", "dina cote", "--out", str(out), typed="Samira\n482915\n")

    assert told.exit_code == 0, told.output
    assert "482915" not in told.output
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    text = zxingcpp.read_barcode(Image.open(out)).text
    signed = sign_in_by_badge(state, this_machine(folder), text, at=AT)
    assert (signed.staff, signed.vault_key) == (dina, samira.vault_key)


def test_no_badge_is_made_on_the_pin_of_the_staff(folder, state, samira, dina, tmp_path):
    refused = guichet("staff", "badge", "Samira", "--out", str(tmp_path / "x.png"), typed="Dina Côté\n730164\n")

    assert refused.exit_code == 1
    assert not (tmp_path / "x.png").exists()
    assert not any(person.has_badge for person in people.standings(state))


def test_a_wrong_pin_at_the_terminal_is_counted_like_any_other(folder, state, samira, dina, tmp_path):
    for _ in range(MOST_TRIES):
        refused = guichet("staff", "badge", "Samira", "--out", str(tmp_path / "x.png"), typed="Samira\n906153\n")
        assert refused.exit_code == 1

    assert next(person.locked for person in people.standings(state) if person.staff == samira.staff)


def test_a_supervisor_who_forgot_their_pin_is_rescued_with_the_help_of_staff(folder, state, samira, dina):
    told = guichet("staff", "rescue", "Samira", typed="Dina Côté\n730164\n514092\n514092\n")

    assert told.exit_code == 0, told.output
    signed = sign_in_by_pin(state, this_machine(folder), "Samira", "514092", at=AT)
    assert signed.vault_key == samira.vault_key


def test_giving_up_the_cases_says_what_is_lost(folder, state, samira, dina):
    told = guichet("staff", "rescue", "Ines", "--lose-cases", typed="514092\n514092\n")

    assert "cannot be opened any more" in told.output
    assert sign_in_by_pin(state, this_machine(folder), "Ines", "514092", at=AT).vault_key != samira.vault_key
    assert Act.STAFF_RESCUED in [line.act for line in audit.lines(state, 3)]


def test_a_badge_scanned_at_the_terminal_helps_as_well(folder, state, samira, dina):
    badge = give_badge(state, samira, dina.id, at=AT)
    (folder / "machine-secret").unlink()  # no PIN is worth anything now

    told = guichet("staff", "rescue", "Samira", "--scan", typed=f"{badge.text}\n514092\n514092\n")

    assert told.exit_code == 0, told.output
    assert badge.text not in told.output
    signed = sign_in_by_pin(state, this_machine(folder), "Samira", "514092", at=AT)
    assert signed.vault_key == samira.vault_key


def test_somebody_changes_their_own_pin(folder, state, samira, dina):
    told = guichet("staff", "pin", "dina cote", typed="730164\n514092\n514092\n")

    assert told.output.endswith("Dina Côté can sign in with the new PIN.\n")
    assert "514092" not in told.output
    assert sign_in_by_pin(state, this_machine(folder), "Dina Côté", "514092", at=AT).vault_key == samira.vault_key


def test_a_new_pin_that_is_easy_to_guess_leaves_the_old_one(folder, state, samira, dina):
    refused = guichet("staff", "pin", "Dina Côté", typed="730164\n123456\n123456\n")

    assert refused.exit_code == 1
    assert "easy to guess" in refused.output
    assert sign_in_by_pin(state, this_machine(folder), "Dina Côté", "730164", at=AT).staff == dina


def test_a_damaged_secret_is_told_in_one_sentence(folder, samira):
    (folder / "machine-secret").write_bytes(b"torn")

    refused = guichet("staff", "list")

    assert refused.exit_code == 1
    assert refused.output.count("\n") == 1
    assert "put back its backup" in refused.output
