"""How a kiosk comes to its hub."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.private_files import make_anew
from kiosk.referral import cose
from kiosk.referral.keys import KEY_ID_FILE, KeyId, own_key
from kiosk.sync.exchange.answering import Answer, by_key
from kiosk.sync.exchange.enrolling import (
    CODE_ALPHABET,
    Asking,
    Code,
    asking,
    enrol,
    enrol_from_file,
    mac_key,
    proof,
    read_asking,
    read_code,
)
from kiosk.sync.exchange.errors import (
    CodeError,
    FingerprintError,
    NotEnrolledError,
    NotReachedError,
    UnknownKioskError,
    UnreadableError,
)
from kiosk.sync.exchange.fingerprint import fingerprint, is_fingerprint
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.known_hub import HUB_FILE, KnownHub, keep_hub, known_hub, read, written
from tests.sync.exchange.a_hub import HUB_KEY, Office, say, serving

CODE = "7K3F-9XD2-M4PQ-8RTV"
HUB = KnownHub(KeyId(b"\x00\x00\x00\x2a"), HUB_KEY.public, "ns", b"s" * 32)
KEYS = st.binary(min_size=32, max_size=32)


def office(*roots: bytes) -> Office:
    return Office(HUB, CODE, roots)


def brought(folder: Path, hub: KnownHub = HUB) -> bytes:
    """The file that the hub makes for the kiosk."""
    return by_key(Answer(hub), own_key(folder).public, HUB_KEY.private)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


def test_a_kiosk_with_the_right_code_knows_its_hub_after_a_restart(folder: Path) -> None:
    hub = office()

    assert enrol(folder, hub, CODE, "Truro") == HUB

    assert known_hub(folder) == HUB
    assert (hub.asked[0].public, hub.asked[0].name) == (own_key(folder).public, "Truro")


def test_slips_are_signed_under_the_id_that_the_hub_gave_whatever_number_is_configured(folder: Path) -> None:
    assert own_key(folder, 12).key_id == b"\x00\x00\x00\x0c"

    enrol(folder, office(), CODE)

    assert own_key(folder).key_id == own_key(folder, 12).key_id == HUB.key_id


def test_a_torn_id_is_as_if_none_had_been_given(folder: Path) -> None:
    enrol(folder, office(), CODE)
    (folder / KEY_ID_FILE).write_bytes(b"\x00")

    assert own_key(folder, 12).key_id == b"\x00\x00\x00\x0c"


def test_with_a_wrong_code_nothing_changes(folder: Path) -> None:
    with pytest.raises(UnknownKioskError):
        enrol(folder, office(), "7K3F-9XD2-M4PQ-8RTW")

    with pytest.raises(NotEnrolledError):
        known_hub(folder)
    assert not (folder / KEY_ID_FILE).exists()


def test_enrolling_again_takes_the_place_of_what_was(folder: Path) -> None:
    keep_hub(folder, KnownHub(KeyId(b"old!"), b"o" * 32, "nb"))

    enrol(folder, office(), CODE)

    assert known_hub(folder) == HUB


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>Welcome</html>",
        written(HUB),
        written(HUB)[:-1],
        written(HUB) + b"\x00",
        cose.canonical({1: b"4444", 2: bytes(31)}),
    ],
)
def test_an_answer_that_is_no_hubs_changes_nothing(folder: Path, answer: bytes) -> None:
    class Portal:
        def enrol(self, request: bytes) -> bytes:
            return answer

    with pytest.raises(UnreadableError):
        enrol(folder, Portal(), CODE)
    assert not (folder / HUB_FILE).exists()


def test_the_code_does_not_travel(folder: Path) -> None:
    request = asking(own_key(folder).public, read_code(CODE))

    assert read_code(CODE).secret.encode() not in request
    assert read_code(CODE).id.encode() in request


def test_a_kiosk_enrols_over_the_network(folder: Path) -> None:
    paths: list[str] = []
    hub = office()

    def answer(handler, body):  # type: ignore[no-untyped-def]
        paths.append(handler.path)
        say(handler, 200, hub.enrol(body))

    with serving(answer) as address:
        assert enrol(folder, HttpTransport(address), CODE) == HUB
    assert paths == ["/v1/enrol"]


@pytest.mark.parametrize("status", [401, 429])
def test_a_hub_that_refuses_is_heard(folder: Path, status: int) -> None:
    expected = UnknownKioskError if status == 401 else NotReachedError
    with serving(lambda handler, _: say(handler, status, b"")) as address, pytest.raises(expected):
        enrol(folder, HttpTransport(address), CODE)


@pytest.mark.parametrize(
    "typed", [CODE, "7k3f9xd2m4pq8rtv", " 7K3F 9XD2 M4PQ 8RTV ", "7K3F-9XD2-M4PQ-8RTV\n", "7K3F9XD2\tM4PQ8RTV"]
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert read_code(typed) == Code("7K3F", "9XD2M4PQ8RTV")


def test_letters_that_are_easily_misread_are_what_they_look_like() -> None:
    assert read_code("OIL1-0000-1111-oiil") == read_code("0111-0000-1111-0111")


@pytest.mark.parametrize(
    "typed", ["", "7K3F", CODE + "2", CODE[:-1], "7K3F-9XD2-M4PQ-8RTU", "7K3F-9XD2-M4PQ-8RT\u00c9"]
)
def test_what_is_no_code_is_not_sent(folder: Path, typed: str) -> None:
    hub = office()

    with pytest.raises(CodeError):
        enrol(folder, hub, typed)
    assert hub.asked == []


@given(KEYS, st.text(CODE_ALPHABET, min_size=16, max_size=16), st.text(max_size=80))
def test_what_a_kiosk_asks_is_what_the_hub_reads(public: bytes, letters: str, name: str) -> None:
    code = read_code(letters)

    asked = read_asking(asking(public, code, name))

    assert asked == Asking(public, proof(mac_key(code.secret), public), code.id, name)
    assert read_asking(asking(public, None, name)) == Asking(public, name=name)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {1: bytes(31)},
        {1: bytes(32), 2: bytes(32)},
        {1: bytes(32), 3: "7K3F"},
        {1: bytes(32), 2: bytes(31), 3: "7K3F"},
        {1: bytes(32), 2: bytes(32), 3: "7K3"},
        {1: bytes(32), 2: bytes(32), 3: "7k3f"},
        {1: bytes(32), 2: bytes(32), 3: 7},
        {1: bytes(32), 4: 5},
        {1: bytes(32), 4: "x" * 81},
        {1: bytes(32), 9: "x" * 1024},
    ],
)
def test_a_request_that_is_nonsense_is_refused(fields: dict[int, object]) -> None:
    with pytest.raises(UnreadableError):
        read_asking(cose.canonical(fields))


def test_offline_the_hub_is_known_by_its_fingerprint(folder: Path) -> None:
    with pytest.raises(FingerprintError):
        enrol_from_file(folder, brought(folder), fingerprint(own_key(folder).public))
    with pytest.raises(NotEnrolledError):
        known_hub(folder)

    assert enrol_from_file(folder, brought(folder), fingerprint(HUB.public)) == HUB
    assert known_hub(folder) == HUB


def test_a_file_that_was_changed_on_the_stick_has_another_fingerprint(folder: Path) -> None:
    forged = brought(folder, KnownHub(HUB.key_id, b"f" * 32, HUB.region, HUB.sealing))

    with pytest.raises(FingerprintError):
        enrol_from_file(folder, forged, fingerprint(HUB.public))


def test_a_fingerprint_is_eight_groups_of_four_digits_and_always_the_same() -> None:
    assert fingerprint(bytes(range(32))) == fingerprint(bytes(range(32)))
    groups = fingerprint(bytes(range(32))).split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert "".join(groups).isdigit()


@given(KEYS, KEYS)
def test_no_two_keys_share_a_fingerprint(one: bytes, other: bytes) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_a_fingerprint_is_known_however_it_was_typed() -> None:
    told = fingerprint(HUB.public)

    assert is_fingerprint(told.replace(" ", ""), HUB.public)
    assert is_fingerprint(told.replace(" ", " - ") + "\n", HUB.public)
    assert not is_fingerprint(told[:-1], HUB.public)
    assert not is_fingerprint("", HUB.public)


@given(st.binary(min_size=4, max_size=4), KEYS, st.text(min_size=1, max_size=40), st.one_of(st.just(b""), KEYS))
def test_what_is_known_of_a_hub_comes_out_as_it_went_in(kid: bytes, public: bytes, region: str, sealing: bytes) -> None:
    hub = KnownHub(KeyId(kid), public, region, sealing)

    assert read(written(hub)) == hub


def test_a_later_version_may_tell_more_of_a_hub(folder: Path) -> None:
    make_anew(folder / HUB_FILE, cose.canonical({1: b"kid!", 2: bytes(32), 3: "ns", 4: b"signed", 9: ["later"]}))

    assert known_hub(folder) == KnownHub(KeyId(b"kid!"), bytes(32), "ns")
