"""A disk with no room left, for the moment that a test needs it."""

import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def full_disk(room: int = 0) -> Iterator[None]:
    """Let no file grow past `room` bytes; Python gets an error and no signal.

    Keep it around the one call that is to meet the full disk: what the test runner writes meanwhile meets it too.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def small_disk(folder: Path, mebibytes: int = 32) -> Iterator[Path]:
    """A disk of its own at `folder`, which is made; the test is skipped where nothing can be mounted."""
    folder.mkdir()
    size = f"size={mebibytes}m"
    if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(disk: Path) -> None:
    """Leave no room at all on a small disk; removing the file `others` there makes room again."""
    with suppress(OSError), (disk / "others").open("ab", buffering=0) as file:
        while True:
            file.write(bytes(4096))
