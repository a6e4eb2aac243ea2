"""The phone works out the same dates as the kiosk, for every timing of the catalogue."""

import json
from datetime import date
from itertools import product

import pytest

from kiosk.languages.shipped import words_of
from kiosk.planning.dates import LANDING, NOW, anchor_of_event, dated_by, deadline_of, timing_of
from kiosk.referral.web.dates import due

pytestmark = pytest.mark.chromium

ISSUED = (date(2026, 11, 26), date(2027, 12, 31), date(2028, 2, 29))
EVENTS = (None, date(2026, 8, 31), date(2027, 1, 31), date(2026, 10, 31), date(2026, 11, 1), date(2028, 2, 29))


def rules(catalogue):
    """Every step of a bundle that the page may tell, and every service by itself, with the event of its page."""
    for bundle in catalogue.bundles.values():
        for step in bundle.steps:
            if step.service is not None:
                yield step, catalogue.services[step.service], anchor_of_event(bundle)
    for service in catalogue.services.values():
        yield None, service, None


def days(issued, event, happened):
    dates = {NOW: issued, "application": issued}
    if event and happened:
        dates |= dict.fromkeys(dated_by(event) - {LANDING}, happened)
    return dates


def test_every_timing_of_the_catalogue_falls_on_the_same_day_as_at_the_kiosk(phone, served, catalogue) -> None:
    asked, expected = [], []
    for (step, service, event), issued, happened in product(rules(catalogue), ISSUED, EVENTS):
        written = due(words_of("en"), catalogue, step, service, event)
        if written is None or (happened and not event):
            continue
        known = deadline_of(timing_of(step, service, event), service, days(issued, event, happened), issued)
        asked.append([written, issued.isoformat(), happened.isoformat() if happened else ""])
        expected.append(
            known and [known.kind.value, known.day.isoformat(), known.first.isoformat() if known.first else None]
        )
    shown = phone()
    shown.open(served.address)

    told = shown.run(
        f"""import("/dates.js").then(({{ deadline, dayOf, isoOf }}) =>
            {json.dumps(asked)}.map(([due, issued, event]) => {{
                const found = deadline(due, dayOf(issued), dayOf(event));
                return found && [found.kind, isoOf(found.day), found.first === undefined ? null : isoOf(found.first)];
            }}))"""
    )

    assert len(expected) > 1000
    assert sum(one is not None for one in expected) > 500
    assert [(a, t, e) for a, t, e in zip(asked, told, expected, strict=True) if t != e] == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("fr-CA", "lundi 1er mars 2027"),
        ("en-CA", "Monday, March 1, 2027"),
        ("ar-u-nu-latn", "الاثنين، 1 مارس 2027"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(phone, served, locale, words) -> None:
    shown = phone()
    shown.open(served.address)

    told = shown.run(f"import('/dates.js').then(({{ written, dayOf }}) => written(dayOf('2027-03-01'), '{locale}'))")

    assert told == words
