"""Staff see who hands over to whom behind a plan, and what is asked again; a citizen's plan says nothing of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.model import BundleId, DeliveryStructure
from kiosk.counter.seams import Boundary, Carrier, boundary_between, seams_of
from kiosk.planning import Here, make_plan
from kiosk.planning.plan import Status

NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


def planned(real, *bundles, answers=()):
    return make_plan(real, tuple(map(BundleId, bundles)), dict(answers), now=NOW, here=Here(44.66, -63.59))


@pytest.fixture(scope="module")
def birth(real):
    return seams_of(real, planned(real, "having-a-baby"))


def test_a_paper_that_one_organization_gives_another_is_handed_over_by_the_person(birth):
    [passport] = [handover for handover in birth.handovers if handover.to_step == "having-a-baby/passport"]

    assert (passport.giver, passport.taker) == ("vital-stats", "passport-program")
    assert (passport.carrier, passport.document) == (Carrier.PAPER, "birth-certificate")
    assert passport.boundary is Boundary.BETWEEN_GOVERNMENTS


def test_a_step_that_waits_for_anothers_without_a_paper_is_a_return(birth):
    [benefit] = [handover for handover in birth.handovers if handover.to_step == "having-a-baby/ccb"]

    assert (benefit.giver, benefit.carrier, benefit.document) == ("vital-stats", Carrier.RETURN, None)


def test_what_several_organizations_ask_for_is_told_once_with_all_of_them(birth):
    papers = {again.what: again.organizations for again in birth.asked_again if again.is_paper}
    facts = {again.what: again.organizations for again in birth.asked_again if not again.is_paper}

    assert papers["birth-certificate"] == ("service-canada", "passport-program")
    assert facts["residency_status"] == ("dhw", "cra", "service-canada")
    assert len(birth.asked_again) == len(papers) + len(facts)


def test_no_paper_is_told_that_one_organization_alone_asks_for(real):
    for bundle in real.bundles:
        plan = planned(real, bundle)
        services = {step.id: step.service for step in plan.steps}
        askers = {
            paper.id: {real.services[services[step]].organization for step in paper.steps if services[step]}
            for paper in plan.documents
        }

        told = {again.what for again in seams_of(real, plan).asked_again if again.is_paper}

        assert told == {paper for paper, organizations in askers.items() if len(organizations) > 1}


def test_every_step_is_in_one_lane_and_none_hands_over_to_itself(real):
    for bundle in real.bundles:
        plan = planned(real, bundle)
        seams = seams_of(real, plan)

        steps = [task.step for lane in seams.lanes for task in lane.tasks]
        assert sorted(steps) == sorted(s.id for s in plan.steps if s.status is not Status.DOES_NOT_APPLY)
        assert all(handover.giver != handover.taker for handover in seams.handovers)
        assert {handover.to_step for handover in seams.handovers} <= set(steps)
        assert sum(map(seams.across, Boundary)) == len(seams.handovers)


def test_a_task_says_how_it_is_given_where_it_is_done(birth):
    by_step = {task.step: task for lane in birth.lanes for task in lane.tasks}

    assert by_step["having-a-baby/passport"].delivery.structure is DeliveryStructure.INTEGRATED_AGENCY
    assert by_step["having-a-baby/passport"].delivery.on_behalf_of == "passport-program"
    assert by_step["having-a-baby/ccb"].delivery is None


@pytest.mark.parametrize(
    ("one", "other", "between"),
    [
        ("cra", "service-canada", Boundary.WITHIN_GOVERNMENT),
        ("cra", "dhw", Boundary.BETWEEN_GOVERNMENTS),
        ("osd", "feed-ns", Boundary.BETWEEN_SECTORS),
    ],
)
def test_a_boundary_is_named_by_what_lies_on_either_side(real, one, other, between):
    assert boundary_between(real, one, other) is between
    assert boundary_between(real, other, one) is between


def test_what_does_not_apply_has_no_seam(real):
    plan = planned(real, "losing-a-job")
    left_out = {step.id for step in plan.steps if step.status is Status.DOES_NOT_APPLY}

    told = {task.step for lane in seams_of(real, plan).lanes for task in lane.tasks}

    assert not told & left_out
