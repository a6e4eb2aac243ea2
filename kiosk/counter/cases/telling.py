"""What the hub hears of a case: that the slip of another office has come here, and what became of a step.

Never the case itself, its number or its person. What must stay discreet is in no case (`case.plan_of`).
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from kiosk.counter.cases.case import Planned
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.outbox.days import day_number
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.referral.token import MalformedReferralError, claimed, claimed_key_id


def tell_claim(state: sqlite3.Connection, token: str, day: date) -> None:
    """A case was opened for the slip with this token; nothing is told where there is none. Inside `atomic`."""
    named = _named(token)
    if named:
        put(state, Kind.CASE_CLAIM, {**named, 3: day_number(day)}, day)


def tell_outcome(
    state: sqlite3.Connection,
    token: str,
    planned: Planned,
    status: Status,
    reasons: Iterable[Reason],
    day: date,
    *,
    corrects: bool,
) -> None:
    """A step stands at `status` now. Without a slip it only counts, and nobody is told of it. Inside `atomic`."""
    body = {**_named(token), 3: planned.service, 4: planned.step, 5: str(status), 7: day_number(day)}
    if why := " ".join(sorted(reasons)):
        body[6] = why
    if corrects:
        body[8] = True
    put(state, Kind.OUTCOME, body, day)


def _named(token: str) -> dict[int, object]:
    """The kiosk that issued the slip, and its referral."""
    with suppress(MalformedReferralError):
        if token:
            return {1: bytes(claimed_key_id(token)), 2: claimed(token).id}
    return {}
