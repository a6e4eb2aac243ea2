"""`guichet doctor` says what a machine lacks to be used by ear, and that the kiosk can do without."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.cli import hearing
from kiosk.cli.findings import Checkup, Finding, Machine, Verdict
from kiosk.config import Config, Site, SoundThrough, Speech
from kiosk.languages import ENGLISH, load_messages

IN_ENGLISH = load_messages(ENGLISH, paths.assets_folder() / "locale")
SPOKEN = ("en-us", "fr-fr", "ar")


def answering(*programs: str) -> Callable[..., str | None]:
    """A machine on which these programs answer, and espeak-ng has three voices."""

    def told(*command: str) -> str | None:
        if command[0] == "espeak-ng":
            return "" if command[3] in SPOKEN else None
        return "" if command[0] in programs else None

    return told


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "cards").write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", encoding="utf-8")
    return Machine(
        config=Config(site=Site(languages=("en", "fr", "ar"))),
        config_problem="",
        environment={},
        assets=tmp_path,
        catalogue=tmp_path,
        state=tmp_path,
        now=datetime(2026, 12, 1, tzinfo=ZoneInfo("America/Halifax")),
        has=lambda program: True,
        told=answering("pactl"),
        sound_cards=tmp_path / "cards",
        headset=lambda: True,
    )


def look(checkup: Checkup, machine: Machine) -> Finding:
    return checkup(machine, IN_ENGLISH)


def speaking(machine: Machine, **settings: object) -> Machine:
    return replace(machine, config=replace(machine.config, speech=Speech(**settings)))  # type: ignore[arg-type]


@pytest.mark.parametrize("checkup", [hearing.voices, hearing.sound_server, hearing.sound, hearing.headset])
def test_a_machine_that_can_be_used_by_ear_is_ok(machine: Machine, checkup: Checkup) -> None:
    finding = look(checkup, machine)

    assert (finding.verdict, finding.advice) == (Verdict.OK, "")


@pytest.mark.parametrize(
    ("checkup", "changed"),
    [
        (hearing.voices, {"has": lambda program: False}),
        (hearing.sound_server, {"told": answering()}),
        (hearing.sound, {"sound_cards": Path("/nowhere")}),
        (hearing.headset, {"headset": lambda: None}),
    ],
)
def test_what_is_missing_is_only_wished_for(machine: Machine, checkup: Checkup, changed: dict[str, object]) -> None:
    finding = look(checkup, replace(machine, **changed))  # type: ignore[arg-type]

    assert finding.verdict is Verdict.WISHES
    assert finding.advice


def test_languages_without_a_voice_are_named_in_their_own_words(machine: Machine) -> None:
    many = replace(machine, config=Config(site=Site(languages=("en", "uk", "mic"))))

    assert look(hearing.voices, many).seen == "No voice speaks: Українська, Mi’kmaw."


def test_recorded_sentences_give_a_language_a_voice(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "prompts" / "mic").mkdir(parents=True)
    (tmp_path / "prompts" / "mic" / "prompts.tsv").touch()

    spoken = replace(machine, config=Config(site=Site(languages=("en", "mic"))))

    assert look(hearing.voices, spoken).verdict is Verdict.OK


def test_a_voice_that_is_configured_and_not_installed_is_seen(machine: Machine) -> None:
    assert look(hearing.voices, speaking(machine, voices={"fr": "mb-fr9"})).seen == "No voice speaks: Français."


@pytest.mark.parametrize(
    ("through", "programs", "verdict"),
    [
        (SoundThrough.AUTO, ("pw-cli",), Verdict.OK),
        (SoundThrough.PULSE, ("pw-cli",), Verdict.WISHES),
        (SoundThrough.PIPEWIRE, ("pw-cli",), Verdict.OK),
        (SoundThrough.ALSA, (), Verdict.OK),
        (SoundThrough.NONE, ("pactl",), Verdict.WISHES),
    ],
)
def test_what_the_configuration_wants_to_be_heard_through_must_answer(
    machine: Machine, through: SoundThrough, programs: tuple[str, ...], verdict: Verdict
) -> None:
    heard = replace(speaking(machine, through=through), told=answering(*programs))

    assert look(hearing.sound_server, heard).verdict is verdict
