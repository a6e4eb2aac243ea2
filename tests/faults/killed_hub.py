"""A hub on the machine of its only kiosk, without a network between them: both are killed at once."""

import time
from pathlib import Path

from kiosk.hub.service import desk
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.store import kiosks
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.referral.keys import own_key
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.exchange.messages import seal_ack


class HubAtWork:
    """The hub whose store and keys lie in a folder; as a transport, the shortest there is."""

    def __init__(self, folder: Path) -> None:
        self.store = SqliteStore(folder / "hub.db", MIGRATIONS)
        keys = hub_keys(folder / "keys")
        self._hub = desk.Hub(
            self.store,
            lambda ack: seal_ack(ack, keys.signing),
            keys.signing.public,
            keys.sealing_public,
            "ns",
            lambda: int(time.time()),
        )

    def exchange(self, request: bytes) -> bytes:
        """The hub's word on a request."""
        return desk.exchange(self._hub, request)

    def enrol(self, kiosk: Path) -> None:
        """Let the kiosk with this state folder and the hub know each other."""
        known = kiosks.enrol_by_hand(self.store, own_key(kiosk).public, "Truro", int(time.time()))
        keep_hub(kiosk, KnownHub(known.key_id, self._hub.public, "ns", self._hub.sealing))

    def ids(self) -> list[bytes]:
        """The id of every record that is kept."""
        with self.store.reading() as statements:
            return [bytes(row[0]) for row in statements.run("SELECT id FROM item")]

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()
