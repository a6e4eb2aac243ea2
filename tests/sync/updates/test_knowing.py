"""The list of kiosks comes with updates where no hub tells of it."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.referral.keys import KeyId, KnownKiosk, key_list
from kiosk.referral.known import HUB_KEY_LIST, known_kiosks
from kiosk.sync.updates.outcomes import Updated, UpToDate
from kiosk.sync.updates.sources import Way
from tests.sync.updates.conftest import FIRST
from tests.sync.updates.reference import DAY, NOW

OFFICE = KnownKiosk(KeyId(b"\0\0\0\x07"), Ed25519PrivateKey.generate().public_key().public_bytes_raw(), "Truro")
OTHER = KnownKiosk(KeyId(b"\0\0\0\x08"), OFFICE.public, "Amherst")


def list_of(kiosk):
    file = kiosk.folder.parent / HUB_KEY_LIST
    return file.read_bytes() if file.exists() else None


def published(publisher, kiosks, at=NOW):
    publisher.kiosks = kiosks
    publisher.sign(at)


def test_slips_of_an_office_are_known_once_its_kiosk_is_in_the_list(kiosk, publisher):
    published(publisher, key_list(OFFICE))

    assert isinstance(kiosk.update(publisher), Updated)
    assert OFFICE in known_kiosks(kiosk.folder.parent, kiosk.config).known

    published(publisher, key_list(OTHER))
    assert kiosk.update(publisher) == UpToDate(FIRST)
    assert known_kiosks(kiosk.folder.parent, kiosk.config).known == (OTHER,)


def test_a_list_is_taken_once_so_that_what_the_hub_said_since_stays(kiosk, publisher):
    published(publisher, key_list(OFFICE))
    kiosk.update(publisher)
    (kiosk.folder.parent / HUB_KEY_LIST).write_bytes(key_list(OTHER))
    publisher.sign(NOW)

    kiosk.update(publisher)

    assert list_of(kiosk) == key_list(OTHER)


def test_where_a_hub_is_set_only_a_stick_brings_the_list(kiosk, publisher):
    kiosk.config = replace(kiosk.config, sync=replace(kiosk.config.sync, hub="https://hub.example.ca"))
    published(publisher, key_list(OFFICE))

    kiosk.update(publisher, way=Way.NETWORK)
    assert list_of(kiosk) is None

    kiosk.update(publisher, way=Way.STICK)
    assert list_of(kiosk) == key_list(OFFICE)


@pytest.mark.parametrize("content", [b"", b"\xa1", b"[]"])
def test_a_list_that_cannot_be_costs_neither_the_edition_nor_the_list_before(kiosk, publisher, content):
    published(publisher, key_list(OFFICE))
    kiosk.update(publisher)
    published(publisher, content)

    assert isinstance(kiosk.update(publisher), UpToDate)
    assert list_of(kiosk) == key_list(OFFICE)


def test_a_list_that_has_run_out_is_not_taken_and_costs_no_edition(kiosk, publisher):
    published(publisher, key_list(OFFICE), NOW)

    assert isinstance(kiosk.update(publisher, NOW + 40 * DAY), Updated)
    assert list_of(kiosk) is None
