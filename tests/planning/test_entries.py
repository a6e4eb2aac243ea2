from datetime import date

from kiosk.catalogue.model import StepLevel, StepList
from kiosk.catalogue.text import text
from kiosk.planning.plan import Because, Status

DATE = text("Date", "Date")


def two_bundles(small, first, second, *parts, **more):
    return small.catalogue((small.bundle("one", first, **more), small.bundle("two", second, **more)), *parts)


def test_a_service_that_two_bundles_ask_for_comes_once_with_the_stronger_claim(small):
    advised = small.step("advised", "help", timing=small.timing("P7D", "now"))
    needed = small.step("needed", "help", level="must", timing=small.timing("P30D", "now"))
    catalogue = two_bundles(small, advised, needed, small.service("help"))

    (step,) = small.plan(catalogue).steps

    assert (step.id, step.also) == ("two/needed", ("one/advised",))
    assert (step.level, step.deadline.day) == (StepLevel.MUST, date(2026, 1, 19))


def test_a_step_that_only_may_apply_adds_nothing_to_one_that_does(small):
    perhaps = small.step("perhaps", "help", level="must", when=small.where("ill", True))
    surely = small.step("surely", "help", level="may", timing=small.timing("P30D", "now"))
    catalogue = two_bundles(small, perhaps, surely, small.service("help"), small.fact("ill"))

    (step,) = small.plan(catalogue).steps

    assert (step.id, step.status, step.level) == ("two/surely", Status.APPLIES, StepLevel.MAY)


def test_one_step_for_two_errands_asks_for_the_papers_of_both(small):
    cancel = small.step("cancel", "card", papers=(), say=text("Cancel it", "Annulez-la"))
    rename = small.step("rename", "card", papers=("marriage",))
    apply = small.step("apply", "card", when=small.where("new", True))
    catalogue = small.catalogue(
        (small.bundle("one", cancel), small.bundle("two", rename), small.bundle("three", apply)),
        small.service("card", needs=("birth",)),
        small.fact("new"),
        small.paper("marriage"),
    )

    plan = small.plan(catalogue)

    assert [(step.id, step.say.to("en")) for step in plan.steps] == [("one/cancel", "Cancel it")]
    assert {paper.id: paper.certain for paper in plan.documents} == {"marriage": True, "birth": False}


def test_a_step_ruled_out_is_no_loss_when_another_brings_its_service(small):
    quit_ = small.step("quit", "benefit", when=small.where("quit", True))
    laid_off = small.step("laid-off", "benefit", when=small.where("quit", False))
    other = small.step("other", when=small.where("quit", True))
    catalogue = small.catalogue(
        (small.bundle("job", quit_, laid_off, other, asks="quit"),), small.service("benefit"), small.fact("quit")
    )

    plan = small.plan(catalogue, {"quit": False})

    assert plan.step("job/quit").reason.because is Because.ALREADY_IN_PLAN
    assert plan.step("job/other").reason.because is Because.ANSWERS


def test_a_paper_that_is_missing_brings_in_the_service_that_gives_it(small):
    steps = (small.step("benefit", "benefit", level="must"), small.step("other", "other"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps, asks="has_sin"),),
        small.service("benefit", needs=("sin",)),
        small.service("other", needs=("sin",)),
        small.service("sin-apply", gives=("sin",)),
        small.paper("sin", "sin-apply"),
        small.fact("has_sin"),
    )

    plan = small.plan(catalogue, {"has_sin": False})

    first = plan.to_do()[0]
    assert (first.id, first.step, first.level) == ("sin-apply", None, StepLevel.MUST)
    assert (first.reason.because, first.reason.facts) == (Because.NEEDED_PAPER, ("has_sin",))
    assert plan.step("b/benefit").after == ("sin-apply",)
    assert plan.documents[0].obtained_from == "sin-apply"
    for answers in ({}, {"has_sin": True}):
        assert [step.id for step in small.plan(catalogue, answers).steps] == ["b/benefit", "b/other"]


def test_a_paper_brings_in_the_paper_behind_it_once(small):
    catalogue = small.catalogue(
        (small.bundle("b", small.step("s", "grant")),),
        small.service("grant", needs=("business-number", "notice-of-assessment")),
        small.service("number", gives=("business-number",), needs=("notice-of-assessment",)),
        small.service("taxes", gives=("notice-of-assessment",), needs=("business-number",)),
        small.paper("business-number", "number"),
        small.paper("notice-of-assessment", "taxes"),
    )

    plan = small.plan(catalogue, {"has_business_number": False, "filed_taxes": False})

    assert {step.id for step in plan.steps} == {"b/s", "number", "taxes"}
    assert plan.to_do()[-1].id == "b/s"


def test_a_step_that_only_may_apply_brings_no_paper_in(small):
    perhaps = small.step("s", "benefit", when=small.where("ill", True))
    catalogue = small.catalogue(
        (small.bundle("b", perhaps, asks="ill"),),
        small.service("benefit", needs=("sin",)),
        small.service("sin-apply", gives=("sin",)),
        small.paper("sin", "sin-apply"),
        small.fact("ill"),
    )

    assert [step.id for step in small.plan(catalogue, {"has_sin": False}).steps] == ["b/s"]


def test_a_lost_wallet_brings_nothing_in_that_a_number_known_by_heart_replaces(real, small):
    lost = {"lost_items": frozenset({"sin"}), "event_date": date(2026, 1, 10)}

    plan = small.plan(real, lost, bundles=("lost-wallet", "losing-a-job"))

    assert "sin-apply" not in {step.service for step in plan.steps}


def test_the_list_follows_the_nature_of_the_service_unless_the_editors_say(small):
    steps = (
        small.step("paid", "paid"),
        small.step("line", "line", level="may"),
        small.step("line-soon", "line-soon", level="may", timing=small.timing("P7D", "now")),
        small.step("visit", "visit", level="may"),
        small.step("form", "form", level="may"),
        small.step("advised", "advised"),
        small.step("told", "told", shown_in=StepList.TO_KNOW),
    )
    services = (
        small.service("paid", "online mail automatic", automatic=True),
        small.service("line", "phone text"),
        small.service("line-soon", "phone"),
        small.service("visit", "phone in_person"),
        small.service("form", "phone", needs=("photo-id",)),
        small.service("advised", "phone"),
        small.service("told", "phone"),
    )
    catalogue = small.catalogue((small.bundle("b", *steps),), *services)

    lists = {step.step: step.list for step in small.plan(catalogue).steps}

    assert {name for name, chosen in lists.items() if chosen is StepList.AUTOMATIC} == {"paid"}
    assert {name for name, chosen in lists.items() if chosen is StepList.TO_KNOW} == {"line", "told"}


def test_a_service_that_is_surely_not_for_this_person_is_not_brought_in_and_that_is_asked(small):
    catalogue = small.catalogue(
        (small.bundle("b", small.step("s", "benefit"), asks="has_sin resident"),),
        small.service("benefit", needs=("sin",)),
        small.service("sin-apply", gives=("sin",), eligibility=small.where("resident", True)),
        small.paper("sin", "sin-apply"),
        small.fact("has_sin"),
        small.fact("resident"),
    )

    unsure = small.plan(catalogue, {"has_sin": False})
    visitor = small.plan(catalogue, {"has_sin": False, "resident": False})

    assert (len(unsure.steps), unsure.next_question) == (2, "resident")
    assert [step.id for step in visitor.steps] == ["b/s"]
    assert small.plan(catalogue, {"resident": False}).next_question is None
