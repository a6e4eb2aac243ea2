"""What no slip and no code may ever carry, looked for in every bundle, on every paper, in both languages."""

import re

import pytest

from kiosk.catalogue.doubts import is_shelter, printable_address, printable_phone
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.plain import plain_text


@pytest.fixture(scope="module")
def doubted(catalogue):
    """Numbers and addresses that nobody has verified, but for a number that is verified under another name."""
    numbers = {True: set(), False: set()}
    for phone in catalogue.phones.values():
        own = {phone.number, phone.number_fr, phone.number_tty, phone.toll_free_or_local} - {""}
        numbers[printable_phone(phone)] |= own
    addresses = {place.address_1 for place in catalogue.locations.values() if not printable_address(place)} - {""}
    certain = {place.address_1 for place in catalogue.locations.values() if printable_address(place)}
    return (numbers[False] - numbers[True]) | (addresses - certain)


def test_there_is_something_in_doubt_to_look_for(doubted):
    assert len(doubted) > 20


@pytest.mark.parametrize("paper", Paper)
def test_no_doubted_number_or_address_is_on_any_slip_or_in_any_code(plan_of, prepared, catalogue, doubted, paper):
    found = []
    for bundle in catalogue.bundles:
        made = prepared(plan_of(bundle), Choices(("en", "fr"), paper))
        text = plain_text(made.slip) + made.says
        found += [(bundle, one) for one in doubted if re.search(rf"(?<![\d-]){re.escape(one)}(?![\d-])", text)]

    assert not found


def test_a_shelter_is_known_by_voice_only_even_where_its_address_is_published(plan_of, prepared, catalogue):
    shelters = [service for service in catalogue.services.values() if is_shelter(service)]
    addresses = {catalogue.locations[place].address_1 for service in shelters for place in service.locations}

    text = plain_text(prepared(plan_of("housing-emergency"), Choices(paper=Paper.LETTER)).slip)

    assert addresses
    assert not [address for address in addresses if address in text]


def test_no_answer_is_on_the_slip_or_in_the_code(plan_of, prepared):
    planted = {"age": 87, "children_count": 6, "tenure": "mobile_home_owner", "relation_to_deceased": "other_relative"}
    bare = prepared(plan_of("death-in-the-family"), Choices(("en", "fr"), Paper.LETTER))

    made = prepared(plan_of("death-in-the-family", answers=planted), Choices(("en", "fr"), Paper.LETTER))

    for text in (plain_text(made.slip), made.says):
        assert not re.search(r"(?<![\d-])87(?![\d-])", text)
        assert not any(str(answer) in text for answer in planted.values() if isinstance(answer, str))
    assert set(made.handover.referral.__dataclass_fields__) == set(bare.handover.referral.__dataclass_fields__)


def test_the_date_of_the_event_is_not_on_the_slip(plan_of, prepared):
    text = plain_text(prepared(plan_of("death-in-the-family"), Choices(("en", "fr"), Paper.LETTER)).slip)

    assert not re.search(r"(?<!\d)5 (November|novembre) 2026", text)
    assert not re.search(r"(?<!\d)5 (November|novembre)(?! 20)", text)
