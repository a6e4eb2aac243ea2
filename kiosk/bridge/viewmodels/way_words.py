"""The way to one place: what is said of it, and what a picture of it needs to be drawn in a frame of any size."""

from dataclasses import dataclass

from kiosk.catalogue.coast import Coast, Spot
from kiosk.catalogue.model import Catalogue, Location
from kiosk.languages import Messages
from kiosk.planning.plan import Plan
from kiosk.wording.way import words
from kiosk.wording.way.landmarks import Landmark, buildings, of_plan, spot_of, towns
from kiosk.wording.way.picture import Picture, way
from kiosk.wording.way.sheet import Frame, crosses_water


@dataclass(frozen=True, slots=True)
class Way:
    """`straight` is how far and in which direction; `on_foot` how long a walk is, empty where nobody can say.

    `spoken` is the picture in words, but for what it names.
    """

    here: Spot
    place: Spot
    straight: str
    on_foot: str
    spoken: str
    buildings: tuple[Landmark, ...] = ()
    towns: tuple[Landmark, ...] = ()
    steps: tuple[Landmark, ...] = ()


def way_to(
    messages: Messages,
    catalogue: Catalogue,
    plan: Plan,
    here: Spot,
    place: Location,
    metres: int,
    coast: Coast | None,
) -> Way | None:
    """The way from `here`, `metres` long in a straight line; None where nobody knows where the place is."""
    there = spot_of(place)
    if there is None:
        return None
    straight = words.straight(messages, metres, here, there)
    spoken = messages.gettext("Map, north is up. You are here. {place} is {way} of here, in a straight line.").format(
        place=place.name.to(messages.language), way=straight
    )
    wet = crosses_water(coast, here, there) if metres <= words.FARTHEST_ON_FOOT_M else None
    if wet:
        spoken += " " + messages.gettext("There is water in between.")
    walk = words.on_foot(messages, metres) if wet is False else ""
    if walk:
        # Note: how long a walk takes, as in "On foot: about 25 min"
        spoken += " " + messages.gettext("On foot: {time}.").format(time=walk)
    return Way(
        here,
        there,
        straight,
        # Note: what stands between here and a place, in place of the time on foot
        messages.gettext("Water in between") if wet else walk,
        spoken,
        buildings(catalogue, messages.language),
        towns(catalogue),
        of_plan(catalogue, plan, place.id),
    )


def pictured(messages: Messages, found: Way, frame: Frame, coast: Coast | None) -> Picture:
    """The picture of a way in a frame."""
    return way(
        messages,
        found.here,
        found.place,
        frame,
        coast,
        buildings=found.buildings,
        towns=found.towns,
        steps=found.steps,
    )
