"""Whom a hub takes a caller for, with and without a proxy before it."""

import socket
import threading

import pytest
import urllib3
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from kiosk.hub.service.serving import door_at, server_of
from kiosk.hub.settings import Hub, Settings


async def who(request):
    return PlainTextResponse(request.client.host)


@pytest.mark.parametrize(
    ("behind_proxy", "said", "taken_for"),
    [
        (False, "203.0.113.7", "127.0.0.1"),
        (True, "203.0.113.7", "203.0.113.7"),
        (True, "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # the last is the proxy's own word
    ],
)
def test_only_a_proxy_says_who_calls(tmp_path, behind_proxy, said, taken_for):
    server = server_of(Hub(Settings(behind_proxy=behind_proxy), tmp_path), Starlette(routes=[Route("/", who)]))
    with door_at("127.0.0.1", 0) as door:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{door.getsockname()[1]}/"
        answer = urllib3.request("GET", url, headers={"X-Forwarded-For": said}, retries=False, timeout=10)
        server.should_exit = True
        thread.join()

    assert answer.data.decode() == taken_for
    assert "server" not in answer.headers


def test_no_answer_waits_until_the_caller_has_acknowledged_its_beginning():
    with door_at("127.0.0.1", 0) as door, socket.create_connection(door.getsockname()), door.accept()[0] as inside:
        assert inside.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
