"""Opens cases, has people say yes, keeps them and erases them, for ever, saying before and after what it does.

python -m tests.e2e.case_keeper FOLDER KEY_IN_HEX SEED
"""

import random
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.counter.cases.cabinet import By, Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Covers, Planned, read_case
from kiosk.counter.cases.consenting import Private, give_consent, keep_private
from kiosk.counter.cases.erasing import Why, erase
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.person import Person
from kiosk.counter.cases.statuses import Status
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.vault import VaultKey
from kiosk.state import open_state

DAY = date(2026, 3, 12)
BY = By(StaffId("SAMIRA22"), datetime(2026, 3, 12, 14, tzinfo=UTC), DAY)
PLAN = CasePlan((Planned(11), Planned(12)), "7K3F9XD")


def main() -> None:
    """Work until killed."""
    folder, vault, seed = Path(sys.argv[1]), VaultKey(bytes.fromhex(sys.argv[2])), int(sys.argv[3])
    chance = random.Random(seed)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        cabinet, kept = Cabinet(state, keys), []
        while True:
            case = open_case(cabinet, PLAN, BY)
            last_day = DAY + timedelta(days=90)
            case = give_consent(
                cabinet, vault, case, BY, last_day=last_day, language="fr", covers=(Covers.NAME, Covers.NOTE)
            )
            name = "".join(chance.choice("abcdefghij") for _ in range(12))
            keep_private(cabinet, vault, case, Private(Person(name), f"note of {name}"), BY)
            note_outcome(cabinet, case, 1, Status.GOT, BY, minutes=3)
            kept.append(case.number)
            print("kept", case.number, name, flush=True)
            if chance.random() < 0.6:
                gone = kept.pop(chance.randrange(len(kept)))
                print("erasing", gone, flush=True)
                erase(cabinet, read_case(state, gone, DAY), Why.WITHDRAWN, BY)
                print("erased", gone, flush=True)


if __name__ == "__main__":
    main()
