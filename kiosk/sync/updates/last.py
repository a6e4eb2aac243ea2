"""What the last attempt to update came to, for whoever looks at how the kiosk stands."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.private_files import make_anew
from kiosk.sync.updates.reasons import Reason

LAST = "last.json"

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Last:
    """When the last attempt was, by this machine's clock; `reason` is None where it went well.

    `went_well` is when one last did.
    """

    at: datetime
    reason: Reason | None
    went_well: datetime | None
    clock_is_wrong: bool = False


def read_last(folder: Path) -> Last | None:
    """The last attempt; None before the first, or where it cannot be told."""
    try:
        with (folder / LAST).open("rb") as file:
            told = json.loads(file.read(_LONGEST))
        well = told["went_well"]
        return Last(
            datetime.fromisoformat(told["at"]),
            Reason(told["reason"]) if told["reason"] else None,
            datetime.fromisoformat(well) if well else None,
            told["clock_is_wrong"] is True,
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_last(folder: Path, at: datetime, reason: Reason | None, *, clock_is_wrong: bool = False) -> None:
    """Keep what an attempt came to. Raises a `StateError`."""
    before = read_last(folder)
    well = at if reason is None else before.went_well if before else None
    told = {
        "at": at.isoformat(),
        "reason": reason,
        "went_well": well.isoformat() if well else None,
        "clock_is_wrong": clock_is_wrong,
    }
    make_anew(folder / LAST, json.dumps(told, indent=1).encode() + b"\n")
