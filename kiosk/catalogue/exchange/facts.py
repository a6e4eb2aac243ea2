"""What the catalogue knows and HSDS has no column for, as attributes: a plain reader shows their labels and values."""

from collections import Counter
from collections.abc import Iterator

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.exchange.rows import Held, Row, Rows
from kiosk.catalogue.exchange.terms import FACTS, TERMS
from kiosk.catalogue.hours import HoursError, Kind, Schedule, Span, to_opening_hours
from kiosk.catalogue.model import (
    Bundle,
    Catalogue,
    Document,
    Location,
    LocationId,
    Organization,
    OrganizationId,
    Requirement,
    Service,
    ServiceId,
    Source,
)
from kiosk.catalogue.schedule_rows import rule_rows

Fact = tuple[str, str, str, str]
"""A table, the id of its row, the code of a term, and the value."""


def fact_rows(held: Held, rows: Rows, language: str) -> Iterator[Row]:
    """An `attribute` for every fact of the records in `rows`, with the ids of the sources; words are in `language`."""
    here = {table: {str(row["id"]) for row in found} for table, found in rows.items()}
    counted: Counter[str] = Counter()
    for table, own, code, value in _facts(held, rows, language):
        if own not in here[table] or not value:
            continue
        name = f"{FACTS}/{table}/{own}/{code}"
        yield {
            "id": f"{name}/{counted[name]:02}",
            "link_id": own,
            "taxonomy_term_id": f"{FACTS}/{code}",
            "link_type": "fact",
            "link_entity": table,
            "value": value,
            "label": TERMS[code][0].to(language),
        }
        counted[name] += 1


def _facts(held: Held, rows: Rows, language: str) -> Iterator[Fact]:
    catalogue = held.catalogue
    for organization in catalogue.organizations.values():
        yield from _of_organization(organization)
    for location in catalogue.locations.values():
        yield from _of_location(location, language)
    for service in catalogue.services.values():
        yield from _of_service(catalogue, service, language)
        yield from _of_papers(catalogue, service, language)
    for bundle in catalogue.bundles.values():
        yield from _of_bundle(bundle, language)
    for row in rows["service_at_location"]:
        yield from _of_delivery(catalogue, row)
    for row in rows["phone"]:
        schedule = catalogue.phones[held.lines[str(row["id"])]].schedule
        yield from _of_hours("phone", str(row["id"]), schedule, language)


def _of_organization(organization: Organization) -> Iterator[Fact]:
    yield "organization", organization.id, "source-id", organization.id
    yield "organization", organization.id, "order-of-government", organization.government_level.value


def _of_location(location: Location, language: str) -> Iterator[Fact]:
    def fact(code: str, value: str) -> Fact:
        return "location", location.id, code, value

    yield fact("source-id", location.id)
    yield fact("address-checked", _claim(location.verified))
    yield fact("coordinates-within-m", str(location.precision_m or ""))
    yield from _of_source("location", location.id, location.source)
    yield from (
        hours for hours in _of_hours("location", location.id, location.schedule, language) if hours[2] != "hours"
    )


def _of_service(catalogue: Catalogue, service: Service, language: str) -> Iterator[Fact]:
    def fact(code: str, value: str) -> Fact:
        return "service", service.id, code, value

    yield fact("source-id", service.id)
    yield fact("number", str(service.number))
    yield fact("order-of-government", service.government_level.value)
    yield fact("fitness", service.fitness.value)
    yield fact("automatic", _claim(True) if service.automatic else "")
    yield fact("discreet", _claim(True) if service.discreet else "")
    yield fact("what-to-say", service.say.plain_to(language) if service.say else "")
    yield fact("mail-address", "" if hides_places(service) else service.mail_address)
    for channel in service.channels:
        yield fact("channel", channel.value)
    for timing in service.deadlines:
        yield fact("deadline", timing.text.plain_to(language) if timing.text else "")
        yield fact("deadline-rule", " ".join(filter(None, (timing.kind.value, timing.anchor, timing.offset))))
    for document in service.produces:
        yield fact("paper-given", catalogue.documents[document].name.plain_to(language))
    for needed in service.depends_on:
        yield fact("leans-on", f"{needed.kind.value} {needed.service}")
    yield from _of_source("service", service.id, service.source)
    for position, cost in enumerate(service.costs):
        yield "cost_option", f"{service.id}/{position:02}", "source-as-of", cost.as_of
        yield "cost_option", f"{service.id}/{position:02}", "confidence", cost.confidence.value


def _of_papers(catalogue: Catalogue, service: Service, language: str) -> Iterator[Fact]:
    for number, requirement in enumerate(service.requirements):
        for name in requirement.documents:
            row = f"{service.id}/{number:02}/{name}"
            yield from _of_paper(row, catalogue.documents[name], number, requirement, language)


def _of_paper(row: str, paper: Document, number: int, requirement: Requirement, language: str) -> Iterator[Fact]:
    need = "must" if requirement.certain else "if_applicable"
    yield "required_document", row, "source-id", paper.id
    yield "required_document", row, "requirement", f"{number + 1} {need}"
    yield "required_document", row, "paper-form", paper.form.value
    yield "required_document", row, "paper-hint", paper.hint.plain_to(language) if paper.hint else ""


def _of_bundle(bundle: Bundle, language: str) -> Iterator[Fact]:
    term = f"bundle/{bundle.id}"
    yield "taxonomy_term", term, "source-id", bundle.id
    yield "taxonomy_term", term, "number", str(bundle.number)
    yield "taxonomy_term", term, "bundle-kind", bundle.kind
    for place, step in enumerate(bundle.steps, 1):
        yield "taxonomy_term", term, "step", f"{place}. {step.title.plain_to(language)}"
        yield "taxonomy_term", term, "step-service", f"{place}. {step.service}" if step.service else ""


def _of_delivery(catalogue: Catalogue, row: Row) -> Iterator[Fact]:
    service, place = ServiceId(str(row["service_id"])), LocationId(str(row["location_id"]))
    delivery = catalogue.delivery(service, place)
    lead: OrganizationId | str = delivery.lead or ""
    yield "service_at_location", str(row["id"]), "delivery", f"{delivery.structure.value} {lead}".strip()
    yield "service_at_location", str(row["id"]), "delivery-checked", _claim(delivery.verified)


def _of_source(table: str, own: str, source: Source) -> Iterator[Fact]:
    yield table, own, "source-basis", source.basis
    yield table, own, "source-url", source.url
    yield table, own, "source-as-of", source.as_of
    yield table, own, "confidence", source.confidence.value


def _of_hours(table: str, own: str, schedule: Schedule, language: str) -> Iterator[Fact]:
    yield table, own, "hours", _hours(schedule)
    if schedule.observes.value != "none":
        yield table, own, "holidays-kept", " ".join((schedule.observes.value, *map(_span, schedule.holiday_spans)))
    for day in schedule.special_days:
        span = _span(day.span) if day.span else "off"
        yield table, own, "special-day", f"{day.date} {span} {day.reason.plain_to(language)}".strip()


def _hours(schedule: Schedule) -> str:
    """In the short notation; rules that it cannot hold are written out, one after the other."""
    match schedule.kind:
        case Kind.UNKNOWN:
            return ""
        case Kind.ALWAYS:
            return "24/7"
        case Kind.BY_APPOINTMENT:
            return "by appointment"
        case Kind.TIMETABLE:
            zone = f" ({schedule.zone})" if schedule.zone else ""
            try:
                return to_opening_hours(schedule.rules) + zone
            except HoursError:
                rules = ({name: value for name, value in row.items() if value} for row in rule_rows(schedule))
                return "; ".join(" ".join(f"{name}={value}" for name, value in rule.items()) for rule in rules) + zone


def _span(span: Span) -> str:
    return f"{span.opens:%H:%M}-{span.closes:%H:%M}"


def _claim(claim: bool) -> str:
    return "true" if claim else "false"
