"""The catalogue as planning reads it: each step with what decides it, worked out once for each catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.catalogue.conditions import ALWAYS, AllOf, Answer, Comparison, Condition, FactId, comparisons
from kiosk.catalogue.model import (
    AnchorId,
    Bundle,
    BundleId,
    Catalogue,
    ChannelType,
    DocumentId,
    Fact,
    FactType,
    Requirement,
    Service,
    Step,
    StepLevel,
    StepList,
    Timing,
)
from kiosk.catalogue.text import Text
from kiosk.planning.dates import anchor_of_event, timing_of
from kiosk.planning.known import assumed, derived
from kiosk.planning.papers import PAPER_FACTS, asked_for, certainly_needed
from kiosk.planning.truth import Verdict, evaluate, mentioned, without

FROM_HERE = frozenset({ChannelType.PHONE, ChannelType.TEXT, ChannelType.CHAT, ChannelType.ONLINE, ChannelType.EMAIL})
"""Ways that ask for no trip and no letter; a visit or a form to mail is something to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of one bundle, and what decides it.

    `when` is the step's own condition. `bars` is what is left of its service's conditions once those that nobody may
    hold against the person are gone (see docs/planning.md); `checks` are those, for the office to look at; `whole`
    is everything that decides. `requirements` are the papers it asks for, `needs` those it cannot do without; `after`
    are the rules that come before it. `place` orders the steps of a bundle as the sources do.
    """

    id: str
    bundle: BundleId
    place: int
    step: Step
    service: Service | None
    when: Condition
    bars: Condition
    checks: tuple[Comparison, ...]
    notes: tuple[Text, ...]
    list: StepList
    timing: Timing | None
    whole: Condition
    requirements: tuple[Requirement, ...]
    needs: tuple[DocumentId, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """One catalogue, worked out for planning.

    `possible` are answers that between them make every comparison true and false. `settled_by` are, for each rule, the
    facts that one answer of which settles it, whatever the others.
    """

    catalogue: Catalogue
    rules: Mapping[BundleId, tuple[Rule, ...]]
    event_anchors: Mapping[BundleId, AnchorId]
    assumed: Mapping[FactId, Answer]
    possible: Mapping[FactId, tuple[Answer, ...]]
    settled_by: Mapping[str, frozenset[FactId]]

    def usual(self, language: str) -> dict[FactId, Answer]:
        """What may be taken as known of someone who reads the screen in `language` and has said nothing yet."""
        return {**self.assumed, **derived(self.catalogue.facts, language)}

    def rules_of(self, bundles: Sequence[BundleId]) -> list[Rule]:
        """The steps of `bundles`, in the order of the sources."""
        return [rule for bundle in bundles for rule in self.rules[bundle]]


_books: list[Book] = []
_KEPT = 2  # a catalogue and the one that replaces it


def book_of(catalogue: Catalogue) -> Book:
    """The book of `catalogue`; made once, and kept while the catalogue is in use."""
    for book in _books:
        if book.catalogue is catalogue:
            return book
    book = written_from(catalogue)
    _books.append(book)
    del _books[:-_KEPT]
    return book


def written_from(catalogue: Catalogue) -> Book:
    """Work `catalogue` out for planning."""
    anchors = {bundle.id: anchor_of_event(bundle) for bundle in catalogue.bundles.values()}
    rules = {bundle.id: tuple(_rules(bundle, catalogue)) for bundle in catalogue.bundles.values()}
    every = [rule for group in rules.values() for rule in group]
    possible = _possible_answers(catalogue.facts, [rule.whole for rule in every])
    return Book(
        catalogue=catalogue,
        rules=rules,
        event_anchors={bundle: anchor for bundle, anchor in anchors.items() if anchor},
        assumed=assumed(catalogue.facts),
        possible=possible,
        settled_by={rule.id: frozenset(_settling_alone(rule.whole, catalogue.facts, possible)) for rule in every},
    )


def _rules(bundle: Bundle, catalogue: Catalogue) -> Iterator[Rule]:
    for place, step in enumerate(bundle.steps):
        service = catalogue.services[step.service] if step.service else None
        eligibility = service.eligibility if service else ALWAYS
        bars, checks = _what_may_bar(bundle, step, eligibility, catalogue.facts)
        conditions = (*comparisons(step.when), *comparisons(eligibility))
        timing = timing_of(step, service, anchor_of_event(bundle))
        requirements = asked_for(step, service)
        yield Rule(
            id=f"{bundle.id}/{step.id}",
            bundle=bundle.id,
            place=place,
            step=step,
            service=service,
            when=step.when,
            bars=bars,
            checks=checks,
            notes=tuple(comparison.note for comparison in conditions if comparison.note),
            list=_list_of(step, service, timing),
            timing=timing,
            whole=AllOf((*_parts(step.when), *_parts(bars))),
            requirements=requirements,
            needs=certainly_needed(service, requirements),
            after=tuple(f"{bundle.id}/{earlier}" for earlier in step.after),
        )


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def _what_may_bar(
    bundle: Bundle, step: Step, eligibility: Condition, facts: Mapping[FactId, Fact]
) -> tuple[Condition, tuple[Comparison, ...]]:
    """The part of `eligibility` that may rule the step out, and the comparisons left to the office.

    The editors of a bundle know its situation better than the service's general rule: what the step's `when` already
    speaks of is settled there. A paper that a person lacks can be had, so it bars nobody. And what the bundle does not
    ask at this level (optional questions are for steps that one may take) is not held against anyone.
    """
    asked = set(bundle.questions) | (set(bundle.optional_questions) if step.level is StepLevel.MAY else set())
    settled_by_step = mentioned(step.when) | PAPER_FACTS

    def is_asked(fact: FactId) -> bool:
        return fact in asked or (fact in facts and (facts[fact].default is not None or bool(facts[fact].derived_from)))

    def is_dropped(comparison: Comparison) -> bool:
        return not comparison.required or comparison.fact in settled_by_step or not is_asked(comparison.fact)

    checks = tuple(
        comparison
        for comparison in comparisons(eligibility)
        if comparison.required and comparison.fact not in settled_by_step and not is_asked(comparison.fact)
    )
    return without(eligibility, is_dropped), checks


def _list_of(step: Step, service: Service | None, timing: Timing | None) -> StepList:
    """The editors' list; else by itself what needs no application; to know what one may ask on the spot, any day."""
    if step.shown_in:
        return step.shown_in
    if service and (service.automatic or set(service.channels) == {ChannelType.AUTOMATIC}):
        return StepList.AUTOMATIC
    if step.level is StepLevel.MAY and timing is None and _only_informs(service):
        return StepList.TO_KNOW
    return StepList.TO_DO


def _only_informs(service: Service | None) -> bool:
    if service is None:
        return False
    asks_for_papers = any(requirement.certain for requirement in service.requirements)
    return not asks_for_papers and not service.produces and FROM_HERE.issuperset(service.channels)


def _settling_alone(
    condition: Condition, facts: Mapping[FactId, Fact], possible: Mapping[FactId, Sequence[Answer]]
) -> Iterator[FactId]:
    for fact in mentioned(condition):
        answers = possible.get(fact, ())
        if any(evaluate(condition, {fact: answer}, facts) is not Verdict.UNKNOWN for answer in answers):
            yield fact


def _possible_answers(
    facts: Mapping[FactId, Fact], conditions: Sequence[Condition]
) -> dict[FactId, tuple[Answer, ...]]:
    limits: dict[FactId, set[int]] = {}
    for condition in conditions:
        for comparison in comparisons(condition):
            if isinstance(comparison.value, int):
                limits.setdefault(comparison.fact, set()).add(comparison.value)
    return {fact.id: tuple(_answers_to(fact, limits.get(fact.id, set()))) for fact in facts.values()}


def _answers_to(fact: Fact, limits: set[int]) -> Iterator[Answer]:
    """Answers that between them can make every comparison of the catalogue true and false."""
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE | FactType.MONEY_BAND:
            yield from (choice.value for choice in fact.choices)
        case FactType.SEVERAL:
            yield from (frozenset([choice.value]) for choice in fact.choices)
        case FactType.NUMBER:
            yield from sorted({near for limit in limits for near in (limit - 1, limit, limit + 1) if near >= 0})
        case FactType.DATE:
            return
