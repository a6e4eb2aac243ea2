"""The bad line does each thing that it says."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import urllib3

from tests.faults.proxy import Fate, bad_line

BODY = b"a record" * 50


class Hub(BaseHTTPRequestHandler):
    """Answers with what came whole, and remembers it."""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            return
        self.server.heard.append(body)  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) + 1))
        self.end_headers()
        self.wfile.write(body + b"!")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.heard = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def asked(port: int, body: bytes = BODY) -> bytes | None:
    """What is answered; None when the line breaks."""
    try:
        with urllib3.PoolManager(retries=False) as pool:
            return pool.request("POST", f"http://127.0.0.1:{port}/v1/exchange", body=body, timeout=5).data
    except urllib3.exceptions.HTTPError:
        return None


@pytest.mark.parametrize(
    ("fate", "answers", "heard"),
    [
        (Fate.PASSES, [BODY + b"!"], 1),
        (Fate.REFUSED, [None], 0),
        (Fate.CUT, [None], 0),
        (Fate.NO_ANSWER, [None], 1),
        (Fate.DOUBLED, [BODY + b"!"], 2),
        (Fate.LATE, [BODY + b"!"], 1),
        (Fate.BUSY, [b""], 0),
    ],
)
def test_a_request_meets_its_fate(
    hub: ThreadingHTTPServer, fate: Fate, answers: list[bytes | None], heard: int
) -> None:
    with bad_line(hub.server_address[1], 1, {fate: 1}) as line:
        assert [asked(line.port)] == answers

    assert len(hub.heard) == heard  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(6))
def test_a_cut_answer_is_never_whole(hub: ThreadingHTTPServer, seed: int) -> None:
    with bad_line(hub.server_address[1], seed, {Fate.CUT_ANSWER: 1}) as line:
        # Where it was cut among its headers, the reader of HTTP takes it for whole and empty.
        assert asked(line.port) in (None, b"")

    assert hub.heard == [BODY]  # type: ignore[attr-defined]


def test_a_portal_answers_in_the_hubs_place(hub: ThreadingHTTPServer) -> None:
    with bad_line(hub.server_address[1], 1, {Fate.PORTAL: 1}) as line:
        answer = asked(line.port)

    assert answer is not None
    assert answer.startswith(b"<!doctype html>")
    assert hub.heard == []  # type: ignore[attr-defined]


def test_an_altered_answer_differs_in_one_bit(hub: ThreadingHTTPServer) -> None:
    with bad_line(hub.server_address[1], 1, {Fate.ALTERED_ANSWER: 1}) as line:
        answer = asked(line.port)

    assert answer is not None
    assert sum((a ^ b).bit_count() for a, b in zip(answer, BODY + b"!", strict=True)) == 1


def test_a_request_is_said_again_after_the_next(hub: ThreadingHTTPServer) -> None:
    with bad_line(hub.server_address[1], 1, {Fate.AGAIN_LATER: 1}) as line:
        asked(line.port, b"first")
        asked(line.port, b"second")

    assert hub.heard == [b"first", b"first", b"second"]  # type: ignore[attr-defined]


def test_somebody_elses_answer_is_told(hub: ThreadingHTTPServer) -> None:
    with bad_line(hub.server_address[1], 1, {Fate.OTHERS_ANSWER: 1}) as line:
        first, second = asked(line.port, b"first"), asked(line.port, b"second")

    assert (first, second) == (b"first!", b"first!")


def test_where_no_hub_is_the_line_breaks() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with bad_line(taken.getsockname()[1], 1, {Fate.PASSES: 1}) as line:
            assert asked(line.port) is None
