"""The kiosk's end of the line to the counter: one question, one answer, or the reason why there is none."""

import socket
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.counter.calling.calls import (
    CounterError,
    CounterRefusedError,
    Ping,
    Pong,
    Reply,
    Report,
    Request,
    read_reply,
    written,
)
from kiosk.counter.calling.frames import CounterHungUpError, CounterSilentError, Frames

SOCKET_FILE = "counter.sock"


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port of the local network."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Line:
    """Where the counter is: `address` on the network, under the paired `key`; without one, `path` on this machine."""

    path: Path
    address: Address | None = None
    key: bytes | None = None

    def ask(self, message: Request, within: float) -> Reply:
        """Say `message` and wait for the answer, at most `within` seconds in all.

        Raises `CounterSilentError` when nobody answers, `CounterRefusedError` when the keys differ, and
        `CounterError` when there is no key for the network.
        """
        if self.address is not None:
            return self._over_network(self.address, message, within)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        with closing(connection):
            connection.settimeout(within)
            try:
                connection.connect(str(self.path))
            except OSError as error:
                raise CounterSilentError(f"no counter at {self.path}: {error}") from error
            frames = Frames(connection, within)
            frames.send(written(message))
            return read_reply(frames.receive())

    def greet(self, report: Report, within: float) -> Pong:
        """Say how this kiosk is and hear what staff want of it. Raises as `ask` does.

        An older counter hangs up on a report; it is asked once more without one, as an older kiosk would.
        """
        try:
            reply = self.ask(Ping(report), within)
        except (CounterHungUpError, CounterRefusedError):
            reply = self.ask(Ping(), within)
        if not isinstance(reply, Pong):
            raise CounterError("the counter answered something else")
        return reply

    def _over_network(self, address: Address, message: Request, within: float) -> Reply:
        from kiosk.counter.calling import sealing

        if self.key is None:
            raise CounterError("this kiosk is not paired with the counter: guichet counter pair")
        try:
            connection = socket.create_connection((address.host, address.port), within)
        except OSError as error:
            raise CounterSilentError(f"no counter at {address.host}, port {address.port}: {error}") from error
        with closing(connection):
            frames = Frames(connection, within)
            own = sealing.hello()
            frames.send(own.public)
            closed, opened = sealing.seals_of_kiosk(self.key, own, frames.receive())
            frames.send(closed.close(written(message)))
            try:
                untrusted = frames.receive()
            except CounterHungUpError as error:
                raise CounterRefusedError("the counter hung up: pair the two again") from error
            return read_reply(opened.open(untrusted))
