"""What a case keeps of a person, in the real window: asked for aloud, kept sealed, told to partners, erased."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt

from kiosk.counter.cases.case import CaseGoneError, Covers
from kiosk.counter.cases.handing import Told, hand_off, hand_offs
from kiosk.counter.cases.person import Person
from kiosk.counter.cases.statuses import Status
from tests.screens.counter.case_files import ANNA, TODAY, Files, case_of, open_at_case, private_of
from tests.screens.counter.conftest import MARC, SAMIRA

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def files(state_folder, staff):
    return Files(state_folder, staff[SAMIRA])


@pytest.fixture
def shown(show, files):
    """Open the counter at a case; what is given is done to the case before."""
    return partial(open_at_case, show, files)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_consent_is_asked_aloud_and_written_with_one_key(shown, files, language):
    screen = shown(language=language)

    screen.press(Qt.Key.Key_C)
    said = {"en": "I would write down your first name only.", "fr": "J’écrirais votre prénom seulement."}
    assert said[language] in screen.names() or said["en"] in screen.names()
    screen.press(Qt.Key.Key_F9)

    consent = case_of(files).consent
    assert (consent.day, consent.last_day) == (TODAY, TODAY + timedelta(days=90))
    assert consent.covers == {Covers.NAME, Covers.REACH, Covers.NOTE}


def test_the_words_are_in_the_language_of_the_person_not_of_staff(shown, files):
    screen = shown(language="en")
    screen.press(Qt.Key.Key_C)

    in_the_sheet = [node for node in screen.nodes() if (node.role, node.name) == ("RadioButton", "Français")][-1]
    screen.touch(in_the_sheet.rect.center())
    screen.draw()

    assert "J’écrirais votre prénom seulement." in screen.names()
    assert "They said yes" in screen.names("Button")
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).consent.language == "fr"


def test_what_is_not_asked_for_is_neither_said_nor_kept(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_C)

    screen.press(Qt.Key.Key_2)

    assert not any("one way to reach you" in name for name in screen.names())
    screen.press(Qt.Key.Key_F9)
    assert Covers.REACH not in case_of(files).consent.covers
    assert "May we reach you?" not in " ".join(screen.names())


def test_no_is_one_key_and_everything_else_still_works(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_C)

    screen.press(Qt.Key.Key_Escape)

    assert screen.page == "case"
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)
    assert (case_of(files).consent, case_of(files).step(1).status) == (None, Status.GOT)


def test_what_is_being_noted_is_kept_while_consent_is_asked(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_1)

    screen.press(Qt.Key.Key_C)
    screen.press(Qt.Key.Key_F9)
    screen.press(Qt.Key.Key_F9)

    assert case_of(files).step(1).status is Status.GOT


def test_a_person_and_a_note_are_typed_and_sealed(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_C)
    screen.press(Qt.Key.Key_F9)

    screen.tap("EditableText", "First name only")
    screen.type("Anna")
    screen.tap("EditableText", "Note for the next visit")
    screen.type("bus")
    screen.press(Qt.Key.Key_F9)

    assert (private_of(files).person, private_of(files).note) == (Person("Anna"), "bus")
    kept = b"".join(file.read_bytes() for file in files.folder.iterdir() if file.is_file())
    assert b"Anna" not in kept


def test_the_person_is_read_again(shown):
    screen = shown(consent=True)
    view = screen.desk.view_of("case")

    assert view.person.property("firstName") == "Anna"
    assert view.person.property("address") == "902 555-0134"
    assert view.person.property("note") == ANNA.note


def test_a_way_to_reach_somebody_that_is_none_is_told_and_everything_typed_stays(shown, files):
    screen = shown(consent=True)
    screen.press(Qt.Key.Key_1)
    screen.tap("EditableText", "Number or address")
    screen.type("abc")

    screen.press(Qt.Key.Key_F9)

    assert any(name.startswith("This is not a phone number") for name in screen.names())
    assert case_of(files).step(1).history == ()
    assert screen.desk.view_of("case").unfinished


def test_a_number_in_a_note_is_warned_of_before_it_is_kept(shown):
    screen = shown(consent=True)
    screen.tap("EditableText", "Note for the next visit")

    screen.type(" 046 454 286 Anna")

    assert any("social insurance number" in name and "person’s name" in name for name in screen.names())


def test_erasing_asks_first_and_then_leaves_nothing(shown, files):
    screen = shown(consent=True)

    screen.press(Qt.Key.Key_D, CTRL)
    screen.press(Qt.Key.Key_Escape)
    assert private_of(files) == ANNA

    screen.press(Qt.Key.Key_D, CTRL)
    screen.press(Qt.Key.Key_F9)

    assert screen.page == "cases"
    with pytest.raises(CaseGoneError):
        case_of(files)
    assert "30-1" not in " ".join(screen.names("ListItem"))


def test_staff_erase_what_a_person_takes_back_and_supervisors_the_rest(shown, files):
    screen = shown(somebody=MARC)
    assert not any(name.startswith("Erase the case") for name in screen.names("Button"))

    files.consent(case_of(files))
    screen.desk.close()
    screen.desk.view_of("cases").open("30-1")
    screen.draw()

    assert any(name.startswith("Erase the case") for name in screen.names("Button"))


def test_a_lost_key_is_told_and_the_outcomes_go_on(shown, files):
    screen = shown(
        lambda cabinet, case: files.consent(case) and None,
        lambda cabinet, case: cabinet.keys.execute("DELETE FROM case_key") and None,
    )

    assert any("its key is missing" in name for name in screen.names())
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).step(1).status is Status.GOT


def test_a_partner_is_told_and_says_that_they_have_it(shown, files):
    screen = shown(consent=True)
    screen.press(Qt.Key.Key_T)
    screen.tap("EditableText", "What is to be done")

    screen.type("help with the form")
    screen.press(Qt.Key.Key_F9)
    assert "help with the form" in screen.names()

    screen.tap("Button", "They have it")
    screen.type("Dina")
    screen.press(Qt.Key.Key_F9)

    (kept,) = files.do(lambda cabinet: hand_offs(cabinet, files.somebody.vault_key, case_of(files)))
    assert (kept.note, kept.told, kept.taken_by) == ("help with the form", Told.PHONE, "Dina")


def test_a_partner_who_is_silent_is_shown_on_the_list(shown, files):
    def tell(cabinet, case):
        day = files.by(TODAY - timedelta(days=8))
        hand_off(cabinet, files.somebody.vault_key, case, "service-canada", "form", Told.PHONE, day)

    screen = shown(lambda cabinet, case: files.consent(case), tell)
    assert "No answer: ask again" in screen.names()

    screen.go("cases")

    assert any("3 days late" in name and name.startswith("30-1") for name in screen.names("Button"))


def test_another_person_at_the_desk_sees_nothing_of_what_was_open(shown, staff):
    screen = shown(consent=True)
    screen.desk.lock()

    screen.desk.admit(staff[MARC])
    screen.draw()

    assert "Anna" not in " ".join(screen.names())
    assert screen.desk.view_of("case").person.property("firstName") == ""
