"""How kiosks, catalogue and what waits to leave are doing, worked out for whoever looks after them."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.catalogue.model import BundleId, Catalogue, Service, ServiceId
from kiosk.counter.calling.board import End, Entry
from kiosk.counter.calling.calls import PrinterState, Standing
from kiosk.counter.fleet import Known
from kiosk.outbox.kinds import Kind
from kiosk.state import state_errors

CLOCKS_APART = timedelta(minutes=2)
"""Hours, dates and limits on a kiosk are wrong once its clock is this far from the counter's."""

CHECKED_WITHIN = timedelta(days=180)
"""A service that nobody has checked for longer is due (see "Q1" in the measurement framework)."""


class KioskState(StrEnum):
    """What matters most of a kiosk now, the most urgent first."""

    HELP = "help"
    OFF = "off"
    TROUBLE = "trouble"
    CLOSED = "closed"
    CLOSING = "closing"
    WORKING = "working"


class Trouble(StrEnum):
    """What somebody has to do something about."""

    PAPER_OUT = "paper_out"
    PRINTER_OFFLINE = "printer_offline"
    PRINTER_STOPPED = "printer_stopped"
    CLOCK_WRONG = "clock_wrong"
    DISK_LOW = "disk_low"
    OTHER_CATALOGUE = "other_catalogue"


_OF_PRINTER = {
    PrinterState.PAPER_OUT: Trouble.PAPER_OUT,
    PrinterState.OFFLINE: Trouble.PRINTER_OFFLINE,
    PrinterState.STOPPED: Trouble.PRINTER_STOPPED,
}

PRINTER_TROUBLES = frozenset(_OF_PRINTER.values())


@dataclass(frozen=True, slots=True)
class KioskStatus:
    """One kiosk now. `call` is the open call that has waited longest there, `coming` whether somebody is on the way."""

    known: Known
    state: KioskState
    troubles: tuple[Trouble, ...] = ()
    call: Entry | None = None

    @property
    def coming(self) -> bool:
        """Tell whether somebody is on the way to its call."""
        return self.call is not None and self.call.standing is Standing.COMING


def status_of(
    known: Known, entries: Iterable[Entry], steady: float, catalogue_version: int, *, alone: bool = False
) -> KioskStatus:
    """How a kiosk is. A call from a kiosk without a number is its own where it is `alone`."""
    report = known.report
    numbers = {report.kiosk, 0} if alone else {report.kiosk}
    calls = [entry for entry in entries if entry.end is End.OPEN and entry.call.kiosk in numbers]
    call = min(calls, key=lambda entry: (not entry.is_waiting, entry.number), default=None)
    if known.is_away(steady):
        return KioskStatus(known, KioskState.HELP if call else KioskState.OFF, (), call)
    troubles = tuple(_troubles(known, catalogue_version))
    if call is not None:
        state = KioskState.HELP
    elif known.closed:
        state = KioskState.CLOSED if report.closed else KioskState.CLOSING
    else:
        state = KioskState.TROUBLE if troubles else KioskState.WORKING
    return KioskStatus(known, state, troubles, call)


def _troubles(known: Known, catalogue_version: int) -> Iterable[Trouble]:
    report = known.report
    if report.printer in _OF_PRINTER:
        yield _OF_PRINTER[report.printer]
    if report.clock and abs(report.clock - known.heard_at.timestamp()) >= CLOCKS_APART.total_seconds():
        yield Trouble.CLOCK_WRONG
    if report.disk_low:
        yield Trouble.DISK_LOW
    if report.catalogue and catalogue_version and report.catalogue != catalogue_version:
        yield Trouble.OTHER_CATALOGUE


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of one kind wait to leave this machine, and since which day; None where there is none."""

    count: int = 0
    oldest: date | None = None


@dataclass(frozen=True, slots=True)
class Outbox:
    """What waits here until it can be sent on: nothing of it names a person. `others` are slips, claims and counts."""

    needs: Waiting = Waiting()
    flags: Waiting = Waiting()
    outcomes: Waiting = Waiting()
    others: Waiting = Waiting()


_FLAGS = (Kind.STAFF_FLAG, Kind.CITIZEN_FLAG, Kind.CORRECTION)
_NAMED = (Kind.UNMET_NEED, *_FLAGS, Kind.OUTCOME)


def outbox_of(state: sqlite3.Connection) -> Outbox:
    """What waits in the outbox. Outcomes are counted in full: each is one act of staff, whatever became of the case."""
    with state_errors():
        rows = state.execute("SELECT kind, count(*), min(at) FROM outbox WHERE acked IS NULL GROUP BY kind").fetchall()
    found = {kind: (count, date.fromisoformat(oldest)) for kind, count, oldest in rows}
    others = [kind for kind in found if kind not in _NAMED]
    return Outbox(
        _together(found, (Kind.UNMET_NEED,)),
        _together(found, _FLAGS),
        _together(found, (Kind.OUTCOME,)),
        _together(found, others),
    )


def _together(found: Mapping[int, tuple[int, date]], kinds: Iterable[int]) -> Waiting:
    waiting = [found[kind] for kind in kinds if kind in found]
    return Waiting(sum(count for count, _ in waiting), min((oldest for _, oldest in waiting), default=None))


@dataclass(frozen=True, slots=True)
class DueService:
    """A service that was last checked on `checked`, too long ago."""

    service: ServiceId
    checked: date


@dataclass(frozen=True, slots=True)
class DueBundle:
    """A situation whose review was due on `due`."""

    bundle: BundleId
    due: date


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """The catalogue in numbers, and what its editors should look at again, the longest due first."""

    version: int
    day: date
    services: int
    situations: int
    due_services: tuple[DueService, ...]
    due_bundles: tuple[DueBundle, ...]

    @property
    def due(self) -> int:
        """How many things are past their date."""
        return len(self.due_services) + len(self.due_bundles)


def catalogue_status(catalogue: Catalogue, today: date) -> CatalogueStatus:
    """How the catalogue is on a day. A source that gives only a year or a month counts from its end."""
    old = [DueService(service.id, checked_on(service)) for service in catalogue.services.values()]
    reviews = [DueBundle(b.id, b.review_date) for b in catalogue.bundles.values() if b.review_date is not None]
    due_services: Sequence[DueService] = [due for due in old if today - due.checked > CHECKED_WITHIN]
    return CatalogueStatus(
        catalogue.version,
        catalogue.day,
        len(catalogue.services),
        len(catalogue.bundles),
        tuple(sorted(due_services, key=lambda due: (due.checked, due.service))),
        tuple(sorted((due for due in reviews if due.due < today), key=lambda due: (due.due, due.bundle))),
    )


def checked_on(service: Service) -> date:
    """The day a service was last checked: the last day of the month or year where no more is known."""
    parts = [int(part) for part in service.source.as_of.split("-")]
    match parts:
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        case _:
            return date(*parts[:3])


def heard_ago(known: Known, now: datetime) -> timedelta:
    """How long ago a kiosk was last heard; never less than nothing, whatever the clocks did."""
    return max(timedelta(), now - known.heard_at)
