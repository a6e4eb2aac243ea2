"""What staff put over the catalogue reaches an open kiosk: before the next visit, and at the next plan of this one."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.bridge.session import Session
from kiosk.config import Site
from kiosk.counter.corrections.keeping import Wrong, correct, raise_flag, reject
from kiosk.counter.corrections.values import About, Field, NoteValue, Subject
from kiosk.counter.corrections.watching import Watch
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.visit import Page, going_to, only_about

AT = datetime(2026, 3, 12, 14, 0, tzinfo=UTC)
LINE = Subject(About.NUMBER, "cvitp")
CLOSED = Subject(About.SERVICE, "credit-counselling")


@pytest.fixture
def counter(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def kiosk(qapp, catalogue, words, tmp_path):
    """A kiosk whose counter is on the same machine."""
    watch = Watch(lambda: tmp_path / "state.db")
    over = lambda shipped: watch.over(shipped, AT.date())  # noqa: E731
    return Session(Site(), lambda: catalogue, words.__getitem__, lambda: AT, over)


def services(session):
    return {step.service for step in session.plan.steps}


def test_a_number_in_doubt_is_gone_when_the_next_visit_begins(kiosk, counter, catalogue):
    assert kiosk.catalogue.phones["cvitp"].verified

    raise_flag(counter, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", AT)
    kiosk.end()

    assert not kiosk.catalogue.phones["cvitp"].verified
    assert kiosk.shipped.phones["cvitp"].verified


def test_a_plan_that_stands_is_made_again_with_the_next_touch(kiosk, counter, catalogue):
    heard = []
    kiosk.do(lambda visit: going_to(only_about(visit, "making-ends-meet"), Page.PLAN))
    kiosk.changed.connect(lambda: heard.append(services(kiosk)))
    assert CLOSED.id in services(kiosk)

    raise_flag(counter, catalogue, Wrong(CLOSED, Field.CLOSED, urgent=True), "sam", AT)
    assert CLOSED.id in services(kiosk)
    kiosk.do(lambda visit: going_to(visit, Page.PAPERS))

    assert CLOSED.id not in services(kiosk)
    assert CLOSED.id not in heard[-1]


def test_a_decision_brings_it_back(kiosk, counter, catalogue):
    flag = raise_flag(counter, catalogue, Wrong(CLOSED, Field.CLOSED, urgent=True), "sam", AT)
    kiosk.do(lambda visit: going_to(only_about(visit, "making-ends-meet"), Page.PLAN))
    assert CLOSED.id not in services(kiosk)

    reject(counter, flag.id, "dina", AT)
    kiosk.do(lambda visit: going_to(visit, Page.PAPERS))

    assert CLOSED.id in services(kiosk)


def test_looking_again_tells_the_pages_once(kiosk, counter, catalogue):
    assert kiosk.catalogue is catalogue
    heard = []
    kiosk.changed.connect(lambda: heard.append(True))

    correct(counter, catalogue, CLOSED, NoteValue("Ring.", "Sonnez.", citizens=True), "dina", AT)
    kiosk.look_again()
    kiosk.look_again()

    assert heard == [True]
    assert kiosk.catalogue.services[CLOSED.id].notice.to("fr") == "Sonnez."


def test_a_change_of_something_else_leaves_the_plan_as_it_is(kiosk, counter, catalogue):
    kiosk.do(lambda visit: going_to(only_about(visit, "making-ends-meet"), Page.PLAN))
    plan = kiosk.plan

    correct(counter, catalogue, CLOSED, NoteValue("For staff.", "Pour le personnel."), "dina", AT)
    kiosk.look_again()

    assert kiosk.plan is plan


def test_a_catalogue_that_cannot_be_read_has_nothing_over_it(qapp, words, tmp_path):
    from kiosk.catalogue.reading import CatalogueMissingError

    def _missing():
        raise CatalogueMissingError("gone")

    watch = Watch(lambda: tmp_path / "state.db")
    session = Session(
        replace(Site()), _missing, words.__getitem__, lambda: AT, lambda shipped: watch.over(shipped, AT.date())
    )

    assert session.catalogue.services == {}
    session.end()
    assert session.problem == "catalogue_missing"
