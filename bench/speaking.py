"""How soon the voice answers: from asking for words to their first sound, and to silence."""

import threading
import time
from collections.abc import Callable

from bench.measuring import Measure, median, ninety_fifth
from kiosk.config import Speech
from kiosk.speech.delivery import Pace
from kiosk.speech.players import Playback, Player, player_for
from kiosk.speech.sound import Sound
from kiosk.speech.sounds import Sounds
from kiosk.speech.synthesis import Espeak
from kiosk.speech.utterance import Run, Utterance
from kiosk.speech.voice import Voice

_SENTENCES = (
    Run("Comment pouvons-nous vous aider aujourd’hui?", "fr"),
    Run("Get a death certificate: bring one piece of identification. Open now until 4:30 p.m.", "en"),
    Run("ابحث عن الخدمة التي تحتاجها.", "ar"),
    Run("Ouvert jusqu’à 16 h 30. Appelez le 211 en tout temps, sans frais, dans plus de cent langues, ou parlez à "
        "quelqu’un au comptoir. Apportez une pièce d’identité et, si vous en avez une, une preuve d’adresse.", "fr"),
)  # fmt: skip
_ROUNDS = 8


class _Deaf:
    """A player that hears nothing and lets every sound last until it is stopped."""

    audible = True

    def start(self, sound: Sound) -> Playback:
        return _Held()


class _Held:
    def __init__(self) -> None:
        self._over = threading.Event()

    def wait(self) -> float:
        self._over.wait()
        return 0.0

    def stop(self) -> None:
        self._over.set()


def measure() -> list[Measure]:
    """Words never said before, each interrupting the ones before, in three languages; and words said again."""
    here = player_for(Speech())
    player: Player = here if here.audible else _Deaf()
    note = "handed to the sound server" if here.audible else "handed over; no sound here"
    begun = threading.Semaphore(0)
    voice = Voice(Sounds(Espeak()), player, begun=lambda _: begun.release())
    try:
        fresh, again = [], []
        for _ in range(_ROUNDS):
            voice.forget()
            fresh += [_first_sound_ms(voice, begun, run) for run in _SENTENCES]
            again += [_first_sound_ms(voice, begun, run) for run in _SENTENCES]
        quiet = [_quiet_ms(voice, begun, run) for run in _SENTENCES * _ROUNDS]
    finally:
        voice.close()
    return [
        Measure("focus to first word", median(fresh), "ms", 150, f"{ninety_fifth(fresh):.0f} in 1 of 20; {note}"),
        Measure("the same words again", median(again), "ms", 150, f"{ninety_fifth(again):.0f} in 1 of 20"),
        Measure("key to silence", median(quiet), "ms", 200, "until the player was told"),
    ]


def _first_sound_ms(voice: Voice, begun: threading.Semaphore, run: Run) -> float:
    def say() -> None:
        voice.say(Utterance((run,)), Pace.NORMAL, 1)
        begun.acquire()

    return _ms(say)


def _quiet_ms(voice: Voice, begun: threading.Semaphore, run: Run) -> float:
    _first_sound_ms(voice, begun, run)
    return _ms(voice.quiet)


def _ms(work: Callable[[], object]) -> float:
    start = time.monotonic_ns()
    work()
    return (time.monotonic_ns() - start) / 1e6
