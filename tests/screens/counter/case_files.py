"""Cases as a counter has them, written behind the window's back; the moment is after the day of the catalogue."""

from contextlib import closing
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.counter.cases.cabinet import By, Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Covers, Planned
from kiosk.counter.cases.consenting import Private, give_consent, keep_private
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
