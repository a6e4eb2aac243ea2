"""The operator's page of the real program: `guichet hub operator add`, `guichet hub serve`, and somebody signs in."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
import urllib3

from tests.hub.pages.conftest import PASSPHRASE

_UNTIL_IT_IS_UP = urllib3.Retry(connect=12, redirect=0, backoff_factor=0.05, raise_on_redirect=False)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file = tmp_path / "hub.toml"
    file.write_text(f'listen = "127.0.0.1:{port}"\n')
    return file


@pytest.fixture
def program(settings: Path) -> Iterator[subprocess.Popen[bytes]]:
    added = guichet(settings, "operator", "add", "Claire")
    added.communicate(f"{PASSPHRASE}\n{PASSPHRASE}\n".encode(), timeout=60)
    assert added.returncode == 0
    serving = guichet(settings, "serve")
    yield serving
    serving.send_signal(signal.SIGTERM)
    serving.communicate(timeout=60)


def guichet(settings: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", "hub", "--settings", str(settings), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.slow
def test_who_was_added_at_the_machine_signs_in_to_what_it_serves(
    settings: Path, program: subprocess.Popen[bytes]
) -> None:
    address = re.search(r'listen = "(.*)"', settings.read_text())
    assert address is not None
    here = f"http://{address[1]}"

    form = urllib3.request("GET", f"{here}/sign-in", retries=_UNTIL_IT_IS_UP)
    token = re.search(r'name="token" value="(\w+)"', form.data.decode())
    assert token is not None
    sent = {"name": "claire", "passphrase": PASSPHRASE, "token": token[1], "onward": "/operators"}
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    typed = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    signed_in = urllib3.request("POST", f"{here}/sign-in", body=urlencode(sent), headers=typed, redirect=False)
    session = signed_in.headers["Set-Cookie"].partition(";")[0]
    page = urllib3.request("GET", here + signed_in.headers["Location"], headers={"Cookie": session})

    assert (signed_in.status, signed_in.headers["Location"]) == (303, "/operators")
    assert "Claire (you)" in page.data.decode()
