"""The page of a case in the real window: an outcome in three keys, consent, and erasing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.counter.cases.case import CaseGoneError, Covers, read_case
from kiosk.counter.cases.consenting import read_private
from kiosk.counter.cases.following import attempted, follow_up
from kiosk.counter.cases.handing import Told, hand_off, hand_offs
from kiosk.counter.cases.opening import note_outcome
from kiosk.counter.cases.person import Person
from kiosk.counter.cases.statuses import Reason, Status
from tests.disks import full_disk
from tests.screens.counter.case_files import ANNA, NOW, TODAY, Files
from tests.screens.counter.conftest import MARC, SAMIRA

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def files(state_folder, staff):
    return Files(state_folder, staff[SAMIRA])


@pytest.fixture
def shown(show, files):
    """Open the counter at a case; what is given is done to the case before."""

    def _shown(*prepared, language="en", consent=False, **how):
        screen = show(language=language, now=NOW, **how)
        case = files.open(screen.session.catalogue)
        if consent:
            case = files.consent(case)
        for work in prepared:
            case = files.do(lambda cabinet, work=work, case=case: work(cabinet, case)) or case
        screen.go("cases")
        screen.desk.view_of("cases").open(case.number)
        screen.draw()
        return screen

    return _shown


def case_of(files, number="30-1"):
    return files.do(lambda cabinet: read_case(cabinet.state, number, TODAY))


def private_of(files):
    return files.do(lambda cabinet: read_private(cabinet, files.somebody.vault_key, case_of(files), files.by()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_outcome_is_three_keys(shown, files, language):
    screen = shown(language=language)

    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_2)
    screen.press(Qt.Key.Key_F9)

    assert [step.status for step in case_of(files).steps] == ["handed", "pending", "handed", "handed"]
    assert screen.page == "cases"


def test_keys_pressed_at_once_where_a_scanner_may_type_are_taken_in_turn(shown, files):
    screen = shown()
    screen.application.scanners.watch(screen.window, screen.application.counter.singleton("Guichet.Counter", "KeyPace"))

    QTest.keyClick(screen.window, Qt.Key.Key_2)
    QTest.keyClick(screen.window, Qt.Key.Key_F9)
    screen.draw()

    assert case_of(files).step(1).status is Status.PENDING


def test_a_status_is_chosen_with_the_mouse_too_and_its_reason(shown, files):
    screen = shown()

    screen.tap("RadioButton", "Refused")
    screen.tap("CheckBox", "Transport")
    screen.tap("Button", "One minute more")
    screen.tap("Button", "Save, next person")

    (outcome,) = case_of(files).step(1).history
    assert (outcome.status, outcome.reasons, outcome.minutes) == (Status.NOT_OBTAINED, {Reason.TRANSPORT}, 1)


def test_several_steps_are_noted_and_saved_at_once(shown, files):
    screen = shown()

    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_4)
    assert case_of(files).step(1).history == ()
    screen.press(Qt.Key.Key_F9)

    assert [step.status for step in case_of(files).steps[:2]] == [Status.GOT, Status.DID_NOT_GO]


def test_what_cannot_follow_is_not_offered_and_a_correction_is(shown, files):
    screen = shown(lambda cabinet, case: note_outcome(cabinet, case, 1, Status.GOT, files.by()))
    screen.press(Qt.Key.Key_Up)

    screen.press(Qt.Key.Key_4)
    assert not screen.desk.view_of("case").unfinished

    screen.press(Qt.Key.Key_K)
    screen.press(Qt.Key.Key_4)
    screen.press(Qt.Key.Key_F9)

    assert [(o.status, o.corrects) for o in case_of(files).step(1).history] == [
        (Status.GOT, False),
        (Status.DID_NOT_GO, True),
    ]


def test_an_answer_without_a_key_is_under_something_else(shown, files):
    screen = shown()

    screen.press(Qt.Key.Key_8)
    screen.tap("RadioButton", "No room left")
    screen.press(Qt.Key.Key_F9)

    assert case_of(files).step(1).status is Status.NO_CAPACITY


def test_a_reason_without_an_answer_is_asked_about_and_kept(shown, files):
    screen = shown()
    screen.tap("CheckBox", "Cost")

    screen.press(Qt.Key.Key_F9)

    assert "Choose what happened to step 1, then save." in screen.names()
    screen.press(Qt.Key.Key_3)
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).step(1).history[0].reasons == {Reason.COST}


def test_a_follow_up_is_chosen_and_said(shown, files):
    screen = shown(language="fr")

    screen.tap("RadioButton", "1 semaine")

    assert any(name.startswith("Rappel au comptoir le mar. 19") for name in map(plain, screen.names()))
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).due == TODAY + timedelta(days=7)


def test_another_day_is_typed(shown, files):
    screen = shown()
    screen.tap("EditableText", "Another day")

    screen.type("20")
    screen.press(Qt.Key.Key_F9)

    assert case_of(files).due == TODAY.replace(day=20)


def test_a_day_that_is_none_is_told_and_saves_nothing(shown, files):
    screen = shown()
    screen.tap("EditableText", "Another day")

    screen.type("soon")
    screen.press(Qt.Key.Key_F9)

    assert screen.page == "case"
    assert any(name.startswith("No day can be read") for name in screen.names())
    assert case_of(files).due is None


def test_a_person_who_was_not_reached_is_tried_again_in_three_days(shown, files):
    def late(cabinet, case):
        case = follow_up(cabinet, case, TODAY - timedelta(days=2), files.by(TODAY - timedelta(days=5)))
        return attempted(cabinet, case, files.by(), reached=False)

    screen = shown(late)
    assert {"2 days late", "tried 1 time, not reached"} <= set(screen.names())

    screen.press(Qt.Key.Key_N)

    assert (case_of(files).attempts, case_of(files).due) == (2, TODAY + timedelta(days=3))


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


def test_a_case_erased_meanwhile_is_told(shown, files):
    from kiosk.counter.cases.erasing import Why, erase

    screen = shown()
    files.do(lambda cabinet: erase(cabinet, case_of(files), Why.SUPERVISOR, files.by()))

    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)

    assert "This case was erased. Nothing more can be written in it." in screen.names()


def test_a_lost_key_is_told_and_the_outcomes_go_on(shown, files):
    screen = shown(
        lambda cabinet, case: files.consent(case) and None,
        lambda cabinet, case: cabinet.keys.execute("DELETE FROM case_key") and None,
    )

    assert any("its key is missing" in name for name in screen.names())
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).step(1).status is Status.GOT


def test_a_full_disk_is_told_and_everything_stays_to_be_saved_again(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_1)

    with full_disk():
        screen.application.desk.view_of("case").save()
    screen.draw()

    assert any("still here" in name for name in screen.names())
    screen.press(Qt.Key.Key_F9)
    assert [o.status for o in case_of(files).step(1).history] == [Status.GOT]


def test_a_damaged_file_of_keys_is_told_and_left_as_it_is(show, files):
    screen = show(language="fr", now=NOW)
    number = files.open(screen.session.catalogue).number
    for file in files.folder.glob("case-keys.db*"):
        file.unlink()
    (files.folder / "case-keys.db").write_bytes(b"torn " * 400)
    screen.go("cases")

    screen.desk.view_of("cases").open(number)
    screen.draw()

    assert any("est endommagé" in name for name in screen.names())
    assert (files.folder / "case-keys.db").read_bytes() == b"torn " * 400


def test_a_disk_that_is_full_on_a_new_day_stops_nothing(shown, files):
    screen = shown()
    screen.application.now = lambda: NOW + timedelta(days=1)

    with full_disk():
        for key in (Qt.Key.Key_1, Qt.Key.Key_F9, Qt.Key.Key_C):
            screen.press(key)

    assert screen.page == "case"
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_F9)
    assert case_of(files).step(1).status is Status.GOT


def test_something_not_saved_is_not_lost_when_another_case_is_wanted(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_1)
    files.open(screen.session.catalogue, "7K4AAAA")
    screen.press(Qt.Key.Key_Escape)

    screen.desk.view_of("cases").open("30-2")
    screen.draw()

    assert any(name.startswith("This case has something that is not saved") for name in screen.names())
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


def test_a_step_is_added_by_its_first_letters_and_looked_at(shown, files):
    screen = shown()
    screen.press(Qt.Key.Key_A)

    screen.type("food bank")
    screen.press(Qt.Key.Key_Return)

    last = case_of(files).steps[-1]
    known = {service.number: service for service in screen.session.catalogue.services.values()}
    assert last.place == 5
    assert "food" in known[last.planned.service].name.to("en").casefold()
    assert screen.desk.view_of("case").outcome.property("place") == 5


def test_what_must_stay_discreet_can_be_added_to_no_case(shown, files):
    screen = shown()
    discreet = [service for service in screen.session.catalogue.services.values() if service.discreet]
    adding = screen.desk.view_of("case").adding

    for service in discreet:
        adding.find(service.name.to("en"))
        assert service.id not in [row.service for row in adding.rows.rows]
        adding.add(service.id)

    assert len(case_of(files).steps) == 4


def test_another_person_at_the_desk_sees_nothing_of_what_was_open(shown, staff):
    screen = shown(consent=True)
    screen.desk.lock()

    screen.desk.admit(staff[MARC])
    screen.draw()

    assert "Anna" not in " ".join(screen.names())
    assert screen.desk.view_of("case").person.property("firstName") == ""


def test_the_page_is_used_by_keys_alone_and_the_focus_is_never_lost(shown):
    screen = shown(consent=True)
    met = set()

    for _ in range(60):
        focused = screen.focused()
        assert focused is not None
        met.add((focused.role, focused.name))
        screen.press(Qt.Key.Key_Tab)

    assert len(met) > 25


def plain(name):
    return name.replace("\N{NO-BREAK SPACE}", " ")
