"""Every act on a disk that is really full: done whole while there is ballast, else not at all, with the same error."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.cabinet import Cabinet, CaseNumber, open_keys
from kiosk.counter.cases.case import Case, CasePlan, Planned, read_case
from kiosk.counter.cases.following import follow_up
from kiosk.counter.cases.opening import add_steps, note_outcome, open_case
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections import citizens, exchange, keeping
from kiosk.counter.corrections.values import Field, FlagState
from kiosk.counter.counts import tell_counts
from kiosk.counter.reopening.editions import note_edition
from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.signing import sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import NeedId, take_back
from kiosk.outbox.ballast import lay_ballast
from kiosk.referral.keys import KioskKey
from kiosk.referral.token import sign
from kiosk.state import BALLAST_FILE, DiskFullError, atomic, open_state
from tests.counter.staff.conftest import quick
from tests.disks import fill, small_disk
from tests.outbox import acts
from tests.outbox.acts import BY, DAY, NOW, REFERRAL, SERVICE, Act, Machine

pytestmark = pytest.mark.root

MIB = 1 << 20
CASE = CaseNumber("26-1")
FLAGGED = keeping.Wrong(SERVICE, Field.FEE)


@pytest.fixture
def machine(tmp_path: Path, key: KioskKey, catalogue: Catalogue) -> Iterator[Machine]:
    """A machine where everything has been done once, on a disk of its own."""
    with small_disk(tmp_path / "disk") as disk:
        file = disk / "state.db"
        with closing(open_state(file, MIGRATIONS)) as state, closing(open_keys(disk)) as keys:
            machine = Machine(file, Cabinet(state, keys), key, catalogue)
            case = open_case(machine.cabinet, CasePlan((Planned(17, 1),)), BY)
            assert case.number == CASE
            acts.citizens_flag(machine)
            state.execute("INSERT INTO measure (hour, name, count) VALUES ('2026-03-12T10', 'session', 3)")
            keeping.raise_flag(state, catalogue, FLAGGED, BY.who, NOW)
            make_first_supervisor(
                state,
                replace(this_machine(disk), stretch=quick),
                untrusted_code=first_code(state, disk),
                name="Samira",
                untrusted_pin="482915",
                language="en",
                at=NOW,
            )
            state.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            yield machine


def the_case(machine: Machine) -> Case:
    return read_case(machine.state, CASE, DAY)


def note(machine: Machine) -> None:
    note_outcome(machine.cabinet, the_case(machine), 1, Status.GOT, BY)


def add(machine: Machine) -> None:
    add_steps(machine.cabinet, the_case(machine), (Planned(4, 2),), BY)


def follow(machine: Machine) -> None:
    follow_up(machine.cabinet, the_case(machine), DAY + timedelta(days=2), BY)


def claim(machine: Machine) -> None:
    open_case(machine.cabinet, CasePlan((Planned(17, 1),), "7K3F9XD", sign(REFERRAL, machine.key), 9), BY)


def decide(machine: Machine) -> None:
    (flag,) = keeping.open_flags(machine.state)
    keeping.accept(machine.state, flag.id, BY.who, NOW)


def look_into(machine: Machine) -> None:
    citizens.looked_into(machine.state, acts.SETTING.service, BY.who, NOW)


def merge(machine: Machine) -> None:
    (flag,) = keeping.open_flags(machine.state)
    decided = replace(flag, state=FlagState.REJECTED, decided_at=NOW, decided_by=BY.who)
    exchange.merge(machine.state, machine.catalogue, exchange.written([decided], []), NOW)


def need_back(machine: Machine) -> None:
    with atomic(machine.state):
        take_back(machine.state, NeedId(bytes(16)))


def edition(machine: Machine) -> None:
    note_edition(machine.state, machine.catalogue, DAY)


def tell(machine: Machine) -> None:
    tell_counts(machine.state, NOW)


def sign_in(machine: Machine) -> None:
    here = replace(this_machine(machine.file.parent), stretch=quick)
    sign_in_by_pin(machine.state, here, "Samira", "482915", at=NOW)


ACTS = [
    pytest.param(acts.issue, id="a referral"),
    pytest.param(acts.open_one, id="a case"),
    pytest.param(claim, id="a claim"),
    pytest.param(note, id="an outcome"),
    pytest.param(add, id="another step"),
    pytest.param(follow, id="a day to look again"),
    pytest.param(acts.citizens_need, id="a citizen's need"),
    pytest.param(acts.staffs_need, id="a need told by staff"),
    pytest.param(acts.citizens_flag, id="a citizen's flag"),
    pytest.param(acts.flag_one, id="a flag of staff"),
    pytest.param(acts.correct_one, id="a correction"),
    pytest.param(decide, id="a decision"),
    pytest.param(look_into, id="citizens' flags looked into"),
    pytest.param(merge, id="decisions that came"),
    pytest.param(acts.call_one, id="a call"),
    pytest.param(tell, id="the counts of an hour"),
    pytest.param(edition, id="an edition seen"),
    pytest.param(sign_in, id="signing in"),
]


def everything(machine: Machine) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    names = [name for (name,) in machine.state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: machine.state.execute(f"SELECT * FROM {name}").fetchall() for name in names}


@pytest.mark.parametrize("act", ACTS)
def test_with_ballast_the_act_is_done(machine: Machine, act: Act) -> None:
    before = everything(machine)
    lay_ballast(machine.file.parent, 6 * MIB)
    fill(machine.file.parent)

    act(machine)

    assert everything(machine) != before
    assert not (machine.file.parent / BALLAST_FILE).exists()


@pytest.mark.parametrize("act", ACTS)
def test_without_ballast_it_fails_whole_and_is_done_once_there_is_room(machine: Machine, act: Act) -> None:
    before = everything(machine)
    fill(machine.file.parent)

    with pytest.raises(DiskFullError):
        act(machine)
    assert everything(machine) == before

    (machine.file.parent / "others").unlink()
    act(machine)
    assert everything(machine) != before


def test_what_another_program_takes_in_the_midst_of_an_act_costs_that_act_and_no_later_one(machine: Machine) -> None:
    lay_ballast(machine.file.parent, 6 * MIB)

    def overtaken() -> None:
        with atomic(machine.state):
            fill(machine.file.parent)
            rows = [(f"2026-{hour:08}",) for hour in range(10_000)]
            machine.state.executemany("INSERT INTO measure (hour, name, count) VALUES (?, 'session', 1)", rows)

    with pytest.raises(DiskFullError):
        overtaken()
    before = everything(machine)
    acts.flag_one(machine)

    assert everything(machine) != before
