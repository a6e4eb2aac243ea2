"""`guichet plan`: the plan for one or several bundles, in words or as JSON."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from kiosk.catalogue.model import StepList
from kiosk.cli.options import Asked, plan_asked, plan_options
from kiosk.cli.spoken import command, option
from kiosk.cli.tongue import words_in
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.wording.channels import channel_name
from kiosk.wording.steps import because, cost, due, service_of


@command("plan")
@plan_options
@option("--json", "as_json", is_flag=True, help="The whole plan, for programs.")
def plan_command(
    bundles: tuple[str, ...],
    answers: tuple[str, ...],
    event_date: str | None,
    on: str | None,
    lang: str | None,
    as_shipped: bool,
    as_json: bool,
) -> None:
    """Say what to do, in what order, by when and with which papers, in the situations BUNDLE..."""
    asked = plan_asked(bundles, answers, event_date, on, lang, as_shipped=as_shipped)
    click.echo(json.dumps(as_values(asked), ensure_ascii=False, indent=2) if as_json else "\n".join(in_words(asked)))


def as_values(asked: Asked) -> dict[str, Any]:
    """The plan as JSON takes it. Ids are those of the sources; a step's own id stands alone where only one step of the
    plan has it, else with its bundle before it. A step brought in for a paper has its service's id.
    """
    plan, catalogue = asked.plan, asked.catalogue
    name = _names(plan)
    return {
        "bundles": list(plan.bundles),
        "catalogue": {"version": catalogue.version, "date": catalogue.day.isoformat()},
        "steps": [_step(asked, step, name) for step in plan.steps],
        "documents": [
            {
                "id": paper.id,
                "name": catalogue.documents[paper.id].name.to(asked.language),
                "form": paper.form,
                "certain": paper.certain,
                "instead": list(paper.instead),
                "steps": [name(step) for step in paper.steps],
                "obtained_from": name(paper.obtained_from) if paper.obtained_from else None,
            }
            for paper in plan.documents
        ],
        "visits": [
            {"location": visit.location, "steps": [name(step) for step in visit.steps], "distance_m": visit.distance_m}
            for visit in plan.visits
        ],
        "fees": {
            "currency": plan.fees.currency,
            "minimum": float(plan.fees.minimum),
            "maximum": float(plan.fees.maximum),
            "unknown": [name(step) for step in plan.fees.unknown],
        },
        "next_question": plan.next_question,
        "questions_left": plan.questions_left,
    }


def in_words(asked: Asked) -> list[str]:
    """The plan as lines to read: what to do, what is good to know, what happens by itself, and what to bring."""
    messages = words_in(asked.language)
    today = asked.now.date()
    lines = [*_situations(asked), ""]
    for which, heading in (
        (StepList.TO_DO, messages.gettext("To do")),
        (StepList.TO_KNOW, messages.gettext("Good to know")),
        (StepList.AUTOMATIC, messages.gettext("Happens by itself")),
    ):
        steps = [s for s in asked.plan.steps if s.list is which and s.status is not Status.DOES_NOT_APPLY]
        if steps:
            lines += [heading, *(line for step in steps for line in _lines(asked, step, today)), ""]
    if asked.plan.documents:
        lines += [messages.gettext("What to bring")]
        names = (asked.catalogue.documents[paper.id].name for paper in asked.plan.documents)
        lines += [f"  - {name.to(asked.language)}" for name in names]
        lines += [""]
    if asked.plan.next_question:
        question = asked.catalogue.facts[asked.plan.next_question].question.to(asked.language)
        lines += [messages.gettext("Worth asking next: {question}").format(question=question), ""]
    return lines[:-1]


def _situations(asked: Asked) -> list[str]:
    return [asked.catalogue.bundles[bundle].name.to(asked.language) for bundle in asked.plan.bundles]


def _lines(asked: Asked, step: PlannedStep, today: date) -> list[str]:
    messages = words_in(asked.language)
    number = f"{step.number:>2}. " if step.number else "  - "
    ways = " / ".join(channel_name(messages, channel.type) for channel in step.channels)
    about = [due(messages, step.deadline, today), cost(messages, service_of(asked.catalogue, step)), ways]
    lines = [f"{number}{step.title.to(asked.language)}"]
    if details := " · ".join(part for part in about if part):
        lines.append(f"    {details}")
    if step.status is Status.MAY_APPLY:
        lines.append(f"    {messages.gettext('May be for you: ask')}. {_why(asked, step)}".rstrip())
    return lines


def _why(asked: Asked, step: PlannedStep) -> str:
    return because(words_in(asked.language), step, asked.catalogue.facts, asked.plan)


def _step(asked: Asked, step: PlannedStep, name: Callable[[str], str]) -> dict[str, Any]:
    service = service_of(asked.catalogue, step)
    deadline = step.deadline
    return {
        "id": name(step.id),
        "bundle": step.bundle,
        "service": step.service,
        "name": step.title.to(asked.language),
        "service_name": service.name.to(asked.language) if service else None,
        "status": step.status,
        "level": step.level,
        "list": step.list,
        "number": step.number or None,
        "after": [name(other) for other in step.after],
        "deadline": deadline.day.isoformat() if deadline else None,
        "deadline_kind": deadline.kind if deadline else None,
        "deadline_first": deadline.first.isoformat() if deadline and deadline.first else None,
        "deadline_missed": deadline.missed if deadline else False,
        "because": _why(asked, step),
        "because_facts": list(step.reason.facts),
        "channels": [
            {"type": channel.type, "recommended": channel.recommended, "reason": channel.reason}
            for channel in step.channels
        ],
        "location": step.location,
        "documents": list(step.documents),
    }


def _names(plan: Plan) -> Callable[[str], str]:
    own = {step.id: step.step or step.service or step.id for step in plan.steps}
    taken = list(own.values())
    return lambda step_id: own[step_id] if taken.count(own[step_id]) == 1 else step_id
