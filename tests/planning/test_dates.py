from datetime import date

import pytest

from kiosk.catalogue.model import AnchorId, TimingKind
from kiosk.catalogue.text import text
from kiosk.planning.dates import anchor_of_event, dates_known, deadline_of, event_date_facts
from kiosk.planning.plan import Deadline, DueKind

TODAY = date(2026, 1, 12)
DEATH = AnchorId("death")
DIED = {DEATH: date(2026, 1, 5), AnchorId("now"): TODAY}


@pytest.mark.parametrize(
    ("offset", "anchor", "kind", "deadline"),
    [
        ("P30D", "death", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2026, 2, 4))),
        ("P2W", "death", TimingKind.RECOMMENDED, Deadline(DueKind.RECOMMENDED_BY, date(2026, 1, 19))),
        ("P12M", "death", TimingKind.EARLIEST, Deadline(DueKind.FROM, date(2027, 1, 5))),
        ("-P1D", "death", TimingKind.EARLIEST, Deadline(DueKind.FROM, date(2026, 1, 4))),
        ("P2D", "death", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2026, 1, 7), missed=True)),
        ("P1W", "death", TimingKind.DEADLINE, Deadline(DueKind.BY, TODAY)),
        ("next-04-30-or-P6M", "death", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2027, 4, 30))),
        ("P2D", "now", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2026, 1, 14))),
        ("PT24H", "now", TimingKind.DEADLINE, Deadline(DueKind.NOW, TODAY)),
        ("PT1H", "death", TimingKind.DEADLINE, Deadline(DueKind.NOW, TODAY)),
        ("PT1H", "loss", TimingKind.DEADLINE, Deadline(DueKind.NOW, TODAY)),
        ("--03-31", "season", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2026, 3, 31))),
        ("--01-11", "each_year", TimingKind.DEADLINE, Deadline(DueKind.BY, date(2027, 1, 11))),
        (
            "10-01/03-31",
            "season",
            TimingKind.WINDOW,
            Deadline(DueKind.BETWEEN, date(2026, 3, 31), first=date(2025, 10, 1)),
        ),
        (
            "-P3M/-P1D",
            "death",
            TimingKind.WINDOW,
            Deadline(DueKind.BETWEEN, date(2026, 1, 4), first=date(2025, 10, 5), missed=True),
        ),
    ],
)
def test_a_timing_becomes_a_date(small, offset, anchor, kind, deadline):
    assert deadline_of(small.timing(offset, anchor, kind), None, DIED, TODAY) == deadline


@pytest.mark.parametrize("offset", ["P30D", "-P3M/-P1D", "next-04-30-or-P6M", None])
def test_no_date_is_invented_for_a_day_that_is_not_known(small, offset):
    assert deadline_of(small.timing(offset, "first_pay"), None, DIED, TODAY) is None


def test_an_hour_counted_from_a_day_to_come_is_that_day(small):
    tomorrow = {DEATH: date(2026, 1, 13)}

    assert deadline_of(small.timing("PT1H"), None, tomorrow, TODAY) == Deadline(DueKind.BY, date(2026, 1, 13))


def test_a_missed_deadline_says_what_can_still_be_done_and_another_does_not(small):
    service = small.service("pension", deadlines=(small.timing("P11M"), small.late("Up to 11 months are paid back")))

    missed = deadline_of(small.timing("P2D"), service, DIED, TODAY)
    in_time = deadline_of(small.timing("P30D"), service, DIED, TODAY)

    assert missed.late == (text("Up to 11 months are paid back", "Up to 11 months are paid back"),)
    assert in_time.late == ()


@pytest.mark.parametrize(
    ("bundle", "anchor"),
    [
        ("death-in-the-family", "death"),
        ("having-a-baby", "birth"),
        ("losing-a-job", "last_day_worked"),
        ("turning-65", "turns_65"),
        ("new-to-nova-scotia", "arrival"),
        ("moving-house", "move"),
        ("getting-married", "wedding"),
        ("separation-divorce", "separation"),
        ("lost-wallet", "loss"),
        ("leaving-jail-or-hospital", "release"),
        ("housing-emergency", "notice"),
        ("starting-a-business", "start"),
        ("hiring-first-employee", "first_day"),
        ("leaving-school", None),
        ("heating-help", None),
    ],
)
def test_the_event_of_a_bundle_is_the_day_that_its_steps_count_from(real, bundle, anchor):
    assert anchor_of_event(real.bundles[bundle]) == anchor


def test_each_event_has_its_own_date_and_the_same_event_one():
    anchors = {"death": DEATH, "job": AnchorId("last_day_worked"), "estate": DEATH}

    questions = event_date_facts(("death", "job", "estate"), anchors)

    assert questions == {
        DEATH: ("event_date", "death"),
        AnchorId("last_day_worked"): ("event_date@job", "job"),
    }


@pytest.mark.parametrize(
    ("answers", "is_known"),
    [
        ({}, False),
        ({"residency_status": "permanent_resident"}, False),
        ({"residency_status": "permanent_resident", "arrived_from": "other_province"}, False),
        ({"residency_status": "worker", "arrived_from": "other_country"}, False),
        ({"residency_status": "permanent_resident", "arrived_from": "other_country"}, True),
    ],
)
def test_arriving_is_landing_only_for_who_comes_from_abroad_as_a_resident(answers, is_known):
    events = {AnchorId("arrival"): ("event_date", "new-to-nova-scotia")}

    dates = dates_known(events, {**answers, "event_date": date(2026, 1, 5)}, TODAY)

    assert ("landing" in dates) is is_known
    assert dates["arrival"] == date(2026, 1, 5)


def test_a_step_without_a_date_takes_the_one_of_its_service_when_the_event_gives_it(small):
    service = small.service(
        "licence",
        deadlines=(small.timing("P90D", kind=TimingKind.MUST_BY), small.timing("P1Y", "renewal", TimingKind.MUST_BY)),
    )
    steps = (small.step("own", "licence", timing=small.timing("P7D")), small.step("none", "other"))
    other = small.service("other", deadlines=service.deadlines)
    catalogue = small.catalogue((small.bundle("death", *steps, event_date=text("Date", "Date")),), service, other)

    plan = small.plan(catalogue, {"event_date": date(2026, 1, 5)})

    assert plan.step("death/own").deadline == Deadline(DueKind.BY, date(2026, 1, 12))
    assert plan.step("death/none").deadline == Deadline(DueKind.BY, date(2026, 4, 5))


def test_what_happens_by_itself_is_never_missed(real, small):
    plan = small.plan(real, {"event_date": date(2025, 1, 5)}, bundles=("death-in-the-family",))

    assert plan.step("death-in-the-family/funeral").deadline == Deadline(DueKind.BY, date(2025, 1, 7))
    assert plan.step("death-in-the-family/certs").deadline.missed
