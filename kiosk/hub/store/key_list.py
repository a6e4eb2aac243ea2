"""The list of kiosks as the store keeps it: written anew whenever somebody changes, and what has changed since when."""

import hashlib
from collections.abc import Iterable

from kiosk.hub.store.statements import Row, Statements, Store
from kiosk.outbox.days import day_of_number
from kiosk.referral import cose, keys
from kiosk.referral.keys import KeyId, KnownKiosk
from kiosk.sync.exchange.key_lists import changes

MOST_FORMER = 4
"""So many keys that a kiosk has given up are listed, the last ones: ten thousand kiosks fit into a list."""

MOST_VERSIONS = 10_000
"""Of so many lists it is remembered what has changed since; whoever has an older one fetches the whole."""

MOST_CHANGES = 1_000

_KIOSK = "SELECT kid, public, next_public, name FROM kiosk WHERE revoked IS NULL"
_FORMER = "SELECT kid, public, until FROM former_key"
_NEWEST_FIRST = "ORDER BY until DESC, public"


def lock(statements: Statements) -> None:
    """Let nobody else change the list until this transaction is over."""
    empty = cose.canonical({})
    statements.run("INSERT INTO key_list (only_one, content, hash) VALUES (1, ?, ?) ON CONFLICT DO NOTHING", empty, b"")
    statements.locked("SELECT hash FROM key_list WHERE only_one = 1")


def write_anew(statements: Statements) -> None:
    """List who is known now; call it under `lock`."""
    ((before, hash_before),) = statements.run("SELECT content, hash FROM key_list")
    content = keys.key_list(*_listed(statements.run(_KIOSK), statements.run(f"{_FORMER} {_NEWEST_FIRST}")))
    digest = hashlib.sha256(content).digest()
    if digest == bytes(hash_before):
        return
    statements.run("UPDATE key_list SET content = ?, hash = ?", content, digest)
    ((last,),) = statements.run("SELECT coalesce(max(number), 0) FROM key_list_version")
    number = last + 1
    statements.run_each(
        "INSERT INTO key_changed (kid, number) VALUES (?, ?) ON CONFLICT (kid) DO UPDATE SET number = excluded.number",
        [(kid, number) for kid in _other(bytes(before), content)],
    )
    statements.run(
        "INSERT INTO key_list_version (hash, number) VALUES (?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET number = excluded.number",
        digest,
        number,
    )
    statements.run("DELETE FROM key_list_version WHERE number <= ?", number - MOST_VERSIONS)


def changes_since(store: Store, digest: bytes) -> bytes | None:
    """What has changed since the list with this SHA-256, as `kiosk.sync.exchange.key_lists` has it.

    None where that is not remembered, or is so much that the whole list had better be fetched.
    """
    with store.reading() as statements:
        rows = statements.run("SELECT number FROM key_list_version WHERE hash = ?", digest)
        if not rows:
            return None
        kids = [
            bytes(row[0])
            for row in statements.run(
                "SELECT kid FROM key_changed WHERE number > ? ORDER BY kid LIMIT ?", rows[0][0], MOST_CHANGES + 1
            )
        ]
        if len(kids) > MOST_CHANGES:
            return None
        return changes({kid: _entry(statements, kid) for kid in kids})


def _entry(statements: Statements, kid: bytes) -> object:
    """What the list has of one kiosk; None where it does not have it."""
    former = statements.run(f"{_FORMER} WHERE kid = ? {_NEWEST_FIRST}", kid)
    listed = keys.key_list(*_listed(statements.run(f"{_KIOSK} AND kid = ?", kid), former))
    return _entries(listed).get(kid)


def _listed(kiosks: Iterable[Row], former: Iterable[Row]) -> list[KnownKiosk]:
    """Every kiosk with the key it has, the one it has announced, and the last ones that it has given up."""
    given_up: dict[bytes, list[KnownKiosk]] = {}
    for kid, public, until in former:
        given_up.setdefault(bytes(kid), []).append(KnownKiosk(KeyId(kid), public, until=day_of_number(until)))
    listed: list[KnownKiosk] = []
    for kid, public, following, name in kiosks:
        listed.append(KnownKiosk(KeyId(kid), public, name))
        if following is not None:
            listed.append(KnownKiosk(KeyId(kid), following, name))
        listed.extend(given_up.get(bytes(kid), ())[:MOST_FORMER])
    return listed


def _other(before: bytes, after: bytes) -> list[bytes]:
    """The ids of whom two lists do not say the same."""
    old, new = _entries(before), _entries(after)
    return [kid for kid in old | new if old.get(kid) != new.get(kid)]


def _entries(content: bytes) -> dict[bytes, object]:
    entries = cose.plain(content)
    if not isinstance(entries, dict):
        raise TypeError("the store's own list of kiosks is none")
    return entries
