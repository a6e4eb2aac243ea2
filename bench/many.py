"""A catalogue of very many services, made of the words of the real one: the same for the same number, every time."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from kiosk.catalogue.model import Catalogue, Location, LocationId, Service, ServiceId
from kiosk.catalogue.text import OFFICE_LANGUAGES, Text, text

_TOWNS = (
    "Amherst", "Antigonish", "Bedford", "Bridgewater", "Canso", "Dartmouth", "Digby", "Glace Bay", "Guysborough",
    "Halifax", "Inverness", "Kentville", "Lunenburg", "New Glasgow", "Pictou", "Port Hawkesbury", "Shelburne", "Sydney",
    "Truro", "Windsor", "Wolfville", "Yarmouth",
)  # fmt: skip
_SYLLABLES = (
    "ba", "cor", "dan", "el", "fi", "gor", "hal", "in", "jo", "ker", "lan", "mor", "ni", "or", "per", "quin", "ros",
    "sa", "tel", "ur", "ven", "wick", "yar", "zel",
)  # fmt: skip
_SEED = 211


def many_services(catalogue: Catalogue, count: int) -> Catalogue:
    """`catalogue` with services added until there are `count`: real ones over again, in other towns, in other words.

    Each has a name put together from two real ones, a town and a new word, and gives what a real one gives.
    """
    random = Random(_SEED)
    real = tuple(catalogue.services.values())
    places = tuple(catalogue.locations.values())
    services, locations = dict(catalogue.services), dict(catalogue.locations)
    for number in range(count - len(real)):
        model, other = random.choice(real), random.choice(real)
        town = random.choice(_TOWNS)
        name = ServiceId(f"more-{number}")
        place = _moved(random.choice(places), LocationId(name), town, random)
        locations[place.id] = place
        services[name] = _renamed(model, other, name, len(services) + 1, town, place.id, random)
    return replace(catalogue, services=services, locations=locations)


def _renamed(
    model: Service, other: Service, name: ServiceId, number: int, town: str, place: LocationId, random: Random
) -> Service:
    own = "".join(random.choices(_SYLLABLES, k=3)).capitalize()
    en, fr = (_joined(model.name, other.name, language, town, own) for language in OFFICE_LANGUAGES)
    words = {language: random.sample(said, min(2, len(said))) for language, said in model.words.items()}
    return replace(
        model,
        id=name,
        number=number,
        name=text(en, fr),
        words={language: tuple(said) for language, said in words.items()},
        locations=(place,) if model.locations else (),
        discreet=False,
        depends_on=(),
    )


def _joined(one: Text, other: Text, language: str, town: str, own: str) -> str:
    """Half of each name: `Food bank` and `Legal aid society` in Truro, of Corlandan."""
    halves = (_first_half(one.to(language).split()), _last_half(other.to(language).split()))
    return " ".join(part for part in (*halves, own, town))


def _first_half(words: Sequence[str]) -> str:
    return " ".join(words[: (len(words) + 1) // 2])


def _last_half(words: Sequence[str]) -> str:
    return " ".join(words[len(words) // 2 :])


def _moved(model: Location, name: LocationId, town: str, random: Random) -> Location:
    north, east = random.uniform(43.5, 47.0), random.uniform(-66.0, -60.0)
    return replace(model, id=name, city=town, latitude=north, longitude=east)
