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
from kiosk.referral import registry
from kiosk.referral.keys import KioskKey
from kiosk.referral.token import Item, Referral
from kiosk.state import open_state
from tests.faults.power import Log

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


def work(state_file: Path, log: Log, catalogue: Catalogue, key: KioskKey, pragmas: Sequence[str] = ()) -> Day:
    """Do a day's acts; `pragmas` are said to the connection that stays open, over those of the house."""
    day = Day()

    def note(state: sqlite3.Connection, deeds: int) -> None:
        day.stood.append(content(state))
        day.deeds.append(deeds)

    for act in (lambda: None, *_acts_of_their_own(state_file)):
        act()
        deeds = len(log.deeds)
        with closing(open_state(state_file, tables.MIGRATIONS)) as state:
            note(state, deeds)
    with closing(open_state(state_file, tables.MIGRATIONS)) as state:
        for pragma in (*pragmas, "PRAGMA wal_autocheckpoint = 25"):  # sooner than by itself, so that cuts meet it
            state.execute(pragma)
        for act in (*_acts_of_their_own(state_file), *_acts(state, catalogue, key)):
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
