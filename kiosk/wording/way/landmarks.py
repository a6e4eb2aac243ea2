"""What else a picture of the way shows, to find oneself by: public buildings, towns, the other places of the plan."""

import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean

from kiosk.catalogue.coast import Spot
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import Catalogue, GovernmentLevel, Location, LocationId
from kiosk.planning.plan import Plan

_REMARK = re.compile(r" \([^)]*\)$")
_PUBLIC = frozenset({GovernmentLevel.FEDERAL, GovernmentLevel.PROVINCIAL, GovernmentLevel.MUNICIPAL})


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point, right within `precision_m`. `doubted` where nobody has checked its address this year."""

    name: str
    spot: Spot
    precision_m: int = 0
    doubted: bool = False


def spot_of(location: Location) -> Spot | None:
    """Where a place is; None when nobody has measured it."""
    if location.latitude is None or location.longitude is None:
        return None
    return Spot(location.latitude, location.longitude)


def hidden_places(catalogue: Catalogue) -> frozenset[LocationId]:
    """Every place that some service keeps to itself: never drawn, whatever else is given there."""
    return frozenset(
        place for service in catalogue.services.values() if hides_places(service) for place in service.locations
    )


def buildings(catalogue: Catalogue, language: str) -> tuple[Landmark, ...]:
    """Public buildings, once each."""
    hidden = hidden_places(catalogue)
    found = {}
    for location in catalogue.locations.values():
        spot = spot_of(location)
        public = catalogue.organizations[location.organization].government_level in _PUBLIC
        if spot and public and location.id not in hidden and location.precision_m is not None:
            name = _REMARK.sub("", location.name.to(language))
            found[name] = Landmark(name, spot, location.precision_m, doubted=not location.verified)
    return tuple(found.values())


def towns(catalogue: Catalogue) -> tuple[Landmark, ...]:
    """The towns that have a place of the catalogue, in the middle of their places."""
    hidden = hidden_places(catalogue)
    spots: dict[str, list[Spot]] = defaultdict(list)
    for location in catalogue.locations.values():
        spot = spot_of(location)
        if spot and location.city and location.id not in hidden:
            spots[location.city].append(spot)
    return tuple(
        Landmark(town, Spot(fmean(spot.latitude for spot in own), fmean(spot.longitude for spot in own)))
        for town, own in spots.items()
    )


def of_plan(catalogue: Catalogue, plan: Plan, but: LocationId) -> tuple[Landmark, ...]:
    """The other places that the plan leads to, by the number of the first step done there."""
    hidden = hidden_places(catalogue)
    found = {}
    for step in plan.to_do():
        location = catalogue.locations.get(step.location) if step.location else None
        if location is not None and location.id != but and location.id not in hidden and step.number:
            spot = spot_of(location)
            if spot and location.id not in found:
                found[location.id] = Landmark(str(step.number), spot)
    return tuple(found.values())
