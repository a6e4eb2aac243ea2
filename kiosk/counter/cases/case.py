"""What a case is, and how it is read: the plan that was handed over, what became of its steps, and the consent."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.cabinet import CaseId, CaseNumber
from kiosk.counter.cases.statuses import Reason, Status, closes
from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError
from kiosk.referral.token import Referral
from kiosk.state import state_errors

KEPT_WITHOUT_CONSENT = timedelta(days=365)
"""A code and its outcomes name nobody; after this they are counted and let go."""


class NoSuchCaseError(KioskError):
    """There is no case with this number."""

    code = "case_unknown"


class CaseGoneError(NoSuchCaseError):
    """The case was erased, or its last day is past."""

    code = "case_gone"


class Covers(StrEnum):
    """What a person said yes to. Values are for ever."""

    NAME = "name"
    REACH = "reach"
    NOTE = "note"
    PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes that was said aloud: when, until which day, in which language, to whom, and to what."""

    day: date
    last_day: date
    language: str
    heard_by: StaffId
    covers: frozenset[Covers]


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of the plan: the numbers of its service and, in the bundle of the case, of its step; 0 for no step."""

    service: int
    step: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step, as somebody noted it. `corrects` puts right what was noted before."""

    status: Status
    reasons: frozenset[Reason]
    day: date
    staff: StaffId
    minutes: int
    corrects: bool


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A step, `place` counted from 1, with all that was noted of it, oldest first; the last counts."""

    place: int
    planned: Planned
    status: Status
    history: tuple[Outcome, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected of it."""
        return closes(self.status)


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands, without what is sealed.

    `code` has seven characters, "" where nothing was handed over; `token` is the signed plan, "" where it is not known.
    `bundle` is its number, 0 for none or for one that must not be known. `last_day` is the last on which it is kept.
    """

    id: CaseId
    number: CaseNumber
    opened: date
    opened_by: StaffId
    last_day: date
    code: str
    token: str
    bundle: int
    steps: tuple[CaseStep, ...]
    due: date | None
    attempts: int
    consent: Consent | None

    def step(self, place: int) -> CaseStep:
        """The step at `place`. Raises `KeyError`."""
        for step in self.steps:
            if step.place == place:
                return step
        raise KeyError(place)


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What a case is opened with."""

    steps: tuple[Planned, ...]
    code: str = ""
    token: str = ""
    bundle: int = 0


def plan_of(catalogue: Catalogue, referral: Referral, token: str = "") -> CasePlan:
    """The plan of a referral, without services that are discreet and bundles whose topic must not be known.

    A service that this catalogue does not know stays: it may be newer.
    """
    discreet = {service.number for service in catalogue.services.values() if service.discreet}
    steps = tuple(Planned(item.service, item.step) for item in referral.items if item.service not in discreet)
    named = next((b for b in catalogue.bundles.values() if b.number == referral.life_event), None)
    quiet = named is None or not steps or catalogue.is_sensitive((named.id,))
    return CasePlan(steps, referral.code.characters, token, 0 if quiet or named is None else named.number)


def read_case(state: sqlite3.Connection, number: CaseNumber, today: date) -> Case:
    """The case. Raises `CaseGoneError` from the day after its last one, `NoSuchCaseError`."""
    with state_errors():
        row = state.execute(f"SELECT {_COLUMNS} FROM case_file WHERE number = ?", (number,)).fetchone()
        if row is None:
            gone = state.execute("SELECT 1 FROM case_gone WHERE number = ?", (number,)).fetchone()
            raise (CaseGoneError if gone else NoSuchCaseError)(number)
        case = _case(state, row)
    if case.last_day < today:
        raise CaseGoneError(number)
    return case


def case_with_code(state: sqlite3.Connection, code: str, today: date) -> CaseNumber | None:
    """The newest case of the slip with this code (seven characters); None where there is none."""
    with state_errors():
        row = state.execute(
            "SELECT number FROM case_file WHERE code = ? AND last_day >= ? ORDER BY opened_day DESC, number DESC",
            (code, today.isoformat()),
        ).fetchone()
    return CaseNumber(row[0]) if row and code else None


_COLUMNS = (
    "id, number, opened_day, opened_by, last_day, code, token, bundle, due_day, attempts, "
    "consent_day, consent_language, consent_by, consent_covers"
)


def _case(state: sqlite3.Connection, row: tuple[str, ...]) -> Case:
    id_, number, opened, opened_by, last_day, code, token, bundle, due, attempts, *consent = row
    return Case(
        id=CaseId(id_),  # type: ignore[arg-type]
        number=CaseNumber(number),
        opened=date.fromisoformat(opened),
        opened_by=StaffId(opened_by),
        last_day=date.fromisoformat(last_day),
        code=code,
        token=token,
        bundle=int(bundle),
        steps=_steps(state, id_),
        due=date.fromisoformat(due) if due else None,
        attempts=int(attempts),
        consent=_consent(last_day, *consent),
    )


def _consent(last_day: str, day: str | None, language: str, by: str, covers: str) -> Consent | None:
    if day is None:
        return None
    return Consent(
        day=date.fromisoformat(day),
        last_day=date.fromisoformat(last_day),
        language=language,
        heard_by=StaffId(by),
        covers=frozenset(Covers(covered) for covered in covers.split()),
    )


def _steps(state: sqlite3.Connection, id_: object) -> tuple[CaseStep, ...]:
    history: dict[int, list[Outcome]] = {}
    for place, status, reasons, day, staff, minutes, corrects in state.execute(
        "SELECT place, status, reasons, day, staff, minutes, corrects FROM case_outcome "
        "WHERE case_id = ? ORDER BY sequence",
        (id_,),
    ):
        outcome = Outcome(
            Status(status),
            frozenset(Reason(reason) for reason in reasons.split()),
            date.fromisoformat(day),
            StaffId(staff),
            minutes,
            bool(corrects),
        )
        history.setdefault(place, []).append(outcome)
    return tuple(
        CaseStep(place, Planned(service, step), Status(status), tuple(history.get(place, ())))
        for place, service, step, status in state.execute(
            "SELECT place, service, step, status FROM case_step WHERE case_id = ? ORDER BY place", (id_,)
        )
    )
