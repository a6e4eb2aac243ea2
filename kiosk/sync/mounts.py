"""Sticks that are in this machine."""

import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_WHERE = ("/media/", "/run/media/", "/mnt/")
"""Where desktops and people mount what is put in."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def sticks(mounts: Path = _MOUNTS) -> tuple[Path, ...]:
    """Where each stick is mounted, in the order they were put in; none where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    places = [_plain(words[1]) for line in lines if len(words := line.split(" ")) > 2 and words[0].startswith("/dev/")]
    return tuple(dict.fromkeys(Path(place) for place in places if place.startswith(_WHERE)))


def _plain(escaped: str) -> str:
    """A path of the mount table, where a space is written as its octal number."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), escaped)
