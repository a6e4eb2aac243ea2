"""What comes out of a real sound server: speech, in its length, louder and softer, silent soon after `quiet`."""

import array
import math
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config import SoundThrough, Speech
from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon
from kiosk.speech.players import Silence, player_for
from kiosk.speech.sounds import Sounds
from kiosk.speech.synthesis import Espeak
from kiosk.speech.utterance import Run, Utterance
from kiosk.speech.voice import Voice
from tests.speech.conftest import SoundServer
from tests.speech.loudspeaker import RATE, Recording

pytestmark = [pytest.mark.sound, pytest.mark.slow]
FRENCH = Utterance((Run("Comment pouvons-nous vous aider aujourd’hui?", "fr"),))
ARABIC = Utterance((Run("كيف يمكننا مساعدتك اليوم؟", "ar"),))
LONG = Utterance((Run("Nous vous offrons nos condoléances, et nous ferons cela ensemble.", "fr"),))


class Speaker:
    """The voice of this machine, with a way to wait until something was said."""

    def __init__(self) -> None:
        self._done = threading.Semaphore(0)
        self.voice = Voice(Sounds(Espeak()), player_for(Speech()), finished=lambda _: self._done.release())

    def say_all(self, utterance: Utterance, volume: int = 6) -> None:
        self.voice.say(utterance, Pace.FAST, volume)
        assert self._done.acquire(timeout=30)


@pytest.fixture
def speaker(sound_server: SoundServer) -> Iterator[Speaker]:
    speaker = Speaker()
    yield speaker
    speaker.voice.close()


def loudness(samples: "array.array[int]") -> float:
    return math.sqrt(sum(sample * sample for sample in samples) / max(len(samples), 1))


@pytest.mark.parametrize(("utterance", "least_s", "most_s"), [(FRENCH, 1.0, 5.0), (ARABIC, 0.8, 5.0)])
def test_a_sentence_is_heard_for_about_as_long_as_it_takes_to_say(
    speaker: Speaker, recording: Recording, utterance: Utterance, least_s: float, most_s: float
) -> None:
    begin = recording.length

    speaker.say_all(utterance)
    recording.wait_for(recording.length + RATE // 2)

    heard = [place for place, sample in enumerate(recording.between(begin)) if abs(sample) > 200]
    assert least_s < (heard[-1] - heard[0]) / RATE < most_s
    assert loudness(recording.between(begin)[heard[0] : heard[-1]]) > 500


def test_volume_eight_is_much_louder_than_two(speaker: Speaker, recording: Recording) -> None:
    loud = []
    for volume in (2, 8):
        begin = recording.length
        speaker.say_all(FRENCH, volume)
        recording.wait_for(recording.length + RATE // 2)
        loud.append(loudness(recording.between(begin)))

    assert loud[1] > 4 * loud[0] > 0


def test_it_is_silent_soon_after_quiet_and_says_nothing_more(speaker: Speaker, recording: Recording) -> None:
    speaker.voice.say(LONG, volume=8)
    recording.wait_for(recording.wait_for_sound(recording.length) + RATE // 2)

    speaker.voice.quiet()
    asked = recording.length
    recording.wait_for(asked + RATE)

    assert loudness(recording.between(asked + RATE // 2)) < 1


def test_what_was_paused_goes_on_where_it_was(speaker: Speaker, recording: Recording) -> None:
    begin = recording.length
    speaker.say_all(LONG)
    whole_s = (recording.length - begin) / RATE

    speaker.voice.say(LONG, Pace.FAST)
    recording.wait_for(recording.wait_for_sound(recording.length) + round(whole_s / 2 * RATE))
    speaker.voice.pause()
    paused = recording.length
    recording.wait_for(paused + RATE)
    speaker.voice.resume()
    assert speaker._done.acquire(timeout=30)

    assert loudness(recording.between(paused + RATE // 2, paused + RATE)) < 1
    assert (recording.length - paused) / RATE - 1 < whole_s * 0.9


def test_a_short_sound_is_heard_without_any_words(speaker: Speaker, recording: Recording) -> None:
    begin = recording.length

    speaker.voice.earcon(Earcon.CHOSEN, volume=8)
    first = recording.wait_for_sound(begin)
    recording.wait_for(first + RATE)

    heard = [place for place, sample in enumerate(recording.between(first)) if abs(sample) > 200]
    assert heard[-1] / RATE < 0.5


def test_a_sound_server_that_answers_is_found(sound_server: SoundServer) -> None:
    assert player_for(Speech()).audible


def test_without_sound_server_and_card_there_is_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")

    assert isinstance(player_for(Speech(), cards=tmp_path / "cards"), Silence)
    assert isinstance(player_for(Speech(through=SoundThrough.NONE)), Silence)
