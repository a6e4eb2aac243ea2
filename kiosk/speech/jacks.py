"""The headphone sockets that tell the kernel when something is plugged in: switches among the input devices.

Reading them takes the right to read `/dev/input/event*` (on Debian, the group `input`).
"""

import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

INPUT_DEVICES = Path("/dev/input")
HEADPHONES = 0x02
"""The number of the switch, SW_HEADPHONE_INSERT in linux/input-event-codes.h."""

_STATE_BYTES = 8
_EVENT_SWITCHES = 0x05


def _reading(number: int) -> int:
    """The ioctl request that reads `_STATE_BYTES` from an input device: _IOC(_IOC_READ, 'E', number, length)."""
    return 2 << 30 | _STATE_BYTES << 16 | ord("E") << 8 | number


WHICH_SWITCHES = _reading(0x20 + _EVENT_SWITCHES)
"""EVIOCGBIT(EV_SW): the switches that a device has, a bit each."""

SWITCHES_NOW = _reading(0x1B)
"""EVIOCGSW: those that are on."""

Ask = Callable[[int, int], int]


def ask_kernel(device: int, request: int) -> int:
    """Ask an open input device for bits. Raises OSError when it is no input device or is gone."""
    answer = bytearray(_STATE_BYTES)
    fcntl.ioctl(device, request, answer)
    return int.from_bytes(answer, "little")


class Jacks:
    """The sockets that were there when it was made. `ask` is how a device is asked."""

    def __init__(self, folder: Path = INPUT_DEVICES, ask: Ask = ask_kernel) -> None:
        self._ask = ask
        self._devices = [device for path in sorted(folder.glob("event*")) if (device := self._opened(path)) is not None]

    @property
    def lost(self) -> bool:
        """A socket that is taken away does not come back."""
        return False

    def retry(self) -> None:
        """Nothing to try."""

    def present(self) -> bool | None:
        """Whether something is plugged into one of them; None where there is none that can tell."""
        states = [state for device in self._devices if (state := self._on(device)) is not None]
        return any(states) if states else None

    def to_wait_for(self) -> tuple[int, ...]:
        """What can be read when something changed."""
        return tuple(self._devices)

    def changed(self, device: int) -> bool:
        """Take what can be read, and tell whether to look again; a socket that was taken away is let go of."""
        try:
            if os.read(device, 4096):
                return True
        except BlockingIOError:
            return False
        except OSError:
            pass
        self._devices.remove(device)
        os.close(device)
        return True

    def close(self) -> None:
        """Let go of all of them."""
        while self._devices:
            os.close(self._devices.pop())

    def _opened(self, path: Path) -> int | None:
        try:
            device = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return None
        with suppress(OSError):
            if self._ask(device, WHICH_SWITCHES) >> HEADPHONES & 1:
                return device
        os.close(device)
        return None

    def _on(self, device: int) -> bool | None:
        try:
            return bool(self._ask(device, SWITCHES_NOW) >> HEADPHONES & 1)
        except OSError:
            return None
