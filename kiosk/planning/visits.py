"""The fewest trips that settle everything to be done in person, and among those the shortest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.catalogue.model import LocationId

UNKNOWN_DISTANCE_M = 1_000_000
"""A place whose distance is not known counts as farther than any in the province."""


@dataclass(frozen=True, slots=True)
class _Trip:
    place: LocationId
    settles: frozenset[str]
    metres: float


def fewest_visits(
    places_of: Mapping[str, Sequence[LocationId]], metres: Mapping[LocationId, float]
) -> list[LocationId]:
    """The places to go to, nearest first, so that each step of `places_of` can be done at one of them.

    There are as few as there can be, and of those the least distance in all. Steps without a place are left out.
    """
    wanted = frozenset(step for step, places in places_of.items() if places)
    trips = _worth_making(_offers(places_of), metres)
    best = _Best()
    _search(wanted, trips, [], best)
    return [trip.place for trip in sorted(best.trips, key=lambda trip: trip.metres)]


def _offers(places_of: Mapping[str, Sequence[LocationId]]) -> dict[LocationId, set[str]]:
    offers: dict[LocationId, set[str]] = {}
    for step, places in places_of.items():
        for place in places:
            offers.setdefault(place, set()).add(step)
    return offers


def _worth_making(offers: Mapping[LocationId, set[str]], metres: Mapping[LocationId, float]) -> list[_Trip]:
    """The trips no other trip beats: nothing nearer settles all the same. Most places give what their like give."""
    trips = [_Trip(place, frozenset(steps), min(metres[place], UNKNOWN_DISTANCE_M)) for place, steps in offers.items()]
    trips.sort(key=lambda trip: trip.metres)
    kept: list[_Trip] = []
    for trip in trips:
        if not any(trip.settles <= nearer.settles for nearer in kept):
            kept.append(trip)
    return kept


class _Best:
    """The best set of trips found so far."""

    __slots__ = ("metres", "trips")

    def __init__(self) -> None:
        self.trips: list[_Trip] = []
        self.metres = float("inf")

    def beaten_by(self, count: int, metres: float) -> bool:
        return self.metres == float("inf") or (count, metres) < (len(self.trips), self.metres)


def _search(wanted: frozenset[str], trips: Sequence[_Trip], made: list[_Trip], best: _Best) -> None:
    """Branch on the step that the fewest trips settle; give up a branch that can no longer win."""
    metres = sum(trip.metres for trip in made)
    if not wanted:
        if best.beaten_by(len(made), metres):
            best.trips, best.metres = list(made), metres
        return
    if not best.beaten_by(len(made) + _at_least(wanted, trips), metres):
        return
    for trip in _ways_to_settle_the_hardest(wanted, trips):
        made.append(trip)
        _search(wanted - trip.settles, trips, made, best)
        made.pop()


def _at_least(wanted: frozenset[str], trips: Sequence[_Trip]) -> int:
    """A number of further trips that surely cannot be undercut."""
    most_at_once = max(len(trip.settles & wanted) for trip in trips)
    return -(-len(wanted) // most_at_once)


def _ways_to_settle_the_hardest(wanted: frozenset[str], trips: Sequence[_Trip]) -> Iterator[_Trip]:
    ways = {step: [trip for trip in trips if step in trip.settles] for step in wanted}
    hardest = min(sorted(wanted), key=lambda step: len(ways[step]))
    yield from sorted(ways[hardest], key=lambda trip: -len(trip.settles & wanted))
