"""Supervisors see to who works here, by keys alone and by touch."""

from contextlib import closing
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from kiosk.config import Config, PrinterKind
from kiosk.counter.staff import Role, people, this_machine
from kiosk.counter.staff.attempts import LockedError
from kiosk.counter.staff.giving import give_badge
from kiosk.counter.staff.people import named, standings
from kiosk.counter.staff.signing import BadgeUnknownError, SignInError, sign_in_by_badge, sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.referral.slip.content import Paper
from kiosk.state import open_state
from tests.disks import full_disk
from tests.screens.counter.conftest import MARC, NOW, PINS, SAMIRA, quick


@pytest.fixture
def state(state_folder):
    """What the counter keeps, as another program sees it."""
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def machine(state_folder):
    return replace(this_machine(state_folder), stretch=quick)


@pytest.fixture
def printing(tmp_path):
    """A counter whose printer leaves what it prints in a folder."""
    (tmp_path / "printed").mkdir()
    config = Config()
    printer = replace(config.printer, kind=PrinterKind.FILE, folder=str(tmp_path / "printed"))
    return replace(config, printer=printer), tmp_path / "printed"


def choose(screen, name):
    """Go to somebody with the arrows."""
    for _ in range(10):
        if screen.desk.view_of("people").property("name") == name:
            return
        screen.press(Qt.Key.Key_Down)
    raise AssertionError(f"{name} is not in the list")


def idle(screen):
    screen.wait_until(lambda: not screen.desk.view_of("people").property("busy"))


def test_somebody_new_is_added_with_their_pin_by_keys_alone(show, state, machine, staff):
    screen = show()
    screen.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    screen.press(Qt.Key.Key_F9)
    screen.type("Ines Roy")
    screen.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    screen.press(Qt.Key.Key_F9)
    screen.type("730164")
    screen.press(Qt.Key.Key_Return)
    screen.type("730164")
    screen.press(Qt.Key.Key_Return)
    idle(screen)

    signed = sign_in_by_pin(state, machine, "Ines Roy", "730164", at=NOW)
    assert (signed.staff.role, signed.vault_key) == (Role.EDITOR, None)
    assert "Ines Roy can sign in with the new PIN." in screen.names()
    assert screen.focused() is not None


def test_somebody_is_moved_to_by_arrows_and_shown_in_full(show):
    screen = show(page="people")

    choose(screen, SAMIRA)

    assert screen.focused().name in ("Who works here", SAMIRA)
    assert {"supervisor", "Set.", "None yet.", "Yes, when they sign in."} <= set(screen.names())


def test_a_new_pin_replaces_the_old_one(show, state, machine, staff):
    screen = show(page="people")
    choose(screen, MARC)

    screen.press(Qt.Key.Key_P)
    screen.type("730164")
    screen.press(Qt.Key.Key_Tab)
    screen.type("730164")
    screen.press(Qt.Key.Key_F9)
    idle(screen)

    assert sign_in_by_pin(state, machine, MARC, "730164", at=NOW).vault_key == staff[SAMIRA].vault_key
    with pytest.raises(SignInError):
        sign_in_by_pin(state, machine, MARC, PINS[MARC], at=NOW)


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ("730164", "730165", "The two PINs are not the same."),
        ("123456", "123456", "This PIN is easy to guess."),
        ("7301", "7301", "A PIN has 6 to 12 digits."),
    ],
)
def test_a_pin_that_is_refused_is_said_in_words_and_asked_again(show, state, machine, first, second, problem):
    screen = show(page="people")
    choose(screen, MARC)
    screen.press(Qt.Key.Key_P)

    screen.type(first)
    screen.press(Qt.Key.Key_Return)
    screen.type(second)
    screen.press(Qt.Key.Key_Return)
    idle(screen)

    assert any(name.startswith(problem) for name in screen.names())
    assert screen.focused().name == "PIN, 6 to 12 digits"
    assert not any(first in name for name in screen.names())
    assert sign_in_by_pin(state, machine, MARC, PINS[MARC], at=NOW)


def test_a_locked_pin_is_seen_and_unlocked(show, state, machine):
    for _ in range(5):
        with pytest.raises((SignInError, LockedError)):
            sign_in_by_pin(state, machine, MARC, "906153", at=NOW)
    screen = show(page="people")
    choose(screen, MARC)
    assert "Wrong five times: locked until you unlock it." in screen.names()

    screen.press(Qt.Key.Key_U)

    assert "Marc can sign in again." in screen.names()
    assert sign_in_by_pin(state, machine, MARC, PINS[MARC], at=NOW)


def test_what_happened_to_somebody_s_sign_in_is_told_with_who_did_it(show, state, machine):
    with pytest.raises(SignInError):
        sign_in_by_pin(state, machine, MARC, "906153", at=NOW)
    screen = show(page="people")

    choose(screen, MARC)

    assert [(row.when, row.words) for row in screen.desk.view_of("people").lately.rows] == [
        ("12 March, 10:14\xa0a.m.", "sign-in refused"),
        ("12 March, 10:14\xa0a.m.", "new PIN · Samira Khan"),
        ("12 March, 10:14\xa0a.m.", "person added · Samira Khan"),
    ]
    assert "sign-in refused" in screen.names()


def test_a_lock_that_came_meanwhile_shows_when_the_page_is_met_again(show, state, machine):
    screen = show(page="people")
    screen.press(Qt.Key.Key_F2)
    for _ in range(5):
        with pytest.raises((SignInError, LockedError)):
            sign_in_by_pin(state, machine, MARC, "906153", at=NOW)

    screen.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    choose(screen, MARC)

    assert "Wrong five times: locked until you unlock it." in screen.names()


def test_a_badge_is_printed_and_signs_in(show, state, machine, staff, printing):
    config, folder = printing
    screen = show(page="people", config=config)
    choose(screen, MARC)

    screen.press(Qt.Key.Key_B)
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: "The badge is printed." in screen.names())
    screen.press(Qt.Key.Key_Escape)

    (printed,) = folder.iterdir()
    assert printed.read_bytes().startswith(b"%PDF")
    assert "Has one." in screen.names()


def test_what_is_printed_is_the_badge_that_was_given(show, state, machine, staff, printing, tmp_path):
    config, _ = printing
    screen = show(page="people", config=config)
    view = screen.desk.view_of("people")
    badge = give_badge(state, staff[SAMIRA], staff[MARC].staff.id, at=NOW)

    picture = view._typeset(badge, staff[MARC].staff)

    (tmp_path / "badge.png").write_bytes(picture.png())
    assert picture.paper is Paper(config.printer.paper.value)
    assert zxingcpp.read_barcode(Image.open(tmp_path / "badge.png")).text == badge.text
    assert sign_in_by_badge(state, machine, badge.text, at=NOW).staff.name == MARC


def test_without_a_printer_no_badge_is_made_and_the_page_says_how(show, state):
    screen = show(page="people")
    choose(screen, MARC)

    screen.press(Qt.Key.Key_B)
    screen.press(Qt.Key.Key_F9)

    assert any("guichet staff badge" in name for name in screen.names())
    assert not any(person.has_badge for person in standings(state))


def test_a_lost_badge_opens_nothing_any_more(show, state, machine, staff):
    badge = give_badge(state, staff[SAMIRA], staff[MARC].staff.id, at=NOW)
    screen = show(page="people")
    choose(screen, MARC)

    screen.press(Qt.Key.Key_L)

    assert "The badge of Marc opens nothing any more." in screen.names()
    with pytest.raises(BadgeUnknownError):
        sign_in_by_badge(state, machine, badge.text, at=NOW)


def test_nobody_is_retired_by_one_key(show, state):
    screen = show(page="people")
    choose(screen, MARC)

    screen.press(Qt.Key.Key_X)
    screen.press(Qt.Key.Key_Return)
    assert named(state, MARC) is not None
    screen.press(Qt.Key.Key_X)
    screen.press(Qt.Key.Key_F9)

    assert named(state, MARC) is None
    assert "Marc cannot sign in any more." in screen.names()


def test_the_last_supervisor_stays_and_is_told_why(show, state):
    screen = show(page="people")
    choose(screen, SAMIRA)

    screen.press(Qt.Key.Key_X)
    screen.press(Qt.Key.Key_F9)

    assert any(name.startswith("Nobody else could look after people here.") for name in screen.names())
    assert named(state, SAMIRA) is not None


def test_name_role_and_language_are_changed_together(show, state):
    screen = show(page="people")
    choose(screen, MARC)

    screen.press(Qt.Key.Key_N)
    screen.type(" Roy")
    screen.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    for_them = [node for node in screen.nodes() if (node.role, node.name) == ("RadioButton", "English")][-1]
    screen.touch(for_them.rect.center())
    screen.press(Qt.Key.Key_F9)

    changed = named(state, "Marc Roy")
    assert (changed.role, changed.language) == (Role.SUPERVISOR, "en")


def test_a_name_that_is_taken_changes_nothing(show, state):
    screen = show(page="people")

    screen.press(Qt.Key.Key_F9)
    screen.type("samira KHAN")
    screen.press(Qt.Key.Key_F9)

    assert any(name.startswith("Somebody else signs in under this name.") for name in screen.names())
    assert len(people.everybody(state)) == 2


def test_a_full_disk_is_told_and_changes_nothing(show, state):
    screen = show(page="people")
    screen.press(Qt.Key.Key_F9)
    screen.type("Ines")

    with full_disk():
        screen.desk.view_of("people").add()
    screen.draw()

    assert any(name.startswith("Nothing was changed") for name in screen.names())
    assert len(people.everybody(state)) == 2


def test_escape_changes_nothing_and_gives_the_focus_back(show, state):
    screen = show(page="people")
    before = screen.focused().name

    screen.press(Qt.Key.Key_F9)
    screen.type("Ines")
    screen.press(Qt.Key.Key_Escape)

    assert len(people.everybody(state)) == 2
    assert screen.focused().name == before


def test_locking_takes_the_question_away_and_what_was_typed_with_it(show):
    screen = show(page="people")
    choose(screen, MARC)
    screen.press(Qt.Key.Key_P)
    screen.type("730164")

    screen.press(Qt.Key.Key_F12)

    assert screen.desk.view_of("people").property("asks") == ""
    assert not any("730164" in str(item.property("text")) for item in screen.items())


def test_staff_have_no_way_to_the_page(show):
    screen = show(somebody=MARC)

    screen.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert screen.page == "walkIn"


def test_the_page_speaks_french_at_once(show):
    screen = show(page="people")

    screen.desk.speak("fr")
    screen.draw()

    assert {"Ajouter quelqu’un", "Nouveau NIP", "Carte", "personnel"} <= set(screen.names())
