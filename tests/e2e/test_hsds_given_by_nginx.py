"""What docs/catalogue.md has nginx do gives an export as HSDS's API is asked for it."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.exchange.export import export

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PROJECT = Path(__file__).parents[2]
GUIDE = PROJECT / "docs" / "catalogue.md"

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

Asked = Callable[[str], tuple[int, str, bytes]]


class Line(http.client.HTTPConnection):
    """HTTP over a socket that is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=10)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.connect(str(self._path))


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Ask the server for a path: the status, the type and the body of its answer."""
    folder = tmp_path_factory.mktemp("nginx")
    build(PROJECT / "assets" / "catalogue", folder / "catalogue.db")
    export(folder / "catalogue.db", folder / "srv" / "hsds", ZoneInfo("America/Halifax"))
    (guide,) = re.findall(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    door = folder / "door"
    told = guide.replace("listen 80;", f"listen unix:{door};").replace("/srv/guichet", str(folder / "srv"))
    assert str(door) in told
    own = "".join(f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is its account's alone
    around = f"{user} pid {folder / 'pid'}; error_log {folder / 'errors'}; events {{}}"
    (folder / "nginx.conf").write_text(f"{around} http {{ access_log off; {own} {told} }}", encoding="utf-8")
    command = [str(NGINX), "-e", str(folder / "errors"), "-c", str(folder / "nginx.conf")]
    subprocess.run(command, check=True, timeout=30)

    def answer(path: str) -> tuple[int, str, bytes]:
        line = Line(door)
        line.request("GET", path)
        response = line.getresponse()
        body = response.read()
        line.close()
        return response.status, response.headers["Content-Type"], body

    yield answer
    subprocess.run([*command, "-s", "quit"], check=True, timeout=30)


def test_the_three_questions_that_hsds_requires_are_answered(ask: Asked) -> None:
    status, kind, about = ask("/hsds/en/api")
    listed = json.loads(ask("/hsds/fr/api/services")[2])
    first = listed["contents"][0]
    whole = json.loads(ask(f"/hsds/fr/api/services/{first['id']}")[2])

    assert (status, kind) == (200, "application/json; charset=utf-8")
    assert json.loads(about)["version"] == "3.1"
    assert whole["name"] == first["name"]


def test_following_the_pages_finds_every_service(ask: Asked) -> None:
    pages = json.loads(ask("/hsds/en/api/services")[2])["total_pages"]

    found = [
        service["id"]
        for page in range(1, pages + 1)
        for service in json.loads(ask(f"/hsds/en/api/services?page={page}")[2])["contents"]
    ]

    assert len(found) == len(set(found)) == json.loads(ask("/hsds/en/api/services/")[2])["total_items"]


@pytest.mark.parametrize(
    "path",
    [
        "/hsds/en/api/services?page=99",
        "/hsds/en/api/services?page=0",
        "/hsds/en/api/services?page=../../../../nginx",
        "/hsds/en/api/services?page=%2e%2e%2f1",
        "/hsds/en/api/services/00000000-0000-0000-0000-000000000000",
        "/hsds/../nginx.conf",
    ],
)
def test_what_is_not_there_is_not_found(ask: Asked, path: str) -> None:
    assert ask(path)[0] in (400, 404)


def test_the_tables_are_given_as_tables(ask: Asked) -> None:
    status, kind, body = ask("/hsds/fr/services.csv")

    assert (status, kind) == (200, "text/csv; charset=utf-8")
    assert body.startswith(b"id,organization_id,")
