"""One thing is said at a time, the newest; it can be paused, repeated and made quiet, and no thread is left over."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon, earcon_sound
from kiosk.speech.players import PlayingError, Silence
from kiosk.speech.sound import RATE, Sound
from kiosk.speech.sounds import Sounds
from kiosk.speech.synthesis import SpeechError
from kiosk.speech.utterance import Run, Utterance
from kiosk.speech.voice import Voice
from tests.speech.ear import Ear

SECOND = b"\1\0" * RATE


class Letters:
    """A synthesiser that says words as as many seconds as they have letters, in English and French only."""

    def __init__(self) -> None:
        self.said: list[tuple[Run, Pace]] = []

    def speaks(self, language: str) -> bool:
        return language in ("en", "fr")

    def sound_of(self, run: Run, pace: Pace) -> Sound:
        self.said.append((run, pace))
        if run.words == "broken":
            raise SpeechError("no sound")
        return Sound(SECOND * len(run.words))


class Stage:
    """A voice with everything around it, and what it told."""

    def __init__(self, player: Ear | Silence | None = None) -> None:
        self.ear = Ear()
        self.letters = Letters()
        self.told: list[tuple[str, str]] = []
        self._more = threading.Condition()
        self.voice = Voice(
            Sounds(self.letters),
            player or self.ear,
            lambda u: self._tell("begun", u),
            lambda u: self._tell("finished", u),
        )

    def await_told(self, *expected: tuple[str, str]) -> None:
        """Come back when the voice told all that, in this order."""
        with self._more:
            assert self._more.wait_for(lambda: self.told == [*expected], timeout=10), self.told

    def seconds(self) -> list[float]:
        return [round(sound.seconds, 2) for sound in self.ear.sounds]

    def _tell(self, what: str, utterance: Utterance) -> None:
        with self._more:
            self.told.append((what, utterance.words))
            self._more.notify_all()


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.voice.close()


def words(*runs: tuple[str, str]) -> Utterance:
    return Utterance(tuple(Run(*run) for run in runs))


HELLO, BYE = words(("hello", "en")), words(("bye", "en"))


def test_each_run_is_said_in_its_language_one_after_the_other(stage: Stage) -> None:
    stage.voice.say(words(("le", "fr"), ("hi you", "en")), Pace.SLOW)
    stage.await_told(("begun", "le hi you"), ("finished", "le hi you"))

    assert stage.letters.said == [(Run("le", "fr"), Pace.SLOW), (Run("hi you", "en"), Pace.SLOW)]
    assert stage.seconds() == [2, 6]


def test_the_next_run_is_made_while_the_first_is_heard(stage: Stage) -> None:
    stage.ear.holds = True

    stage.voice.say(words(("one", "en"), ("three", "en"), ("four", "en")))
    stage.ear.await_sounds(1)
    stage.await_told(("begun", "one three four"))
    made_before_the_end = _until(lambda: len(stage.letters.said) == 2)
    stage.voice.quiet()

    assert made_before_the_end
    assert stage.seconds() == [3]


def test_a_newer_utterance_interrupts_and_the_older_never_finishes(stage: Stage) -> None:
    stage.ear.holds = True
    stage.voice.say(HELLO)
    stage.ear.await_sounds(1)

    stage.voice.say(BYE)
    stage.ear.await_sounds(2)
    stage.ear.let_go()

    stage.await_told(("begun", "hello"), ("begun", "bye"), ("finished", "bye"))


def test_quiet_ends_what_is_said_and_nothing_is_busy(stage: Stage) -> None:
    stage.ear.holds = True
    stage.voice.say(words(("one", "en"), ("two", "en")))
    stage.ear.await_sounds(1)
    was_busy = stage.voice.busy

    stage.voice.quiet()

    assert was_busy
    assert _until(lambda: not stage.voice.busy)
    assert stage.seconds() == [3]


def test_what_was_paused_goes_on_half_a_second_before(stage: Stage) -> None:
    stage.ear.holds, stage.ear.heard_s = True, 2.0
    stage.voice.say(HELLO)
    stage.ear.await_sounds(1)

    stage.voice.pause()
    was_paused = stage.voice.paused
    stage.voice.resume()
    stage.ear.await_sounds(2)
    stage.ear.let_go()

    stage.await_told(("begun", "hello"), ("finished", "hello"))
    assert was_paused
    assert stage.seconds() == [5, 3.5]


def test_quiet_ends_a_pause_too(stage: Stage) -> None:
    stage.ear.holds = True
    stage.voice.say(HELLO)
    stage.ear.await_sounds(1)
    stage.voice.pause()

    stage.voice.quiet()

    assert _until(lambda: not stage.voice.busy)
    assert not stage.voice.paused
    assert stage.told == [("begun", "hello")]


def test_pausing_in_silence_does_nothing(stage: Stage) -> None:
    stage.voice.pause()
    stage.voice.say(HELLO)

    stage.await_told(("begun", "hello"), ("finished", "hello"))


def test_repeat_says_the_last_again_with_its_pace(stage: Stage) -> None:
    stage.voice.say(HELLO, Pace.FAST, 8)
    stage.await_told(("begun", "hello"), ("finished", "hello"))

    stage.voice.repeat()

    stage.await_told(*[("begun", "hello"), ("finished", "hello")] * 2)
    assert stage.ear.sounds[0] == stage.ear.sounds[1]


def test_after_forgetting_there_is_nothing_to_repeat(stage: Stage) -> None:
    stage.voice.say(HELLO)
    stage.await_told(("begun", "hello"), ("finished", "hello"))

    stage.voice.forget()
    stage.voice.repeat()

    assert not stage.voice.busy
    stage.voice.say(HELLO)
    stage.await_told(*[("begun", "hello"), ("finished", "hello")] * 2)
    assert len(stage.letters.said) == 2


def test_a_language_without_a_voice_is_passed_over_never_said_in_another(stage: Stage) -> None:
    stage.voice.say(words(("kwe", "mic"), ("hello", "en")))

    stage.await_told(("begun", "kwe hello"), ("finished", "kwe hello"))
    assert [run.language for run, _ in stage.letters.said] == ["en"]


def test_words_that_cannot_be_made_into_sound_are_passed_over_and_logged_without_them(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.voice.say(words(("broken", "en"), ("hello", "en")))

    stage.await_told(("begun", "broken hello"), ("finished", "broken hello"))
    assert "broken" not in caplog.text
    assert "could not be said" in caplog.text


def test_a_short_sound_and_the_words_after_it_are_one_sound(stage: Stage) -> None:
    stage.voice.say(HELLO, volume=8, earcon=Earcon.MOVE)
    stage.await_told(("begun", "hello"), ("finished", "hello"))

    assert [sound.samples for sound in stage.ear.sounds] == [earcon_sound(Earcon.MOVE).samples + SECOND * 5]


def test_words_wait_for_the_end_of_a_short_sound(stage: Stage) -> None:
    stage.ear.holds = True
    stage.voice.earcon(Earcon.CHOSEN, 8)
    stage.ear.await_sounds(1)

    stage.voice.say(HELLO, volume=8)
    stage.ear.let_go()
    stage.ear.await_sounds(2)

    assert stage.ear.sounds == [earcon_sound(Earcon.CHOSEN), Sound(SECOND * 5)]


def test_what_was_prepared_is_said_without_making_it_again(stage: Stage) -> None:
    stage.voice.prepare([HELLO, Utterance((Run("Jo", "en"),), private=True)])
    assert _until(lambda: len(stage.letters.said) == 1)

    stage.voice.say(HELLO)

    stage.await_told(("begun", "hello"), ("finished", "hello"))
    assert stage.letters.said == [(Run("hello", "en"), Pace.NORMAL)]


def test_without_anything_to_hear_with_no_sound_is_made_and_all_is_finished_at_once() -> None:
    stage = Stage(Silence())

    stage.voice.say(HELLO)
    stage.await_told(("finished", "hello"))
    stage.voice.close()

    assert not stage.letters.said
    assert not stage.voice.audible


def test_a_player_that_fails_is_logged_and_the_next_words_are_tried(
    stage: Stage, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_sound: Sound) -> None:
        raise PlayingError("no card")

    with monkeypatch.context() as broken:
        broken.setattr(stage.ear, "start", fails)
        stage.voice.say(HELLO)
        stage.await_told(("finished", "hello"))

    stage.voice.say(BYE)

    stage.await_told(("finished", "hello"), ("begun", "bye"), ("finished", "bye"))
    assert "could not be played" in caplog.text


def test_no_thread_is_left_over_after_closing_in_the_middle_of_a_word() -> None:
    before = threading.active_count()
    stage = Stage()
    stage.ear.holds = True
    stage.voice.say(HELLO)
    stage.ear.await_sounds(1)

    stage.voice.close()
    stage.voice.say(BYE)

    assert threading.active_count() == before
    assert stage.told == [("begun", "hello")]


def _until(true: Callable[[], bool]) -> bool:
    """Whether it becomes true, looking without sleeping while the voice's thread works."""
    nobody = threading.Event()
    return any(true() or nobody.wait(0.005) for _ in range(1000))
