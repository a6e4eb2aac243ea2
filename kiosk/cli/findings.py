"""The machine that `guichet doctor` looks at, and how it writes down what it finds."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kiosk.config import Config
from kiosk.languages import Messages

SOUND_CARDS = Path("/proc/asound/cards")
_SECONDS = 3.0


class Verdict(StrEnum):
    """How a thing stands: the kiosk can do without what it only WISHES for, not without what it LACKS."""

    OK = "ok"
    WISHES = "wishes"
    LACKS = "lacks"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was seen, and what to do about it, empty when nothing."""

    part: str
    verdict: Verdict
    seen: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """What is looked at. `told` runs a program and gives what it said, None when it is missing or failed.

    `headset` says whether one is plugged in, None where nothing can tell.
    """

    config: Config
    config_problem: str
    environment: Mapping[str, str]
    assets: Path
    catalogue: Path
    state: Path
    now: datetime
    qt: str = ""
    python: tuple[int, int] = (sys.version_info[0], sys.version_info[1])
    has: Callable[[str], bool] = lambda program: shutil.which(program) is not None
    told: Callable[..., str | None] = lambda *command: _told(*command)
    sound_cards: Path = SOUND_CARDS
    headset: Callable[[], bool | None] = lambda: _headset()


Checkup = Callable[[Machine, Messages], Finding]


def _headset() -> bool | None:
    from kiosk.speech.headset import headset_here

    headset = headset_here()
    try:
        return headset.present()
    finally:
        headset.close()


def _told(*command: str) -> str | None:
    surroundings = os.environ | {"LC_ALL": "C"}
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, env=surroundings, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout if run.returncode == 0 else None
