"""Kiosks as the hub meets them: a key, a stream, and records that follow one another."""

import secrets
from datetime import date

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.hub.store import kiosks
from kiosk.hub.store.exchanging import take
from kiosk.outbox.putting import new_id
from kiosk.referral.keys import KeyId, KioskKey
from kiosk.sync.exchange.messages import CHAIN_START, Batch, Health, Item, StreamId, chain_after, request_hash, seal

DAY = date(2026, 3, 12)
AT = 1_773_324_840
"""2026-03-12T14:14Z."""

DAY_NUMBER = AT // 86_400
HEALTH = Health(app="0.1.0", catalogue_version=42, free_mib=900)


class Kiosk:
    """One kiosk with an outbox in memory."""

    def __init__(self, store, name="Library", number=0):
        private = Ed25519PrivateKey.generate()
        enrolled = kiosks.enrol_by_hand(store, KioskKey(KeyId(b""), private).public, name, AT, number)
        self.key = KioskKey(enrolled.key_id, private)
        self.kid = enrolled.key_id
        self.stream = StreamId(secrets.token_bytes(16))
        self.items = []
        self.cursor = 0
        self.health = HEALTH

    def put(self, kind, body):
        content = body if isinstance(body, bytes) else cbor2.dumps(body, canonical=True)
        item = Item(len(self.items) + 1, int(kind), new_id(DAY), content)
        self.items.append(item)
        return item

    def batch(self, first=1, last=None):
        """Its records from `first` on."""
        items = tuple(self.items[first - 1 : last])
        chain = chain_after(CHAIN_START, self.items[: first - 1])
        return Batch(self.stream, first, items, chain, AT, self.health, self.cursor)

    def request(self, first=1, last=None):
        return seal(self.batch(first, last), self.key)

    def send(self, store, first=1, last=None, at=AT):
        """Exchange, as the hub does once it has checked the signature."""
        batch = self.batch(first, last)
        taken = take(store, self.kid, batch, request_hash(seal(batch, self.key)), at)
        self.cursor = taken.cursor
        return taken

    def clone(self):
        """The same disk once more."""
        other = object.__new__(Kiosk)
        other.__dict__ |= self.__dict__ | {"items": list(self.items)}
        return other

    def begin_again(self):
        """Another stream with the same records, as after a fork."""
        self.stream = StreamId(secrets.token_bytes(16))
        self.items = [item._replace(seq=seq) for seq, item in enumerate(self.items, start=1)]


def rows(store, sql, *values):
    with store.reading() as statements:
        return [tuple(row) for row in statements.run(sql, *values)]


def number(store, table):
    return rows(store, f"SELECT count(*) FROM {table}")[0][0]
