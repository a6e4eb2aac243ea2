"""What changed since a slip was printed, aspect by aspect, on the real catalogue."""

from contextlib import closing
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from kiosk.catalogue.conditions import Comparison, FactId, Operator
from kiosk.catalogue.hours import Schedule
from kiosk.catalogue.hours.values import ByDay, Kind, Rule
from kiosk.catalogue.model import (
    AnchorId,
    Confidence,
    CostOption,
    DocumentId,
    Requirement,
    ServiceId,
    Timing,
    TimingKind,
)
from kiosk.catalogue.reading import load
from kiosk.catalogue.text import Text, text
from kiosk.counter.reopening.aspects import Aspect, prints_of
from kiosk.counter.reopening.changes import changes_since
from kiosk.counter.reopening.editions import MIGRATIONS, MOST_KEPT, edition, note_edition
from kiosk.paths import catalogue_file
from kiosk.referral.token import Item, Referral
from kiosk.state import StateError, open_state
from tests.disks import full_disk

TODAY = date(2026, 3, 12)
OAS = ServiceId("oas")
OTHER_HOURS = Schedule(
    kind=Kind.TIMETABLE, rules=(Rule(opens_at=time(7), closes_at=time(8), byday=(ByDay(6),)),), zone="America/Halifax"
)


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture(scope="module")
def one(real):
    """A service with everything that can change."""
    return next(
        s for s in real.services.values() if s.locations and s.phones and s.requirements and s.costs and not s.discreet
    )


def referral_to(*services, version=1):
    items = tuple(Item(service.number, 0, order) for order, service in enumerate(services, start=1))
    return Referral(b"8 bytes.", TODAY, version, items)


def newer(catalogue, service=None, **parts):
    """The next version of the catalogue, with one service changed, or its first place or number."""
    services, places, phones = dict(catalogue.services), dict(catalogue.locations), dict(catalogue.phones)
    place, phone = parts.pop("place", None), parts.pop("phone", None)
    if place:
        places[service.locations[0]] = replace(places[service.locations[0]], **place)
    if phone:
        phones[service.phones[0]] = replace(phones[service.phones[0]], **phone)
    if service is not None:
        services[service.id] = replace(service, **parts)
    return replace(catalogue, version=catalogue.version + 1, services=services, locations=places, phones=phones)


CHANGES = [
    (Aspect.HOURS, {"place": {"schedule": OTHER_HOURS}}),
    (Aspect.HOURS, {"phone": {"schedule": OTHER_HOURS}}),
    (Aspect.PHONE, {"phone": {"number": "902-555-0199"}}),
    (Aspect.ADDRESS, {"place": {"address_1": "1 Another Street"}}),
    (Aspect.PAPERS, {"requirements": (Requirement((DocumentId("photo_id"),)),)}),
    (Aspect.WHO, {"eligibility": Comparison(FactId("age"), Operator.AT_LEAST, 99)}),
    (Aspect.FEES, {"costs": (CostOption(text("a", "b"), Decimal("99.95"), "CAD", "2026", Confidence.HIGH),)}),
    (Aspect.WEB, {"url": text("https://new.example.ca", "https://nouveau.example.ca")}),
    (Aspect.DATES, {"deadlines": (Timing(TimingKind.DEADLINE, AnchorId("now"), "P9D"),)}),
    (Aspect.CLOSED, {"channels": ()}),
]


@pytest.mark.parametrize(("aspect", "change"), CHANGES, ids=[str(aspect) for aspect, _change in CHANGES])
def test_each_part_that_changes_is_told_and_no_other(state, real, one, aspect, change):
    note_edition(state, real, TODAY)

    changes = changes_since(state, newer(real, one, **change), referral_to(one))

    assert changes.can_tell
    assert changes.by_service == {one.number: (aspect,)}


def test_a_date_limit_of_a_step_is_one_of_its_service(state, real):
    bundle = next(b for b in real.bundles.values() if any(s.service and s.timing for s in b.steps))
    step = next(s for s in bundle.steps if s.service and s.timing)
    moved = replace(step, timing=replace(step.timing, offset="P999D"))
    steps = tuple(moved if s is step else s for s in bundle.steps)
    note_edition(state, real, TODAY)

    now = replace(newer(real), bundles={**real.bundles, bundle.id: replace(bundle, steps=steps)})
    changes = changes_since(state, now, referral_to(real.services[step.service]))

    assert set(changes.by_service.values()) == {(Aspect.DATES,)}


@pytest.mark.parametrize(
    "part", ["to_verify", "source", "words", "gives in Arabic"], ids=["a doubt", "a source", "words", "a translation"]
)
def test_what_changes_nothing_for_the_person_is_no_change(state, real, one, part):
    note_edition(state, real, TODAY)
    change = {
        "to_verify": {"to_verify": (text("Check it", "À vérifier"),)},
        "source": {"source": replace(one.source, as_of="2026-12-31")},
        "words": {"words": {"en": ("another",)}},
        "gives in Arabic": {"amounts": tuple(Text({**t.wordings, "ar": "مبلغ"}) for t in one.amounts)},
    }[part]

    assert changes_since(state, newer(real, one, **change), referral_to(one)).by_service == {}


def test_a_catalogue_never_seen_here_cannot_be_compared(state, real, one):
    note_edition(state, real, TODAY)

    changes = changes_since(state, real, referral_to(one, version=real.version + 5))

    assert not changes.can_tell
    assert changes.by_service == {}


def test_a_service_that_is_gone_is_named(state, real, one):
    note_edition(state, real, TODAY)
    left = {name: service for name, service in real.services.items() if name != one.id}

    changes = changes_since(state, replace(newer(real), services=left), referral_to(one))

    assert changes.gone == {one.number}


def test_a_service_that_neither_catalogue_knows_is_not_called_gone(state, real):
    note_edition(state, real, TODAY)

    changes = changes_since(state, real, Referral(b"8 bytes.", TODAY, real.version, (Item(60_000),)))

    assert changes.gone == frozenset()


def test_an_edition_is_kept_once_as_it_first_was(state, real, one):
    assert note_edition(state, real, TODAY)
    first = edition(state, real.version)

    assert not note_edition(state, replace(newer(real, one, channels=()), version=real.version), TODAY)

    assert edition(state, real.version) == first == prints_of(real)


def test_the_oldest_editions_go(state, real, one):
    few = replace(real, services={one.id: one}, bundles={})
    for version in range(1, MOST_KEPT + 4):
        note_edition(state, replace(few, version=version), TODAY)

    assert edition(state, 3) is None
    assert edition(state, 4) is not None
    assert state.execute("SELECT count(*) FROM catalogue_print").fetchone()[0] == MOST_KEPT


def test_a_catalogue_that_could_not_be_read_is_no_edition(state, real):
    assert not note_edition(state, replace(real, version=0, services={}), TODAY)


def test_the_same_catalogue_read_twice_has_the_same_fingerprints(real):
    assert prints_of(load(catalogue_file(), ("fr", "en"))) == prints_of(real)


def test_a_full_disk_keeps_no_half_an_edition(state, real):
    with full_disk(), pytest.raises(StateError):
        note_edition(state, real, TODAY)

    assert edition(state, real.version) is None
    assert note_edition(state, real, TODAY)
