"""An unmet need written down in the real window: by keys alone, in two acts, with nobody's name."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.auditing.drawn import items_in
from kiosk.bridge.sight import in_sight
from kiosk.counter.needs import Reason
from kiosk.counter.unmet import Kind, Need, Wanted, keep_need
from kiosk.state import atomic
from tests.by_hand import rows
from tests.disks import full_disk

COLUMNS = "term, bundle, service, words, reason, age_band, newcomer, disability, needed_language, count, source"


@pytest.fixture
def kept(state_folder):
    """What has been written down."""
    return lambda columns="term, reason": rows(state_folder / "state.db", "unmet_need", columns)


@pytest.fixture
def needs_before(show):
    """The page, after a month in which so many people needed each of these in vain."""

    def _opened(wanted, **wishes):
        screen = show(**wishes)
        with atomic(screen.application.state):
            for term, count in wanted.items():
                need = Need(Wanted(Kind.TERM, term), Reason.FULL, count=count)
                keep_need(screen.application.state, need, kiosk=0, language="en", today=date(2026, 3, 2))
        screen.go("need")
        return screen

    return _opened


def test_a_need_is_written_down_by_keys_alone_in_two_acts(show, kept):
    screen = show(page="need")
    assert screen.focused().role == "EditableText"

    screen.type("housing")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_2)

    assert kept() == [("help-find-housing", "full")]
    assert screen.focused().role == "EditableText"


def test_so_it_is_in_french(show, kept):
    screen = show(page="need", language="fr")

    screen.type("dentaire")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_6)

    assert kept() == [("dental-care", "cost")]
    assert "C’est noté\u00a0: Soins dentaires. Trop cher." in screen.names()


def test_what_is_often_missing_is_one_touch_away(needs_before, kept):
    screen = needs_before({"dental-care": 31, "medical-care": 12})

    screen.tap("Button", "Dental Care")
    screen.tap("Button", "Full, or a long wait")

    assert len(kept()) == 3


def test_a_reason_alone_writes_nothing_down(show, kept):
    screen = show(page="need")

    screen.find("Button", "Full, or a long wait")
    assert not screen.find("Button", "Full, or a long wait").enabled
    screen.application.desk.view_of("need").save("full")

    assert kept() == []


def test_digits_can_be_typed_in_the_search(show, kept):
    screen = show(page="need")

    screen.type("2 beds")

    assert screen.application.desk.view_of("need").property("query") == "2 beds"
    assert kept() == []


def test_what_is_known_of_the_person_goes_with_it(show, kept):
    screen = show(page="need")
    screen.type("housing")
    screen.press(Qt.Key.Key_Return)

    for chip in ("65 or older", "Arabic"):
        screen.tap("RadioButton", chip)
    for chip in ("New to Canada", "Has a disability"):
        screen.tap("CheckBox", chip)
    screen.tap("Button", "One person more")
    screen.tap("Button", "Not in their language")

    assert kept(COLUMNS) == [("help-find-housing", None, None, "", "language", "65+", 1, 1, "ar", 2, "staff")]


def test_the_next_need_begins_with_nothing_known(show, kept):
    screen = show(page="need")
    for _ in range(2):
        screen.type("housing")
        screen.press(Qt.Key.Key_Return)
        if not kept():
            screen.tap("RadioButton", "65 or older")
        screen.press(Qt.Key.Key_1)

    assert sorted(kept("age_band")) == [("",), ("65+",)]


def test_a_mistake_is_taken_back_with_one_key(show, kept):
    screen = show(page="need")
    screen.type("housing")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_1)
    assert len(kept()) == 1

    screen.tap("Button", "Take it back")

    assert kept() == []
    assert not [name for name in screen.names() if name.startswith("Written down")]


def test_words_of_ones_own_are_kept_where_nothing_else_fits(show, kept):
    screen = show(page="need")

    screen.type("wigs after illness")
    screen.tap("Button", "wigs after illness")
    screen.press(Qt.Key.Key_1)

    assert kept("words, term") == [("wigs after illness", "")]


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        ("call 902 555 0142", "This looks like a telephone number. Leave it out."),
        ("anna@example.org", "This looks like an e-mail address. Leave it out."),
        ("046 454 286", "This looks like a social insurance number. Leave it out."),
    ],
)
def test_words_with_a_number_or_an_address_are_warned_of_and_not_kept(show, kept, typed, warning):
    screen = show(page="need")

    screen.type(typed)

    assert warning in screen.names()
    assert not [name for name in screen.names("Button") if name.endswith("In your own words")]
    assert kept() == []


def test_a_discreet_service_is_never_named(show, kept):
    screen = show()
    discreet = next(s for s in screen.session.catalogue.services.values() if s.discreet and s.taxonomy_terms)
    view = screen.application.desk.view_of("need")

    view.beginFor(discreet.id)
    screen.go("need")
    screen.press(Qt.Key.Key_1)

    assert kept("service, term") == [(None, discreet.taxonomy_terms[0])]

    name = discreet.name.to("en")
    screen.type(name)
    offered = [button for button in screen.names("Button") if button.startswith(name)]
    assert offered == [f"{name}. In your own words"] or offered == []


def test_a_need_begun_for_a_service_waits_for_its_reason(show, kept):
    screen = show()

    screen.application.desk.view_of("need").beginFor("ei-regular")
    screen.go("need")
    assert screen.focused().name == "There is no such service"
    screen.press(Qt.Key.Key_Return)

    assert kept("service, reason") == [("ei-regular", "no_service")]


def test_the_month_tells_large_numbers_and_leaves_out_small_ones(needs_before):
    screen = needs_before({"dental-care": 31, "help-find-housing": 28, "medical-care": 2})

    assert "Dental Care: 31" in screen.names("ListItem")
    assert not [name for name in screen.names("ListItem") if name.startswith(("Medical Care", "Help Find"))]
    assert "Everything else: 30" in screen.names()


def test_too_few_needs_are_not_shown_at_all(needs_before):
    screen = needs_before({"dental-care": 4})

    assert "Fewer than 5 needs so far: too few to show." in screen.names()
    assert screen.names("ListItem") == []


def test_a_full_disk_is_told_and_what_was_chosen_stays(show, kept):
    screen = show(page="need")
    screen.type("housing")
    screen.press(Qt.Key.Key_Return)
    view = screen.application.desk.view_of("need")

    with full_disk():
        view.save("full")

    screen.draw()
    assert [name for name in screen.names() if "written down" in name]
    assert view.property("chosen")
    view.save("full")
    assert kept() == [("help-find-housing", "full")]


def test_the_page_follows_the_language(needs_before):
    screen = needs_before({"dental-care": 31})

    screen.desk.speak("fr")
    screen.draw()

    assert "Soins dentaires\N{NO-BREAK SPACE}: 31" in screen.names("ListItem")
    assert "Complet, ou longue attente" in screen.names("Button")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "scale"), [((1920, 1080), 1.0), ((1280, 720), 1.0), ((1366, 768), 1.0), ((1920, 1080), 1.5)]
)
def test_nothing_is_cut_off(needs_before, language, size, scale):
    screen = needs_before({"dental-care": 31, "help-find-housing": 28}, language=language, size=size, scale=scale)

    screen.type("log" if language == "fr" else "hous")

    cut = [item.property("text") for item in items_in(screen.window, hidden=False) if item.property("truncated")]
    assert cut == []
    assert all(node.rect.left() >= 0 and node.rect.right() <= size[0] for node in screen.nodes())


def test_a_month_longer_than_its_place_is_moved_by_keys(needs_before):
    terms = ("dental-care", "help-find-housing", "medical-care", "daytime-care", "loans", "estates", "driving-vehicles")
    screen = needs_before({term: 20 + place for place, term in enumerate(terms)}, size=(1920, 800))
    last = "Numbers under 5 are left out"
    assert not in_sight(screen.window, screen.find("StaticText", last))

    for _ in range(40):
        screen.press(Qt.Key.Key_Tab)
        if screen.focused().name == "March 2026":
            break
    for _ in range(4):
        screen.press(Qt.Key.Key_PageDown)

    assert in_sight(screen.window, screen.find("StaticText", last))
