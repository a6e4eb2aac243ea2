"""What a search shows of a situation or a service: one row each, and the alphabet of services."""

from dataclasses import dataclass

from kiosk.catalogue.model import Bundle, BundleId, Catalogue, Service, ServiceId
from kiosk.catalogue.search import Kind
from kiosk.catalogue.search.tokens import fold
from kiosk.languages import Messages
from kiosk.visit.single import situations
from kiosk.wording.topics import topic_of

NUMBERS = "0–9"
"""The letter under which names stand that begin with a number."""


@dataclass(frozen=True, slots=True)
class Result:
    """One row: a situation (`kind` is bundle) or a service."""

    kind: str
    target: str
    label: str
    detail: str
    symbol: str
    theme: str


def letters_of(catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """The first letters that services have in `language`, numbers last."""
    found = {_first_letter(service.name.plain_to(language)) for service in catalogue.services.values()}
    return tuple(sorted(found, key=lambda letter: (letter == NUMBERS, letter)))


def result_of(messages: Messages, catalogue: Catalogue, kind: Kind, target: str) -> Result:
    """The row of a situation or a service."""
    language = messages.language
    if kind is Kind.BUNDLE:
        bundle = catalogue.bundles[BundleId(target)]
        detail = messages.ngettext(
            "A plan of up to {count} step", "A plan of up to {count} steps", len(bundle.steps)
        ).format(count=len(bundle.steps))
        return Result(kind, target, bundle.name.to(language), detail, bundle.icon, bundle.theme)
    service = catalogue.services[ServiceId(target)]
    topic = topic_of(service)
    detail = _detail(messages, catalogue, service)
    return Result(kind, target, service.name.to(language), detail, topic.symbol, topic.theme)


def under(messages: Messages, catalogue: Catalogue, letter: str) -> tuple[Result, ...]:
    """The services whose names begin with `letter`, in the order of the alphabet."""
    names = {service.id: service.name.plain_to(messages.language) for service in catalogue.services.values()}
    there = sorted((s for s in names if _first_letter(names[s]) == letter), key=lambda s: fold(names[s]))
    return tuple(result_of(messages, catalogue, Kind.SERVICE, service) for service in there)


def _first_letter(name: str) -> str:
    first = next((letter for letter in fold(name) if letter.isalnum()), "0")
    return NUMBERS if first.isdigit() else first.upper()


def _detail(messages: Messages, catalogue: Catalogue, service: Service) -> str:
    """The one plan that the service is in, or else who gives it; that it has closed. No sensitive plan is named."""
    if service.notice and not service.channels:
        return service.notice.to(messages.language)
    plans = [bundle for bundle in situations(catalogue) if _holds(bundle, service)]
    if len(plans) == 1 and not plans[0].sensitive:
        return messages.gettext("In the plan “{plan}”").format(plan=plans[0].tile.to(messages.language))
    return catalogue.organizations[service.organization].name.to(messages.language)


def _holds(bundle: Bundle, service: Service) -> bool:
    return any(step.service == service.id for step in bundle.steps)
