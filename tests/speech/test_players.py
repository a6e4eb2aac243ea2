"""A sound reaches the program that plays it whole, leaves no program behind, and a program that fails is noticed."""

from pathlib import Path

import pytest

from kiosk.config import SoundThrough, Speech
from kiosk.speech.players import PlayerHere, PlayingError, ProgramPlayer, Silence, player_for
from kiosk.speech.sound import RATE, Sound, read_wav

TONE = Sound(bytes(range(256)) * 200)


def test_the_sound_reaches_alsa_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = tmp_path / "heard.raw"
    card = f'pcm.kiosk {{ type file slave.pcm {{ type null }} file "{heard}" format "raw" }}\n'
    (tmp_path / "asound.conf").write_text(card, encoding="utf-8")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))

    player_for(Speech(through=SoundThrough.ALSA, device="kiosk")).start(TONE).wait()

    assert heard.read_bytes().startswith(TONE.samples)


def test_a_program_that_wants_a_file_gets_a_whole_one(tmp_path: Path) -> None:
    copying = ProgramPlayer(lambda _: ["cp", "/proc/self/fd/0", str(tmp_path / "heard.wav")], as_wav=True)

    copying.start(TONE).wait()

    assert read_wav((tmp_path / "heard.wav").read_bytes()) == TONE


def test_a_sound_that_is_stopped_ends_at_once_and_tells_how_much_was_heard() -> None:
    playback = ProgramPlayer(lambda _: ["sleep", "600"]).start(Sound(b"\0\0" * RATE * 600))

    playback.stop()
    heard = playback.wait()
    playback.stop()

    assert heard < 60


def test_a_program_that_fails_is_noticed() -> None:
    with pytest.raises(PlayingError):
        ProgramPlayer(lambda _: ["false"]).start(TONE).wait()


def test_a_program_that_is_missing_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(PlayingError):
        ProgramPlayer(lambda _: [str(tmp_path / "missing")]).start(TONE)


def test_silence_is_over_at_once() -> None:
    playback = Silence().start(TONE)
    playback.stop()

    assert playback.wait() == 0
    assert not Silence().audible


@pytest.mark.parametrize(
    ("through", "program"),
    [(SoundThrough.PULSE, "pacat"), (SoundThrough.PIPEWIRE, "pw-play"), (SoundThrough.ALSA, "aplay")],
)
def test_the_configuration_decides_what_is_heard_through(through: SoundThrough, program: str) -> None:
    assert program in repr(player_for(Speech(through=through, device="other")))


def test_without_a_sound_server_a_card_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    (tmp_path / "cards").write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", encoding="utf-8")

    assert "aplay" in repr(player_for(Speech(), tmp_path / "cards"))
    assert isinstance(player_for(Speech(), tmp_path / "nothing"), Silence)


def test_a_card_that_is_plugged_in_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    here = PlayerHere(Speech(), tmp_path / "cards", again_s=0)
    before = here.audible

    (tmp_path / "cards").write_text(" 0 [Headset        ]: USB-Audio - USB Headset\n", encoding="utf-8")

    assert not before
    assert here.audible
