"""A kiosk comes to its hub, sends sticks there and changes its key, at the command line of both."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import waiting
from kiosk.referral.keys import KeyId, KeyRing, KnownKiosk, own_key
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.exchanging import exchange_once
from kiosk.sync.exchange.fingerprint import fingerprint
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub, known_hub
from tests.sync.exchange.a_hub import HUB_KEY, Hub, Office, say, serving
from tests.sync.exchange.conftest import DAY, HEALTH, NOW
from tests.sync.exchange.test_sticks import SEALING_PUBLIC
from tests.sync.updates.reference import SHIPPED, Publisher, make_edition

HUB = KnownHub(KeyId(b"\x00\x00\x00\x2a"), HUB_KEY.public, "ns", SEALING_PUBLIC)
CODE = "7K3F-9XD2-M4PQ-8RTV"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    monkeypatch.setenv("GUICHET_HUB", str(tmp_path / "hub" / "hub.toml"))
    (tmp_path / "guichet.toml").write_text("")
    return tmp_path / "state"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    folder.mkdir()
    (folder / "hub.toml").write_text('region = "ns"\n')
    return folder


def guichet(*words: object, **more: str) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], **more)  # type: ignore[arg-type]


def happen(state: Path, count: int) -> None:
    with closing(open_state(state / "state.db", MIGRATIONS)) as opened, atomic(opened):
        for _ in range(count):
            put(opened, Kind.CALL, {1: "2026-03-12T10", 2: "answered"}, DAY)


def left(state: Path) -> int:
    with closing(open_state(state / "state.db", MIGRATIONS)) as opened:
        return waiting(opened).count


def test_a_kiosk_enrols_with_a_code_and_says_its_number_and_the_hubs_digits(state: Path, tmp_path: Path) -> None:
    with serving(lambda handler, body: say(handler, 200, Office(HUB, CODE).enrol(body))) as address:
        (tmp_path / "guichet.toml").write_text(f"[sync]\nhub = {json.dumps(address)}")
        came = guichet("sync", "enrol", CODE.lower(), "--lang", "fr")

    assert came.exit_code == 0, came.output
    assert "numéro 42" in came.output
    assert fingerprint(HUB.public) in came.output
    assert known_hub(state) == HUB


def test_a_code_that_is_none_and_a_hub_that_is_not_named_are_told_in_a_sentence(state: Path, tmp_path: Path) -> None:
    unnamed = guichet("sync", "enrol", CODE)
    (tmp_path / "guichet.toml").write_text('[sync]\nhub = "https://hub.invalid"')
    wrong = guichet("sync", "enrol", "7K3F")

    assert (unnamed.exit_code, wrong.exit_code) == (1, 1)
    assert "[sync]" in unnamed.output
    assert "sixteen letters and digits" in wrong.output


@pytest.mark.parametrize(("language", "way_out"), [("en", "ask its operator"), ("fr", "demandez-en un autre")])
def test_a_code_that_the_hub_does_not_take_is_told_with_what_to_do(
    state: Path, tmp_path: Path, language: str, way_out: str
) -> None:
    with serving(lambda handler, body: say(handler, 403, b"")) as address:
        (tmp_path / "guichet.toml").write_text(f"[sync]\nhub = {json.dumps(address)}")
        refused = guichet("sync", "enrol", CODE, "--lang", language)

    assert refused.exit_code == 1
    assert way_out in refused.output
    assert refused.output.endswith("(the answer is 403)\n")
    assert not (state / "sync" / "hub.cbor").exists()


def test_without_a_network_two_files_and_two_fingerprints_do_it(state: Path, hub: Path, tmp_path: Path) -> None:
    card, answer, stick = tmp_path / "truro.cbor", tmp_path / "answer.cbor", tmp_path / "stick"
    stick.mkdir()
    shown = guichet("sync", "card", card, "--name", "Truro").output.strip().splitlines()[-1]
    assert shown == fingerprint(own_key(state).public)
    told = guichet("hub", "enrol", card, "--answer", answer, "--digits", shown)
    assert told.exit_code == 0, told.output
    hubs = told.output.strip().rpartition(": ")[2]

    refused = guichet("sync", "join", answer, "--digits", shown)
    joined = guichet("sync", "join", answer, input=f"{hubs}\n")

    assert refused.exit_code == 1
    assert joined.exit_code == 0, joined.output
    happen(state, 3)
    assert "1 file is on the stick" in guichet("sync", "to-stick", stick).output
    assert left(state) == 3
    carried = guichet("hub", "stick", stick)
    assert carried.exit_code == 0, carried.output
    assert "The hub has 3 records more, and 0 wait." in guichet("sync", "from-stick", stick).output
    assert left(state) == 0


def test_a_stick_that_takes_no_word_of_the_hubs_is_told_and_the_next_one_brings_it(
    state: Path, hub: Path, tmp_path: Path
) -> None:
    card, answer, stick = tmp_path / "truro.cbor", tmp_path / "answer.cbor", tmp_path / "stick"
    shown = guichet("sync", "card", card).output.strip().splitlines()[-1]
    told = guichet("hub", "enrol", card, "--answer", answer, "--digits", shown)
    guichet("sync", "join", answer, "--digits", told.output.strip().rpartition(": ")[2])
    happen(state, 3)
    stick.mkdir()
    guichet("sync", "to-stick", stick)
    (stick / "receipts").write_bytes(b"no folder")

    refused = guichet("hub", "--lang", "fr", "stick", stick)
    (stick / "receipts").unlink()
    carried = guichet("hub", "stick", stick)

    assert refused.exit_code == 1
    assert refused.output.startswith("Erreur\xa0: La clé USB ne se lit pas")
    assert carried.exit_code == 0, carried.output
    assert "The hub has 3 records more, and 0 wait." in guichet("sync", "from-stick", stick).output


def test_a_kiosk_that_joined_takes_the_hubs_editions_without_being_told_whom_to_trust(
    state: Path, hub: Path, tmp_path: Path
) -> None:
    card, answer = tmp_path / "truro.cbor", tmp_path / "answer.cbor"
    make_edition(tmp_path / "newer.db", SHIPPED + 1)
    begun = guichet("hub", "init", input="\n\n")
    assert guichet("hub", "publish", tmp_path / "newer.db").exit_code == 0
    shown = guichet("sync", "card", card).output.strip().splitlines()[-1]
    hubs = guichet("hub", "enrol", card, "--answer", answer, "--digits", shown).output.strip().rpartition(": ")[2]

    joined = guichet("sync", "join", answer, "--digits", hubs)
    came = guichet("sync", "--from", hub / "repository")

    assert joined.exit_code == 0, joined.output
    (digits,) = (line.rpartition(": ")[2] for line in begun.output.splitlines() if "its fingerprint" in line)
    assert digits in joined.output, "the person at the kiosk reads what the publisher's machine has said"
    assert came.exit_code == 0, came.output
    assert f"Edition {SHIPPED + 1} of the catalogue is here" in came.output


def test_a_kiosk_that_trusts_another_publisher_does_not_join_and_is_told_why(
    state: Path, hub: Path, tmp_path: Path
) -> None:
    card, answer = tmp_path / "truro.cbor", tmp_path / "answer.cbor"
    guichet("hub", "init", input="\n\n")
    other = Publisher(tmp_path / "other", datetime.now(UTC)).first_root
    (tmp_path / "other.json").write_bytes(other)
    assert guichet("sync", "trust", tmp_path / "other.json", "--yes").exit_code == 0
    shown = guichet("sync", "card", card).output.strip().splitlines()[-1]
    hubs = guichet("hub", "enrol", card, "--answer", answer, "--digits", shown).output.strip().rpartition(": ")[2]

    refused = guichet("sync", "join", answer, "--digits", hubs)

    en_francais = guichet("sync", "join", answer, "--digits", hubs, "--lang", "fr")

    assert (refused.exit_code, en_francais.exit_code) == (1, 1)
    assert "trusts other updates than this hub's" in refused.output
    assert "Cette borne se fie aux mises à jour de quelqu’un d’autre." in en_francais.output
    assert (state / "sync" / "root.json").read_bytes() == other
    assert not (state / "sync" / "hub.cbor").exists()


def test_a_stick_with_nothing_on_it_is_told(state: Path, tmp_path: Path) -> None:
    with serving(lambda handler, body: say(handler, 200, Office(HUB, CODE).enrol(body))) as address:
        (tmp_path / "guichet.toml").write_text(f"[sync]\nhub = {json.dumps(address)}")
        guichet("sync", "enrol", CODE)

    came = guichet("sync", "from-stick", tmp_path, "--lang", "fr")

    assert came.exit_code == 0
    assert "Il n’y a rien pour cette borne sur la clé." in came.output


@pytest.mark.parametrize("command", ["to-stick", "from-stick"])
def test_without_a_hub_a_stick_is_refused_in_a_sentence(state: Path, tmp_path: Path, command: str) -> None:
    refused = guichet("sync", command, tmp_path)

    assert refused.exit_code == 1
    assert refused.output.startswith("Error: This kiosk is not enrolled at a hub yet. What it has to tell is kept.\n")
    assert "guichet sync enrol CODE" in refused.output


def test_a_stick_that_takes_nothing_is_told_in_the_language_that_was_asked_for(state: Path, tmp_path: Path) -> None:
    keep_hub(state, HUB)
    happen(state, 2)
    (tmp_path / "outbox").write_bytes(b"no folder")

    refused = guichet("sync", "to-stick", tmp_path, "--lang", "fr")

    assert refused.exit_code == 1
    assert "Rien n’est perdu" in refused.output
    assert left(state) == 2


def test_another_key_is_announced_and_the_one_in_use_stays_until_the_hub_knows(state: Path, tmp_path: Path) -> None:
    with serving(lambda handler, body: say(handler, 200, Office(HUB, CODE).enrol(body))) as address:
        (tmp_path / "guichet.toml").write_text(f"[sync]\nhub = {json.dumps(address)}")
        guichet("sync", "enrol", CODE)
    before = own_key(state).public

    came = guichet("sync", "new-key")

    assert came.exit_code == 0, came.output
    assert own_key(state).public == before
    assert left(state) == 1
    assert fingerprint(before) not in came.output


@pytest.mark.parametrize("wish", [(), ("--now",)])
def test_another_key_waits_for_other_offices_unless_it_is_to_be_used_at_once(
    state: Path, wish: tuple[str, ...]
) -> None:
    keep_hub(state, HUB)
    before = own_key(state)
    hub = Hub(KeyRing((KnownKiosk(HUB.key_id, before.public),)))

    came = guichet("sync", "new-key", *wish, "--lang", "fr")
    told = exchange_once(state / "state.db", state, hub, NOW, HEALTH, ballast_bytes=1 << 16)

    assert came.exit_code == 0, came.output
    assert ("trente jours" in came.output) == (not wish)
    assert told.key_changed == bool(wish)
    assert (own_key(state).public == before.public) == (not wish)


@pytest.mark.parametrize(("wish", "days", "words"), [((), 30, "dans 30 jours"), (("--now",), 0, "prochain échange")])
def test_how_long_another_key_waits_is_told(state: Path, wish: tuple[str, ...], days: int, words: str) -> None:
    keep_hub(state, HUB)
    assert json.loads(guichet("sync", "status", "--json").output)["next_key_in_days"] is None

    guichet("sync", "new-key", *wish)

    assert json.loads(guichet("sync", "status", "--json").output)["next_key_in_days"] == days
    assert words in guichet("sync", "status", "--lang", "fr").output.splitlines()[-1]
