"""The way over the network, against real servers that do as networks do."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from kiosk.outbox.streams import waiting
from kiosk.sync.exchange.errors import (
    AddressError,
    ExchangeError,
    NotReachedError,
    RefusedError,
    TooLargeError,
    UnknownKioskError,
    UnreadableError,
)
from kiosk.sync.exchange.http import HttpTransport, hub_url
from kiosk.sync.exchange.messages import LARGEST_ACK
from tests.sync.exchange.a_hub import Hub, say, serving
from tests.sync.exchange.conftest import Kiosk

PORTAL = b"<!doctype html><title>Wi-Fi gratuit</title><form action=/login>"


def test_what_waits_goes_up_over_the_network(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)
    paths: list[tuple[str, str]] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        paths.append((handler.path, handler.headers["Content-Type"]))
        say(handler, 200, hub.exchange(body))

    with serving(answer) as address:
        assert kiosk.exchange(HttpTransport(address + "/")).sent == 3

    assert hub.ids == ids
    assert paths == [("/v1/exchange", "application/cose")]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (204, NotReachedError),
        (302, NotReachedError),
        (307, NotReachedError),
        (400, RefusedError),
        (401, UnknownKioskError),
        (404, RefusedError),
        (413, RefusedError),
        (429, NotReachedError),
        (500, NotReachedError),
        (503, NotReachedError),
        (511, NotReachedError),
    ],
)
def test_only_a_200_counts(kiosk: Kiosk, hub: Hub, status: int, error: type[ExchangeError]) -> None:
    kiosk.act(1)

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        say(handler, status, b"" if status == 204 else hub.exchange(body), Location="/elsewhere", Retry_After="77")

    with serving(answer) as address, pytest.raises(error) as refused:
        kiosk.exchange(HttpTransport(address))

    if isinstance(refused.value, NotReachedError):
        assert refused.value.retry_after == "77"
    with kiosk.open() as state:
        assert waiting(state).count == 1


def test_a_portals_page_with_200_lets_nothing_go(kiosk: Kiosk) -> None:
    kiosk.act(1)

    with (
        serving(lambda handler, _: say(handler, 200, PORTAL, Content_Type="text/html")) as address,
        pytest.raises(UnreadableError),
    ):
        kiosk.exchange(HttpTransport(address))

    with kiosk.open() as state:
        assert waiting(state).count == 1


def test_no_redirection_is_followed_and_nothing_is_sent_anywhere_else(kiosk: Kiosk) -> None:
    asked: list[bytes] = []
    with serving(lambda handler, body: asked.append(body)) as elsewhere:

        def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
            say(handler, 307, b"", Location=elsewhere + "/v1/exchange")

        with serving(answer) as address, pytest.raises(NotReachedError):
            kiosk.exchange(HttpTransport(address))

    assert asked == []


def test_an_answer_that_is_cut_lets_nothing_go_and_is_made_up_for(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        response = hub.exchange(body)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(response)))
        handler.end_headers()
        handler.wfile.write(response[:-20])

    with serving(answer) as address, pytest.raises(ExchangeError):
        kiosk.exchange(HttpTransport(address))
    with kiosk.open() as state:
        assert waiting(state).count == 3
    with serving(lambda handler, body: say(handler, 200, hub.exchange(body))) as address:
        assert kiosk.exchange(HttpTransport(address)).sent == 3
    assert hub.ids == ids


def test_an_answer_without_end_is_cut_off(kiosk: Kiosk) -> None:
    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(2 * LARGEST_ACK // 65536 + 2):
                handler.wfile.write(bytes(65536))
        except OSError:
            pass

    with serving(answer) as address, pytest.raises(TooLargeError):
        HttpTransport(address).exchange(b"request")


def test_an_answer_that_only_trickles_comes_to_an_end() -> None:
    ticks = iter(range(1000))

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x")
        except OSError:
            pass

    with serving(answer) as address, pytest.raises(NotReachedError, match="end"):
        HttpTransport(address, whole_answer_s=3, steady=lambda: float(next(ticks))).exchange(b"request")


def test_a_hub_that_says_nothing_is_not_waited_for_for_ever() -> None:
    over = threading.Event()

    def silent(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        over.wait(30)

    began = time.monotonic()
    with serving(silent) as address:
        try:
            with pytest.raises(NotReachedError):
                HttpTransport(address, read_s=0.2).exchange(b"request")
        finally:
            over.set()

    assert time.monotonic() - began < 10


@contextmanager
def raw(answer: bytes) -> Iterator[str]:
    """A server that says these bytes to whoever comes, whatever they ask."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        thread.join()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
    ],
)
def test_what_is_hardly_http_is_no_answer(kiosk: Kiosk, answer: bytes) -> None:
    kiosk.act(1)

    with raw(answer) as address, pytest.raises(ExchangeError):
        kiosk.exchange(HttpTransport(address))

    with kiosk.open() as state:
        assert waiting(state).count == 1


def test_where_nobody_listens_the_caller_hears_of_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(NotReachedError):
        HttpTransport(f"http://127.0.0.1:{port}").exchange(b"request")


def test_a_name_that_nobody_knows_is_no_mistake_of_ours() -> None:
    with pytest.raises(NotReachedError):
        HttpTransport("https://hub.invalid").exchange(b"request")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "hub.example.ca",
        "ftp://hub.example.ca",
        "http://hub.example.ca",
        "http://192.168.1.20:8780",
        "https://",
        "https://name:word@hub.example.ca",
        "https://hub.example.ca/?q=1",
        "http://127.0.0.1.example.ca",
        "https://[::1",
    ],
)
def test_records_go_over_no_line_in_the_clear(address: str) -> None:
    with pytest.raises(AddressError):
        HttpTransport(address).exchange(b"request")


@pytest.mark.parametrize(
    "address",
    ["https://hub.example.ca", "https://hub.example.ca:8443/guichet/", "http://127.0.0.1:8780", "http://[::1]:1"],
)
def test_an_address_is_taken_with_or_without_a_slash_at_its_end(address: str) -> None:
    assert hub_url(address) == address.rstrip("/")
