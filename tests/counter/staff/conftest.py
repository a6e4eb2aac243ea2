"""A counter with its first supervisor, where a PIN costs nothing to try."""

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.counter.staff import Role, people, this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.giving import set_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

AT = datetime(2026, 3, 12, 13, 14, tzinfo=UTC)


def quick(pin: bytes, salt: bytes, secret: bytes) -> bytes:
    """What Argon2id gives, without what it costs."""
    return hashlib.sha512(secret + salt + pin).digest()


@pytest.fixture
def at():
    return AT


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


@pytest.fixture
def machine(tmp_path):
    return replace(this_machine(tmp_path), stretch=quick)


@pytest.fixture
def samira(state, machine):
    """The first supervisor, signed in; her PIN is 482 915."""
    return make_first_supervisor(
        state,
        machine,
        untrusted_code=first_code(state, machine.folder),
        name="Samira",
        untrusted_pin="482915",
        language="en",
        at=AT,
    )


@pytest.fixture
def dina(state, machine, samira):
    """Of the staff; her PIN is 730 164."""
    return with_pin(state, machine, samira, "Dina Côté", Role.STAFF, "730164")


@pytest.fixture
def marc(state, machine, samira):
    """The catalogue editor; his PIN is 916 350."""
    return with_pin(state, machine, samira, "Marc", Role.EDITOR, "916350")


def with_pin(state, machine, by, name, role, pin):
    """Somebody new who can sign in."""
    staff = people.add(state, by, name=name, role=role, language="fr", at=AT)
    set_pin(state, machine, by, staff.id, pin, at=AT)
    return staff
