"""Whatever lies over the catalogue, every plan is made, every slip composed, every phone page written; nothing hidden
comes out of any of them.
"""

import json
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.lifelines import LIFELINES
from kiosk.config import Site
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.values import (
    AddressValue,
    ClosedValue,
    Field,
    HoursValue,
    NoteValue,
    NumberValue,
    WebValue,
)
from kiosk.languages.known import TONGUES
from kiosk.languages.shipped import words_of
from kiosk.planning import Here, Preferences, make_plan
from kiosk.planning.places import Places
from kiosk.referral.composing import Choices
from kiosk.referral.composing.composing import compose
from kiosk.referral.slip.content import Paper
from kiosk.referral.web.extract import extract

HALIFAX = ZoneInfo("America/Halifax")
NOW = datetime(2026, 3, 12, 10, 14, tzinfo=HALIFAX)
SITE = Site()
HERE = Here(SITE.latitude, SITE.longitude)
LANGUAGES = [code for code, tongue in TONGUES.items() if tongue.offered and tongue.is_shown]


def at_random(catalogue, flagged, corrected, random):
    """Thirty flags and twenty corrections of every kind, on whatever comes."""
    entries = {
        "service": list(catalogue.services),
        "place": list(catalogue.locations),
        "number": list(catalogue.phones),
    }
    for _ in range(30):
        about = random.choice(list(entries))
        yield flagged(about, random.choice(entries[about]), random.choice(list(Field)))
    closed = ClosedValue(random.choice([None, NOW.date(), NOW.date() + timedelta(days=random.randrange(400))]))
    kinds = [
        ("number", NumberValue("902-555-0143", "902-555-0144")),
        ("number", HoursValue("Mo-Fr 08:00-12:00; Tu 13:00-20:00")),
        ("place", HoursValue("24/7")),
        ("place", AddressValue("1 New Street", "Halifax")),
        ("place", closed),
        ("place", NoteValue("Ring.", "Sonnez.", citizens=True)),
        ("service", closed),
        ("service", WebValue("https://example.ca/en", "https://example.ca/fr")),
        ("service", NoteValue("Ring.", "Sonnez.", citizens=True)),
    ]
    for _ in range(20):
        about, value = random.choice(kinds)
        yield corrected(about, random.choice(entries[about]), value)


@pytest.fixture(params=range(12))
def random(request):
    return Random(request.param)


@pytest.fixture
def laid(catalogue, flagged, corrected, over, random):
    return overlaid(catalogue, over(*at_random(catalogue, flagged, corrected, random)), NOW.date())


def test_every_plan_and_slip_is_made(catalogue, laid, random):
    for bundle in random.sample(list(laid.bundles), 4):
        language = random.choice(LANGUAGES)
        plan = make_plan(
            laid,
            [bundle],
            {"event_date": date(2026, 3, 6)},
            now=NOW,
            here=HERE,
            preferences=Preferences(None, language),
        )
        paper = random.choice(list(Paper))
        side_by_side = (language,) if language in ("en", "fr") else (language, "en")
        slip = compose(
            laid, plan, Choices(side_by_side, paper), SITE, NOW, words_of, code="R-7K3F-9XD", qr=((True,) * 21,) * 21
        )

        assert plan.to_do()
        shown = repr(slip)
        for phone in laid.phones.values():
            if not phone.verified and phone.number not in {
                other.number for other in laid.phones.values() if other.verified
            }:
                assert phone.number not in shown


def test_every_phone_page_is_written_and_has_nothing_hidden(catalogue, laid, random):
    language = random.choice(LANGUAGES)

    written = json.dumps(extract(laid, language, Places(laid, HERE, NOW), HALIFAX, words_of), ensure_ascii=False)

    hidden = {catalogue.locations[key].address_1 for key, place in laid.locations.items() if not place.address_1}
    kept = {place.address_1 for place in laid.locations.values()}
    assert not [street for street in hidden - kept - {""} if street in written]


def test_the_urgent_numbers_stand_whatever_lies_over_them(laid):
    for line in LIFELINES:
        phone, service = laid.phones[line.phone], laid.services[line.service]
        assert (phone.number, phone.verified) == (line.number, True)
        assert line.phone in service.phones
        assert service.channels
