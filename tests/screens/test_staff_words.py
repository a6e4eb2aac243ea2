"""What staff want of a kiosk, in its window: closed, a word to read, a plan to look at, by a real line to a counter."""

import itertools
import time
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from kiosk import paths
from kiosk.bridge.auditing.drawn import items_in
from kiosk.config import Config, Counter
from kiosk.config.values import Referral
from kiosk.counter.calling.board import Board
from kiosk.counter.calling.line import SOCKET_FILE, Address
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import key_from, new_code, pair
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import Issuer
from kiosk.referral.token import new_id
from kiosk.visit.visit import Page, about, going_to
from tests.by_hand import rows

LANDSCAPE = (1920, 1080)
NUMBERED = Config(referral=Referral(kiosk_number=2))


@pytest.fixture
def state(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    folder.mkdir()
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


@pytest.fixture
def board(state):
    """The counter on the same machine."""
    seconds = itertools.count()
    board = Board(datetime.now, lambda: next(seconds) / 1000, lambda entry: None)
    listener = Listener(board.hear, state / SOCKET_FILE)
    listener.start()
    yield board
    listener.close()


@pytest.fixture
def kiosk(show, board, qtbot):
    """A kiosk that the counter has heard of."""

    def _kiosk(**how):
        screen = show(config=NUMBERED, **how)
        screen.application.keep_in_touch()
        qtbot.waitUntil(lambda: bool(board.fleet.kiosks))
        return screen

    return _kiosk


def told(screen, qtbot, claim):
    """The kiosk reports until `claim` is true."""

    def reported():
        screen.application.outpost.reporting.tell()
        return claim()

    qtbot.waitUntil(reported)
    screen.draw()


@pytest.mark.parametrize("size", [(1080, 1920), LANDSCAPE])
def test_a_closed_kiosk_says_where_to_go_in_both_languages_and_takes_no_touch(kiosk, board, qtbot, size):
    screen = kiosk(size=size)
    board.fleet.close(2, True)

    told(screen, qtbot, lambda: screen.application.staff.property("closed"))

    assert {"This kiosk is closed.", "Cette borne est fermée."} <= set(screen.names())
    assert "Adressez-vous au comptoir." in screen.names()
    assert screen.controls() == []
    screen.press(Qt.Key.Key_F1)
    screen.press(Qt.Key.Key_Return)
    assert screen.page == Page.ATTRACT


@pytest.mark.parametrize("size", [(1080, 1920), LANDSCAPE])
@pytest.mark.parametrize("letters", [0, 2])
def test_nothing_on_the_closed_page_is_cut_off(show, size, letters):
    screen = show(size=size, letters=letters)

    screen.application.staff.close(True)
    screen.draw()

    assert not [item for item in items_in(screen.window, hidden=False) if item.property("truncated")]
    assert all(node.rect.top() >= 0 and node.rect.bottom() <= size[1] for node in screen.nodes())


def test_a_kiosk_that_is_opened_again_greets(kiosk, board, qtbot):
    screen = kiosk()
    board.fleet.close(2, True)
    told(screen, qtbot, lambda: screen.application.staff.property("closed"))

    board.fleet.close(2, False)
    told(screen, qtbot, lambda: not screen.application.staff.property("closed"))

    assert screen.controls()


def test_a_word_from_the_desk_is_read_and_put_away_by_touch_or_key(kiosk, board, qtbot):
    screen = kiosk(language="fr")
    told(screen, qtbot, lambda: board.fleet.kiosks[0].report.in_use_since > 0)
    ways = {
        "On ferme dans dix minutes.": lambda: screen.tap("Button", "J’ai lu"),
        "On ferme dans cinq minutes.": lambda: screen.press(Qt.Key.Key_Return),
    }
    for note, away in ways.items():
        board.fleet.say(2, note)
        told(screen, qtbot, lambda note=note: note in screen.names())
        assert screen.focused().name == "J’ai lu"

        away()

        assert note not in screen.names()
        assert screen.page == Page.HOME


def test_no_word_from_the_desk_stands_between_a_person_and_the_way_out(kiosk, board, qtbot):
    screen = kiosk(language="en")
    screen.session.do(lambda visit: going_to(visit, Page.SAFETY))
    told(screen, qtbot, lambda: board.fleet.kiosks[0].report.in_use_since > 0)
    board.fleet.say(2, "We close in ten minutes.")
    for _ in range(2):  # the first answer may have been on its way when the note was written
        told(screen, qtbot, lambda: True)
        qtbot.waitUntil(lambda: not screen.application.outpost.reporting._asking)
    screen.draw()
    assert "We close in ten minutes." not in screen.names()
    assert screen.find("Button", "Leave now").enabled

    screen.session.do(lambda visit: going_to(visit, Page.HOME))
    told(screen, qtbot, lambda: "We close in ten minutes." in screen.names())


def test_a_plan_of_the_counter_comes_up_on_the_first_screen(kiosk, board, qtbot, tmp_path):
    screen = kiosk()
    screen.application.kiosk.speak("en")
    screen.session.do(lambda visit: about(visit, next(iter(screen.session.catalogue.bundles))))
    plan = screen.session.plan
    issuer = Issuer(lambda: tmp_path, 7, 90)
    token = issuer.sign(screen.session.catalogue, plan, Choices(), screen.session.now().date(), new_id()).token
    screen.session.end()
    told(screen, qtbot, lambda: bool(board.fleet.free()))

    board.fleet.show_plan(2, token, "fr")
    told(screen, qtbot, lambda: screen.page == Page.PLAN)

    assert screen.session.language == "fr"
    assert [step.id for step in screen.session.plan.to_do()] == [step.id for step in plan.to_do()]


def test_a_visit_that_times_out_is_counted_as_such(kiosk, board, qtbot, state):
    screen = kiosk(language="fr")
    screen.patience.ask()
    for _ in range(screen.patience.property("secondsLeft")):
        screen.patience.tick()

    assert screen.page == Page.ATTRACT
    file = paths.state_folder() / "state.db"
    qtbot.waitUntil(lambda: file.exists() and bool(rows(file, "measure", "name")))
    names = {name for (name,) in rows(file, "measure", "name")}
    assert {"session", "session.language.fr", "session.ended.left", "session.timed_out"} <= names


def test_over_the_network_a_paired_kiosk_reports_with_counts_of_its_own_and_is_closed(show, state, qtbot):
    code = new_code()
    pair(state, code)
    board = Board(datetime.now, time.monotonic, lambda entry: None)
    listener = Listener(board.hear, state / "elsewhere.sock", Address("127.0.0.1", 0), key_from(code))
    listener.start()
    try:
        counter = Counter(address=f"127.0.0.1:{listener.ports[0]}")
        screen = show(config=replace(NUMBERED, counter=counter), language="fr")
        screen.application.keep_in_touch()
        screen.session.end()
        told(screen, qtbot, lambda: any(known.report.counts.get("session") for known in board.fleet.kiosks))
        assert not board.fleet.kiosks[0].report.shares_state

        board.fleet.close(2, True)
        told(screen, qtbot, lambda: screen.application.staff.property("closed"))
    finally:
        listener.close()


def test_a_report_costs_the_window_less_than_a_frame(kiosk):
    screen = kiosk(language="fr")
    reporting = screen.application.outpost.reporting

    def cost():
        began = time.perf_counter()
        reporting.tell()
        return time.perf_counter() - began

    assert sorted(cost() for _ in range(9))[4] < 0.016
