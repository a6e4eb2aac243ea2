"""The first supervisor, made with a code that only whoever keeps the machine can read; and the way back to one."""

import contextlib
import hmac
import secrets
import sqlite3
from datetime import datetime
from pathlib import Path

from kiosk.counter import anchor
from kiosk.counter.audit import Act, record
from kiosk.counter.staff import attempts, people, ways
from kiosk.counter.staff.machine import Machine
from kiosk.counter.staff.pins import read_new_pin
from kiosk.counter.staff.roles import Role
from kiosk.counter.staff.signed import SignedIn, case_key
from kiosk.counter.vault import new_vault_key
from kiosk.errors import KioskError
from kiosk.private_files import make_anew, make_once
from kiosk.referral.code import ALPHABET, check_character
from kiosk.state import atomic, error_from_os, scrub, state_errors

FIRST_CODE_FILE = "first-supervisor-code"

_DRAWN = 7


class FirstCodeError(KioskError):
    """This is not the code that this machine shows for the first supervisor."""

    code = "first_code"


class AlreadyBegunError(KioskError):
    """There are staff here already; a supervisor adds others."""

    code = "staff_begun"


class CasesWouldBeLostError(KioskError):
    """Nobody gives the key of the vault, so what is sealed in the cases could never be opened again."""

    code = "cases_would_be_lost"


def is_begun(state: sqlite3.Connection) -> bool:
    """Tell whether this counter has, or had, anybody."""
    with state_errors():
        return state.execute("SELECT 1 FROM staff LIMIT 1").fetchone() is not None


def first_code(state: sqlite3.Connection, folder: Path) -> str:
    """The code for the first supervisor, such as `7K3F-9XD2`: the same until it is used. Raises `AlreadyBegunError`.

    It is in a file that only the account can read, so whoever can read it keeps the machine.
    """
    if is_begun(state):
        raise AlreadyBegunError("there are staff here already: a supervisor adds others")
    path = folder / FIRST_CODE_FILE
    kept = _kept_code(path)
    if not kept:
        write = make_anew if path.exists() else make_once
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(_DRAWN))
        write(path, (drawn + check_character(drawn)).encode())
        kept = _kept_code(path)
    return f"{kept[:4]}-{kept[4:]}"


def make_first_supervisor(
    state: sqlite3.Connection,
    machine: Machine,
    *,
    untrusted_code: str,
    name: str,
    untrusted_pin: str,
    language: str,
    at: datetime,
) -> SignedIn:
    """Begin this counter: its first supervisor, signed in, and the key of its vault. The code is then used up.

    Raises `FirstCodeError`, `AlreadyBegunError`, `people.StaffNameError`, `pins.PinError`, a `StateError`.
    """
    typed = "".join(character for character in untrusted_code.upper() if character.isalnum())
    kept = _kept_code(machine.folder / FIRST_CODE_FILE)
    if not kept or not hmac.compare_digest(kept.encode(), typed.encode()):
        raise FirstCodeError("this is not the code of this machine: guichet staff first-code shows it")
    pin, key = read_new_pin(untrusted_pin), new_vault_key()
    with atomic(state):
        if is_begun(state):
            raise AlreadyBegunError("there are staff here already: a supervisor adds others")
        staff = people.insert(state, name, Role.SUPERVISOR, language)
        ways.keep_way(state, ways.pin_way(machine, staff.id, pin, key))
        record(state, who=staff.id, act=Act.STAFF_BEGUN, subject=staff.id, at=at)
    with contextlib.suppress(OSError):  # a code that stays is of no use to anybody now
        (machine.folder / FIRST_CODE_FILE).unlink()
    anchor.drop(state, machine.folder, machine.secret)
    return SignedIn(staff, key, at)


def rescue(
    state: sqlite3.Connection,
    machine: Machine,
    *,
    name: str,
    untrusted_pin: str,
    language: str,
    helped_by: SignedIn | None,
    losing_cases: bool = False,
    at: datetime,
) -> SignedIn:
    """Make `name` a supervisor with this PIN, on the word of whoever keeps the machine, when no supervisor can sign in.

    Anybody who still signs in and sees cases can give the key of the vault (`helped_by`). Otherwise there will be a
    new key, nobody holds the old one any more, and what is sealed under it is lost: only if `losing_cases`.
    Raises `CasesWouldBeLostError`, `NoVaultKeyError`, `people.StaffNameError`, `pins.PinError`, a `StateError`.
    """
    pin = read_new_pin(untrusted_pin)
    if helped_by is None and not losing_cases:
        raise CasesWouldBeLostError("let somebody who can still sign in help, or give up what is sealed in the cases")
    key = case_key(helped_by) if helped_by is not None else new_vault_key()
    with atomic(state):
        if helped_by is None:
            ways.drop_wraps(state)
        staff = people.named(state, name) or people.insert(state, name, Role.SUPERVISOR, language)
        state.execute("UPDATE staff SET role = ? WHERE id = ?", (Role.SUPERVISOR.value, staff.id))
        ways.drop_ways(state, staff.id)
        ways.keep_way(state, ways.pin_way(machine, staff.id, pin, key))
        attempts.forgive(state, staff.id)
        record(state, who="", act=Act.STAFF_RESCUED, subject=staff.id, at=at)
    scrub(state)
    anchor.drop(state, machine.folder, machine.secret)
    return SignedIn(people.with_id(state, staff.id), key, at)


def _kept_code(path: Path) -> str:
    """The code in the file; "" when there is none, or it is torn."""
    try:
        code = path.read_bytes().decode("ascii", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise error_from_os(error, path) from error
    whole = len(code) == _DRAWN + 1 and set(code) <= set(ALPHABET) and check_character(code[:-1]) == code[-1]
    return code if whole else ""
