"""Bundles that ask in vain or use what they never ask, and steps that no answers can reach."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.checks.reachability import can_hold
from kiosk.catalogue.conditions import AllOf, Condition, comparisons
from kiosk.catalogue.faults import Fault, Severity
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.conditions import condition_of
from kiosk.catalogue.sources.shapes import BundleShape, FactShape
from kiosk.languages.sentences import sentence

_EVENT_DATE = "event_date"


def condition_faults(sources: Sources) -> Iterator[Fault]:
    """Faults of meaning in conditions, once `reference_faults` finds nothing wrong in their writing."""
    facts = {entry.value.fact: entry.value for entry in sources.facts}
    services = {entry.value.id: entry for entry in sources.services}
    eligibility = {name: condition_of(entry.value.eligibility, facts) for name, entry in services.items()}
    for name, condition in eligibility.items():
        if not can_hold(condition, facts):
            message = sentence(
                "no answers can satisfy this: its conditions contradict each other, or no choice is left"
            )
            yield services[name].fault(message, "eligibility")
    for bundle in sources.bundles:
        yield from _of_bundle(bundle, facts, eligibility)


def _of_bundle(
    entry: Entry[BundleShape], facts: Mapping[str, FactShape], eligibility: Mapping[str, Condition]
) -> Iterator[Fault]:
    bundle = entry.value
    when = {step.id: condition_of(step.when, facts) for step in bundle.steps}
    yield from _questions(entry, when)
    reachable = {name: can_hold(condition, facts) for name, condition in when.items()}
    for index, step in enumerate(bundle.steps):
        if not reachable[step.id]:
            message = sentence(
                "no answers can reach step `{step}`: what `when` asks for contradicts itself", step=step.id
            )
            yield entry.fault(message, "steps", index, "when")
            continue
        if step.service and not can_hold(AllOf((when[step.id], eligibility[step.service])), facts):
            message = sentence(
                "whoever step `{step}` is for can never get `{service}`: compare `when` with the service’s eligibility",
                step=step.id,
                service=step.service,
            )
            yield Fault(entry.at("steps", index, "when"), message, Severity.WARNING)
        for position, earlier in enumerate(step.after):
            if reachable[earlier] and not can_hold(AllOf((when[step.id], when[earlier])), facts):
                message = sentence(
                    "steps `{step}` and `{earlier}` are never in one plan: take `{earlier}` out of `after`",
                    step=step.id,
                    earlier=earlier,
                )
                yield Fault(entry.at("steps", index, "after", position), message, Severity.WARNING)


def _questions(entry: Entry[BundleShape], when: Mapping[str, Condition]) -> Iterator[Fault]:
    bundle = entry.value
    given = {*bundle.questions, *bundle.optional_questions, *bundle.assumed_facts}
    used: set[str] = set()
    for index, step in enumerate(bundle.steps):
        asked: list[str] = sorted({comparison.fact for comparison in comparisons(when[step.id])})
        used.update(asked)
        for fact in asked:
            if fact not in given:
                message = sentence(
                    "step `{step}` depends on `{fact}`, which this bundle neither asks nor assumes: "
                    "add it to questions, optional_questions or assumed_facts",
                    step=step.id,
                    fact=fact,
                )
                yield entry.fault(message, "steps", index, "when")
    for field in ("questions", "optional_questions"):
        names: list[str] = getattr(bundle, field)
        for index, fact in enumerate(names):
            if fact not in used and not (fact == _EVENT_DATE and bundle.event_date):
                message = sentence(
                    "`{fact}` is asked, but no step of this bundle depends on it: take the question out", fact=fact
                )
                yield entry.fault(message, field, *([index] if len(names) > 1 else []))
    asked_of_both = set(bundle.questions) & set(bundle.optional_questions)
    for fact in sorted(asked_of_both):
        message = sentence("`{fact}` is both in questions and in optional_questions: keep it in one", fact=fact)
        yield entry.fault(message, "optional_questions")
    if bundle.event_date and _EVENT_DATE not in bundle.questions:
        message = sentence("this bundle has an event date but does not ask it: add event_date to questions")
        yield entry.fault(message, "questions")
