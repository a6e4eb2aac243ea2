"""What staff ask of the services found is answered yes, no, or nobody knows, and nothing unknown goes unsaid."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.hours import ALWAYS_OPEN, UNKNOWN_HOURS, read_schedule
from kiosk.catalogue.model import ChannelType, Confidence, CostOption, Fitness
from kiosk.catalogue.text import text
from kiosk.counter.walkin.filters import NEAR_M, Filter, GivenIn, holds, key_of, languages_given, sift
from kiosk.planning import Here
from kiosk.planning.places import Places

THURSDAY = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
HERE = Here(44.6625, -63.5905)
EVERY = (*Filter, GivenIn("fr"))
ONE_DEGREE_M = 111_000
CLOSED_TODAY = read_schedule("Mo 09:00-10:00")


def cost(amount):
    return CostOption(text("", ""), None if amount is None else Decimal(amount), "CAD", "2026", Confidence.HIGH)


@pytest.fixture
def made(real):
    """One service with its place and its line, made of real ones: tells whether a wish holds of it."""
    service, location, phone = (
        real.services["food-bank"],
        next(iter(real.locations.values())),
        next(iter(real.phones.values())),
    )

    def tell(
        wish, channels="in_person", *, places=1, door=UNKNOWN_HOURS, line=UNKNOWN_HOURS, lines=0, away_m=0, **more
    ):
        away = {"latitude": HERE.latitude + away_m / ONE_DEGREE_M} if away_m is not None else {"latitude": None}
        place = {name: more.pop(name) for name in ("wheelchair",) if name in more}
        there = replace(
            location, longitude=HERE.longitude, schedule=door, languages=more.pop("spoken", ()), **away, **place
        )
        own = replace(
            service,
            channels=tuple(ChannelType(channel) for channel in channels.split()),
            locations=(there.id,) * places,
            phones=(phone.id,) * lines,
            discreet=more.pop("discreet", False),
            **more,
        )
        catalogue = replace(
            real,
            locations={there.id: there},
            phones={phone.id: replace(phone, schedule=line, number_tty="711" if wish == "tty" else "")},
        )
        return holds(Filter.WITHOUT_VOICE if wish == "tty" else wish, own, catalogue, Places(catalogue, HERE, THURSDAY))

    return tell


@pytest.mark.parametrize(
    ("facts", "open_now"),
    [
        ({"door": ALWAYS_OPEN}, True),
        ({"door": CLOSED_TODAY}, False),
        ({"door": UNKNOWN_HOURS}, None),
        ({"places": 0}, None),
        ({"channels": "phone", "lines": 1, "line": ALWAYS_OPEN, "places": 0}, True),
        ({"channels": "in_person phone", "lines": 1, "line": ALWAYS_OPEN, "door": CLOSED_TODAY}, True),
        ({"channels": "in_person phone", "lines": 1, "line": UNKNOWN_HOURS, "door": CLOSED_TODAY}, None),
        ({"channels": "online mail", "places": 0}, True),
    ],
)
def test_open_now_asks_doors_and_lines(made, facts, open_now):
    assert made(Filter.OPEN_NOW, **facts) is open_now


@pytest.mark.parametrize(
    ("facts", "near"),
    [
        ({"away_m": NEAR_M - 100}, True),
        ({"away_m": NEAR_M + 100}, False),
        ({"away_m": None}, None),
        ({"away_m": 100, "discreet": True}, None),
        ({"channels": "in_person online", "away_m": 90_000}, True),
        ({"channels": "in_person phone", "away_m": 90_000}, False),
        ({"channels": "phone", "places": 0}, True),
        ({"channels": "in_person", "places": 0}, None),
    ],
)
def test_near_is_what_is_near_or_asks_for_no_trip(made, facts, near):
    assert made(Filter.NEAR, **facts) is near


@pytest.mark.parametrize(
    ("amounts", "free"), [((), True), (("0",), True), (("0", "20"), False), ((None,), None), (("0", None), None)]
)
def test_free_is_what_nobody_asks_money_for(made, amounts, free):
    assert made(Filter.FREE, costs=tuple(cost(amount) for amount in amounts)) is free


@pytest.mark.parametrize(
    ("facts", "in_french"),
    [
        ({"languages": ("en", "fr")}, True),
        ({"languages": ("en",)}, False),
        ({"languages": (), "spoken": ("fr",)}, True),
        ({"languages": (), "spoken": ("en",)}, False),
        ({"languages": ()}, None),
    ],
)
def test_a_language_is_asked_of_the_service_and_then_of_its_places(made, facts, in_french):
    assert made(GivenIn("fr"), **facts) is in_french


@pytest.mark.parametrize(
    ("facts", "step_free"),
    [
        ({"wheelchair": True}, True),
        ({"wheelchair": False}, False),
        ({"wheelchair": None}, None),
        ({"places": 0}, None),
        ({"channels": "phone", "places": 0}, True),
    ],
)
def test_step_free_is_what_a_wheelchair_gets_into_or_nobody_goes_to(made, facts, step_free):
    assert made(Filter.STEP_FREE, **facts) is step_free


def test_without_voice_is_written_or_has_a_text_telephone_and_nothing_is_ruled_out(made):
    assert made(Filter.WITHOUT_VOICE, channels="text phone", lines=1) is True
    assert made("tty", channels="phone", lines=1) is True
    assert made(Filter.WITHOUT_VOICE, channels="phone", lines=1) is None
    assert made(Filter.WITHOUT_VOICE, channels="in_person") is None


def test_who_can_start_it_is_the_person_or_staff(made):
    assert made(Filter.ALONE, fitness=Fitness.SELF_SERVICE) is True
    assert made(Filter.ALONE, fitness=Fitness.MEDIATED) is False
    assert made(Filter.WITH_STAFF, fitness=Fitness.MEDIATED) is True


@pytest.mark.parametrize("wish", EVERY, ids=key_of)
def test_what_is_kept_dropped_and_unknown_is_every_service_once(real, wish):
    services = tuple(real.services.values())
    places = Places(real, HERE, THURSDAY)

    sifted = sift(services, (wish,), real, places)

    told = Counter(holds(wish, service, real, places) for service in services)
    assert len(sifted.kept) == told[True]
    assert sum(sifted.unknown.values()) == told[None]
    assert told.total() == len(services)


def test_what_is_unknown_comes_in_only_when_asked_for_and_is_counted_all_the_same(real):
    services = tuple(real.services.values())
    places = Places(real, HERE, THURSDAY)
    wishes = (Filter.STEP_FREE, Filter.OPEN_NOW)

    without, too = (sift(services, wishes, real, places, unknown_too=each) for each in (False, True))

    assert without.unknown == too.unknown
    assert len(too.kept) == len(without.kept) + sum(too.unknown.values())
    assert without.unknown[Filter.STEP_FREE] > 0


def test_what_is_known_not_to_suit_is_never_counted_as_unknown(made, real):
    places = Places(real, HERE, THURSDAY)
    paid = replace(real.services["food-bank"], channels=(ChannelType.IN_PERSON,), locations=(), costs=(cost("20"),))

    sifted = sift([paid], (Filter.OPEN_NOW, Filter.FREE), real, places)

    assert not sifted.kept
    assert not sifted.unknown


def test_only_languages_that_some_services_are_given_in_and_not_nearly_all_are_offered(real):
    offered = languages_given(real)

    assert offered[0] == "fr"
    assert "en" not in offered
    assert all(any(language in service.languages for service in real.services.values()) for language in offered)
