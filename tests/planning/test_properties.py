"""What must hold of every plan, whatever a person answers, on the real catalogue."""

from datetime import date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.model import DependencyKind
from kiosk.planning import Here, make_plan
from kiosk.planning.book import book_of
from kiosk.planning.known import CONCLUSIONS
from kiosk.planning.papers import PAPERS
from kiosk.planning.plan import Status
from kiosk.planning.truth import mentioned

NOW = datetime(2026, 1, 12, 10, 0, tzinfo=ZoneInfo("America/Halifax"))
HERE = Here(44.6488, -63.5752)


def plan_of(catalogue, bundles, answers, skipped=frozenset()):
    return make_plan(catalogue, bundles, answers, now=NOW, here=HERE, skipped=skipped)


def what_a_person_would_notice(plan):
    """All of a plan but the wording of its reasons, and what it leaves out."""
    steps = [
        (s.id, s.status, s.level, s.list, s.number, s.after, s.deadline, s.channels, s.location, s.documents)
        for s in plan.steps
        if s.status is not Status.DOES_NOT_APPLY
    ]
    return steps, plan.documents, plan.visits, plan.fees


def asked_by(catalogue, bundles):
    chosen = [catalogue.bundles[bundle] for bundle in bundles]
    return list(dict.fromkeys(f for b in chosen for f in (*b.questions, *b.optional_questions) if f != "event_date"))


def of_one_mind(answers):
    """A person does not contradict themselves: no children, so none under six."""
    for _pass in CONCLUSIONS:
        for conclusion in CONCLUSIONS:
            if conclusion.then in answers and answers.get(conclusion.fact) == conclusion.answer:
                answers[conclusion.then] = conclusion.is_so
    return answers


@st.composite
def situations(draw, catalogue, most=3):
    """Some bundles, and a person who could answer everything that they ask."""
    bundles = tuple(draw(st.lists(st.sampled_from(sorted(catalogue.bundles)), min_size=1, max_size=most, unique=True)))
    possible = book_of(catalogue).possible
    answers = {fact: draw(st.sampled_from(possible[fact])) for fact in asked_by(catalogue, bundles)}
    day = st.dates(NOW.date() - timedelta(days=500), NOW.date() + timedelta(days=300))
    for fact in ("event_date", *(f"event_date@{bundle}" for bundle in bundles[1:])):
        answers[fact] = draw(day)
    return bundles, of_one_mind(answers)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_answering_more_never_brings_a_step_back_unless_its_own_condition_speaks_of_it(real, data):
    bundles, person = data.draw(situations(real))
    order = data.draw(st.permutations(sorted(person)))
    book = book_of(real)
    speaks_of = {rule.id: mentioned(rule.whole) for bundle in bundles for rule in book.rules[bundle]}

    answers = {}
    before = plan_of(real, bundles, answers)
    for fact in order[:12]:
        answers[fact] = person[fact]
        after = plan_of(real, bundles, answers)
        ruled_out = {step.id for step in before.steps if step.status is Status.DOES_NOT_APPLY}
        for step in after.steps:
            if step.id in ruled_out and step.status is not Status.DOES_NOT_APPLY:
                assert fact in speaks_of[step.id]
                assert fact in book.usual("en")
        before = after


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_order_never_breaks_a_dependency(real, data):
    bundles, person = data.draw(situations(real))
    said = data.draw(st.sets(st.sampled_from(sorted(person))))

    plan = plan_of(real, bundles, {fact: person[fact] for fact in said})

    present = [step for step in plan.steps if step.status is not Status.DOES_NOT_APPLY]
    position = {name: place for place, step in enumerate(present) for name in (step.id, *step.also)}
    by_service = {step.service: place for place, step in enumerate(present) if step.service}
    for place, step in enumerate(present):
        assert all(position[earlier] < place for earlier in step.after)
        for name in (step.id,):
            bundle, _slash, local = name.partition("/")
            written = {s.id: s for s in real.bundles[bundle].steps} if local else {}
            for earlier in written[local].after if local else ():
                assert position.get(f"{bundle}/{earlier}", -1) <= place
        for need in real.services[step.service].depends_on if step.service else ():
            if need.kind is DependencyKind.MUST and not is_carried(need.document):
                assert by_service.get(need.service, -1) <= place


def is_carried(document):
    return any(paper.document == document and paper.carried for paper in PAPERS)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_asking_only_what_is_offered_gives_the_plan_of_answering_everything(real, data):
    bundles, person = data.draw(situations(real))

    answers = {}
    plan = plan_of(real, bundles, answers)
    while plan.next_question:
        assert plan.next_question not in answers
        answers[plan.next_question] = person[plan.next_question]
        plan = plan_of(real, bundles, answers)

    assert what_a_person_would_notice(plan) == what_a_person_would_notice(plan_of(real, bundles, person))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_question_offered_can_change_the_plan(real, data):
    bundles, person = data.draw(situations(real, most=2))
    said = data.draw(st.sets(st.sampled_from(sorted(person))))
    answers = {fact: person[fact] for fact in said}

    plan = plan_of(real, bundles, answers)

    if plan.next_question:
        noticed = what_a_person_would_notice(plan)
        days = [NOW.date() + timedelta(days=days) for days in (-40, 40)]
        possible = book_of(real).possible.get(plan.next_question) or days
        changed = [plan_of(real, bundles, {**answers, plan.next_question: answer}) for answer in possible]
        assert any(what_a_person_would_notice(other) != noticed for other in changed)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_not_being_sure_of_anything_ends_the_questions_and_loses_no_step(real, data):
    bundles, _person = data.draw(situations(real))
    at_first = plan_of(real, bundles, {})

    skipped = set()
    plan = at_first
    while plan.next_question:
        skipped.add(plan.next_question)
        plan = plan_of(real, bundles, {}, frozenset(skipped))

    assert plan.questions_left == plan.essential_left == 0
    assert what_a_person_would_notice(plan) == what_a_person_would_notice(at_first)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_service_and_a_paper_and_a_number_come_once(real, data):
    bundles, person = data.draw(situations(real))
    said = data.draw(st.sets(st.sampled_from(sorted(person))))

    plan = plan_of(real, bundles, {fact: person[fact] for fact in said})

    services = [s.service for s in plan.steps if s.service and s.status is not Status.DOES_NOT_APPLY]
    assert len(services) == len(set(services))
    assert len(plan.documents) == len({document.id for document in plan.documents})
    assert [step.number for step in plan.to_do()] == list(range(1, len(plan.to_do()) + 1))
    assert len(plan.steps) == len({step.id for step in plan.steps})
    named = {name for step in plan.steps for name in (step.id, *step.also)}
    assert named >= {f"{bundle}/{step.id}" for bundle in bundles for step in real.bundles[bundle].steps}


@pytest.mark.parametrize("count", [1, 2])
def test_every_bundle_and_pair_of_bundles_makes_a_plan(real, count):
    for bundles in combinations(sorted(real.bundles), count):
        plan = plan_of(real, bundles, {"event_date": date(2026, 1, 5)})

        assert plan.to_do(), bundles
