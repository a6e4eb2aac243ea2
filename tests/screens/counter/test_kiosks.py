"""The page of kiosks in the real window: what kiosks say over the real line, and what staff ask of them by keys."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.auditing.drawn import items_in
from kiosk.config import Config
from kiosk.counter.calling.calls import Call, Ping, PrinterState, Report, Standing, Withdrawal, new_call_id
from kiosk.counter.needs import Flag, Reason, Setting, UnmetNeed, keep
from tests.by_hand import rows
from tests.disks import full_disk
from tests.screens.counter.conftest import NOW

NOW_S = int(NOW.timestamp())
FIRST = Report(
    1,
    numbered=True,
    place_en="Entrance",
    place_fr="Entrée",
    printer=PrinterState.READY,
    clock=NOW_S,
    day="2026-03-12",
    counts={"session": 31, "session.ended.printed": 31},
)
SECOND = Report(2, numbered=True, printer=PrinterState.PAPER_OUT, in_use_since=NOW_S - 300, language="fr", clock=NOW_S)


class Steady:
    """A clock that goes on only when it is told to."""

    seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def kiosks(show, kiosk, steady):
    """The page, once kiosks have said so much over the line."""

    def _opened(*reports, **wishes):
        screen = show(steady=steady, **wishes)
        for report in reports:
            kiosk(screen, Ping(report))
        screen.go("kiosks")
        return screen

    return _opened


def said(screen, role=""):
    """What is read out, with plain spaces."""
    return [name.replace("\u00a0", " ") for name in screen.names(role)]


def card(screen, name):
    """All that is read out of the card of a kiosk."""
    names = said(screen)
    begin = next(i for i, each in enumerate(names) if each.startswith(name + ","))
    return names[begin : begin + 14]


def test_without_kiosks_the_page_says_how_to_get_one(kiosks):
    screen = kiosks()

    assert "No kiosk yet" in screen.names()


def test_each_kiosk_is_shown_as_it_is(kiosks):
    screen = kiosks(FIRST, SECOND)

    first, second = card(screen, "Kiosk 1"), card(screen, "Kiosk 2")
    assert first[0] == "Kiosk 1, Entrance, Working"
    assert {"Nobody is at it.", "Printer: Ready, with paper", "Visits today: 31"} <= set(first)
    assert second[0] == "Kiosk 2, Needs somebody"
    assert {"In use since 10:09 a.m., in French.", "Printer: Out of paper: put some in"} <= set(second)


def test_so_it_is_in_french(kiosks):
    screen = kiosks(FIRST, SECOND, language="fr")

    assert card(screen, "Borne 1")[0] == "Borne 1, Entrée, Fonctionne"
    assert "Utilisée depuis 10 h 09, en français." in said(screen)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        ({"clock": NOW_S - 600}, "Its clock is 10 minutes off: set it."),
        ({"disk_low": True}, "Its disk is nearly full."),
        ({"catalogue": 999_999}, "It has version 999999 of the catalogue; here it is"),
    ],
)
def test_what_somebody_has_to_do_something_about_is_said(kiosks, report, words):
    screen = kiosks(msgspec.structs.replace(FIRST, **report))

    assert [name for name in screen.names() if name.startswith(words)]


def test_a_kiosk_that_falls_silent_is_off_since_it_was_last_heard(kiosks, steady):
    screen = kiosks(FIRST)

    steady.seconds += 30
    screen.go("kiosks")
    screen.desk.view_of("kiosks").look()
    screen.draw()

    assert card(screen, "Kiosk 1")[0] == "Kiosk 1, Entrance, Off since 10:14 a.m."
    assert "Close Kiosk 1" not in screen.names("Button")


def test_a_kiosk_that_was_off_yesterday_is_off_since_that_day(kiosks, steady, open_counter, staff):
    screen = kiosks(FIRST)
    screen.close()

    again = open_counter(somebody=staff["Samira Khan"], now=NOW + timedelta(days=1), page="kiosks")

    assert card(again, "Kiosk 1")[0] == "Kiosk 1, Entrance, Off since 12 March"


def test_a_call_is_on_its_card_and_in_the_list_of_today(kiosks, kiosk):
    screen = kiosks(FIRST, SECOND)
    kiosk(screen, Call(new_call_id(), kiosk=2, language="fr", letters=1))
    screen.desk.view_of("kiosks").look()
    screen.draw()

    assert card(screen, "Kiosk 2")[0] == "Kiosk 2, Help asked"
    assert "Waiting 0:00. Speaks French." in screen.names()
    assert "10:14 a.m., Kiosk 2, French · large letters, waiting, 0:00" in said(screen, "ListItem")


def test_a_kiosk_is_closed_and_opened_with_one_key(kiosks, kiosk):
    screen = kiosks(FIRST, SECOND)

    screen.press(Qt.Key.Key_C)
    assert kiosk(screen, Ping(FIRST)).closed
    assert not kiosk(screen, Ping(SECOND)).closed

    screen.press(Qt.Key.Key_O)
    assert not kiosk(screen, Ping(FIRST)).closed


def test_closing_and_opening_is_in_the_audit(kiosks, state_folder):
    screen = kiosks(FIRST, SECOND)
    screen.press(Qt.Key.Key_C)
    screen.press(Qt.Key.Key_O)

    acts = rows(state_folder / "state.db", "audit", "act, subject, who <> ''")
    assert acts[-2:] == [("kiosk_closed", "1", 1), ("kiosk_opened", "1", 1)]


def test_on_a_full_disk_no_kiosk_is_closed_and_it_is_said(kiosks, kiosk):
    screen = kiosks(FIRST)

    with full_disk():
        screen.desk.view_of("kiosks").close(1, True)
    screen.draw()

    assert [name for name in screen.names() if name.endswith("not done.") or name.endswith("Try again.")]
    assert not kiosk(screen, Ping(FIRST)).closed


def test_a_digit_gives_the_keys_to_another_kiosk(kiosks, kiosk):
    screen = kiosks(FIRST, SECOND)

    screen.press(Qt.Key.Key_2)
    screen.press(Qt.Key.Key_C)

    assert kiosk(screen, Ping(SECOND)).closed
    screen.draw()
    assert card(screen, "Kiosk 2")[0] == "Kiosk 2, Closes after this visit"


def test_a_closed_kiosk_stays_so_when_the_counter_is_started_again(kiosks, kiosk, open_counter, staff):
    screen = kiosks(FIRST)
    screen.press(Qt.Key.Key_C)
    screen.close()

    again = open_counter(somebody=staff["Samira Khan"], page="kiosks")

    assert kiosk(again, Ping(FIRST)).closed


def test_a_note_reaches_the_screen_of_whoever_is_there(kiosks, kiosk):
    screen = kiosks(SECOND)

    screen.press(Qt.Key.Key_N)
    screen.type("We close at noon.")
    screen.press(Qt.Key.Key_F9)

    assert kiosk(screen, Ping(SECOND)).note == "We close at noon."
    assert screen.focused().name.startswith("Send a note")


def test_a_note_to_a_caller_goes_with_the_answer(kiosks, kiosk):
    screen = kiosks(SECOND)
    call = Call(new_call_id(), kiosk=2, language="fr")
    kiosk(screen, call)
    screen.desk.view_of("kiosks").look()
    screen.draw()

    screen.press(Qt.Key.Key_N)
    screen.type("I bring a pen.")
    screen.press(Qt.Key.Key_Return)

    answer = kiosk(screen, call)
    assert (answer.standing, answer.note) == (Standing.TOLD, "I bring a pen.")


def test_a_note_for_somebody_who_has_left_is_told_as_such(kiosks, kiosk):
    screen = kiosks(SECOND)
    screen.press(Qt.Key.Key_N)
    screen.type("Hello")
    kiosk(screen, Ping(msgspec.structs.replace(SECOND, in_use_since=0)))

    screen.press(Qt.Key.Key_F9)
    assert "Nobody is at that kiosk any more." in screen.names()

    screen.press(Qt.Key.Key_Escape)
    assert screen.page == "kiosks"
    assert "Nobody is at that kiosk any more." not in screen.names()


def test_a_kiosk_that_is_gone_for_good_is_shown_no_more(kiosks, steady, open_counter, staff):
    screen = kiosks(FIRST, SECOND)
    steady.seconds += 30
    screen.desk.view_of("kiosks").look()
    screen.draw()

    screen.press(Qt.Key.Key_G)

    assert "Kiosk 1" not in screen.names()
    screen.close()
    again = open_counter(somebody=staff["Samira Khan"], page="kiosks")
    assert [name for name in again.names() if name.startswith("Kiosk 2,")]
    assert not [name for name in again.names() if name.startswith("Kiosk 1,")]


def test_a_finished_call_is_counted_once(kiosks, kiosk, state_folder):
    screen = kiosks(FIRST)
    call = Call(new_call_id(), kiosk=1, language="fr")
    kiosk(screen, call)
    screen.calls.board.come("Samira", 0)
    screen.calls.board.finish()
    kiosk(screen, call)
    kiosk(screen, Withdrawal(call.id))
    screen.close()

    counted = dict(rows(state_folder / "state.db", "measure", "name, count"))
    assert counted == {"call": 1, "call.ended.answered": 1, "call.answered_within.5": 1}


def test_what_waits_to_leave_is_counted(kiosks, state_folder):
    screen = kiosks()
    keep(state_folder / "state.db", UnmetNeed(Reason.CLOSED), Setting("2026-03-10T09", 2, "fr"))
    keep(state_folder / "state.db", Flag(), Setting("2026-03-12T09", 2, "fr"))

    screen.desk.view_of("kiosks").look()
    screen.draw()

    assert {"Unmet needs: 1, since 10 March", "Mistakes flagged: 1, since today", "Outcomes: 0"} <= set(
        screen.names("ListItem")
    )


def test_the_catalogue_is_told_with_what_is_past_its_date(kiosks):
    screen = kiosks()
    services = len(screen.session.catalogue.services)
    assert f"services: {services}" in screen.names("ListItem")

    screen.press(Qt.Key.Key_L)
    assert "To look at again" in screen.names()
    assert [name for name in screen.names("ListItem") if name.endswith("Service: last checked then")]

    screen.press(Qt.Key.Key_Escape)
    assert "To look at again" not in screen.names()


def test_a_missing_catalogue_is_said(kiosks, tmp_path):
    config = Config()
    screen = kiosks(config=replace(config, catalogue=replace(config.catalogue, path=str(tmp_path / "none.db"))))

    assert "No catalogue can be read. Run guichet doctor." in screen.names()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "scale"), [((1920, 1080), 1.0), ((1280, 720), 1.0), ((1366, 768), 1.0), ((1920, 1080), 1.5)]
)
def test_nothing_is_cut_off(kiosks, kiosk, language, size, scale):
    screen = kiosks(FIRST, SECOND, Report(3_987_654_321), language=language, size=size, scale=scale)
    kiosk(screen, Call(new_call_id(), kiosk=2, language="ar", letters=2, listening=True, private=True))
    screen.desk.view_of("kiosks").look()
    screen.draw()

    cut = [item.property("text") for item in items_in(screen.window, hidden=False) if item.property("truncated")]
    assert cut == []
    assert all(node.rect.left() >= 0 and node.rect.right() <= size[0] for node in screen.nodes())


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"has_hub": True, "told": NOW_S - 60}, "Told to the hub: today at 10:13 a.m."),
        ({"has_hub": True}, "Told to the hub: Told nothing yet"),
        ({"has_hub": True, "told": 250_000_000_000}, "Told to the hub: on"),
    ],
)
def test_a_kiosk_says_when_its_hub_last_had_everything(kiosks, told, words):
    screen = kiosks(msgspec.structs.replace(FIRST, **told))

    assert any(words in name for name in card(screen, "Kiosk 1"))


def test_a_kiosk_without_a_hub_says_nothing_of_one(kiosks):
    screen = kiosks(FIRST)

    assert not any("hub" in name for name in card(screen, "Kiosk 1"))
