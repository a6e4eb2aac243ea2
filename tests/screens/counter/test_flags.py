"""Deciding what is said against the catalogue, in the counter's window."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.model import ServiceId
from kiosk.counter.corrections.citizens import citizen_flags
from kiosk.counter.corrections.keeping import Wrong, correct, lying_corrections, open_flags, raise_flag
from kiosk.counter.corrections.tables import flags_where, put_correction
from kiosk.counter.corrections.values import (
    About,
    ClosedValue,
    Field,
    FlagState,
    NoteValue,
    NumberValue,
    Saying,
    Subject,
)
from kiosk.counter.needs import Flag as CitizenFlag
from kiosk.counter.needs import Setting, keep
from kiosk.state import atomic
from tests.screens.counter.conftest import MARC, NOW

CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = Subject(About.NUMBER, "dallas", ServiceId("dalhousie-legal-aid"))
PLACE = Subject(About.PLACE, "dlas", ServiceId("dalhousie-legal-aid"))
CARD = Subject(About.SERVICE, "health-card-msi")


@pytest.fixture
def deciding(show):
    """The counter at the page of flags, after `before` was said to its state."""

    def _deciding(before, **wishes):
        screen = show(**wishes)
        before(screen.application.state, screen.session.shipped, screen.desk.signed_in.staff.id)
        screen.go("flags")
        return screen

    return _deciding


def wrong_number(state, catalogue, who):
    raise_flag(state, catalogue, Wrong(LINE, Field.PHONE, Saying("902-555-0143"), True), who, NOW - timedelta(days=3))


def state_of(screen):
    return screen.application.state


def test_an_overdue_flag_says_who_found_it_and_since_when(deciding):
    screen = deciding(wrong_number)

    names = screen.names()
    for words in ("No answer, promised by 11 March", "902-555-0143", "Samira Khan · 3 days ago"):
        assert words in names


def test_a_flag_is_rejected_with_a_reason_and_citizens_see_it_again(deciding):
    screen = deciding(wrong_number)
    screen.session.look_again()
    assert not screen.session.catalogue.phones["dallas"].verified

    screen.press(Qt.Key.Key_Tab)
    screen.type("I called, it is right")
    screen.press(Qt.Key.Key_R, CONTROL)

    decided = flags_where(state_of(screen))[0]
    assert (decided.state, decided.reason) == (FlagState.REJECTED, "I called, it is right")
    assert screen.session.catalogue.phones["dallas"].verified
    assert "Rejected: citizens see it again." in screen.names()


def test_an_accepted_flag_stays_hidden_and_can_be_done_with(deciding):
    screen = deciding(wrong_number)

    screen.press(Qt.Key.Key_F9)

    assert open_flags(state_of(screen))[0].state is FlagState.ACCEPTED
    assert not screen.session.catalogue.phones["dallas"].verified
    screen.press(Qt.Key.Key_D, CONTROL)
    assert open_flags(state_of(screen)) == ()


def test_a_flag_is_put_right_with_what_it_says(deciding):
    screen = deciding(wrong_number)

    screen.press(Qt.Key.Key_F6)
    assert screen.page == "flag"
    assert screen.desk.view_of("flag").typed("number") == "902-555-0143"
    screen.press(Qt.Key.Key_F6)

    assert lying_corrections(state_of(screen))[0].value == NumberValue("902-555-0143")
    assert open_flags(state_of(screen)) == ()
    screen.press(Qt.Key.Key_Escape)
    assert "It is wrong" not in screen.names("Button")


def test_what_citizens_found_is_counted_and_looked_into(deciding, state_folder):
    def _said(_state, _catalogue, _who):
        for hour in ("2026-03-10T10", "2026-03-11T16"):
            keep(state_folder / "state.db", CitizenFlag(), Setting(hour, 2, "fr", service=ServiceId("passport-adult")))

    screen = deciding(_said, language="fr")
    assert "2 citoyens ont trouvé une erreur" in screen.names()

    screen.press(Qt.Key.Key_F9)

    assert citizen_flags(state_of(screen)) == ()
    assert "C’est vérifié." in screen.names()


def test_a_correction_is_taken_off(deciding):
    screen = deciding(lambda state, catalogue, who: correct(state, catalogue, PLACE, ClosedValue(), who, NOW))
    assert "Closed for good" in screen.names()

    screen.press(Qt.Key.Key_D, CONTROL)

    assert lying_corrections(state_of(screen)) == ()
    assert screen.session.catalogue.services["dalhousie-legal-aid"].locations == ("dlas",)


def test_a_correction_whose_fact_has_changed_asks_to_be_looked_at(deciding):
    def _made_on_an_older_catalogue(state, catalogue, who):
        made = correct(state, catalogue, LINE, NumberValue("902-555-0143"), who, NOW)
        with atomic(state):
            put_correction(state, replace(made, base='["902-555-0100"]'))

    screen = deciding(_made_on_an_older_catalogue)

    assert "The catalogue changed: look again" in screen.names()
    assert lying_corrections(state_of(screen))


def test_a_closing_that_is_over_has_gone_when_the_page_opens(deciding):
    yesterday = ClosedValue(NOW.date() - timedelta(days=1))
    screen = deciding(lambda state, catalogue, who: correct(state, catalogue, PLACE, yesterday, who, NOW))

    assert lying_corrections(state_of(screen)) == ()


def test_the_arrows_go_from_one_to_the_next(deciding):
    def _two(state, catalogue, who):
        wrong_number(state, catalogue, who)
        correct(state, catalogue, CARD, NoteValue("Ask for Dina.", "Demandez Dina."), who, NOW)

    screen = deciding(_two)

    screen.press(Qt.Key.Key_Down)

    assert "Ask for Dina." in screen.names()
    assert "It is wrong" not in screen.names("Button")


def test_nothing_said_is_said(show):
    assert any(name.startswith("Rien n’est signalé") for name in show(page="flags", language="fr").names())


def test_staff_who_decide_nothing_have_no_such_section(show):
    screen = show(somebody=MARC, language="en")

    screen.press(Qt.Key.Key_E, CONTROL)

    assert screen.page == "walkIn"
    assert "Flags" not in screen.names()
