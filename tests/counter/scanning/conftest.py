"""A kiosk that signs, a ring that knows it, one that knows nobody, and the token of a slip."""

from datetime import date

import pytest

from kiosk.referral.keys import KeyRing, KioskKey, key_ring, own_key
from kiosk.referral.token import Item, Referral, sign


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> KioskKey:
    return own_key(tmp_path_factory.mktemp("truro"), kiosk_number=12)


@pytest.fixture(scope="session")
def ring(key: KioskKey) -> KeyRing:
    return key_ring(key, own_name="Truro Community Centre")


@pytest.fixture(scope="session")
def referral() -> Referral:
    return Referral(
        id=bytes.fromhex("00112233aabbccdd"),
        issued=date(2026, 3, 12),
        catalogue_version=7,
        items=(Item(17, 1, 1), Item(4, 2, 2), Item(130, 3, 2)),
        life_event=9,
        language=2,
    )


@pytest.fixture(scope="session")
def token(referral: Referral, key: KioskKey) -> str:
    return sign(referral, key)
