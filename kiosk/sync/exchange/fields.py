"""Fields of a message, each checked as it is read: nothing has a type before somebody has looked."""

from collections.abc import Sequence

from kiosk.referral import cose
from kiosk.sync.exchange.errors import UnreadableError

LARGEST_NUMBER = 2**63 - 1
"""Of a sequence, a cursor or a receipt: what a database holds."""


def canonical_map(content: bytes) -> dict[object, object]:
    """The one map in deterministic CBOR that `content` is. Raises `UnreadableError`, as all here."""
    try:
        value = cose.plain(content)
        if isinstance(value, dict) and cose.canonical(value) == content:
            return value
    except (cose.CoseError, ValueError, TypeError, OverflowError) as error:
        raise UnreadableError(str(error)) from error
    raise UnreadableError("not one CBOR map in its deterministic form")


def rows(value: object) -> Sequence[object]:
    """A list of whatever."""
    if not isinstance(value, list):
        raise UnreadableError("a list is missing")
    return value


def exactly(value: object, length: int) -> bytes:
    """Bytes of this length."""
    if not isinstance(value, bytes) or len(value) != length:
        raise UnreadableError(f"not {length} bytes")
    return value


def whole(value: object) -> int:
    """A whole number from 0 to `LARGEST_NUMBER`; true is not 1."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST_NUMBER:
        raise UnreadableError(f"not a whole number from 0 to {LARGEST_NUMBER}")
    return value
