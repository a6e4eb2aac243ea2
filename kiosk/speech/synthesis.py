"""The voice that can say anything: espeak-ng, run for one sentence at a time, from text to WAV through pipes."""

import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.languages.known import tongue_of
from kiosk.speech.delivery import Pace
from kiosk.speech.sound import Sound, SoundError, read_wav
from kiosk.speech.utterance import Run

PROGRAM = "espeak-ng"
_SECONDS = 5.0
_LONGEST = 2_000


class SpeechError(KioskError):
    """Words could not be made into sound."""

    code = "speech"


class Synthesiser(Protocol):
    """What makes words into sound."""

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""

    def sound_of(self, run: Run, pace: Pace) -> Sound:
        """Say `run`. Raises `SpeechError` when that fails or no voice speaks its language."""


class Espeak:
    """espeak-ng. Words reach it through a pipe: a command line can be read by every account of the machine.

    `voices` names another of its voices for a language than `kiosk.languages.known` does.
    """

    def __init__(self, voices: Mapping[str, str] | None = None, program: str = PROGRAM) -> None:
        self._voices = dict(voices or {})
        self._program = program

    def speaks(self, language: str) -> bool:
        """Whether the language has a voice; Mi’kmaw has none, and another language’s never takes its place."""
        return bool(self._voice(language)) and shutil.which(self._program) is not None

    def sound_of(self, run: Run, pace: Pace) -> Sound:
        """Say `run`, at most 2,000 characters of it; takes some 15 ms, and never more than five seconds."""
        voice = self._voice(run.language)
        if not voice:
            raise SpeechError(f"no voice speaks {run.language}")
        command = [self._program, "--stdin", "--stdout", "-b", "1", "-v", voice, "-s", str(pace.words_per_minute)]
        try:
            spoken = subprocess.run(
                command,
                input=without_commands(run.words)[:_LONGEST].encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
            )
        except OSError as error:
            raise SpeechError(f"{self._program} cannot be run: {error.strerror}") from error
        except subprocess.SubprocessError:
            raise SpeechError(
                f"{self._program} failed or took too long"
            ) from None  # its arguments are not ours to tell
        try:
            return read_wav(spoken.stdout).trimmed()
        except SoundError as error:
            raise SpeechError(f"{self._program} gave no sound") from error

    def _voice(self, language: str) -> str:
        return self._voices.get(language) or tongue_of(language).voice


def without_commands(untrusted_words: str) -> str:
    """Words without what espeak-ng would obey instead of read: control characters, and phonemes in `[[ ]]`."""
    printable = (
        " " if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") else letter for letter in untrusted_words
    )
    return "".join(printable).replace("[[", "[ [").replace("]]", "] ]")
