"""What the hub told this machine, done: outcomes from other offices, decisions of stewards, a new list of kiosks.

Each is done and forgotten in one transaction, or done so that doing it again changes nothing. What cannot be understood
is forgotten too, with a line in the log: it would be told again for ever.
"""

import hashlib
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import assert_never

from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections.exchange import ExchangeError as NotReadInError
from kiosk.counter.corrections.exchange import merge
from kiosk.counter.heard import Heard, hear
from kiosk.logs import Code
from kiosk.outbox.days import day_of_number
from kiosk.outbox.receipts import Received, dealt_with, received
from kiosk.private_files import make_anew
from kiosk.referral import code
from kiosk.referral.keys import KeyListError, known_in
from kiosk.referral.known import HUB_KEY_LIST
from kiosk.state import atomic
from kiosk.sync.exchange.errors import ExchangeError, RefusedError, UnreadableError
from kiosk.sync.exchange.fields import canonical_map, exactly, whole
from kiosk.sync.exchange.key_lists import KeyLists, changed
from kiosk.sync.exchange.messages import HASH_BYTES, ReceiptKind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What dealing with receipts needs: the state folder and its database, the catalogue as it was read, and a way to
    the hub's list of kiosks.
    """

    folder: Path
    state: sqlite3.Connection
    open_catalogue: Callable[[], Catalogue]
    hub: KeyLists


def deal_with_all(desk: Desk, at: datetime) -> int:
    """Do what every receipt says, and tell how many are dealt with; one that needs the hub again waits for it.

    `at` has its zone. Raises a `StateError`, or what opening the catalogue raises.
    """
    done = 0
    receipts = received(desk.state)
    newest_list = max((each.number for each in receipts if each.kind == ReceiptKind.KEYS_CHANGED), default=0)
    for receipt in receipts:
        try:
            if receipt.kind == ReceiptKind.KEYS_CHANGED and receipt.number < newest_list:
                _put_away(desk, receipt)  # the list that it names is over
            else:
                _deal_with(desk, receipt, at)
        except ExchangeError as error:
            _log.warning("a receipt of the hub's waits: %s", Code(error.code))
        else:
            done += 1
    return done


def _deal_with(desk: Desk, receipt: Received, at: datetime) -> None:
    try:
        heard = _done(desk, receipt, at)
    except (UnreadableError, NotReadInError, KeyListError, ValueError, OverflowError) as error:
        _log.error("receipt %d of the hub's says what cannot be: %s", receipt.number, type(error))
        heard = None
    with atomic(desk.state):
        if heard is not None:
            hear(desk.state, heard, at.date())
        dealt_with(desk.state, receipt)


def _put_away(desk: Desk, receipt: Received) -> None:
    with atomic(desk.state):
        dealt_with(desk.state, receipt)


def _done(desk: Desk, receipt: Received, at: datetime) -> Heard | None:
    """Do what can be done twice; gives an outcome, which is kept when its receipt is forgotten."""
    fields = canonical_map(receipt.body)
    kind = ReceiptKind(receipt.kind)
    match kind:
        case ReceiptKind.OUTCOME:
            return _outcome(fields)
        case ReceiptKind.DECISION:
            decided = fields.get(1)
            if not isinstance(decided, bytes):
                raise UnreadableError("a decision without its file")
            merge(desk.state, desk.open_catalogue(), decided, at)
        case ReceiptKind.KEYS_CHANGED:
            _take_kiosks(desk, exactly(fields.get(1), HASH_BYTES))
        case ReceiptKind.CLAIM:
            pass  # the hub's page shows who has which case; here nothing hangs on it
        case _:
            assert_never(kind)
    return None


def _outcome(fields: dict[object, object]) -> Heard:
    status = fields.get(4)
    if not isinstance(status, str):
        raise UnreadableError("an outcome without a status")
    return Heard(
        code=code.make(exactly(fields.get(1), code.ID_BYTES)).characters,
        service=whole(fields.get(2)),
        step=whole(fields.get(3)),
        status=Status(status),
        day=day_of_number(whole(fields.get(5))),
    )


def _take_kiosks(desk: Desk, digest: bytes) -> None:
    """Know the hub's kiosks from now on: the list that its signed word named, and no other."""
    file = desk.folder / HUB_KEY_LIST
    listed = _by_changes(desk.hub, file, digest)
    if listed is None:
        listed = desk.hub.kiosks()
    if hashlib.sha256(listed).digest() != digest:
        raise ExchangeError("another list than the hub named; its next word names a newer one")
    known_in(listed, file)
    make_anew(file, listed)


def _by_changes(hub: KeyLists, file: Path, digest: bytes) -> bytes | None:
    """The list with this SHA-256, made of the one here by what has changed; None where that is not to be had."""
    try:
        known = file.read_bytes()
        listed = changed(known, hub.kiosk_changes(hashlib.sha256(known).digest()))
    except (OSError, RefusedError, UnreadableError):
        return None
    return listed if hashlib.sha256(listed).digest() == digest else None
