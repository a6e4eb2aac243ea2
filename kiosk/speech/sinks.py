"""What the sound server knows of headsets: headphone sockets that sense a plug, and USB sound that came later."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_SECONDS = 3.0
_HEADPHONES = frozenset({"Headphones", "Headset"})
_ASK = ("pactl", "--format=json", "list", "sinks")
_WATCH = ("pactl", "subscribe")
_WORTH_A_LOOK = (b"on card #", b"'new' on sink #", b"'remove' on sink #")


@dataclass(frozen=True, slots=True)
class Sinks:
    """`plugged` tells of sockets that sense a plug, None where none does; `usb` names what hangs on USB."""

    plugged: bool | None
    usb: frozenset[str]


def read_sinks(untrusted_json: str) -> Sinks:
    """Read what `pactl --format=json list sinks` says; what cannot be read knows nothing."""
    try:
        sinks = _maps(json.loads(untrusted_json))
    except ValueError:
        sinks = []
    sensing = [port for sink in sinks for port in _maps(sink.get("ports")) if _senses(port)]
    usb = frozenset(str(sink.get("name")) for sink in sinks if _properties(sink).get("device.bus") == "usb")
    return Sinks(any(port["availability"] == "available" for port in sensing) if sensing else None, usb)


class SoundServerSockets:
    """What the sound server tells. USB sound that was there from the beginning may be the kiosk's own loudspeaker."""

    def __init__(self, ask: Sequence[str] = _ASK, watch: Sequence[str] = _WATCH) -> None:
        self._ask = ask
        self._watch = watch
        self._watching: subprocess.Popen[bytes] | None = None
        self._lost = False
        self._own: frozenset[str] | None = None

    @property
    def lost(self) -> bool:
        """Whether the server went away while it was listened to, or was never there."""
        return self._lost

    def present(self) -> bool | None:
        """Whether a headset is plugged in; None where no socket can tell and no USB sound has come."""
        now = self._now()
        if now is None:
            return None
        if self._own is None:
            self._own = now.usb
        return True if now.usb - self._own else now.plugged

    def to_wait_for(self) -> tuple[int, ...]:
        """What can be read when something changed; the first call asks the server to tell."""
        if self._watching is None and not self._lost:
            try:
                self._watching = subprocess.Popen(
                    [*self._watch],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=_in_english(),
                )
            except OSError:
                self._lost = True
        return () if self._watching is None or self._watching.stdout is None else (self._watching.stdout.fileno(),)

    def changed(self, readable: int) -> bool:
        """Take what the server tells, and say whether to look again: what is being played changes nothing."""
        told = os.read(readable, 65_536)
        if not told:
            self.close()
            self._lost = True
        return not told or any(sign in told for sign in _WORTH_A_LOOK)

    def retry(self) -> None:
        """Listen to the server again, if it is back."""
        self._lost = False

    def close(self) -> None:
        """Listen no more."""
        if self._watching is not None:
            self._watching.kill()
            self._watching.wait()
            if self._watching.stdout is not None:
                self._watching.stdout.close()
            self._watching = None

    def _now(self) -> Sinks | None:
        """What there is now; None where no server answers."""
        try:
            told = subprocess.run(
                [*self._ask],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=True,
                env=_in_english(),
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return read_sinks(told.stdout.decode(errors="replace"))


def _senses(port: dict[str, Any]) -> bool:
    return port.get("type") in _HEADPHONES and port.get("availability") in ("available", "not available")


def _properties(sink: dict[str, Any]) -> dict[str, Any]:
    properties = sink.get("properties")
    return properties if isinstance(properties, dict) else {}


def _maps(untrusted: object) -> list[dict[str, Any]]:
    return [entry for entry in untrusted if isinstance(entry, dict)] if isinstance(untrusted, list) else []


def _in_english() -> dict[str, str]:
    """Surroundings in which programs speak English."""
    return os.environ | {"LC_ALL": "C.UTF-8"}
