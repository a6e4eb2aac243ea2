"""Whose updates this kiosk trusts: the first root, which an operator gives it and every later one follows from."""

import hashlib
import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from kiosk.errors import KioskError
from kiosk.private_files import make_anew
from kiosk.sync.updates.floors import FLOORS
from kiosk.sync.updates.reasons import Reason, UpdateError

UPDATES = "sync"
"""The folder of what is fetched, in the state folder."""

ROOT = "root.json"
METADATA = "metadata"
MOST_ROOT = 512_000


class RootError(KioskError):
    """The file is no root that could be trusted."""

    code = "sync_root"


class OtherRootError(RootError):
    """Other updates are trusted here already, and these do not follow from them."""

    code = "sync_other_root"


def fingerprint(root: bytes) -> str:
    """What two people compare: 12 groups of 4 hexadecimal digits of the file's SHA-256."""
    digits = hashlib.sha256(root).hexdigest()[:48].upper()
    return " ".join(digits[index : index + 4] for index in range(0, len(digits), 4))


def read_root(untrusted: bytes) -> Root:
    """The root in a file, signed by enough of the keys that it names itself. Raises `RootError`."""
    return _signed(untrusted).signed


def _signed(untrusted: bytes) -> Metadata[Root]:
    try:
        if len(untrusted) > MOST_ROOT:
            raise ValueError(f"it has more than {MOST_ROOT:,} bytes")
        root = Metadata[Root].from_bytes(untrusted)
        if not isinstance(root.signed, Root):
            raise ValueError(f"it is a {root.signed.type}")
        root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
    except (RepositoryError, ValueError, RecursionError) as error:
        raise RootError(f"this is not the first root of a repository of updates: {error}") from error
    return root


def trust(folder: Path, root: bytes) -> None:
    """Trust the updates that follow from `root`, and none that followed from another.

    Raises:
        RootError: it is no root.
        StateError: it could not be kept.
    """
    read_root(root)
    if trusted(folder) == root:
        return
    # What was verified under another root means nothing under this one.
    shutil.rmtree(folder / METADATA, ignore_errors=True)
    (folder / FLOORS).unlink(missing_ok=True)
    make_anew(folder / ROOT, root)


def trust_first(folder: Path, roots: Sequence[bytes]) -> None:
    """Trust the last of these roots, where none was given to this kiosk yet; each is to be followed by the next.

    Where one was, it stays: `roots` have to lead on from it. `trust` is for another publisher.

    Raises:
        RootError: one of them is no root, or does not follow from the one before.
        OtherRootError: another publisher is trusted here.
        StateError: it could not be kept.
    """
    known = trusted(folder)
    if known is None:
        trust(folder, roots[-1])
        return
    chain = [_signed(root) for root in roots]
    mine = _signed(known)
    here = next((at for at, root in enumerate(chain) if root.signed_bytes == mine.signed_bytes), None)
    if here is None:
        raise OtherRootError(
            f"this kiosk trusts other updates than this hub's: {fingerprint(known)} and not {fingerprint(roots[-1])}."
            " Nothing was changed: guichet sync trust is for another publisher"
        )
    for before, following in pairwise(chain[here:]):
        try:
            if following.signed.version != before.signed.version + 1:
                raise ValueError(f"it comes after root {before.signed.version}")
            before.signed.verify_delegate(Root.type, following.signed_bytes, following.signatures)
        except (RepositoryError, ValueError) as error:
            raise RootError(f"root {following.signed.version} does not follow from the one before: {error}") from error


def trusted(folder: Path) -> bytes | None:
    """The first root that this kiosk was given; None before that."""
    try:
        return (folder / ROOT).read_bytes()
    except OSError:
        return None


def trusted_root(folder: Path) -> bytes:
    """The same. Raises an `UpdateError` where there is none, or none that is whole."""
    root = trusted(folder)
    if root is None:
        raise UpdateError(Reason.NOT_TRUSTED, f"there is no {folder / ROOT}")
    try:
        read_root(root)
    except RootError as error:
        raise UpdateError(Reason.NOT_TRUSTED, str(error)) from error
    return root
