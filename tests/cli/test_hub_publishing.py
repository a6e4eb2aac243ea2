"""`guichet hub init, publish, resign, rotate-keys, export-usb` do what they say, and say what keeps them from it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.catalogue.build import build
from kiosk.cli.commands import main
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.hub.settings import load_hub
from kiosk.hub.store.opening import open_store

TINY = Path(__file__).parents[1] / "catalogue" / "fixtures" / "tiny" / "catalogue"


@pytest.fixture(scope="module")
def tiny_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny catalogue, version 7, built once."""
    target = tmp_path_factory.mktemp("tiny") / "catalogue.db"
    build(TINY, target)
    return target


@pytest.fixture
def newer(tiny_catalogue: Path, tmp_path: Path) -> Path:
    """The tiny catalogue as version 8."""
    shutil.copy(tiny_catalogue, tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as connection:
        connection.execute("UPDATE edition SET version = 8")
        connection.commit()
    return tmp_path / "newer.db"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub.toml of a hub that has neither keys nor a repository yet."""
    (tmp_path / "hub.toml").write_text('region = "ns"\n')
    return tmp_path / "hub.toml"


def run(hub: Path, *arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["hub", "--settings", str(hub), *map(str, arguments)], input=typed)


def test_an_operator_publishes_two_editions_and_takes_them_away_on_a_stick(
    hub: Path, tiny_catalogue: Path, newer: Path, tmp_path: Path
) -> None:
    begun = run(hub, "init", typed="\n\n")
    first, second = run(hub, "publish", tiny_catalogue), run(hub, "publish", newer)
    (tmp_path / "stick").mkdir()
    exported = run(hub, "export-usb", tmp_path / "stick")

    assert begun.exit_code == 0, begun.output
    assert "its fingerprint, to compare: " in begun.stdout
    assert first.stdout.startswith("ns: edition 7 of 2026-11-20, ")
    assert second.stdout.startswith("ns: edition 8 of 2026-11-20, ")
    assert "\n  from edition 7: " in second.stdout
    assert "written and read back" in exported.stdout
    assert len(list(tmp_path.glob("stick/guichet/targets/catalogue/ns/*"))) == 3


def test_a_stick_that_is_not_in_is_told_in_french_as_a_matter_of_the_stick(hub: Path, tmp_path: Path) -> None:
    run(hub, "init", typed="\n\n")

    refused = run(hub, "--lang", "fr", "export-usb", tmp_path / "stick")

    assert refused.exit_code == 1
    assert refused.stderr.startswith("Erreur\xa0: La clé USB ne se lit pas, ou ne s’écrit pas.\n")


def test_what_stewards_decided_at_the_hub_goes_with_an_edition_and_between_editions(
    hub: Path, tiny_catalogue: Path, tmp_path: Path
) -> None:
    run(hub, "init", typed="\n\n")
    without = run(hub, "publish-decided")
    open_store(load_hub(hub)).close()

    published, between = run(hub, "publish", tiny_catalogue), run(hub, "publish-decided")

    assert without.exit_code == 1
    assert "this hub has no database yet" in without.stderr
    assert published.exit_code == 0, published.output
    assert between.stdout == "ns: what was decided is published\n"
    (decided,) = tmp_path.glob("repository/targets/catalogue/ns/*.decided.json")
    assert b"guichet-corrections-1" in decided.read_bytes()


def test_the_kiosks_of_the_hub_are_published_day_by_day(hub: Path, tmp_path: Path) -> None:
    run(hub, "init", typed="\n\n")
    open_store(load_hub(hub)).close()

    resigned = run(hub, "resign")

    assert resigned.exit_code == 0, resigned.output
    assert len(list(tmp_path.glob("repository/targets/keys/*.kiosks.cbor"))) == 1


def test_publishing_the_same_edition_again_says_what_to_do(hub: Path, tiny_catalogue: Path) -> None:
    run(hub, "init", typed="\n\n")
    run(hub, "publish", tiny_catalogue)

    again = run(hub, "publish", tiny_catalogue)

    assert again.exit_code == 1
    assert again.stderr == (
        "Error: the catalogue has version 7, and 7 is published for ns: "
        "raise the version in catalogue.yaml and build it again\n"
    )


def test_a_pass_phrase_guards_what_belongs_in_drawers_and_a_machine_signs_without(
    hub: Path, tiny_catalogue: Path, tmp_path: Path
) -> None:
    run(hub, "init", typed="open sesame\nopen sesame\n")

    published = run(hub, "publish", tiny_catalogue, typed="open sesame\n")
    wrong = run(hub, "rotate-keys", "root", "--renew", typed="wrong\n")
    resigned = run(hub, "resign")

    assert published.exit_code == 0, published.output
    assert "open sesame" not in published.output
    assert wrong.exit_code == 1
    assert "its pass phrase is another, or it is torn" in wrong.stderr
    assert resigned.exit_code == 0
    assert "timestamp 90 days" in resigned.stdout
    sealed = {path.name.partition("-")[0] for path in tmp_path.glob("keys/*") if b"ENCRYPTED" in path.read_bytes()}
    assert sealed == {"root", "targets", "catalogue", "recipients"}


def test_a_pass_phrase_is_read_from_a_file_and_guards_every_key(
    hub: Path, tiny_catalogue: Path, tmp_path: Path
) -> None:
    (tmp_path / "phrase").write_text("open sesame\n")
    run(hub, "init", "--passphrase-file", tmp_path / "phrase")

    published = run(hub, "publish", tiny_catalogue, "--passphrase-file", tmp_path / "phrase")

    assert published.exit_code == 0, published.output
    assert all(b"ENCRYPTED" in path.read_bytes() for path in tmp_path.glob("keys/*.pem"))


@pytest.mark.parametrize(("content", "said"), [(None, "does not exist"), (b"\nsecond\n", "has no pass phrase")])
def test_a_file_without_a_pass_phrase_is_told(hub: Path, tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "phrase").write_bytes(content)

    result = run(hub, "init", "--passphrase-file", tmp_path / "phrase")

    assert result.exit_code != 0
    assert said in result.stderr
    assert not (tmp_path / "keys").exists()


def test_one_of_three_root_keys_is_replaced_from_two_drawers(hub: Path, tmp_path: Path) -> None:
    run(hub, "init", typed="\n\n")
    first, second, third = sorted(tmp_path.glob("keys/root-*.pem"))
    (tmp_path / "drawer").mkdir()
    second.rename(tmp_path / "drawer" / second.name)
    third.unlink()
    leaving = third.stem.removeprefix("root-")

    alone = run(hub, "rotate-keys", "root", "--only", leaving, typed="\n\n")
    both = run(
        hub,
        "rotate-keys",
        "root",
        "--only",
        leaving,
        "--keys",
        first.parent,
        "--keys",
        tmp_path / "drawer",
        typed="\n\n",
    )

    assert "2 keys of root must sign, and 1 of them is in" in alone.stderr
    assert both.exit_code == 0, both.output
    assert f"not trusted any more: {third.name} can be destroyed" in both.stdout
    assert len(list(tmp_path.glob("keys/root-*.pem"))) == 2


def test_what_should_be_signed_soon_is_told_with_the_command(hub: Path, tmp_path: Path) -> None:
    init(tmp_path / "repository", Keys.within(tmp_path / "keys"), datetime.now(UTC) - timedelta(days=25))
    next(tmp_path.glob("keys/devices-*.pem")).unlink()

    resigned = run(hub, "resign")

    assert resigned.exit_code == 0
    assert "timestamp 90 days" in resigned.stdout
    assert resigned.stderr == "devices should be signed soon: guichet hub rotate-keys devices --renew\n"


def test_a_role_is_signed_again_for_its_whole_time(hub: Path) -> None:
    run(hub, "init", typed="\n\n")

    renewed = run(hub, "rotate-keys", "catalogue", "--renew")

    assert renewed.stdout == "what catalogue signs is signed again\n"


def test_only_and_renew_exclude_each_other(hub: Path) -> None:
    result = run(hub, "rotate-keys", "root", "--only", "abcd", "--renew")

    assert result.exit_code == 2
    assert "choose one of them" in result.stderr


def test_publishing_without_a_repository_says_so(hub: Path, tiny_catalogue: Path) -> None:
    result = run(hub, "publish", tiny_catalogue)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: there is no folder ")
    assert result.stderr.endswith("repository: guichet hub init makes it\n")


def test_an_operator_publishes_in_french(hub: Path, tiny_catalogue: Path, tmp_path: Path) -> None:
    begun = run(hub, "--lang", "fr", "init", typed="\n\n")
    published = run(hub, "--lang", "fr", "publish", tiny_catalogue)
    again = run(hub, "--lang", "fr", "publish", tiny_catalogue)
    resigned = run(hub, "--lang", "fr", "resign")

    assert "Phrase de passe des nouvelles clés" in begun.output
    assert "son empreinte, à comparer\xa0: " in begun.stdout
    assert published.stdout.startswith("ns\xa0: édition 7 du 2026-11-20, ")
    assert again.exit_code == 1
    assert again.stderr.startswith("Erreur\xa0: Ceci ne peut pas être publié.")
    assert "raise the version in catalogue.yaml" in again.stderr
    assert "timestamp 90 jours" in resigned.stdout
