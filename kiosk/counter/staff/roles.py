"""Who works at the counter in which role, and what each role may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from types import MappingProxyType
from typing import NewType

from kiosk.errors import KioskError

StaffId = NewType("StaffId", str)
"""Eight characters of Base32, drawn at random: it tells nothing, and is what the audit names people by."""


class Role(StrEnum):
    """What somebody works as; one each."""

    STAFF = "staff"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"


class Deed(StrEnum):
    """What a role may or may not do."""

    ASSIST = auto()
    KEEP_CASES = auto()
    ERASE_ANY_CASE = auto()
    FLAG = auto()
    CORRECT = auto()
    DECIDE_CORRECTIONS = auto()
    KEEP_PEOPLE = auto()
    READ_AUDIT = auto()


class NotAllowedError(KioskError):
    """Somebody's role does not let them do this, or they have been retired since they signed in."""

    code = "not_allowed"


@dataclass(frozen=True, slots=True)
class Staff:
    """One person of the counter. `language` is that of their window, such as "fr"."""

    id: StaffId
    name: str
    role: Role
    language: str
    retired: bool = False


_MAY: Mapping[Role, frozenset[Deed]] = MappingProxyType(
    {
        Role.STAFF: frozenset({Deed.ASSIST, Deed.KEEP_CASES, Deed.FLAG}),
        Role.SUPERVISOR: frozenset(Deed),
        Role.EDITOR: frozenset({Deed.ASSIST, Deed.FLAG, Deed.CORRECT, Deed.DECIDE_CORRECTIONS}),
    }
)


def may(role: Role, deed: Deed) -> bool:
    """Tell whether the role may do it."""
    return deed in _MAY[role]
