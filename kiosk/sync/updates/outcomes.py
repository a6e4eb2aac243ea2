"""What an attempt to update came to."""

from dataclasses import dataclass

from kiosk.catalogue.editions import Edition
from kiosk.counter.corrections.exchange import Merged
from kiosk.sync.updates.reasons import Reason


@dataclass(frozen=True, slots=True)
class UpToDate:
    """Nothing newer is offered than edition `version`. `decided` is what came of corrections, if anything did."""

    version: int
    decided: Merged | None = None
    clock_is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Updated:
    """Another edition is installed. `fetched` counts the bytes of it that were signed for the way."""

    edition: Edition
    fetched: int
    by_delta: bool
    decided: Merged | None = None
    clock_is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """What was offered was not taken; `detail` is for whoever keeps the machine, in English."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """There was nothing to look at; another time there may be."""

    reason: Reason
    detail: str


Outcome = UpToDate | Updated | Refused | Unreachable
