"""Every act the hub must hear of: its record is on the disk with it, or neither is, and it says no more than it may."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.cabinet import Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Planned, plan_of
from kiosk.counter.cases.opening import IllegalOutcomeError, note_outcome, open_case
from kiosk.counter.cases.statuses import Reason as Trouble
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections import exchange, keeping
from kiosk.counter.corrections.values import Field, NoteValue
from kiosk.counter.counts import Counted, count_all, tell_counts
from kiosk.counter.needs import Flag, Judgement, Met, Reason, UnmetNeed, keep, setting_of
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import Kind as WantedKind
from kiosk.counter.unmet import Need, Wanted, keep_need, take_back
from kiosk.outbox.days import day_number
from kiosk.outbox.kinds import Kind
from kiosk.referral import registry
from kiosk.referral.keys import KioskKey
from kiosk.referral.token import Item, referral_for, sign
from kiosk.state import atomic, open_state
from tests.outbox.acts import (
    BY,
    DAY,
    LINE,
    NOW,
    REFERRAL,
    SERVICE,
    SETTING,
    Act,
    Machine,
    call_one,
    citizens_flag,
    citizens_need,
    correct_one,
    counts_over,
    flag_one,
    issue,
    note_one,
    open_one,
    staffs_need,
)


@pytest.fixture
def machine(tmp_path: Path, key: KioskKey, catalogue: Catalogue) -> Iterator[Machine]:
    file = tmp_path / "state.db"
    with closing(open_state(file, MIGRATIONS)) as state, closing(open_keys(tmp_path)) as keys:
        yield Machine(file, Cabinet(state, keys), key, catalogue)


ACTS = [
    pytest.param(issue, "referral_issued", Kind.REFERRAL, id="a referral"),
    pytest.param(open_one, "case_file", Kind.CASE_CLAIM, id="a case"),
    pytest.param(note_one, "case_outcome", Kind.OUTCOME, id="an outcome"),
    pytest.param(citizens_need, "unmet_need", Kind.UNMET_NEED, id="a citizen's need"),
    pytest.param(staffs_need, "unmet_need", Kind.UNMET_NEED, id="a need told by staff"),
    pytest.param(citizens_flag, "flag", Kind.CITIZEN_FLAG, id="a citizen's flag"),
    pytest.param(flag_one, "catalogue_flag", Kind.STAFF_FLAG, id="a flag of staff"),
    pytest.param(correct_one, "catalogue_correction", Kind.CORRECTION, id="a correction"),
    pytest.param(call_one, "measure WHERE name LIKE 'call%'", Kind.CALL, id="a call"),
    pytest.param(counts_over, "measure WHERE told > 0", Kind.COUNTS, id="the counts of an hour"),
]

AUDITED = [
    pytest.param(open_one, Kind.CASE_CLAIM, id="a case"),
    pytest.param(note_one, Kind.OUTCOME, id="an outcome"),
    pytest.param(flag_one, Kind.STAFF_FLAG, id="a flag of staff"),
    pytest.param(correct_one, Kind.CORRECTION, id="a correction"),
]


@pytest.mark.parametrize(("act", "table", "kind"), ACTS)
def test_an_act_leaves_its_record(machine: Machine, act: Act, table: str, kind: Kind) -> None:
    act(machine)

    assert machine.count(table) > 0
    assert len(machine.records(kind)) == 1


@pytest.mark.parametrize(("act", "table", "kind"), ACTS)
def test_where_the_record_cannot_be_written_nothing_was_done(
    machine: Machine, act: Act, table: str, kind: Kind
) -> None:
    machine.break_writes_to("outbox")

    with pytest.raises(sqlite3.IntegrityError, match="broken"):
        act(machine)

    assert machine.count(table) == 0


@pytest.mark.parametrize(("act", "table", "kind"), ACTS)
def test_where_the_act_cannot_be_written_there_is_no_record(machine: Machine, act: Act, table: str, kind: Kind) -> None:
    if act is counts_over:
        machine.state.execute(
            "CREATE TRIGGER no_mark BEFORE UPDATE ON measure BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    else:
        machine.break_writes_to(table.split()[0])

    with pytest.raises(sqlite3.IntegrityError, match="broken"):
        act(machine)

    assert machine.records(kind) == []


@pytest.mark.parametrize(("act", "kind"), AUDITED)
def test_where_the_audit_cannot_be_written_there_is_no_record_either(machine: Machine, act: Act, kind: Kind) -> None:
    machine.break_writes_to("audit")

    with pytest.raises(sqlite3.IntegrityError, match="broken"):
        act(machine)

    assert machine.records() == []


def test_a_referral_is_told_as_its_token_has_it(machine: Machine) -> None:
    issue(machine)

    assert machine.records() == [{1: b"referral", 2: day_number(DAY), 3: 7, 4: [[17, 1], [4, 2]], 5: 9}]


def test_a_referral_that_is_printed_again_is_not_told_again(machine: Machine) -> None:
    issued = registry.issue(machine.state, REFERRAL, machine.key, lambda: b"another!")
    again = registry.issue(machine.state, REFERRAL, machine.key, lambda: b"another!")

    assert issued.referral != again.referral
    assert [told[1] for told in machine.records()] == [b"referral", b"another!"]


def test_a_discreet_service_is_told_of_no_more_than_in_the_token(machine: Machine) -> None:
    items = [Item(17, 1, 1), Item(66, 2, 2)]
    registry.issue(
        machine.state,
        referral_for(items, discreet={66}, issued=DAY, catalogue_version=7, life_event=9),
        machine.key,
    )
    registry.issue(
        machine.state,
        referral_for(items[1:], discreet={66}, issued=DAY, catalogue_version=7, life_event=9),
        machine.key,
    )

    some, none = machine.records()
    assert (some[4], some[5]) == ([[17, 1]], 9)
    assert none[4] == []
    assert 5 not in none


def test_no_discreet_service_of_the_catalogue_gets_into_a_case_and_from_there_up(machine: Machine) -> None:
    discreet = [service.number for service in machine.catalogue.services.values() if service.discreet]
    assert discreet
    referral = replace(REFERRAL, items=(Item(17, 1), *(Item(number, 2) for number in discreet[:5])))
    case = open_case(machine.cabinet, plan_of(machine.catalogue, referral, sign(referral, machine.key)), BY)
    for step in case.steps:
        note_outcome(machine.cabinet, case, step.place, Status.GOT, BY)

    assert {told[3] for told in machine.records(Kind.OUTCOME)} == {17}


def test_a_sensitive_visit_sends_no_topic_up(machine: Machine) -> None:
    sensitive = next(bundle for bundle in machine.catalogue.bundles.values() if bundle.sensitive)
    setting = setting_of(machine.catalogue, (sensitive.id,), None, NOW, 2, "en")

    keep(machine.file, UnmetNeed(Reason.CLOSED), setting)
    keep(machine.file, Flag(), setting)

    assert machine.records() == [{1: "2026-03-12T14", 2: "hours", 5: "citizen"}, {1: "2026-03-12T14"}]


def test_a_claim_names_the_kiosk_that_issued_and_the_referral(machine: Machine) -> None:
    open_one(machine)

    assert machine.records() == [{1: b"\x00\x00\x00\x0c", 2: b"referral", 3: day_number(DAY)}]


@pytest.mark.parametrize("token", ["", "TOKEN", base64.b32encode(b"x" * 100).decode()])
def test_a_case_without_a_slip_that_can_be_read_claims_nothing(machine: Machine, token: str) -> None:
    open_case(machine.cabinet, CasePlan((Planned(17, 1),), "7K3F9XD", token), BY)

    assert machine.records() == []


def test_an_outcome_goes_to_the_office_that_issued(machine: Machine) -> None:
    plan = CasePlan((Planned(17, 1), Planned(4, 2)), "7K3F9XD", sign(REFERRAL, machine.key), 9)
    case = open_case(machine.cabinet, plan, BY)
    both = frozenset({Trouble.WAIT, Trouble.COST})
    note_outcome(machine.cabinet, case, 2, Status.NOT_OBTAINED, BY, reasons=both, minutes=6)
    note_outcome(machine.cabinet, case, 2, Status.PENDING, BY, corrects=True)

    named = {1: b"\x00\x00\x00\x0c", 2: b"referral", 3: 4, 4: 2, 7: day_number(DAY)}
    assert machine.records(Kind.OUTCOME) == [
        {**named, 5: "not_obtained", 6: "cost wait"},
        {**named, 5: "pending", 8: True},
    ]


def test_an_outcome_that_cannot_be_is_not_told(machine: Machine) -> None:
    case = open_case(machine.cabinet, CasePlan((Planned(17, 1),)), BY)
    case = note_outcome(machine.cabinet, case, 1, Status.GOT, BY)

    with pytest.raises(IllegalOutcomeError):
        note_outcome(machine.cabinet, case, 1, Status.PENDING, BY)

    assert len(machine.records()) == 1


def test_a_citizens_need_says_the_hour_and_what_it_was_about(machine: Machine) -> None:
    citizens_need(machine)
    citizens_flag(machine)

    assert machine.records() == [
        {1: "2026-03-12T10", 2: "transport", 3: "losing-a-job", 4: "ei-regular", 5: "citizen"},
        {1: "2026-03-12T10", 2: "ei-regular"},
    ]


def test_a_judgement_is_only_counted(machine: Machine) -> None:
    keep(machine.file, Judgement(Met.YES), SETTING)

    assert machine.records() == []


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(WantedKind.TERM, "housing"), {6: "housing"}),
        (Wanted(WantedKind.SERVICE, "ei-regular"), {4: "ei-regular"}),
        (Wanted(WantedKind.BUNDLE, "losing-a-job"), {3: "losing-a-job"}),
        (Wanted(WantedKind.WORDS, "a bed for my brother"), {}),
    ],
)
def test_a_need_told_by_staff_goes_up_without_their_words(
    machine: Machine, wanted: Wanted, told: dict[int, str]
) -> None:
    with atomic(machine.state):
        id_ = keep_need(machine.state, Need(wanted, Reason.FULL, count=2), kiosk=0, language="en", today=DAY)

    assert machine.records() == [{1: "2026-03-12", 2: "full", 5: "staff", 7: 2, 8: id_, **told}]


def test_a_need_that_was_a_mistake_is_taken_back_at_the_hub_too_and_once(machine: Machine) -> None:
    with atomic(machine.state):
        need = Need(Wanted(WantedKind.TERM, "housing"), Reason.FULL)
        id_ = keep_need(machine.state, need, kiosk=0, language="en", today=DAY)
    for _ in range(2):
        with atomic(machine.state):
            take_back(machine.state, id_)

    assert machine.count("unmet_need") == 0
    assert machine.records()[1:] == [{1: "2026-03-12", 8: id_, 9: True}]


def test_a_flag_goes_up_in_the_form_of_a_file_that_another_machine_reads(machine: Machine) -> None:
    flag_one(machine)
    flag_one(machine)

    for told in machine.records(Kind.STAFF_FLAG):
        file = msgspec.json.decode(told[1])
        assert (file["form"], len(file["flags"]), file["corrections"]) == ("guichet-corrections-1", 1, [])


def test_what_goes_up_is_what_comes_out_as_a_file(machine: Machine, tmp_path: Path) -> None:
    flag_one(machine)
    correct_one(machine)

    with closing(open_state(tmp_path / "steward.db", MIGRATIONS)) as steward:
        for told in machine.records():
            exchange.merge(steward, machine.catalogue, told[1], NOW)
        assert exchange.exported(steward) == exchange.exported(machine.state)
        assert steward.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_a_decision_and_a_correction_taken_off_go_up_too(machine: Machine) -> None:
    wrong = keeping.Wrong(LINE, Field.PHONE)
    flag = keeping.raise_flag(machine.state, machine.catalogue, wrong, StaffId("SAMIRA22"), NOW)
    keeping.reject(machine.state, flag.id, StaffId("MARC2222"), NOW, "It is right.")
    note = NoteValue("Ring twice.", "Sonnez deux fois.")
    laid = keeping.correct(machine.state, machine.catalogue, SERVICE, note, StaffId("MARC2222"), NOW)
    keeping.clear_correction(machine.state, laid.id, StaffId("MARC2222"), NOW)

    told = [msgspec.json.decode(told[1]) for told in machine.records()]
    assert [flag["state"] for file in told for flag in file["flags"]] == ["waiting", "rejected"]
    assert [correction["state"] for file in told for correction in file["corrections"]] == ["lying", "cleared"]


def test_each_call_that_ended_goes_up_and_is_in_no_count(machine: Machine) -> None:
    call_one(machine)
    with atomic(machine.state):
        count_all(machine.state, [Counted("2026-03-12T10", "call"), Counted("2026-03-12T10", "call.ended.missed")])
    tell_counts(machine.state, NOW)

    assert machine.records() == [{1: "2026-03-12T10", 2: "answered"}, {1: "2026-03-12T10", 2: "missed"}]


def test_counts_are_told_once_their_hour_or_day_is_over(machine: Machine) -> None:
    for when in ("2026-03-11", "2026-03-12", "2026-03-12T13", "2026-03-12T14"):
        with atomic(machine.state):
            count_all(machine.state, [Counted(when, "session"), Counted(when, "session"), Counted(when, "x")])

    assert tell_counts(machine.state, NOW) == 2
    assert tell_counts(machine.state, NOW) == 0

    assert machine.records() == [
        {1: "2026-03-11", 2: {"session": 2, "x": 1}},
        {1: "2026-03-12T13", 2: {"session": 2, "x": 1}},
    ]


def test_what_an_hour_got_after_it_was_told_is_told_by_itself(machine: Machine) -> None:
    late = Counted("2026-03-12T13", "session")
    with atomic(machine.state):
        count_all(machine.state, [late, late])
    tell_counts(machine.state, NOW)
    with atomic(machine.state):
        count_all(machine.state, [late])
    tell_counts(machine.state, NOW)

    assert [told[2] for told in machine.records()] == [{"session": 2}, {"session": 1}]


def test_a_state_of_an_earlier_version_takes_up_the_outbox(tmp_path: Path) -> None:
    before = tuple(m for m in MIGRATIONS if m.subject != "outbox" and m.name != "measures_told")
    with closing(open_state(tmp_path / "state.db", before)) as old:
        old.execute("INSERT INTO measure (hour, name, count) VALUES ('2026-03-12T10', 'session', 3)")

    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        assert tell_counts(state, NOW) == 1
