"""Who works at the counter: added, renamed, given another role, retired; each on the word of a signed-in supervisor."""

import sqlite3
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.counter.audit import Act, record
from kiosk.counter.staff.attempts import is_locked
from kiosk.counter.staff.badges import new_staff_id
from kiosk.counter.staff.roles import Deed, NotAllowedError, Role, Staff, StaffId, may
from kiosk.counter.staff.signed import SignedIn
from kiosk.counter.staff.ways import Kind, drop_ways, drop_wraps, way_of
from kiosk.errors import KioskError
from kiosk.state import Migration, atomic, scrub, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_NAME = 40


class StaffNameError(KioskError):
    """A name has one to forty letters, and no line breaks or the like."""

    code = "staff_name"


class StaffNameTakenError(StaffNameError):
    """Somebody else signs in under this name; case and accents do not tell two apart."""

    code = "staff_name_taken"


class NoSuchStaffError(KioskError):
    """Nobody of this name or id works here."""

    code = "staff_unknown"


class LastSupervisorError(KioskError):
    """Nobody else could keep people and unlock: make somebody else a supervisor first."""

    code = "last_supervisor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as supervisors see them. `opens_cases` is false where their role lets them and no key was given yet."""

    staff: Staff
    has_pin: bool
    has_badge: bool
    locked: bool
    opens_cases: bool


def working(state: sqlite3.Connection) -> tuple[Staff, ...]:
    """Everybody who is not retired, by name."""
    with state_errors():
        return tuple(_staff(row) for row in state.execute(f"{_SELECT} WHERE retired = 0 ORDER BY name_key"))


def everybody(state: sqlite3.Connection) -> tuple[Staff, ...]:
    """The retired too, after the others: the audit may name them."""
    with state_errors():
        return tuple(_staff(row) for row in state.execute(f"{_SELECT} ORDER BY retired, name_key"))


def standings(state: sqlite3.Connection) -> tuple[Person, ...]:
    """Everybody who is not retired, with how they sign in and whether they are locked out."""
    return tuple(_person(state, staff) for staff in working(state))


def named(state: sqlite3.Connection, untrusted_name: str) -> Staff | None:
    """Who works here under this name, however it is written; None for nobody."""
    with state_errors():
        row = state.execute(f"{_SELECT} WHERE retired = 0 AND name_key = ?", (name_key(untrusted_name),)).fetchone()
    return None if row is None else _staff(row)


def with_id(state: sqlite3.Connection, staff: StaffId) -> Staff:
    """Somebody who is not retired. Raises `NoSuchStaffError`."""
    with state_errors():
        row = state.execute(f"{_SELECT} WHERE retired = 0 AND id = ?", (staff,)).fetchone()
    if row is None:
        raise NoSuchStaffError(f"nobody with the id {staff} works here")
    return _staff(row)


def allowed(state: sqlite3.Connection, by: SignedIn, deed: Deed) -> Staff:
    """Who is signed in, as state.db knows them now. Raises `NotAllowedError` when they may not, or not any more."""
    try:
        staff = with_id(state, by.staff.id)
    except NoSuchStaffError as error:
        raise NotAllowedError("whoever is signed in does not work here any more") from error
    if not may(staff.role, deed):
        raise NotAllowedError(f"the role {staff.role} does not allow this")
    return staff


def add(state: sqlite3.Connection, by: SignedIn, *, name: str, role: Role, language: str, at: datetime) -> Staff:
    """Somebody new, who can sign in once they have a PIN or a badge. Raises `StaffNameError`."""
    with atomic(state):
        allowed(state, by, Deed.KEEP_PEOPLE)
        staff = insert(state, name, role, language)
        record(state, who=by.staff.id, act=Act.STAFF_ADDED, subject=staff.id, at=at)
    return staff


def change(
    state: sqlite3.Connection,
    by: SignedIn,
    whom: StaffId,
    *,
    name: str | None = None,
    role: Role | None = None,
    language: str | None = None,
    at: datetime,
) -> Staff:
    """Change what is given and different, all of it or nothing; anybody may change their own language.

    Who may not see cases any more loses the vault key; who now may gets it with their next PIN or badge.
    Raises `NotAllowedError`, `StaffNameError`, `LastSupervisorError`.
    """
    with atomic(state):
        if whom != by.staff.id or name is not None or role is not None:
            allowed(state, by, Deed.KEEP_PEOPLE)
        before = with_id(state, whom)
        if role is not None and role is not before.role:
            _give_role(state, before, role)
            record(state, who=by.staff.id, act=Act.STAFF_ROLE_CHANGED, subject=whom, at=at)
        if name is not None and name != before.name:
            written = _free_name(state, name, but=whom)
            state.execute("UPDATE staff SET name = ?, name_key = ? WHERE id = ?", (written, name_key(written), whom))
            record(state, who=by.staff.id, act=Act.STAFF_RENAMED, subject=whom, at=at)
        if language is not None and language != before.language:
            state.execute("UPDATE staff SET language = ? WHERE id = ?", (language, whom))
            record(state, who=by.staff.id, act=Act.STAFF_LANGUAGE_CHANGED, subject=whom, at=at)
        after = with_id(state, whom)
    scrub(state)
    return after


def retire(state: sqlite3.Connection, by: SignedIn, whom: StaffId, *, at: datetime) -> None:
    """They cannot sign in any more, and their wraps of the vault key are gone. Raises `LastSupervisorError`."""
    with atomic(state):
        allowed(state, by, Deed.KEEP_PEOPLE)
        if with_id(state, whom).role is Role.SUPERVISOR:
            _another_supervisor(state, whom)
        drop_ways(state, whom)
        state.execute("UPDATE staff SET retired = 1 WHERE id = ?", (whom,))
        record(state, who=by.staff.id, act=Act.STAFF_RETIRED, subject=whom, at=at)
    scrub(state)


def insert(state: sqlite3.Connection, untrusted_name: str, role: Role, language: str) -> Staff:
    """Write somebody new down, inside `atomic`, on nobody's word. Raises `StaffNameError`."""
    name = _free_name(state, untrusted_name)
    staff = Staff(new_staff_id(), name, role, language)
    state.execute(
        "INSERT INTO staff (id, name, name_key, role, language, retired) VALUES (?, ?, ?, ?, ?, 0)",
        (staff.id, name, name_key(name), role.value, language),
    )
    return staff


def name_key(untrusted_name: str) -> str:
    """What two ways of writing one name have in common: no case, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", untrusted_name.casefold())
    return " ".join("".join(character for character in plain if not unicodedata.combining(character)).split())


def _free_name(state: sqlite3.Connection, untrusted: str, but: StaffId | None = None) -> str:
    name = unicodedata.normalize("NFC", " ".join(untrusted.split()))
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable() or not name_key(name):
        raise StaffNameError(f"a name has one to {LONGEST_NAME} letters")
    taken = named(state, name)
    if taken is not None and taken.id != but:
        raise StaffNameTakenError("somebody else signs in under this name")
    return name


def _give_role(state: sqlite3.Connection, whom: Staff, role: Role) -> None:
    if whom.role is Role.SUPERVISOR:
        _another_supervisor(state, whom.id)
    state.execute("UPDATE staff SET role = ? WHERE id = ?", (role.value, whom.id))
    if not may(role, Deed.KEEP_CASES):
        drop_wraps(state, whom.id)


def _another_supervisor(state: sqlite3.Connection, than: StaffId) -> None:
    """Raises `LastSupervisorError` unless another supervisor can sign in."""
    others = state.execute(
        "SELECT 1 FROM staff JOIN staff_way ON staff_way.staff = staff.id "
        "WHERE retired = 0 AND role = ? AND id <> ? LIMIT 1",
        (Role.SUPERVISOR.value, than),
    ).fetchone()
    if others is None:
        raise LastSupervisorError("nobody else could keep people and unlock: make somebody else a supervisor first")


def _person(state: sqlite3.Connection, staff: Staff) -> Person:
    with state_errors():
        pin, badge = way_of(state, staff.id, Kind.PIN), way_of(state, staff.id, Kind.BADGE)
        return Person(
            staff,
            has_pin=pin is not None,
            has_badge=badge is not None,
            locked=is_locked(state, staff.id),
            opens_cases=any(way is not None and way.wrap is not None for way in (pin, badge)),
        )


_SELECT = "SELECT id, name, role, language, retired FROM staff"


def _staff(row: tuple[str, str, str, str, int]) -> Staff:
    return Staff(StaffId(row[0]), row[1], Role(row[2]), row[3], bool(row[4]))


def _tables(database: "Database") -> None:
    staff = database.table("staff")
    staff.create(
        {"id": str, "name": str, "name_key": str, "role": str, "language": str, "retired": int},
        pk="id",
        not_null={"name", "name_key", "role", "language", "retired"},
    )
    database.execute("CREATE UNIQUE INDEX staff_working ON staff (name_key) WHERE retired = 0")


MIGRATIONS = (Migration("counter", "staff", _tables),)
