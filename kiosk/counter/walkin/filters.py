"""What staff can ask of the services found: yes, no, or nobody knows. What nobody knows is counted, never just dropped.

A filter speaks of one service, as it can be had from here now. A life event is many services: filters leave it alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import Catalogue, ChannelType, Fitness, LocationId, Service
from kiosk.planning.places import Places

NEAR_M = 5_000
"""As the crow flies, in metres."""

_NEARLY_ALL = 0.95
_WRITTEN = frozenset({ChannelType.TEXT, ChannelType.CHAT, ChannelType.EMAIL, ChannelType.ONLINE})
_NO_TRIP = frozenset({ChannelType.ONLINE, ChannelType.AUTOMATIC, ChannelType.CHAT, ChannelType.TEXT})
_HOURS = frozenset({ChannelType.IN_PERSON, ChannelType.PHONE})


class Filter(StrEnum):
    """What can be asked of a service, but for its languages."""

    OPEN_NOW = "open_now"
    NEAR = "near"
    FREE = "free"
    STEP_FREE = "step_free"
    WITHOUT_VOICE = "without_voice"
    ALONE = "alone"
    WITH_STAFF = "with_staff"


@dataclass(frozen=True, slots=True)
class GivenIn:
    """The service is given in this language."""

    language: str


Wish = Filter | GivenIn


@dataclass(frozen=True, slots=True)
class Sifted:
    """What suits, in the order it came. `unknown` are those of which nobody can say it, by the first wish that leaves
    it open, in the order of the wishes; they are among `kept` only where that was asked for.
    """

    kept: tuple[Service, ...]
    unknown: Mapping[Wish, int]


def key_of(wish: Wish) -> str:
    """The wish as one word: `near`, `in:fr`."""
    return f"in:{wish.language}" if isinstance(wish, GivenIn) else wish.value


def languages_given(catalogue: Catalogue) -> tuple[str, ...]:
    """The languages worth asking for: that some services are given in and not nearly all, the most frequent first."""
    total = len(catalogue.services)
    given = Counter(language for service in catalogue.services.values() for language in service.languages)
    return tuple(language for language, count in given.most_common() if count < _NEARLY_ALL * total)


def sift(
    services: Iterable[Service],
    wishes: Sequence[Wish],
    catalogue: Catalogue,
    places: Places,
    *,
    unknown_too: bool = False,
) -> Sifted:
    """Those of `services` that every wish holds of; with `unknown_too` also those of which nobody can say."""
    kept: list[Service] = []
    unknown: Counter[Wish] = Counter()
    for service in services:
        verdicts = {wish: holds(wish, service, catalogue, places) for wish in wishes}
        if False in verdicts.values():
            continue
        doubtful = next((wish for wish in wishes if verdicts[wish] is None), None)
        if doubtful is not None:
            unknown[doubtful] += 1
        if doubtful is None or unknown_too:
            kept.append(service)
    return Sifted(tuple(kept), {wish: unknown[wish] for wish in wishes if unknown[wish]})


def holds(wish: Wish, service: Service, catalogue: Catalogue, places: Places) -> bool | None:
    """Whether `wish` holds of `service`; None when nobody can say."""
    match wish:
        case GivenIn(language):
            return _given_in(language, service, catalogue)
        case Filter.OPEN_NOW:
            return _open_now(service, places)
        case Filter.NEAR:
            return _near(service, places)
        case Filter.FREE:
            return _free(service)
        case Filter.STEP_FREE:
            return _step_free(service, catalogue)
        case Filter.WITHOUT_VOICE:
            return _without_voice(service, catalogue)
        case Filter.ALONE:
            return service.fitness is Fitness.SELF_SERVICE
        case Filter.WITH_STAFF:
            return service.fitness is Fitness.MEDIATED


def shown_places(service: Service) -> tuple[LocationId, ...]:
    """The places of `service` that may be told; those of a shelter or of a discreet service are not."""
    return () if hides_places(service) else service.locations


def _given_in(language: str, service: Service, catalogue: Catalogue) -> bool | None:
    if language in service.languages:
        return True
    if service.languages:
        return False
    spoken = [catalogue.locations[place].languages for place in service.locations]
    if any(language in languages for languages in spoken):
        return True
    return False if spoken and all(spoken) else None


def _open_now(service: Service, places: Places) -> bool | None:
    """A door or a line that answers now; what keeps no hours at all, as a website, is always open."""
    if not _HOURS.intersection(service.channels):
        return True
    states: list[bool | None] = []
    if ChannelType.IN_PERSON in service.channels:
        states += [places.is_door_open(place) for place in service.locations] or [None]
    if ChannelType.PHONE in service.channels:
        states.append(places.is_line_open(service))
    return _any_of(states)


def _near(service: Service, places: Places) -> bool | None:
    """One of its places is near, or it asks for no trip; where its places may not be told, nobody can say here."""
    if not _NO_TRIP.isdisjoint(service.channels):
        return True
    if ChannelType.IN_PERSON not in service.channels and not service.locations:
        return True
    away = [places.distance(place) for place in shown_places(service)]
    if any(metres is not None and metres <= NEAR_M for metres in away):
        return True
    return None if None in away or not away else False


def _free(service: Service) -> bool | None:
    """Nothing is known to be asked for it; a price that nobody knows leaves it open."""
    amounts = [option.amount for option in service.costs]
    if any(amounts):
        return False
    return None if None in amounts else True


def _step_free(service: Service, catalogue: Catalogue) -> bool | None:
    """A wheelchair gets in at one of its places, or nobody has to go anywhere."""
    if ChannelType.IN_PERSON not in service.channels:
        return True
    return _any_of([catalogue.locations[place].wheelchair for place in service.locations] or [None])


def _without_voice(service: Service, catalogue: Catalogue) -> bool | None:
    """It can be had in writing, or its line has a number for a text telephone. Nothing is ruled out: relay 711 calls
    every line, and an interpreter can be asked for.
    """
    if not _WRITTEN.isdisjoint(service.channels) or ChannelType.AUTOMATIC in service.channels:
        return True
    return True if any(catalogue.phones[phone].number_tty for phone in service.phones) else None


def _any_of(states: Sequence[bool | None]) -> bool | None:
    """True where one is, None where none is and nobody can say of one."""
    if True in states:
        return True
    return None if None in states else False
