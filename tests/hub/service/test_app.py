"""What a kiosk meets at the hub's address, over a real connection."""

import socket
from hashlib import sha256

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.hub.service.app import Limits
from kiosk.hub.service.pace import Pace
from kiosk.hub.store import kiosks
from kiosk.outbox.kinds import Kind
from kiosk.referral.keys import KioskKey, read_key_list
from kiosk.sync.exchange import enrolling, known_hub
from kiosk.sync.exchange.errors import RefusedError
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.key_lists import changed
from kiosk.sync.exchange.messages import LARGEST_REQUEST, Verdict, open_ack, request_hash, seal
from tests.hub.fleet import AT, Kiosk, number

CALL = {1: "2026-03-12T10", 2: "answered"}
DAY_S = 86_400


def still():
    return 0.0


def test_what_is_taken_is_acknowledged_by_the_hubs_key_for_that_very_request(served, library, keys):
    library.put(Kind.CALL, CALL)
    request = library.request()

    answer = served.post("/v1/exchange", request, headers={"Content-Type": "application/cose"})

    ack = open_ack(answer.data, keys.signing.public)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/cose")
    assert (ack.hwm, ack.verdict, ack.time, ack.request) == (1, Verdict.OK, AT, request_hash(request))


@pytest.mark.parametrize(
    ("spoilt", "status"),
    [
        (lambda request: request[:-1] + bytes([request[-1] ^ 1]), 401),
        (lambda request: request[:-1], 400),
        (lambda _: b"<html>", 400),
        (lambda _: b"", 400),
        (lambda _: bytes(LARGEST_REQUEST + 1), 413),
        (lambda _: iter([bytes(LARGEST_REQUEST), b"1"]), 413),  # in pieces, without saying how much there is
    ],
)
def test_a_request_that_is_none_is_refused_and_keeps_nothing(served, library, spoilt, status):
    library.put(Kind.CALL, CALL)

    assert served.post("/v1/exchange", spoilt(library.request())).status == status
    assert number(served.store, "item") == 0


def test_a_revoked_kiosk_is_a_stranger(served, library):
    kiosks.revoke(served.store, library.kid, AT)

    assert served.post("/v1/exchange", library.request()).status == 401


def test_who_comes_too_often_is_told_when_to_come_again(serving, library):
    served = serving(pace=Pace(2, 0.1, still))

    answers = [served.post("/v1/exchange", library.request()) for _ in range(3)]

    assert [answer.status for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) >= 10


def test_a_kiosk_pays_for_nobody_elses_forgeries(serving, library):
    served = serving(pace=Pace(1, 0.1, still))
    request = library.request()
    for _ in range(3):
        served.post("/v1/exchange", request[:-1] + bytes([request[-1] ^ 1]))

    assert served.post("/v1/exchange", request).status == 200


def test_a_hub_with_too_much_to_do_asks_to_come_later(serving, library):
    served = serving(Limits(most_waiting=0))

    answer = served.post("/v1/exchange", library.request())

    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_a_request_that_never_ends_is_let_go(serving, library):
    served = serving(Limits(body_within_s=0.1))
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as slow:
        slow.sendall(b"POST /v1/exchange HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\nabc")

        assert b" 408 " in slow.recv(100)


def asked(code, private, name="Harbour"):
    public = private.public_key().public_bytes_raw()
    return enrolling.asking(public, enrolling.read_code(code), name)


def test_a_kiosk_enrols_with_its_code_and_exchanges(served, keys, tmp_path):
    private = Ed25519PrivateKey.generate()
    answer = served.post("/v1/enrol", asked(kiosks.give_code(served.store, AT, "Library"), private))

    hub = known_hub.read(answer.data)

    assert (hub.public, hub.sealing, hub.region) == (keys.signing.public, keys.sealing_public, "ns")
    kiosk = Kiosk(served.store, "x")
    kiosk.kid, kiosk.key = hub.key_id, KioskKey(hub.key_id, private)
    assert served.post("/v1/exchange", kiosk.request()).status == 200
    (tmp_path / "list").write_bytes(served.get("/v1/kiosks.cbor").data)
    assert "Library" in {each.name for each in read_key_list(tmp_path / "list")}


def test_what_has_changed_in_the_list_of_kiosks_is_given_and_a_list_that_is_not_known_is_not(served):
    Kiosk(served.store, "Library")
    before = served.get("/v1/kiosks.cbor").data
    Kiosk(served.store, "Office")
    hub = HttpTransport(served.url)

    since = hub.kiosk_changes(sha256(before).digest())

    assert changed(before, since) == hub.kiosks()
    with pytest.raises(RefusedError):
        hub.kiosk_changes(bytes(32))
    assert served.get("/v1/kiosks/nonsense.cbor").status == 404


def test_a_number_that_the_operator_gives_becomes_the_kiosks_id(served):
    code = kiosks.give_code(served.store, AT, "Library", number=17)

    answer = served.post("/v1/enrol", asked(code, Ed25519PrivateKey.generate()))

    assert known_hub.read(answer.data).key_id == (17).to_bytes(4, "big")


def test_an_answer_that_was_lost_is_given_again_and_nobody_else_can_use_the_code(served):
    code, private = kiosks.give_code(served.store, AT), Ed25519PrivateKey.generate()
    first = served.post("/v1/enrol", asked(code, private))

    assert served.post("/v1/enrol", asked(code, private)).data == first.data
    assert served.post("/v1/enrol", asked(code, Ed25519PrivateKey.generate())).status == 403


def test_a_code_is_over_after_a_day(served):
    code = kiosks.give_code(served.store, AT)
    served.clock.at += DAY_S + 1

    assert served.post("/v1/enrol", asked(code, Ed25519PrivateKey.generate())).status == 403


def test_a_code_is_of_no_use_after_ten_wrong_proofs(served):
    code = kiosks.give_code(served.store, AT)
    wrong = code[:4] + "-0000-0000-0000"
    for _ in range(10):
        assert served.post("/v1/enrol", asked(wrong, Ed25519PrivateKey.generate())).status == 403

    assert served.post("/v1/enrol", asked(code, Ed25519PrivateKey.generate())).status == 403


def test_an_address_that_guesses_has_to_wait(serving):
    served = serving(Limits(failures=Pace(3, 0.1, still)))
    guess = asked("0000-0000-0000-0000", Ed25519PrivateKey.generate())

    assert [served.post("/v1/enrol", guess).status for _ in range(4)] == [403, 403, 403, 429]


def test_a_key_that_was_announced_takes_over_when_it_is_used(served, library):
    old, new = library.key, Ed25519PrivateKey.generate()
    proof = new.sign(library.stream + library.kid)
    library.put(Kind.NEXT_KEY, {1: new.public_key().public_bytes_raw(), 2: proof})
    assert served.post("/v1/exchange", library.request()).status == 200
    assert served.post("/v1/exchange", library.request()).status == 200  # it may not have heard of it

    library.key = KioskKey(library.kid, new)

    assert served.post("/v1/exchange", library.request()).status == 200
    assert served.post("/v1/exchange", seal(library.batch(), old)).status == 401
    assert cbor2.loads(served.get("/v1/kiosks.cbor").data)[library.kid][0] == new.public_key().public_bytes_raw()


def test_a_key_that_has_not_signed_for_itself_is_poison(served, library, keys):
    library.put(Kind.NEXT_KEY, {1: Ed25519PrivateKey.generate().public_key().public_bytes_raw(), 2: bytes(64)})

    ack = open_ack(served.post("/v1/exchange", library.request()).data, keys.signing.public)

    assert [refusal.seq for refusal in ack.poison] == [1]


def test_the_list_of_kiosks_is_sent_only_when_it_is_another(served, library):
    first = served.get("/v1/kiosks.cbor")

    assert served.get("/v1/kiosks.cbor", **{"If-None-Match": first.headers["ETag"]}).status == 304
    Kiosk(served.store, "Another")
    assert served.get("/v1/kiosks.cbor", **{"If-None-Match": first.headers["ETag"]}).status == 200


def test_the_last_word_for_a_stream_can_be_fetched(served, library, keys):
    library.put(Kind.CALL, CALL)
    request = library.request()
    served.post("/v1/exchange", request)

    answer = served.get(f"/v1/receipts/{library.stream.hex()}.cose")

    assert open_ack(answer.data, keys.signing.public).request == request_hash(request)
    assert served.get(f"/v1/receipts/{bytes(16).hex()}.cose").status == 404
    assert served.get("/v1/receipts/nonsense.cose").status == 404


def test_a_hub_that_is_well_says_so(served):
    assert (served.get("/health").status, served.get("/health").data) == (200, b"ok\n")
