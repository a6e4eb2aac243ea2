"""Receipts: what the hub tells one kiosk, numbered so that each is told until the kiosk says that it has it.

A kiosk's numbers are given while its row of `letterbox` is locked, so none becomes visible after a higher one. Several
kiosks are written to in the order of their ids: two exchanges never wait for each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.hub.store.statements import Statements
from kiosk.referral import cose
from kiosk.sync.exchange.messages import Receipt, ReceiptKind

_MOST_AT_ONCE = 500
_LARGEST_AT_ONCE = 512 * 1024


@dataclass(frozen=True, slots=True)
class Letter:
    """A receipt that has no number yet, to the kiosk `kid`."""

    kid: bytes
    kind: ReceiptKind
    body: bytes


@dataclass(frozen=True, slots=True)
class Box:
    """A kiosk's letterbox: the last number given, and the SHA-256 of the list of kiosks that it was told of."""

    last: int
    keys: bytes


@dataclass(frozen=True, slots=True)
class Heard:
    """A kiosk has said that it has every receipt up to `cursor`; `box` is its letterbox, not locked yet."""

    kid: bytes
    cursor: int
    box: Box


def post(statements: Statements, letters: Iterable[Letter], day: int, heard: Heard | None = None) -> None:
    """Number and keep what is to be told.

    Where a kiosk is `heard` to have more than this hub remembers giving, the hub was put back from a backup: everything
    kept for that kiosk is numbered anew after it. Some is then told twice; nothing is passed over.
    """
    by_kiosk: dict[bytes, list[Letter]] = {}
    for letter in letters:
        by_kiosk.setdefault(letter.kid, []).append(letter)
    if heard is not None and heard.cursor > heard.box.last:
        by_kiosk.setdefault(heard.kid, [])
    for kid in sorted(by_kiosk):
        last = _last_number(statements, kid)
        if heard is not None and heard.kid == kid and heard.cursor > last:
            statements.run_later("UPDATE receipt SET number = number + ? WHERE kid = ?", heard.cursor, kid)
            last += heard.cursor
        rows = [(kid, last + place, each.kind, each.body, day) for place, each in enumerate(by_kiosk[kid], start=1)]
        statements.run_each("INSERT INTO receipt (kid, number, kind, body, day) VALUES (?, ?, ?, ?, ?)", rows)
        statements.run_later("UPDATE letterbox SET last = ? WHERE kid = ?", last + len(rows), kid)


def due(statements: Statements, kid: bytes, cursor: int) -> tuple[Receipt, ...]:
    """What a kiosk has not got that has everything up to `cursor`, the oldest first, as many as go into one answer."""
    rows = statements.run(
        "SELECT number, kind, body FROM receipt WHERE kid = ? AND number > ? ORDER BY number LIMIT ?",
        kid,
        cursor,
        _MOST_AT_ONCE,
    )
    size = 0
    chosen: list[Receipt] = []
    for number, kind, body in rows:
        size += len(body)
        if chosen and size > _LARGEST_AT_ONCE:
            break
        chosen.append(Receipt(number, kind, body))
    return tuple(chosen)


def notices(box: Box, kid: bytes, keys_hash: bytes) -> tuple[Letter, ...]:
    """That the list of kiosks has become another since this kiosk was told of it, and that it is told now."""
    if not keys_hash or box.keys == keys_hash:
        return ()
    return (Letter(kid, ReceiptKind.KEYS_CHANGED, cose.canonical({1: keys_hash})),)


def note_told(statements: Statements, letters: Sequence[Letter], kid: bytes, keys_hash: bytes) -> None:
    """Remember what `notices` gave as told; call it after `post`, which has locked the row."""
    if letters:
        statements.run_later("UPDATE letterbox SET keys = ? WHERE kid = ?", keys_hash, kid)


def _last_number(statements: Statements, kid: bytes) -> int:
    statements.run_later("INSERT INTO letterbox (kid, last, keys) VALUES (?, 0, ?) ON CONFLICT DO NOTHING", kid, b"")
    (row,) = statements.locked("SELECT last FROM letterbox WHERE kid = ?", kid)
    return int(row[0])
