"""What of the catalogue the phone page is given, in one language: the same for everyone, so that it reveals nobody.

Discreet services are left out whole, and so are the bundles whose topic no code tells; no place or number is in it
that a slip could not print.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import AnchorId, Bundle, Catalogue, ChannelType, Phone, Requirement, Service, Step
from kiosk.catalogue.text import Text, together
from kiosk.languages import Messages
from kiosk.languages.foreign import bare
from kiosk.planning.dates import anchor_of_event
from kiosk.planning.papers import asked_for
from kiosk.planning.places import Places
from kiosk.referral.composing.steps import office_language
from kiosk.referral.web import contacts, papers
from kiosk.referral.web.dates import due
from kiosk.referral.web.told import Told, in_language, told
from kiosk.referral.web.words import page_words
from kiosk.wording import slip as words
from kiosk.wording.steps import cost

Written = dict[str, object]
WordsOf = Callable[[str], Messages]


def extract(catalogue: Catalogue, language: str, seen: Places, zone: ZoneInfo, words_of: WordsOf) -> Written:
    """Everything that a page in `language` needs to show any plan of this catalogue, as plain values for JSON.

    `seen` tells which places are near; the hours are those of the week of the catalogue's own day.
    """
    messages, day = words_of(language), catalogue.day
    services = [service for service in catalogue.services.values() if not service.discreet]
    bundles = [bundle for bundle in catalogue.bundles.values() if not bundle.sensitive]
    places = {place.id: place for service in services for place in contacts.places_of(catalogue, service, seen)}
    phones = {phone.id: phone for service in services for phone in _phones(catalogue, service, seen)}
    return {
        "language": language,
        "version": catalogue.version,
        "day": day.isoformat(),
        "words": page_words(messages, catalogue),
        "services": {str(s.number): _service(catalogue, s, seen, messages) for s in services},
        "bundles": {str(bundle.number): _bundle(catalogue, bundle, messages) for bundle in bundles},
        "papers": papers.written(catalogue, messages, words_of, _requirements(catalogue, services, bundles)),
        "phones": {key: contacts.phone_written(messages, phone, day, zone) for key, phone in phones.items()},
        "places": {key: contacts.place_written(messages, place, day, zone) for key, place in places.items()},
    }


def _service(catalogue: Catalogue, service: Service, seen: Places, messages: Messages) -> Written:
    language = messages.language
    office = office_language(service, language)
    places = contacts.places_of(catalogue, service, seen)
    return _without_nothing(
        {
            "name": told(service.name, language),
            "organization": told(catalogue.organizations[service.organization].name, language),
            "official": in_language(words.official_name(catalogue, service, office), office, language),
            "phones": [phone.id for phone in _phones(catalogue, service, seen)],
            "places": [place.id for place in places],
            "noPlace": "" if places else _instead_of_a_place(service),
            "website": contacts.website_written(messages, service),
            "cost": bare(cost(messages, service)),
            "wait": _told(service.processing_time, language),
            "papers": papers.asked(service.requirements),
            "say": _say(service.say, office, language),
            "safety": _told(together((service.notice, service.safety_note)), language),
            "due": due(messages, catalogue, None, service, None),
        }
    )


def _phones(catalogue: Catalogue, service: Service, seen: Places) -> Sequence[Phone]:
    """The numbers of the service, else those of its nearest place."""
    nearest = contacts.places_of(catalogue, service, seen)[:1]
    of_place = (phone for place in nearest for phone in place.phones)
    return contacts.phones_of(catalogue, service.phones) or contacts.phones_of(catalogue, of_place)


def _instead_of_a_place(service: Service) -> str:
    """The name of the wording that stands where a place would: it is kept secret, or must be asked for."""
    if hides_places(service):
        return "hidden"
    return "askAddress" if ChannelType.IN_PERSON in service.channels and service.locations else ""


def _bundle(catalogue: Catalogue, bundle: Bundle, messages: Messages) -> Written:
    event = anchor_of_event(bundle)
    steps = ((step, catalogue.services[step.service]) for step in bundle.steps if step.service is not None)
    return _without_nothing(
        {
            "name": told(bundle.name, messages.language),
            "event": _told(bundle.event_date if event else None, messages.language),
            "opening": _told(bundle.opening, messages.language),
            "steps": {
                str(step.number): _step(catalogue, step, service, event, messages)
                for step, service in steps
                if not service.discreet
            },
        }
    )


def _step(
    catalogue: Catalogue,
    step: Step,
    service: Service,
    event: AnchorId | None,
    messages: Messages,
) -> Written:
    written = _without_nothing(
        {
            "service": service.number,
            "title": told(step.title, messages.language),
            "note": _told(step.note, messages.language),
            "say": _say(step.say, office_language(service, messages.language), messages.language),
            "due": due(messages, catalogue, step, service, event),
        }
    )
    # No papers of its own leaves them to the service; an empty list says that it needs none.
    return written if step.papers is None else written | {"papers": papers.asked(asked_for(step, service))}


def _say(text: Text | None, office: str, language: str) -> list[Told] | None:
    """What to say, in the person's language and, where the office works in another, in that one too."""
    if text is None:
        return None
    own, twin = told(text, language), in_language(text.plain_to(office), office, language)
    return [own] if own == twin else [own, twin]


def _requirements(
    catalogue: Catalogue, services: Iterable[Service], bundles: Iterable[Bundle]
) -> Iterator[Requirement]:
    for service in services:
        yield from service.requirements
    for bundle in bundles:
        for step in bundle.steps:
            if step.service is not None and step.papers is not None:
                yield from asked_for(step, catalogue.services[step.service])


def _told(text: Text | None, language: str) -> object:
    return told(text, language) if text else None


def _without_nothing(written: Written) -> Written:
    return {name: value for name, value in written.items() if value not in (None, "", [], {})}
