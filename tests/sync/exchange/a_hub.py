"""A small hub in memory that keeps to the agreement, for kiosks to exchange with; and ways to come between."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.referral.keys import KeyId, KeyRing, KioskKey, KnownKiosk
from kiosk.sync.exchange import answering
from kiosk.sync.exchange.enrolling import Asking, mac_key, proof, read_asking, read_code
from kiosk.sync.exchange.errors import UnknownKioskError
from kiosk.sync.exchange.known_hub import KnownHub
from kiosk.sync.exchange.messages import (
    Ack,
    Batch,
    Item,
    Receipt,
    Refusal,
    StreamId,
    open_batch,
    request_hash,
    seal_ack,
)
from kiosk.sync.exchange.streams import Held, judge

HUB_KEY = KioskKey(KeyId(b"hub1"), Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
HUB_TIME = 1_770_000_000


@dataclass
class Hub:
    """What it holds: `items` by stream in the order they came, and what it knows by id, as its projections do."""

    ring: KeyRing = field(default_factory=KeyRing)
    held: dict[StreamId, Held] = field(default_factory=dict)
    items: dict[StreamId, list[Item]] = field(default_factory=dict)
    receipts: list[Receipt] = field(default_factory=list)
    poison: Callable[[Item], bool] = lambda item: False
    heard: list[Batch] = field(default_factory=list)
    time: int = HUB_TIME

    def knows(self, key: KioskKey) -> None:
        self.ring = KeyRing((*self.ring.known, KnownKiosk(key.key_id, key.public)))

    def exchange(self, request: bytes) -> bytes:
        """What the hub answers; as a transport, the shortest there is."""
        _, batch = open_batch(request, self.ring)
        self.heard.append(batch)
        judged = judge(self.held.get(batch.stream, Held()), batch)
        self.held[batch.stream] = judged.held
        self.items.setdefault(batch.stream, []).extend(judged.fresh)
        due = tuple(each for each in self.receipts if each.number > batch.cursor)
        return seal_ack(
            Ack(
                stream=batch.stream,
                hwm=judged.held.hwm,
                poison=tuple(Refusal(item.seq, "unusable") for item in judged.fresh if self.poison(item)),
                verdict=judged.verdict,
                time=self.time,
                request=request_hash(request),
                receipts=due,
                cursor=due[-1].number if due else batch.cursor,
            ),
            HUB_KEY,
        )

    @property
    def ids(self) -> list[bytes]:
        """The id of every record that has come, in order, over all streams."""
        return [item.id for items in self.items.values() for item in items]

    def lose_after(self, stream: StreamId, hwm: int) -> None:
        """Be put back from a backup that had this stream up to `hwm`."""
        kept = self.items[stream][:hwm]
        fresh = judge(Held(), Batch(stream, 1, tuple(kept), bytes(32), 0, self.heard[0].health, 0))
        self.items[stream], self.held[stream] = kept, fresh.held


@dataclass
class Office:
    """A hub that has given one code."""

    known: KnownHub
    code: str
    roots: tuple[bytes, ...] = ()
    asked: list[Asking] = field(default_factory=list)

    def enrol(self, request: bytes) -> bytes:
        asked = read_asking(request)
        self.asked.append(asked)
        code = read_code(self.code)
        if asked.code_id != code.id or asked.mac != proof(mac_key(code.secret), asked.public):
            raise UnknownKioskError("the answer is 401")
        return answering.by_code(answering.Answer(self.known, self.roots), asked.public, mac_key(code.secret))


@dataclass
class Between:
    """Somebody on the line to `hub`: what goes up passes `up`, and what comes down `down`."""

    hub: Hub
    up: Callable[[bytes], bytes] = lambda request: request
    down: Callable[[bytes], bytes] = lambda response: response

    def exchange(self, request: bytes) -> bytes:
        return self.down(self.hub.exchange(self.up(request)))


Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Let `answer` meet each request on the loopback; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.close_connection = True
            answer(self, body)

        def do_GET(self) -> None:
            self.close_connection = True
            answer(self, b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def say(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    """Answer with this, whole."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
