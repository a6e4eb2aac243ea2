"""An edition unpacked: whole from one zstd frame, or from the edition before it and what has changed since."""

import hashlib
import os
from pathlib import Path

import zstandard

from kiosk.sync.updates.reasons import Reason, UpdateError

LARGEST = 64 * 1024 * 1024
"""The most bytes of a catalogue."""

_WINDOW = 128 * 1024 * 1024
_CHUNK = 1 << 20


def unpack(packed: Path, target: Path, length: int, sha256: str, old: Path | None = None) -> None:
    """Write the catalogue that `packed` makes, out of `old` where it is a delta, and have it on the disk.

    Never more than `length` bytes are written, and a file that has another digest than `sha256` is removed.

    Raises:
        UpdateError: it does not make the catalogue that was signed.
        OSError: a disk.
    """
    prefix = None
    if old is not None:
        prefix = zstandard.ZstdCompressionDict(old.read_bytes(), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    unpacker = zstandard.ZstdDecompressor(dict_data=prefix, max_window_size=_WINDOW)
    try:
        digest = _written(unpacker, packed, target, length)
        if digest != sha256:
            raise UpdateError(Reason.ALTERED, f"{packed.name} does not make the catalogue that was signed")
    except zstandard.ZstdError as error:
        target.unlink(missing_ok=True)
        raise UpdateError(Reason.ALTERED, f"{packed.name} cannot be unpacked: {error}") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _written(unpacker: zstandard.ZstdDecompressor, packed: Path, target: Path, length: int) -> str:
    digest = hashlib.sha256()
    room = min(length, LARGEST)
    with packed.open("rb") as source, target.open("wb") as file, unpacker.stream_reader(source) as frame:
        while chunk := frame.read(_CHUNK):
            room -= len(chunk)
            if room < 0:
                raise UpdateError(Reason.TOO_LONG, f"{packed.name} makes more than {length} bytes")
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
