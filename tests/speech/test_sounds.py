"""Recorded sentences are heard first; what was said is kept up to a limit, and what is private never."""

from pathlib import Path

import pytest

from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon, earcon_sound
from kiosk.speech.prompts import Prompts
from kiosk.speech.sound import RATE, Sound, SoundError, read_wav
from kiosk.speech.sounds import Sounds
from kiosk.speech.utterance import Run

RECORDED = Sound(b"\1\2" * RATE)
MADE = Sound(b"\3\4" * 100)
WELCOME = Run("Bienvenue, c’est ici.", "fr")


class Counting:
    """A synthesiser that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[Run] = []

    def speaks(self, language: str) -> bool:
        return language != "mic"

    def sound_of(self, run: Run, pace: Pace) -> Sound:
        self.asked.append(run)
        return MADE


@pytest.fixture
def counting() -> Counting:
    return Counting()


def recordings(folder: Path, *lines: str, language: str = "fr") -> Prompts:
    (folder / language).mkdir(parents=True)
    (folder / language / "prompts.tsv").write_text("\n".join(lines), encoding="utf-8")
    (folder / language / "welcome.wav").write_bytes(RECORDED.wav())
    (folder / language / "torn.wav").write_bytes(RECORDED.wav()[:1000])
    return Prompts(folder)


def test_what_was_said_before_is_not_made_again(counting: Counting) -> None:
    sounds = Sounds(counting)

    for _ in range(2):
        assert sounds.of(WELCOME, Pace.NORMAL) is MADE

    assert len(counting.asked) == 1


def test_another_pace_is_another_sound(counting: Counting) -> None:
    sounds = Sounds(counting)

    for pace in Pace:
        sounds.of(WELCOME, pace)

    assert len(counting.asked) == 3


def test_what_is_private_is_made_each_time(counting: Counting) -> None:
    sounds = Sounds(counting)

    for _ in range(2):
        sounds.of(WELCOME, Pace.NORMAL, private=True)

    assert len(counting.asked) == 2


def test_beyond_the_limit_the_sound_unheard_for_longest_goes(counting: Counting) -> None:
    sounds = Sounds(counting, limit=2 * len(MADE.samples))
    one, two, three = (Run(word, "en") for word in ("one", "two", "three"))

    for run in (one, two, one, three, one, two):
        sounds.of(run, Pace.NORMAL)

    assert counting.asked == [one, two, three, two]


def test_after_forgetting_everything_is_made_again(counting: Counting) -> None:
    sounds = Sounds(counting)
    sounds.of(WELCOME, Pace.NORMAL)

    sounds.forget()
    sounds.of(WELCOME, Pace.NORMAL)

    assert len(counting.asked) == 2


@pytest.mark.parametrize("words", [WELCOME.words, "Bienvenue, c'est\N{NO-BREAK SPACE}ici."])
def test_a_recorded_sentence_is_heard_in_place_of_the_synthesiser(
    counting: Counting, tmp_path: Path, words: str
) -> None:
    sounds = Sounds(counting, recordings(tmp_path, "# made in March", f"{WELCOME.words}\twelcome.wav"))

    assert sounds.of(Run(words, "fr"), Pace.NORMAL) == RECORDED
    assert sounds.of(Run(words, "en"), Pace.NORMAL) == MADE
    assert sounds.of(Run("Bienvenue", "fr"), Pace.NORMAL) == MADE


def test_a_recording_gives_a_voice_to_a_language_without_one(counting: Counting, tmp_path: Path) -> None:
    sounds = Sounds(counting, recordings(tmp_path, "greeting\twelcome.wav", language="mic"))

    assert sounds.of(Run("greeting", "mic"), Pace.NORMAL) == RECORDED
    assert sounds.of(Run("other", "mic"), Pace.NORMAL) is None


@pytest.mark.parametrize("file", ["torn.wav", "missing.wav", "../fr/welcome.wav", "welcome.mp3", ""])
def test_a_recording_that_cannot_be_heard_leaves_the_sentence_to_the_synthesiser(
    counting: Counting, tmp_path: Path, file: str, caplog: pytest.LogCaptureFixture
) -> None:
    sounds = Sounds(counting, recordings(tmp_path, f"{WELCOME.words}\t{file}"))

    assert sounds.of(WELCOME, Pace.NORMAL) == MADE
    assert "Bienvenue" not in caplog.text
    assert "line" in caplog.text


def test_the_first_folder_wins(counting: Counting, tmp_path: Path) -> None:
    recordings(tmp_path / "site", f"{WELCOME.words}\twelcome.wav")
    recordings(tmp_path / "own", f"{WELCOME.words}\tmissing.wav")

    sounds = Sounds(counting, Prompts(tmp_path / "site", tmp_path / "own", tmp_path / "nowhere"))

    assert sounds.of(WELCOME, Pace.NORMAL) == RECORDED


def test_a_recorded_text_is_one_piece_however_long(counting: Counting, tmp_path: Path) -> None:
    long = Run("Voici une phrase. " * 20, "fr")

    recorded = Sounds(counting, recordings(tmp_path, f"{long.words}\twelcome.wav"))

    assert recorded.pieces(long) == (long,)
    assert len(Sounds(counting).pieces(long)) == 20


def test_a_recorded_sentence_within_a_text_is_heard_and_the_rest_made(counting: Counting, tmp_path: Path) -> None:
    sounds = Sounds(counting, recordings(tmp_path, "Bienvenue\twelcome.wav"))
    text = Run("Bienvenue. Bouton. 2 de 8. Bienvenue.", "fr")

    assert [piece.words for piece in sounds.pieces(text)] == ["Bienvenue.", "Bouton. 2 de 8.", "Bienvenue."]
    assert [sounds.of(piece, Pace.NORMAL) for piece in sounds.pieces(text)] == [RECORDED, MADE, RECORDED]


def test_a_wav_file_is_read_back_as_it_was_written() -> None:
    assert read_wav(RECORDED.wav()) == RECORDED


@pytest.mark.parametrize("bad", [b"", b"RIFF", RECORDED.wav()[:44], RECORDED.wav()[:-2], b"\0" * 5000])
def test_what_is_torn_or_no_wav_file_is_refused(bad: bytes) -> None:
    with pytest.raises(SoundError):
        read_wav(bad)


def test_each_step_of_volume_is_softer_and_eight_is_as_made() -> None:
    sound = Sound((20_000).to_bytes(2, "little", signed=True) * 10)

    peaks = [memoryview(sound.at_volume(step).samples).cast("h")[0] for step in range(1, 9)]

    assert peaks == sorted(set(peaks))
    assert peaks[-1] == 20_000
    assert 9 < peaks[-1] / peaks[0] < 14


def test_short_sounds_differ_and_none_is_longer_than_half_a_second() -> None:
    sounds = [earcon_sound(earcon) for earcon in Earcon]

    assert len({sound.samples for sound in sounds}) == len(Earcon)
    assert all(0 < sound.seconds <= 0.5 for sound in sounds)
