"""The journeys of the tour: who comes, in which language and letters, and what they touch until the slip is in hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.bridge.touring.guide import Guide, TourError
from kiosk.config import Paper
from kiosk.visit.visit import Page

_YES, _NO = "true", "false"


@dataclass(frozen=True, slots=True)
class Journey:
    """One person's visit, with their settings of the access panel, and what their slip is printed on."""

    id: str
    language: str
    walk: Callable[[Guide], None]
    settings: Mapping[str, str] = field(default_factory=dict)
    paper: Paper = Paper.RECEIPT_80


def journey_called(name: str) -> Journey:
    """One of `JOURNEYS`. Raises `TourError`, which lists them."""
    for journey in JOURNEYS:
        if journey.id == name:
            return journey
    raise TourError(f"there is no journey {name!r}: use {', '.join(journey.id for journey in JOURNEYS)}")


def _a_death_in_the_family(guide: Guide) -> None:
    """A daughter in charge of her mother’s estate, three days after."""
    guide.picture("home")
    guide.open_door("death")
    guide.answer(
        {
            "event_date": "2026-11-23",
            "relation_to_deceased": "parent",
            "is_executor": _YES,
            "deceased_got_cpp_oas": _YES,
            "cpp_contributor": _YES,
            "cannot_pay_funeral": _NO,
            "estate_has_property": _YES,
        },
    )
    _look_at_the_plan(guide)
    _look_at_a_step_and_its_place(guide)
    _look_at_the_papers(guide)
    _print_and_finish(guide)


_LOST_JOB = {"fr": "perdu emploi", "ar": "فصل", "uk": "безробіття"}
"""What somebody types who lost a job; in other languages it is looked for in English letters."""


def _a_lost_job(guide: Guide) -> None:
    """Someone laid off last Friday, who types what happened, and photographs the code before they print."""
    guide.touch("I know what I need")
    guide.type(_LOST_JOB.get(guide.words.language, "lost job"))
    guide.picture("search")
    guide.touch("Search")
    guide.picture("results")
    guide.touch_bundle("losing-a-job")
    guide.answer(
        {
            "event_date": "2026-11-20",
            "job_end_reason": "laid_off",
            "insurable_work": _YES,
            "owed_pay": _YES,
            "low_income": _NO,
        },
    )
    _look_at_the_plan(guide)
    _look_at_a_step_and_its_place(guide)
    _look_at_the_papers(guide)
    _wait_for_the_slip(guide)
    guide.touch("On my phone")
    guide.wait(lambda: not guide.shows("One moment…"), "the code")
    guide.picture("code")
    guide.touch("Back")
    _print_and_finish(guide)


def _food_today(guide: Guide) -> None:
    """Someone with nothing to eat and sore eyes, who wants a number and an address before any question."""
    guide.picture("home")
    guide.touch("I need help right now")
    guide.picture("urgent")
    guide.open_door("food")
    guide.picture("food")
    if guide.turn_page():
        guide.picture("food-more")
    guide.touch("Make a whole plan for this")
    guide.answer({"low_income": _YES}, pictures=1)
    _look_at_the_plan(guide)
    _print_and_finish(guide)


def _turning_65(guide: Guide) -> None:
    """A man who reads large letters, whose birthday is in June."""
    guide.picture("home")
    guide.open_door("turning-65")
    guide.answer(
        {
            "event_date": "2027-03-05",
            "got_oas_letter": _NO,
            "years_in_canada_10": _YES,
            "cpp_contributor": _YES,
            "household_income": "26000",
        },
    )
    _look_at_the_plan(guide)
    _look_at_a_step_and_its_place(guide)
    _print_and_finish(guide)


def _look_at_the_plan(guide: Guide) -> None:
    guide.arrive(Page.PLAN)
    guide.picture("plan")
    if guide.turn_page():
        guide.picture("plan-more")


def _look_at_a_step_and_its_place(guide: Guide) -> None:
    """The first step that one goes somewhere for."""
    guide.open_step_with_a_place()
    guide.picture("step")
    guide.touch("In person")
    guide.arrive(Page.WHERE)
    guide.picture("where")
    guide.touch("Back")
    guide.touch("Back")
    guide.arrive(Page.PLAN)


def _look_at_the_papers(guide: Guide) -> None:
    guide.open_papers()
    guide.picture("papers")
    guide.touch("Back")
    guide.arrive(Page.PLAN)


def _wait_for_the_slip(guide: Guide) -> None:
    if guide.page is not Page.TAKE:
        guide.touch("Take this plan with me")
    guide.wait(lambda: guide.offers("Print my slip") and not guide.shows("One moment…"), "the slip")


def _print_and_finish(guide: Guide) -> None:
    _wait_for_the_slip(guide)
    guide.picture("take")
    guide.touch("Print my slip")
    guide.arrive(Page.DONE)
    guide.wait(lambda: guide.offers("Print again"), "the printer")
    guide.picture("done")
    guide.touch("Finish and erase")
    guide.arrive(Page.ATTRACT)


JOURNEYS = (
    Journey("death", "en", _a_death_in_the_family),
    Journey("job", "fr", _a_lost_job, paper=Paper.LETTER),
    Journey("food", "en", _food_today, {"Colours": "Dark"}, paper=Paper.RECEIPT_58),
    Journey("turning-65", "en", _turning_65, {"Letters": "A++"}),
)
