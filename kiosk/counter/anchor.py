"""How far the audit had come when the machine last said so, in a file under the machine's secret.

Whoever can write in state.db can make a chain that fits; without the secret they cannot make this file. It is written
anew at every try to sign in and every sign-out, never over one that the chain disagrees with: what has been noticed
stays noticed.
"""

import hmac
import logging
import sqlite3
from datetime import datetime
from pathlib import Path

from kiosk.counter.audit import Act, Head, head_of, record, stands_at
from kiosk.errors import KioskError
from kiosk.logs import Code
from kiosk.private_files import make_anew
from kiosk.state import StateError, atomic

ANCHOR_FILE = "audit-anchor"

_COUNT_BYTES = 8
_CHAIN_BYTES = 32
_WHOLE = _COUNT_BYTES + 2 * _CHAIN_BYTES
_PURPOSE = b"guichet audit anchor 1"

_log = logging.getLogger(__name__)


class AnchorError(KioskError):
    """The anchor of the audit is damaged, or was made under another secret than this machine's."""

    code = "audit_anchor"


def read(folder: Path, secret: bytes) -> Head | None:
    """How far the audit had come; None where no anchor was made, or somebody took it away. Raises `AnchorError`."""
    path = folder / ANCHOR_FILE
    try:
        with path.open("rb") as file:
            untrusted = file.read(_WHOLE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise AnchorError(f"{path}: {error.strerror}") from error
    said, mark = untrusted[:-_CHAIN_BYTES], untrusted[-_CHAIN_BYTES:]
    if len(untrusted) != _WHOLE or not hmac.compare_digest(mark, _mark(secret, said)):
        raise AnchorError(f"{path} is damaged, or was made under another secret than this machine's")
    return Head(int.from_bytes(said[:_COUNT_BYTES], "big"), said[_COUNT_BYTES:])


def drop(state: sqlite3.Connection, folder: Path, secret: bytes) -> None:
    """Say how far the audit has come. What is in the way is logged and stops nobody: the anchor before holds."""
    try:
        before = read(folder, secret)
        if before is not None and not stands_at(state, before):
            _log.error("the audit is not the one that was anchored; guichet audit verify tells where")
            return
        _write(state, folder, secret)
    except (AnchorError, StateError) as error:
        _log.error("the audit could not be anchored: %s", Code(error.code))


def begin_again(state: sqlite3.Connection, folder: Path, secret: bytes, *, at: datetime) -> None:
    """Go on after an older state.db was put back: a line says so and how long the audit had been, and is anchored.

    Without it the lines lost since the copy would look cut off for ever. Raises a `kiosk.state.StateError`.
    """
    try:
        before = read(folder, secret)
    except AnchorError:
        before = None
    with atomic(state):
        lines = str(before.count) if before is not None else ""
        record(state, who="", act=Act.STATE_RESTORED, subject=lines, at=at)
    _write(state, folder, secret)


def _write(state: sqlite3.Connection, folder: Path, secret: bytes) -> None:
    head = head_of(state)
    said = head.count.to_bytes(_COUNT_BYTES, "big") + head.chain
    make_anew(folder / ANCHOR_FILE, said + _mark(secret, said))


def _mark(secret: bytes, said: bytes) -> bytes:
    return hmac.digest(secret, _PURPOSE + said, "sha256")
