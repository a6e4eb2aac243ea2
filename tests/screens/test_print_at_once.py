"""A touch on Print is taken at once, although the slip is still being made."""

from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from kiosk.catalogue.model import BundleId
from kiosk.config import Config, Printer, PrinterKind
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit

SAYS = {
    "en": {"print": "Print my slip", "big": "Big letters", "printing": "Your slip is printing.",
           "printed": "Your slip is printed.", "unmade": "The slip could not be made.", "back": "Back",
           "read": "Read my slip", "again": "Print again", "code": "Take the code on my phone",
           "card": "Print this card", "card_printed": "Your card is printed.",
           "card_printing": "Your card is printing."},
    "fr": {"print": "Imprimer mon feuillet", "big": "Gros caractères", "printing": "Votre feuillet s’imprime.",
           "printed": "Votre feuillet est imprimé.", "unmade": "Le feuillet n’a pas pu être fait.",
           "back": "Retour", "read": "Lire mon feuillet", "again": "Imprimer encore",
           "code": "Prendre le code sur mon téléphone", "card": "Imprimer cette carte",
           "card_printed": "Votre carte est imprimée.",
           "card_printing": "Votre carte s’imprime."},
}  # fmt: skip


@pytest.fixture
def printed(tmp_path, monkeypatch):
    """The folder in which the file printer leaves slips."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    folder = tmp_path / "printed"
    folder.mkdir()
    return folder


@pytest.fixture
def made():
    """Slips are made once this is set, and not before."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def at_take(show, printed, made):
    """Open the window at a page that prints, nothing made yet."""

    def _at_take(language="en", page=Page.TAKE):
        settings = Printer(PrinterKind.FILE, folder=str(printed))
        screen = show(config=replace(Config(), printer=settings), language=language)
        screen.application._slips_made()._making.run(made.wait, lambda _outcome: None)
        about = (BundleId("death-in-the-family"),) if page is Page.TAKE else ()
        home = Visit(language=language, trail=(Stop(Page.HOME), Stop(page)), bundles=about)
        screen.go(replace(home, answers={EVENT_DATE: date(2026, 3, 6)}) if about else home)
        return screen

    return _at_take


@pytest.fixture
def until(qtbot):
    """Let the window live until a claim is true."""
    return lambda screen, claim: qtbot.waitUntil(lambda: bool(screen.draw() or claim()), timeout=20_000)


def take(screen):
    return screen.kiosk.viewOf(Page.TAKE)


def made_once(screen, until):
    """Let the lane come to its end: whatever would print has been handed on by then."""
    until(screen, lambda: not take(screen).property("making"))
    over = Event()
    screen.application._slips_made()._making.run(lambda: None, lambda _outcome: over.set())
    until(screen, over.is_set)
    screen.application._slips_made()._sending.run(lambda: None, lambda _outcome: over.set())
    over.clear()
    until(screen, over.is_set)


@pytest.mark.parametrize("language", SAYS)
def test_a_touch_on_print_before_the_slip_is_made_is_taken_at_once_and_printed_later(
    at_take, printed, made, until, language
):
    screen, says = at_take(language), SAYS[language]
    assert take(screen).property("making")

    screen.tap("Button", says["print"])

    assert screen.page == Page.DONE
    assert says["printing"] in screen.names()
    assert list(printed.iterdir()) == []
    made.set()
    until(screen, lambda: says["printed"] in screen.names())
    [file] = printed.iterdir()
    assert file.read_bytes().startswith(b"%PDF-")


def test_twice_touched_prints_once(at_take, printed, made, until):
    screen = at_take()

    take(screen).print()
    take(screen).print()
    made.set()

    made_once(screen, until)
    until(screen, lambda: SAYS["en"]["printed"] in screen.names())
    assert len(list(printed.iterdir())) == 1


def test_twice_touched_prints_once_where_the_slip_was_ready(at_take, printed, made, until):
    screen = at_take()
    made.set()
    until(screen, lambda: not take(screen).property("making"))

    take(screen).print()
    take(screen).print()

    until(screen, lambda: SAYS["en"]["printed"] in screen.names())
    made_once(screen, until)
    assert len(list(printed.iterdir())) == 1


def test_what_was_chosen_last_is_what_is_printed(at_take, printed, made, until):
    screen = at_take()

    screen.tap("RadioButton", SAYS["en"]["big"])
    screen.tap("Button", SAYS["en"]["print"])
    made.set()

    until(screen, lambda: SAYS["en"]["printed"] in screen.names())
    assert take(screen)._ready.order.choices.large
    assert len(list(printed.iterdir())) == 1


def test_whoever_leaves_before_it_is_made_gets_no_paper(at_take, printed, made, until):
    screen = at_take()
    screen.tap("Button", SAYS["en"]["print"])

    screen.session.end()
    made.set()

    over = Event()
    screen.application._slips_made()._making.run(lambda: None, lambda _outcome: over.set())
    until(screen, over.is_set)
    assert list(printed.iterdir()) == []


def test_whoever_goes_back_to_choose_before_it_is_made_has_asked_for_nothing(at_take, printed, made, until):
    screen = at_take()
    screen.tap("Button", SAYS["en"]["print"])

    screen.tap("Button", SAYS["en"]["back"])
    made.set()

    assert screen.page == Page.TAKE
    made_once(screen, until)
    assert list(printed.iterdir()) == []
    screen.tap("Button", SAYS["en"]["print"])
    until(screen, lambda: SAYS["en"]["printed"] in screen.names())
    assert len(list(printed.iterdir())) == 1


def test_whoever_reads_the_slip_meanwhile_gets_it_on_paper_too(at_take, printed, made, until):
    screen = at_take()
    screen.tap("Button", SAYS["en"]["print"])

    screen.tap("Button", SAYS["en"]["read"])
    made.set()

    until(screen, lambda: list(printed.iterdir()))


@pytest.mark.parametrize("language", SAYS)
def test_a_slip_that_cannot_be_made_is_told_with_staff_as_the_way_and_nothing_that_leads_nowhere(
    at_take, tmp_path, made, until, language
):
    screen, says = at_take(language), SAYS[language]
    take(screen)._desk._templates = tmp_path / "none"

    screen.tap("Button", says["print"])
    made.set()

    until(screen, lambda: says["unmade"] in screen.names())
    assert screen.page == Page.DONE
    offered = screen.names("Button")
    assert not [name for name in offered if name.startswith((says["read"], says["again"], says["code"]))]
    screen.tap("Button", says["back"])
    assert not screen.find("Button", says["print"]).enabled
    assert any(name.startswith(says["unmade"]) for name in screen.names())


@pytest.mark.parametrize("language", SAYS)
def test_a_card_touched_before_it_is_made_is_printed_once_it_is(at_take, printed, made, until, language):
    screen, says = at_take(language, Page.CARD), SAYS[language]

    screen.tap("Button", says["card"])

    assert says["card_printing"] in screen.names()
    assert not screen.find("Button", says["card"]).enabled
    made.set()
    until(screen, lambda: any(name.startswith(says["card_printed"]) for name in screen.names()))
    assert len(list(printed.iterdir())) == 1


def test_a_card_left_before_it_is_made_is_not_printed(at_take, printed, made, until):
    screen = at_take(page=Page.CARD)
    screen.tap("Button", SAYS["en"]["card"])

    screen.tap("Button", SAYS["en"]["back"])
    made.set()

    over = Event()
    screen.application._slips_made()._making.run(lambda: None, lambda _outcome: over.set())
    until(screen, over.is_set)
    assert list(printed.iterdir()) == []
