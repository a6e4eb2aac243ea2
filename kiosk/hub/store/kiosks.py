"""Which kiosks are known: enrolled with a code that an operator gave, revoked, and found under a new key of their own.

Whatever changes this changes the list of kiosks too (`kiosk.referral.keys.read_key_list`), in the same transaction.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.errors import KioskError
from kiosk.hub.store.key_list import lock, write_anew
from kiosk.hub.store.statements import SECONDS_A_DAY, Row, Statements, Store
from kiosk.referral import cose
from kiosk.referral.keys import KeyId, KeyRing, KnownKiosk
from kiosk.sync.exchange import enrolling
from kiosk.sync.exchange.enrolling import (
    CODE_ALPHABET,
    ID_LETTERS,
    LONGEST_NAME,
    SECRET_LETTERS,
    Asking,
    proof,
)

CODE_LASTS = SECONDS_A_DAY
MOST_TRIES = 10

_GROUP = 4


class EnrolError(KioskError):
    """The code is unknown, over, used by another kiosk, or was not known to who asks; nobody is told which."""

    code = "enrol_refused"


class NoSuchKioskError(KioskError):
    """No kiosk has this id."""

    code = "no_such_kiosk"


def give_code(store: Store, at: int, name: str = "", number: int = 0) -> str:
    """Make a code for one kiosk, good for a day. `name` is the kiosk's; with `number`, that becomes its key id."""
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(ID_LETTERS + SECRET_LETTERS))
    code_id, secret = letters[:ID_LETTERS], letters[ID_LETTERS:]
    wanted = number.to_bytes(cose.KEY_ID_BYTES, "big") if number else None
    with store.atomic() as statements:
        statements.run("DELETE FROM enrol_code WHERE until < ? OR id = ?", at, code_id)
        statements.run(
            "INSERT INTO enrol_code (id, mac_key, until, tries, name, wanted_kid, public) VALUES (?, ?, ?, 0, ?, ?, ?)",
            code_id,
            enrolling.mac_key(secret),
            at + CODE_LASTS,
            name[:LONGEST_NAME],
            wanted,
            None,
        )
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A kiosk that is known from now on, and what the answer to it is proven with."""

    kiosk: KnownKiosk
    mac_key: bytes


def enrol(store: Store, asking: Asking, at: int) -> Enrolled:
    """Know a kiosk from now on. Asked once more with the same code and key, it answers the same.

    Raises `EnrolError`; a code is of no use after ten wrong proofs.
    """
    with store.atomic() as statements:
        statements.run("UPDATE enrol_code SET tries = tries + 1 WHERE id = ?", asking.code_id)
        rows = statements.run(
            "SELECT mac_key, name, wanted_kid, public FROM enrol_code WHERE id = ? AND until >= ? AND tries <= ?",
            asking.code_id,
            at,
            MOST_TRIES,
        )
        refused = not rows or not hmac.compare_digest(proof(rows[0][0], asking.public), asking.mac)
        if not refused:
            mac_key, name, wanted, used_by = rows[0]
            if used_by is None or used_by == asking.public:
                statements.run("UPDATE enrol_code SET public = ? WHERE id = ?", asking.public, asking.code_id)
                known = _enrolled(statements, asking.public, name or asking.name, wanted, at)
                return Enrolled(known, bytes(mac_key))
    raise EnrolError("the code is not known, is over, or has been used")  # out of the block: the try is counted


def enrol_by_hand(store: Store, public: bytes, name: str, at: int, number: int = 0) -> KnownKiosk:
    """Know a kiosk whose key an operator has compared by its fingerprint."""
    with store.atomic() as statements:
        wanted = number.to_bytes(cose.KEY_ID_BYTES, "big") if number else None
        return _enrolled(statements, public, name, wanted, at)


def revoke(store: Store, kid: bytes, at: int) -> None:
    """Believe nothing more of a kiosk, and leave all its keys out of the list. Raises `NoSuchKioskError`."""
    revoked = "UPDATE kiosk SET revoked = ?, next_public = NULL WHERE kid = ? RETURNING kid"
    with _changing(store) as statements:
        _needs(kid, statements.run(revoked, at, kid))
        statements.run("DELETE FROM former_key WHERE kid = ?", kid)


def forget_former_keys(store: Store, kid: bytes) -> None:
    """Believe no slip any more that a kiosk signed with a key that it has given up. Raises `NoSuchKioskError`."""
    with _changing(store) as statements:
        _needs(kid, statements.run("SELECT kid FROM kiosk WHERE kid = ?", kid))
        statements.run("DELETE FROM former_key WHERE kid = ?", kid)


def rename(store: Store, kid: bytes, name: str) -> None:
    """Call a kiosk something else. Raises `NoSuchKioskError`."""
    with _changing(store) as statements:
        _needs(kid, statements.run("UPDATE kiosk SET name = ? WHERE kid = ? RETURNING kid", _plain(name), kid))


def ring_of(store: Store, kid: bytes) -> tuple[KeyRing, KeyRing]:
    """Whoever signs as `kid`: with the key it has, and with the next one that it has announced."""
    rows = store.asked("SELECT public, next_public, name FROM kiosk WHERE kid = ? AND revoked IS NULL", kid)
    known = tuple(KnownKiosk(KeyId(kid), public, name) for public, _, name in rows)
    announced = tuple(KnownKiosk(KeyId(kid), following, name) for _, following, name in rows if following is not None)
    return KeyRing(known), KeyRing(announced)


def take_next_key(store: Store, kid: bytes, at: int) -> None:
    """The kiosk has signed with its next key: no batch under the one before is believed from now on.

    Slips are that were signed with it until today. Done once more, as when a request comes twice, it does nothing.
    """
    with _changing(store) as statements:
        rows = statements.locked("SELECT public, next_public FROM kiosk WHERE kid = ? AND next_public IS NOT NULL", kid)
        for former, following in rows:
            statements.run("DELETE FROM former_key WHERE public IN (?, ?)", former, following)
            # Where the hub's midnight is earlier than the kiosk's, its slips of today bear tomorrow's date.
            until = at // SECONDS_A_DAY + 1
            statements.run("INSERT INTO former_key (public, kid, until) VALUES (?, ?, ?)", former, kid, until)
            statements.run("UPDATE kiosk SET public = ?, next_public = NULL WHERE kid = ?", following, kid)


def list_announced(store: Store) -> None:
    """List the keys that kiosks have announced, so that slips signed with them are known as soon as they are used."""
    with _changing(store):
        pass


def key_list(store: Store) -> bytes:
    """The list of kiosks, in the form of `kiosk.referral.keys.read_key_list`."""
    return key_list_with_hash(store)[0]


def key_list_with_hash(store: Store) -> tuple[bytes, bytes]:
    """The list of kiosks, and its SHA-256."""
    with store.reading() as statements:
        rows = statements.run("SELECT content, hash FROM key_list")
    if rows and rows[0][1]:
        return rows[0][0], rows[0][1]
    empty = cose.canonical({})
    return empty, hashlib.sha256(empty).digest()


def _enrolled(statements: Statements, public: bytes, untrusted_name: str, wanted: bytes | None, at: int) -> KnownKiosk:
    lock(statements)
    name = _plain(untrusted_name)
    known = statements.run("SELECT kid FROM kiosk WHERE public = ?", public)
    if known:
        kid = known[0][0]
        statements.run("UPDATE kiosk SET revoked = NULL, name = ? WHERE kid = ?", name, kid)
    else:
        kid = _free_kid(statements, wanted or hashlib.sha256(public).digest()[: cose.KEY_ID_BYTES])
        statements.run("INSERT INTO kiosk (kid, public, name, enrolled) VALUES (?, ?, ?, ?)", kid, public, name, at)
    write_anew(statements)
    return KnownKiosk(KeyId(kid), public, name)


def _free_kid(statements: Statements, wanted: bytes) -> bytes:
    """The id that the kiosk has by its key or its number, or another where a kiosk of the fleet has that one."""
    while statements.run("SELECT 1 FROM kiosk WHERE kid = ?", wanted):
        wanted = secrets.token_bytes(cose.KEY_ID_BYTES)
    return wanted


@contextmanager
def _changing(store: Store) -> Iterator[Statements]:
    """Change who is known, and list anew what came of it."""
    with store.atomic() as statements:
        lock(statements)
        yield statements
        write_anew(statements)


def _needs(kid: bytes, kiosks: Sequence[Row]) -> None:
    if not kiosks:
        raise NoSuchKioskError(f"no kiosk has the id {kid.hex()}")


def _plain(untrusted_name: str) -> str:
    return " ".join(untrusted_name.replace("\0", " ").split())[:LONGEST_NAME]
