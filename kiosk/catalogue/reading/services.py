"""Services, the papers they ask for and give, and their dates and prices, from their rows."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from kiosk.catalogue.condition_tree import read_tree
from kiosk.catalogue.conditions import ALWAYS, Condition
from kiosk.catalogue.model import (
    AnchorId,
    ChannelType,
    Confidence,
    CostOption,
    Dependency,
    DependencyKind,
    Document,
    DocumentId,
    Fitness,
    Form,
    GovernmentLevel,
    LocationId,
    OrganizationId,
    PhoneId,
    Requirement,
    Service,
    ServiceId,
    Timing,
    TimingKind,
)
from kiosk.catalogue.reading.places import SECRET_PLACES, Found
from kiosk.catalogue.reading.texts import Texts, grouped


def read_documents(connection: sqlite3.Connection, texts: Texts) -> Iterator[tuple[DocumentId, Document]]:
    """Every paper, in the order of the sources."""
    substitutes = grouped(
        connection.execute("SELECT document_id, substitute_id FROM document_substitute ORDER BY document_id, position")
    )
    for name, form, issuer in connection.execute("SELECT id, form, issuing_service_id FROM document ORDER BY position"):
        document = Document(
            id=DocumentId(name),
            name=texts.get("document", name, "name"),
            form=Form(form),
            issuing_service=ServiceId(issuer) if issuer else None,
            satisfied_by=substitutes(name),
            hint=texts.find("document", name, "hint"),
        )
        yield document.id, document


def read_services(
    connection: sqlite3.Connection,
    texts: Texts,
    found: Callable[[str, str], Found],
    phones_of: Callable[[tuple[str, str]], tuple[PhoneId, ...]],
) -> Iterator[tuple[ServiceId, Service]]:
    """Every service, by number."""
    conditions = read_conditions(connection, texts, "service", "eligibility")
    words = read_words(connection, "service")
    requirements = _requirements(connection)
    dependencies = _dependencies(connection)
    timings = _timings(connection, texts)
    costs = _costs(connection, texts)
    channels = grouped(
        (owner, ChannelType(kind))
        for owner, kind in connection.execute("SELECT service_id, type FROM channel ORDER BY service_id, position")
    )
    outputs = grouped(
        connection.execute("SELECT service_id, document_id FROM service_output ORDER BY service_id, position")
    )
    locations: Callable[[str], tuple[LocationId, ...]] = grouped(
        connection.execute(
            "SELECT service_id, location_id FROM service_at_location"
            f" WHERE location_id NOT IN ({SECRET_PLACES}) ORDER BY id"
        )
    )
    languages = grouped(connection.execute("SELECT service_id, code FROM language WHERE service_id <> '' ORDER BY id"))
    terms = grouped(
        connection.execute(
            "SELECT link_id, taxonomy_term_id FROM attribute JOIN taxonomy_term ON taxonomy_term.id = taxonomy_term_id"
            " WHERE link_entity = 'service' AND taxonomy_id <> 'guichet-bundles' ORDER BY attribute.id"
        )
    )
    for name, organization, number, level, fitness, automatic, discreet, mail, area in connection.execute(
        "SELECT service.id, organization_id, number, service_detail.government_level, fitness, automatic, discreet,"
        " iif(confidential_address, '', mail_address), area FROM service JOIN service_detail ON service_id = service.id"
        " JOIN organization_detail USING (organization_id) ORDER BY number"
    ):
        service = Service(
            id=ServiceId(name),
            number=number,
            name=texts.get("service", name, "name"),
            organization=OrganizationId(organization),
            government_level=GovernmentLevel(level),
            gives=texts.get("service", name, "gives"),
            channels=channels(name),
            fitness=Fitness(fitness),
            source=found("service", name)[0],
            eligibility=conditions.get(name, ALWAYS),
            requirements=requirements(name),
            produces=outputs(name),
            depends_on=dependencies(name),
            deadlines=timings(name),
            costs=costs(name),
            amounts=texts.numbered("service", name, "amount"),
            phones=phones_of(("service", name)),
            url=texts.find("service", name, "url"),
            mail_address=mail,
            locations=locations(name),
            processing_time=texts.find("service", name, "processing_time"),
            languages=languages(name),
            service_area=area,
            taxonomy_terms=terms(name),
            automatic=bool(automatic),
            discreet=bool(discreet),
            say=texts.find("service", name, "say"),
            safety_note=texts.find("service", name, "safety_note"),
            words=words.get(name, {}),
            to_verify=texts.numbered("service", name, "doubt"),
        )
        yield service.id, service


def read_conditions(connection: sqlite3.Connection, texts: Texts, entity: str, field: str) -> Mapping[str, Condition]:
    """The conditions of one table, by row; equal ones are one value."""
    shared: dict[str, Condition] = {}
    conditions: dict[str, Condition] = {}
    for owner, tree in connection.execute("SELECT entity_id, tree FROM condition WHERE entity = ?", [entity]):
        notes = texts.notes(entity, owner, field, tree)
        if notes:
            conditions[owner] = read_tree(tree, notes)
            continue
        if tree not in shared:
            shared[tree] = read_tree(tree, notes)
        conditions[owner] = shared[tree]
    return conditions


def read_words(connection: sqlite3.Connection, entity: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The everyday words of one table, by row and language."""
    found: dict[str, dict[str, list[str]]] = {}
    for owner, language, word in connection.execute(
        "SELECT entity_id, language, word FROM word WHERE entity = ? ORDER BY entity_id, language, position", [entity]
    ):
        found.setdefault(owner, {}).setdefault(language, []).append(word)
    return {
        owner: {language: tuple(words) for language, words in languages.items()} for owner, languages in found.items()
    }


def _requirements(connection: sqlite3.Connection) -> Callable[[str], tuple[Requirement, ...]]:
    options = grouped(
        ((service, requirement, bool(certain)), DocumentId(document))
        for service, requirement, certain, document in connection.execute(
            "SELECT service_id, requirement, certain, document_id FROM requirement"
            " ORDER BY service_id, requirement, position"
        )
    )
    keys = connection.execute("SELECT DISTINCT service_id, requirement, certain FROM requirement ORDER BY 1, 2")
    return grouped(
        (service, Requirement(options((service, requirement, bool(certain))), bool(certain)))
        for service, requirement, certain in keys
    )


def _dependencies(connection: sqlite3.Connection) -> Callable[[str], tuple[Dependency, ...]]:
    return grouped(
        (service, Dependency(ServiceId(needed), DependencyKind(kind), DocumentId(document) if document else None))
        for service, needed, document, kind in connection.execute(
            "SELECT service_id, needed_service_id, document_id, kind FROM service_dependency"
            " ORDER BY service_id, position"
        )
    )


def _timings(connection: sqlite3.Connection, texts: Texts) -> Callable[[str], tuple[Timing, ...]]:
    return grouped(
        (service, Timing(TimingKind(kind), AnchorId(anchor), offset, texts.find("service_timing", row, "text")))
        for row, service, kind, anchor, offset in connection.execute(
            'SELECT id, service_id, kind, anchor_id, "offset" FROM service_timing ORDER BY service_id, position'
        )
    )


def _costs(connection: sqlite3.Connection, texts: Texts) -> Callable[[str], tuple[CostOption, ...]]:
    return grouped(
        (
            service,
            CostOption(
                option=texts.get("cost_option", row, "option"),
                amount=None if amount is None else Decimal(f"{amount:.2f}"),
                currency=currency,
                as_of=as_of,
                confidence=Confidence(confidence),
            ),
        )
        for row, service, amount, currency, as_of, confidence in connection.execute(
            "SELECT id, service_id, amount, currency, as_of, confidence FROM cost_option"
            " JOIN provenance ON entity = 'cost_option' AND entity_id = id AND field = '' ORDER BY id"
        )
    )
