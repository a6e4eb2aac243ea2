import pytest

from kiosk.catalogue.conditions import AnyOf, FactId, Operator
from kiosk.catalogue.model import Choice, Fact, FactType, StepLevel
from kiosk.catalogue.text import text
from kiosk.planning import Preferences
from kiosk.planning.plan import Because, Status


@pytest.fixture
def stands(small):
    """How one step stands: `when` is the step's, `eligible` its service's, `asks` what its bundle asks."""

    def stands(answers, *, when=small.always, eligible=small.always, asks="", may_ask="", level="should", facts=()):
        service = small.service("help", eligibility=eligible)
        bundle = small.bundle("b", small.step("s", "help", when=when, level=level), asks=asks, may_ask=may_ask)
        named = {*asks.split(), *may_ask.split()} - {fact.id for fact in facts}
        catalogue = small.catalogue((bundle,), service, *facts, *(small.fact(name) for name in named))
        return small.plan(catalogue, answers).step("b/s")

    return stands


@pytest.mark.parametrize(
    ("answers", "status", "because"),
    [
        ({}, Status.MAY_APPLY, Because.NOT_KNOWN),
        ({"veteran": True}, Status.APPLIES, Because.ANSWERS),
        ({"veteran": False}, Status.DOES_NOT_APPLY, Because.ANSWERS),
    ],
)
def test_a_step_stands_as_its_condition_does_and_names_the_fact(stands, small, answers, status, because):
    step = stands(answers, when=small.where("veteran", True), asks="veteran")

    assert (step.status, step.reason.because, step.reason.facts) == (status, because, ("veteran",))


def test_a_step_without_condition_always_applies(stands):
    assert stands({}).reason.because is Because.ALWAYS


def test_a_service_for_others_rules_the_step_out_when_the_bundle_asks(stands, small):
    step = stands({"member": False}, eligible=small.where("member", True), asks="member")

    assert (step.status, step.reason.facts) == (Status.DOES_NOT_APPLY, ("member",))


def test_what_the_bundle_does_not_ask_is_left_to_the_office(stands, small):
    eligible = small.where("age", 19, Operator.AT_LEAST, note=text("Younger people: ask", "Plus jeunes : demandez"))

    for answers in ({}, {"age": 12}):
        step = stands(answers, eligible=eligible)
        assert (step.status, step.reason.check) == (Status.APPLIES, ("age",))
        assert step.reason.notes == (text("Younger people: ask", "Plus jeunes : demandez"),)


def test_what_the_office_will_look_at_is_not_said_once_it_is_known_to_hold(stands, small):
    step = stands({"age": 30}, eligible=small.where("age", 19, Operator.AT_LEAST))

    assert step.reason.check == ()


def test_the_step_has_the_last_word_on_what_its_own_condition_speaks_of(stands, small):
    step = stands(
        {"job_end": "quit"},
        when=small.where("job_end", ["quit"], Operator.IN),
        eligible=small.where("job_end", ["laid_off"], Operator.IN),
        asks="job_end",
        facts=(small.fact("job_end", FactType.CHOICE, "quit laid_off"),),
    )

    assert step.status is Status.APPLIES


def test_a_paper_that_one_lacks_can_be_had_and_bars_nobody(stands, small):
    step = stands({"has_health_card": False}, eligible=small.where("has_health_card", True), asks="has_health_card")

    assert step.status is Status.APPLIES


@pytest.mark.parametrize(("level", "status"), [("should", Status.APPLIES), ("may", Status.DOES_NOT_APPLY)])
def test_optional_questions_are_held_against_optional_steps_only(stands, small, level, status):
    step = stands({"tenant": False}, eligible=small.where("tenant", True), may_ask="tenant", level=level)

    assert step.level is StepLevel(level)
    assert step.status is status


def test_what_is_usual_but_not_required_bars_nobody(stands, small):
    step = stands({"member": False}, eligible=small.where("member", True, required=False), asks="member")

    assert (step.status, step.reason.check) == (Status.APPLIES, ())


def test_one_of_several_ways_in_that_nobody_asks_about_keeps_the_door_open(stands, small):
    either = AnyOf((small.where("gets_pension", True), small.where("member", True)))

    assert stands({"member": False}, eligible=either, asks="member").status is Status.APPLIES


def test_what_is_assumed_holds_until_the_person_says_otherwise(stands, small):
    local = small.fact("local", default=True)
    when = small.where("local", True)

    assert stands({}, when=when, facts=(local,)).reason.because is Because.ALWAYS
    assert stands({"local": False}, when=when, facts=(local,)).status is Status.DOES_NOT_APPLY


def test_an_income_across_the_limit_perhaps_applies(stands, small):
    band = Choice("26000", text("", ""), 10_001, 26_000)
    income = Fact(FactId("income"), FactType.MONEY_BAND, text("", ""), text("", ""), True, choices=(band,))

    step = stands(
        {"income": "26000"}, when=small.where("income", 15_000, Operator.BELOW), asks="income", facts=(income,)
    )

    assert (step.status, step.reason.because) == (Status.MAY_APPLY, Because.PERHAPS_LIMIT)
    assert step.reason.facts == ("income",)


def test_preferring_not_to_say_costs_nothing_and_is_not_asked_again(small):
    identity = small.fact("identity", FactType.CHOICE, "metis no skip")
    step = small.step("s", "help", when=small.where("identity", ["metis"], Operator.IN))
    catalogue = small.catalogue((small.bundle("b", step, asks="identity"),), small.service("help"), identity)

    plan = small.plan(catalogue, {"identity": "skip"})

    assert plan.step("b/s").status is Status.MAY_APPLY
    assert plan.next_question is None


def test_french_on_the_screen_is_french_wanted_unless_the_person_says_otherwise(real, small):
    def school(answers, language):
        plan = small.plan(
            real,
            {"child_school_age": True, **answers},
            bundles=("moving-house",),
            preferences=Preferences(None, language),
        )
        return plan.step("moving-house/ecole").status

    assert school({}, "fr") is Status.APPLIES
    assert school({}, "en") is Status.DOES_NOT_APPLY
    assert school({"prefers_french": True}, "en") is Status.APPLIES


@pytest.mark.parametrize(
    ("level", "other", "kept"),
    [("may", True, False), ("should", True, False), ("must", True, True), ("should", False, True)],
)
def test_a_step_that_can_be_reached_in_no_way_stays_only_where_it_must_or_nothing_else_is(small, level, other, kept):
    steps = [small.step("closed", "shut", level=level), *([small.step("open", "help")] if other else [])]
    catalogue = small.catalogue((small.bundle("b", *steps),), small.service("shut", ""), small.service("help"))

    ids = [step.id for step in small.plan(catalogue).to_do()]

    assert ("b/closed" in ids) is kept
    assert ("b/open" in ids) is other


def test_nothing_is_asked_for_a_step_that_has_closed(small):
    closed = small.step("closed", "shut", when=small.where("veteran", True))
    bundle = small.bundle("b", closed, small.step("open", "help"), asks="veteran")
    catalogue = small.catalogue((bundle,), small.service("shut", ""), small.service("help"), small.fact("veteran"))

    assert small.plan(catalogue).next_question is None
