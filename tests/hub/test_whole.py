"""The whole hub as `guichet hub serve` puts it together, on either engine: a kiosk reports, an operator reads it."""

import re
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest
import urllib3

from kiosk.counter.corrections import form
from kiosk.hub.pages import operators
from kiosk.hub.pages.passphrases import stretched
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.service.serving import app_of, door_at, server_of, store_of
from kiosk.hub.settings import Hub, Settings
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import open_ack
from tests.hub.fleet import AT, DAY_NUMBER, Kiosk
from tests.hub.store.test_reading import FLAG

PASSPHRASE = "four boats on a lake"


@pytest.fixture(params=["sqlite", "postgresql"])
def hub(request, tmp_path):
    database = str(tmp_path / "hub.db") if request.param == "sqlite" else request.getfixturevalue("address")
    return Hub(Settings(database=database, keys=str(tmp_path / "keys"), repository=str(tmp_path)), Path("/"))


@pytest.fixture
def store(hub):
    with store_of(hub) as store:
        yield store


@pytest.fixture
def url(hub, store):
    server = server_of(hub, app_of(hub, store))
    with door_at("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


class Reader:
    """A browser as far as it takes: cookies and one form."""

    def __init__(self, url):
        self._url = url
        self._cookies = {}

    def ask(self, method, path, **fields):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if fields:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(fields) if fields else None
        answer = urllib3.request(method, self._url + path, body=body, headers=headers, redirect=False, timeout=30)
        for cookie in answer.headers.getlist("set-cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer

    def sign_in(self, name, passphrase):
        page = self.ask("GET", "/sign-in").data.decode()
        fields = dict.fromkeys(re.findall(r'<input[^>]* name="([^"]+)"', page), "")
        for hidden in re.findall(r'<input[^>]*type="hidden"[^>]*>', page):
            fields[re.search(r'name="([^"]*)"', hidden)[1]] = re.search(r'value="([^"]*)"', hidden)[1]
        return self.ask("POST", "/sign-in", **fields | {"name": name, "passphrase": passphrase})


def test_what_a_kiosk_reports_is_read_by_an_operator(hub, store, url):
    kiosk = Kiosk(store, "Bibliothèque")
    kiosk.put(Kind.REFERRAL, {1: b"referral", 2: DAY_NUMBER, 3: 42, 4: [[7, 1]], 5: 3})
    kiosk.put(Kind.UNMET_NEED, {1: "2026-03-12T10", 2: "full", 3: "housing", 5: "citizen"})
    kiosk.put(Kind.STAFF_FLAG, {1: form.written(flags=(FLAG,))})
    kiosk.put(Kind.CASE_CLAIM, {1: kiosk.kid, 2: b"referral", 3: DAY_NUMBER})
    sent = urllib3.request("POST", f"{url}/v1/exchange", body=kiosk.request(), retries=False)
    operators.add(store, stretched, "Claire", PASSPHRASE, by="", at=AT)
    reader = Reader(url)

    assert open_ack(sent.data, hub_keys(hub.keys_folder).signing.public).hwm == 4
    assert reader.ask("GET", "/kiosks").status == 303  # nobody has signed in
    assert reader.sign_in("Claire", PASSPHRASE).status == 303
    assert "Bibliothèque" in reader.ask("GET", "/kiosks").data.decode()
    for path in (f"/kiosks/{kiosk.kid.hex()}", "/corrections", f"/corrections/flag/{FLAG.id}", "/needs", "/claims"):
        assert reader.ask("GET", path).status == 200, path
