"""What the doctor says of updates and of the hub."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.cli.sync_checkup import hub, updates
from kiosk.config import Config, Sync
from kiosk.languages import ENGLISH, Messages
from kiosk.private_files import make_anew
from kiosk.referral.keys import KeyId
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.telling import LAST_FILE
from kiosk.sync.updates.last import write_last
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.trusting import trust
from tests.sync.updates.reference import Publisher

NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)
WORDS = Messages(ENGLISH)
HUB = KnownHub(KeyId(b"\x00\x00\x00\x2a"), bytes(32), "ns")
CONNECTED = Sync(updates="https://hub.invalid/repository", hub="https://hub.invalid")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A kiosk whose configuration names a hub and its repository."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    config = replace(Config(), sync=CONNECTED)
    return Machine(config, "", environment={}, assets=tmp_path, catalogue=tmp_path, state=tmp_path, now=NOW)


def alone(machine: Machine) -> Machine:
    return replace(machine, config=Config())


def say(finding: Finding) -> tuple[Verdict, str]:
    return finding.verdict, f"{finding.seen} {finding.advice}"


def test_a_kiosk_that_names_a_hub_and_never_came_to_it_is_told_how(machine: Machine) -> None:
    for verdict, words in (say(hub(machine, WORDS)), say(updates(machine, WORDS))):
        assert verdict is Verdict.LACKS
        assert "guichet sync enrol CODE" in words


def test_a_kiosk_alone_could_have_both_and_lacks_neither(machine: Machine) -> None:
    for verdict, words in (say(hub(alone(machine), WORDS)), say(updates(alone(machine), WORDS))):
        assert verdict is Verdict.WISHES
        assert "[sync]" in words


def test_a_kiosk_that_is_enrolled_and_trusts_somebody_is_well(machine: Machine, tmp_path: Path) -> None:
    keep_hub(tmp_path, HUB)
    trust(tmp_path / "sync", Publisher(tmp_path / "repository", NOW).first_root)

    assert updates(machine, WORDS).verdict is Verdict.OK
    assert hub(machine, WORDS).verdict is Verdict.OK
    assert "by stick" in hub(alone(machine), WORDS).seen


def test_what_went_wrong_last_is_said_with_the_command_that_says_more(machine: Machine, tmp_path: Path) -> None:
    keep_hub(tmp_path, HUB)
    trust(tmp_path / "sync", Publisher(tmp_path / "repository", NOW).first_root)
    write_last(tmp_path / "sync", NOW, Reason.CERTIFICATE, clock_is_wrong=False)
    make_anew(tmp_path / LAST_FILE, b'{"at": "2026-03-12T14:14:00Z", "problem": "hub_unreachable", "went_well": null}')

    for (verdict, words), seen in ((say(updates(machine, WORDS)), "not safe"), (say(hub(machine, WORDS)), "reached")):
        assert verdict is Verdict.WISHES
        assert seen in words
        assert "guichet sync tries it now" in words


def test_a_kiosk_that_was_revoked_is_told_to_ask_for_a_code(machine: Machine, tmp_path: Path) -> None:
    keep_hub(tmp_path, HUB)
    make_anew(
        tmp_path / LAST_FILE, b'{"at": "2026-03-12T14:14:00Z", "problem": "hub_unknown_kiosk", "went_well": null}'
    )

    verdict, words = say(hub(machine, WORDS))

    assert verdict is Verdict.LACKS
    assert "guichet sync enrol CODE" in words
