"""Who may use the operator's page, and what they did there, in the tables of the store."""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kiosk.errors import KioskError
from kiosk.hub.pages.passphrases import Kept, Stretch, keep, opens, read_new
from kiosk.hub.store.statements import Row, Statements, Store

OperatorId = NewType("OperatorId", str)

LONGEST_NAME = 40

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class OperatorNameError(KioskError):
    """A name has one to forty characters, and no line breaks or the like."""

    code = "operator_name"


class OperatorTakenError(OperatorNameError):
    """Another operator has this name; case and accents do not tell two apart."""

    code = "operator_taken"


class NoSuchOperatorError(KioskError):
    """There is no operator of this name or id."""

    code = "operator_unknown"


class LastOperatorError(KioskError):
    """Nobody could sign in any more: add another operator first."""

    code = "operator_last"


class Act(StrEnum):
    """What an operator did that others may want to know of."""

    SIGNED_IN = "signed_in"
    OPERATOR_ADDED = "operator_added"
    OPERATOR_REMOVED = "operator_removed"
    PASSPHRASE_CHANGED = "passphrase_changed"
    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who may sign in. `made_at` is in seconds since 1970."""

    id: OperatorId
    name: str
    made_at: int


@dataclass(frozen=True, slots=True)
class Done:
    """One line of what was done: when, in seconds since 1970, by whom ("" at the machine itself), and to what."""

    at: int
    who: str
    act: str
    subject: str


def listed(store: Store) -> tuple[Operator, ...]:
    """Everybody who may sign in, by name."""
    with store.reading() as statements:
        return tuple(map(_operator, statements.run(f"{_SELECT} ORDER BY name_key")))


def add(
    store: Store, stretch: Stretch, untrusted_name: str, untrusted_passphrase: str, *, by: str, at: int
) -> Operator:
    """Let somebody sign in. Takes as long as a guess at a passphrase.

    Raises `OperatorNameError`, and `kiosk.hub.pages.passphrases.PassphraseError`.
    """
    name = _read_name(untrusted_name)
    kept = keep(stretch, read_new(untrusted_passphrase, name))
    new = Operator(OperatorId(secrets.token_hex(6)), name, at)
    with store.atomic() as statements:
        if statements.run("SELECT 1 FROM operator WHERE name_key = ?", _key(name)):
            raise OperatorTakenError(f"there is an operator called {name} already")
        statements.run(
            "INSERT INTO operator (id, name, name_key, salt, stretched, made_at) VALUES (?, ?, ?, ?, ?, ?)",
            new.id, name, _key(name), kept.salt, kept.stretched, at,
        )  # fmt: skip
        note(statements, at, by, Act.OPERATOR_ADDED, name)
    return new


def remove(store: Store, operator: OperatorId, *, by: str, at: int) -> Operator:
    """Let somebody sign in no more; whoever is signed in as them is signed out.

    Raises `NoSuchOperatorError`, and `LastOperatorError`.
    """
    with store.atomic() as statements:
        found = statements.run(f"{_SELECT} WHERE id = ?", operator)
        if not found:
            raise NoSuchOperatorError("there is no such operator")
        if len(statements.run("SELECT id FROM operator LIMIT 2")) < 2:
            raise LastOperatorError("this is the last operator: add another one first")
        statements.run("DELETE FROM operator_session WHERE operator = ?", operator)
        statements.run("DELETE FROM operator WHERE id = ?", operator)
        gone = _operator(found[0])
        note(statements, at, by, Act.OPERATOR_REMOVED, gone.name)
    return gone


def change_passphrase(
    store: Store, stretch: Stretch, operator: Operator, untrusted_new: str, *, by: str, at: int
) -> None:
    """Give an operator another passphrase; every session of theirs ends. Raises `PassphraseError`."""
    kept = keep(stretch, read_new(untrusted_new, operator.name))
    with store.atomic() as statements:
        statements.run(
            "UPDATE operator SET salt = ?, stretched = ? WHERE id = ?", kept.salt, kept.stretched, operator.id
        )
        statements.run("DELETE FROM operator_session WHERE operator = ?", operator.id)
        note(statements, at, by, Act.PASSPHRASE_CHANGED, operator.name)


def named(store: Store, untrusted_name: str) -> Operator | None:
    """The operator of this name, in any case."""
    with store.reading() as statements:
        found = statements.run(f"{_SELECT} WHERE name_key = ?", _key(untrusted_name))
    return _operator(found[0]) if found else None


def recognised(store: Store, stretch: Stretch, untrusted_name: str, untrusted_passphrase: str) -> Operator | None:
    """The operator whose name and passphrase these are; None takes as long."""
    with store.reading() as statements:
        found = statements.run(
            "SELECT id, name, made_at, salt, stretched FROM operator WHERE name_key = ?", _key(untrusted_name)
        )
    kept = Kept(found[0][3], found[0][4]) if found else None
    return _operator(found[0]) if opens(stretch, kept, untrusted_passphrase) else None


def note(statements: Statements, at: int, who: str, act: Act, subject: str) -> None:
    """Write down what was done, in the transaction of the act itself."""
    statements.run(
        "INSERT INTO operator_act (id, at, who, act, subject, place)"
        " VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM operator_act))",
        secrets.token_hex(8), at, who, act.value, subject,
    )  # fmt: skip


def last_done(store: Store, most: int) -> tuple[Done, ...]:
    """What was done last, the newest first."""
    with store.reading() as statements:
        rows = statements.run("SELECT at, who, act, subject FROM operator_act ORDER BY place DESC, id LIMIT ?", most)
    return tuple(Done(int(at), who, act, subject) for at, who, act, subject in rows)


def name_key(untrusted_name: str) -> str:
    """What tells one name from another: neither case nor accents nor spaces."""
    return _key(untrusted_name)


_SELECT = "SELECT id, name, made_at FROM operator"


def _operator(row: Row) -> Operator:
    return Operator(OperatorId(row[0]), row[1], int(row[2]))


def _read_name(untrusted: str) -> str:
    name = " ".join(unicodedata.normalize("NFC", untrusted).split())
    if not 1 <= len(name) <= LONGEST_NAME or _CONTROL.search(name):
        raise OperatorNameError(f"a name has 1 to {LONGEST_NAME} characters")
    return name


def _key(untrusted: str) -> str:
    bare = unicodedata.normalize("NFKD", " ".join(untrusted[: 4 * LONGEST_NAME].split()))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
