"""The picture of a way as the page shows it: fitted to its frame, told in words, gone with the visit."""

from datetime import date

import pytest

from kiosk.bridge.viewmodels.where import WhereViewModel
from kiosk.bridge.way_pictures import WayPictures
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, speaking

JOB = "losing-a-job"
NBSP = "\N{NO-BREAK SPACE}"


def at_where(place):
    subject = f"{JOB}/ei/{place}"
    return Visit(
        language="en",
        trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.WHERE, subject)),
        bundles=(BundleId(JOB),),
        answers={EVENT_DATE: date(2026, 3, 6)},
    )


@pytest.fixture
def shown(session):
    """The sketch on the page of a place, in a frame of 950 by 370."""

    pages = []

    def _shown(place, width=950):
        session.do(lambda _: at_where(place))
        pages.append(WhereViewModel(session, WayPictures()))
        pages[-1].map.fit(width, 370, 27)
        return pages[-1]

    return _shown


def test_across_the_harbour_no_time_on_foot_is_told(shown):
    sketch = shown("sc-dartmouth").map

    assert sketch.property("straight") == f"1.6{NBSP}km to the east"
    assert sketch.property("onFoot") == "Water in between"
    assert "There is water in between." in sketch.property("spoken")


def test_on_this_side_it_is(shown):
    sketch = shown("sc-halifax").map

    assert sketch.property("onFoot") == "about 35 min"
    assert "On foot: about 35 min." in sketch.property("spoken")


def test_far_away_neither_is_told(shown):
    sketch = shown("sc-sydney").map

    assert sketch.property("straight") == f"312{NBSP}km to the north-east"
    assert sketch.property("onFoot") == ""
    assert "foot" not in sketch.property("spoken")


@pytest.mark.parametrize("place", ["sc-dartmouth", "sc-halifax", "sc-sydney"])
def test_whatever_the_sketch_writes_is_said(shown, place):
    sketch = shown(place).map

    written = [row.words for row in sketch.marks.rows] + [sketch.property("scaleWords"), "You are here"]
    assert len(written) > 3
    assert [words for words in written if words not in sketch.property("spoken")] == []


def test_another_frame_moves_everything_and_the_same_one_nothing(shown):
    sketch = shown("sc-dartmouth").map
    drawn = []
    sketch.changed.connect(lambda: drawn.append(sketch.picture))

    sketch.fit(950, 370, 27)
    assert drawn == []
    sketch.fit(500, 370, 27)
    assert drawn[0].place[0] < 500


def test_a_frame_that_is_not_there_yet_draws_nothing(shown):
    sketch = shown("sc-dartmouth", width=0).map

    assert sketch.property("known")
    assert sketch.picture is None


def test_the_sketch_follows_the_language(session, shown):
    page = shown("sc-halifax")

    session.do(lambda visit: speaking(visit, "fr"))

    assert page.map.property("straight") == f"2,1{NBSP}km vers le sud-est"
    assert page.map.property("spoken").startswith("Carte")


def test_a_place_that_nobody_has_measured_has_no_sketch(session):
    bundle = BundleId("service/marriage-licence")
    stop = Stop(Page.WHERE, f"{bundle}/it/ans-truro")
    session.do(lambda _: Visit(language="en", trail=(Stop(Page.HOME), stop), bundles=(bundle,)))

    page = WhereViewModel(session, WayPictures())

    assert not page.map.property("known")


def test_nothing_of_the_way_is_left_after_the_visit(session, shown):
    page = shown("sc-dartmouth")
    assert page.map.marks.rows

    session.end()

    assert page.map.picture is None
    assert page.map.marks.rows == ()
    assert page.map.property("spoken") == page.map.property("straight") == ""
