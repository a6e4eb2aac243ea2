"""The signed token: what goes through it, what it refuses, and that no alteration gets by."""

import base64
import random
from dataclasses import replace
from datetime import date, timedelta

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.referral import cose
from kiosk.referral.keys import KeyRing, KioskKey, KnownKiosk, key_ring
from kiosk.referral.token import (
    LONGEST_TOKEN,
    MOST_ITEMS,
    PURPOSE,
    AlteredReferralError,
    Item,
    MalformedReferralError,
    Referral,
    ReferralError,
    Unverifiable,
    Verified,
    claimed,
    referral_for,
    sign,
    verify,
)

numbers = st.integers(1, 0xFFFF)
steps = st.builds(Item, numbers, st.integers(0, 0xFFFF), st.integers(0, 255))
referrals = st.builds(
    Referral,
    id=st.binary(min_size=8, max_size=8),
    issued=st.dates(date(2000, 1, 1), date(2199, 12, 31)),
    catalogue_version=st.integers(0, 2**32 - 1),
    items=st.one_of(
        st.lists(steps, max_size=MOST_ITEMS).map(tuple),
        st.lists(st.builds(Item, numbers), max_size=MOST_ITEMS).map(tuple),
    ),
    life_event=st.none() | numbers,
    language=st.none() | numbers,
    valid_days=st.integers(1, 3660),
)


def raw(token: str) -> bytes:
    return base64.b32decode(token + "=" * (-len(token) % 8))


def text(token: bytes) -> str:
    return base64.b32encode(token).decode().rstrip("=")


def is_accepted(untrusted_text: str, ring: KeyRing) -> bool:
    try:
        return isinstance(verify(untrusted_text, ring), Verified)
    except ReferralError:
        return False


def signed(key: KioskKey, payload: object) -> str:
    """A token that the kiosk's own key signed over any payload."""
    return text(cose.sign(cbor2.dumps(payload), key.key_id, key.private, PURPOSE))


@given(referral=referrals)
def test_a_referral_comes_back_as_it_was_signed(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    assert verify(sign(referral, key), ring) == Verified(referral, ring.known[0])


def test_the_payload_is_that_of_the_published_format(referral: Referral, key: KioskKey) -> None:
    _, _, payload, _ = cbor2.loads(raw(sign(referral, key)))

    assert cbor2.loads(payload) == {
        1: referral.id,
        2: (date(2026, 3, 12) - date(1970, 1, 1)).days,
        3: 90,
        5: 7,
        6: [[17, 1, 1], [4, 2, 2], [130, 3, 2]],
        7: [9, 2],
    }


def test_items_without_steps_are_plain_service_numbers(referral: Referral, key: KioskKey) -> None:
    plain = replace(referral, items=(Item(17), Item(4)), life_event=None, language=None)

    payload = cbor2.loads(cbor2.loads(raw(sign(plain, key)))[2])

    assert payload[6] == [17, 4]
    assert 7 not in payload


def test_what_to_begin_with_and_what_may_apply_are_told_by_one_small_number(
    referral: Referral, key: KioskKey, ring: KeyRing
) -> None:
    items = (Item(17, 1, 1, may_apply=True), Item(4, 2, 2, first=True), Item(130, 3, 3, first=True, may_apply=True))
    token = sign(replace(referral, items=items), key)

    payload = cbor2.loads(cbor2.loads(raw(token))[2])

    assert payload[6] == [[17, 1, 1, 2], [4, 2, 2, 1], [130, 3, 3, 3]]
    assert claimed(token).items == items
    assert is_accepted(token, ring)


def test_thirty_of_the_largest_items_fit_in_the_longest_token(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    largest = replace(
        referral,
        items=(Item(0xFFFF, 0xFFFF, 255, first=True, may_apply=True),) * MOST_ITEMS,
        catalogue_version=2**32 - 1,
        life_event=0xFFFF,
        language=0xFFFF,
        valid_days=3660,
    )

    token = sign(largest, key)

    assert len(raw(token)) <= LONGEST_TOKEN
    assert is_accepted(token, ring)


def test_every_single_flipped_bit_is_refused(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    token = raw(sign(referral, key))

    for place in range(len(token) * 8):
        flipped = bytearray(token)
        flipped[place // 8] ^= 1 << place % 8
        assert not is_accepted(text(bytes(flipped)), ring), place


def test_every_other_last_character_is_refused(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    """Base32 leaves spare bits at the end; they must not make a second way to write a token."""
    token = sign(referral, key)

    for character in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") - {token[-1]}:
        assert not is_accepted(token[:-1] + character, ring)


def altered(token: str, chance: random.Random) -> str:
    """The token with one to four characters replaced, removed, added or swapped, or a stretch copied elsewhere."""
    characters = list(token)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(characters) - 1)
        match chance.randrange(5):
            case 0:
                characters[place] = chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
            case 1:
                del characters[place]
            case 2:
                characters.insert(place, chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
            case 3:
                characters[place], characters[place + 1] = characters[place + 1], characters[place]
            case _:
                characters[place : place + 8] = characters[: chance.randrange(16)]
    return "".join(characters)


def test_of_twenty_thousand_random_alterations_none_is_accepted(
    referral: Referral, key: KioskKey, ring: KeyRing
) -> None:
    token = sign(referral, key)
    chance = random.Random(20260312)

    tried = [other for other in (altered(token, chance) for _ in range(20_400)) if other != token]

    assert len(tried) >= 20_000
    assert not any(is_accepted(other, ring) for other in tried)


def test_two_tokens_cannot_lend_each_other_their_signatures(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    first = cose.decode(raw(sign(referral, key)), LONGEST_TOKEN)
    second = cose.decode(raw(sign(replace(referral, items=(Item(1),)), key)), LONGEST_TOKEN)
    mixed = raw(sign(referral, key)).replace(first.signature, second.signature)

    with pytest.raises(AlteredReferralError) as caught:
        verify(text(mixed), ring)

    assert caught.value.referral == referral
    assert caught.value.key_id == key.key_id


def test_a_kiosk_that_is_not_known_is_said_to_be_so(referral: Referral, strangers_key: KioskKey, ring: KeyRing) -> None:
    assert verify(sign(referral, strangers_key), ring) == Unverifiable(referral, strangers_key.key_id)


def test_a_stranger_who_takes_a_known_number_is_found_out(
    referral: Referral, key: KioskKey, strangers_key: KioskKey, ring: KeyRing
) -> None:
    impostor = replace(strangers_key, key_id=key.key_id)

    with pytest.raises(AlteredReferralError):
        verify(sign(referral, impostor), ring)


def test_two_known_kiosks_may_share_a_key_id(referral: Referral, key: KioskKey, strangers_key: KioskKey) -> None:
    namesake = KnownKiosk(key.key_id, strangers_key.public, "Amherst")
    ring = key_ring(key, [namesake])

    read = verify(sign(referral, replace(strangers_key, key_id=key.key_id)), ring)

    assert read == Verified(referral, namesake)


def test_a_key_that_was_given_up_holds_for_what_is_dated_before_and_accuses_nobody_after(
    referral: Referral, key: KioskKey, strangers_key: KioskKey
) -> None:
    before = KnownKiosk(key.key_id, strangers_key.public, "Amherst", until=referral.issued)
    ring = key_ring(key, [before])
    later = replace(referral, issued=referral.issued + timedelta(days=1))
    signer = replace(strangers_key, key_id=key.key_id)

    assert verify(sign(referral, signer), ring) == Verified(referral, before)
    assert verify(sign(later, signer), ring) == Unverifiable(later, key.key_id)


def test_case_spaces_and_the_address_before_it_do_not_matter(referral: Referral, key: KioskKey, ring: KeyRing) -> None:
    token = sign(referral, key)
    spaced = " ".join(token.lower()[start : start + 5] for start in range(0, len(token), 5))

    assert is_accepted(f"https://r.example.ca/#{spaced}\r\n", ring)


def test_letters_that_only_become_ascii_in_upper_case_do_not_count(
    referral: Referral, key: KioskKey, ring: KeyRing
) -> None:
    token = sign(referral, key)

    assert not is_accepted(token.replace("S", "ſ", 1) if "S" in token else "ſ", ring)
    assert is_accepted("ıſ" + token, ring)


@pytest.mark.parametrize(
    "payload",
    [
        [],
        {},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1},
        {1: bytes(7), 2: 20000, 3: 90, 5: 1, 6: [1]},
        {1: bytes(8), 2: -1, 3: 90, 5: 1, 6: [1]},
        {1: bytes(8), 2: 10**9, 3: 90, 5: 1, 6: [1]},
        {1: bytes(8), 2: 2**70, 3: 90, 5: 1, 6: [1]},
        {1: bytes(8), 2: 20000, 3: 0, 5: 1, 6: [1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: -1, 6: [1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1.0, 6: [1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: True, 6: [1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [True]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [0]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [70000]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: ["food"]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [[1, 1]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [[1, 0, 0]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [[1, 1, 1, 0]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [[1, 1, 1, 4]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [[1, 1, 1, True]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1, [2, 1, 1]]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1] * 31},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1], 7: [0, 0]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1], 7: [1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1], 7: [True, 1]},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1], 4: "Marie"},
        {1: bytes(8), 2: 20000, 3: 90, 5: 1, 6: [1], 7: [1, 1], 8: 0},
        {2: 20000, 1: bytes(8), 3: 90, 5: 1, 6: [1]},
    ],
)
def test_a_payload_of_any_other_shape_is_refused_even_when_it_is_signed(
    payload: object, key: KioskKey, ring: KeyRing
) -> None:
    with pytest.raises(MalformedReferralError):
        verify(signed(key, payload), ring)


@given(untrusted=st.text(max_size=60) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567#", max_size=300))
def test_no_text_does_more_than_be_refused(untrusted: str, ring: KeyRing) -> None:
    with pytest.raises(MalformedReferralError):
        verify(untrusted, ring)


@given(payload=st.binary(max_size=80))
def test_no_payload_does_more_than_be_refused(payload: bytes, key: KioskKey, ring: KeyRing) -> None:
    token = cose.sign(payload, key.key_id, key.private, PURPOSE)

    with pytest.raises(MalformedReferralError):
        verify(text(token), ring)


def test_a_referral_is_valid_through_its_last_day(referral: Referral) -> None:
    assert referral.last_day == date(2026, 6, 10)
    assert not referral.expired_on(date(2026, 6, 10))
    assert referral.expired_on(date(2026, 6, 11))


def test_a_kiosk_whose_clock_is_behind_does_not_call_a_new_referral_expired(referral: Referral) -> None:
    assert not referral.expired_on(referral.issued - timedelta(days=4000))


def test_what_a_token_claims_can_be_read_without_any_key(referral: Referral, strangers_key: KioskKey) -> None:
    assert claimed(sign(referral, strangers_key)) == referral


def made_of(items: list[Item], discreet: set[int]) -> Referral:
    return referral_for(
        items, discreet=discreet, issued=date(2026, 3, 12), catalogue_version=7, life_event=9, language="fr"
    )


def test_discreet_services_are_left_out_and_leave_no_gap_in_the_order() -> None:
    made = made_of([Item(1, 1, 1), Item(2, 2, 2), Item(3, 3, 3), Item(4, 4, 3), Item(5)], discreet={2})

    assert made.items == (Item(1, 1, 1), Item(3, 3, 2), Item(4, 4, 2), Item(5))


def test_a_referral_of_discreet_services_only_names_no_life_event(key: KioskKey, ring: KeyRing) -> None:
    made = made_of([Item(2, 1, 1)], discreet={2})

    assert made.items == ()
    assert made.life_event is None
    assert is_accepted(sign(made, key), ring)


def test_only_the_first_thirty_items_are_carried() -> None:
    made = made_of([Item(number) for number in range(1, 41)], discreet={1})

    assert [item.service for item in made.items] == list(range(2, 32))


def test_each_referral_gets_an_id_and_a_code_of_its_own() -> None:
    made = [made_of([Item(1)], set()) for _ in range(50)]

    assert len({referral.id for referral in made}) == 50
    assert all(len(referral.id) == 8 for referral in made)
    assert len({str(referral.code) for referral in made}) == 50


def test_a_language_without_a_number_is_not_said() -> None:
    made = referral_for([Item(1)], discreet=(), issued=date(2026, 3, 12), catalogue_version=7, language="mic")

    assert made.language is None
