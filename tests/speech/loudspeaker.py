"""What a private sound server's loudspeaker gives, recorded sample by sample."""

import array
import os
import subprocess
import threading

RATE = 22_050


class Recording(threading.Thread):
    """What a sound server's loudspeaker gives from now on, until `so_far` is asked for the last time."""

    def __init__(self, sink: str) -> None:
        super().__init__(daemon=True)
        command = ["parec", f"--device={sink}.monitor", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}"]
        self._process = subprocess.Popen([*command, "--latency-msec=20"], stdout=subprocess.PIPE)
        self._heard = bytearray()
        self._more = threading.Condition()
        self.start()
        self.wait_for(RATE // 10)

    def run(self) -> None:
        assert self._process.stdout is not None
        while piece := os.read(self._process.stdout.fileno(), 4096):
            with self._more:
                self._heard += piece
                self._more.notify_all()

    @property
    def length(self) -> int:
        """Samples recorded so far."""
        return len(self._heard) // 2

    def wait_for(self, samples: int) -> None:
        """Come back when so many samples were recorded."""
        with self._more:
            assert self._more.wait_for(lambda: self.length >= samples, timeout=30)

    def wait_for_sound(self, begin: int) -> int:
        """Come back when something is heard after the sample `begin`, and tell at which sample."""
        with self._more:
            assert self._more.wait_for(lambda: first_heard(self._heard, begin) is not None, timeout=30)
            found = first_heard(self._heard, begin)
        assert found is not None
        return found

    def between(self, begin: int, end: int | None = None) -> "array.array[int]":
        """The samples from `begin` up to `end`, or up to now."""
        with self._more:
            return samples_of(bytes(self._heard))[begin:end]

    def end(self) -> None:
        """Record no more."""
        self._process.kill()
        self._process.wait()
        self.join()


def samples_of(raw: bytes) -> "array.array[int]":
    numbers = array.array("h")
    numbers.frombytes(raw[: len(raw) // 2 * 2])
    return numbers


def first_heard(raw: bytes | bytearray, begin: int) -> int | None:
    numbers = samples_of(bytes(raw))[begin:]
    return next((begin + place for place, number in enumerate(numbers) if abs(number) > 200), None)
