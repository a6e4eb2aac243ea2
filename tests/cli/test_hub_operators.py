"""`guichet hub operator` at the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main
from kiosk.hub.pages import operators
from kiosk.hub.pages.passphrases import stretched
from kiosk.hub.pages.tables import MIGRATIONS
from kiosk.hub.settings import load_hub
from kiosk.hub.store.opening import open_store

PASSPHRASE = "four boats on a lake"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "hub.toml"
    file.write_text('database = "hub.db"\n')
    return file


def guichet(settings: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["hub", "--settings", str(settings), "operator", *words], input=typed)


def test_who_was_added_at_the_machine_is_recognised_at_the_page(settings: Path) -> None:
    added = guichet(settings, "add", "Claire", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    store = open_store(load_hub(settings), MIGRATIONS)

    assert added.exit_code == 0
    assert PASSPHRASE not in added.output
    assert operators.recognised(store, stretched, "claire", PASSPHRASE) is not None
    assert operators.recognised(store, stretched, "claire", PASSPHRASE + "s") is None
    store.close()


def test_adding_somebody_again_gives_them_another_passphrase(settings: Path) -> None:
    guichet(settings, "add", "Claire", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    again = guichet(settings, "add", "CLAIRE", typed="five geese on a roof\nfive geese on a roof\n")
    listed = guichet(settings, "list")

    assert "another passphrase" in again.output
    assert listed.output.count("Claire") == 1


def test_the_last_operator_stays(settings: Path) -> None:
    guichet(settings, "add", "Claire", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")

    removed = guichet(settings, "remove", "Claire")

    assert removed.exit_code == 1
    assert "add another one first" in removed.output
    assert "Claire" in guichet(settings, "list").output


@pytest.mark.parametrize("passphrase", ["too short", "aaaaaaaaaaaaaaaa", "claire of the lake"])
def test_an_easy_passphrase_is_refused(settings: Path, passphrase: str) -> None:
    added = guichet(settings, "add", "Claire", typed=f"{passphrase}\n{passphrase}\n")

    assert added.exit_code == 1
    assert "nobody can sign in yet" in guichet(settings, "list").output
