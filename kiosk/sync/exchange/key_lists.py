"""The list of kiosks brought up to date by what has changed in it, which is small: the whole of a large fleet is not.

What comes of it is compared with the SHA-256 that the hub's signed word has named, as a whole list is.
"""

from collections.abc import Mapping
from typing import Protocol

from kiosk.referral import cose
from kiosk.sync.exchange.errors import UnreadableError
from kiosk.sync.exchange.fields import canonical_map


class KeyLists(Protocol):
    """The way to a hub's list of kiosks; `kiosk.sync.exchange.http.HttpTransport` is one."""

    def kiosks(self) -> bytes:
        """The whole list, whoever answered. Raises an `ExchangeError`."""

    def kiosk_changes(self, digest: bytes) -> bytes:
        """What has changed since the list with this SHA-256, whoever answered.

        Raises a `RefusedError` where the hub does not remember it, or another `ExchangeError`.
        """


def changes(entries: Mapping[bytes, object]) -> bytes:
    """What the hub answers: the entries of a list that are new or others, and None for those that are gone."""
    return cose.canonical({1: dict(entries)})


def changed(known: bytes, untrusted: bytes) -> bytes:
    """The list that `untrusted` makes of the one known here; yet to be compared and read. Raises `UnreadableError`."""
    entries = canonical_map(untrusted).get(1)
    if not isinstance(entries, dict):
        raise UnreadableError("not what has changed in a list of kiosks")
    listed = canonical_map(known) | entries
    return cose.canonical({key_id: entry for key_id, entry in listed.items() if entry is not None})
