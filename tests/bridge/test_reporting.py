"""What a kiosk tells the counter of itself, and what it does when staff want something of it."""

import json
from dataclasses import replace

import pytest

from kiosk.bridge.counting import Counting
from kiosk.bridge.jobs import Lane
from kiosk.bridge.reporting import Gauge, Reporting
from kiosk.bridge.viewmodels.staff_words import StaffWordsViewModel
from kiosk.catalogue.model import BundleId
from kiosk.config import Config, Counter, InBoth
from kiosk.config.values import Referral, Sync
from kiosk.counter.calling.board import Board
from kiosk.counter.calling.calls import Ping, PrinterState, Shown
from kiosk.counter.calling.frames import CounterSilentError
from kiosk.languages.shipped import words_of
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import Issuer
from kiosk.referral.token import new_id
from kiosk.visit.visit import Page, about, going_to, speaking
from tests.by_hand import ByHand
from tests.disks import full_disk

NUMBERED = Config(referral=Referral(kiosk_number=2), counter=Counter(place=InBoth("Entrance", "Entrée")))


class Desk:
    """The counter at the other end of the line, which may be cut."""

    def __init__(self, now):
        self.there = True
        self.board = Board(now, lambda: 0.0, lambda entry: None)

    def greet(self, report, within):
        if not self.there:
            raise CounterSilentError("cut")
        return self.board.hear(Ping(report))


class Kiosk:
    """A kiosk whose timer and lane go on only when they are told to."""

    def __init__(self, session, folder, qapp, config):
        self.session = session
        self.desk = Desk(session.now)
        self.printer = PrinterState.READY
        self._executor = ByHand()
        self._qapp = qapp
        self.words = StaffWordsViewModel(session, words_of)
        self.counting = Counting(session, Lane(self._executor), lambda: folder, lambda: 0.0)
        self.reporting = Reporting(
            session,
            Gauge(config, lambda: folder),
            lambda: self.desk,
            Lane(self._executor),
            self.counting,
            self.words,
            lambda: self.printer,
        )

    def tell(self):
        """A few seconds later the kiosk says how it is; what the counter heard of it."""
        self.reporting.tell()
        self._executor.run_all(self._qapp)
        return self.desk.board.fleet.kiosks[0].report

    @property
    def number(self):
        return self.desk.board.fleet.kiosks[0].number


@pytest.fixture
def kiosk_with(session, tmp_path, qapp):
    return lambda config=NUMBERED: Kiosk(session, tmp_path, qapp, config)


@pytest.fixture
def kiosk(kiosk_with):
    kiosk = kiosk_with()
    kiosk.tell()
    return kiosk


@pytest.fixture
def token(session, tmp_path_factory):
    """A plan that the counter has signed with a key of its own."""
    issuer = Issuer(lambda: tmp_path_factory.mktemp("counter"), 0, 90)
    session.do(lambda visit: about(speaking(visit, "en"), BundleId("losing-a-job")))
    plan = session.plan
    session.end()
    return issuer.sign(session.catalogue, plan, Choices(), session.now().date(), new_id()).token


def test_a_kiosk_tells_its_number_place_catalogue_and_printer(kiosk):
    report = kiosk.tell()

    assert (report.kiosk, report.numbered, report.place_en, report.place_fr) == (2, True, "Entrance", "Entrée")
    assert report.catalogue == kiosk.session.catalogue.version
    assert report.catalogue_day == kiosk.session.catalogue.day.isoformat()
    assert report.printer is PrinterState.READY
    assert not report.disk_low


def test_a_kiosk_without_a_number_has_that_of_its_key(kiosk_with):
    first, second = kiosk_with(Config()).tell(), kiosk_with(Config()).tell()

    assert first.kiosk == second.kiosk != 0
    assert not first.numbered


def test_somebody_at_the_kiosk_is_told_by_their_language_and_since_when_and_no_more(kiosk):
    idle = kiosk.tell()
    kiosk.session.do(lambda visit: speaking(visit, "fr"))
    kiosk.session.do(lambda visit: about(going_to(visit, Page.PLAN), BundleId("losing-a-job")))

    report = kiosk.tell()

    assert (report.in_use_since, report.language) == (int(kiosk.session.now().timestamp()), "fr")
    changed = {name for name in report.__struct_fields__ if getattr(report, name) != getattr(idle, name)}
    assert changed <= {"in_use_since", "language", "clock"}


def test_todays_counts_are_told_with_each_visit_that_ends(kiosk):
    for visits in (1, 2):
        kiosk.session.do(lambda visit: speaking(visit, "fr"))
        kiosk.session.end()
        kiosk.tell()

        assert kiosk.tell().counts["session"] == visits


def test_a_kiosk_on_the_network_has_counts_of_its_own(kiosk_with):
    assert kiosk_with().tell().shares_state
    assert not kiosk_with(Config(counter=Counter(address="192.168.1.20:7411"))).tell().shares_state


def test_a_full_disk_keeps_no_report_back(kiosk_with):
    kiosk = kiosk_with()

    with full_disk():
        kiosk.reporting.tell()
        kiosk._executor.run_all(kiosk._qapp)

    assert kiosk.desk.board.fleet.kiosks[0].report.counts == {}


def test_a_kiosk_is_closed_at_its_first_screen_and_opened_again(kiosk):
    kiosk.desk.board.fleet.close(2, True)
    kiosk.tell()
    assert kiosk.words.property("closed")
    assert kiosk.tell().closed

    kiosk.desk.board.fleet.close(2, False)
    kiosk.tell()
    assert not kiosk.words.property("closed")


def test_closing_a_kiosk_cuts_no_visit_short(kiosk):
    kiosk.session.do(lambda visit: speaking(visit, "fr"))
    kiosk.desk.board.fleet.close(2, True)
    kiosk.tell()
    assert not kiosk.words.property("closed")

    kiosk.session.end()

    assert kiosk.words.property("closed")


def test_a_closed_kiosk_stays_closed_when_the_counter_goes_home(kiosk):
    kiosk.desk.board.fleet.close(2, True)
    kiosk.tell()

    kiosk.desk.there = False
    kiosk.tell()

    assert kiosk.words.property("closed")


def test_a_closed_kiosk_says_so_in_every_language_that_it_greets_in(kiosk):
    kiosk.words.close(True)

    assert kiosk.words.property("titles") == ["This kiosk is closed.", "Cette borne est fermée."]


def test_a_note_is_shown_once_to_whoever_is_there(kiosk):
    kiosk.session.do(lambda visit: speaking(visit, "fr"))
    kiosk.tell()
    kiosk.desk.board.fleet.say(2, "We close in ten minutes.")
    kiosk.tell()
    assert kiosk.words.property("note") == "We close in ten minutes."

    kiosk.words.dismiss()
    kiosk.tell()

    assert kiosk.words.property("note") == ""


def test_a_note_is_gone_with_the_visit(kiosk):
    kiosk.session.do(lambda visit: speaking(visit, "fr"))
    kiosk.words.say("Hello")

    kiosk.session.end()

    assert kiosk.words.property("note") == ""


def test_a_note_never_stands_on_the_first_screen(kiosk):
    kiosk.words.say("Hello")

    assert kiosk.words.property("note") == ""


def test_a_plan_of_the_counter_opens_as_it_stood_in_the_language_wanted(kiosk, token):
    plan = kiosk.desk.board.fleet.show_plan(2, token, "fr")

    kiosk.tell()

    visit = kiosk.session.visit
    assert (visit.page, visit.language, visit.bundles) == (Page.PLAN, "fr", (BundleId("losing-a-job"),))
    assert kiosk.session.plan.to_do()
    assert kiosk.desk.board.fleet.became_of(plan) is Shown.SHOWN


def test_a_plan_is_never_shown_over_the_visit_of_somebody(kiosk, token):
    plan = kiosk.desk.board.fleet.show_plan(2, token, "fr")
    kiosk.session.do(lambda visit: speaking(visit, "en"))
    before = kiosk.session.visit

    kiosk.tell()

    assert kiosk.session.visit is before
    assert kiosk.desk.board.fleet.became_of(plan) is Shown.IN_USE


def test_a_plan_is_shown_once(kiosk, token):
    kiosk.desk.board.fleet.show_plan(2, token, "fr")
    kiosk.tell()
    kiosk.session.end()

    kiosk.tell()

    assert kiosk.session.visit.page is Page.ATTRACT


@pytest.mark.parametrize("untrusted", ["NONSENSE", "A" * 900, "R-7K3F-9XD"])
def test_what_is_no_plan_is_told_as_such_and_changes_nothing(kiosk, untrusted):
    plan = kiosk.desk.board.fleet.show_plan(2, untrusted, "fr")

    kiosk.tell()

    assert kiosk.session.visit.page is Page.ATTRACT
    assert kiosk.desk.board.fleet.became_of(plan) is Shown.CANNOT


def test_a_plan_in_a_language_that_this_kiosk_lacks_opens_in_its_first(kiosk, token):
    kiosk.desk.board.fleet.show_plan(2, token, "tlh")

    kiosk.tell()

    assert kiosk.session.visit.language == "en"


def test_a_kiosk_with_a_hub_tells_when_that_last_had_everything(kiosk_with, tmp_path):
    config = replace(NUMBERED, sync=Sync(hub="https://hub.example.ca"))
    kiosk = kiosk_with(config)
    assert (kiosk.tell().has_hub, kiosk.tell().told) == (True, 0)

    note = {"at": "2026-03-12T13:00:00Z", "problem": "hub_unreachable", "went_well": "2026-03-12T12:00:00Z"}
    (tmp_path / "sync").mkdir()
    (tmp_path / "sync" / "told.json").write_text(json.dumps(note))

    assert kiosk.tell().told == 1773316800
