"""Everything that a machine does of which the hub must hear, for tests that do it all."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import cbor2

from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import CasePlan, Planned
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections import keeping
from kiosk.counter.corrections.values import About, Field, NumberValue, Saying, Subject
from kiosk.counter.counts import Counted, keep_counts, tell_counts
from kiosk.counter.needs import Flag, Reason, Setting, UnmetNeed, keep
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.unmet import Kind as WantedKind
from kiosk.counter.unmet import Need, Wanted, keep_need
from kiosk.outbox.kinds import Kind
from kiosk.referral import registry
from kiosk.referral.keys import KioskKey
from kiosk.referral.token import Item, Referral, sign
from kiosk.state import atomic

DAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)
BY = By(StaffId("SAMIRA22"), NOW, DAY)
SETTING = Setting("2026-03-12T10", 2, "fr", BundleId("losing-a-job"), ServiceId("ei-regular"))
REFERRAL = Referral(b"referral", DAY, 7, (Item(17, 1, 1), Item(4, 2, 2)), life_event=9, language=2)
LINE = Subject(About.NUMBER, "dallas", ServiceId("dalhousie-legal-aid"))
SERVICE = Subject(About.SERVICE, "dalhousie-legal-aid")


@dataclass(frozen=True)
class Machine:
    """A machine that does everything: its files, open."""

    file: Path
    cabinet: Cabinet
    key: KioskKey
    catalogue: Catalogue

    @property
    def state(self) -> sqlite3.Connection:
        return self.cabinet.state

    def records(self, kind: Kind | None = None) -> list[dict[int, Any]]:
        rows = self.state.execute("SELECT kind, body FROM outbox ORDER BY seq").fetchall()
        return [cbor2.loads(body) for told, body in rows if kind in (None, told)]

    def count(self, table: str) -> int:
        number: int = self.state.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number

    def break_writes_to(self, table: str) -> None:
        for verb in ("INSERT", "UPDATE"):
            self.state.execute(
                f"CREATE TRIGGER no_{verb}_{table} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
            )


def issue(machine: Machine) -> None:
    registry.issue(machine.state, REFERRAL, machine.key)


def open_one(machine: Machine) -> None:
    open_case(machine.cabinet, CasePlan((Planned(17, 1),), "7K3F9XD", sign(REFERRAL, machine.key), 9), BY)


def note_one(machine: Machine) -> None:
    case = open_case(machine.cabinet, CasePlan((Planned(17, 1),)), BY)
    note_outcome(machine.cabinet, case, 1, Status.GOT, BY)


def citizens_need(machine: Machine) -> None:
    keep(machine.file, UnmetNeed(Reason.NO_WAY_THERE), SETTING)


def citizens_flag(machine: Machine) -> None:
    keep(machine.file, Flag(), SETTING)


def staffs_need(machine: Machine) -> None:
    with atomic(machine.state):
        keep_need(
            machine.state,
            Need(Wanted(WantedKind.TERM, "housing"), Reason.FULL, count=3),
            kiosk=0,
            language="en",
            today=DAY,
        )


def flag_one(machine: Machine) -> None:
    wrong = keeping.Wrong(LINE, Field.PHONE, Saying("902-555-0143", ""), urgent=True)
    keeping.raise_flag(machine.state, machine.catalogue, wrong, StaffId("SAMIRA22"), NOW)


def correct_one(machine: Machine) -> None:
    keeping.correct(machine.state, machine.catalogue, LINE, NumberValue("902-555-0143"), StaffId("MARC2222"), NOW)


def call_one(machine: Machine) -> None:
    keep_counts(machine.file, [Counted("2026-03-12T10", "call"), Counted("2026-03-12T10", "call.ended.answered")])


def counts_over(machine: Machine) -> None:
    machine.state.execute("INSERT INTO measure (hour, name, count) VALUES ('2026-03-12T10', 'session', 3)")
    tell_counts(machine.state, NOW)


Act = Callable[[Machine], None]
