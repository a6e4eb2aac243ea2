"""Visits counted without anything of them: by how they ended, in a lane, and at no cost where the disk is full."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.bridge.counting import Counting
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slip_printing import Progress
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import Page, Stop, Visit, about, going_to, speaking
from tests.by_hand import ByHand, rows
from tests.disks import full_disk

JOB = BundleId("losing-a-job")


class Printing(QObject):
    """A printer that says what it is told to."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.progress = Progress.NONE

    def say(self, progress):
        self.progress = progress
        self.changed.emit()


class Kiosk:
    """A kiosk whose visits are counted; its lane and its clock go on when they are told to."""

    def __init__(self, session, folder, qapp):
        self.session = session
        self.seconds = 0.0
        self.state = folder / "state.db"
        self._executor = ByHand()
        self._qapp = qapp
        self.printing = Printing()
        self.counting = Counting(session, Lane(self._executor), lambda: folder, lambda: self.seconds)
        self.counting.follow(self.printing)

    def visit(self, *pages, bundle=JOB, language="fr"):
        """Somebody goes through these pages."""
        self.session.do(lambda visit: speaking(visit, language))
        self.session.do(lambda visit: about(visit, bundle))
        for page in pages:
            self.session.do(lambda visit, page=page: going_to(visit, *page if isinstance(page, tuple) else (page,)))

    def leave(self):
        """The visit ends, and the lane does its work."""
        self.session.end()
        self._executor.run_all(self._qapp)

    def counts(self):
        """All that is counted but how long it took."""
        found = dict(rows(self.state, "measure", "name, count"))
        return {name: count for name, count in found.items() if not name.startswith("session.lasted")}


@pytest.fixture
def kiosk(session, tmp_path, qapp):
    return Kiosk(session, tmp_path, qapp)


ALWAYS = {"session": 1, "session.language.fr": 1}


@pytest.mark.parametrize(
    ("pages", "progress", "ending"),
    [
        ((Page.QUESTION,), None, "left"),
        ((Page.PLAN,), None, "seen"),
        ((Page.PLAN, Page.TAKE), None, "seen"),
        ((Page.PLAN, (Page.TAKE, "code")), None, "phone"),
        ((Page.PLAN, Page.TAKE), Progress.PRINTED, "printed"),
        ((Page.PLAN, Page.TAKE), Progress.SENDING, "printed"),
        ((Page.PLAN, Page.TAKE), Progress.PAPER_OUT, "seen"),
        ((Page.PLAN, (Page.TAKE, "code")), Progress.OFFLINE, "phone"),
    ],
)
def test_a_visit_is_counted_once_by_how_it_ended(kiosk, pages, progress, ending):
    kiosk.visit(*pages)
    if progress is not None:
        kiosk.printing.say(progress)
        kiosk.printing.say(Progress.NONE)

    kiosk.leave()

    assert kiosk.counts() == {**ALWAYS, f"session.ended.{ending}": 1}


def test_a_slip_that_came_out_counts_even_where_a_second_one_did_not(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.printing.say(Progress.PRINTED)
    kiosk.printing.say(Progress.PAPER_OUT)

    kiosk.leave()

    assert kiosk.counts()["session.ended.printed"] == 1


def test_nothing_is_written_while_somebody_is_there(kiosk):
    kiosk.visit(Page.PLAN)

    assert not kiosk.state.exists()


def test_nobody_at_all_is_no_visit(kiosk):
    kiosk.leave()

    assert not kiosk.state.exists()


def test_each_visit_begins_anew(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.printing.say(Progress.PRINTED)
    kiosk.leave()
    kiosk.visit(Page.QUESTION)
    kiosk.leave()

    assert kiosk.counts() == {
        "session": 2,
        "session.language.fr": 2,
        "session.ended.printed": 1,
        "session.ended.left": 1,
    }


def test_the_language_is_the_last_one_shown(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.session.do(lambda visit: speaking(visit, "en"))

    kiosk.leave()

    assert "session.language.en" in kiosk.counts()


def test_a_visit_that_nobody_answered_any_more_has_timed_out(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.counting.give_up()

    kiosk.leave()

    assert kiosk.counts()["session.timed_out"] == 1


def test_a_visit_in_which_staff_answered_was_helped_with_once(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.counting.help()
    kiosk.counting.help()

    kiosk.leave()

    assert kiosk.counts()["session.helped"] == 1


@pytest.mark.parametrize("page", [Page.SAFETY, Page.CARD])
def test_a_visit_to_the_page_of_safety_is_one_of_somebody_who_looked_and_left(kiosk, page):
    kiosk.visit(page, Page.PLAN, Page.HOME)
    kiosk.printing.say(Progress.PRINTED)
    kiosk.counting.help()
    kiosk.counting.give_up()

    kiosk.leave()

    assert kiosk.counts() == {**ALWAYS, "session.ended.left": 1}


def test_so_is_a_visit_about_anything_sensitive(kiosk):
    sensitive = next(bundle for bundle in kiosk.session.catalogue.bundles.values() if bundle.sensitive)
    kiosk.visit(Page.PLAN, bundle=sensitive.id)
    kiosk.printing.say(Progress.PRINTED)

    kiosk.leave()

    assert kiosk.counts() == {**ALWAYS, "session.ended.left": 1}


def test_a_visit_lasts_from_the_first_touch_to_the_end(kiosk):
    kiosk.visit(Page.PLAN)
    kiosk.seconds = 100
    kiosk.leave()

    assert ("session.lasted.105",) in rows(kiosk.state, "measure", "name")


def test_who_is_there_already_when_counting_begins_is_counted(session, tmp_path, qapp):
    session.do(lambda _: replace(Visit(language="en"), trail=(Stop(Page.HOME),)))
    kiosk = Kiosk(session, tmp_path, qapp)
    assert kiosk.counting.in_use_since == session.now()

    kiosk.leave()

    assert kiosk.counting.in_use_since is None
    assert kiosk.counts()["session"] == 1


def test_a_full_disk_costs_a_line_in_the_log_and_nothing_else(kiosk, caplog):
    kiosk.visit(Page.PLAN)

    with full_disk():
        kiosk.leave()

    assert "a visit could not be counted" in caplog.text
    kiosk.visit(Page.PLAN)
    kiosk.leave()
    assert kiosk.counts()["session"] == 1
