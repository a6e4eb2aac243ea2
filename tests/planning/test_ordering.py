from datetime import date

from kiosk.catalogue.model import TimingKind
from kiosk.catalogue.text import text
from kiosk.planning.plan import Status

DATE = text("Date", "Date")


def order(plan):
    return [step.step or step.id for step in plan.to_do()]


def test_what_one_step_gives_and_another_needs_comes_first(small):
    steps = [small.step(name, name) for name in ("passport", "certificate", "registration")]
    catalogue = small.catalogue(
        (small.bundle("baby", *steps),),
        small.service("passport", needs=("certificate",)),
        small.service("certificate", gives=("certificate",), depends_on=(small.on("registration"),)),
        small.service("registration", gives=("record",)),
    )

    assert order(small.plan(catalogue)) == ["registration", "certificate", "passport"]


def test_a_service_that_only_helps_holds_nothing_up(small):
    catalogue = small.catalogue(
        (small.bundle("job", small.step("claim", "claim"), small.step("record", "record")),),
        small.service("claim", needs=("record",), depends_on=(small.on("record", "helps", "record"),)),
        small.service("record", gives=("record",)),
    )

    assert order(small.plan(catalogue)) == ["claim", "record"]


def test_a_step_that_is_not_in_the_plan_holds_nothing_up(small):
    steps = (small.step("first", when=small.where("ill", True)), small.step("second", after=("first",)))
    catalogue = small.catalogue((small.bundle("b", *steps, asks="ill"),), small.fact("ill"))

    plan = small.plan(catalogue, {"ill": False})

    assert plan.step("b/second").after == ()
    assert small.plan(catalogue).step("b/second").after == ("b/first",)


def test_urgent_things_come_first_and_what_they_wait_for_is_as_urgent(small):
    steps = (
        small.step("next-month", timing=small.timing("P30D")),
        small.step("next-week", timing=small.timing("P7D"), after=("form",)),
        small.step("at-once", timing=small.timing("PT1H", "now")),
        small.step("form"),
    )
    catalogue = small.catalogue((small.bundle("b", *steps, event_date=DATE),))

    plan = small.plan(catalogue, {"event_date": date(2026, 1, 12)})

    assert order(plan) == ["at-once", "form", "next-week", "next-month"]


def test_without_a_date_what_one_must_do_stands_among_what_is_soon(small):
    steps = (
        small.step("some-day", level="may"),
        small.step("in-a-year", timing=small.timing("P1Y")),
        small.step("advised"),
        small.step("needed", level="must"),
        small.step("this-week", level="may", timing=small.timing("P7D")),
    )
    catalogue = small.catalogue((small.bundle("b", *steps, event_date=DATE),))

    plan = small.plan(catalogue, {"event_date": date(2026, 1, 12)})

    assert order(plan) == ["this-week", "needed", "advised", "in-a-year", "some-day"]


def test_what_surely_applies_comes_before_what_may_on_the_same_day(small):
    steps = (
        small.step("perhaps", level="must", when=small.where("ill", True), timing=small.timing("P7D", "now")),
        small.step("surely", timing=small.timing("P7D", "now")),
    )
    catalogue = small.catalogue((small.bundle("b", *steps, asks="ill"),), small.fact("ill"))

    assert order(small.plan(catalogue)) == ["surely", "perhaps"]


def test_what_opens_later_stands_where_it_opens(small):
    steps = (
        small.step("divorce", timing=small.timing("P12M", kind=TimingKind.EARLIEST)),
        small.step("papers", timing=small.timing("P11M")),
    )
    catalogue = small.catalogue((small.bundle("b", *steps, event_date=DATE),))

    assert order(small.plan(catalogue, {"event_date": date(2026, 1, 12)})) == ["papers", "divorce"]


def test_a_circle_gives_way_to_what_the_bundle_says(small):
    steps = (small.step("chicken", "chicken"), small.step("egg", "egg", after=("chicken",)))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("chicken", needs=("egg",), gives=("chicken",)),
        small.service("egg", gives=("egg",)),
    )

    plan = small.plan(catalogue)

    assert order(plan) == ["chicken", "egg"]
    assert plan.step("b/chicken").after == ()


def test_a_paper_that_everyone_carries_holds_up_only_who_lacks_it(small):
    steps = (small.step("benefit", "benefit"), small.step("number", "number"))
    catalogue = small.catalogue(
        (small.bundle("baby", *steps, asks="has_sin"),),
        small.service("benefit", needs=("sin",), depends_on=(small.on("number", paper="sin"),)),
        small.service("number", gives=("sin",)),
        small.fact("has_sin"),
    )

    assert order(small.plan(catalogue, {"has_sin": True})) == ["benefit", "number"]
    assert order(small.plan(catalogue, {"has_sin": False})) == ["number", "benefit"]


def test_what_does_not_apply_comes_last_as_written(small):
    steps = [small.step(name, when=small.where("ill", True)) for name in ("b", "a")]
    catalogue = small.catalogue((small.bundle("b", *steps, small.step("c"), asks="ill"),), small.fact("ill"))

    plan = small.plan(catalogue, {"ill": False})

    assert [step.step for step in plan.steps] == ["c", "b", "a"]
    assert [step.status for step in plan.steps[1:]] == [Status.DOES_NOT_APPLY] * 2
