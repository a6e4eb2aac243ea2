"""Whether the answer to an enrolment is the hub's, and whose updates it has the kiosk trust."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.hub.publishing.roots import MOST_ROOTS, roots_of
from kiosk.referral import cose
from kiosk.referral.keys import KeyId, own_key
from kiosk.sync.exchange.answering import Answer, by_code, by_key, read_by_code
from kiosk.sync.exchange.enrolling import enrol, enrol_from_file, mac_key, read_asking, read_code
from kiosk.sync.exchange.errors import NotEnrolledError, ProofError, UnreadableError
from kiosk.sync.exchange.fingerprint import fingerprint
from kiosk.sync.exchange.known_hub import KnownHub, known_hub
from kiosk.sync.updates.trusting import OtherRootError, RootError, trust, trusted
from tests.sync.exchange.a_hub import HUB_KEY, Office
from tests.sync.updates.reference import NOW, Publisher

CODE = "7K3F-9XD2-M4PQ-8RTV"
HUB = KnownHub(KeyId(b"\x00\x00\x00\x2a"), HUB_KEY.public, "ns", b"s" * 32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "repository", NOW)


def brought(folder: Path, *roots: bytes) -> bytes:
    """The file that the hub makes for a kiosk without a network."""
    return by_key(Answer(HUB, roots), own_key(folder).public, HUB_KEY.private)


def joined(folder: Path, way: str, *roots: bytes) -> None:
    """Enrol online or by a file."""
    if way == "code":
        enrol(folder, Office(HUB, CODE, roots), CODE)
    else:
        enrol_from_file(folder, brought(folder, *roots), fingerprint(HUB.public))


WAYS = pytest.mark.parametrize("way", ["code", "file"])


class Thief:
    """Somebody whom TLS took for the hub: passes on what the kiosk asks, and answers with a key of his own."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def enrol(self, request: bytes) -> bytes:
        self._office.enrol(request)
        stolen = replace(HUB, public=b"t" * 32)
        return by_code(Answer(stolen), read_asking(request).public, mac_key("9XD2M4PQ8RTW"))


class Changer:
    """Somebody who changes one field of the hub's answer."""

    def __init__(self, key: int, value: object) -> None:
        self._key, self._value = key, value

    def enrol(self, request: bytes) -> bytes:
        fields = cose.plain(Office(HUB, CODE, (b"root",)).enrol(request))
        assert isinstance(fields, dict)
        return cose.canonical(fields | {self._key: self._value})


def test_who_does_not_know_the_code_is_not_taken_for_the_hub_whatever_tls_says(folder: Path) -> None:
    with pytest.raises(ProofError):
        enrol(folder, Thief(Office(HUB, CODE)), CODE)

    with pytest.raises(NotEnrolledError):
        known_hub(folder)


@pytest.mark.parametrize(
    ("key", "value"),
    [(1, b"\0\0\0\x2b"), (2, b"t" * 32), (3, "nb"), (5, b"t" * 32), (6, [b"other"]), (6, []), (8, "more")],
)
def test_nothing_in_the_answer_can_be_changed_on_its_way(folder: Path, key: int, value: object) -> None:
    with pytest.raises(ProofError):
        enrol(folder, Changer(key, value), CODE)

    with pytest.raises(NotEnrolledError):
        known_hub(folder)
    assert trusted(folder / "sync") is None


@pytest.mark.parametrize("value", [None, 7, b"", bytes(31)])
def test_an_answer_without_a_whole_proof_is_none(folder: Path, value: object) -> None:
    with pytest.raises((ProofError, UnreadableError)):
        enrol(folder, Changer(7, value), CODE)


def test_the_answer_to_another_kiosk_proves_nothing(folder: Path, tmp_path: Path) -> None:
    key = mac_key(read_code(CODE).secret)
    answer = by_code(Answer(HUB), own_key(tmp_path / "other").public, key)

    with pytest.raises(ProofError):
        read_by_code(answer, own_key(folder).public, key)


@pytest.mark.parametrize("key", [1, 3, 5, 6])
def test_nothing_in_the_file_can_be_changed_on_a_stick(folder: Path, key: int) -> None:
    fields = cose.plain(brought(folder, b"root"))
    assert isinstance(fields, dict)
    changed = {1: b"\0\0\0\x2b", 3: "nb", 5: b"t" * 32, 6: [b"other"]}

    with pytest.raises(ProofError):
        enrol_from_file(folder, cose.canonical(fields | {key: changed[key]}), fingerprint(HUB.public))


@WAYS
def test_a_kiosk_trusts_the_newest_root_of_the_hub_from_then_on(folder: Path, publisher: Publisher, way: str) -> None:
    publisher.sign_root(NOW)

    joined(folder, way, *roots_of(publisher.folder))

    assert trusted(folder / "sync") == (publisher.folder / "metadata" / "2.root.json").read_bytes()


@WAYS
def test_a_hub_that_publishes_nothing_leaves_that_for_later(folder: Path, tmp_path: Path, way: str) -> None:
    joined(folder, way, *roots_of(tmp_path / "none"))

    assert known_hub(folder) == HUB
    assert trusted(folder / "sync") is None


@WAYS
def test_a_root_that_was_given_stays_where_the_hub_s_follow_from_it(
    folder: Path, publisher: Publisher, way: str
) -> None:
    trust(folder / "sync", publisher.first_root)
    publisher.sign_root(NOW)
    publisher.sign_root(NOW)

    joined(folder, way, *roots_of(publisher.folder))

    assert trusted(folder / "sync") == publisher.first_root
    assert known_hub(folder) == HUB


@WAYS
def test_another_publishers_root_is_refused_and_nothing_is_changed(
    folder: Path, publisher: Publisher, tmp_path: Path, way: str
) -> None:
    other = Publisher(tmp_path / "other", NOW)
    trust(folder / "sync", other.first_root)

    with pytest.raises(OtherRootError, match="guichet sync trust"):
        joined(folder, way, *roots_of(publisher.folder))

    assert trusted(folder / "sync") == other.first_root
    with pytest.raises(NotEnrolledError):
        known_hub(folder)


def test_a_later_root_that_the_one_here_has_not_signed_is_refused(
    folder: Path, publisher: Publisher, tmp_path: Path
) -> None:
    other = Publisher(tmp_path / "other", NOW)
    other.sign_root(NOW)
    trust(folder / "sync", publisher.first_root)

    with pytest.raises(RootError, match="does not follow"):
        joined(folder, "code", publisher.first_root, roots_of(other.folder)[-1])


@pytest.mark.parametrize("content", [b"", b"{}", b"<html>"])
def test_a_root_that_is_none_enrols_nobody(folder: Path, content: bytes) -> None:
    with pytest.raises(RootError):
        joined(folder, "code", content)
    with pytest.raises(NotEnrolledError):
        known_hub(folder)


def test_a_hub_gives_the_last_roots_that_lead_to_the_newest(publisher: Publisher) -> None:
    for _ in range(4):
        publisher.sign_root(NOW)
    whole = roots_of(publisher.folder)
    (publisher.folder / "metadata" / "3.root.json").unlink()

    assert len(whole) == 5
    assert roots_of(publisher.folder) == whole[3:]
    assert MOST_ROOTS >= 5


def test_a_repository_that_is_damaged_gives_none(publisher: Publisher) -> None:
    (publisher.folder / "metadata" / "1.root.json").write_bytes(b"{")

    assert roots_of(publisher.folder) == ()
