"""In what order to offer the ways to reach a service, and why; none is ever hidden."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.catalogue.model import Catalogue, ChannelType, Fitness, LocationId, Service, ServiceId
from kiosk.planning.circumstances import Here
from kiosk.planning.places import Places
from kiosk.planning.plan import ChannelReason, RankedChannel

C = ChannelType

ALIKE: Mapping[ChannelType, tuple[ChannelType, ...]] = {
    C.IN_PERSON: (C.IN_PERSON, C.HOSPITAL_KIOSK, C.PHONE),
    C.PHONE: (C.PHONE, C.IN_PERSON),
    C.ONLINE: (C.ONLINE, C.CHAT, C.EMAIL),
    C.MAIL: (C.MAIL, C.FAX),
    C.TEXT: (C.TEXT, C.CHAT, C.EMAIL, C.ONLINE, C.MAIL, C.FAX, C.IN_PERSON),
    C.CHAT: (C.CHAT, C.TEXT, C.EMAIL, C.ONLINE, C.MAIL, C.FAX, C.IN_PERSON),
    C.EMAIL: (C.EMAIL, C.ONLINE, C.CHAT, C.TEXT, C.MAIL, C.FAX),
    C.FAX: (C.FAX, C.MAIL, C.EMAIL),
    C.HOSPITAL_KIOSK: (C.HOSPITAL_KIOSK, C.IN_PERSON),
    C.AUTOMATIC: (C.AUTOMATIC,),
}
"""What comes closest to the way a person prefers, where a service lacks it. Who writes rather than speaks gets every
written way, and a visit, before a voice line."""

WITH_A_PERSON = (C.IN_PERSON, C.PHONE)
CHEAPEST_FIRST = (
    C.AUTOMATIC,
    C.ONLINE,
    C.PHONE,
    C.TEXT,
    C.CHAT,
    C.IN_PERSON,
    C.HOSPITAL_KIOSK,
    C.EMAIL,
    C.MAIL,
    C.FAX,
)
"""By what a way costs the person in money and time, where the ways serve equally."""

_REASONS: Mapping[ChannelType, ChannelReason] = {
    C.AUTOMATIC: ChannelReason.HAPPENS_BY_ITSELF,
    C.ONLINE: ChannelReason.QUICKEST,
    C.PHONE: ChannelReason.FREE,
    C.TEXT: ChannelReason.FREE,
    C.CHAT: ChannelReason.FREE,
    C.EMAIL: ChannelReason.FREE,
    C.HOSPITAL_KIOSK: ChannelReason.FREE,
    C.IN_PERSON: ChannelReason.WORKS_FOR_ALL,
    C.MAIL: ChannelReason.WORKS_FOR_ALL,
    C.FAX: ChannelReason.WORKS_FOR_ALL,
}


class Ways:
    """The ways to reach the services of one catalogue, from one spot in one minute; each ranked when first asked."""

    __slots__ = ("_ranked", "places")

    def __init__(self, places: Places) -> None:
        self.places = places
        self._ranked: dict[tuple[ServiceId, ChannelType | None], tuple[RankedChannel, ...]] = {}

    def to(self, service: Service, preferred: ChannelType | None) -> tuple[RankedChannel, ...]:
        """Every channel of `service`, best first."""
        key = (service.id, preferred)
        if key not in self._ranked:
            self._ranked[key] = ranked(service, preferred, self.places.nearest(service.locations), self.places)
        return self._ranked[key]


_last: list[Ways] = []


def ways_seen(catalogue: Catalogue, here: Here | None, now: datetime) -> Ways:
    """The ways as seen from `here` in the minute of `now`; no hours change within a minute.

    The last ones are kept, for a plan is made again after each answer.
    """
    minute = now.replace(second=0, microsecond=0)
    for ways in _last:
        if ways.places.are_seen(catalogue, here, minute):
            return ways
    ways = Ways(Places(catalogue, here, minute))
    _last[:] = [ways]
    return ways


def ranked(
    service: Service, preferred: ChannelType | None, nearest: LocationId | None, places: Places
) -> tuple[RankedChannel, ...]:
    """Every channel of `service`, best first; the first is recommended."""
    openness = {channel: _is_open(channel, service, nearest, places) for channel in service.channels}

    def rank(channel: ChannelType) -> tuple[bool, int, bool, int, int]:
        return (
            channel is not C.AUTOMATIC,
            _closeness(channel, preferred),
            service.fitness is Fitness.MEDIATED and channel not in WITH_A_PERSON,
            _openness_rank(openness[channel]),
            CHEAPEST_FIRST.index(channel),
        )

    order = sorted(dict.fromkeys(service.channels), key=rank)
    return tuple(
        RankedChannel(channel, place == 0, _reason(channel, service, preferred, openness[channel]))
        for place, channel in enumerate(order)
    )


def _closeness(channel: ChannelType, preferred: ChannelType | None) -> int:
    if preferred is None:
        return 0
    alike = ALIKE[preferred]
    return alike.index(channel) if channel in alike else len(alike)


def _is_open(channel: ChannelType, service: Service, nearest: LocationId | None, places: Places) -> bool | None:
    """Tell whether the channel answers now: the lines, or the nearest place. The others keep no hours: None."""
    match channel:
        case C.PHONE:
            return places.is_line_open(service)
        case C.IN_PERSON:
            return places.is_door_open(nearest) if nearest else None
        case _:
            return None


def _openness_rank(is_open: bool | None) -> int:
    """A closed line goes behind what can be used now; what nobody can say is not held against it."""
    return 1 if is_open is False else 0


def _reason(
    channel: ChannelType, service: Service, preferred: ChannelType | None, is_open: bool | None
) -> ChannelReason:
    if channel is C.AUTOMATIC:
        return ChannelReason.HAPPENS_BY_ITSELF
    if len(service.channels) == 1:
        return ChannelReason.ONLY_WAY
    if channel is preferred:
        return ChannelReason.PREFERRED
    if is_open is False:
        return ChannelReason.CLOSED_NOW
    if service.fitness is Fitness.MEDIATED and channel in WITH_A_PERSON:
        return ChannelReason.BETTER_WITH_A_PERSON
    return ChannelReason.OPEN_NOW if is_open else _REASONS[channel]
