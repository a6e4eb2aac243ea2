"""The kiosk's key file and the list of known kiosks, on a real disk."""

import hashlib
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.errors import KioskError
from kiosk.referral.keys import (
    KEY_FILE,
    KeyFileError,
    KeyId,
    KeyListError,
    KeyRing,
    KnownKiosk,
    key_list,
    key_ring,
    number_of,
    own_key,
    read_key_list,
)
from kiosk.state import DiskFullError

PUBLIC = bytes(range(32))


def test_the_first_start_makes_a_key_that_later_starts_find(folder: Path) -> None:
    made = own_key(folder)

    found = own_key(folder)

    assert (found.key_id, found.public) == (made.key_id, made.public)
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]


def test_only_the_owner_can_read_the_key_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        own_key(folder)
    finally:
        os.umask(before)

    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def test_a_kiosk_without_a_number_is_named_by_its_public_key(folder: Path) -> None:
    key = own_key(folder)

    assert key.key_id == hashlib.sha256(key.public).digest()[:4]


def test_a_kiosk_number_becomes_the_key_id_and_the_key_stays(folder: Path) -> None:
    unnumbered = own_key(folder)

    numbered = own_key(folder, kiosk_number=4102)

    assert number_of(numbered.key_id) == 4102
    assert numbered.public == unnumbered.public


@pytest.mark.parametrize("number", [-1, 2**32])
def test_a_kiosk_number_outside_four_bytes_is_a_bug(folder: Path, number: int) -> None:
    with pytest.raises(ValueError, match="kiosk number"):
        own_key(folder, number)


OTHER_KIND = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize("content", [b"", b"\x00" * 119, b"-----BEGIN PRIVATE KEY-----\nMC4CAQ", OTHER_KIND])
def test_a_damaged_key_is_told_and_never_replaced(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / KEY_FILE).write_bytes(content)

    with pytest.raises(KeyFileError) as caught:
        own_key(folder)

    assert caught.value.code == "key_damaged"
    assert (folder / KEY_FILE).read_bytes() == content


def test_a_link_that_leads_nowhere_is_a_damaged_key_and_not_a_first_start(folder: Path) -> None:
    folder.mkdir()
    (folder / KEY_FILE).symlink_to(folder / "taken away")

    with pytest.raises(KeyFileError):
        own_key(folder)

    assert (folder / KEY_FILE).is_symlink()


def test_a_torn_key_is_told(folder: Path) -> None:
    own_key(folder)
    whole = (folder / KEY_FILE).read_bytes()

    for length in range(0, len(whole) - 30, 7):
        (folder / KEY_FILE).write_bytes(whole[:length])
        with pytest.raises(KeyFileError):
            own_key(folder)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(KioskError) as caught:
        own_key(tmp_path / "file" / "state")

    assert caught.value.code == "state_unusable"


ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from kiosk.referral.keys import own_key
from kiosk.state import DiskFullError
resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))
try:
    own_key(Path(sys.argv[1]))
except DiskFullError:
    print("full")
"""


def test_a_full_disk_leaves_no_part_of_a_key(folder: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", ON_A_FULL_DISK, str(folder)], capture_output=True, text=True)

    assert ended.stdout == "full\n", ended.stderr
    assert list(folder.iterdir()) == []
    assert issubclass(DiskFullError, KioskError)


STARTED = """
import sys
from pathlib import Path
from kiosk.referral.keys import own_key
print(own_key(Path(sys.argv[1])).public.hex())
"""


def test_programs_that_start_at_once_get_the_same_key(folder: Path) -> None:
    starting = [
        subprocess.Popen([sys.executable, "-c", STARTED, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    keys = {program.communicate()[0] for program in starting}

    assert keys == {own_key(folder).public.hex() + "\n"}


def test_a_ring_gives_every_kiosk_under_an_id(folder: Path) -> None:
    own = own_key(folder, 7)
    namesake = KnownKiosk(own.key_id, PUBLIC, "Amherst")

    ring = key_ring(own, [namesake], "Truro")

    assert ring.under(own.key_id) == (KnownKiosk(own.key_id, own.public, "Truro"), namesake)
    assert ring.under(KeyId(b"none")) == ()
    assert KeyRing().under(own.key_id) == ()


def test_a_key_list_gives_names_where_it_has_them(tmp_path: Path) -> None:
    path = tmp_path / "kiosks.cbor"
    path.write_bytes(cbor2.dumps({b"\0\0\0\1": PUBLIC, b"\0\0\0\2": [PUBLIC, "Chéticamp"]}, canonical=True))

    assert read_key_list(path) == (
        KnownKiosk(KeyId(b"\0\0\0\1"), PUBLIC),
        KnownKiosk(KeyId(b"\0\0\0\2"), PUBLIC, "Chéticamp"),
    )


def test_a_kiosk_that_changes_its_key_is_listed_with_the_next_and_with_those_it_has_given_up(tmp_path: Path) -> None:
    path = tmp_path / "kiosks.cbor"
    truro = KnownKiosk(KeyId(b"\0\0\0\1"), PUBLIC, "Truro")
    kiosks = (
        truro,
        replace(truro, public=b"n" * 32),
        replace(truro, public=b"f" * 32, until=date(2026, 3, 12)),
        KnownKiosk(KeyId(b"\0\0\0\2"), PUBLIC, "Amherst"),
    )

    path.write_bytes(key_list(*kiosks))

    assert read_key_list(path) == kiosks


def test_no_key_list_is_an_empty_one(tmp_path: Path) -> None:
    assert read_key_list(tmp_path / "none") == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        cbor2.dumps([]),
        cbor2.dumps({b"123": PUBLIC}),
        cbor2.dumps({1: PUBLIC}),
        cbor2.dumps({b"1234": PUBLIC[:31]}),
        cbor2.dumps({b"1234": [PUBLIC, 3]}),
        cbor2.dumps({b"1234": "x" * 32}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", PUBLIC]}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", [PUBLIC]]}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", [[PUBLIC, "2026-03-12"]]]}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", [[PUBLIC, -800_000]]]}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", [[PUBLIC, 2**40]]]}),
        cbor2.dumps({b"1234": [PUBLIC, "Truro", [[PUBLIC[:31], 20_000]]]}),
        cbor2.dumps({b"1234": PUBLIC}) + b"\0",
        b"\xa2\x441234\x58\x20" + PUBLIC + b"\x441234\x58\x20" + PUBLIC,
    ],
)
def test_a_key_list_with_anything_wrong_is_not_believed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kiosks.cbor"
    path.write_bytes(content)

    with pytest.raises(KeyListError):
        read_key_list(path)


def test_a_key_list_that_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeyListError):
        read_key_list(tmp_path)
