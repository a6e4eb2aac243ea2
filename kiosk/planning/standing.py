"""How each step stands for this person: it applies, it may, or it does not, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.catalogue.conditions import Comparison, Condition, FactId
from kiosk.catalogue.model import StepLevel, StepList
from kiosk.catalogue.text import Text
from kiosk.planning.book import Rule
from kiosk.planning.plan import Answers, Because, Reason, Status
from kiosk.planning.truth import Facts, Known, Verdict, decisive, evaluate, overlapping, unsettled


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule and how it stands; `would_settle` are the facts nobody answered that could settle it.

    `given` says that it stands so because it did in a plan handed over before: no answer settles it.
    """

    rule: Rule
    status: Status
    would_settle: tuple[FactId, ...] = ()
    given: bool = False

    @property
    def is_in_plan(self) -> bool:
        return self.status is not Status.DOES_NOT_APPLY


def standing(rule: Rule, known: Known, facts: Facts) -> Standing:
    """The step's own condition and what may bar its service must both hold; either one rules it out."""
    status = status_of(evaluate(rule.whole, known, facts))
    return Standing(rule, status, unsettled(rule.whole, known, facts) if status is Status.MAY_APPLY else ())


def without_closed(standings: Sequence[Standing]) -> Sequence[Standing]:
    """The same without the steps of services that cannot be reached in any way, which are those that have closed.

    A step that one must take stays, to be asked about, and so does one that was handed over before. All of them stay
    where without them nothing would be left to do.
    """
    kept = [stand for stand in standings if not _has_closed(stand)]
    return kept if any(map(_is_to_do, kept)) or not any(map(_is_to_do, standings)) else standings


def status_of(verdict: Verdict) -> Status:
    """What a verdict means for a step."""
    match verdict:
        case Verdict.NO:
            return Status.DOES_NOT_APPLY
        case Verdict.UNKNOWN:
            return Status.MAY_APPLY
        case Verdict.YES:
            return Status.APPLIES


def reason_for(stand: Standing, answers: Answers, known: Known, facts: Facts) -> Reason:
    """Why the step stands as it does. Of a step that applies, only what the person said is given as the reason."""
    rule = stand.rule
    if stand.given:
        return Reason(Because.GIVEN, (), rule.notes, _to_check(rule, known, facts))
    match stand.status:
        case Status.DOES_NOT_APPLY:
            against = list(_against(rule, known, facts))
            return Reason(Because.ANSWERS, _facts(against), _notes(against))
        case Status.MAY_APPLY:
            because = Because.NOT_KNOWN if stand.would_settle else Because.PERHAPS_LIMIT
            would_settle = stand.would_settle or overlapping(rule.whole, known, facts)
            return Reason(because, would_settle, rule.notes, _to_check(rule, known, facts))
        case Status.APPLIES:
            said = tuple(fact for fact in _facts(decisive(rule.when, known, facts)) if fact in answers)
            because = Because.ANSWERS if said else Because.ALWAYS
            return Reason(because, said, rule.notes, _to_check(rule, known, facts))


def _against(rule: Rule, known: Known, facts: Facts) -> Iterator[Comparison]:
    """What rules the step out: its own condition when that alone does, else what bars its service."""
    ruling: Condition = rule.when if evaluate(rule.when, known, facts) is Verdict.NO else rule.bars
    return decisive(ruling, known, facts)


def _to_check(rule: Rule, known: Known, facts: Facts) -> tuple[FactId, ...]:
    return _facts(check for check in rule.checks if evaluate(check, known, facts) is not Verdict.YES)


def _facts(chosen: Iterable[Comparison]) -> tuple[FactId, ...]:
    return tuple(dict.fromkeys(comparison.fact for comparison in chosen))


def _notes(chosen: Iterable[Comparison]) -> tuple[Text, ...]:
    return tuple(comparison.note for comparison in chosen if comparison.note)


def _has_closed(stand: Standing) -> bool:
    service = stand.rule.service
    return service is not None and not (service.channels or stand.given or stand.rule.step.level is StepLevel.MUST)


def _is_to_do(stand: Standing) -> bool:
    return stand.is_in_plan and stand.rule.list is StepList.TO_DO
