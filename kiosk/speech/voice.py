"""One voice that says one thing at a time: the newest, at once; it can be paused, repeated and made quiet."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread

from kiosk.config import Speech
from kiosk.logs import Code
from kiosk.paths import assets_folder
from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon, earcon_sound
from kiosk.speech.players import Playback, Player, PlayerHere, PlayingError
from kiosk.speech.prompts import Prompts
from kiosk.speech.sound import Sound
from kiosk.speech.sounds import Sounds
from kiosk.speech.synthesis import Espeak, SpeechError
from kiosk.speech.utterance import Run, Utterance

_BACK_S = 0.5
_log = logging.getLogger(__name__)

Told = Callable[[Utterance], None]


@dataclass(eq=False, slots=True)
class _Errand:
    """What is to be heard: a short sound, an utterance, or both in this order.

    `dropped` when something newer took its place, `held` when it was paused and that was not seen to yet.
    """

    volume: int
    utterance: Utterance | None = None
    pace: Pace = Pace.NORMAL
    earcon: Earcon | None = None
    dropped: bool = False
    held: bool = False
    playback: Playback | None = None

    def stop(self) -> None:
        """End what is heard of it now."""
        if self.playback is not None:
            self.playback.stop()


def _nobody(_utterance: Utterance) -> None:
    """Listen to nothing."""


class Voice:
    """Says utterances, each run in the voice of its language; made quiet, it waits without using the processor.

    A new utterance interrupts the one before. `begun` is called when the first sound of an utterance starts, `finished`
    when its last was heard to the end, or when nothing of it could be heard; an interrupted one never finishes. Both
    come from the voice's own thread and must return soon. Everything else may be called from any thread, and returns
    within milliseconds.
    """

    def __init__(self, sounds: Sounds, player: Player, begun: Told = _nobody, finished: Told = _nobody) -> None:
        self._sounds = sounds
        self._player = player
        self._begun = begun
        self._finished = finished
        self._changed = Condition()
        self._next: _Errand | None = None
        self._current: _Errand | None = None
        self._last: _Errand | None = None
        self._to_prepare: list[tuple[Run, Pace]] = []
        self._paused = False
        self._closed = False
        self._thread = Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    @property
    def audible(self) -> bool:
        """Whether there is something to hear with; the first answer may take a moment."""
        return self._player.audible

    @property
    def busy(self) -> bool:
        """Whether something is being said, about to be, or paused."""
        with self._changed:
            return self._next is not None or self._current is not None

    @property
    def paused(self) -> bool:
        """Whether it stopped in the middle of something, to go on when asked."""
        with self._changed:
            return self._paused

    def say(
        self, utterance: Utterance, pace: Pace = Pace.NORMAL, volume: int = 4, earcon: Earcon | None = None
    ) -> None:
        """Say `utterance` now, after `earcon`; what is being said ends at once. `volume` is 1 to 8."""
        self._give(_Errand(volume, utterance, pace, earcon))

    def earcon(self, earcon: Earcon, volume: int = 4) -> None:
        """Let a short sound be heard now; what is being said ends at once, what is said next comes after it."""
        self._give(_Errand(volume, earcon=earcon))

    def repeat(self) -> None:
        """Say the last utterance again from its beginning; nothing when there was none."""
        with self._changed:
            last = self._last
        if last is not None and last.utterance is not None:
            self.say(last.utterance, last.pace, last.volume)

    def pause(self) -> None:
        """Stop in the middle of what is being said; nothing when there is silence."""
        with self._changed:
            if self._current is not None and self._current.utterance is not None:
                self._paused = self._current.held = True
                self._current.stop()

    def resume(self) -> None:
        """Go on where it was paused, half a second before."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def quiet(self) -> None:
        """Say nothing more until asked."""
        with self._changed:
            self._next = None
            self._to_prepare = []
            self._drop_current()

    def forget(self) -> None:
        """Be quiet, and keep neither words nor sound of what was said: the person is gone."""
        self.quiet()
        with self._changed:
            self._last = None
        self._sounds.forget()

    def prepare(self, utterances: Iterable[Utterance], pace: Pace = Pace.NORMAL) -> None:
        """Make the sound of what may be said soon, whenever there is silence; a later list takes its place."""
        with self._changed:
            self._to_prepare = [(run, pace) for one in utterances if not one.private for run in one.runs]
            self._changed.notify_all()

    def close(self) -> None:
        """Be quiet for good, and come back when the thread has ended."""
        self.forget()
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _give(self, errand: _Errand) -> None:
        with self._changed:
            if self._closed:
                return
            if errand.utterance is not None:
                self._last = errand
                pending = self._next
                if errand.earcon is None and pending is not None and pending.utterance is None:
                    errand.earcon = pending.earcon
            self._next = errand
            # A short sound that began is heard to its end.
            if self._current is None or self._current.utterance is not None:
                self._drop_current()

    def _drop_current(self) -> None:
        self._paused = False
        if self._current is not None:
            self._current.dropped = True
            self._current.stop()
        self._changed.notify_all()

    def _work(self) -> None:
        while not self._closed:
            errand, run = self._await()
            if errand is not None:
                self._run_errand(errand)
            elif run is not None:
                self._prepare_one(*run)

    def _await(self) -> tuple[_Errand | None, tuple[Run, Pace] | None]:
        """Wait for something to say; in silence, for something to prepare."""
        with self._changed:
            self._current = None
            while not (self._next or self._to_prepare or self._closed):
                self._changed.wait()
            self._current, self._next = self._next, None
            if self._current is None and self._to_prepare:
                return None, self._to_prepare.pop(0)
            return self._current, None

    def _run_errand(self, errand: _Errand) -> None:
        sounds = self._sounds_in(errand)
        sound = next(sounds, None)
        is_first = True
        try:
            while sound is not None and not errand.dropped:
                playback = self._started(errand, sound)
                if is_first and errand.utterance is not None and not errand.dropped:
                    self._begun(errand.utterance)
                is_first = False
                following = next(sounds, None)  # made while this one is heard
                self._hear(errand, sound, playback)
                sound = following
        except PlayingError as error:
            _log.warning("a sound could not be played: %s", error)
        if errand.utterance is not None and not errand.dropped:
            self._finished(errand.utterance)

    def _sounds_in(self, errand: _Errand) -> Iterator[Sound]:
        """What is to be heard one after the other, each made when it is asked for."""
        lead = earcon_sound(errand.earcon) if errand.earcon is not None and self.audible else None
        for run in self._pieces(errand.utterance):
            if errand.dropped:
                return
            sound = self._sound_of(run, errand.pace, errand.utterance.private if errand.utterance else True)
            if sound is None:
                continue
            if lead is not None and lead.rate == sound.rate:
                sound, lead = sound.following(lead), None
            elif lead is not None:
                yield lead.at_volume(errand.volume)
                lead = None
            yield sound.at_volume(errand.volume)
        if lead is not None:
            yield lead.at_volume(errand.volume)

    def _pieces(self, utterance: Utterance | None) -> tuple[Run, ...]:
        if utterance is None or not self.audible:
            return ()
        return tuple(piece for run in utterance.runs for piece in self._sounds.pieces(run))

    def _prepare_one(self, run: Run, pace: Pace) -> None:
        for piece in self._pieces(Utterance((run,))):
            if self._next is not None:
                return
            self._sound_of(piece, pace)

    def _sound_of(self, run: Run, pace: Pace, private: bool = False) -> Sound | None:
        try:
            return self._sounds.of(run, pace, private)
        except SpeechError as error:
            _log.warning("words in %s could not be said: %s", Code(run.language), error)
            return None

    def _started(self, errand: _Errand, sound: Sound) -> Playback:
        """Begin to play, unless it was dropped or paused since; then it is stopped before anything is heard."""
        playback = self._player.start(sound)
        with self._changed:
            errand.playback = playback
            if errand.dropped or errand.held:
                playback.stop()
        return playback

    def _hear(self, errand: _Errand, sound: Sound, playback: Playback) -> None:
        """Wait until it was heard, paused and resumed as often as asked."""
        heard = playback.wait()
        while self._goes_on(errand):
            sound = sound.after(heard - _BACK_S)
            heard = self._started(errand, sound).wait()

    def _goes_on(self, errand: _Errand) -> bool:
        """Whether it stopped because it was paused; comes back when it is to go on."""
        with self._changed:
            if not errand.held:
                return False
            while self._paused and not errand.dropped:
                self._changed.wait()
            errand.held = False
            return not errand.dropped


def voice_for(speech: Speech, begun: Told = _nobody, finished: Told = _nobody) -> Voice:
    """The voice of this machine, as configured; a silent one where there is nothing to hear it with. Takes no time."""
    folders = [Path(speech.recordings)] if speech.recordings else []
    prompts = Prompts(*folders, assets_folder() / "prompts")
    return Voice(Sounds(Espeak(speech.voices), prompts), PlayerHere(speech), begun, finished)
