"""The counter's end of the line: hears kiosks on this machine, and on the local network once the two are paired."""

import logging
import os
import socket
import stat
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from select import select
from threading import BoundedSemaphore, Thread

from kiosk.counter.calling.calls import CounterError, Ping, Reply, Request, read_request, written
from kiosk.counter.calling.frames import Frames
from kiosk.counter.calling.line import Address, Line

_log = logging.getLogger(__name__)

_PATIENCE_S = 3.0
"""How long one question may take to be asked in full."""

_MOST_AT_ONCE = 32


class CounterBusyError(CounterError):
    """Another counter is open at this place, or the place cannot be listened at."""

    code = "counter_busy"


class Listener:
    """Listens from `start` to `close`, and gives every question to `hear`, in a thread of its own."""

    def __init__(
        self,
        hear: Callable[[Request], Reply],
        path: Path,
        address: Address | None = None,
        key: bytes | None = None,
    ) -> None:
        """The socket at `path` is for this account only. Nothing listens at `address` without a `key`.

        Raises `CounterBusyError`.
        """
        self._hear = hear
        self._key = key
        self._path = path
        self._closing, self._closed = socket.socketpair()
        """Once the first is closed there is something to read at the second, for every thread that waits."""
        self._room = BoundedSemaphore(_MOST_AT_ONCE)
        self._sockets = [_own_socket(path)]
        self._serving: Sequence[Callable[[Frames], None]] = (self._serve_plain,)
        if address is not None and key is not None:
            try:
                self._sockets.append(_network_socket(address))
            except BaseException:
                self._sockets[0].close()
                raise
            self._serving = (self._serve_plain, self._serve_sealed)
        self._threads = [
            Thread(target=self._accept, args=pair, name="counter", daemon=True)
            for pair in zip(self._sockets, self._serving, strict=True)
        ]

    def start(self) -> None:
        """Begin to listen."""
        for thread in self._threads:
            thread.start()

    @property
    def ports(self) -> tuple[int, ...]:
        """The ports of the network that it listens at; none without a paired key."""
        return tuple(s.getsockname()[1] for s in self._sockets[1:])

    def close(self) -> None:
        """Listen no more; what is being answered is answered."""
        self._closing.close()
        for thread in self._threads:
            thread.join()
        for each in (*self._sockets, self._closed):
            each.close()
        with suppress(OSError):
            self._path.unlink()

    def _accept(self, listening: socket.socket, serve: Callable[[Frames], None]) -> None:
        listening.setblocking(False)
        while self._closed not in select([listening, self._closed], [], [])[0]:
            try:
                connection, _ = listening.accept()
            except OSError:  # somebody who hung up already
                continue
            if not self._room.acquire(blocking=False):
                connection.close()
                continue
            Thread(target=self._answer, args=(connection, serve), name="caller", daemon=True).start()

    def _answer(self, connection: socket.socket, serve: Callable[[Frames], None]) -> None:
        try:
            with closing(connection):
                serve(Frames(connection, _PATIENCE_S))
        except CounterError as error:
            _log.info("a caller was not understood: %s", error)
        finally:
            self._room.release()

    def _serve_plain(self, frames: Frames) -> None:
        frames.send(written(self._hear(read_request(frames.receive()))))

    def _serve_sealed(self, frames: Frames) -> None:
        from kiosk.counter.calling import sealing

        assert self._key is not None
        own = sealing.hello()
        untrusted_hello = frames.receive()
        frames.send(own.public)
        closed, opened = sealing.seals_of_counter(self._key, own, untrusted_hello)
        request = read_request(opened.open(frames.receive()))
        frames.send(closed.close(written(self._hear(request))))


def _own_socket(path: Path) -> socket.socket:
    """A socket that only this account can call; one that a killed program left is taken over."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        if path.exists() and stat.S_ISSOCK(path.lstat().st_mode):
            if _is_answered(path):
                raise CounterBusyError("the counter is open already on this machine")
            path.unlink()
        before = os.umask(0o177)
        try:
            listening.bind(str(path))
        finally:
            os.umask(before)
        listening.listen()
    except OSError as error:
        listening.close()
        raise CounterBusyError(f"{path} cannot be listened at: {error}") from error
    except CounterBusyError:
        listening.close()
        raise
    return listening


def _is_answered(path: Path) -> bool:
    try:
        Line(path).ask(Ping(), 1.0)
    except CounterError:
        return False
    return True


def _network_socket(address: Address) -> socket.socket:
    try:
        family, kind, _, _, where = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
            listening.listen()
        except OSError:
            listening.close()
            raise
    except OSError as error:
        raise CounterBusyError(f"{address.host}, port {address.port}, cannot be listened at: {error}") from error
    return listening
