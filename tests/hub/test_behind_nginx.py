"""The hub behind a real nginx with the configuration that is shipped: TLS, enrolment, exchange, editions."""

import ipaddress
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import urllib3
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kiosk.config import Config
from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.hub.service.serving import app_of, door_at, server_of, store_of
from kiosk.hub.settings import Hub, Settings
from kiosk.hub.store import reading
from kiosk.hub.store.kiosks import give_code
from kiosk.hub.store.statements import Store
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.enrolling import enrol
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.telling import tell_hub

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
SHIPPED = Path(__file__).parents[2] / "packaging" / "nginx-hub.conf"
TLS = "/etc/letsencrypt/live/hub.example.ca"

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(NGINX is None, reason="there is no nginx")]


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(Settings(behind_proxy=True), tmp_path / "hub")


@pytest.fixture
def store(hub: Hub) -> Iterator[Store]:
    with store_of(hub) as store:
        yield store


@pytest.fixture
def address(hub: Hub, store: Store, tmp_path: Path) -> Iterator[str]:
    """Where nginx answers for the hub, whose repository is begun."""
    init(hub.repository_folder, Keys.within(hub.keys_folder), datetime.now(UTC))
    server = server_of(hub, app_of(hub, store))
    with door_at("127.0.0.1", 0) as door:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        configuration, address = configured(hub, door.getsockname()[1], tmp_path)
        nginx(configuration)  # has its sockets open when it returns
        yield address
        nginx(configuration, "-s", "stop")
        server.should_exit = True
        thread.join()


def nginx(configuration: Path, *more: str) -> None:
    assert NGINX is not None
    log = str(configuration.with_name("error.log"))
    subprocess.run([NGINX, "-e", log, "-c", str(configuration), *more], check=True, timeout=30)


def configured(hub: Hub, behind: int, folder: Path) -> tuple[Path, str]:
    """The shipped configuration, with the paths and ports of this test and nothing else changed."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    words = SHIPPED.read_text()
    for shipped, here in {
        "    listen [::]:443 ssl;\n": "",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "127.0.0.1:8780": f"127.0.0.1:{behind}",
        f"{TLS}/fullchain.pem": f"{folder}/certificate.pem",
        f"{TLS}/privkey.pem": f"{folder}/key.pem",
        "/var/lib/guichet-hub/repository/": f"{hub.repository_folder}/",
    }.items():
        assert shipped in words
        words = words.replace(shipped, here)
    certify(folder)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""  # a worker is to read what pytest keeps from other accounts
    (folder / "nginx.conf").write_text(
        f"{user} pid {folder}/nginx.pid; events {{}} http {{ access_log off; {temporary}\n{words}}}"
    )
    return folder / "nginx.conf", f"https://127.0.0.1:{port}"


def certify(folder: Path) -> None:
    """A certificate that vouches for itself, as an operator's own authority does."""
    key, now = Ed25519PrivateKey.generate(), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, None)
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def test_a_kiosk_enrols_and_reports_through_nginx(address: str, store: Store, tmp_path: Path) -> None:
    line = HttpTransport(address, certificates=str(tmp_path / "certificate.pem"))
    now, kiosk = datetime.now(UTC), tmp_path / "kiosk"
    code = give_code(store, int(now.timestamp()), "Bibliothèque")
    with closing(open_state(kiosk / "state.db", MIGRATIONS)) as state, atomic(state):
        put(state, Kind.CALL, {1: "2026-03-12T10", 2: "answered"}, now.date())

    enrol(kiosk, line, code)
    told = tell_hub(Config(), kiosk, now, line)

    assert (told.sent, told.left) == (1, 0)
    (standing,) = reading.kiosks(store)
    assert standing.name == "Bibliothèque"
    assert standing.condition is not None


def test_only_the_timestamp_is_asked_for_again_and_a_root_that_is_not_there_is_not_remembered(
    address: str, hub: Hub, tmp_path: Path
) -> None:
    pool = urllib3.PoolManager(ca_certs=str(tmp_path / "certificate.pem"))

    def ask(path: str) -> urllib3.BaseHTTPResponse:
        return pool.request("GET", f"{address}/repository/{path}")

    timestamp, root, next_root = map(ask, ("metadata/timestamp.json", "metadata/1.root.json", "metadata/2.root.json"))

    assert (timestamp.status, timestamp.headers["Cache-Control"]) == (200, "no-cache")
    assert root.data == (hub.repository_folder / "metadata" / "1.root.json").read_bytes()
    assert "immutable" in root.headers["Cache-Control"]
    assert (next_root.status, next_root.headers.get("Cache-Control")) == (404, None)
    assert "root.json" not in (tmp_path / "error.log").read_text()  # each poll asks for the next root: that is no error


def test_what_lies_beside_the_repository_is_not_given_out(address: str, hub: Hub, tmp_path: Path) -> None:
    (hub.folder / "repository.db").write_bytes(b"secret")
    pool = urllib3.PoolManager(ca_certs=str(tmp_path / "certificate.pem"))

    for path in ("/repository/", "/repository../keys/", "/repository/%2e%2e/repository.db", "/repository.db"):
        assert b"secret" not in pool.request("GET", address + path).data
        assert pool.request("GET", address + path, redirect=False).status != 200
