"""What kiosks without a network send on a stick, and the hub's word back onto it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.hub.service import desk
from kiosk.hub.service.desk import Hub
from kiosk.private_files import make_anew
from kiosk.state import StateError
from kiosk.sync.exchange.errors import ExchangeError, StickError
from kiosk.sync.exchange.messages import ID_BYTES
from kiosk.sync.exchange.sticks import LARGEST_SEALED, OUTBOX_FOLDER, RECEIPTS_FOLDER, SUFFIX, unsealed


@dataclass(frozen=True, slots=True)
class FromStick:
    """What came of one file: `problem` is the code of what was wrong with it, "" where it was taken."""

    file: Path
    problem: str = ""


def take_stick(hub: Hub, key: X25519PrivateKey, stick: Path) -> tuple[FromStick, ...]:
    """Take every file of a stick in the order of its numbers, and leave the last word for each stream on it.

    Raises `StickError` where the stick cannot be read or written, `StoreError` for the store. Taken once more, nothing
    is doubled.
    """
    outcomes: list[FromStick] = []
    for file, stream in _files(stick):
        try:
            word = desk.exchange(hub, unsealed(_content(file), key))
        except (ExchangeError, desk.TooOftenError) as error:
            outcomes.append(FromStick(file, error.code))
            continue
        _leave(stick / RECEIPTS_FOLDER / f"{stream}{SUFFIX}", word)
        outcomes.append(FromStick(file))
    return tuple(outcomes)


def _files(stick: Path) -> Iterator[tuple[Path, str]]:
    """Files `<stream>-<first>.cose` with the stream's id, those of a stream in the order of their numbers."""
    try:
        found = [file for file in (stick / OUTBOX_FOLDER).iterdir() if file.suffix == SUFFIX]
    except OSError as error:
        raise StickError(f"{stick / OUTBOX_FOLDER}: {error.strerror}") from error
    named = []
    for file in found:
        stream, _, first = file.stem.partition("-")
        if len(stream) == 2 * ID_BYTES and set(stream) <= set("0123456789abcdef") and first.isdecimal():
            named.append((stream, int(first), file))
    yield from ((file, stream) for stream, _, file in sorted(named))


def _leave(file: Path, word: bytes) -> None:
    """Put the hub's word on the stick. What it is about was taken: the next stick has it again."""
    try:
        make_anew(file, word)
    except StateError as error:
        raise StickError(str(error)) from error


def _content(file: Path) -> bytes:
    try:
        if file.is_symlink() or not file.is_file():
            raise StickError(f"{file} is no file")
        with file.open("rb") as opened:
            return opened.read(LARGEST_SEALED + 1)
    except OSError as error:
        raise StickError(f"{file}: {error.strerror}") from error
