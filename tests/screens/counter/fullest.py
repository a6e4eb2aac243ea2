"""A counter with more people, cases, flags and kiosks than any page has room to spare for."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from kiosk.app.counter_samples import kiosks, make_day
from kiosk.bridge.counter.desk import initials_of
from kiosk.catalogue.hours import UNKNOWN_HOURS
from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.counter.calling.calls import Call, Ping, Report, new_call_id
from kiosk.counter.cases.case import Covers
from kiosk.counter.cases.consenting import Private, give_consent, keep_private
from kiosk.counter.cases.following import follow_up
from kiosk.counter.cases.handing import Told, hand_off
from kiosk.counter.cases.opening import note_outcome
from kiosk.counter.cases.person import Person, Reach
from kiosk.counter.cases.statuses import Reason as Trouble
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections.keeping import Wrong, accept, correct, raise_flag
from kiosk.counter.corrections.tables import put_correction
from kiosk.counter.corrections.values import (
    About,
    ClosedValue,
    Field,
    NoteValue,
    NumberValue,
    Saying,
    Subject,
)
from kiosk.counter.needs import Flag as CitizenFlag
from kiosk.counter.needs import Reason, Setting, UnmetNeed, keep
from kiosk.counter.reopening.editions import note_edition
from kiosk.counter.staff import Role, this_machine
from kiosk.counter.staff.attempts import LockedError
from kiosk.counter.staff.giving import give_badge, set_pin
from kiosk.counter.staff.people import add
from kiosk.counter.staff.signing import SignInError, sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import Kind, Need, Wanted, keep_need
from kiosk.planning import make_plan
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import Issuer
from kiosk.state import atomic, open_state
from tests.screens.counter.case_files import Files
from tests.screens.counter.conftest import MARC, SAMIRA, quick

NOW = datetime(2026, 11, 26, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
TODAY = NOW.date()
JOB = BundleId("losing-a-job")
LONG_NAME = "Marie-Antoinette Thibodeau-Comeau"
LOCKED_OUT = "Jean-Baptiste LeBlanc"
COLLEAGUES = {
    LONG_NAME: Role.SUPERVISOR,
    LOCKED_OUT: Role.STAFF,
    "Dina Paul": Role.EDITOR,
    "Ines Roy": Role.STAFF,
    "Yusuf": Role.STAFF,
    "Oksana Kovalenko": Role.EDITOR,
    "Amélie d’Entremont": Role.STAFF,
    "Wei Chen": Role.STAFF,
}
NOTES = (
    Saying(
        en="On Fridays it closes at noon, and in July it does not open at all.",
        fr="Le vendredi, on ferme à midi, et en juillet le bureau n’ouvre pas du tout.",
    ),
    Saying(en="Ask for Dina, at the back.", fr="Demandez Dina, à l’arrière."),
)
HANDED = ("aider avec le formulaire de l’AE", "première rencontre")
PLACES = ("Entrance", "Library corner", "Hall", "Community room beside the stairs", "Room 2")
CODES = ("7K3F-9XD", "7K4B-BBB", *(f"7K4A-AA{last}" for last in "ACDEFGHJKMNP"))
TYPED = (
    *(word for name in (SAMIRA, MARC, *COLLEAGUES) for word in (name, initials_of(name))),
    *(text for said in NOTES for text in (said.en, said.fr)),
    *("Anna", "Marie-Antoinette", "Closed on Fridays", "Fermé le vendredi"),
    *HANDED,
    *PLACES,
    *CODES,
)
"""What people have typed, and what machines count out: nobody translates it."""
HERE = """
location = "hpl-north"
equipment = ["terminal", "telephone", "printer"]
spoken = { th = ["en", "fr"] }

[[mandates]]
organization = "service-canada"
acts = ["sight_document"]
until = 2027-03-31

[[given]]
service = "cvitp-free-tax-clinic"
structure = "shared"
by = "cra"
acts = ["inform", "sight_document", "accept_form"]
desk = { en = "Room 2", fr = "Salle 2" }
"""


def fill(screen, folder, staff):
    """Give the counter at this state folder a long day; the code of a slip that has changed since it was printed."""
    catalogue = screen.session.shipped
    samira = staff[SAMIRA]
    make_day(folder, catalogue, samira, NOW)
    _hire(folder, samira)
    _keep_cases(Files(folder, samira), catalogue)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        _say_wrong(state, catalogue, samira.staff.id)
        with atomic(state):
            for reason, count in ((Reason.COST, 14), (Reason.PAPERS, 9), (Reason.ACCESSIBILITY, 8)):
                need = Need(Wanted(Kind.TERM, "dental-care"), reason, count=count)
                keep_need(state, need, kiosk=0, language="fr", today=TODAY)
    for hour in ("2026-11-24T10", "2026-11-25T16"):
        keep(folder / "state.db", CitizenFlag(), Setting(hour, 2, "fr", service=ServiceId("passport-adult")))
    keep(folder / "state.db", UnmetNeed(Reason.CLOSED), Setting("2026-11-20T09", 2, "fr"))
    return _changed_slip(folder, catalogue)


def tell_of_kiosks(screen):
    """Five kiosks: as many as stand in a row and two more, one of them without a number, one off since long."""
    board = screen.calls.board
    first, second, third = kiosks(NOW)
    counted = {"session": 131, "session.ended.printed": 31}
    reports = (
        msgspec.structs.replace(first, day=str(TODAY), counts=counted, clock=first.clock - 600),
        msgspec.structs.replace(second, disk_low=True, catalogue=999_999),
        msgspec.structs.replace(third, closed=True),
        Report(3_987_654_321, clock=first.clock),
        msgspec.structs.replace(
            first, kiosk=12, place_en="Community room beside the stairs", place_fr="Salle près de l’escalier"
        ),
    )
    for report in reports:
        board.hear(Ping(report))


def ring(screen, language="fr"):
    """Two kiosks ask for help, the first by a person who listens and wants it quiet."""
    board = screen.calls.board
    about = ("death-in-the-family", "new-to-nova-scotia", "living-with-a-disability")
    first = Call(new_call_id(), kiosk=12, language=language, letters=2, listening=True, private=True, about=about)
    board.hear(first)
    board.hear(Call(new_call_id(), kiosk=2, language="ar", letters=1))


def _hire(folder, samira):
    machine = replace(this_machine(folder), stretch=quick)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        for number, (name, role) in enumerate(COLLEAGUES.items()):
            somebody = add(state, samira, name=name, role=role, language="fr", at=NOW)
            set_pin(state, machine, samira, somebody.id, f"73{number}164", at=NOW)
            give_badge(state, samira, somebody.id, at=NOW)
        for _ in range(5):
            with suppress(SignInError, LockedError):
                sign_in_by_pin(state, machine, LOCKED_OUT, "904716", at=NOW)


def _keep_cases(files, catalogue):
    """A dozen open cases, the last with all that a case can hold."""
    files_now = files
    for place, bundle in enumerate(catalogue.bundles):
        if place == 11:
            break
        case = _open(files_now, catalogue, f"7K4AAA{'CDEFGHJKMNP'[place]}", bundle)
        days = timedelta(days=(3 - place) if place < 6 else place)
        files.do(lambda cabinet, case=case, days=days: follow_up(cabinet, case, TODAY + days, _by(files, 9)))
    full = _open(files, catalogue, "7K4BBBB", JOB, steps=9)
    files.do(lambda cabinet: _fill_case(cabinet, files, full))


def _fill_case(cabinet, files, case):
    by, vault = _by(files), files.somebody.vault_key
    case = note_outcome(cabinet, case, 1, Status.PENDING, _by(files, 9))
    case = note_outcome(cabinet, case, 1, Status.NOT_OBTAINED, by, reasons=frozenset(Trouble), minutes=45)
    case = note_outcome(cabinet, case, 2, Status.GOT, by)
    case = note_outcome(cabinet, case, 3, Status.NO_CAPACITY, by)
    last = TODAY + timedelta(days=90)
    case = give_consent(cabinet, vault, case, by, last_day=last, language="fr", covers=tuple(Covers))
    person = Person("Marie-Antoinette", Reach.EMAIL, "marie.antoinette.thibodeau@example.org")
    keep_private(cabinet, vault, case, Private(person, "Apporter le relevé d’emploi. Autobus 7 ou 84."), by)
    hand_off(cabinet, vault, case, "service-canada", HANDED[0], Told.PHONE, _by(files, 8))
    hand_off(cabinet, vault, case, "isans", HANDED[1], Told.IN_PERSON, by)
    return follow_up(cabinet, case, TODAY - timedelta(days=1), _by(files, 5))


def _by(files, ago=0):
    return replace(files.by(TODAY - timedelta(days=ago)), at=NOW - timedelta(days=ago))


def _open(files, catalogue, code, bundle, steps=4):
    from kiosk.counter.cases.case import CasePlan, Planned
    from kiosk.counter.cases.opening import open_case

    services = [step.service for step in catalogue.bundles[bundle].steps if step.service]
    told = [service for service in dict.fromkeys(services) if not catalogue.services[service].discreet]
    planned = tuple(Planned(catalogue.services[service].number) for service in told[:steps])
    plan = CasePlan(planned, code, "", catalogue.bundles[bundle].number)
    return files.do(lambda cabinet: open_case(cabinet, plan, _by(files, 10)))


def _say_wrong(state, catalogue, who):
    """A flag of each kind: overdue and urgent, accepted, answered by a correction that the catalogue has overtaken."""
    legal_aid = ServiceId("dalhousie-legal-aid")
    line, place = Subject(About.NUMBER, "dallas", legal_aid), Subject(About.PLACE, "dlas", legal_aid)
    says, note = NOTES
    raise_flag(state, catalogue, Wrong(line, Field.PHONE, Saying("902-555-0143"), True), who, NOW - timedelta(days=8))
    raise_flag(state, catalogue, Wrong(place, Field.HOURS, says), who, NOW)
    card = Subject(About.SERVICE, "health-card-msi")
    accept(state, raise_flag(state, catalogue, Wrong(card, Field.DOCUMENTS, says), who, NOW).id, who, NOW)
    correct(state, catalogue, place, ClosedValue(), who, NOW)
    correct(state, catalogue, card, NoteValue(note.en, note.fr), who, NOW)
    made = correct(state, catalogue, line, NumberValue("902-555-0143"), who, NOW)
    with atomic(state):
        put_correction(state, replace(made, base='["902-555-0100"]'))


def _changed_slip(folder, catalogue):
    plan = make_plan(catalogue, (JOB,), {}, now=NOW)
    step = next(step for step in plan.to_do() if step.service and catalogue.services[step.service].locations)
    place = catalogue.locations[catalogue.services[step.service].locations[0]]
    moved = {**catalogue.locations, place.id: replace(place, schedule=UNKNOWN_HOURS)}
    before = replace(catalogue, version=0, locations=moved)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        note_edition(state, before, TODAY)
    issuer = Issuer(lambda: folder, kiosk_number=7)
    signed = issuer.sign(before, plan, Choices(languages=("fr",)), TODAY, b"a slip!!")
    return issuer.register(signed, TODAY).code
