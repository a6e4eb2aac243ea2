"""`guichet audit` at the command line."""

from contextlib import closing
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from kiosk.cli.commands import main
from kiosk.counter import anchor
from kiosk.counter.audit import Act, record
from kiosk.counter.audit_words import WORDS
from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import atomic, open_state

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
    """The first supervisor, who then looked at three cases."""
    signed = make_first_supervisor(
        state,
        this_machine(folder),
        untrusted_code=first_code(state, folder),
        name="Samira",
        untrusted_pin="482915",
        language="en",
        at=AT,
    )
    for number in range(118, 121):
        with atomic(state):
            record(state, who=signed.staff.id, act=Act.CASE_READ, subject=f"24-{number}", at=AT)
    return signed


def guichet(*words):
    return CliRunner().invoke(main, words)


def test_a_whole_audit_is_told_and_succeeds(folder, samira):
    told = guichet("audit", "verify")

    assert (told.exit_code, told.output) == (0, "The audit is whole: 4 lines.\n")
    assert guichet("audit", "verify", "--lang", "fr").output == "Le journal est entier\u00a0: 4 lignes.\n"


def test_an_audit_of_nothing_is_whole(folder):
    told = guichet("audit", "verify")

    assert (told.exit_code, told.output) == (0, "The audit is whole: 0 lines.\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            "UPDATE audit SET subject = '24-999' WHERE sequence = 3",
            "The audit is broken at line 3: it was altered, or has changed places.",
        ),
        ("DELETE FROM audit WHERE sequence = 2", "The audit is broken: line 2 is missing."),
        ("DELETE FROM audit WHERE sequence > 3", "The audit is broken: its end, from line 4 on, is missing."),
        ("DELETE FROM audit", "The audit is broken: its end, from line 1 on, is missing."),
    ],
)
def test_a_broken_one_is_told_with_its_line_and_fails(folder, state, samira, change, sentence):
    state.execute(change)

    told = guichet("audit", "verify")

    assert (told.exit_code, told.output) == (1, sentence + "\n")


def test_a_chain_written_anew_is_told(folder, state, samira):
    anchor.drop(state, folder, this_machine(folder).secret)
    state.execute("DELETE FROM audit")
    state.execute("DELETE FROM audit_head")
    for _ in range(4):
        with atomic(state):
            record(state, who=samira.staff.id, act=Act.CASE_READ, subject="24-118", at=AT)

    told = guichet("audit", "verify")

    assert (told.exit_code, told.output) == (
        1,
        "The audit is broken: line 4, or one before it, was written anew.\n",
    )


def test_a_copy_put_back_is_a_line_of_its_own_and_leaves_the_audit_whole(folder, state, samira, tmp_path):
    assert guichet("counter", "backup", str(tmp_path / "copy.db")).exit_code == 0
    for _ in range(3):
        with atomic(state):
            record(state, who=samira.staff.id, act=Act.CASE_READ, subject="24-121", at=AT)
    anchor.drop(state, folder, this_machine(folder).secret)
    state.close()

    assert guichet("counter", "restore", str(tmp_path / "copy.db"), "--yes").exit_code == 0

    assert guichet("audit", "verify").output == "The audit is whole: 5 lines.\n"
    assert guichet("audit", "list", "--last", "1").output.endswith("nobody  backup put back  7\n")


def test_a_file_put_back_by_other_means_is_noticed(folder, state, samira, tmp_path):
    guichet("counter", "backup", str(tmp_path / "copy.db"))
    with atomic(state):
        record(state, who=samira.staff.id, act=Act.CASE_READ, subject="24-121", at=AT)
    anchor.drop(state, folder, this_machine(folder).secret)
    state.close()

    for beside in folder.glob("state.db*"):
        beside.unlink()
    (folder / "state.db").write_bytes((tmp_path / "copy.db").read_bytes())

    told = guichet("audit", "verify")
    assert (told.exit_code, told.output) == (1, "The audit is broken: its end, from line 5 on, is missing.\n")


def test_without_an_anchor_it_says_so(folder, samira):
    (folder / anchor.ANCHOR_FILE).unlink()

    told = guichet("audit", "verify")

    assert (told.exit_code, told.output) == (
        0,
        "The audit is whole: 4 lines. There is no anchor to hold it against; the next sign-in makes one.\n",
    )


def test_an_anchor_that_is_damaged_fails_though_the_chain_is_whole(folder, samira):
    (folder / anchor.ANCHOR_FILE).write_bytes(b"torn")

    told = guichet("audit", "verify")

    assert told.exit_code == 1
    assert "audit-anchor is damaged" in told.output


def test_the_list_says_who_did_what_on_the_site_s_clock(folder, samira):
    assert guichet("audit", "list", "--last", "2").output.splitlines() == [
        "3  2026-03-12 10:14:00  Samira  case read  24-119",
        "4  2026-03-12 10:14:00  Samira  case read  24-120",
    ]


def test_the_list_is_in_french_too(folder, samira):
    told = guichet("audit", "list", "--last", "1", "--lang", "fr").output

    assert told == "4  2026-03-12 10:14:00  Samira  dossier consulté  24-120\n"


def test_every_act_has_its_words():
    assert set(WORDS) == set(Act)


def test_a_line_of_nobody_says_so(folder, state, samira):
    with atomic(state):
        record(state, who="", act=Act.SIGN_IN_FAILED, subject=samira.staff.id, at=AT)

    assert guichet("audit", "list", "--last", "1").output == "5  2026-03-12 10:14:00  nobody  sign-in refused  Samira\n"


def test_a_moment_that_was_altered_is_listed_as_it_stands(folder, state, samira):
    state.execute("UPDATE audit SET at = 'long ago' WHERE sequence = 4")

    assert guichet("audit", "list", "--last", "1").output == "4  long ago  Samira  case read  24-120\n"
