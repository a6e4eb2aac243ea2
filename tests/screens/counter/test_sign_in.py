"""Signing in at the counter: by PIN and by badge, at the first start, and after somebody else."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from kiosk.counter.audit import Act, lines_about
from kiosk.counter.staff import Role
from kiosk.counter.staff.beginning import first_code
from kiosk.counter.staff.giving import give_badge
from kiosk.counter.staff.people import add
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.visit import about
from tests.disks import full_disk
from tests.screens.counter.test_layout import faults

MARC, SAMIRA = "Marc", "Samira Khan"
PINS = {SAMIRA: "739164", MARC: "619385"}


def type_pin(screen, pin):
    screen.type(pin)
    screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))


def test_a_name_and_a_pin_open_the_desk(show):
    screen = show(somebody="")

    screen.press(Qt.Key.Key_2)
    type_pin(screen, PINS[SAMIRA])

    assert "Signed in: Samira Khan" in screen.names()
    assert (screen.page, screen.focused().role) == ("walkIn", "EditableText")


def test_whoever_signs_in_again_goes_on_with_what_the_page_begins_with(show):
    screen = show(page="need")
    began = screen.focused().name
    screen.press(Qt.Key.Key_F12)

    type_pin(screen, PINS[SAMIRA])

    assert (screen.page, screen.focused().role, screen.focused().name) == ("need", "EditableText", began)


def test_the_pin_can_be_touched(show):
    screen = show(somebody="")

    screen.tap("Button", "Samira")
    for digit in PINS[SAMIRA]:
        screen.tap("Button", digit)
    screen.tap("Button", "Sign in")
    screen.wait_until(lambda: screen.desk.signed_in is not None)

    assert screen.desk.who == SAMIRA


def test_a_wrong_pin_tells_how_many_tries_are_left(show):
    screen = show(somebody="")
    screen.press(Qt.Key.Key_2)

    type_pin(screen, "904716")

    assert "This is not the PIN of Samira Khan. 4 tries are left." in screen.names()
    assert screen.desk.signed_in is None


def test_a_locked_pin_tells_whom_to_ask(show):
    screen = show(somebody="")
    screen.tap("Button", "Marc")
    for _ in range(5):
        type_pin(screen, "904716")

    type_pin(screen, PINS[MARC])

    assert any(name.endswith("Ask Samira Khan.") for name in screen.names())
    assert screen.desk.signed_in is None


def ask_for_another_pin(screen, key, old, new, again):
    screen.press(key)
    screen.press(Qt.Key.Key_F6)
    change_pin(screen, old, new, again)


def change_pin(screen, old, new, again):
    for typed in (old, new, again):
        screen.type(typed)
        screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_staff_change_their_own_pin_by_keys_alone(show, language):
    screen = show(somebody="", language=language)
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F6)
    told = faults(screen)

    change_pin(screen, PINS[MARC], "904716", "904716")
    signed_in = screen.desk.who
    screen.press(Qt.Key.Key_F12)
    type_pin(screen, PINS[MARC])
    with_the_old = screen.desk.signed_in
    type_pin(screen, "904716")

    assert told == []
    assert signed_in == MARC
    assert with_the_old is None
    assert screen.desk.who == MARC


def test_a_changed_pin_is_in_the_audit_under_whoever_changed_it(show, staff):
    screen = show(somebody="")

    ask_for_another_pin(screen, Qt.Key.Key_1, PINS[MARC], "904716", "904716")

    marc = staff[MARC].staff.id
    (last, *_) = lines_about(screen.application.state, marc, 1, without=Act.SIGN_IN_TRIED)
    assert (last.act, last.who, last.subject) == (Act.PIN_SET, marc, marc)


def test_the_old_pin_is_counted_like_at_a_sign_in_and_locks(show):
    screen = show(somebody="")
    ask_for_another_pin(screen, Qt.Key.Key_1, "904716", "538207", "538207")
    first = "This is not the PIN of Marc. 4 tries are left." in screen.names()
    for _ in range(4):
        change_pin(screen, "904716", "538207", "538207")

    screen.press(Qt.Key.Key_Escape)
    type_pin(screen, PINS[MARC])

    assert first
    assert any(name.endswith("Ask Samira Khan.") for name in screen.names())
    assert screen.desk.signed_in is None


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("904716", "904717", "The two PINs are not the same."),
        ("123456", "123456", "This PIN is easy to guess."),
        ("90471", "90471", "A PIN has 6 to 12 digits."),
    ],
)
def test_a_new_pin_that_cannot_be_taken_costs_no_try(show, new, again, said):
    screen = show(somebody="")
    ask_for_another_pin(screen, Qt.Key.Key_1, "538207", new, again)
    told = any(name.startswith(said) for name in screen.names())

    change_pin(screen, "538207", "904716", "904716")

    assert told
    assert "This is not the PIN of Marc. 4 tries are left." in screen.names()


def test_nothing_typed_stays_when_the_pin_is_left_as_it_is(show):
    screen = show(somebody="")
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F6)
    screen.type("904716")

    screen.press(Qt.Key.Key_Escape)
    type_pin(screen, PINS[MARC])

    assert screen.desk.who == MARC


def test_a_badge_signs_in_whatever_is_asked(show, staff):
    screen = show(somebody="")
    badge = give_badge(screen.application.state, staff[SAMIRA], staff[MARC].staff.id, at=screen.application.now())
    screen.tap("Button", "Samira")

    screen.sign_in.scan(badge.text)
    screen.wait_until(lambda: screen.desk.signed_in is not None)

    assert screen.desk.who == MARC


def test_a_code_that_is_no_badge_opens_nothing(show):
    screen = show(somebody="")

    screen.sign_in.scan("GC1-7K3F9XD")
    screen.wait_until(lambda: not screen.sign_in.property("busy"))

    assert any("not a badge" in name for name in screen.names())


def test_whoever_signs_in_is_spoken_to_in_their_language(show):
    screen = show(somebody="", language="en")
    screen.tap("Button", "Marc")

    type_pin(screen, PINS[MARC])

    assert screen.desk.property("language") == "fr"


def test_the_same_person_comes_back_to_where_they_were(show):
    screen = show()
    screen.press(Qt.Key.Key_F4)
    screen.press(Qt.Key.Key_F12)
    locked = screen.desk.signed_in is None

    type_pin(screen, PINS[SAMIRA])

    assert locked
    assert screen.page == "cases"
    assert screen.desk.who == SAMIRA


def test_somebody_else_is_asked_before_an_unfinished_plan_is_erased(show):
    screen = show()
    screen.session.do(lambda visit: about(visit, "losing-a-job"))
    screen.press(Qt.Key.Key_F12)
    screen.press(Qt.Key.Key_Escape)
    screen.tap("Button", "Marc")

    type_pin(screen, PINS[MARC])

    assert screen.desk.signed_in is None
    assert "Samira Khan is not done yet" in screen.names()

    screen.press(Qt.Key.Key_F9)

    assert screen.desk.who == MARC
    assert screen.page == "walkIn"
    assert not screen.session.visit.bundles


def test_an_unfinished_plan_can_be_left_to_whoever_made_it(show):
    screen = show()
    screen.session.do(lambda visit: about(visit, "losing-a-job"))
    screen.press(Qt.Key.Key_F12)
    screen.press(Qt.Key.Key_Escape)
    screen.tap("Button", "Marc")
    type_pin(screen, PINS[MARC])

    screen.press(Qt.Key.Key_Escape)
    screen.tap("Button", "Samira")
    type_pin(screen, PINS[SAMIRA])

    assert screen.desk.who == SAMIRA
    assert screen.session.visit.bundles


@pytest.fixture
def code(open_counter, state_folder):
    """The code for the first supervisor of a counter where nobody works yet."""
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        return first_code(state, state_folder)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_of_a_page_is_told_while_locked(show, language):
    screen = show(language=language)
    screen.press(Qt.Key.Key_F4)

    screen.press(Qt.Key.Key_F12)

    told = screen.names()
    assert not any(word in name for name in told for word in ("Cases", "Dossiers"))
    screen.press(Qt.Key.Key_F5)
    assert screen.page == "cases"


def test_the_first_start_makes_the_first_supervisor(open_counter, code):
    screen = open_counter()

    for text in (code, "Dina", "739164", "739164"):
        screen.type(text)
        screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: screen.desk.signed_in is not None)

    assert screen.desk.who == "Dina"
    assert screen.desk.property("supervisor")


def test_the_first_supervisor_must_type_the_code_of_the_machine(open_counter, code):
    screen = open_counter()

    for text in ("AAAA-AAAA", "Dina", "739164", "739164"):
        screen.type(text)
        screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))

    assert screen.desk.signed_in is None
    assert any("first-code" in name for name in screen.names() if name.startswith("This is not the code"))


def test_two_pins_that_differ_begin_nothing(open_counter, code):
    screen = open_counter()

    for text in (code, "Dina", "739164", "739165"):
        screen.type(text)
        screen.press(Qt.Key.Key_Return)

    assert "The two PINs are not the same." in screen.names()


def test_a_name_among_many_is_found_by_its_first_letters(show, staff, state_folder):
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        for name in ("Étienne Roy", *(f"Colleague {letter}" for letter in "ABCDEFGHIJKL")):
            add(state, staff[SAMIRA], name=name, role=Role.STAFF, language="fr", at=staff[SAMIRA].at)
    screen = show(somebody="")

    screen.type("Roy")
    screen.press(Qt.Key.Key_Return)

    assert "Étienne Roy" in screen.names("Heading")


def test_on_a_full_disk_nobody_signs_in_and_the_screen_says_why(show):
    screen = show(somebody="", language="fr")
    screen.press(Qt.Key.Key_2)
    screen.type(PINS[SAMIRA])

    with full_disk():
        screen.press(Qt.Key.Key_Return)
        screen.wait_until(lambda: not screen.sign_in.property("busy"))

    assert screen.desk.signed_in is None
    assert any("Avisez la personne qui s’occupe de cet appareil." in name for name in screen.names())

    type_pin(screen, PINS[SAMIRA])

    assert screen.desk.who == SAMIRA


def test_the_counter_locks_on_a_full_disk_too(show):
    screen = show()

    with full_disk():
        screen.press(Qt.Key.Key_F12)

    assert screen.desk.signed_in is None
    assert "Who are you?" in screen.names() or "Samira Khan" in screen.names("Heading")


def test_a_sign_in_is_written_down_and_so_is_the_lock(show):
    screen = show(somebody="")
    screen.press(Qt.Key.Key_2)
    type_pin(screen, PINS[SAMIRA])
    screen.press(Qt.Key.Key_F12)

    with closing(screen.application.open_state()) as state:
        acts = [act for (act,) in state.execute("SELECT act FROM audit ORDER BY sequence DESC LIMIT 2")]

    assert acts == ["signed_out", "signed_in"]
