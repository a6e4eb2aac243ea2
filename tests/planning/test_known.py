import pytest

from kiosk.planning.known import CONCLUSIONS, all_known, concluded


@pytest.mark.parametrize("conclusion", CONCLUSIONS, ids=lambda one: f"{one.fact}-{one.then}")
def test_an_answer_settles_what_leaves_no_doubt(conclusion):
    assert concluded({conclusion.fact: conclusion.answer})[conclusion.then] == conclusion.is_so


def test_what_was_said_is_never_replaced_by_a_conclusion():
    assert concluded({"children_under_18": 0, "child_under_6": True})["child_under_6"] is True


def test_an_answer_replaces_what_was_assumed():
    assert all_known({"lives_in_ns": True}, {"lives_in_ns": False}) == {"lives_in_ns": False}


def test_every_conclusion_speaks_of_facts_and_answers_of_the_catalogue(real):
    for conclusion in CONCLUSIONS:
        assert conclusion.fact in real.facts
        assert conclusion.then in real.facts
        choices = [choice.value for choice in real.facts[conclusion.fact].choices]
        assert not choices or conclusion.answer in choices
