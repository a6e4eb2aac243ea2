"""What a note should not hold, and what it may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.cases.cautions import Caution, cautions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NAS 046 454 286", [Caution.SIN]),
        ("046-454-286", [Caution.SIN]),
        ("call 902-555-0134", [Caution.PHONE]),
        ("(902) 555 0134 le soir", [Caution.PHONE]),
        ("+1 902.555.0134", [Caution.PHONE]),
        ("555-0134", [Caution.PHONE]),
        ("carte 0123 456 789", [Caution.HEALTH_CARD]),
        ("write to anna.b@example.ca", [Caution.EMAIL]),
        ("anna (at) example.ca", [Caution.EMAIL]),
        ("٠٤٦ ٤٥٤ ٢٨٦", [Caution.SIN]),
        ("902 555 0134 or a@b.ca", [Caution.PHONE, Caution.EMAIL]),
    ],
)
def test_what_leads_to_a_person_is_noticed(text, found):
    assert list(cautions(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Apporter le relevé d’emploi s’il est arrivé. Bus : voir l’aide au transport.",
        "Comes back on 2026-03-12 at 10:30",
        "Reviendra le 12/03/2026",
        "Call 211 or 811, or 1-800-206-7218",
        "1 866 622-1966",
        "Owes 1,250.00 $ since 2024",
        "Rent 950 of 1800 a month",
        "Bus 1, 2 and 80; room 204",
    ],
)
def test_what_anybody_may_know_is_not(text):
    assert cautions(text) == ()


@pytest.mark.parametrize("text", ["Zoe comes back", "zoé revient", "Ask ZOÉ first"])
def test_the_person_s_own_name_is_noticed(text):
    assert cautions(text, "Zoé") == (Caution.NAME,)


def test_a_name_inside_another_word_is_none():
    assert cautions("Annapolis office, annual form", "Anna") == ()


def test_a_double_name_is_one_name():
    assert cautions("Eve brings the form", "Marie-Ève Roy") == ()
    assert cautions("Marie-Eve brings the form", "Marie-Ève") == (Caution.NAME,)


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_can_be_looked_at(text, name):
    assert set(cautions(text, name)) <= set(Caution)
