"""Editions packed for the way: whole, and as the difference from an older one.

Both are one zstd frame. A delta takes the old canonical catalogue as a raw-content dictionary, so it can only be
unpacked by who has that catalogue, byte for byte; its window spans both.
"""

import zstandard

from kiosk.hub.publishing.canonical import LARGEST
from kiosk.hub.publishing.errors import EditionRefusedError

LARGEST_WINDOW_LOG = (2 * LARGEST).bit_length() - 1
"""What a kiosk must let zstd use at most: 128 MiB."""

_LEVEL = 19
_LARGEST_TABLE_LOG = 27
"""Half a GiB of memory for whoever publishes the largest catalogues; kiosks need none of it."""


def packed(content: bytes) -> bytes:
    """The whole of a catalogue."""
    return zstandard.ZstdCompressor(compression_params=_parameters(len(content))).compress(content)


def unpacked(whole: bytes) -> bytes:
    """What `packed` was given. Raises `EditionRefusedError`."""
    return _decompressed(zstandard.ZstdDecompressor(max_window_size=1 << LARGEST_WINDOW_LOG), whole)


def delta(old: bytes, new: bytes) -> bytes:
    """What makes `new` out of `old`, applied once and compared before it is given."""
    parameters = _parameters(len(old) + len(new), enable_ldm=True)
    made = zstandard.ZstdCompressor(compression_params=parameters, dict_data=_prefix(old)).compress(new)
    if applied(old, made) != new:
        raise EditionRefusedError("a delta does not give the catalogue that it was made for")
    return made


def applied(old: bytes, difference: bytes) -> bytes:
    """The catalogue that a delta makes out of `old`. Raises `EditionRefusedError`."""
    unpack = zstandard.ZstdDecompressor(dict_data=_prefix(old), max_window_size=1 << LARGEST_WINDOW_LOG)
    return _decompressed(unpack, difference)


def _prefix(old: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def _parameters(span: int, *, enable_ldm: bool = False) -> zstandard.ZstdCompressionParameters:
    """Level 19 with a window over `span` bytes, and tables that remember all of it.

    Left alone, zstd looks back over no more than 8 MiB for what is shorter than 64 bytes, as most of our texts are.
    """
    window = min(max(span.bit_length(), 17), LARGEST_WINDOW_LOG)
    return zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        window_log=window,
        chain_log=min(window + 1, _LARGEST_TABLE_LOG),
        enable_ldm=enable_ldm,
        write_content_size=True,
        write_checksum=False,
    )


def _decompressed(unpack: zstandard.ZstdDecompressor, frame: bytes) -> bytes:
    try:
        if not 0 <= zstandard.frame_content_size(frame) <= LARGEST:
            raise EditionRefusedError("a packed catalogue does not say how large it is, or is too large")
        return unpack.decompress(frame, max_output_size=LARGEST)
    except zstandard.ZstdError as error:
        raise EditionRefusedError(f"a packed catalogue cannot be unpacked: {error}") from error
