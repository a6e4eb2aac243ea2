"""What can be done here, as rows to show: the list of services, and one service in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Catalogue, LocationId, ServiceId
from kiosk.catalogue.search.tokens import fold
from kiosk.counter.calling.lines import language_name
from kiosk.counter.here.centre import Centre
from kiosk.counter.here.doing import Doing, what_here
from kiosk.counter.here.wording import SYMBOLS, act_words, mandate_words, structure_name, structure_words
from kiosk.languages import Messages
from kiosk.languages.formats import listing


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service in the list. `given` is set where it is given under this roof: its structure in a word or two."""

    service: str
    name: str
    organization: str
    given: str
    acts: int


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act: `done` here or not; `where` says which place does it, or why it lapsed."""

    symbol: str
    words: str
    done: bool
    where: str


@dataclass(frozen=True, slots=True)
class ShownService:
    """One service in full. `structure` says who gives it here or elsewhere; `desk` where to go in this building;
    `notes` what is in doubt or written down at this counter, one a line.
    """

    name: str = ""
    organization: str = ""
    structure: str = ""
    mandate: str = ""
    desk: str = ""
    notes: str = ""
    acts: tuple[ActRow, ...] = ()
    elsewhere: tuple[ActRow, ...] = ()


def services_shown(
    messages: Messages, catalogue: Catalogue, centre: Centre, today: date, query: str, only_here: bool
) -> tuple[ServiceRow, ...]:
    """The services whose name or organization holds every word of `query`, in the order of the alphabet.

    With `only_here`, those that are given under this roof or that staff may bind somebody by.
    """
    words = fold(query).split()
    rows = [_row(messages, catalogue, what_here(catalogue, centre, service, today)) for service in catalogue.services]
    found = [row for row in rows if all(word in fold(f"{row.name} {row.organization}") for word in words)]
    return tuple(sorted((row for row in found if row.given or not only_here), key=lambda row: fold(row.name)))


def service_shown(
    messages: Messages, catalogue: Catalogue, centre: Centre, today: date, service: ServiceId
) -> ShownService:
    """What staff have to know of one service."""
    doing = what_here(catalogue, centre, service, today)
    known = catalogue.services[service]
    language = messages.language
    return ShownService(
        name=known.name.to(language),
        organization=catalogue.organizations[known.organization].name.to(language),
        structure=_structure(messages, catalogue, doing),
        mandate=mandate_words(messages, catalogue, doing, today),
        desk=doing.given.desk.in_language(language) if doing.given and doing.given.desk else "",
        notes="\n".join(note.to(language) for note in (known.notice, *known.staff_notes) if note),
        acts=tuple(ActRow(SYMBOLS[act], act_words(messages, act), True, "") for act in doing.acts),
        elsewhere=tuple(_elsewhere(messages, catalogue, doing)),
    )


def spoken_words(messages: Messages, centre: Centre, today: date) -> str:
    """Which languages are spoken at the counter today; empty where nobody has said."""
    spoken = centre.spoken_on(today)
    if not spoken:
        return ""
    names = listing(messages, [language_name(messages, code) for code in spoken])
    return messages.gettext("At our counter today: {languages}").format(languages=names)


def _row(messages: Messages, catalogue: Catalogue, doing: Doing) -> ServiceRow:
    service = catalogue.services[doing.service]
    given = structure_name(messages, doing.given.structure) if doing.given else ""
    if not given and doing.on_behalf_of:
        given = messages.gettext("In their name")
    organization = catalogue.organizations[service.organization].name.to(messages.language)
    return ServiceRow(doing.service, service.name.to(messages.language), organization, given, len(doing.acts))


def _structure(messages: Messages, catalogue: Catalogue, doing: Doing) -> str:
    service = catalogue.services[doing.service]
    if doing.given is not None:
        words = messages.gettext("Given under this roof: {structure}")
        return words.format(structure=structure_name(messages, doing.given.structure))
    if not service.locations:
        return messages.gettext("Given by telephone, on the website or by mail: no counter")
    return structure_words(messages, catalogue, catalogue.delivery(doing.service, service.locations[0]))


def _elsewhere(messages: Messages, catalogue: Catalogue, doing: Doing) -> Iterator[ActRow]:
    """What is not done here. No address is told that the catalogue does not vouch for."""
    for elsewhere in doing.elsewhere:
        where = _place(messages, catalogue, elsewhere.location)
        if elsewhere.act in doing.lapsed:
            where = messages.gettext("Our agreement is not in force today. {place}").format(place=where)
        yield ActRow(SYMBOLS[elsewhere.act], act_words(messages, elsewhere.act), False, where)


def _place(messages: Messages, catalogue: Catalogue, location: LocationId | None) -> str:
    if location is None:
        return messages.gettext("By the service itself: telephone, website or mail")
    place = catalogue.locations[location]
    name = place.name.to(messages.language)
    return f"{name}, {place.city}" if place.city and place.city not in name else name
