"""Who works at the counter: people and roles, PINs and badges, sign-in and what locks it (docs/staff.md).

The parts: `people` and `giving` for supervisors, `signing` for everybody, `beginning` for the first of them.
"""

from kiosk.counter.staff import attempts, people, ways
from kiosk.counter.staff.machine import Machine, this_machine
from kiosk.counter.staff.roles import Deed, NotAllowedError, Role, Staff, StaffId, may
from kiosk.counter.staff.signed import NoVaultKeyError, SignedIn, case_key

__all__ = [
    "MIGRATIONS",
    "Deed",
    "Machine",
    "NoVaultKeyError",
    "NotAllowedError",
    "Role",
    "SignedIn",
    "Staff",
    "StaffId",
    "case_key",
    "may",
    "this_machine",
]

MIGRATIONS = (*people.MIGRATIONS, *ways.MIGRATIONS, *attempts.MIGRATIONS)
