"""Cases as a counter has them, written behind the window's back; the moment is after the day of the catalogue."""

from contextlib import closing
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.counter.cases.cabinet import By, Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Covers, Planned, read_case
from kiosk.counter.cases.consenting import Private, give_consent, keep_private, read_private
from kiosk.counter.cases.opening import open_case
from kiosk.counter.cases.person import Person, Reach
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

NOW = datetime(2030, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
TODAY = NOW.date()
CODES = ("7K3F9XD", "7K4AAAA", "B2B2B2B")
ANNA = Private(Person("Anna", Reach.PHONE, "902 555-0134"), "Apporter le relevé d’emploi.")


class Files:
    """The files of cases of one state folder, opened afresh for each thing done."""

    def __init__(self, folder, somebody):
        self.folder = folder
        self.somebody = somebody

    def by(self, day: date = TODAY):
        return By(self.somebody.staff.id, NOW, day)

    def do(self, work):
        """What `work` makes of the cabinet."""
        with (
            closing(open_state(self.folder / "state.db", MIGRATIONS)) as state,
            closing(open_keys(self.folder)) as keys,
        ):
            return work(Cabinet(state, keys))

    def open(self, catalogue, code=CODES[0], bundle="losing-a-job", steps=4, day=TODAY):
        """A case of the first few services of a bundle."""
        services = dict.fromkeys(
            step.service
            for step in catalogue.bundles[bundle].steps
            if step.service and not catalogue.services[step.service].discreet
        )
        planned = tuple(Planned(catalogue.services[service].number) for service in list(services)[:steps])
        plan = CasePlan(planned, code, "", catalogue.bundles[bundle].number)
        return self.do(lambda cabinet: open_case(cabinet, plan, self.by(day)))

    def consent(self, case, covers=tuple(Covers), private=ANNA, days=90):
        """A yes, and what the person said yes to."""
        vault = self.somebody.vault_key

        def work(cabinet):
            last = TODAY + timedelta(days=days)
            after = give_consent(cabinet, vault, case, self.by(), last_day=last, language="fr", covers=covers)
            if private is not None:
                keep_private(cabinet, vault, after, private, self.by())
            return after

        return self.do(work)


def open_at_case(show, files, *prepared, language="en", consent=False, **how):
    """Open the counter at a case; what is given is done to the case before."""
    screen = show(language=language, now=NOW, **how)
    case = files.open(screen.session.catalogue)
    if consent:
        case = files.consent(case)
    for work in prepared:
        case = files.do(lambda cabinet, work=work, case=case: work(cabinet, case)) or case
    screen.go("cases")
    screen.desk.view_of("cases").open(case.number)
    screen.draw()
    return screen


def case_of(files, number="30-1"):
    """The case as it is on the disk."""
    return files.do(lambda cabinet: read_case(cabinet.state, number, TODAY))


def private_of(files):
    """What is sealed of the case."""
    return files.do(lambda cabinet: read_private(cabinet, files.somebody.vault_key, case_of(files), files.by()))
