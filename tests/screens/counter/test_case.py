"""The page of a case in the real window: an outcome in three keys, follow-ups, and where the page leads."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.app.counter_cases import open_case_of
from kiosk.counter.cases.erasing import Why, erase
from kiosk.counter.cases.following import attempted, follow_up
from kiosk.counter.cases.opening import note_outcome
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.referral.keys import own_key
from kiosk.referral.registry import issue
from kiosk.referral.token import Item, referral_for
from tests.disks import full_disk
from tests.screens.counter.case_files import NOW, TODAY, Files, case_of, open_at_case
from tests.screens.counter.conftest import SAMIRA

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def files(state_folder, staff):
    return Files(state_folder, staff[SAMIRA])


@pytest.fixture
def shown(show, files):
    """Open the counter at a case; what is given is done to the case before."""
    return partial(open_at_case, show, files)


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


def test_a_case_erased_meanwhile_is_told(shown, files):
    screen = shown()
    files.do(lambda cabinet: erase(cabinet, case_of(files), Why.SUPERVISOR, files.by()))

    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)

    assert "This case was erased. Nothing more can be written in it." in screen.names()


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


def test_the_slip_is_printed_again_from_the_page_that_reads_slips(show, files):
    screen = show(now=NOW)
    issued = issued_by(screen)
    open_case_of(screen.application, issued.token)
    screen.draw()
    screen.press(Qt.Key.Key_Escape)
    assert case_of(files).code == issued.code.characters

    screen.press(Qt.Key.Key_P)

    assert screen.page == "scan"
    assert str(issued.code) in screen.names()


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_F10, "need"), (Qt.Key.Key_F11, "flag")])
def test_an_unmet_need_and_a_mistake_have_their_own_pages(shown, key, page):
    screen = shown()

    screen.press(key)

    assert screen.page == page


def test_the_page_is_used_by_keys_alone_and_the_focus_is_never_lost(shown):
    screen = shown(consent=True)
    met = set()

    for _ in range(60):
        focused = screen.focused()
        assert focused is not None
        met.add((focused.role, focused.name))
        screen.press(Qt.Key.Key_Tab)

    assert len(met) > 25


def test_a_slip_scanned_twice_is_one_case_and_consent_is_asked_for_a_new_one(show, files):
    screen = show(now=NOW)
    issued = issued_by(screen)

    open_case_of(screen.application, issued.token)
    screen.draw()
    assert screen.desk.view_of("case").consent.property("asking")
    screen.press(Qt.Key.Key_F9)
    screen.desk.close()
    open_case_of(screen.application, issued.token)
    screen.draw()

    assert not screen.desk.view_of("case").consent.property("asking")
    assert files.do(lambda cabinet: cabinet.state.execute("SELECT number FROM case_file").fetchall()) == [("30-1",)]


def issued_by(screen):
    """A slip that this machine handed over."""
    catalogue, folder = screen.session.catalogue, screen.application.folder
    services = [service.number for service in catalogue.services.values() if not service.discreet][:3]
    referral = referral_for(
        tuple(map(Item, services)),
        discreet=(),
        issued=TODAY,
        catalogue_version=catalogue.version,
        life_event=catalogue.bundles["losing-a-job"].number,
        language="en",
    )
    return issue(screen.application.state, referral, own_key(folder, 0))


def plain(name):
    return name.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("Next: Employment Insurance", "Nothing is left to do")),
        ("fr", ("Prochaine étape\N{NO-BREAK SPACE}: Assurance-emploi", "Il ne reste rien à faire")),
    ],
)
def test_the_top_of_the_case_says_what_is_to_be_done_next(shown, files, language, told):
    screen = shown(language=language)
    first = screen.desk.view_of("case").property("next")

    for _ in range(4):
        screen.press(Qt.Key.Key_1)
        screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_F9)
    screen.desk.view_of("cases").open("30-1")
    screen.draw()

    assert first.startswith(told[0])
    assert screen.desk.view_of("case").property("next").startswith(told[1])
    assert screen.desk.view_of("case").property("next") in screen.names()


def test_a_step_of_which_something_was_noted_waits_behind_one_of_which_nothing_was(shown, files):
    screen = shown(
        lambda cabinet, case: note_outcome(cabinet, case, 1, Status.PENDING, files.by()),
        lambda cabinet, case: follow_up(cabinet, case, TODAY + timedelta(days=7), files.by()),
    )

    said = screen.desk.view_of("case").property("next")
    second = screen.find("ListItem", "2. ").name.removeprefix("2. ")
    assert said.startswith(f"Next: {second}")
    assert said.endswith("19 March")
