"""The worked example of docs/planning.md is what planning really says."""

from datetime import date
from pathlib import Path

from kiosk.planning import make_plan
from kiosk.planning.plan import Status

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "planning.md"
DEATH = "death-in-the-family"
ANSWERS = {
    "event_date": date(2026, 1, 5),
    "is_executor": True,
    "deceased_got_cpp_oas": True,
    "cpp_contributor": True,
    "died_at_home_unexpected": False,
    "relation_to_deceased": "child",
    "estate_has_property": True,
    "cannot_pay_funeral": False,
}


def local(name):
    return name.removeprefix(f"{DEATH}/")


def told(plan):
    """The plan as the guide prints it: the steps, the papers, the trips, the fees and the next question."""
    for step in plan.steps:
        if step.status is Status.DOES_NOT_APPLY:
            yield f"    {local(step.id):13} {step.status}: {', '.join(step.reason.facts)}"
            continue
        number = step.number or "-"
        due = f"{step.deadline.kind} {step.deadline.day}" if step.deadline else ""
        after = f"after {', '.join(map(local, step.after))}" if step.after else ""
        yield f"{number!s:>3} {local(step.id):13} {step.status:10} {step.list:10} {due:26} {after}".rstrip()
    for paper in plan.documents:
        source = f"from {local(paper.obtained_from)}" if paper.obtained_from else "to bring"
        yield f"paper {paper.id}: {source}, for {', '.join(map(local, paper.steps))}"
    for visit in plan.visits:
        yield f"trip to {visit.location}: {', '.join(map(local, visit.steps))}"
    yield f"fees {plan.fees.minimum} to {plan.fees.maximum}"
    yield f"next question {plan.next_question}, {plan.questions_left} left, {plan.essential_left} essential"


def test_the_guide_tells_what_the_plan_says(real, small):
    plan = make_plan(real, (DEATH,), ANSWERS, now=small.now)

    _before, _fence, rest = GUIDE.read_text(encoding="utf-8").partition("```text\n")
    printed, _fence, _after = rest.partition("```")

    assert printed.splitlines() == list(told(plan))
