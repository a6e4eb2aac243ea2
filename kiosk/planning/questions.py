"""Which questions are worth asking: those whose answer can change the plan, the weightiest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kiosk.catalogue.conditions import ALWAYS, Condition, FactId
from kiosk.catalogue.model import AnchorId, BundleId, Catalogue, DocumentId, Fact, StepLevel, StepList
from kiosk.planning.book import Book, Rule, book_of
from kiosk.planning.dates import dated_by, event_date_facts
from kiosk.planning.entries import LEVEL_RANK, Entry, Groups, gives, is_in_plan, outcome, refusal
from kiosk.planning.known import EVENT_DATE
from kiosk.planning.papers import PAPERS, service_replacing
from kiosk.planning.plan import Answers, Status
from kiosk.planning.standing import Standing
from kiosk.planning.truth import Known, Verdict, evaluate, unsettled

_SETTLED = frozenset({Verdict.YES, Verdict.NO})
_REFUSED = frozenset({Verdict.NO})

Events = Mapping[AnchorId, tuple[FactId, BundleId]]


@dataclass(frozen=True, slots=True)
class Question:
    """One fact worth asking. `essential` when it touches a step one must take, or a date."""

    fact: FactId
    essential: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked so far: the answers, what is known from them, and what the person would not or could not say."""

    answers: Answers
    known: Known
    skipped: frozenset[FactId]

    def is_open(self, fact: FactId) -> bool:
        """Tell whether `fact` is still to be asked: not answered, concluded, assumed or skipped."""
        return fact not in self.known and fact not in self.answers and fact not in self.skipped


@dataclass(frozen=True, slots=True)
class Drafted:
    """The plan as far as it is made when its questions are looked for: its steps, by service, and those for papers."""

    standings: Sequence[Standing]
    groups: Groups
    brought: Sequence[Entry]


def worth_asking(
    book: Book, bundles: Sequence[BundleId], asked: Asked, draft: Drafted, events: Events
) -> list[Question]:
    """Every question whose answer can change the plan, in the order to ask.

    The date of the event comes first, then what touches a step that one must take, then what adds help; optional
    questions last. An empty list means that no answer can change anything any more.
    """
    places = _askable(book.catalogue, bundles)
    ranks: dict[FactId, int] = {}
    worth = (_for_steps(book, asked, draft), _for_papers(book, asked, draft, places), _for_refusals(book, asked, draft))
    for fact, rank in chain.from_iterable(worth):
        if fact in places and asked.is_open(fact):
            ranks[fact] = min(ranks.get(fact, rank), rank)
    order = sorted(ranks, key=lambda fact: (places[fact].optional, ranks[fact], places[fact].place))
    touching = {fact for fact in order if ranks[fact] == LEVEL_RANK[StepLevel.MUST] and not places[fact].optional}
    dates = [fact for anchor, (fact, _b) in events.items() if asked.is_open(fact) and _dates_a_step(anchor, draft)]
    return [Question(fact, True) for fact in dates] + [Question(fact, fact in touching) for fact in order]


def event_dates(catalogue: Catalogue, bundles: Sequence[BundleId]) -> tuple[FactId, ...]:
    """The facts that hold the dates of the events of `bundles`: one for each event, the first is `event_date`."""
    events = event_date_facts(bundles, book_of(catalogue).event_anchors)
    return tuple(fact for fact, _bundle in events.values())


def as_asked(catalogue: Catalogue, bundles: Sequence[BundleId], fact: FactId) -> Fact:
    """The fact with its question, as to ask it for these bundles: a date is asked for in its bundle's own words.

    Raises:
        KeyError: `fact` is neither in the catalogue nor the date of an event of `bundles`.
    """
    for dated, bundle in event_date_facts(bundles, book_of(catalogue).event_anchors).values():
        if dated == fact:
            wording = catalogue.bundles[bundle].event_date
            date_fact = catalogue.facts[EVENT_DATE]
            return replace(date_fact, id=fact, question=wording or date_fact.question)
    return catalogue.facts[fact]


@dataclass(frozen=True, slots=True)
class _Place:
    optional: bool
    place: int


def _askable(catalogue: Catalogue, bundles: Sequence[BundleId]) -> dict[FactId, _Place]:
    """What the bundles ask, each thing once; core questions of one bundle are not optional for another."""
    chosen = [catalogue.bundles[bundle] for bundle in bundles]
    core = dict.fromkeys(fact for bundle in chosen for fact in bundle.questions if fact != EVENT_DATE)
    optional = dict.fromkeys(fact for bundle in chosen for fact in bundle.optional_questions if fact not in core)
    return {fact: _Place(fact in optional, place) for place, fact in enumerate((*core, *optional))}


def _for_steps(book: Book, asked: Asked, draft: Drafted) -> Iterator[tuple[FactId, int]]:
    """The facts that could settle a step that may apply, with the rank of the step."""
    comes_before = {earlier for stand in draft.standings for earlier in stand.rule.after}
    for stand in draft.standings:
        if stand.status is not Status.MAY_APPLY:
            continue
        if stand.rule.id not in comes_before and _is_saturated(stand.rule, draft.groups):
            continue
        rank = LEVEL_RANK[stand.rule.step.level]
        for fact in _settling(stand, asked.known, book):
            yield fact, rank


def _settling(stand: Standing, known: Known, book: Book) -> Sequence[FactId]:
    """The open facts that can settle the step alone; if only several together can, all of them."""
    always = book.settled_by[stand.rule.id]
    whole = stand.rule.whole
    alone = [fact for fact in stand.would_settle if fact in always or _can_become(_SETTLED, whole, fact, known, book)]
    return alone or stand.would_settle


def _can_become(wanted: frozenset[Verdict], condition: Condition, fact: FactId, known: Known, book: Book) -> bool:
    facts = book.catalogue.facts
    answers = book.possible.get(fact, ())
    return any(evaluate(condition, {**known, fact: one}, facts) in wanted for one in answers)


def _is_saturated(rule: Rule, groups: Groups) -> bool:
    """Tell whether a surer step for the same service leaves this one nothing to add (but an order of its own)."""
    group = groups.get(rule.service.id, ()) if rule.service else ()
    if not any(entry.status is Status.APPLIES for entry in group):
        return False
    surely = [replace(entry, status=Status.APPLIES) if entry.id == rule.id else entry for entry in group]
    without_it = [entry for entry in group if entry.id != rule.id]
    return outcome(surely) == outcome(without_it)


def _for_papers(
    book: Book, asked: Asked, draft: Drafted, places: Mapping[FactId, _Place]
) -> Iterator[tuple[FactId, int]]:
    """The facts that would say that a paper is missing which a step to do surely needs, where that changes the plan.

    It does when another step then comes first; and when the step surely applies and a service would be brought in.
    """
    open_papers = [paper for paper in PAPERS if paper.fact in places and asked.is_open(paper.fact)]
    if not open_papers:
        return
    needing = [(s.rule.needs, s.rule.step.level, s.status) for s in draft.standings if _is_to_do(s)]
    needing += [(entry.needs, entry.level, entry.status) for entry in draft.brought]
    for paper in open_papers:
        wanted = [(level, status) for needs, level, status in needing if paper.document in needs]
        if not wanted:
            continue
        is_given = _is_given(paper.document, book.catalogue, draft)
        can_come_in = _can_come_in(paper.document, book.catalogue, asked.known)
        for level, status in wanted:
            if is_given or (can_come_in and status is Status.APPLIES):
                yield paper.fact, LEVEL_RANK[level]


def _for_refusals(book: Book, asked: Asked, draft: Drafted) -> Iterator[tuple[FactId, int]]:
    """The facts that would say that a service brought in for its paper is not for this person."""
    for entry in draft.brought:
        condition = refusal(entry.service) if entry.service else ALWAYS
        for fact in unsettled(condition, asked.known, book.catalogue.facts):
            if _can_become(_REFUSED, condition, fact, asked.known, book):
                yield fact, LEVEL_RANK[entry.level]


def _is_given(document: DocumentId, catalogue: Catalogue, draft: Drafted) -> bool:
    """Tell whether a step gives the paper, or one that counts as it, without asking for it in turn."""
    good_enough = {document, *catalogue.documents[document].satisfied_by}
    present = (entry for group in draft.groups.values() for entry in group if is_in_plan(entry))
    return any(document not in entry.needs and good_enough.intersection(gives(entry)) for entry in present)


def _can_come_in(document: DocumentId, catalogue: Catalogue, known: Known) -> bool:
    """Tell whether the service that would give the paper may be for this person."""
    source = service_replacing(document, catalogue.documents)
    if source is None:
        return False
    return evaluate(refusal(catalogue.services[source]), known, catalogue.facts) is not Verdict.NO


def _is_to_do(stand: Standing) -> bool:
    return stand.is_in_plan and stand.rule.list is StepList.TO_DO


def _dates_a_step(anchor: AnchorId, draft: Drafted) -> bool:
    """Tell whether the date of the event gives a date to a step that applies or may."""
    dated = dated_by(anchor)
    return any(
        stand.is_in_plan
        and stand.rule.timing is not None
        and stand.rule.timing.anchor in dated
        and stand.rule.timing.offset is not None
        for stand in draft.standings
    )
