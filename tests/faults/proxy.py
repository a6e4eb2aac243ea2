"""A bad line between kiosks and their hub: it refuses, cuts, doubles, delays, alters, and answers in the hub's place.

One HTTP request a connection, as the proxy itself asks for with `Connection: close`. What becomes of each request is
drawn from a shuffled pack, so that nothing is left out for long; `fates` counts what was.
"""

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

_MOST_HEADER = 64 * 1024
_LATE_SECONDS = 0.03
_PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 78\r\nConnection: close\r\n\r\n"
    b"<!doctype html><title>Free Wi-Fi</title><form action=/login>Accept terms</form>"
)[:-1]
_BUSY = b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Fate(StrEnum):
    """What becomes of one request."""

    PASSES = "passes"
    REFUSED = "refused"
    CUT = "cut"
    """The hub gets half of it."""
    CUT_ANSWER = "cut answer"
    NO_ANSWER = "no answer"
    """The hub does it, and nobody hears."""
    DOUBLED = "doubled"
    """The hub gets it twice; the second answer is told."""
    AGAIN_LATER = "again later"
    """The hub gets it, and once more after another has come."""
    LATE = "late"
    ALTERED_ANSWER = "altered answer"
    OTHERS_ANSWER = "other's answer"
    """Told is what the hub answered to somebody else, or to an earlier request."""
    PORTAL = "portal"
    """A Wi-Fi's own page, with 200."""
    BUSY = "busy"


PACK: Mapping[Fate, int] = {fate: 9 if fate is Fate.PASSES else 1 for fate in Fate}
"""Of twenty requests nine pass, and each of eleven mishaps happens once."""


@dataclass(slots=True)
class Proxy:
    """The line: it listens on `port` of the loopback and passes on to `target` there."""

    target: int
    chance: random.Random
    pack: Mapping[Fate, int]
    port: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)
    _drawn: list[Fate] = field(default_factory=list)
    _kept: list[bytes] = field(default_factory=list)
    _heard: list[bytes] = field(default_factory=list)

    async def serve(self, listening: threading.Event, over: asyncio.Event) -> None:
        """Answer until `over` is set."""
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        listening.set()
        async with server:
            await over.wait()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            request = await _message(reader)
            fate = self._next()
            self.fates[fate] += 1
            writer.write(await self._meet(fate, request))
            await writer.drain()
        writer.transport.abort() if writer.is_closing() else writer.close()

    def _next(self) -> Fate:
        if not self._drawn:
            self._drawn = [fate for fate, count in self.pack.items() for _ in range(count)]
            self.chance.shuffle(self._drawn)
        return self._drawn.pop()

    async def _meet(self, fate: Fate, request: bytes) -> bytes:
        match fate:
            case Fate.REFUSED:
                return b""
            case Fate.PORTAL:
                return _PORTAL
            case Fate.BUSY:
                return _BUSY
            case Fate.CUT:
                return await self._told(request[: len(request) // 2], cut=True)
            case Fate.OTHERS_ANSWER if self._heard:
                return self.chance.choice(self._heard)
        answer = await self._passed(request)
        match fate:
            case Fate.NO_ANSWER:
                return b""
            case Fate.CUT_ANSWER:
                return answer[: self.chance.randrange(max(1, len(answer)))]
            case Fate.ALTERED_ANSWER:
                return _altered(answer, self.chance)
            case Fate.DOUBLED:
                return await self._passed(request)
            case Fate.AGAIN_LATER:
                self._kept.append(request)
            case Fate.LATE:
                await asyncio.sleep(_LATE_SECONDS)
        return answer

    async def _passed(self, request: bytes) -> bytes:
        earlier, self._kept = self._kept, []
        for late in earlier:
            await self._told(late)
        answer = await self._told(request)
        if b" 200 " in answer[:16]:
            self._heard = [*self._heard[-20:], answer]
        return answer

    async def _told(self, request: bytes, *, cut: bool = False) -> bytes:
        """What the hub answers; nothing, and that a little late, when it is not there."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            await asyncio.sleep(_LATE_SECONDS)
            return b""
        try:
            writer.write(request)
            await writer.drain()
            return b"" if cut else await reader.read()
        except OSError:
            return b""
        finally:
            writer.close()


@contextmanager
def bad_line(target: int, seed: int, pack: Mapping[Fate, int] = PACK) -> Iterator[Proxy]:
    """A line to `target` as long as the block lasts, in a thread of its own."""
    proxy = Proxy(target, random.Random(seed), pack)
    listening, loops = threading.Event(), []

    async def run() -> None:
        over = asyncio.Event()
        loops.append((asyncio.get_running_loop(), over))
        await proxy.serve(listening, over)

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    listening.wait()
    try:
        yield proxy
    finally:
        loop, over = loops[0]
        loop.call_soon_threadsafe(over.set)
        thread.join()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One request, with word to the hub to close the connection after it."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n")[1:] if line and not line.lower().startswith(b"connection:")]
    sizes = [int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length:")]
    body = await reader.readexactly(sizes[0] if sizes else 0)
    first = head.split(b"\r\n", 1)[0]
    return b"\r\n".join([first, *lines, b"Connection: close", b"", b""]) + body


def _altered(answer: bytes, chance: random.Random) -> bytes:
    """One bit of the body is another."""
    head, gap, body = answer.partition(b"\r\n\r\n")
    if not body:
        return answer
    changed = bytearray(body)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return head + gap + bytes(changed)
