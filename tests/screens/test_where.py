"""Where to go and when, on the screen: hours, other places, and the way back to the step."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPointF

from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit

JOB = "losing-a-job"
SHAPES = [(1080, 1920), (1920, 1080)]


def at_where(rest="", *, step="ei", bundle=JOB, language="en"):
    subject = f"{bundle}/{step}"
    trail = (Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.STEP, subject), Stop(Page.WHERE, subject + rest))
    return Visit(
        language=language,
        trail=trail,
        bundles=(BundleId(bundle),),
        answers={EVENT_DATE: date(2026, 3, 6)},
        asked=(EVENT_DATE,),
    )


@pytest.fixture
def opened(show):
    """The window at one place, or at all of them."""

    def _opened(rest="", *, step="ei", bundle=JOB, language="en", **how):
        screen = show(language=language, **how)
        screen.go(at_where(rest, step=step, bundle=bundle, language=language))
        return screen

    return _opened


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("letters", [0, 2])
def test_another_place_is_chosen_by_three_touches_and_the_step_goes_there(opened, size, letters):
    screen = opened(size=size, letters=letters)

    screen.tap("Button", "18 other places")
    screen.tap("Button", "Truro Service Canada Centre")
    screen.tap("Button", "Choose this place")

    assert screen.page == "step"
    assert "Truro Service Canada Centre" in screen.find("Button", "In person").name
    screen.tap("Button", "Back")
    assert screen.page == "plan"


@pytest.mark.parametrize("size", SHAPES)
def test_the_plans_own_place_only_leads_back_to_the_step(opened, size):
    screen = opened(size=size)
    assert "Choose this place" not in screen.names("Button")

    screen.tap("Button", "Back to the step")

    assert screen.session.visit.here == Stop(Page.STEP, f"{JOB}/ei")


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("step", "bundle"), [("ei", JOB), ("food", JOB), ("certs", "death-in-the-family")])
def test_the_way_back_is_in_sight_at_once(opened, size, language, step, bundle):
    screen = opened(step=step, bundle=bundle, size=size, language=language)

    button = screen.find(
        "Button", {"en": "Back to the step", "fr": "Retour à l\N{RIGHT SINGLE QUOTATION MARK}étape"}[language]
    )

    assert screen.sees(button)
    assert button.rect.bottom() < screen.find("Button", {"en": "Get help", "fr": "Aide"}[language]).rect.top()


def test_the_week_is_read_out_day_by_day(opened):
    screen = opened(language="fr")

    days = [name for name in screen.names("ListItem") if "Fermé" in name or "8\N{NO-BREAK SPACE}h" in name]

    assert [day.split("\N{NO-BREAK SPACE}:")[0] for day in days] == [
        "Vendredi",
        "Samedi et dimanche",
        "Lundi au mercredi",
    ]


def test_a_holiday_is_named_before_it_comes(opened):
    screen = opened()

    assert any(name.endswith("closed (Good Friday)") for name in screen.names("StaticText"))


def test_the_mark_on_the_bar_stands_between_opening_and_closing(opened):
    screen = opened()

    moment = label(screen, "10:14\N{NO-BREAK SPACE}a.m.")
    ten, noon = label(screen, "10\N{NO-BREAK SPACE}a.m."), label(screen, "noon")

    assert middle(ten) < middle(moment) < (middle(ten) + middle(noon)) / 2


def test_a_closed_day_draws_a_bar_that_says_closed(show):
    screen = show(language="en", now=datetime(2026, 3, 15, 10, 14, tzinfo=ZoneInfo("America/Halifax")))

    screen.go(at_where())

    assert any(name.startswith("Today, Sunday") and "closed" in name for name in screen.names("StaticText"))
    closed, noon = label(screen, "Closed"), label(screen, "noon")
    assert abs(middle(closed) - middle(noon)) < noon.width() * 2


def test_the_number_to_call_instead_is_read_out(opened):
    screen = opened()

    assert "Phone instead. 1-800-206-7218" in screen.names("ListItem")


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "Not checked this year: phone first"),
        ("fr", "Non vérifié cette année\N{NO-BREAK SPACE}: appelez d’abord"),
    ],
)
def test_an_address_that_nobody_has_checked_is_shown_with_its_mark(opened, language, mark):
    screen = opened(step="food", language=language)

    told = screen.names("StaticText")
    assert any("2415 Maynard Street" in name for name in told)
    assert mark in told
    assert any(mark in name for name in opened("/places", step="food", language=language).names("Button"))


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_one_should_phone_first_the_number_is_in_sight_at_once(opened, size, language):
    screen = opened(step="food", size=size, language=language)

    label = {"en": "Phone instead", "fr": "Plutôt appeler"}[language]
    assert screen.sees(screen.find("ListItem", f"{label}. 902-425-2125"))


def test_the_list_of_places_marks_the_one_in_the_plan(opened):
    screen = opened("/places")

    marked = [name for name in screen.names("Button") if "The place in your plan" in name]

    assert [name.split(". ")[0] for name in marked] == ["Dartmouth Service Canada Centre"]


def label(screen, text):
    return next(item for item in visible_texts(screen) if item.property("text") == text)


def visible_texts(screen):
    return [item for item in screen.items() if item.inherits("QQuickText") and item.isVisible()]


def middle(item):
    return item.mapToScene(QPointF(item.width() / 2, 0)).x()


def test_a_sketch_settles_however_high_the_window_is(show, every_page):
    screen = show(size=(1920, 1080), language="en")
    screen.go(every_page(screen, "en")["where"])
    drawn = []
    screen.kiosk.viewOf("where").map.changed.connect(lambda: drawn.append(1))

    most = 0
    for letters in range(3):
        screen.enlarge_to(letters)
        for height in range(1000, 1090, 12):
            drawn.clear()
            screen.window.resize(1920, height)
            screen.draw()
            most = max(most, len(drawn))

    assert 0 < most <= 6
