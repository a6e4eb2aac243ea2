"""How a kiosk stands, judged by what it last said of itself: the worst first."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kiosk.hub.store.reading import KioskStanding

SILENT_S = 24 * 3600
GONE_S = 7 * 24 * 3600
CLOCK_OFF_S = 10 * 60
LOW_MIB = 1024
FULL_MIB = 200
MANY_WAITING = 2000


class Weight(IntEnum):
    """How much something matters."""

    FINE = 0
    LOOK = 1
    ACT = 2


class Trouble(StrEnum):
    """What can be wrong with a kiosk."""

    NEVER_HEARD = "never_heard"
    GONE = "gone"
    SILENT = "silent"
    DISK_FULL = "disk_full"
    DISK_LOW = "disk_low"
    CLOCK_WRONG = "clock_wrong"
    BEHIND = "behind"
    MANY_WAITING = "many_waiting"
    POISON = "poison"


_WEIGHTS = {
    Trouble.GONE: Weight.ACT,
    Trouble.DISK_FULL: Weight.ACT,
    Trouble.CLOCK_WRONG: Weight.ACT,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A kiosk and its troubles, the heaviest first; none of one that is off the list."""

    kiosk: KioskStanding
    troubles: tuple[Trouble, ...]

    @property
    def weight(self) -> Weight:
        """The heaviest of its troubles."""
        return max(map(weight_of, self.troubles), default=Weight.FINE)


def weight_of(trouble: Trouble) -> Weight:
    """How much a trouble matters."""
    return _WEIGHTS.get(trouble, Weight.LOOK)


def judged(kiosk: KioskStanding, newest: int, now: int) -> Judged:
    """Look at one kiosk. `newest` is the newest edition of the catalogue, 0 where none is known."""
    if kiosk.revoked is not None:
        return Judged(kiosk, ())
    if kiosk.condition is None:
        return Judged(kiosk, (Trouble.NEVER_HEARD,))
    said, silent = kiosk.condition, now - kiosk.condition.contact
    found = {
        Trouble.GONE: silent > GONE_S,
        Trouble.DISK_FULL: said.free_mib < FULL_MIB,
        Trouble.CLOCK_WRONG: said.clock_wrong or abs(said.clock - said.contact) > CLOCK_OFF_S,
        Trouble.SILENT: SILENT_S < silent <= GONE_S,
        Trouble.DISK_LOW: FULL_MIB <= said.free_mib < LOW_MIB,
        Trouble.BEHIND: said.catalogue_version < newest,
        Trouble.MANY_WAITING: said.waiting > MANY_WAITING,
        Trouble.POISON: kiosk.poison > 0,
    }
    return Judged(kiosk, tuple(trouble for trouble, is_so in found.items() if is_so))


def worst_first(kiosks: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Those to act on, those to look at, those in order, and at the end those that are off the list; each by name."""
    return tuple(
        sorted(kiosks, key=lambda one: (one.kiosk.revoked is not None, -one.weight, one.kiosk.name.casefold()))
    )
