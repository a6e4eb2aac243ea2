"""Statuses of a step: the crosswalk, and which may follow which."""

from itertools import product

import pytest

from kiosk.counter.cases.statuses import CROSSWALK, OTHERS, QUICK, TRANSITIONS, Status, Task, closes, may_follow

CLOSING = {"got", "partly", "redirected", "not_eligible", "no_capacity", "not_obtained", "not_wanted"}


def test_every_status_has_its_names_elsewhere_and_its_successors():
    assert set(CROSSWALK) == set(TRANSITIONS) == set(Status)


def test_what_closes_the_loop_is_what_the_field_says():
    assert {status for status in Status if closes(status)} == CLOSING


def test_only_a_closed_step_leaves_a_need_unmet():
    unmet = {status for status, elsewhere in CROSSWALK.items() if elsewhere.unmet}

    assert unmet == {Status.NOT_ELIGIBLE, Status.NO_CAPACITY, Status.NOT_OBTAINED}
    assert all(closes(status) for status in unmet)


@pytest.mark.parametrize(
    ("status", "findhelp", "task"),
    [
        (Status.NEEDS_ACTION, "Needs client action", Task.ON_HOLD),
        (Status.PENDING, "Pending", Task.IN_PROGRESS),
        (Status.ELIGIBLE, "Eligible", Task.ACCEPTED),
        (Status.GOT, "Got help", Task.COMPLETED),
        (Status.REDIRECTED, "Referred elsewhere", Task.CANCELLED),
        (Status.UNREACHABLE, "Couldn't contact", Task.FAILED),
        (Status.NOT_ELIGIBLE, "Not eligible", Task.REJECTED),
        (Status.NO_CAPACITY, "No capacity", Task.REJECTED),
        (Status.NOT_OBTAINED, "Couldn't get help", Task.FAILED),
        (Status.NOT_WANTED, "No longer interested", Task.CANCELLED),
    ],
)
def test_a_status_has_the_name_that_others_know(status, findhelp, task):
    assert (CROSSWALK[status].findhelp, CROSSWALK[status].task) == (findhelp, task)


def test_the_seven_keys_and_the_rest_are_all_that_can_be_noted():
    assert len(QUICK) == 7
    assert sorted((*QUICK, *OTHERS, Status.HANDED)) == sorted(Status)


LEGAL = {
    "handed": "sent needs_action did_not_go unknown unreachable pending eligible got partly redirected not_eligible "
    "no_capacity not_obtained not_wanted",
    "pending": "needs_action did_not_go unknown unreachable pending eligible got partly redirected not_eligible "
    "no_capacity not_obtained not_wanted",
    "got": "got",
    "partly": "partly got pending not_wanted",
    "redirected": "redirected",
    "not_eligible": "not_eligible sent pending eligible got partly redirected not_wanted",
    "no_capacity": "no_capacity sent pending eligible got partly redirected not_wanted",
    "not_obtained": "not_obtained sent pending eligible got partly redirected not_wanted",
    "not_wanted": "not_wanted sent pending eligible got partly redirected",
}
SAME = {"sent": "handed", "needs_action": "handed", "did_not_go": "handed", "unknown": "handed",
        "unreachable": "handed", "eligible": "pending"}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [pytest.param(a, b, id=f"{a}-{b}") for a, b in product(Status, Status)])
def test_a_status_may_follow_another_or_not(before, after):
    assert may_follow(before, after) == (after.value in LEGAL[SAME.get(before.value, before.value)].split())
