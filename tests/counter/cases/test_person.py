"""What is kept of a person, and how it is sealed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.cases.cabinet import CaseId
from kiosk.counter.cases.person import (
    FirstNameError,
    NoteTooLongError,
    Person,
    Reach,
    ReachError,
    read_note,
    read_person,
    seal_person,
    seal_words,
    unseal_person,
    unseal_words,
)
from kiosk.counter.vault import VaultError, new_vault_key

CASE, OTHER = CaseId(bytes(16)), CaseId(bytes([1] * 16))


@pytest.mark.parametrize("name", ["Anna", "Marie-Ève", "  Jean   Paul ", "N’Golo", "محمد", "Олена", "李", "Kʼjipuktuk"])
def test_first_names_of_every_script_are_kept(name):
    assert read_person(name, Reach.RETURNS, "").first_name == " ".join(name.split())


@pytest.mark.parametrize("name", ["Anna 902 555", "a@b.ca", "046454286", "x" * 41, "Anna\x00"])
def test_what_is_no_first_name_is_refused(name):
    with pytest.raises(FirstNameError):
        read_person(name, Reach.RETURNS, "")


@pytest.mark.parametrize(
    ("reach", "address"),
    [
        (Reach.PHONE, "902 555-0134"),
        (Reach.TEXT, "+1 (902) 555-0134"),
        (Reach.PHONE, "902-555-0134 #22"),
        (Reach.EMAIL, "anna@example.ca"),
    ],
)
def test_one_way_to_reach_a_person_is_kept(reach, address):
    assert read_person("Anna", reach, address) == Person("Anna", reach, address)


@pytest.mark.parametrize(
    ("reach", "address"),
    [(Reach.PHONE, "12"), (Reach.PHONE, "anna@example.ca"), (Reach.EMAIL, "902 555 0134"), (Reach.EMAIL, "a@b")],
)
def test_an_address_of_another_kind_is_refused(reach, address):
    with pytest.raises(ReachError):
        read_person("Anna", reach, address)


def test_a_way_without_an_address_is_none():
    assert read_person("Anna", Reach.PHONE, " ") == Person("Anna", Reach.RETURNS, "")


def test_who_comes_back_here_has_no_address():
    assert read_person("Anna", Reach.RETURNS, "902 555 0134") == Person("Anna")


def test_a_note_has_an_end():
    assert read_note("  Bus \n form  ") == "Bus\nform"
    with pytest.raises(NoteTooLongError):
        read_note("x" * 601)


@given(st.text(max_size=40), st.sampled_from(Reach), st.text(max_size=100))
def test_what_is_sealed_opens_as_it_was(name, reach, address):
    key, person = new_vault_key(), Person(name, reach, address)

    assert unseal_person(key, CASE, seal_person(key, CASE, person)) == person


@given(st.text(max_size=600))
def test_words_open_as_they_were(words):
    key = new_vault_key()

    assert unseal_words(key, CASE, "note", seal_words(key, CASE, "note", words)) == words


def test_the_length_tells_neither_the_name_nor_whether_there_is_a_number():
    key = new_vault_key()
    people = [Person(), Person("Li"), Person("Marie-Antoinette"), Person("Anna", Reach.PHONE, "902 555-0134")]

    assert len({len(seal_person(key, CASE, person)) for person in people}) == 1


def test_what_was_sealed_for_one_case_opens_for_no_other():
    key = new_vault_key()

    with pytest.raises(VaultError):
        unseal_person(key, OTHER, seal_person(key, CASE, Person("Anna")))


def test_a_note_does_not_open_as_a_hand_off():
    key = new_vault_key()

    with pytest.raises(VaultError):
        unseal_words(key, CASE, "hand-off", seal_words(key, CASE, "note", "Bus"))
