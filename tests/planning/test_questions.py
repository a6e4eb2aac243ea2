from datetime import date

import pytest

from kiosk.catalogue.conditions import AnyOf
from kiosk.catalogue.model import FactType
from kiosk.catalogue.text import text
from kiosk.planning import as_asked, event_dates

DEATH = "death-in-the-family"
JOB = "losing-a-job"


def asked_in_turn(small, catalogue, person, **more):
    """The questions offered to someone who answers each, in turn."""
    answers = {}
    plan = small.plan(catalogue, answers, **more)
    while plan.next_question:
        answers[plan.next_question] = person[plan.next_question]
        plan = small.plan(catalogue, answers, **more)
    return list(answers)


def test_a_child_in_mourning_is_asked_five_things_before_the_plan_is_worth_showing(real, small):
    person = {
        "event_date": date(2026, 1, 5),
        "is_executor": True,
        "deceased_got_cpp_oas": True,
        "cpp_contributor": True,
        "died_at_home_unexpected": False,
        "relation_to_deceased": "child",
        "cannot_pay_funeral": False,
        "estate_has_property": True,
        "left_child_under_25": False,
        "veteran": False,
        "indigenous_identity": "no",
    }

    asked = asked_in_turn(small, real, person, bundles=(DEATH,))

    assert asked[0] == "event_date"
    assert set(asked[:5]) == {
        "event_date",
        "is_executor",
        "deceased_got_cpp_oas",
        "cpp_contributor",
        "died_at_home_unexpected",
    }
    assert small.plan(real, {fact: person[fact] for fact in asked[:5]}, bundles=(DEATH,)).essential_left == 0
    assert asked[-1] == "indigenous_identity"
    assert "age" not in asked


def test_the_age_of_a_widow_is_asked(real, small):
    plan = small.plan(real, {"relation_to_deceased": "partner"}, bundles=(DEATH,))
    plan_of_a_child = small.plan(real, {"relation_to_deceased": "child"}, bundles=(DEATH,))

    assert plan.questions_left == plan_of_a_child.questions_left + 1


def test_a_question_is_asked_once_for_two_bundles(small):
    steps = [small.step(name, when=small.where("ill", True)) for name in ("one", "two")]
    catalogue = small.catalogue(
        (small.bundle("a", steps[0], asks="ill"), small.bundle("b", steps[1], asks="ill")), small.fact("ill")
    )

    assert small.plan(catalogue).questions_left == 1


def test_what_can_change_nothing_is_not_asked(small):
    steps = (
        small.step("mine", when=small.all_of(small.where("ill", True), small.where("old", True))),
        small.step("always"),
    )
    catalogue = small.catalogue(
        (small.bundle("b", *steps, asks="ill old tall"),), *(small.fact(name) for name in ("ill", "old", "tall"))
    )

    assert asked_in_turn(small, catalogue, {"ill": False}) == ["ill"]
    assert asked_in_turn(small, catalogue, {"ill": True, "old": True}) == ["ill", "old"]


def test_a_step_that_a_surer_one_makes_needless_asks_nothing(small):
    sure = small.step("sure", "help", level="must")
    perhaps = small.step("perhaps", "help", level="may", when=small.where("ill", True))
    catalogue = small.catalogue(
        (small.bundle("b", sure, perhaps, asks="ill"),), small.service("help"), small.fact("ill")
    )

    assert small.plan(catalogue).next_question is None


def test_two_facts_that_only_settle_together_are_both_asked(small):
    alike = AnyOf(
        (
            small.all_of(small.where("ill", True), small.where("old", True)),
            small.all_of(small.where("ill", False), small.where("old", False)),
        )
    )
    catalogue = small.catalogue(
        (small.bundle("b", small.step("s", when=alike), asks="ill old"),), small.fact("ill"), small.fact("old")
    )

    assert asked_in_turn(small, catalogue, {"ill": False, "old": False}) == ["ill", "old"]


def test_what_touches_a_must_comes_first_then_what_adds_help_then_what_is_optional(small):
    steps = (
        small.step("extra", level="may", when=small.where("curious", True)),
        small.step("advised", when=small.where("ill", True)),
        small.step("needed", level="must", when=small.where("old", True)),
    )
    catalogue = small.catalogue(
        (small.bundle("b", *steps, asks="ill old", may_ask="curious"),),
        *(small.fact(name) for name in ("ill", "old", "curious")),
    )

    plan = small.plan(catalogue)

    assert asked_in_turn(small, catalogue, {"ill": True, "old": True, "curious": True}) == ["old", "ill", "curious"]
    assert (plan.questions_left, plan.essential_left) == (3, 1)


def test_a_missing_paper_is_asked_about_when_a_step_surely_needs_it(small):
    def catalogue(needs):
        return small.catalogue(
            (small.bundle("b", small.step("s", "help"), asks="has_sin"),),
            small.service("help", needs=needs),
            small.service("sin-apply", gives=("sin",)),
            small.paper("sin", "sin-apply"),
            small.fact("has_sin"),
        )

    assert small.plan(catalogue(("sin",))).next_question == "has_sin"
    assert small.plan(catalogue(())).next_question is None


def test_what_was_skipped_is_not_offered_again(small):
    steps = [small.step(name, when=small.where(name, True)) for name in ("ill", "old")]
    catalogue = small.catalogue((small.bundle("b", *steps, asks="ill old"),), small.fact("ill"), small.fact("old"))

    assert small.plan(catalogue).next_question == "ill"
    assert small.plan(catalogue, skipped=frozenset({"ill"})).next_question == "old"
    assert small.plan(catalogue, skipped=frozenset({"ill", "old"})).next_question is None


def test_having_no_children_spares_the_questions_about_their_age(real, small):
    plan = small.plan(real, {"children_under_18": 0}, bundles=("new-to-nova-scotia",))

    for step in ("school", "pp"):
        assert plan.step(f"new-to-nova-scotia/{step}").reason.facts[0] in ("child_school_age", "child_under_6")
        assert plan.step(f"new-to-nova-scotia/{step}").status == "does_not_apply"


@pytest.mark.parametrize("bundles", [(DEATH, JOB), (JOB, DEATH)])
def test_each_event_is_dated_in_the_words_of_its_own_bundle(real, small, bundles):
    second = f"event_date@{bundles[1]}"

    plan = small.plan(real, {"event_date": date(2026, 1, 5)}, bundles=bundles)

    assert event_dates(real, bundles) == ("event_date", second)
    assert plan.next_question == second
    for fact, bundle in (("event_date", bundles[0]), (second, bundles[1])):
        question = as_asked(real, bundles, fact)
        assert (question.id, question.type) == (fact, FactType.DATE)
        assert question.question == real.bundles[bundle].event_date


def test_any_other_question_is_asked_as_the_catalogue_has_it(real):
    assert as_asked(real, (DEATH,), "veteran") is real.facts["veteran"]
    with pytest.raises(KeyError):
        as_asked(real, (DEATH,), "shoe_size")


def test_no_date_is_asked_that_gives_no_step_a_date(small):
    bundle = small.bundle(
        "b", small.step("s", timing=small.timing("P2W", "first_job")), event_date=text("Date", "Date")
    )

    assert small.plan(small.catalogue((bundle,))).next_question is None
