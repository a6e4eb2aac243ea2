"""Where the sound of words comes from: kept from before, recorded by a person, or made now."""

from collections import OrderedDict
from threading import Lock

from kiosk.speech.delivery import Pace
from kiosk.speech.prompts import Prompts
from kiosk.speech.reading import pieces_of, read_out, sentences_of
from kiosk.speech.sound import Sound
from kiosk.speech.synthesis import Synthesiser
from kiosk.speech.utterance import Run

KEPT_BYTES = 16_000_000
"""Six minutes of speech."""


class Sounds:
    """Sounds of runs, recorded or from a synthesiser; those said last are kept in memory, at most `limit` bytes.

    What is private is never kept. May be asked from several threads.
    """

    def __init__(self, synthesiser: Synthesiser, prompts: Prompts | None = None, limit: int = KEPT_BYTES) -> None:
        self._synthesiser = synthesiser
        self._prompts = prompts or Prompts()
        self._limit = limit
        self._kept: OrderedDict[tuple[Run, Pace], Sound] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def pieces(self, run: Run) -> tuple[Run, ...]:
        """What to say one after the other for `run`: recorded sentences as they were recorded, and what is between."""
        if self._prompts.has(run):
            return (run,)
        parts = self._around_recorded(run)
        return tuple(piece for part in parts for piece in ((part,) if self._prompts.has(part) else pieces_of(part)))

    def _around_recorded(self, run: Run) -> list[Run]:
        """`run` cut where a sentence of it was recorded; whole where none was."""
        parts: list[Run] = []
        for sentence in sentences_of(run):
            if parts and not self._prompts.has(sentence) and not self._prompts.has(parts[-1]):
                parts[-1] = Run(f"{parts[-1].words} {sentence.words}", run.language)
            else:
                parts.append(sentence)
        return parts if len(parts) > 1 else [run]

    def of(self, run: Run, pace: Pace, private: bool = False) -> Sound | None:
        """The sound of `run`; None where there is nothing to say or no voice to say it. Raises `SpeechError`."""
        kept = self._found(run, pace)
        if kept is not None:
            return kept
        made = self._prompts.sound_of(run)
        if made is None and self._synthesiser.speaks(run.language):
            words = read_out(run)
            made = self._synthesiser.sound_of(Run(words, run.language), pace) if words else None
        if made is not None and not private:
            self._keep(run, pace, made)
        return made

    def forget(self) -> None:
        """Let go of every sound: what one person heard is nobody else’s business."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _found(self, run: Run, pace: Pace) -> Sound | None:
        with self._lock:
            sound = self._kept.get((run, pace))
            if sound is not None:
                self._kept.move_to_end((run, pace))
            return sound

    def _keep(self, run: Run, pace: Pace, sound: Sound) -> None:
        with self._lock:
            self._bytes += len(sound.samples) - len(
                replaced.samples if (replaced := self._kept.pop((run, pace), None)) else b""
            )
            self._kept[run, pace] = sound
            while self._bytes > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.samples)
