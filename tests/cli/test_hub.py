"""`guichet hub` at the command line: codes, kiosks, sticks, the copy of the store."""

import socket
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest
import urllib3
from click.testing import CliRunner

from kiosk.cli.commands import main
from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.settings import load_hub
from kiosk.hub.store import kiosks
from kiosk.hub.store.opening import open_store
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.referral.keys import own_key
from kiosk.state import atomic, open_state
from kiosk.sync.exchange import enrolling
from kiosk.sync.exchange.fingerprint import fingerprint
from kiosk.sync.exchange.messages import Health
from kiosk.sync.exchange.sticks import read_receipts_file, write_stick_file

AT = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    file = tmp_path / "hub.toml"
    file.write_text("")
    monkeypatch.setenv("GUICHET_HUB", str(file))
    return file


def guichet(*words, typed=""):
    return CliRunner().invoke(main, ("hub", *map(str, words)), input=typed)


def store(settings):
    return closing(open_store(load_hub(settings)))


def test_a_code_is_given_that_enrols_a_kiosk(settings):
    code = guichet("code", "Library", "--number", "17").stdout.strip()
    asked = enrolling.read_asking(enrolling.asking(bytes(32), enrolling.read_code(code)))

    with store(settings) as opened:
        known = kiosks.enrol(opened, asked, int(datetime.now(UTC).timestamp())).kiosk

    assert (known.name, known.key_id) == ("Library", (17).to_bytes(4, "big"))


def test_kiosks_are_listed_renamed_and_revoked(settings):
    with store(settings) as opened:
        kid = kiosks.enrol_by_hand(opened, bytes(32), "Library", 0).key_id.hex()

    assert guichet("kiosks").output == f"{kid}  Library  never heard\n"
    assert guichet("kiosks", "--rename", kid, "Central Library").output == f"{kid}  Central Library  never heard\n"
    assert guichet("kiosks", "--revoke", kid).output == f"{kid}  Central Library  revoked\n"
    assert guichet("kiosks", "--revoke", "00000000").output == "Error: no kiosk has the id 00000000\n"


def test_a_kiosk_without_a_network_is_enrolled_by_files_and_sends_by_stick(settings, tmp_path):
    folder, stick, answer = tmp_path / "kiosk", tmp_path / "stick", tmp_path / "answer"
    stick.mkdir()
    public = own_key(folder).public
    (tmp_path / "asking").write_bytes(enrolling.asking(public, name="Island"))

    enrolled = guichet("enrol", tmp_path / "asking", "--answer", answer, "--digits", fingerprint(public))

    digits = enrolled.stdout.strip().rpartition(": ")[2]
    enrolling.enrol_from_file(folder, answer.read_bytes(), digits)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, atomic(state):
        put(state, Kind.CALL, {1: "2026-03-12T10", 2: "answered"}, AT)
    write_stick_file(folder / "state.db", folder, stick, AT, Health())
    assert guichet("stick", stick).stdout.endswith("1 of 1 file was taken\n")
    assert guichet("stick", stick).exit_code == 0  # once more does no harm
    with store(settings) as opened, opened.reading() as statements:
        assert statements.run("SELECT count(*) FROM call")[0][0] == 1
    assert read_receipts_file(folder / "state.db", folder, stick, AT).left == 0


def test_a_file_whose_digits_are_others_enrols_nobody(settings, tmp_path):
    (tmp_path / "asking").write_bytes(enrolling.asking(bytes(32), name="Island"))

    refused = guichet("enrol", tmp_path / "asking", "--answer", tmp_path / "answer", "--digits", "1234")

    assert (refused.exit_code, (tmp_path / "answer").exists()) == (1, False)
    assert guichet("kiosks").output == ""


def test_what_is_wrong_on_a_stick_is_told_by_file_and_holds_nothing_up(settings, tmp_path):
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / f"{'0' * 32}-1.cose").write_bytes(b"<html>")
    (tmp_path / "outbox" / f"{'1' * 32}-1.cose").symlink_to("/etc/passwd")

    told = guichet("stick", tmp_path)

    assert told.exit_code == 1
    assert f"{'0' * 32}-1.cose: That is not what a kiosk writes, or it was damaged on its way.\n" in told.stdout
    assert told.stdout.endswith("0 of 2 files were taken\n")


def test_a_copy_is_made_and_put_back(settings, tmp_path):
    with store(settings) as opened:
        kiosks.enrol_by_hand(opened, bytes(32), "Library", 0)
    assert guichet("backup", tmp_path / "copy.db").exit_code == 0
    with store(settings) as opened:
        kiosks.enrol_by_hand(opened, bytes(31) + b"1", "Later", 0)

    assert guichet("restore", tmp_path / "copy.db", typed="n\n").exit_code == 1
    assert len(guichet("kiosks").output.splitlines()) == 2
    assert guichet("restore", tmp_path / "copy.db", "--yes").exit_code == 0
    assert len(guichet("kiosks").output.splitlines()) == 1


def test_a_copy_of_postgresql_is_made_with_its_own(settings, tmp_path):
    settings.write_text('database = "postgresql:///guichet"')

    refused = guichet("backup", tmp_path / "copy.db")

    assert refused.exit_code == 1
    assert "pg_dump" in refused.output


def test_a_hub_speaks_french_too_its_questions_and_its_refusals_included(settings, tmp_path):
    with store(settings) as opened:
        kid = kiosks.enrol_by_hand(opened, bytes(32), "Library", 0).key_id.hex()
    (tmp_path / "asking").write_bytes(enrolling.asking(bytes(31) + b"1", name="Island"))

    def en_francais(*words, typed=""):
        return guichet("--lang", "fr", *words, typed=typed)

    assert en_francais("kiosks").output == f"{kid}  Library  jamais vue\n"
    assert en_francais("kiosks", "--revoke", kid).output == f"{kid}  Library  révoquée\n"
    stranger = en_francais("kiosks", "--revoke", "00000000")
    assert stranger.output == (
        "Erreur\xa0: Aucune borne n’a cet identifiant. Voyez la liste\xa0: guichet hub kiosks\n"
        "(no kiosk has the id 00000000)\n"
    )
    assert (stranger.exit_code, en_francais("kiosks", "--revoke", "zz").exit_code) == (1, 1)
    asked = en_francais("enrol", tmp_path / "asking", "--answer", tmp_path / "answer", typed="1234\n")
    assert "Les chiffres que la borne montre" in asked.output
    assert "Aucune borne n’a été inscrite." in asked.output
    assert "À la borne, d’ici 24 heures" in en_francais("code", "Library").output


def test_a_language_that_there_is_none_of_is_told(settings):
    refused = guichet("--lang", "de", "kiosks")

    assert refused.exit_code == 1
    assert "use en or fr" in refused.output


@pytest.mark.slow
def test_it_serves_until_it_is_stopped(settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings.write_text(f'listen = "127.0.0.1:{port}"')
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "hub", "serve"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline() == f"Serving at http://127.0.0.1:{port}\n"
        assert urllib3.request("GET", f"http://127.0.0.1:{port}/health").status == 200
        assert urllib3.request("GET", f"http://127.0.0.1:{port}/sign-in").status == 200
        serving.terminate()
        _, said = serving.communicate(timeout=30)

    assert said == ""


def test_an_address_that_is_taken_is_told_in_one_sentence(settings):
    with socket.create_server(("127.0.0.1", 0)) as other:
        settings.write_text(f'listen = "127.0.0.1:{other.getsockname()[1]}"')

        refused = guichet("serve")

    assert refused.exit_code == 1
    assert "Address already in use" in refused.output
    assert len(refused.output.splitlines()) == 1


def test_what_a_kiosk_lacks_is_told_in_one_sentence():
    from kiosk.cli.hub_named import HubMissingError, hub_installed

    with pytest.raises(HubMissingError, match=r"starlette is missing.*guichet\[hub\]"), hub_installed():
        raise ModuleNotFoundError("No module named 'starlette'", name="starlette")
