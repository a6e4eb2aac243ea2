"""`guichet doctor` sees what is missing on a machine, says what to do, and fails only for what is essential."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.cli import checkups
from kiosk.cli.checkups import CHECKUPS
from kiosk.cli.commands import main
from kiosk.cli.findings import Checkup, Finding, Machine, Verdict
from kiosk.cli.tongue import SPOKEN, words_in
from kiosk.config import Config, Printer, PrinterKind
from kiosk.referral.keys import KEY_FILE, own_key

NOW = datetime(2026, 12, 1, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
IN_ENGLISH, IN_FRENCH = (words_in(language) for language in SPOKEN)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that lacks nothing but a printer."""
    (tmp_path / "cards").write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", encoding="utf-8")
    (tmp_path / "state").mkdir()
    return Machine(
        config=Config(),
        config_problem="",
        environment={"DISPLAY": ":0"},
        assets=paths.assets_folder(),
        catalogue=paths.catalogue_file(),
        state=tmp_path / "state",
        now=NOW,
        qt="6.11.3",
        python=(3, 11),
        has=lambda program: True,
        told=said("yes\n"),
        sound_cards=tmp_path / "cards",
        headset=lambda: False,
    )


def said(answer: str | None) -> Callable[..., str | None]:
    return lambda *command: answer


def printing(machine: Machine, **settings: object) -> Machine:
    return replace(machine, config=replace(Config(), printer=Printer(**settings)))  # type: ignore[arg-type]


def look(checkup: Checkup, machine: Machine) -> Finding:
    return checkup(machine, IN_ENGLISH)


def test_a_machine_that_has_everything_is_ok_throughout(machine: Machine, tmp_path: Path) -> None:
    whole = printing(machine, kind=PrinterKind.FILE, folder=str(tmp_path))

    findings = [look(checkup, whole) for checkup in CHECKUPS]

    assert {finding.verdict for finding in findings} == {Verdict.OK}
    assert not any(finding.advice for finding in findings)
    assert len({finding.part for finding in findings}) == len(CHECKUPS)


@pytest.mark.parametrize(
    ("checkup", "changed", "verdict"),
    [
        (checkups.configuration, {"config_problem": "guichet.toml: nonsense"}, Verdict.LACKS),
        (checkups.display, {"environment": {}}, Verdict.LACKS),
        (checkups.qt, {"qt": ""}, Verdict.LACKS),
        (checkups.qt, {"qt": "6.12.0"}, Verdict.LACKS),
        (checkups.qt, {"qt": "6.12.0", "python": (3, 13)}, Verdict.OK),
        (checkups.fonts, {"assets": Path("/nowhere")}, Verdict.LACKS),
        (checkups.catalogue, {"catalogue": Path("/nowhere.db")}, Verdict.LACKS),
        (checkups.catalogue, {"now": NOW.replace(year=2028)}, Verdict.WISHES),
        (checkups.clock, {"now": NOW.replace(year=1970)}, Verdict.LACKS),
        (checkups.clock, {"told": said("no\n")}, Verdict.WISHES),
        (checkups.clock, {"told": said(None)}, Verdict.OK),
        (checkups.state_folder, {"state": Path("/nowhere")}, Verdict.LACKS),
        (checkups.printer, {}, Verdict.WISHES),
    ],
)
def test_what_is_missing_is_seen_and_comes_with_advice(
    machine: Machine, checkup: Checkup, changed: dict[str, object], verdict: Verdict
) -> None:
    finding = look(checkup, replace(machine, **changed))  # type: ignore[arg-type]

    assert finding.verdict is verdict
    assert bool(finding.advice) == (verdict is not Verdict.OK)


def test_a_torn_catalogue_is_lacking(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "torn.db").write_bytes(paths.catalogue_file().read_bytes()[:50_000])

    assert look(checkups.catalogue, replace(machine, catalogue=tmp_path / "torn.db")).verdict is Verdict.LACKS


def test_a_key_that_is_whole_is_told_from_one_that_is_not(machine: Machine) -> None:
    own_key(machine.state)
    whole = look(checkups.key, machine)
    (machine.state / KEY_FILE).write_text("scribble", encoding="ascii")
    damaged = look(checkups.key, machine)

    assert (whole.verdict, damaged.verdict) == (Verdict.OK, Verdict.LACKS)


def test_looking_for_the_key_makes_none(machine: Machine) -> None:
    look(checkups.key, machine)

    assert not (machine.state / KEY_FILE).exists()


def test_a_queue_that_cups_does_not_have_is_lacking(machine: Machine) -> None:
    laser = printing(machine, kind=PrinterKind.CUPS, name="Laser")

    assert look(checkups.printer, replace(laser, told=said("Other\n"))).verdict is Verdict.LACKS
    assert look(checkups.printer, replace(laser, told=said(None))).verdict is Verdict.LACKS
    assert look(checkups.printer, replace(laser, told=said("Other\nLaser\n"))).verdict is not Verdict.LACKS


def test_a_receipt_printer_is_called_at_its_address(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        address = f"tcp:127.0.0.1:{door.getsockname()[1]}"
        answering = look(checkups.printer, printing(machine, kind=PrinterKind.RECEIPT, address=address))
    silent = look(checkups.printer, printing(machine, kind=PrinterKind.RECEIPT, address=address))
    nonsense = look(checkups.printer, printing(machine, kind=PrinterKind.RECEIPT, address="there"))

    assert [one.verdict for one in (answering, silent, nonsense)] == [Verdict.OK, Verdict.LACKS, Verdict.LACKS]


def test_slips_left_in_a_folder_that_is_not_there_are_lacking(machine: Machine) -> None:
    away = printing(machine, kind=PrinterKind.FILE, folder="/nowhere")

    assert look(checkups.printer, away).verdict is Verdict.LACKS


def test_every_sentence_is_said_in_french_too(machine: Machine) -> None:
    bare = replace(
        machine,
        environment={},
        qt="6.12.0",
        assets=Path("/nowhere"),
        now=NOW.replace(year=1970),
        has=lambda program: False,
        sound_cards=Path("/nowhere"),
        state=Path("/nowhere"),
    )

    for checkup in CHECKUPS:
        english, french = (checkup(bare, messages) for messages in (IN_ENGLISH, IN_FRENCH))
        assert english.seen != french.seen
        assert (english.advice != french.advice) == bool(english.advice)


def test_without_a_display_the_command_says_so_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    result = CliRunner().invoke(main, ["doctor", "--json"])

    parts = {finding["part"]: finding for finding in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert parts["display"]["verdict"] == "lacks"
    assert parts["catalogue"]["verdict"] != "lacks"


def test_a_wish_alone_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")

    result = CliRunner().invoke(main, ["doctor", "--lang", "fr"])

    assert result.exit_code == 0
    assert "Aucune imprimante n’est configurée" in result.stdout


def test_a_mistake_in_the_configuration_is_one_finding_among_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guichet.toml").write_text("[sight]\n", encoding="utf-8")
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))

    result = CliRunner().invoke(main, ["doctor"])

    assert result.exit_code == 1
    assert "did you mean site?" in result.stdout
    assert "Catalogue 1 of" in result.stdout
