"""Reporting an error of the catalogue in the counter's window, and correcting it: by keys, in both languages."""

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.model import ServiceId
from kiosk.counter import audit
from kiosk.counter.corrections.keeping import lying_corrections, open_flags
from kiosk.counter.corrections.values import (
    AddressValue,
    ClosedValue,
    Field,
    HoursValue,
    NoteValue,
    NumberValue,
    Saying,
    WebValue,
)
from tests.screens.counter.conftest import MARC

TITLE_BAR = 80
LEGAL_AID = "dalhousie-legal-aid"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def reporting(show):
    """The counter at the page that reports an error of a service."""

    def _reporting(service=LEGAL_AID, **wishes):
        screen = show(page="flag", **wishes)
        screen.desk.view_of("flag").begin(service)
        screen.draw()
        return screen

    return _reporting


def flags(screen):
    return open_flags(screen.application.state)


def corrections(screen):
    return lying_corrections(screen.application.state)


def acts(screen):
    return [line.act for line in audit.lines(screen.application.state, 3)]


def test_a_service_is_found_by_typing_and_taken_with_enter(show):
    screen = show(page="flag")

    screen.type("legal aid dal")
    screen.press(Qt.Key.Key_Return)

    assert "What is wrong?" in screen.names()
    assert screen.desk.view_of("flag").property("service") == LEGAL_AID


def test_a_wrong_number_is_reported_by_keys_alone_and_hidden_at_once(reporting):
    screen = reporting(somebody=MARC, language="en")

    screen.type("2")
    screen.type("902-555-0143")
    screen.press(Qt.Key.Key_U, CONTROL)
    screen.press(Qt.Key.Key_F9)

    flag = flags(screen)[0]
    assert (flag.field, flag.says, flag.urgent) == (Field.PHONE, Saying("902-555-0143"), True)
    assert (flag.subject.id, flag.subject.service) == ("dallas", LEGAL_AID)
    assert not screen.session.catalogue.phones["dallas"].verified
    assert "flag_raised" in acts(screen)
    assert "Sent. Citizens do not see it until it is checked." in screen.names()


def test_what_citizens_will_read_is_said_before_it_is_sent(reporting):
    screen = reporting()

    screen.type("4")
    screen.press(Qt.Key.Key_U, CONTROL)

    assert "The papers stay, and citizens will read that the list is being checked." in screen.names()


def test_the_box_ticked_by_its_key_leaves_the_focus_in_the_line(reporting):
    screen = reporting()
    screen.type("2")

    screen.press(Qt.Key.Key_U, CONTROL)
    screen.type("902")

    assert screen.desk.view_of("flag").typed("number") == "902"


def test_the_page_says_what_stands_there_who_answers_and_by_when(reporting):
    screen = reporting(language="fr")

    screen.type("2")

    assert "902-423-8105" in screen.names()
    assert any("samedi 14 mars" in name for name in screen.names())


def test_staff_report_in_words_and_a_supervisor_types_the_value(reporting):
    screen = reporting(somebody=MARC, language="en")
    screen.type("2")
    assert "It should say, in English" in screen.names("EditableText")
    assert "Correct it here" not in screen.names("Button")


def test_a_supervisor_corrects_a_number_at_once(reporting):
    screen = reporting()

    screen.type("2")
    screen.type("(902) 555-0143")
    screen.press(Qt.Key.Key_F6)

    assert corrections(screen)[0].value == NumberValue("902-555-0143")
    assert screen.session.catalogue.phones["dallas"].number == "902-555-0143"
    assert "correction_laid" in acts(screen)
    assert "Corrected here." in screen.names()


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("1", ("Mo-Fr 9:00-12:00",), HoursValue("Mo-Fr 9:00-12:00")),
        ("3", ("1 New Street", "Halifax", "b3k1a1"), AddressValue("1 New Street", "Halifax", "B3K 1A1")),
        ("9", ("example.ca/en", "example.ca/fr"), WebValue("https://example.ca/en", "https://example.ca/fr")),
        ("6", (), ClosedValue()),
        ("0", ("Ask for Dina.", "Demandez Dina."), NoteValue("Ask for Dina.", "Demandez Dina.")),
    ],
)
def test_each_kind_of_value_is_typed_line_by_line(reporting, key, typed, value):
    screen = reporting()

    screen.type(key)
    for line in typed:
        screen.type(line)
        screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_F6)

    assert [one.value for one in corrections(screen)] == [value]


def test_a_note_for_citizens_is_said_on_their_screen(reporting):
    screen = reporting()
    screen.type("0")

    screen.type("Ring the bell.")
    screen.press(Qt.Key.Key_Tab)
    screen.type("Sonnez.")
    screen.press(Qt.Key.Key_B, CONTROL)
    screen.press(Qt.Key.Key_F6)

    assert screen.session.catalogue.services[ServiceId(LEGAL_AID)].notice.to("fr") == "Sonnez."


def test_a_note_for_staff_is_beside_the_service_wherever_it_is_found(reporting):
    screen = reporting()
    screen.type("0")
    screen.type("Ask for Dina.")
    screen.press(Qt.Key.Key_F6)

    screen.go("walkIn")
    screen.type("dalhousie legal aid")
    assert any("Ask for Dina." in name for name in screen.names("Button"))
    screen.go("here")
    screen.type("dalhousie legal aid")
    assert "Ask for Dina." in screen.names()


def test_another_place_or_number_is_chosen_by_its_key(reporting):
    screen = reporting()

    screen.type("1")
    screen.press(Qt.Key.Key_2, ALT)
    screen.type("24/7")
    screen.press(Qt.Key.Key_F6)

    assert corrections(screen)[0].subject.id == "dallas"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This is no telephone number."), ("fr", "Ce n’est pas un numéro")]
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(reporting, language, words):
    screen = reporting(language=language)
    screen.type("2")
    screen.type("call Sam")

    screen.press(Qt.Key.Key_F6)

    assert any(name.startswith(words) for name in screen.names())
    assert screen.desk.view_of("flag").typed("number") == "call Sam"
    assert corrections(screen) == ()


def test_an_urgent_number_cannot_be_hidden_or_replaced(reporting):
    screen = reporting("emergency-911")

    screen.type("2")

    assert "Correct it here" not in screen.names("Button")
    assert "This is an urgent number: it stays for citizens. Tell a supervisor now." in screen.names()
    assert not screen.find("CheckBox", "Urgent").enabled


def test_a_full_disk_is_said_and_what_was_typed_stays(reporting):
    screen = reporting()
    screen.application.state.execute("PRAGMA max_page_count = 1")
    screen.type("7")
    screen.type("x" * 300)

    screen.press(Qt.Key.Key_F9)
    while not screen.desk.view_of("flag").property("problem") and len(flags(screen)) < 200:
        screen.type("7")
        screen.type("x" * 300)
        screen.press(Qt.Key.Key_F9)

    assert any("no room left" in name for name in screen.names())
    assert screen.desk.view_of("flag").typed("en") == "x" * 300


def test_what_was_said_of_the_service_already_is_beside_it(reporting):
    screen = reporting(language="fr")
    screen.type("4")
    screen.type("Un papier suffit.")
    screen.press(Qt.Key.Key_F9)

    assert "Un papier suffit." in screen.names()
    assert "Réponse promise d’ici le 14 mars" in screen.names()


def test_words_typed_are_not_lost_when_the_language_changes(reporting):
    screen = reporting()
    screen.type("4")
    screen.type("A bank statement")

    screen.desk.speak("fr")
    screen.draw()

    assert screen.desk.view_of("flag").typed("en") == "A bank statement"


def test_every_control_is_in_its_panel_in_a_small_window(reporting):
    for language in ("en", "fr"):
        screen = reporting("sin-apply", language=language, size=(1280, 720))
        screen.type("3")
        left = [n for n in screen.nodes() if n.role == "RadioButton" and n.rect.top() > TITLE_BAR]
        right = [node for node in screen.nodes() if node.role in ("EditableText", "CheckBox")]
        assert max(node.rect.right() for node in left) < min(node.rect.left() for node in right)
        screen.close()


def test_the_page_opens_from_a_service_that_was_found(show):
    screen = show(page="walkIn")
    screen.type("passport")

    screen.press(Qt.Key.Key_F11)

    assert screen.page == "flag"
    assert screen.desk.view_of("flag").property("service")
    screen.press(Qt.Key.Key_Escape)
    assert screen.page == "walkIn"
