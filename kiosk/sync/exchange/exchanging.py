"""One exchange with the hub: what waits goes up, and nothing is let go before the hub's signed word for it is here."""

import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from kiosk.counter.counts import tell_counts
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox import limits, streams
from kiosk.outbox.ballast import BALLAST_BYTES, is_nearly_full, lay_ballast, with_room
from kiosk.outbox.streams import EVERYTHING, Waiting, waiting
from kiosk.referral.keys import KioskKey, own_key
from kiosk.referral.next_key import previous_key
from kiosk.state import StateError, atomic, error_from_os, open_state, scrub
from kiosk.sync.exchange.batches import Sent, next_batch, take_ack
from kiosk.sync.exchange.errors import BusyError, UnknownKioskError, UnreadableError
from kiosk.sync.exchange.known_hub import KnownHub, known_hub
from kiosk.sync.exchange.messages import Ack, Batch, Health, Verdict, open_ack, request_hash, seal
from kiosk.sync.exchange.rotating import follow_announced

__all__ = ["Exchanged", "Transport", "Waiting", "exchange_once", "kiosk_key", "taking_turns", "waiting"]

LOCK_FILE = Path("sync") / "exchange.lock"


class Transport(Protocol):
    """Takes a request to the hub; `kiosk.sync.exchange.http.HttpTransport` is one."""

    def exchange(self, request: bytes) -> bytes:
        """What came back, whoever answered. Raises an `ExchangeError`."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of it: how many records the hub has now that it did not have, and how many still wait.

    `refused` of those sent it could not use. `receipts` have come and are not dealt with. After a gap or a fork
    everything the hub may lack waits again. `hub_time` is the hub's clock, in seconds since 1970. `key_changed`: this
    kiosk has another key from now on, and the hub does not know yet that it is in use.
    """

    sent: int
    left: int
    receipts: int
    verdict: Verdict
    refused: int = 0
    hub_time: int = 0
    key_changed: bool = False


def exchange_once(
    state_file: Path,
    folder: Path,
    transport: Transport,
    now: datetime,
    health: Health,
    *,
    ballast_bytes: int = BALLAST_BYTES,
) -> Exchanged:
    """Send one batch, or ask for receipts where nothing waits. Call it again while `left` is not 0.

    `folder` is the state folder, with the kiosk's key and its hub; `now` has its zone. So much ballast is laid there
    afterwards for a day when the disk is full. Whatever is raised, nothing that
    waited was let go.

    Raises:
        NotEnrolledError: there is no hub.
        ExchangeError: no word of the hub's came back, or it was about something else.
        StateError: the disk.
    """
    hub = known_hub(folder)
    with taking_turns(folder):
        with closing(with_room(folder, lambda: open_state(state_file, MIGRATIONS))) as state:
            with_room(folder, lambda: tell_counts(state, now))
            batch = next_batch(state, int(now.timestamp()), health)
            sent, ack = _asked(transport, batch, folder, hub)
            exchanged = take_word(state, folder, sent, ack, now.date())
        with contextlib.suppress(StateError):
            lay_ballast(folder, ballast_bytes)
    return exchanged


def take_word(state: sqlite3.Connection, folder: Path, sent: Sent, ack: Ack, today: date) -> Exchanged:
    """Do what the hub's verified word says, on the disk when this returns; on a full disk, with what room can be made.

    Raises a `StateError`; then nothing was done, and the same will be said again.
    """
    before = waiting(state).count

    def take() -> Verdict:
        with atomic(state):
            verdict = take_ack(state, sent, ack, today)
            streams.let_go(state, today - limits.KEPT_ACKNOWLEDGED)
        return verdict

    verdict = with_room(folder, take)
    key_changed = with_room(folder, lambda: follow_announced(state, folder, ack, today))
    if is_nearly_full(folder):  # only now: that the hub has the next key is read from what is let go here
        with atomic(state):
            streams.let_go(state, EVERYTHING)
        scrub(state)
    left = waiting(state).count
    (receipts,) = state.execute("SELECT count(*) FROM outbox_receipt").fetchone()
    return Exchanged(
        sent=max(0, before - left), left=left, receipts=receipts, verdict=verdict, refused=len(ack.poison),
        hub_time=ack.time, key_changed=key_changed,
    )  # fmt: skip


def _asked(transport: Transport, batch: Batch, folder: Path, hub: KnownHub) -> tuple[Sent, Ack]:
    """The hub's verified word about a batch. A hub that was put back from a backup may only know the key before."""
    try:
        return _word(transport, batch, kiosk_key(folder, hub), hub)
    except UnknownKioskError:
        before = previous_key(folder)
        if before is None:
            raise
        return _word(transport, batch, KioskKey(hub.key_id, before), hub)


def _word(transport: Transport, batch: Batch, key: KioskKey, hub: KnownHub) -> tuple[Sent, Ack]:
    request = seal(batch, key)
    sent = Sent(request_hash(request), batch.stream, batch.first, batch.last)
    ack = open_ack(transport.exchange(request), hub.public)
    if ack.request != sent.request:
        raise UnreadableError("the hub's word is about another request")
    return sent, ack


def kiosk_key(folder: Path, hub: KnownHub) -> KioskKey:
    """The key of this machine under the id that the hub knows it by."""
    return replace(own_key(folder), key_id=hub.key_id)


@contextlib.contextmanager
def taking_turns(folder: Path) -> Iterator[None]:
    """Let only one program of this machine exchange at a time. Raises `BusyError`."""
    path = folder / LOCK_FILE
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise error_from_os(error, path) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError("another program is exchanging") from error
        yield
    finally:
        os.close(descriptor)
