"""The way up on a stick: sealed, signed, and let go of for the same reason as over the network."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.outbox.streams import begin_stream, stream_of, waiting
from kiosk.referral.keys import KioskKey
from kiosk.state import atomic
from kiosk.sync.exchange.errors import (
    BusyError,
    ExchangeError,
    NoSealingKeyError,
    NotEnrolledError,
    StickError,
    TooLargeError,
    UnknownSignerError,
    UnreadableError,
)
from kiosk.sync.exchange.exchanging import taking_turns
from kiosk.sync.exchange.known_hub import HUB_FILE, KnownHub, keep_hub
from kiosk.sync.exchange.messages import (
    LARGEST_ACK,
    MOST_ITEMS,
    Ack,
    Receipt,
    StreamId,
    Verdict,
    open_ack,
    open_batch,
    request_hash,
    seal_ack,
)
from kiosk.sync.exchange.sticks import (
    LARGEST_SEALED,
    ON_STICK_FILE,
    OUTBOX_FOLDER,
    RECEIPTS_FOLDER,
    read_receipts_file,
    sealed,
    unsealed,
    write_stick_file,
)
from tests.disks import full_disk
from tests.sync.exchange.a_hub import HUB_KEY, Hub
from tests.sync.exchange.conftest import HEALTH, NOW, Kiosk

SEALING = X25519PrivateKey.from_private_bytes(bytes(range(3, 35)))
SEALING_PUBLIC = SEALING.public_key().public_bytes_raw()


@pytest.fixture(autouse=True)
def a_hub_that_takes_sticks(kiosk: Kiosk) -> None:
    keep_hub(kiosk.folder, KnownHub(kiosk.key.key_id, HUB_KEY.public, "ns", SEALING_PUBLIC))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def write(kiosk: Kiosk, stick: Path) -> tuple[Path, ...]:
    return write_stick_file(kiosk.file, kiosk.folder, stick, NOW, HEALTH)


def carry(hub: Hub, stick: Path) -> None:
    """At the hub: take every file in order of its number, and put the last word about each stream onto the stick."""
    (stick / RECEIPTS_FOLDER).mkdir(exist_ok=True)
    files = sorted((stick / OUTBOX_FOLDER).glob("*.cose"), key=lambda path: int(path.stem.rpartition("-")[2]))
    for file in files:
        word = hub.exchange(unsealed(file.read_bytes(), SEALING))
        (stick / RECEIPTS_FOLDER / f"{file.stem.rpartition('-')[0]}.cose").write_bytes(word)


def read(kiosk: Kiosk, stick: Path):  # type: ignore[no-untyped-def]
    return read_receipts_file(kiosk.file, kiosk.folder, stick, NOW)


def left(kiosk: Kiosk) -> int:
    with kiosk.open() as state:
        return waiting(state).count


def test_what_waits_goes_there_and_the_word_comes_back(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(3)
    hub.receipts = [Receipt(1, 1, b"one")]

    (path,) = write(kiosk, stick)
    assert left(kiosk) == 3
    carry(hub, stick)
    exchanged = read(kiosk, stick)

    with kiosk.open() as state:
        assert path.name == f"{stream_of(state).id.hex()}-1.cose"
    assert hub.ids == ids
    assert (exchanged.sent, exchanged.left, exchanged.receipts) == (3, 0, 1)


def test_what_is_on_the_stick_is_the_very_request_that_would_go_over_the_network(
    kiosk: Kiosk, hub: Hub, stick: Path
) -> None:
    kiosk.act(3)
    (path,) = write(kiosk, stick)

    key_id, batch = open_batch(unsealed(path.read_bytes(), SEALING), hub.ring)

    assert key_id == kiosk.key.key_id
    assert [item.seq for item in batch.items] == [1, 2, 3]


def test_a_lost_stick_shows_nothing(kiosk: Kiosk, stick: Path) -> None:
    kiosk.act(3)
    (path,) = write(kiosk, stick)
    content = path.read_bytes()

    with pytest.raises(UnreadableError):
        unsealed(content, X25519PrivateKey.generate())
    assert b"\x27\x04\x44" + kiosk.key.key_id not in content


def test_a_long_absence_takes_several_files_and_one_word(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(2 * MOST_ITEMS + 7)

    paths = write(kiosk, stick)
    carry(hub, stick)

    assert [path.stem.rpartition("-")[2] for path in paths] == ["1", str(MOST_ITEMS + 1), str(2 * MOST_ITEMS + 1)]
    assert hub.ids == ids
    assert read(kiosk, stick).left == 0


def test_what_happens_while_the_stick_travels_stays_and_goes_with_the_next(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(2)
    write(kiosk, stick)
    ids += kiosk.act(1)
    carry(hub, stick)

    assert read(kiosk, stick).left == 1
    write(kiosk, stick)
    carry(hub, stick)
    assert read(kiosk, stick).left == 0
    assert hub.ids == ids


def test_what_went_by_stick_and_over_the_network_is_there_once(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(3)
    write(kiosk, stick)
    ids += kiosk.act(1)
    kiosk.exchange(hub)
    carry(hub, stick)

    exchanged = read(kiosk, stick)

    assert (exchanged.left, exchanged.verdict) == (0, Verdict.OK)
    assert hub.ids == ids


def test_an_earlier_stick_that_comes_late_changes_nothing(kiosk: Kiosk, hub: Hub, stick: Path, tmp_path: Path) -> None:
    kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)
    kiosk.act(2)
    later = tmp_path / "later"
    later.mkdir()
    write(kiosk, later)
    carry(hub, later)

    assert read(kiosk, later).left == 0
    with pytest.raises(UnreadableError):
        read(kiosk, stick)
    assert left(kiosk) == 0


def test_a_stick_without_a_word_for_this_machine_says_nothing(kiosk: Kiosk, stick: Path) -> None:
    kiosk.act(1)
    write(kiosk, stick)

    assert read(kiosk, stick) is None
    assert left(kiosk) == 1


def test_the_word_about_a_stream_that_is_over_is_not_looked_at(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)
    with kiosk.open() as state, atomic(state):
        begin_stream(state, again=True)

    assert read(kiosk, stick) is None
    assert left(kiosk) == 2


@pytest.mark.parametrize("cut", [0, 1, 50, -1])
def test_a_word_that_is_torn_lets_nothing_go(kiosk: Kiosk, hub: Hub, stick: Path, cut: int) -> None:
    kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)
    (file,) = (stick / RECEIPTS_FOLDER).iterdir()
    file.write_bytes(file.read_bytes()[:cut])

    with pytest.raises(ExchangeError):
        read(kiosk, stick)
    assert left(kiosk) == 2


def test_the_word_of_somebody_else_lets_nothing_go(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)
    (file,) = (stick / RECEIPTS_FOLDER).iterdir()
    ack = open_ack(file.read_bytes(), HUB_KEY.public)
    file.write_bytes(seal_ack(ack, KioskKey(HUB_KEY.key_id, kiosk.key.private)))

    with pytest.raises(UnknownSignerError):
        read(kiosk, stick)
    assert left(kiosk) == 2


def test_the_hubs_word_about_a_request_that_was_never_made_here_lets_nothing_go(
    kiosk: Kiosk, hub: Hub, stick: Path
) -> None:
    kiosk.act(2)
    with kiosk.open() as state:
        stream = StreamId(stream_of(state).id)
    (stick / RECEIPTS_FOLDER).mkdir()
    word = Ack(stream, 2, (), Verdict.OK, 0, request_hash(b"another"), (), 0)
    (stick / RECEIPTS_FOLDER / f"{stream.hex()}.cose").write_bytes(seal_ack(word, HUB_KEY))

    with pytest.raises(UnreadableError, match="nothing that was written here"):
        read(kiosk, stick)
    assert left(kiosk) == 2


def test_what_was_remembered_of_the_stick_torn_loses_nothing(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)
    (kiosk.folder / ON_STICK_FILE).write_bytes(b"\x81\x84")

    with pytest.raises(UnreadableError):
        read(kiosk, stick)
    write(kiosk, stick)
    carry(hub, stick)
    assert read(kiosk, stick).left == 0
    assert hub.ids == ids


def test_a_link_on_a_stick_is_not_followed(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    kiosk.act(1)
    write(kiosk, stick)
    carry(hub, stick)
    (file,) = (stick / RECEIPTS_FOLDER).iterdir()
    elsewhere = file.rename(stick / "elsewhere")
    file.symlink_to(elsewhere)

    with pytest.raises(StickError):
        read(kiosk, stick)


def test_a_folder_or_a_pipe_in_place_of_the_word_is_no_word(kiosk: Kiosk, stick: Path) -> None:
    with kiosk.open() as state:
        path = stick / RECEIPTS_FOLDER / f"{stream_of(state).id.hex()}.cose"
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(StickError):
        read(kiosk, stick)
    path.unlink()
    path.mkdir()
    with pytest.raises(StickError):
        read(kiosk, stick)


def test_a_word_without_end_is_not_read_to_its_end(kiosk: Kiosk, stick: Path) -> None:
    with kiosk.open() as state:
        path = stick / RECEIPTS_FOLDER / f"{stream_of(state).id.hex()}.cose"
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(10 * LARGEST_ACK)

    with pytest.raises(TooLargeError):
        read(kiosk, stick)


def test_a_full_stick_is_told_and_leaves_no_half_file_under_its_name(kiosk: Kiosk, stick: Path) -> None:
    kiosk.act(10, size=60_000)

    with full_disk(300_000), pytest.raises(StickError):
        write(kiosk, stick)

    assert left(kiosk) == 10
    assert list((stick / OUTBOX_FOLDER).iterdir()) == []


def test_a_stick_that_is_gone_is_told(kiosk: Kiosk, stick: Path) -> None:
    kiosk.act(1)
    stick.rmdir()

    with pytest.raises(StickError):
        write(kiosk, stick)
    assert left(kiosk) == 1


def test_what_this_machine_wrote_before_is_taken_off_and_others_files_stay(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    kiosk.act(2)
    (first,) = write(kiosk, stick)
    carry(hub, stick)
    read(kiosk, stick)
    others = stick / OUTBOX_FOLDER / f"{bytes(16).hex()}-1.cose"
    others.write_bytes(b"of another kiosk")
    kiosk.act(1)
    (second,) = write(kiosk, stick)

    assert {path.name for path in others.parent.iterdir()} == {second.name, others.name}
    assert first != second


def test_where_nothing_waits_a_file_still_asks_for_receipts(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    hub.receipts = [Receipt(1, 1, b"one")]

    assert len(write(kiosk, stick)) == 1
    carry(hub, stick)

    assert read(kiosk, stick).receipts == 1


def test_a_restored_hub_gets_everything_again_by_stick(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    ids = kiosk.act(3)
    write(kiosk, stick)
    carry(hub, stick)
    read(kiosk, stick)
    hub.lose_after(hub.heard[0].stream, 1)
    ids += kiosk.act(1)
    write(kiosk, stick)
    carry(hub, stick)

    assert read(kiosk, stick).verdict is Verdict.GAP
    write(kiosk, stick)
    carry(hub, stick)
    assert read(kiosk, stick).left == 0
    assert hub.ids == ids


def test_without_a_hub_or_its_sealing_key_nothing_is_put_on_a_stick(kiosk: Kiosk, stick: Path) -> None:
    keep_hub(kiosk.folder, KnownHub(kiosk.key.key_id, HUB_KEY.public, "ns"))
    with pytest.raises(NoSealingKeyError):
        write(kiosk, stick)
    (kiosk.folder / HUB_FILE).unlink()
    with pytest.raises(NotEnrolledError):
        write(kiosk, stick)

    assert list(stick.iterdir()) == []


def test_a_stick_and_the_network_take_turns(kiosk: Kiosk, stick: Path) -> None:
    with taking_turns(kiosk.folder), pytest.raises(BusyError):
        write(kiosk, stick)


def test_a_month_later_the_word_still_counts(kiosk: Kiosk, hub: Hub, stick: Path) -> None:
    kiosk.act(2)
    write(kiosk, stick)
    carry(hub, stick)

    exchanged = read_receipts_file(kiosk.file, kiosk.folder, stick, NOW + timedelta(days=40))

    assert exchanged is not None
    assert exchanged.left == 0


@given(st.binary(max_size=500), st.data())
def test_a_sealed_file_with_one_bit_altered_is_refused(request_: bytes, data: st.DataObject) -> None:
    content = bytearray(sealed(request_, SEALING_PUBLIC))
    assert unsealed(bytes(content), SEALING) == request_
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 6))

    with pytest.raises(UnreadableError):
        unsealed(bytes(content), SEALING)


@given(st.binary(max_size=200))
def test_whatever_else_is_on_a_stick_is_refused(untrusted: bytes) -> None:
    with pytest.raises(UnreadableError):
        unsealed(untrusted, SEALING)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableError):
        unsealed(bytes(LARGEST_SEALED + 1), SEALING)
