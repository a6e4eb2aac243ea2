"""A working day on state.db: acts of kiosk and counter, each one transaction, and what stands after each."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter import needs, tables
from kiosk.counter.corrections import keeping
from kiosk.counter.corrections.values import About, Field, NoteValue, Saying, Subject
from kiosk.outbox import receipts, streams
from kiosk.outbox import tables as outbox
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.referral import registry
from kiosk.referral.keys import KioskKey
from kiosk.referral.token import Item, Referral
from kiosk.state import atomic, open_state
from tests.faults.power import Log

MIGRATIONS = tuple(dict.fromkeys((*outbox.MIGRATIONS, *tables.MIGRATIONS)))
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
TODAY = date(2026, 3, 12)

Content = dict[str, list[tuple[Any, ...]]]
"""All rows of every table, in a fixed order."""

Act = Callable[[], object]


@dataclass(slots=True)
class Day:
    """What stood at first and after each act, and how many deeds of the disk there had been when it was told."""

    stood: list[Content] = field(default_factory=list)
    deeds: list[int] = field(default_factory=list)

    def told_before(self, deeds: int) -> int:
        """The number of the last act that had been told when the power went; 0 is the state at first."""
        return sum(mark <= deeds for mark in self.deeds) - 1


def careless_work(state_file: Path, log: Log) -> Day:
    """Do some acts that tell the hub in a second transaction, as the house does not."""
    day = Day()
    with closing(open_state(state_file, MIGRATIONS)) as state:
        for number in range(20):
            day.stood.append(content(state))
            day.deeds.append(len(log.deeds))
            with atomic(state):
                needs.count(state, "2026-03-12T12", "met.partly")
            with atomic(state):
                put(state, Kind.COUNTS, {1: "2026-03-12T12", 2: {"met.partly": number}}, TODAY)
    return day


def work(state_file: Path, log: Log, catalogue: Catalogue, key: KioskKey, pragmas: Sequence[str] = ()) -> Day:
    """Do a day's acts; `pragmas` are said to the connection that stays open, over those of the house."""
    day = Day()

    def note(state: sqlite3.Connection, deeds: int) -> None:
        day.stood.append(content(state))
        day.deeds.append(deeds)

    for act in (lambda: None, *_acts_of_their_own(state_file)):
        act()
        deeds = len(log.deeds)
        with closing(open_state(state_file, MIGRATIONS)) as state:
            note(state, deeds)
    with closing(open_state(state_file, MIGRATIONS)) as state:
        for pragma in (*pragmas, "PRAGMA wal_autocheckpoint = 25"):  # sooner than by itself, so that cuts meet it
            state.execute(pragma)
        for act in (*_acts_of_their_own(state_file), *_acts(state, catalogue, key), *_exchanges(state)):
            act()
            note(state, len(log.deeds))
    return day


def content(state: sqlite3.Connection) -> Content:
    """Everything that stands in the tables."""
    names = [row[0] for row in state.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: sorted(map(tuple, state.execute(f"SELECT * FROM {name}")), key=repr) for name in names}


def _acts_of_their_own(state_file: Path) -> Iterator[Act]:
    """Acts that open the file by themselves, as the kiosk's do."""
    setting = needs.Setting("2026-03-12T10", 2, "fr", service=ServiceId("ei-regular"))
    said = (needs.UnmetNeed(needs.Reason.NO_WAY_THERE), needs.Flag(), needs.Judgement(needs.Met.NO))
    for one in said * 2:
        yield lambda one=one: needs.keep(state_file, one, setting)  # type: ignore[misc]


def _acts(state: sqlite3.Connection, catalogue: Catalogue, key: KioskKey) -> Iterator[Act]:
    services = sorted(catalogue.services)
    subjects = [Subject(About.SERVICE, service) for service in services]
    for number in range(24):
        issued = TODAY - timedelta(days=400 if number < 8 else 0)
        referral = Referral(number.to_bytes(8, "big"), issued, 7, tuple(Item(n, 1, n) for n in range(1, 12)))
        yield lambda referral=referral: registry.issue(state, referral, key)  # type: ignore[misc]
        if number % 4 == 0:
            wrong = keeping.Wrong(subjects[number], Field.FEE, Saying("It is free." * 20, "C’est gratuit." * 20))
            yield lambda wrong=wrong: keeping.raise_flag(state, catalogue, wrong, "", NOON)  # type: ignore[misc]
        if number % 4 == 2:
            yield lambda at=number: keeping.correct(  # type: ignore[misc]
                state, catalogue, subjects[at], NoteValue("Ring.", "Sonnez."), "", NOON
            )
    yield lambda: registry.purge(state, TODAY)
    for number in range(24, 32):
        referral = Referral(number.to_bytes(8, "big"), TODAY, 7, (Item(number, 1, 1),))
        yield lambda referral=referral: registry.issue(state, referral, key)  # type: ignore[misc]


def _exchanges(state: sqlite3.Connection) -> Iterator[Act]:
    """Records put in, acknowledged, let go, asked for again and begun anew; receipts that come and are dealt with."""
    for number in range(12):
        yield lambda number=number: _counted(state, number)  # type: ignore[misc]
    yield lambda: _acknowledged(state, 8)
    yield lambda: _told(state, (receipts.Received(3, 1, b"one" * 40), receipts.Received(7, 4, b"two")))
    yield lambda: _at_once(state, lambda: streams.rewind(state, streams.stream_of(state).hwm - 3))
    yield lambda: _acknowledged(state, 5)
    yield lambda: _at_once(state, lambda: streams.let_go(state, TODAY + timedelta(days=1)))
    yield lambda: _at_once(state, lambda: receipts.dealt_with(state, receipts.received(state)[0]))
    yield lambda: _counted(state, 12)
    yield lambda: _at_once(state, lambda: streams.begin_stream(state, again=True))
    yield lambda: _acknowledged(state, 2)


def _counted(state: sqlite3.Connection, number: int) -> None:
    with atomic(state):
        needs.count(state, "2026-03-12T12", "met.partly")
        put(state, Kind.COUNTS, {1: "2026-03-12T12", 2: {"met.partly": number}}, TODAY)


def _acknowledged(state: sqlite3.Connection, most: int) -> None:
    with atomic(state):
        rows = streams.unsent(state, streams.stream_of(state).hwm, most)
        streams.acknowledge(state, [(row.seq, row.id * 2) for row in rows], TODAY)


def _told(state: sqlite3.Connection, told: Sequence[receipts.Received]) -> None:
    with atomic(state):
        receipts.receive(state, told, told[-1].number)


def _at_once(state: sqlite3.Connection, act: Act) -> None:
    with atomic(state):
        act()
