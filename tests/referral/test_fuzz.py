"""Altered tokens and codes in great numbers: none is accepted, and none breaks anything.

20,000 in the ordinary run; `make fuzz` takes a million.
"""

import base64
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import KioskError
from kiosk.referral import code, cose
from kiosk.referral.code import ALPHABET, CodeCharacterError, CodeCheckError, ReferralCode, ReferralCodeError
from kiosk.referral.keys import KeyId, KeyRing, KioskKey, key_ring, own_key
from kiosk.referral.reading import Signature, UnknownCodeError, find, read
from kiosk.referral.token import PURPOSE, Item, Referral, ReferralError, sign

HOW_MANY = int(os.environ.get("GUICHET_FUZZ", "20000"))
SHARES = 4
"""Parts of the work, so that several processors can take one each."""
TODAY = date(2026, 3, 20)
ANYBODY = KioskKey(KeyId(b"...."), Ed25519PrivateKey.generate())
"""Writes payloads; its signature is thrown away."""

_AFTER_THE_ID = len(cose.HEAD) + 20

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Genuine:
    """A referral of this kiosk as it was signed."""

    referral: Referral
    text: str
    raw: bytes


def raw_of(text: str) -> bytes:
    return base64.b32decode(text + "=" * (-len(text) % 8))


def text_of(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=")


@pytest.fixture(scope="module")
def listed(strangers_key: KioskKey, key: KioskKey) -> KeyRing:
    """Two kiosks that are known here."""
    return key_ring(key, key_ring(strangers_key, own_name="Elsewhere").known, own_name="Truro")


@pytest.fixture(scope="module")
def unknown_key(tmp_path_factory: pytest.TempPathFactory) -> KioskKey:
    return own_key(tmp_path_factory.mktemp("nowhere"), kiosk_number=12)


def genuine_ones(key: KioskKey, dice: random.Random, count: int) -> list[Genuine]:
    made = []
    for _ in range(count):
        items = tuple(
            Item(dice.randint(1, 400), dice.randint(0, 40), order, first=order == 1, may_apply=dice.random() < 0.3)
            for order in range(1, dice.randint(2, 13))
        )
        referral = Referral(
            id=dice.randbytes(8),
            issued=TODAY - timedelta(days=dice.randint(0, 200)),
            catalogue_version=dice.randint(0, 5000),
            items=items,
            life_event=dice.choice((None, 9, 300)),
            language=dice.choice((None, 1, 2)),
        )
        text = sign(referral, key)
        made.append(Genuine(referral, text, raw_of(text)))
    return made


# --- how a token is altered; each returns a text that says something else, or nothing ---


def flipped(one: Genuine, _other: Genuine, dice: random.Random) -> str:
    raw = bytearray(one.raw)
    for _ in range(dice.randint(1, 8)):
        raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
    return text_of(bytes(raw))


def cut(one: Genuine, _other: Genuine, dice: random.Random) -> str:
    length = dice.randrange(len(one.raw))
    return text_of(one.raw[:length] if dice.random() < 0.5 else one.raw[len(one.raw) - length :])


def spliced(one: Genuine, other: Genuine, dice: random.Random) -> str:
    place = dice.randint(_AFTER_THE_ID, min(len(one.raw), len(other.raw)) - 1)
    return text_of(one.raw[:place] + other.raw[place:])


def signature_of_another(one: Genuine, other: Genuine, _dice: random.Random) -> str:
    return text_of(one.raw[: -cose.SIGNATURE_BYTES] + other.raw[-cose.SIGNATURE_BYTES :])


def shifted(one: Genuine, _other: Genuine, dice: random.Random) -> str:
    raw, place = one.raw, dice.randrange(len(one.raw))
    match dice.randrange(3):
        case 0:
            return text_of(raw[:place] + dice.randbytes(dice.randint(1, 4)) + raw[place:])
        case 1:
            return text_of(raw[:place] + raw[place + dice.randint(1, 4) :])
        case _:
            return text_of(raw[:place] + raw[place : place + 9] + raw[place:])


def mistyped(one: Genuine, _other: Genuine, dice: random.Random) -> str:
    letters = list(one.text)
    for _ in range(dice.randint(1, 3)):
        letters[dice.randrange(len(letters))] = dice.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567#. \n")
    return "".join(letters).lower() if dice.random() < 0.5 else "https://r.example.ca/#" + "".join(letters)


def edited(one: Genuine, _other: Genuine, dice: random.Random) -> Referral:
    """What the token says, changed in one field, as somebody would who wants more of it."""
    said = one.referral
    match dice.randrange(7):
        case 0:
            return replace(said, id=dice.randbytes(8))
        case 1:
            return replace(said, issued=said.issued + timedelta(days=dice.choice((-30, -1, 1, 90, 400))))
        case 2:
            return replace(said, valid_days=said.valid_days + dice.choice((-89, 1, 30, 3000)))
        case 3:
            return replace(said, catalogue_version=said.catalogue_version + 1)
        case 4:
            place = dice.randrange(len(said.items))
            item = replace(said.items[place], service=said.items[place].service % 400 + 1)
            return replace(said, items=(*said.items[:place], item, *said.items[place + 1 :]))
        case 5:
            items = said.items[1:] if len(said.items) > 1 else (*said.items, Item(7, 0, 2))
            return replace(said, items=items)
        case _:
            return replace(said, life_event=(said.life_event or 0) + 1, language=dice.choice((1, 2)))


def rewritten(one: Genuine, other: Genuine, dice: random.Random) -> str:
    """Another payload, written as it should be, before the old signature."""
    message = cose.decode(one.raw, 512)
    payload = cose.decode(raw_of(sign(edited(one, other, dice), ANYBODY)), 512).payload
    head = one.raw[: len(cose.HEAD) + cose.KEY_ID_BYTES + 1]
    tail = cose.canonical(payload) + cose.canonical(message.signature)
    return text_of(head + tail)


Alteration = Callable[[Genuine, Genuine, random.Random], str]
ALTERATIONS: tuple[Alteration, ...] = (
    flipped,
    flipped,
    cut,
    spliced,
    signature_of_another,
    shifted,
    mistyped,
    rewritten,
    rewritten,
)


def is_accepted(text: str, ring: KeyRing, one: Genuine) -> bool:
    """Tell whether the text passes for something that a known kiosk signed and that is not what it did sign."""
    try:
        seen = read(text, ring, TODAY)
    except (ReferralError, ReferralCodeError):
        return False
    return seen.signature is Signature.HOLDS and seen.referral != one.referral


@pytest.mark.parametrize("share", range(SHARES))
def test_no_altered_token_is_ever_accepted(share, key, listed):
    dice = random.Random(1000 + share)
    originals = genuine_ones(key, dice, 60)

    for _ in range(HOW_MANY * 7 // 10 // SHARES):
        one, other = dice.sample(originals, 2)
        text = dice.choice(ALTERATIONS)(one, other, dice)
        assert not is_accepted(text, listed, one), text


def test_the_alterations_reach_the_signature_and_not_only_the_form(key, listed):
    """What is refused for its form alone would say nothing of the signature."""
    dice = random.Random(7)
    originals = genuine_ones(key, dice, 20)
    reached: dict[Alteration, int] = dict.fromkeys(ALTERATIONS, 0)
    for _ in range(1500):
        one, other = dice.sample(originals, 2)
        alteration = dice.choice(ALTERATIONS)
        try:
            seen = read(alteration(one, other, dice), listed, TODAY)
        except KioskError:
            continue
        reached[alteration] += seen.signature is not Signature.HOLDS

    assert reached[rewritten] > 200
    assert reached[signature_of_another] > 100
    assert reached[flipped] > 50
    assert reached[mistyped] > 5


@pytest.mark.parametrize("share", range(SHARES))
def test_no_other_key_and_no_other_purpose_passes(share, key, strangers_key, unknown_key, listed):
    """A stranger who takes this kiosk's number; a known kiosk that signs as another; our key, for something else."""
    dice = random.Random(2000 + share)
    originals = genuine_ones(key, dice, 40)

    for _ in range(HOW_MANY // 10 // SHARES):
        one = dice.choice(originals)
        said = edited(one, one, dice)
        payload = cose.decode(raw_of(sign(said, key)), 512).payload
        match dice.randrange(3):
            case 0:
                raw = cose.sign(payload, key.key_id, unknown_key.private, PURPOSE)
            case 1:
                raw = cose.sign(payload, key.key_id, strangers_key.private, PURPOSE)
            case _:
                purpose = dice.choice((b"", b"sp/r2", b"sp/r", PURPOSE + b"\0"))
                raw = cose.sign(payload, key.key_id, key.private, purpose)
        assert read(text_of(raw), listed, TODAY).signature is Signature.ALTERED


def mistaken(characters: str, dice: random.Random) -> str:
    """A code as people get it wrong: other characters, some swapped, one too many or too few."""
    letters = list(characters)
    match dice.randrange(5):
        case 0:
            letters[dice.randrange(7)] = dice.choice(ALPHABET)
        case 1:
            one, other = dice.sample(range(7), 2)
            letters[one], letters[other] = letters[other], letters[one]
        case 2:
            for _ in range(dice.randint(2, 4)):
                letters[dice.randrange(len(letters))] = dice.choice(ALPHABET + "01OILS5é-")
        case 3:
            letters.insert(dice.randrange(8), dice.choice(ALPHABET))
        case _:
            del letters[dice.randrange(7)]
    return dice.choice(("R-", "R", "", "r ")) + "".join(letters)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_mistaken_code_opens_the_plan_of_another(share, key, listed):
    dice = random.Random(3000 + share)
    issued = {one.referral.code: one for one in genuine_ones(key, dice, 200)}
    tokens = {code: one.text for code, one in issued.items()}
    codes = sorted(issued, key=str)

    for _ in range(HOW_MANY * 2 // 10 // SHARES):
        meant = dice.choice(codes)
        said = mistaken(meant.characters, dice)
        try:
            seen = read(said, listed, TODAY, tokens.get)
        except (UnknownCodeError, ReferralCodeError, ReferralError):
            continue
        assert seen.code == meant, said


FEW_CODES = [code.make(bytes.fromhex(seed)) for seed in ("0011223344556677", "ffffffffffffffff", "0000000000000000")]


@pytest.mark.parametrize("meant", FEW_CODES, ids=str)
def test_every_single_wrong_character_is_refused(meant):
    for place in range(7):
        for character in ALPHABET.replace(meant.characters[place], ""):
            wrong = meant.characters[:place] + character + meant.characters[place + 1 :]
            with pytest.raises(CodeCheckError):
                code.parse(f"R-{wrong}")


@pytest.mark.parametrize("meant", FEW_CODES, ids=str)
def test_every_swap_of_two_different_characters_is_refused(meant):
    for one, other in combinations(range(7), 2):
        letters = list(meant.characters)
        letters[one], letters[other] = letters[other], letters[one]
        if letters[one] != letters[other]:
            with pytest.raises(CodeCheckError):
                code.parse("R-" + "".join(letters))


@pytest.mark.parametrize("meant", FEW_CODES, ids=str)
def test_every_character_that_no_code_has_is_named(meant):
    for place in range(7):
        for character in "01OILS5!?":
            wrong = meant.characters[:place] + character + meant.characters[place + 1 :]
            with pytest.raises(CodeCharacterError) as refused:
                code.parse(wrong)
            assert refused.value.characters == character


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(max_size=300), st.binary(max_size=300).map(text_of), st.from_regex(r"[R-Z2-9 -]{0,30}")))
def test_any_text_is_a_referral_a_code_or_a_refusal(text):
    try:
        found = find(text)
    except (ReferralError, ReferralCodeError):
        return
    if isinstance(found, ReferralCode):
        assert code.parse(str(found)) == found


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=80))
def test_any_typed_code_is_right_or_refused(text):
    try:
        parsed = code.parse(text)
    except ReferralCodeError:
        return
    assert code.parse(str(parsed)) == parsed
