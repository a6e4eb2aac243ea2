"""What a sound is heard with: a program of the sound server or of ALSA, or nothing at all."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Protocol

from kiosk.config import SoundThrough, Speech
from kiosk.errors import KioskError
from kiosk.speech.sound import Sound

SOUND_CARDS = Path("/proc/asound/cards")
"""Where the kernel lists the sound cards, each with its name in brackets and a colon."""

_LATENCY_MS = 50
_SECONDS = 3.0
_AGAIN_S = 30.0


class PlayingError(KioskError):
    """A sound could not be played."""

    code = "playing"


class Playback(Protocol):
    """One sound being heard."""

    def wait(self) -> float:
        """Come back when it is over or stopped, and tell how many seconds of it were heard. Raises `PlayingError`."""

    def stop(self) -> None:
        """End it at once; from any thread, at any time, more than once."""


class Player(Protocol):
    """What plays sounds. `audible` is false where nobody can hear anything."""

    @property
    def audible(self) -> bool:
        """Whether it is worth making a sound."""

    def start(self, sound: Sound) -> Playback:
        """Begin to play. Raises `PlayingError`."""


class Silence:
    """Where there is nothing to hear with: every sound is over at once."""

    audible = False

    def start(self, sound: Sound) -> "Playback":
        """Play nothing."""
        return _Over()


class _Over:
    def wait(self) -> float:
        return 0.0

    def stop(self) -> None:
        return


class ProgramPlayer:
    """A program that plays what it reads, and ends when that was heard.

    It reads the sound from its standard input, a file that exists in memory only: nothing of it comes on a disk.
    `command` makes the command line for a sound; `as_wav` gives the program a WAV file instead of bare samples.
    """

    audible = True

    def __init__(self, command: Callable[[Sound], Sequence[str]], as_wav: bool = False) -> None:
        self._command = command
        self._as_wav = as_wav

    def __repr__(self) -> str:
        return f"ProgramPlayer({self._command(Sound(b''))[0]})"

    def start(self, sound: Sound) -> Playback:
        """Begin to play; takes a few milliseconds."""
        command = self._command(sound)
        file = os.memfd_create("sound", os.MFD_CLOEXEC)
        try:
            with os.fdopen(os.dup(file), "wb") as writer:
                writer.write(sound.wav() if self._as_wav else sound.samples)
            os.lseek(file, 0, os.SEEK_SET)
            process = subprocess.Popen(command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError as error:
            raise PlayingError(f"{command[0]} cannot be run: {error.strerror}") from error
        finally:
            os.close(file)
        return _Process(process, command[0], sound.seconds)


class _Process:
    """A program that plays. `wait` is one thread's, `stop` anybody's."""

    def __init__(self, process: "subprocess.Popen[bytes]", name: str, seconds: float) -> None:
        self._process = process
        self._name = name
        self._seconds = seconds
        self._started = time.monotonic()
        self._stopped = False

    def wait(self) -> float:
        failed = self._process.wait() != 0
        if failed and not self._stopped:
            raise PlayingError(f"{self._name} failed")
        return min(time.monotonic() - self._started, self._seconds)

    def stop(self) -> None:
        self._stopped = True
        with suppress(OSError):
            self._process.kill()


def pulse(device: str = "") -> ProgramPlayer:
    """Through the sound server, PulseAudio or PipeWire in its place; an empty `device` is its default sink."""
    chosen = [f"--device={device}"] if device else []
    return ProgramPlayer(
        lambda sound: [
            *("pacat", "--playback", "--raw", "--format=s16le", "--channels=1", f"--rate={sound.rate}"),
            *(f"--latency-msec={_LATENCY_MS}", "--client-name=Guichet", *chosen),
        ]
    )


def pipewire(device: str = "") -> ProgramPlayer:
    """Through PipeWire where nothing answers in PulseAudio’s place; an empty `device` is its default sink."""
    chosen = [f"--target={device}"] if device else []
    return ProgramPlayer(
        lambda _sound: ["pw-play", f"--latency={_LATENCY_MS}ms", *chosen, "/proc/self/fd/0"], as_wav=True
    )


def alsa(device: str = "") -> ProgramPlayer:
    """Straight on the sound card; an empty `device` is ALSA’s default."""
    chosen = [f"--device={device}"] if device else []
    return ProgramPlayer(
        lambda sound: ["aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(sound.rate), *chosen, "-"]
    )


class PlayerHere:
    """What this machine can be heard with: looked for when it is first needed, and again while there is nothing.

    A sound server may start after the kiosk, and a sound card be plugged in later.
    """

    def __init__(self, speech: Speech, cards: Path = SOUND_CARDS, again_s: float = _AGAIN_S) -> None:
        self._speech = speech
        self._cards = cards
        self._again_s = again_s
        self._looked = 0.0
        self._player: Player | None = None
        self._looking = Lock()

    @property
    def audible(self) -> bool:
        """Whether there is anything; the first answer takes a moment."""
        return self._found().audible

    def start(self, sound: Sound) -> Playback:
        """Begin to play."""
        return self._found().start(sound)

    def _found(self) -> Player:
        with self._looking:
            now = time.monotonic()
            silent_for_long = (
                self._player is not None and not self._player.audible and now - self._looked >= self._again_s
            )
            if self._player is None or silent_for_long:
                self._player, self._looked = player_for(self._speech, self._cards), now
            return self._player


def player_for(speech: Speech, cards: Path = SOUND_CARDS) -> Player:
    """What this machine can be heard with, as configured; takes a moment when it has to look by itself."""
    through = _found(cards) if speech.through is SoundThrough.AUTO else speech.through
    match through:
        case SoundThrough.PULSE:
            return pulse(speech.device)
        case SoundThrough.PIPEWIRE:
            return pipewire(speech.device)
        case SoundThrough.ALSA:
            return alsa(speech.device)
        case SoundThrough.NONE | SoundThrough.AUTO:
            return Silence()


def _found(cards: Path) -> SoundThrough:
    """The sound server that answers, else the sound card that is there, else nothing."""
    if shutil.which("pacat") and _succeeds("pactl", "info"):
        return SoundThrough.PULSE
    if shutil.which("pw-play") and _succeeds("pw-cli", "info", "0"):
        return SoundThrough.PIPEWIRE
    if shutil.which("aplay") and has_card(cards):
        return SoundThrough.ALSA
    return SoundThrough.NONE


def has_card(cards: Path = SOUND_CARDS) -> bool:
    """Whether the kernel lists a sound card."""
    try:
        return "]:" in cards.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _succeeds(*command: str) -> bool:
    try:
        told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0
