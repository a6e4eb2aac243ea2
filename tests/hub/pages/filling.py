"""A fleet that has reported for a month, as its kiosks do: enrolled, heard, flags and corrections waiting."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections import form
from kiosk.counter.corrections.facts import base_of
from kiosk.counter.corrections.values import (
    About,
    Correction,
    CorrectionId,
    Field,
    Flag,
    FlagId,
    NumberValue,
    Saying,
    Subject,
)
from kiosk.hub.store.statements import Store
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import Batch
from tests.hub.fleet import Kiosk

PLANS = {"death-in-the-family": 23, "new-baby": 9, "lost-job": 31, "moving": 3}
FLAG = FlagId("0123456789ab")
CORRECTION = CorrectionId("abcdef012345")


class Reporting(Kiosk):
    """A kiosk whose clock is the one given."""

    clock = 0

    def batch(self, first: int = 1, last: int | None = None) -> Batch:
        return replace(super().batch(first, last), clock=self.clock)


@dataclass(frozen=True, slots=True)
class Filled:
    """Who reported, and about what something was said."""

    library: Kiosk
    office: Kiosk
    service: Subject
    number: Subject


def fill(store: Store, catalogue: Catalogue, now: datetime) -> Filled:
    """Have three kiosks report: one in order, one with troubles, one never heard."""
    at = int(now.timestamp())
    library, office = Reporting(store, "Bibliothèque Keshen Goodman", 12), Reporting(store, "North End", 7)
    Kiosk(store, "Sackville Heights", 9)
    library.health = replace(library.health, catalogue_version=catalogue.version, free_mib=20_480)
    office.health = replace(office.health, catalogue_version=catalogue.version, free_mib=150)
    library.clock, office.clock = at - 600, at - 30 * 3600
    service = Subject(About.SERVICE, next(s.id for s in catalogue.services.values() if s.phones and not s.discreet))
    number = Subject(About.NUMBER, catalogue.services[service.id].phones[0], catalogue.services[service.id].id)
    _plans(library, catalogue, now.date())
    _needs(library, now.date())
    _wrongs(library, service, now.date())
    _said(office, catalogue, service, number, now)
    for place in range(2):
        claimer = (library, office)[place]
        claimer.put(Kind.CASE_CLAIM, {1: library.kid, 2: b"referra1", 3: _day(now.date())})
    library.send(store, at=library.clock)
    office.send(store, at=office.clock)
    return Filled(library, office, service, number)


def _plans(kiosk: Kiosk, catalogue: Catalogue, today: date) -> None:
    bundles = [bundle for bundle in catalogue.bundles.values() if not bundle.sensitive]
    for bundle, count in zip(bundles, PLANS.values(), strict=False):
        for place in range(count):
            day = today.replace(day=1) + timedelta(days=place % 20)
            referral = f"{bundle.number:03}{place:05}".encode()
            kiosk.put(Kind.REFERRAL, {1: referral, 2: _day(day), 3: 42, 4: [[7, 1]], 5: bundle.number})


def _needs(kiosk: Kiosk, today: date) -> None:
    for reason, count in (("full", 14), ("transport", 8), ("cost", 2)):
        for place in range(count):
            hour = f"{today.replace(day=1 + place):%Y-%m-%d}T10"
            kiosk.put(Kind.UNMET_NEED, {1: hour, 2: reason, 5: "citizen"})


def _wrongs(kiosk: Kiosk, service: Subject, today: date) -> None:
    for named, count in ((service.id, 7), ("", 6)):
        for _ in range(count):
            kiosk.put(Kind.CITIZEN_FLAG, {1: f"{today:%Y-%m}-05T11", 2: named})


def _said(kiosk: Kiosk, catalogue: Catalogue, service: Subject, number: Subject, now: datetime) -> None:
    written = (now - timedelta(days=3)).astimezone(UTC)
    flag = Flag(
        FLAG,
        service,
        Field.HOURS,
        Saying(en="It closes at four on Fridays", fr="C’est fermé dès 16\N{NO-BREAK SPACE}h le vendredi"),
        True,
        "samira",
        written,
        base_of(catalogue, service, Field.HOURS),
        catalogue.version,
    )
    correction = Correction(
        CORRECTION,
        number,
        NumberValue("902-555-0143"),
        "samira",
        written + timedelta(days=2),
        base_of(catalogue, number, Field.PHONE),
        catalogue.version,
    )
    kiosk.put(Kind.STAFF_FLAG, {1: form.written(flags=(flag,))})
    kiosk.put(Kind.CORRECTION, {1: form.written(corrections=(correction,))})


def _day(day: date) -> int:
    return (day - date(1970, 1, 1)).days
