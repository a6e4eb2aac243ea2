"""A counter's two files, a vault that is open, and a person of the staff."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.counter import audit
from kiosk.counter.cases import tables
from kiosk.counter.cases.cabinet import By, Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Covers, Planned
from kiosk.counter.cases.consenting import give_consent
from kiosk.counter.cases.opening import open_case
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.vault import new_vault_key
from kiosk.state import open_state

TODAY = date(2026, 3, 12)
PLAN = CasePlan((Planned(11, 1), Planned(12, 2), Planned(13)), "7K3F9XD", "TOKEN", 4)
SAMIRA, MARC = StaffId("SAMIRA22"), StaffId("MARC2222")


def by(day=TODAY, who=SAMIRA):
    """Somebody, on a day, at fourteen minutes past two."""
    return By(who, datetime(day.year, day.month, day.day, 14, 14, tzinfo=UTC), day)


def consented(cabinet, vault, case, day=TODAY, days=90, covers=tuple(Covers)):
    """The case, once the person said yes."""
    return give_consent(
        cabinet, vault, case, by(day), last_day=day + timedelta(days=days), language="fr", covers=covers
    )


def acts(cabinet):
    """What the audit says of cases."""
    return [(line.act, line.subject) for line in audit.lines(cabinet.state, 1000)]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "share"


@pytest.fixture
def cabinet(folder):
    migrations = (*audit.MIGRATIONS, *tables.MIGRATIONS)
    with closing(open_state(folder / "state.db", migrations)) as state, closing(open_keys(folder)) as keys:
        yield Cabinet(state, keys)


@pytest.fixture
def vault():
    return new_vault_key()


@pytest.fixture
def case(cabinet):
    return open_case(cabinet, PLAN, by())
