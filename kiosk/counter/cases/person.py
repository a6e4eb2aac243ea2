"""What a case keeps of a person: a first name, one way to reach them, a note for the next visit; how it is written."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from kiosk.counter.cases.cabinet import CaseId
from kiosk.counter.vault import VaultError, VaultKey, seal, unseal
from kiosk.errors import KioskError

LONGEST_NAME = 40
LONGEST_NOTE = 600
NOTE, HAND_OFF, TAKEN = "note", "hand-off", "hand-off taken"
"""What sealed words are: the note for the next visit, what a partner was told, and who there has it."""

_PADDED_TO = 128
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+\Z")


class Reach(StrEnum):
    """The one way to reach a person. RETURNS is none: they come back here. Values are for ever."""

    RETURNS = "returns"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"


class PersonError(KioskError):
    """What was typed is not what a case keeps of a person."""

    code = "person_unreadable"


class FirstNameError(PersonError):
    """It is too long, or has digits or other signs that no first name has."""

    code = "first_name"


class ReachError(PersonError):
    """It is no telephone number, or no e-mail address."""

    code = "reach"


class NoteTooLongError(PersonError):
    """A note has at most 600 characters."""

    code = "note_too_long"


@dataclass(frozen=True, slots=True)
class Person:
    """A first name, "" for none; `address` is the number or the e-mail that `reach` says, "" for RETURNS."""

    first_name: str = ""
    reach: Reach = Reach.RETURNS
    address: str = ""


def read_person(untrusted_name: str, reach: Reach, untrusted_address: str) -> Person:
    """What was typed, put in order. Raises a `PersonError`.

    A way to reach somebody without a number or address is no way: they come back here.
    """
    name = " ".join(untrusted_name.split())
    if len(name) > LONGEST_NAME or any(not (c.isalpha() or c in " '’-.ʼ" or _is_mark(c)) for c in name):
        raise FirstNameError("a first name has at most 40 letters")
    address = " ".join(untrusted_address.split())
    if reach is Reach.RETURNS or not address:
        return Person(name)
    if reach is Reach.EMAIL:
        if not _EMAIL.match(address):
            raise ReachError("not an e-mail address")
        return Person(name, reach, address)
    digits = "".join(c for c in address if c.isdigit())
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS or any(c.isalpha() for c in address.partition("#")[0]):
        raise ReachError("not a telephone number")
    return Person(name, reach, address)


def read_note(untrusted_text: str) -> str:
    """A note as it is kept. Raises `NoteTooLongError`."""
    note = "\n".join(line.strip() for line in untrusted_text.strip().splitlines())
    if len(note) > LONGEST_NOTE:
        raise NoteTooLongError(f"{len(note)} characters")
    return note


def without_reach(person: Person) -> Person:
    """The same person, who is not to be reached any more."""
    return replace(person, reach=Reach.RETURNS, address="")


def seal_person(key: VaultKey, case: CaseId, person: Person) -> bytes:
    """Seal a person under the key of their case."""
    return seal(key, _padded(msgspec.json.encode(person)), b"case person " + case)


def unseal_person(key: VaultKey, case: CaseId, sealed: bytes) -> Person:
    """The person again. Raises `VaultError`."""
    try:
        return msgspec.json.decode(unseal(key, sealed, b"case person " + case), type=Person)
    except msgspec.MsgspecError as error:
        raise VaultError("what was sealed is no person") from error


def seal_words(key: VaultKey, case: CaseId, what: str, words: str) -> bytes:
    """Seal words under the key of a case; `what` says which they are, and they open as nothing else."""
    return seal(key, _padded(msgspec.json.encode(words)), b"case %s " % what.encode() + case)


def unseal_words(key: VaultKey, case: CaseId, what: str, sealed: bytes) -> str:
    """The words again. Raises `VaultError`."""
    try:
        return msgspec.json.decode(unseal(key, sealed, b"case %s " % what.encode() + case), type=str)
    except msgspec.MsgspecError as error:
        raise VaultError("what was sealed are no words") from error


def _padded(json: bytes) -> bytes:
    """Blanks after JSON mean nothing: the length tells neither the name nor whether there is a number."""
    return json.ljust(-(-len(json) // _PADDED_TO) * _PADDED_TO)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
