"""What can have become of a step of a plan: our statuses, what others call them, and which may follow which."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """What became of a step, in the order of a life. Values are for ever: they are in state.db."""

    HANDED = "handed"
    SENT = "sent"
    NEEDS_ACTION = "needs_action"
    DID_NOT_GO = "did_not_go"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    PENDING = "pending"
    ELIGIBLE = "eligible"
    GOT = "got"
    PARTLY = "partly"
    REDIRECTED = "redirected"
    NOT_ELIGIBLE = "not_eligible"
    NO_CAPACITY = "no_capacity"
    NOT_OBTAINED = "not_obtained"
    NOT_WANTED = "not_wanted"


class Reason(StrEnum):
    """What made it hard. Values are for ever, and those shared with unmet needs are spelled as there."""

    DOCUMENTS = "documents"
    COST = "cost"
    TRANSPORT = "transport"
    LANGUAGE = "language"
    HOURS = "hours"
    WAIT = "wait"
    CHANGED_MIND = "changed_mind"
    ACCESSIBILITY = "accessibility"
    OUT_OF_AREA = "out_of_area"
    OTHER = "other"


class Task(StrEnum):
    """The statuses of a FHIR Task, as the SDOH Clinical Care guide uses them for referrals."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in-progress"
    ON_HOLD = "on-hold"
    COMPLETED = "completed"
    REJECTED = "rejected"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a status is in other systems, and what it means for the loop.

    `closes` when nothing more is expected of the step; `unmet` when it closes and the need stays; `retry` when
    somebody is to try again.
    """

    findhelp: str
    task: Task
    closes: bool = False
    unmet: bool = False
    retry: bool = False


CROSSWALK = MappingProxyType(
    {
        Status.HANDED: Elsewhere("Not updated", Task.REQUESTED),
        Status.SENT: Elsewhere("Not updated", Task.REQUESTED),
        Status.NEEDS_ACTION: Elsewhere("Needs client action", Task.ON_HOLD),
        Status.DID_NOT_GO: Elsewhere("Needs client action", Task.ON_HOLD),
        Status.UNKNOWN: Elsewhere("Not updated", Task.REQUESTED),
        Status.UNREACHABLE: Elsewhere("Couldn't contact", Task.FAILED, retry=True),
        Status.PENDING: Elsewhere("Pending", Task.IN_PROGRESS),
        Status.ELIGIBLE: Elsewhere("Eligible", Task.ACCEPTED),
        Status.GOT: Elsewhere("Got help", Task.COMPLETED, closes=True),
        Status.PARTLY: Elsewhere("Got help", Task.COMPLETED, closes=True),
        Status.REDIRECTED: Elsewhere("Referred elsewhere", Task.CANCELLED, closes=True),
        Status.NOT_ELIGIBLE: Elsewhere("Not eligible", Task.REJECTED, closes=True, unmet=True),
        Status.NO_CAPACITY: Elsewhere("No capacity", Task.REJECTED, closes=True, unmet=True),
        Status.NOT_OBTAINED: Elsewhere("Couldn't get help", Task.FAILED, closes=True, unmet=True),
        Status.NOT_WANTED: Elsewhere("No longer interested", Task.CANCELLED, closes=True),
    }
)
"""Every status as findhelp and FHIR name it."""

QUICK = (
    Status.GOT,
    Status.PENDING,
    Status.NOT_OBTAINED,
    Status.DID_NOT_GO,
    Status.UNREACHABLE,
    Status.NOT_ELIGIBLE,
    Status.UNKNOWN,
)
"""Those that have a key of their own, 1 to 7."""

OTHERS = tuple(status for status in Status if status not in QUICK and status is not Status.HANDED)
"""Those that take one more touch. Nothing is noted as handed: it is what a step is before anything is noted."""

_OPEN = frozenset(status for status in Status if not CROSSWALK[status].closes)
_CLOSED = frozenset(Status) - _OPEN
_ASKED_AGAIN = frozenset({Status.SENT, Status.PENDING, Status.ELIGIBLE, Status.GOT, Status.PARTLY, Status.REDIRECTED})

TRANSITIONS = MappingProxyType(
    {
        **{status: frozenset(Status) - {Status.HANDED} for status in _OPEN},
        # Once an office has it, it is not news that it was sent.
        Status.PENDING: frozenset(Status) - {Status.HANDED, Status.SENT},
        Status.ELIGIBLE: frozenset(Status) - {Status.HANDED, Status.SENT},
        Status.GOT: frozenset({Status.GOT}),
        Status.PARTLY: frozenset({Status.PARTLY, Status.GOT, Status.PENDING, Status.NOT_WANTED}),
        # What goes on elsewhere is a step of its own.
        Status.REDIRECTED: frozenset({Status.REDIRECTED}),
        # A refusal can be appealed, a full service can have room again, a person can come to be eligible.
        Status.NOT_ELIGIBLE: _ASKED_AGAIN | {Status.NOT_ELIGIBLE, Status.NOT_WANTED},
        Status.NO_CAPACITY: _ASKED_AGAIN | {Status.NO_CAPACITY, Status.NOT_WANTED},
        Status.NOT_OBTAINED: _ASKED_AGAIN | {Status.NOT_OBTAINED, Status.NOT_WANTED},
        Status.NOT_WANTED: _ASKED_AGAIN | {Status.NOT_WANTED},
    }
)
"""What may be noted after each status. What was noted wrongly is put right by a correction, which may be anything."""


def may_follow(before: Status, after: Status) -> bool:
    """Tell whether `after` may be noted of a step that stands at `before`."""
    return after in TRANSITIONS[before]


def closes(status: Status) -> bool:
    """Tell whether nothing more is expected of a step."""
    return CROSSWALK[status].closes
