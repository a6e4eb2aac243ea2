"""What is sealed opens with its key in its place, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.vault import KEY_BYTES, VaultError, VaultKey, new_vault_key, seal, unseal

KEY = new_vault_key()
PLACE = b"case 24-118 name"


@given(st.binary(max_size=2000), st.binary(max_size=60))
def test_what_is_sealed_comes_back_byte_for_byte(plaintext, context):
    assert unseal(KEY, seal(KEY, plaintext, context), context) == plaintext


@given(st.binary(min_size=8, max_size=200))
def test_nothing_of_it_shows_and_it_is_never_the_same_twice(plaintext):
    sealed = seal(KEY, plaintext, PLACE)

    assert plaintext not in sealed
    assert sealed != seal(KEY, plaintext, PLACE)
    assert len(sealed) == len(plaintext) + 29


def test_keys_are_random_and_whole():
    keys = {new_vault_key() for _ in range(50)}

    assert len(keys) == 50
    assert {len(key) for key in keys} == {KEY_BYTES}


def test_another_key_does_not_open_it():
    with pytest.raises(VaultError):
        unseal(new_vault_key(), seal(KEY, b"Anna", PLACE), PLACE)


@pytest.mark.parametrize("place", [b"", b"case 24-119 name", b"case 24-118 reach", PLACE + b" "])
def test_it_does_not_open_in_another_place(place):
    with pytest.raises(VaultError):
        unseal(KEY, seal(KEY, b"Anna", PLACE), place)


def test_cut_short_anywhere_it_does_not_open():
    sealed = seal(KEY, b"Anna", PLACE)

    for length in range(len(sealed)):
        with pytest.raises(VaultError):
            unseal(KEY, sealed[:length], PLACE)


def test_with_any_bit_altered_it_does_not_open():
    sealed = seal(KEY, b"Anna", PLACE)

    for place in range(len(sealed) * 8):
        altered = bytearray(sealed)
        altered[place // 8] ^= 1 << place % 8
        with pytest.raises(VaultError) as caught:
            unseal(KEY, bytes(altered), PLACE)
        assert caught.value.code == "vault"


@given(st.binary(max_size=100))
def test_what_was_never_sealed_does_not_open(untrusted):
    with pytest.raises(VaultError):
        unseal(KEY, untrusted, PLACE)


def test_a_key_of_another_length_is_a_bug():
    with pytest.raises(ValueError, match="32 bytes"):
        seal(VaultKey(b"short"), b"Anna", PLACE)
