"""espeak-ng says words in every language that has a voice, hears them through a pipe only, and obeys none of them."""

import stat
from pathlib import Path

import pytest

from kiosk.languages.known import TONGUES
from kiosk.speech.delivery import Pace
from kiosk.speech.synthesis import Espeak, SpeechError, without_commands
from kiosk.speech.utterance import Run

GREETINGS = {
    "en": "Find the service you need.",
    "fr": "Trouvez le service qu’il vous faut.",
    "ar": "ابحث عن الخدمة التي تحتاجها.",
    "zh": "找到您需要的服务。",
    "uk": "Знайдіть послугу, яка вам потрібна.",
}


@pytest.mark.parametrize("language", GREETINGS)
def test_a_sentence_has_sound_of_a_likely_length_that_begins_at_once(language: str) -> None:
    sound = Espeak().sound_of(Run(GREETINGS[language], language), Pace.NORMAL)

    first = [abs(number) for number in memoryview(sound.samples).cast("h")[: sound.rate // 50]]
    assert 1 < sound.seconds < 6
    assert max(first) > 100


def test_every_language_that_is_offered_has_a_voice() -> None:
    assert {code for code, tongue in TONGUES.items() if tongue.offered} <= {*filter(Espeak().speaks, TONGUES)}


def test_slow_takes_longer_than_normal_and_normal_longer_than_fast() -> None:
    slow, normal, fast = (Espeak().sound_of(Run(GREETINGS["fr"], "fr"), pace).seconds for pace in Pace)

    assert slow > 1.1 * normal > 1.2 * fast


def test_a_language_without_a_voice_is_refused_not_said_in_another() -> None:
    assert not Espeak().speaks("mic")
    with pytest.raises(SpeechError):
        Espeak().sound_of(Run("kwe", "mic"), Pace.NORMAL)


def test_a_site_can_choose_another_voice() -> None:
    one = Run(GREETINGS["fr"], "fr")

    usual, belgian = Espeak().sound_of(one, Pace.NORMAL), Espeak({"fr": "fr-be"}).sound_of(one, Pace.NORMAL)

    assert Espeak({"mic": "en-us"}).speaks("mic")
    assert usual.seconds > 1
    assert belgian.seconds > 1


def test_words_stand_on_no_command_line(tmp_path: Path) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(f'#!/bin/sh\nprintf "%s " "$@" > {tmp_path}/arguments\nexec espeak-ng "$@"\n', encoding="ascii")
    program.chmod(stat.S_IRWXU)

    sound = Espeak(program=str(program)).sound_of(Run("My secret", "en"), Pace.NORMAL)

    assert sound.seconds > 0.5
    assert "secret" not in (tmp_path / "arguments").read_text(encoding="utf-8")


@pytest.mark.parametrize("body", ["exit 1", "exit 0", "echo nonsense"])
def test_a_synthesiser_that_fails_is_an_error_without_the_words(tmp_path: Path, body: str) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\n{body}\n", encoding="ascii")
    program.chmod(stat.S_IRWXU)

    with pytest.raises(SpeechError) as caught:
        Espeak(program=str(program)).sound_of(Run("My secret", "en"), Pace.NORMAL)

    assert "secret" not in str(caught.value)


def test_a_synthesiser_that_is_missing_speaks_nothing(tmp_path: Path) -> None:
    missing = Espeak(program=str(tmp_path / "nothing"))

    assert not missing.speaks("fr")
    with pytest.raises(SpeechError):
        missing.sound_of(Run("oui", "fr"), Pace.NORMAL)


def test_what_a_synthesiser_would_obey_is_taken_out() -> None:
    assert without_commands("a\x01b\x00[[h@l'oU]]") == "a b [ [h@l'oU] ]"
