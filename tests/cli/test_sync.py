"""`guichet sync` at the command line: one sentence each way, an exit code for each refusal, and who is trusted."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.catalogue.editions import updates_folder
from kiosk.cli.commands import main
from kiosk.cli.sync import EXIT_UP, EXITS
from kiosk.languages.shipped import words_of
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.updates import wording
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.trusting import fingerprint, trust, trusted
from tests.sync.exchange.a_hub import HUB_KEY, Hub, say, serving
from tests.sync.updates.reference import SHIPPED, Publisher, make_edition

DOCUMENT = Path(__file__).parents[2] / "docs" / "staying-current.md"


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    return make_edition(tmp_path_factory.mktemp("edition") / "newer.db", SHIPPED + 1)


@pytest.fixture
def publisher(tmp_path, edition):
    now = datetime.now(UTC)
    publisher = Publisher(tmp_path / "repository", now)
    publisher.publish(SHIPPED + 1, edition, now)
    return publisher


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Return a way to write the section [sync] of this machine's configuration."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))

    def configure(**settings):
        lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
        (tmp_path / "guichet.toml").write_text("\n".join(["[sync]", *lines]))

    configure()
    return configure


@pytest.fixture
def trusting(configured, publisher):
    configured(updates=str(publisher.folder))
    trust(updates_folder(), publisher.first_root)
    return publisher


def guichet(*words, **more):
    return CliRunner().invoke(main, [str(word) for word in words], **more)


def test_an_installed_edition_is_what_every_command_opens(trusting):
    assert f"Catalogue {SHIPPED} of " in guichet("doctor").output
    assert guichet("sync").exit_code == 0

    told = json.loads(guichet("sync", "status", "--json").output)

    assert (told["edition"], told["installed"]) == (SHIPPED + 1, SHIPPED + 1)
    assert str(updates_folder()) in told["catalogue"]
    assert told["trusts"] == fingerprint(trusting.first_root)
    assert told["last"]["reason"] is None
    assert f"Catalogue {SHIPPED + 1} of " in guichet("doctor").output
    assert guichet("plan", "death-in-the-family").exit_code == 0


def test_the_way_down_says_one_sentence(trusting):
    first, again = guichet("sync"), guichet("sync")

    assert re.fullmatch(rf"Edition {SHIPPED + 1} of the catalogue is here, as of .* \(\d+ KB\)\.\n", first.stdout)
    assert again.stdout == f"The catalogue is up to date: edition {SHIPPED + 1}.\n"
    assert (first.stderr, again.stderr) == ("", "")


def test_the_way_down_is_told_in_french_too(trusting):
    guichet("sync")

    assert guichet("sync", "--lang", "fr").stdout == f"Le répertoire est à jour\u00a0: édition {SHIPPED + 1}.\n"


def test_a_place_named_at_the_command_line_is_used_alone(configured, publisher):
    configured(updates="/nowhere", hub="http://127.0.0.1:1")
    trust(updates_folder(), publisher.first_root)

    done = guichet("sync", "--from", publisher.folder)

    assert done.exit_code == 0
    assert done.stdout.count("\n") == 1


def test_without_updates_and_without_a_hub_the_configuration_is_named(configured):
    done = guichet("sync")

    assert done.exit_code == 1
    assert "section [sync] of the configuration" in done.output


def test_a_kiosk_that_trusts_nobody_says_what_to_do(configured, publisher):
    configured(updates=str(publisher.folder))

    done = guichet("sync")

    assert done.exit_code == EXITS[Reason.NOT_TRUSTED]
    assert "guichet sync trust FILE" in done.stderr
    assert guichet("sync", "status").output.count("guichet sync trust FILE") == 1


def test_a_refusal_is_a_sentence_a_code_and_the_fault_for_who_keeps_the_machine(trusting):
    trusting.whole(SHIPPED + 1).write_bytes(b"")

    done = guichet("sync", "--lang", "fr")

    assert done.exit_code == EXITS[Reason.NOT_WHOLE]
    assert done.stdout == ""
    sentence, fault = done.stderr.splitlines()
    assert sentence == wording.refusal(words_of("fr"), Reason.NOT_WHOLE)
    assert fault.startswith("(not_whole: ")
    assert json.loads(guichet("sync", "status", "--json").output)["last"]["reason"] == "not_whole"
    assert sentence in guichet("sync", "status", "--lang", "fr").output


def test_a_clock_that_cannot_be_right_is_told_once_the_sentence_is_said(configured, tmp_path, edition):
    later = datetime.now(UTC) + timedelta(days=40)
    publisher = Publisher(tmp_path / "later", later)
    publisher.publish(SHIPPED + 1, edition, later)
    configured(updates=str(publisher.folder))
    trust(updates_folder(), publisher.first_root)
    guichet("sync")

    done = guichet("sync")

    assert done.exit_code == 0
    assert "The clock of this machine cannot be right." in done.stderr
    assert "The clock of this machine cannot be right." in guichet("sync", "status").output


def test_every_reason_has_a_sentence_of_its_own_in_each_language_and_a_code_of_its_own():
    for language in ("en", "fr", "ar"):
        sentences = {wording.refusal(words_of(language), reason) for reason in Reason}
        assert len(sentences) == len(Reason)
    assert {wording.refusal(words_of("fr"), reason) for reason in Reason}.isdisjoint(
        wording.refusal(words_of("en"), reason) for reason in Reason
    )
    assert set(EXITS) == set(Reason)
    assert len({*EXITS.values(), EXIT_UP}) == len(Reason) + 1


def test_the_exit_codes_are_those_that_the_document_tells_operators():
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)

    assert {name: int(code) for code, name in rows} == {str(reason): code for reason, code in EXITS.items()} | {
        "up": EXIT_UP
    }


def test_trust_shows_digits_to_compare_and_asks(configured, publisher):
    file = publisher.folder / "metadata/1.root.json"

    refused = guichet("sync", "trust", file, input="n\n")
    assert refused.exit_code == 1
    assert fingerprint(publisher.first_root) in refused.output
    assert trusted(updates_folder()) is None

    assert guichet("sync", "trust", file, input="y\n").exit_code == 0
    assert trusted(updates_folder()) == publisher.first_root


def test_trust_takes_nothing_that_is_no_root(configured, publisher):
    done = guichet("sync", "trust", "--yes", publisher.folder / "metadata/timestamp.json")

    assert done.exit_code == 1
    assert "not the first root" in done.output
    assert done.output.count("\n") == 1


def test_status_of_a_kiosk_that_was_never_brought_up_to_date(configured):
    told = guichet("sync", "status").output

    assert f"Edition {SHIPPED} of the catalogue is in use." in told
    assert "has not been told whose updates to trust" in told
    assert "Nobody has looked for updates yet." in told


def test_the_way_up_says_one_sentence(configured, tmp_path):
    folder = tmp_path / "state"
    hub, key = Hub(), KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(folder).private)
    hub.knows(key)
    keep_hub(folder, KnownHub(key.key_id, HUB_KEY.public, "ns"))

    with serving(lambda handler, body: say(handler, 200, hub.exchange(body))) as address:
        configured(hub=address)
        done = guichet("sync")

    assert done.exit_code == 0
    assert done.stdout == "0 records were told to the hub, and 0 wait.\n"
    (batch,) = hub.heard
    assert batch.health.catalogue_version == SHIPPED
    assert batch.health.free_mib > 0


def test_a_kiosk_that_is_not_enrolled_or_whose_hub_is_away_keeps_what_it_has_to_tell(configured, tmp_path):
    configured(hub="http://127.0.0.1:1")
    done = guichet("sync")
    assert done.exit_code == EXIT_UP
    assert "not enrolled" in done.stderr

    folder = tmp_path / "state"
    key = KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(folder).private)
    keep_hub(folder, KnownHub(key.key_id, HUB_KEY.public, "ns"))
    done = guichet("sync")
    assert done.exit_code == EXIT_UP
    assert "The hub cannot be reached just now." in done.stderr


def test_where_both_ways_fail_both_are_told_and_the_way_down_gives_the_code(configured):
    configured(updates="/nowhere", hub="http://127.0.0.1:1")

    done = guichet("sync")

    assert done.exit_code == EXITS[Reason.NOT_TRUSTED]
    assert "not enrolled" in done.stderr


def test_on_a_terminal_nothing_stands_beside_the_sentence_and_the_fault(configured, publisher, tmp_path):
    configured(updates=str(publisher.folder))

    done = subprocess.run([sys.executable, "-m", "kiosk", "sync"], capture_output=True, text=True, check=False)

    assert done.returncode == EXITS[Reason.NOT_TRUSTED]
    assert done.stderr.count("\n") == 2
