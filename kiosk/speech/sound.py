"""Sound that can be played: samples of one channel in memory, read from WAV and written as WAV."""

import array
import io
import sys
import wave
from dataclasses import dataclass

from kiosk.errors import KioskError
from kiosk.speech.delivery import LOUDEST

RATE = 22_050
"""Samples a second of everything the program makes itself, the same as espeak-ng’s."""

_STEP_DB = 3.0
_BYTES = 2
_QUIET = 100
_LEAD_S = 0.005
_UNKNOWN = 0x7FFFF000
"""Lengths that a program writes before it knows them; espeak-ng does when it writes into a pipe."""


class SoundError(KioskError):
    """What should be a sound is none: torn, empty, or of a kind that is not played here."""

    code = "sound"


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, little-endian, one channel, `rate` of them a second."""

    samples: bytes
    rate: int = RATE

    @property
    def seconds(self) -> float:
        """How long it takes to hear."""
        return len(self.samples) / _BYTES / self.rate

    def after(self, seconds: float) -> "Sound":
        """What is left from `seconds` on; nothing when that is past the end."""
        return Sound(self.samples[max(0, round(seconds * self.rate)) * _BYTES :], self.rate)

    def trimmed(self) -> "Sound":
        """Without the silence before the first thing heard, so that speech answers a key at once."""
        numbers = self._numbers()
        begins = next((place for place, sample in enumerate(numbers) if abs(sample) > _QUIET), 0)
        return self.after(begins / self.rate - _LEAD_S)

    def at_volume(self, step: int) -> "Sound":
        """The same at one of eight steps: 8 as it was made, each step below it 3 dB softer."""
        decibels = (min(max(step, 1), LOUDEST) - LOUDEST) * _STEP_DB
        if decibels == 0:
            return self
        factor = round(10 ** (decibels / 20) * 65_536)
        return _sound_of(array.array("h", [sample * factor >> 16 for sample in self._numbers()]), self.rate)

    def following(self, first: "Sound") -> "Sound":
        """Both in one, `first` before this one. Raises ValueError when their rates differ."""
        if first.rate != self.rate:
            raise ValueError("sounds of different rates cannot be joined")
        return Sound(first.samples + self.samples, self.rate)

    def wav(self) -> bytes:
        """The sound as the bytes of a WAV file."""
        file = io.BytesIO()
        with wave.open(file, "wb") as writer:
            writer.setnchannels(1)
            writer.setsampwidth(_BYTES)
            writer.setframerate(self.rate)
            writer.writeframes(self.samples)
        return file.getvalue()

    def _numbers(self) -> "array.array[int]":
        numbers = array.array("h", self.samples)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers


def sound_of_numbers(numbers: "array.array[int]", rate: int = RATE) -> Sound:
    """A sound of samples from -32768 to 32767."""
    return _sound_of(array.array("h", numbers), rate)


def read_wav(untrusted: bytes) -> Sound:
    """Read a WAV file of 16 bits; two channels become one. A length written before it was known is put right.

    Raises `SoundError` for anything else, and for a file shorter than it says.
    """
    try:
        with wave.open(io.BytesIO(untrusted), "rb") as reader:
            channels, width, rate = reader.getnchannels(), reader.getsampwidth(), reader.getframerate()
            promised = reader.getnframes() * channels * width
            samples = reader.readframes(len(untrusted) // (channels * width))
    except (wave.Error, EOFError, ZeroDivisionError, RuntimeError) as error:
        raise SoundError("this is not a WAV file that can be played") from error
    if width != _BYTES or channels not in (1, 2) or not 8_000 <= rate <= 48_000:
        raise SoundError(
            f"{width * 8} bits, {channels} channels, {rate} Hz is not played: use 16 bits, 1 or 2 channels"
        )
    samples = samples[: len(samples) // (channels * width) * channels * width]
    if not samples or len(samples) < promised < _UNKNOWN // 2:
        raise SoundError("the WAV file is shorter than it says")
    sound = Sound(samples, rate)
    return sound if channels == 1 else _mixed(sound)


def _mixed(stereo: Sound) -> Sound:
    numbers = stereo._numbers()
    return _sound_of(
        array.array("h", [(a + b) // 2 for a, b in zip(numbers[::2], numbers[1::2], strict=True)]), stereo.rate
    )


def _sound_of(numbers: "array.array[int]", rate: int) -> Sound:
    if sys.byteorder == "big":
        numbers.byteswap()
    return Sound(numbers.tobytes(), rate)
