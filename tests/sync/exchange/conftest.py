"""A kiosk that is enrolled at a hub, with nothing to tell yet."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.exchanging import Exchanged, Transport, exchange_once
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.exchange.messages import Health
from tests.sync.exchange.a_hub import HUB_KEY, Hub

NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)
DAY = date(2026, 3, 12)
HEALTH = Health("1.0", 7, 900)


@dataclass(frozen=True)
class Kiosk:
    """A kiosk's folder and what is done with it."""

    folder: Path
    key: KioskKey

    @property
    def file(self) -> Path:
        return self.folder / "state.db"

    def open(self) -> "closing[sqlite3.Connection]":
        return closing(open_state(self.file, MIGRATIONS))

    def act(self, count: int = 1, size: int = 10) -> list[bytes]:
        """Do something `count` times that the hub must hear of; gives the ids of the records."""
        with self.open() as state, atomic(state):
            return [put(state, Kind.REFERRAL, {1: os.urandom(size)}, DAY) for _ in range(count)]

    def exchange(self, transport: Transport, now: datetime = NOW) -> Exchanged:
        return exchange_once(self.file, self.folder, transport, now, HEALTH, ballast_bytes=1 << 16)


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def kiosk(tmp_path: Path, hub: Hub) -> Kiosk:
    folder = tmp_path / "kiosk"
    key = KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(folder).private)
    hub.knows(key)
    keep_hub(folder, KnownHub(key.key_id, HUB_KEY.public, "ns"))
    return Kiosk(folder, key)
