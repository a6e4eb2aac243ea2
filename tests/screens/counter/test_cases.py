"""The list of cases in the real window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.counter.cases.case import read_case
from kiosk.counter.cases.erasing import Why, erase
from kiosk.counter.cases.following import follow_up
from kiosk.counter.cases.opening import note_outcome
from kiosk.counter.cases.statuses import Status
from tests.screens.counter.case_files import CODES, NOW, TODAY, Files
from tests.screens.counter.conftest import MARC, SAMIRA

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def files(state_folder, staff):
    return Files(state_folder, staff[SAMIRA])


@pytest.fixture
def listed(show, files):
    """Open the counter at the list of three cases: one due, one closed, one with a yes."""

    def _listed(**how):
        screen = show(now=NOW, **how)
        catalogue = screen.session.catalogue
        due = files.open(catalogue, CODES[0], "losing-a-job", day=TODAY - timedelta(days=9))
        files.do(lambda c: follow_up(c, due, TODAY - timedelta(days=2), files.by(TODAY - timedelta(days=5))))
        closed = files.open(catalogue, CODES[1], "having-a-baby", steps=1)
        files.do(lambda c: note_outcome(c, closed, 1, Status.GOT, files.by()))
        files.consent(files.open(catalogue, CODES[2], "moving-house"))
        screen.go("cases")
        return screen

    return _listed


def numbers(screen):
    return [row.number for row in screen.desk.view_of("cases").rows.rows]


def test_what_is_due_is_shown_first_and_said_whole(listed):
    screen = listed()

    (row,) = screen.names("ListItem")
    assert row.startswith("30-1, Losing a job, 0 of 4 done, Not yet, 2 days late, R-7K3F-9XD")


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (Qt.Key.Key_1, ["30-1"]),
        (Qt.Key.Key_2, ["30-1", "30-3"]),
        (Qt.Key.Key_3, ["30-1", "30-3", "30-2"]),
        (Qt.Key.Key_4, ["30-1", "30-3", "30-2"]),
    ],
)
def test_each_choice_is_one_key(listed, key, found):
    screen = listed()

    screen.press(key, ALT)

    assert numbers(screen) == found


def test_the_choices_say_how_many_they_have(listed):
    screen = listed(language="fr")

    assert {"À suivre (1)", "En cours (2)", "Les miens (3)", "Tous (3)"} <= set(screen.names("RadioButton"))


def test_a_code_is_typed_and_enter_lays_its_case_open(listed):
    screen = listed()

    screen.type("7k4")
    assert numbers(screen) == ["30-2"]
    screen.press(Qt.Key.Key_Return)

    assert screen.page == "case"
    assert "Case 30-2" in screen.names()


def test_a_first_name_is_found_only_once_it_was_read_and_only_until_the_lock(listed, staff):
    screen = listed()
    screen.type("ann")
    assert numbers(screen) == []

    screen.desk.view_of("cases").open("30-3")
    screen.desk.close()
    screen.draw()
    assert numbers(screen) == ["30-3"]
    assert any(", Anna," in name for name in screen.names("ListItem"))

    screen.desk.lock()
    screen.desk.admit(staff[SAMIRA])
    screen.draw()
    assert numbers(screen) == []


def test_the_list_is_moved_through_by_the_arrows_and_enter_opens(listed):
    screen = listed()
    screen.press(Qt.Key.Key_4, ALT)

    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Down)
    assert screen.focused().name.startswith("30-3")
    screen.press(Qt.Key.Key_Return)

    assert "Case 30-3" in screen.names()


def test_what_was_done_to_a_case_is_seen_on_coming_back(listed):
    screen = listed()
    screen.press(Qt.Key.Key_Return)

    screen.press(Qt.Key.Key_2)
    screen.press(Qt.Key.Key_F9)

    assert screen.page == "cases"
    assert any("Applied" in name for name in screen.names("ListItem"))


def test_an_empty_list_says_what_to_do(show):
    screen = show(now=NOW, page="cases", language="fr")

    assert any(name.startswith("Il n’y a aucun dossier.") for name in screen.names())


def test_a_case_erased_behind_the_window_goes_from_the_list(listed, files):
    screen = listed()
    files.do(lambda c: erase(c, read_case(c.state, "30-1", TODAY), Why.SUPERVISOR, files.by()))

    screen.desk.view_of("cases").read()

    assert numbers(screen) == []


def test_an_editor_of_the_catalogue_has_no_cases(show, staff, files):
    from kiosk.counter.staff import Role, SignedIn, Staff

    screen = show(now=NOW, somebody="")
    editor = Staff(staff[MARC].staff.id, "Dina", Role.EDITOR, "en")
    screen.desk.admit(SignedIn(editor, None, NOW))
    screen.go("cases")

    assert screen.page != "cases"
    screen.desk.view_of("cases").open(files.open(screen.session.catalogue).number)
    assert not screen.desk.view_of("case").property("there")


def test_cases_past_their_last_day_are_swept_in_the_background(listed, files, qtbot):
    from kiosk.app.counter_cases import sweeping

    now = NOW
    screen = listed()
    assert numbers(screen) == ["30-1"]
    for days in (400, 401, 402):
        screen.application.now = lambda days=days: now + timedelta(days=days)
        made = sweeping(screen.application)
        before = files.do(lambda c: c.state.execute("SELECT count(*) FROM case_file").fetchone())
        assert before == (3,)
        if days == 402:
            with qtbot.waitSignal(made.swept):
                made.start()
        else:
            made.sweep()
        made.close()

    assert numbers(screen) == []
    assert files.do(lambda c: c.state.execute("SELECT count(*) FROM case_gone").fetchone()) == (3,)
