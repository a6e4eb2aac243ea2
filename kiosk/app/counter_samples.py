"""A counter with people at it and a day behind it, made up for pictures of its pages."""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec

from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.counter.calling.calls import PrinterState, Report
from kiosk.counter.cases.cabinet import By, Cabinet, open_keys
from kiosk.counter.cases.case import Case, CasePlan, Covers, Planned
from kiosk.counter.cases.consenting import Private, give_consent, keep_private
from kiosk.counter.cases.following import follow_up
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.person import Person, Reach
from kiosk.counter.cases.statuses import Reason as Trouble
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections.keeping import Wrong, raise_flag
from kiosk.counter.corrections.values import About, Field, Saying, Subject
from kiosk.counter.counts import Ended, Ending, counted_of_visit, keep_counts
from kiosk.counter.needs import Reason
from kiosk.counter.reopening.editions import note_edition
from kiosk.counter.staff import Role, SignedIn, case_key
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.giving import set_pin
from kiosk.counter.staff.machine import Machine
from kiosk.counter.staff.people import add
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import Kind, Need, Wanted, keep_need
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import atomic, open_state

SAMIRA = "Samira Khan"
PIN = "739164"
_OTHERS = (("Dina Paul", Role.EDITOR, "en", "482917"), ("Marc Boudreau", Role.STAFF, "fr", "619385"))
_BUNDLE = BundleId("losing-a-job")
_OTHER_BUNDLE = BundleId("new-to-nova-scotia")
_FLAGGED = ServiceId("nova-scotia-works")
_LASTED_S = 108.0


def make_staff(folder: Path, machine: Machine, language: str, at: datetime) -> SignedIn:
    """Three colleagues; what the sign-in of Samira, the supervisor, gives."""
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        samira = make_first_supervisor(
            state,
            machine,
            untrusted_code=first_code(state, folder),
            name=SAMIRA,
            untrusted_pin=PIN,
            language=language,
            at=at,
        )
        for name, role, spoken, pin in _OTHERS:
            somebody = add(state, samira, name=name, role=role, language=spoken, at=at)
            set_pin(state, machine, samira, somebody.id, pin, at=at)
    return samira


def make_day(folder: Path, catalogue: Catalogue, samira: SignedIn, at: datetime) -> None:
    """Two cases, some unmet needs and an error of the catalogue, and the visits of a morning."""
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        _make_cases(Cabinet(state, keys), catalogue, samira, By(samira.staff.id, at, at.date()))
        with atomic(state):
            for reason, count in ((Reason.NO_SERVICE, 7), (Reason.FULL, 11), (Reason.LANGUAGE, 6)):
                wanted = Wanted(Kind.BUNDLE, _OTHER_BUNDLE)
                keep_need(state, Need(wanted, reason, count=count), kiosk=0, language="en", today=at.date())
        wrong = Wrong(
            Subject(About.SERVICE, _FLAGGED), Field.HOURS, Saying(en="Closed on Fridays", fr="Fermé le vendredi")
        )
        raise_flag(state, catalogue, wrong, samira.staff.id, at - timedelta(days=3))
        note_edition(state, catalogue, at.date())
    keep_counts(folder / STATE_FILE, (counted for visit in _visits(at) for counted in counted_of_visit(visit)))


def kiosks(at: datetime) -> tuple[Report, ...]:
    """Three kiosks, to which the visits of `make_day` came: one in use, one without paper, one free."""
    now = int(at.timestamp())
    usual = Report(1, numbered=True, catalogue=1, printer=PrinterState.READY, clock=now)
    visits = _visits(at)
    named = partial(msgspec.structs.replace, usual, day=at.date().isoformat(), shares_state=True)
    return (
        named(
            kiosk=1,
            place_en="Entrance",
            place_fr="Entrée",
            in_use_since=now - 300,
            language="en",
            counts=_counts(visits[:26]),
        ),
        named(
            kiosk=2,
            place_en="Library corner",
            place_fr="Coin bibliothèque",
            printer=PrinterState.PAPER_OUT,
            counts=_counts(visits[26:38]),
        ),
        named(kiosk=3, place_en="Hall", place_fr="Hall", counts=_counts(visits[38:])),
    )


def _visits(at: datetime) -> list[Ended]:
    """Those of a morning."""
    began = at.replace(hour=9, minute=0)
    return [
        Ended(began, _LASTED_S, language, ending, helped=helped)
        for language, ending, helped, times in (
            ("en", Ending.PRINTED, False, 17),
            ("fr", Ending.PRINTED, True, 9),
            ("en", Ending.PHONE, False, 12),
            ("en", Ending.SEEN, False, 8),
            ("ar", Ending.LEFT, False, 6),
        )
        for _ in range(times)
    ]


def _counts(visits: Iterable[Ended]) -> dict[str, int]:
    """What a kiosk says of its visits."""
    return dict(Counter(counted.name for visit in visits for counted in counted_of_visit(visit)))


def _make_cases(cabinet: Cabinet, catalogue: Catalogue, samira: SignedIn, by: By) -> None:
    first = _case(cabinet, catalogue, _BUNDLE, "7K3F9XD", by)
    first = note_outcome(cabinet, first, 2, Status.GOT, by)
    first = note_outcome(cabinet, first, 3, Status.NOT_OBTAINED, by, reasons=frozenset({Trouble.TRANSPORT}), minutes=6)
    vault = case_key(samira)
    last = by.day + timedelta(days=90)
    first = give_consent(cabinet, vault, first, by, last_day=last, language="fr", covers=tuple(Covers))
    keep_private(cabinet, vault, first, Private(Person("Anna", Reach.RETURNS, ""), "Apporter le relevé d’emploi."), by)
    follow_up(cabinet, first, by.day + timedelta(days=1), by)
    second = _case(cabinet, catalogue, _OTHER_BUNDLE, "7K4AAAA", by)
    follow_up(cabinet, second, by.day + timedelta(days=7), by)


def _case(cabinet: Cabinet, catalogue: Catalogue, bundle: BundleId, code: str, by: By) -> Case:
    """A case of the first five services of a bundle."""
    services = dict.fromkeys(step.service for step in catalogue.bundles[bundle].steps if step.service)
    planned = tuple(Planned(catalogue.services[service].number) for service in list(services)[:5])
    return open_case(cabinet, CasePlan(planned, code, "", catalogue.bundles[bundle].number), by)
