"""The plan: what one person should do, in what order, by when, with which papers, where and by which channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import (
    BundleId,
    ChannelType,
    DocumentId,
    Form,
    LocationId,
    ServiceId,
    StepId,
    StepLevel,
    StepList,
    Timing,
)
from kiosk.catalogue.text import Text

Answers = Mapping[FactId, Answer]
"""What is known. A fact that is absent is not known: "I'm not sure" removes it."""


class Status(StrEnum):
    """What can be said of a step; never a decision about a person."""

    APPLIES = "applies"
    MAY_APPLY = "may_apply"
    DOES_NOT_APPLY = "does_not_apply"


class Because(StrEnum):
    """Why a step has its status.

    ALREADY_IN_PLAN goes with a step that does not apply while another step brings the same service: nothing is lost,
    and no screen need speak of it. PERHAPS_LIMIT: an answer lies across a limit, so the limit is to be checked.
    GIVEN: the step stands as it did in a plan handed over before, whose answers nobody kept.
    """

    ALWAYS = "always"
    ANSWERS = "answers"
    NOT_KNOWN = "not_known"
    NEEDED_PAPER = "needed_paper"
    ALREADY_IN_PLAN = "already_in_plan"
    PERHAPS_LIMIT = "perhaps_limit"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in a form that a screen can put into words: the facts that decided, or that would settle it.

    `notes` are nuances that the person should hear. `check` are conditions of the service that the bundle does not
    ask about: "the office will also look at ..".
    """

    because: Because
    facts: tuple[FactId, ...] = ()
    notes: tuple[Text, ...] = ()
    check: tuple[FactId, ...] = ()


class DueKind(StrEnum):
    """What a date means to the person."""

    BY = "by"
    RECOMMENDED_BY = "recommended_by"
    FROM = "from"
    BETWEEN = "between"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a step should be done.

    `day` is the last day of BY and RECOMMENDED_BY, the first day of FROM, the last day of BETWEEN (`first` opens it),
    and today for NOW. `missed` is true when `day` has passed; `late` then says what can still be done.
    """

    kind: DueKind
    day: date
    first: date | None = None
    missed: bool = False
    late: tuple[Text, ...] = ()


class ChannelReason(StrEnum):
    """Why a channel stands where it does."""

    PREFERRED = "preferred"
    BETTER_WITH_A_PERSON = "better_with_a_person"
    OPEN_NOW = "open_now"
    FREE = "free"
    QUICKEST = "quickest"
    WORKS_FOR_ALL = "works_for_all"
    CLOSED_NOW = "closed_now"
    ONLY_WAY = "only_way"
    HAPPENS_BY_ITSELF = "happens_by_itself"


@dataclass(frozen=True, slots=True)
class RankedChannel:
    """One way to reach the service; exactly one of a step's channels is recommended, none is hidden."""

    type: ChannelType
    recommended: bool
    reason: ChannelReason


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step as it stands for this person.

    `id` is unique in the plan: `bundle/step`, or `service` for a step brought in for a paper it gives. `also` names
    the other steps, of this bundle or another, that the same service answers. `after` holds ids of this plan.
    `number` is its place among the steps to do, from 1; 0 elsewhere. `timing` is what `deadline` was worked out from;
    without a `deadline` it still tells what the time counts from. Channels are best first. `say` is for the clerk.
    """

    id: str
    bundle: BundleId
    step: StepId | None
    service: ServiceId | None
    title: Text
    note: Text | None
    status: Status
    level: StepLevel
    list: StepList
    reason: Reason
    number: int = 0
    after: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    deadline: Deadline | None = None
    timing: Timing | None = None
    channels: tuple[RankedChannel, ...] = ()
    location: LocationId | None = None
    documents: tuple[DocumentId, ...] = ()
    say: Text | None = None


@dataclass(frozen=True, slots=True)
class NeededDocument:
    """One paper, once. `steps` ask for it; `instead` may stand in for it; `obtained_from` is a step of this plan that
    gives it. `certain` is false when only some people must bring it, or when the steps that ask for it only may apply.
    """

    id: DocumentId
    form: Form
    steps: tuple[str, ...]
    certain: bool
    instead: tuple[DocumentId, ...] = ()
    obtained_from: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Steps that one trip to one place can settle. `distance_m` is from the kiosk as the crow flies, None unknown."""

    location: LocationId
    steps: tuple[str, ...]
    distance_m: int | None = None


@dataclass(frozen=True, slots=True)
class Fees:
    """What the steps that apply cost, in Canadian dollars; `unknown` names steps whose cost is not known or doubted."""

    minimum: Decimal
    maximum: Decimal
    unknown: tuple[str, ...] = ()
    currency: str = "CAD"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person should do. `steps` is in plan order and holds all three lists and what does not apply.

    `next_question` is the fact worth asking next; None when no answer could change anything. `questions_left` counts
    it and those that may follow: answers usually spare some. `essential_left` counts those of them that touch a step
    one must take, or its date; they come first, and once they are answered the plan is worth showing. `begin_with` is
    the step that a plan handed over before began with, "" elsewhere.
    """

    bundles: tuple[BundleId, ...]
    steps: tuple[PlannedStep, ...]
    documents: tuple[NeededDocument, ...]
    visits: tuple[Visit, ...]
    fees: Fees
    next_question: FactId | None
    questions_left: int
    essential_left: int = 0
    begin_with: str = ""

    def to_do(self) -> tuple[PlannedStep, ...]:
        """The steps to act on, in order: those that apply and those that may."""
        return tuple(s for s in self.steps if s.list is StepList.TO_DO and s.status is not Status.DOES_NOT_APPLY)

    def do_first(self) -> PlannedStep | None:
        """The step to begin with: the one that a plan handed over began with, else the first that one must surely take,
        or the first at all; None when there is none.
        """
        steps = self.to_do()
        marked = (step for step in steps if self.begin_with in (step.id, *step.also))
        sure = (step for step in steps if step.status is Status.APPLIES and step.level is StepLevel.MUST)
        return next(marked, next(sure, steps[0] if steps else None))

    def step(self, step_id: str) -> PlannedStep:
        """The step called `step_id`; KeyError when there is none."""
        return {step.id: step for step in self.steps}[step_id]
