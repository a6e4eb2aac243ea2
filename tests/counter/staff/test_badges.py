"""What is in a badge, and the card that it is printed on."""

import io
from contextlib import suppress

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk import paths
from kiosk.counter.staff.badges import BadgeUnreadableError, new_badge_for, new_staff_id, read_badge
from kiosk.counter.staff.card import badge_png, card_of
from kiosk.counter.staff.roles import Role, Staff
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typesetter


def test_a_badge_is_read_as_it_was_made():
    badge = new_badge_for(new_staff_id())

    assert read_badge(badge.text) == badge


def test_a_scanner_may_change_the_case_and_end_the_line():
    badge = new_badge_for(new_staff_id())

    assert read_badge(f" {badge.text.lower()}\r\n") == badge


def test_no_two_badges_are_alike():
    staff = new_staff_id()

    assert len({new_badge_for(staff).text for _ in range(100)}) == 100


def test_a_badge_shows_its_secret_to_nobody_who_only_looks_at_the_value():
    badge = new_badge_for(new_staff_id())

    assert badge.text[12:] not in repr(badge)
    assert repr(badge.secret) not in repr(badge)


@pytest.mark.parametrize(
    "text", ["", "GB1-", "R-7K3F-9XD", "GB2-" + "A" * 40, "GB1-" + "A" * 39, "GB1-" + "A" * 41, "GB1-" + "1" * 40]
)
def test_what_is_no_badge_is_told(text):
    with pytest.raises(BadgeUnreadableError):
        read_badge(text)


@given(st.text(max_size=60))
def test_no_text_makes_reading_a_badge_fail_in_another_way(text):
    with suppress(BadgeUnreadableError):
        assert read_badge(text).text.startswith("GB1-")


def card_for(name):
    return card_of(new_badge_for(new_staff_id()), Staff(new_staff_id(), name, Role.STAFF, "fr"), "Centre communautaire")


def picture(name):
    card = card_for(name)
    return card.secret, Image.open(io.BytesIO(badge_png(card, paths.assets_folder())))


@pytest.mark.parametrize("name", ["Samira", "Marie-Ève Deschênes-Thibodeau", "سميرة العلي", '#let "x" = *1*', "W" * 40])
def test_the_card_is_one_that_a_scanner_reads_whatever_the_name(name):
    secret, card = picture(name)

    assert card.size == (1011, 638)
    assert zxingcpp.read_barcode(card).text == secret


def test_the_name_stands_beside_the_square_and_inside_the_card():
    _, card = picture("W" * 40)

    beside = card.convert("L").crop((600, 0, 1011, 638)).point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert beside is not None
    left, top, right, bottom = beside
    assert min(left, top, 411 - right, 638 - bottom) > 10


@pytest.mark.parametrize(
    ("paper", "wide"), [(Paper.RECEIPT_80, 576), (Paper.RECEIPT_58, 384), (Paper.LETTER, round(8.5 * 203))]
)
def test_every_paper_takes_a_badge_that_a_scanner_reads(paper, wide):
    card = card_for("Marie-Ève Deschênes-Thibodeau")
    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")

    printed = setter.typeset_badge(card, paper)

    shown = Image.open(io.BytesIO(printed.png()))
    assert abs(shown.width - wide) <= 1
    assert zxingcpp.read_barcode(shown).text == card.secret
    assert printed.pdf().startswith(b"%PDF")


def test_no_word_of_a_badge_tells_its_secret():
    card = card_for("Samira")
    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")

    printed = setter.typeset_badge(card, Paper.LETTER)

    assert printed.text() == "Samira\nCentre communautaire\n"
    assert card.secret not in repr(printed)
    assert card.code == ""
