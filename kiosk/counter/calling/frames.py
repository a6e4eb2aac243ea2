"""One message after another over a socket, each after its length, and nobody kept waiting longer than was agreed."""

import socket
import time

from kiosk.counter.calling.calls import CounterError

LONGEST = 4096


class CounterSilentError(CounterError):
    """Nobody answers there, or not in time, or the connection broke."""

    code = "counter_silent"


class CounterHungUpError(CounterSilentError):
    """The other end closed the connection instead of answering."""


class Frames:
    """A connection with a deadline: whatever is sent and received until then, or not at all."""

    def __init__(self, connection: socket.socket, within: float) -> None:
        """`within` is in seconds from now, for everything that is said over this connection."""
        self._connection = connection
        self._until = time.monotonic() + within

    def send(self, message: bytes) -> None:
        """Send one message of at most `LONGEST` bytes. Raises `CounterSilentError`."""
        try:
            self._connection.settimeout(self._left())
            self._connection.sendall(len(message).to_bytes(2, "big") + message)
        except OSError as error:
            raise CounterSilentError(f"nothing can be sent: {error}") from error

    def receive(self) -> bytes:
        """The next message, untrusted. Raises `CounterSilentError`, and `CounterError` for one that is too long."""
        length = int.from_bytes(self._exactly(2), "big")
        if length > LONGEST:
            raise CounterError(f"a message of {length} bytes")
        return self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        received = b""
        while len(received) < length:
            try:
                self._connection.settimeout(self._left())
                part = self._connection.recv(length - len(received))
            except OSError as error:
                raise CounterSilentError(f"nothing comes: {error}") from error
            if not part:
                raise CounterHungUpError("the other end hung up")
            received += part
        return received

    def _left(self) -> float:
        """Seconds left; a socket takes 0 for "do not wait", so the last moment is a very short one."""
        return max(0.001, self._until - time.monotonic())
