"""Which questions are worth asking: those whose answer can change the plan, the weightiest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import AnchorId, BundleId, Catalogue, DocumentId, Fact, StepList
from kiosk.planning.book import Book, Rule, book_of
from kiosk.planning.dates import dated_by, event_date_facts
from kiosk.planning.entries import LEVEL_RANK, Groups, outcome
from kiosk.planning.known import EVENT_DATE
from kiosk.planning.papers import PAPERS
from kiosk.planning.plan import Answers, Status
from kiosk.planning.standing import Standing
from kiosk.planning.truth import Known, Verdict, evaluate

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


def worth_asking(
    book: Book, bundles: Sequence[BundleId], asked: Asked, standings: Sequence[Standing], groups: Groups, events: Events
) -> list[Question]:
    """Every question whose answer can change the plan, in the order to ask.

    The date of the event comes first, then what touches a step that one must take, then what adds help; optional
    questions last. An empty list means that no answer can change anything any more.
    """
    askable = _askable(book.catalogue, bundles)
    weights = _weights(book, asked, standings, groups, askable)
    _weigh_papers(weights, asked, standings, askable)
    dates = [fact for anchor, (fact, _b) in events.items() if asked.is_open(fact) and _dates_a_step(anchor, standings)]
    order = sorted(weights, key=lambda fact: (askable[fact].optional, weights[fact], askable[fact].place))
    essential = {fact for fact in order if weights[fact] == 0 and not askable[fact].optional}
    return [Question(fact, True) for fact in dates] + [Question(fact, fact in essential) for fact in order]


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


def _weights(
    book: Book, asked: Asked, standings: Sequence[Standing], groups: Groups, askable: Mapping[FactId, _Place]
) -> dict[FactId, int]:
    """The facts that could settle a step that may apply, with the rank of the weightiest such step (0 is must)."""
    weights: dict[FactId, int] = {}
    comes_before = {earlier for stand in standings for earlier in stand.rule.after}
    for stand in standings:
        if stand.status is not Status.MAY_APPLY:
            continue
        if stand.rule.id not in comes_before and _is_saturated(stand.rule, groups):
            continue
        candidates = [fact for fact in stand.would_settle if fact in askable and asked.is_open(fact)]
        rank = LEVEL_RANK[stand.rule.step.level]
        for fact in _settling(stand.rule, candidates, asked.known, book):
            weights[fact] = min(weights.get(fact, rank), rank)
    return weights


def _settling(rule: Rule, candidates: Sequence[FactId], known: Known, book: Book) -> Sequence[FactId]:
    """Those of `candidates` that can settle `rule` alone; if only several together can, all of them."""
    alone = [fact for fact in candidates if fact in book.settled_by[rule.id] or _settles(rule, fact, known, book)]
    return alone or candidates


def _settles(rule: Rule, fact: FactId, known: Known, book: Book) -> bool:
    facts = book.catalogue.facts
    answers = book.possible[fact]
    return any(evaluate(rule.whole, {**known, fact: one}, facts) is not Verdict.UNKNOWN for one in answers)


def _is_saturated(rule: Rule, groups: Groups) -> bool:
    """Tell whether a surer step for the same service leaves this one nothing to add (but an order of its own)."""
    group = groups.get(rule.service.id, ()) if rule.service else ()
    if not any(entry.status is Status.APPLIES for entry in group):
        return False
    surely = [replace(entry, status=Status.APPLIES) if entry.id == rule.id else entry for entry in group]
    without_it = [entry for entry in group if entry.id != rule.id]
    return outcome(surely) == outcome(without_it)


def _weigh_papers(
    weights: dict[FactId, int], asked: Asked, standings: Sequence[Standing], askable: Mapping[FactId, _Place]
) -> None:
    """Add the facts that would say that a paper is missing which a step of the plan surely needs."""
    for paper in PAPERS:
        if paper.fact not in askable or not asked.is_open(paper.fact):
            continue
        for stand in standings:
            if stand.status is Status.APPLIES and paper.document in _papers_for(stand.rule):
                rank = LEVEL_RANK[stand.rule.step.level]
                weights[paper.fact] = min(weights.get(paper.fact, rank), rank)


def _papers_for(rule: Rule) -> tuple[DocumentId, ...]:
    return rule.needs if rule.list is StepList.TO_DO else ()


def _dates_a_step(anchor: AnchorId, standings: Sequence[Standing]) -> bool:
    """Tell whether the date of the event gives a date to a step that applies or may."""
    dated = dated_by(anchor)
    return any(
        stand.is_in_plan
        and stand.rule.timing is not None
        and stand.rule.timing.anchor in dated
        and stand.rule.timing.offset is not None
        for stand in standings
    )
