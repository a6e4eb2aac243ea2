"""A way in words: how far and in which direction, and how long on foot where one can say."""

from math import atan2, cos, degrees, radians, sin

from kiosk.catalogue.coast import Spot
from kiosk.languages import N_, Messages
from kiosk.languages.formats import distance

_DIRECTIONS = (
    N_("to the north"),
    N_("to the north-east"),
    N_("to the east"),
    N_("to the south-east"),
    N_("to the south"),
    N_("to the south-west"),
    N_("to the west"),
    N_("to the north-west"),
)
FARTHEST_ON_FOOT_M = 3000
"""In a straight line; no time is told for more."""

_DETOUR = 1.3
"""Streets are longer than the straight line by about this much."""

_PACE_M_PER_MIN = 80
"""4.8 km an hour."""

_ROUNDED_TO = 5


def bearing(here: Spot, place: Spot) -> float:
    """The direction in which one sets out, in degrees from north, clockwise, from 0 to 360."""
    north, far = radians(here.latitude), radians(place.latitude)
    turn = radians(place.longitude - here.longitude)
    east = sin(turn) * cos(far)
    ahead = cos(north) * sin(far) - sin(north) * cos(far) * cos(turn)
    return degrees(atan2(east, ahead)) % 360


def direction(messages: Messages, here: Spot, place: Spot) -> str:
    """`to the south-east`, « au sud-est »: one of eight."""
    return messages.gettext(_DIRECTIONS[round(bearing(here, place) / 45) % 8])


def straight(messages: Messages, metres: float, here: Spot, place: Spot) -> str:
    """`1.6 km to the south-east`: how far in a straight line."""
    return messages.gettext("{distance} {direction}").format(
        distance=distance(messages, metres), direction=direction(messages, here, place)
    )


def minutes_on_foot(metres: float) -> int:
    """About how long a walk takes, to the nearest five minutes, never none; `metres` is the straight line."""
    return max(_ROUNDED_TO, round(metres * _DETOUR / _PACE_M_PER_MIN / _ROUNDED_TO) * _ROUNDED_TO)


def on_foot(messages: Messages, metres: float) -> str:
    """`about 25 min`; empty where it is too far to walk."""
    if metres > FARTHEST_ON_FOOT_M:
        return ""
    count = minutes_on_foot(metres)
    return messages.ngettext("about {count} min", "about {count} min", count).format(count=count)
