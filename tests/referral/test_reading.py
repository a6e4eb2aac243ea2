"""Referrals read back from whatever people and scanners give."""

import base64
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.referral.code import CodeCharacterError, CodeCheckError, CodeLengthError, ReferralCode, ReferralCodeError
from kiosk.referral.forms import PlanText, StepText, text_form, url_form
from kiosk.referral.keys import KeyRing, KioskKey
from kiosk.referral.reading import (
    LONGEST_TEXT,
    NotAReferralError,
    Reading,
    Signature,
    TokenText,
    UnknownCodeError,
    find,
    read,
)
from kiosk.referral.token import Item, MalformedReferralError, Referral, ReferralError, sign

TODAY = date(2026, 3, 20)
PLAN = PlanText(
    "Un décès dans la famille", "R-7K3F-9XD", (StepText(1, "Demander le certificat de décès", ("Tél. 902-555-0100",)),)
)


@pytest.fixture(scope="module")
def text(referral: Referral, key: KioskKey) -> str:
    return sign(referral, key)


@pytest.fixture(scope="module")
def expected(referral: Referral) -> Reading:
    return Reading(referral, Signature.HOLDS, 12, "Truro Community Centre", expired=False)


def wrapped(text: str, width: int, ending: str) -> str:
    return ending.join(text[start : start + width] for start in range(0, len(text), width))


@pytest.mark.parametrize(
    "seen",
    [
        "{token}",
        "  {token}\r\n",
        "https://r.example.ca/#{token}",
        "HTTPS://R.EXAMPLE.CA/#{token}",
        "https://r.example.ca/#\n{token}",
        "{plan}",
        "{plan}\n\nPhone 211. Free, any language.\nInformation of 11 March. Code R-7K3F-9XD",
        "IMG_2041.jpg\n{plan}\n{plan}",
        "scanned: 1\n{wrapped}\nend",
        "{spaced}",
        "“{token}”",
    ],
)
@pytest.mark.parametrize("lower", [False, True], ids=["as printed", "lower case"])
def test_either_form_is_read_with_anything_around_it(
    seen: str, lower: bool, text: str, expected: Reading, ring: KeyRing
) -> None:
    untrusted = seen.format(
        token=text,
        plan=text_form(PLAN, text),
        wrapped=wrapped(text, 21, "\r\n   "),
        spaced=wrapped(text, 4, " "),
    )

    assert read(untrusted.lower() if lower else untrusted, ring, TODAY) == expected


def test_every_token_begins_with_what_finding_relies_on(
    referral: Referral, key: KioskKey, strangers_key: KioskKey
) -> None:
    for made in (referral, replace(referral, items=()), replace(referral, items=(Item(1),) * 30, valid_days=3660)):
        for signer in (key, strangers_key):
            assert find("x " + sign(made, signer) + " x") == TokenText(sign(made, signer))


def test_a_kiosk_that_is_not_known_is_named_by_its_number_and_not_checked(
    referral: Referral, strangers_key: KioskKey, ring: KeyRing
) -> None:
    reading = read(sign(referral, strangers_key), ring, TODAY)

    assert reading == Reading(referral, Signature.NOT_CHECKED, 99, "", expired=False)


def test_an_altered_token_is_read_and_said_to_be_altered(referral: Referral, text: str, ring: KeyRing) -> None:
    raw = bytearray(base64.b32decode(text + "=" * (-len(text) % 8)))
    raw[-1] ^= 1

    reading = read(base64.b32encode(raw).decode(), ring, TODAY)

    assert reading == Reading(referral, Signature.ALTERED, 12, "", expired=False)


def test_an_expired_referral_is_read_with_a_warning(text: str, expected: Reading, ring: KeyRing) -> None:
    assert read(text, ring, date(2026, 6, 11)) == replace(expected, expired=True)


def test_the_reading_shows_the_code_printed_on_the_slip(referral: Referral, expected: Reading) -> None:
    assert expected.code == referral.code


def test_a_token_with_its_end_missing_is_not_taken_for_no_referral(text: str, ring: KeyRing) -> None:
    for length in range(16, len(text), 9):
        with pytest.raises(MalformedReferralError):
            read(f"https://r.example.ca/#{text[:length]}", ring, TODAY)


def test_a_token_with_its_beginning_misread_is_not_taken_for_no_referral(text: str, ring: KeyRing) -> None:
    for untrusted in ("QRF" + text[3:], text[5:], text[5:].lower(), text_form(PLAN, text[30:])):
        with pytest.raises(MalformedReferralError):
            read(untrusted, ring, TODAY)


def test_a_second_copy_is_used_when_the_first_is_cut_off(text: str, expected: Reading, ring: KeyRing) -> None:
    assert read(f"{text[:40]}\n{text}", ring, TODAY) == expected


def test_a_code_opens_what_this_kiosk_issued(referral: Referral, text: str, expected: Reading, ring: KeyRing) -> None:
    asked: list[ReferralCode] = []

    def token_issued(code: ReferralCode) -> str:
        asked.append(code)
        return text

    assert read(f" {str(referral.code).lower()} ", ring, TODAY, token_issued) == expected
    assert asked == [referral.code]


def test_a_code_inside_a_photo_without_the_qr_is_found(referral: Referral) -> None:
    around = "Votre plan . Your plan   {}\nThu 12 Mar 2026\nR-7K3F-9XX is not one, FOR-MORE-SEE neither"

    assert find(around.format(referral.code)) == referral.code


def test_a_code_of_somewhere_else_is_said_to_be_unknown(referral: Referral, ring: KeyRing) -> None:
    with pytest.raises(UnknownCodeError):
        read(str(referral.code), ring, TODAY)


@pytest.mark.parametrize(
    ("typed", "error"),
    [("R-7K3F-9X0", CodeCharacterError), ("R-7K3F", CodeLengthError), ("R-2222-223", CodeCheckError)],
)
def test_a_mistyped_code_says_what_is_wrong_with_it(typed: str, error: type[ReferralCodeError], ring: KeyRing) -> None:
    with pytest.raises(error):
        read(typed, ring, TODAY)


@pytest.mark.parametrize(
    "untrusted",
    [
        "",
        " \n\t",
        "The library is open until nine on Thursdays, ask at the desk.",
        "https://www.canada.ca/en/services/benefits.html",
        "9780141036144 9780141036144 9780141036144",
        "x" * (LONGEST_TEXT + 1),
    ],
)
def test_a_text_with_neither_token_nor_code_is_told(untrusted: str, ring: KeyRing) -> None:
    with pytest.raises((NotAReferralError, MalformedReferralError)):
        read(untrusted, ring, TODAY)


def test_what_comes_after_a_book_of_text_is_not_looked_at(text: str, ring: KeyRing) -> None:
    with pytest.raises(NotAReferralError):
        read("a b " * (LONGEST_TEXT // 4) + text, ring, TODAY)


@given(untrusted=st.text(max_size=80))
def test_no_text_does_more_than_be_refused(untrusted: str, ring: KeyRing) -> None:
    with pytest.raises((ReferralError, ReferralCodeError)):
        read(untrusted, ring, TODAY)


@settings(max_examples=60)
@given(before=st.text(max_size=60), after=st.text(max_size=60))
def test_a_token_is_found_between_any_two_texts(before: str, after: str, text: str) -> None:
    assert find(f"{before}\n{text}\n{after}") == TokenText(text)


def test_an_address_of_another_page_with_a_long_fragment_is_not_read(ring: KeyRing) -> None:
    with pytest.raises(MalformedReferralError):
        read(url_form("https://r.example.ca/", "ABCDEFGHIJKLMNOPQRSTUVWX"), ring, TODAY)
