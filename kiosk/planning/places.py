"""How far places are from the kiosk, and which lines and doors are open at the moment of planning."""

from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours import Closed, Open, Opening, OutOfSeason, Schedule, opening_at
from kiosk.catalogue.model import Catalogue, LocationId, PhoneId, Service
from kiosk.planning.circumstances import Here

HOME_ZONE = "America/Halifax"
_EARTH_RADIUS_M = 6_371_000


def distance_m(here: Here, latitude: float, longitude: float) -> int:
    """How far, in metres, as the crow flies."""
    north, east = radians(latitude - here.latitude), radians(longitude - here.longitude)
    across = sin(north / 2) ** 2 + cos(radians(here.latitude)) * cos(radians(latitude)) * sin(east / 2) ** 2
    return round(2 * _EARTH_RADIUS_M * asin(sqrt(across)))


class Places:
    """The places and lines of one catalogue, seen from one spot at one moment; each is worked out when first asked."""

    __slots__ = ("_catalogue", "_distances", "_doors", "_here", "_lines", "_nearest", "_now", "_zone")

    def __init__(self, catalogue: Catalogue, here: Here | None, now: datetime) -> None:
        self._catalogue = catalogue
        self._here = here
        self._now = now
        self._zone = now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else ZoneInfo(HOME_ZONE)
        self._distances: dict[LocationId, int | None] = {}
        self._nearest: dict[tuple[LocationId, ...], LocationId | None] = {}
        self._doors: dict[LocationId, bool | None] = {}
        self._lines: dict[PhoneId, bool | None] = {}

    def are_seen(self, catalogue: Catalogue, here: Here | None, now: datetime) -> bool:
        """Tell whether these are the places of `catalogue` as seen from `here` at `now`."""
        same_clock = self._now.tzinfo is now.tzinfo
        return self._catalogue is catalogue and self._here == here and self._now == now and same_clock

    def distance(self, location: LocationId) -> int | None:
        """Metres from the kiosk; None when either end is not known."""
        if location not in self._distances:
            place = self._catalogue.locations[location]
            if self._here is None or place.latitude is None or place.longitude is None:
                self._distances[location] = None
            else:
                self._distances[location] = distance_m(self._here, place.latitude, place.longitude)
        return self._distances[location]

    def nearest(self, locations: tuple[LocationId, ...]) -> LocationId | None:
        """The nearest of `locations`, those of unknown distance last; the first written when all are equal."""
        if locations not in self._nearest:
            self._nearest[locations] = min(locations, key=self.how_far, default=None)
        return self._nearest[locations]

    def how_far(self, location: LocationId) -> float:
        """The distance for comparing: farther than anything when it is not known."""
        distance = self.distance(location)
        return float("inf") if distance is None else distance

    def is_door_open(self, location: LocationId) -> bool | None:
        """Tell whether the place is open now; None when nobody can say."""
        if location not in self._doors:
            self._doors[location] = self._is_open(self._catalogue.locations[location].schedule)
        return self._doors[location]

    def is_line_open(self, service: Service) -> bool | None:
        """Tell whether any line of `service` is answered now; None when nobody can say."""
        states = [self._line(phone) for phone in service.phones]
        if True in states:
            return True
        return None if None in states or not states else False

    def _line(self, phone: PhoneId) -> bool | None:
        if phone not in self._lines:
            self._lines[phone] = self._is_open(self._catalogue.phones[phone].schedule)
        return self._lines[phone]

    def _is_open(self, schedule: Schedule) -> bool | None:
        return _open_or_not(opening_at(schedule, self._now, self._zone))


def _open_or_not(opening: Opening) -> bool | None:
    match opening:
        case Open():
            return True
        case Closed() | OutOfSeason():
            return False
        case _:
            return None
