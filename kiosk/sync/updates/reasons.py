"""Why an update was not taken: a closed set, each with a sentence in `wording` and an exit code of `guichet sync`."""

import errno
from enum import StrEnum
from typing import Self

from kiosk.errors import KioskError


class Reason(StrEnum):
    """What stood against an update; the kiosk goes on with what it has."""

    UNREACHABLE = "unreachable"
    """Nothing answers, or no stick is there."""

    PORTAL = "portal"
    """A page came in place of the update: the network wants somebody to sign in first."""

    CERTIFICATE = "certificate"
    """The connection is not safe: a wrong clock, or somebody in between."""

    NO_REPOSITORY = "no_repository"
    NOT_TRUSTED = "not_trusted"
    """Nobody has told this kiosk whose updates to trust."""

    OLDER = "older"
    EXPIRED = "expired"
    UNSIGNED = "unsigned"
    MIXED = "mixed"
    ALTERED = "altered"
    TOO_LONG = "too_long"
    NOT_WHOLE = "not_whole"
    NOT_A_FILE = "not_a_file"
    NO_REGION = "no_region"
    OTHER_PROGRAM = "other_program"
    UNREADABLE = "unreadable"
    """It is signed, and this program cannot open it."""

    DISK_FULL = "disk_full"
    NOT_WRITTEN = "not_written"
    BUSY = "busy"


AWAY = frozenset({Reason.UNREACHABLE, Reason.PORTAL, Reason.CERTIFICATE})
"""What says nothing of the update itself: another time it may be there."""


class UpdateError(KioskError):
    """An update was not taken, and why."""

    code = "update"

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.code = f"update_{reason}"

    @classmethod
    def of_disk(cls, error: OSError) -> Self:
        """What this machine's own disk did."""
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return cls(Reason.DISK_FULL if full else Reason.NOT_WRITTEN, f"{error.filename}: {error.strerror}")


class MissingError(UpdateError):
    """A source does not have this file."""

    def __init__(self, path: str) -> None:
        super().__init__(Reason.NOT_WHOLE, f"there is no {path}")


class CutError(UpdateError):
    """A connection that stood broke, or fell `silent`; what came before it did counts."""

    def __init__(self, detail: str, *, silent: bool = False) -> None:
        super().__init__(Reason.UNREACHABLE, detail)
        self.silent = silent
