"""Letting go of what is too old for as long as a hub runs, and never because its clock is wrong."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

import anyio

from kiosk.hub.store.projecting import day_of
from kiosk.hub.store.reading import last_contact
from kiosk.hub.store.retention import let_go_before
from kiosk.hub.store.statements import SECONDS_A_DAY, Store, StoreError
from kiosk.logs import Code

EVERY_S = 6 * 3600

_LONGEST_SILENCE = 60 * SECONDS_A_DAY
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Begun:
    """When a hub began, on its clock and on one that never jumps, and when a kiosk had been heard last; all seconds."""

    clock: int
    steady: float
    last_contact: int | None

    def is_right(self, clock: int, steady: float) -> bool:
        """Tell whether the clock can be believed: it has not jumped since, and was not far from the last contact.

        A hub that was off for two months lets go of nothing until it is started again.
        """
        jumped = abs((clock - self.clock) - (steady - self.steady)) > SECONDS_A_DAY
        silent = self.last_contact is not None and self.clock - self.last_contact > _LONGEST_SILENCE
        return not (jumped or silent)


async def tidy(store: Store, retention_days: int, clock: Callable[[], int]) -> None:
    """Let go of what is too old, now and every six hours, until cancelled."""
    begun: Begun | None = None
    while True:
        try:
            if begun is None:
                begun = Begun(clock(), time.monotonic(), await anyio.to_thread.run_sync(last_contact, store))
            if begun.is_right(clock(), time.monotonic()):
                await anyio.to_thread.run_sync(let_go_before, store, day_of(clock()) - retention_days)
            else:
                _log.warning("the clock may be wrong: nothing is let go until the hub is started again")
        except StoreError as error:
            _log.warning("what is too old could not be let go: %s", Code(error.code))
        await asyncio.sleep(EVERY_S)
