"""`guichet web build` writes the page with the keys that the machine knows, or with those it is given."""

import json
from pathlib import Path

import cbor2
import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main
from kiosk.referral.keys import own_key


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["web", *words])


def keys_in(folder: Path) -> list[str]:
    return [key["public"] for key in json.loads((folder / "site.json").read_text())["keys"]]


def test_the_kiosk_of_this_machine_is_believed(tmp_path: Path, state: Path) -> None:
    key = own_key(state)

    done = run("build", "--out", str(tmp_path / "page"))

    assert done.exit_code == 0, done.output
    assert keys_in(tmp_path / "page") == [key.public.hex()]
    assert "1 kiosk is believed" in done.stdout


def test_a_list_of_kiosks_stands_in_place_of_this_machine_s(tmp_path: Path, state: Path) -> None:
    own_key(state)
    listed = tmp_path / "kiosks.cbor"
    listed.write_bytes(cbor2.dumps({b"\0\0\0\x07": [bytes(32), "Amherst"]}, canonical=True))

    done = run("build", "--out", str(tmp_path / "page"), "--keys", str(listed))

    assert done.exit_code == 0, done.output
    assert keys_in(tmp_path / "page") == [bytes(32).hex()]


def test_the_keys_of_several_kiosks_make_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [tmp_path / "one.cbor", tmp_path / "two.cbor"]
    for file in lists:
        monkeypatch.setenv("GUICHET_STATE", str(tmp_path / file.stem))
        assert run("key", "--out", str(file)).exit_code == 0

    done = run("build", "--out", str(tmp_path / "page"), "--keys", str(lists[0]), "--keys", str(lists[1]))

    assert done.exit_code == 0, done.output
    assert sorted(keys_in(tmp_path / "page")) == sorted(own_key(tmp_path / file.stem).public.hex() for file in lists)
    assert "2 kiosks are believed" in done.stdout


def test_without_any_kiosk_the_page_is_made_and_the_lack_is_told(tmp_path: Path, state: Path) -> None:
    done = run("build", "--out", str(tmp_path / "page"))

    assert done.exit_code == 0, done.output
    assert keys_in(tmp_path / "page") == []
    assert "give it a list with --keys" in done.stderr
    assert not (state / "kiosk-key.pem").exists()


def test_other_languages_can_be_asked_for(tmp_path: Path, state: Path) -> None:
    done = run("build", "--out", str(tmp_path / "page"), "--lang", "en", "--lang", "uk")

    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in (tmp_path / "page").glob("plan.*.json")) == ["plan.en.json", "plan.uk.json"]


def test_a_language_that_there_is_not_is_refused_in_one_sentence(tmp_path: Path, state: Path) -> None:
    done = run("build", "--out", str(tmp_path / "page"), "--lang", "xx")

    assert done.exit_code == 1
    assert done.stderr.strip().splitlines() == [done.stderr.strip()]
    assert not (tmp_path / "page").exists()
