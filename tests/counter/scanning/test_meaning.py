"""What was scanned, through every keyboard: the very referral, or nothing; never another."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.counter.scanning.layouts import Layout
from kiosk.counter.scanning.meaning import AmbiguousScanError, badges_in, looks_scanned, scanned, typed
from kiosk.counter.staff.badges import new_badge_for, new_staff_id
from kiosk.referral import code
from kiosk.referral.code import CodeCharacterError, CodeCheckError, CodeLengthError
from kiosk.referral.forms import PlanText, StepText, text_form, url_form
from kiosk.referral.keys import KeyRing, own_key
from kiosk.referral.reading import NotAReferralError, Signature, UnknownCodeError
from kiosk.referral.token import Item, MalformedReferralError, sign
from tests.counter.scanning.keyboards import Keyboard, NoKeyboardDataError

TODAY = date(2026, 3, 20)
NOBODY = KeyRing()


def keyboard(layout: Layout) -> Keyboard:
    try:
        return Keyboard(layout)
    except NoKeyboardDataError:
        pytest.skip("this system has no keyboard data")


def never(_code):
    return None


def plan_text(token, short_code):
    steps = (
        StepText(1, "Get the death certificates", ("By Thu 9 April", "Phone 902-555-0100")),
        StepText(2, "Tell the health card office", ()),
    )
    return text_form(PlanText("A death in the family", short_code, steps), token)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("caps", [False, True], ids=["plain", "caps lock"])
@pytest.mark.parametrize("form", ["token", "lower", "address", "text"])
def test_a_token_is_read_through_every_keyboard(layout, caps, form, token, referral, ring):
    said = {
        "token": token,
        "lower": token.lower(),
        "address": url_form("https://r.example.ca/", token) + "\n",
        "text": plan_text(token, str(referral.code)) + "\n",
    }[form]

    scan = scanned(keyboard(layout).types(said, caps=caps), ring, TODAY, never)

    assert (scan.reading.signature, scan.reading.referral, scan.token) == (Signature.HOLDS, referral, token)


@settings(max_examples=60, deadline=None)
@given(layout=st.sampled_from(Layout), caps=st.booleans(), referral_id=st.binary(min_size=8, max_size=8))
def test_no_other_referral_is_ever_made_of_what_a_keyboard_did(key, ring, referral, layout, caps, referral_id):
    meant = replace(referral, id=referral_id)

    scan = scanned(keyboard(layout).types(sign(meant, key), caps=caps), ring, TODAY, never)

    assert scan.reading.referral == meant


@pytest.mark.parametrize("layout", Layout)
def test_an_address_shows_the_layout_where_no_key_list_can(layout, token, referral):
    scan = scanned(keyboard(layout).types(url_form("https://r.example.ca/", token)), NOBODY, TODAY, never)

    assert (scan.reading.signature, scan.reading.referral) == (Signature.NOT_CHECKED, referral)


def test_readings_that_differ_and_that_nobody_can_check_are_to_be_scanned_again(key, ring, referral):
    """Y and Z stand in the signature alone, where a German keyboard changes nothing that can be seen."""
    signed = (sign(replace(referral, items=(Item(n),), catalogue_version=n, life_event=n), key) for n in range(1, 5000))
    said = next(text for text in signed if not {"Y", "Z"} & set(text[:-103]) and {"Y", "Z"} & set(text[-100:]))

    with pytest.raises(AmbiguousScanError):
        scanned(said, NOBODY, TODAY, never)
    assert scanned(said, ring, TODAY, never).token == said
    assert scanned(url_form("https://r.example.ca/", said), NOBODY, TODAY, never).token == said


def test_a_token_altered_on_paper_is_altered_in_every_layout(token, ring):
    altered = token[:-3] + ("B" if token[-3] == "A" else "A") + token[-2:]

    scan = scanned(altered, ring, TODAY, never)

    assert scan.reading.signature is Signature.ALTERED


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("caps", [False, True], ids=["plain", "caps lock"])
def test_a_short_code_from_a_scanner_opens_what_was_issued_here(layout, caps, token, referral, ring):
    came = keyboard(layout).types(str(referral.code) + "\n", caps=caps)

    scan = scanned(came, ring, TODAY, {referral.code: token}.get)

    assert scan.reading.referral == referral


def test_a_code_of_elsewhere_is_said_to_be_of_elsewhere(ring):
    with pytest.raises(UnknownCodeError):
        scanned("R-7K3F-9X2" if _is_right("7K3F9X2") else str(code.make(b"\0" * 8)), ring, TODAY, never)


def _is_right(characters):
    try:
        code.ReferralCode(characters)
    except ValueError:
        return False
    return True


def test_two_right_codes_that_a_keyboard_may_have_made_of_each_other_are_never_chosen_between(ring):
    turned = str.maketrans("YZ", "ZY")
    pairs = (str(code.make(number.to_bytes(8, "big"))) for number in range(60_000))
    one = next(c for c in pairs if c != c.translate(turned) and _is_right(c.translate(turned).replace("-", "")[1:]))

    with pytest.raises(AmbiguousScanError):
        scanned(one, ring, TODAY, never)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NotAReferralError),
        ("4006381333931", NotAReferralError),
        ("R-7K3F-9XO", CodeCharacterError),
        ("https://example.com/menu", NotAReferralError),
        ("R-7K3F-9", CodeLengthError),
    ],
)
def test_what_is_no_slip_of_ours_says_so(text, error, ring):
    with pytest.raises(error):
        scanned(text, ring, TODAY, never)


@pytest.mark.parametrize("layout", [Layout.US, Layout.GERMAN, Layout.FRENCH])
def test_a_torn_slip_says_that_part_of_it_is_missing(layout, token, ring):
    with pytest.raises(MalformedReferralError):
        scanned(keyboard(layout).types(token[: len(token) // 2]), ring, TODAY, never)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("caps", [False, True], ids=["plain", "caps lock"])
def test_a_badge_is_among_its_readings_through_every_keyboard(layout, caps):
    badge = new_badge_for(new_staff_id())

    read = badges_in(keyboard(layout).types(badge.text + "\n", caps=caps))

    assert badge.text in read
    assert len(read) <= 4


def test_a_slip_is_no_badge_and_a_badge_is_no_slip(token, ring):
    badge = new_badge_for(new_staff_id()).text

    assert badges_in(token) == badges_in("R-7K3F-9XD") == ()
    with pytest.raises(NotAReferralError):
        scanned(badge, ring, TODAY, never)


@pytest.mark.parametrize(
    ("text", "is_one"), [("hello there", False), ("908-555-0100", False), ("death certif", False), ("jobloss", False)]
)
def test_words_that_people_type_do_not_look_scanned(text, is_one):
    assert looks_scanned(text) is is_one


def test_all_that_we_print_looks_scanned(token, referral):
    assert looks_scanned(token)
    assert looks_scanned(token[: len(token) // 2])
    assert looks_scanned(str(referral.code))
    assert looks_scanned(new_badge_for(new_staff_id()).text)


def test_the_mark_of_the_kind_of_code_is_left_out(token, referral, ring):
    assert scanned("]Q1" + str(referral.code), ring, TODAY, {referral.code: token}.get).token == token


def test_a_code_typed_by_a_person_is_never_turned_into_another(ring):
    turned = str.maketrans("YZ", "ZY")
    codes = (str(code.make(number.to_bytes(8, "big"))) for number in range(60_000))
    wrong = next(c.translate(turned) for c in codes if c.count("Y") + c.count("Z") == 1)

    with pytest.raises(CodeCheckError):
        typed(wrong, ring, TODAY, never)


def test_a_strangers_slip_is_shown_and_not_checked(tmp_path, referral, ring):
    stranger = own_key(tmp_path, kiosk_number=99)

    scan = scanned(url_form("https://r.example.ca/", sign(referral, stranger)), ring, TODAY, never)

    assert (scan.reading.signature, scan.reading.kiosk_number) == (Signature.NOT_CHECKED, 99)
