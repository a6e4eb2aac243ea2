"""Rows of services, of what they ask for and give, and of the terms that classify them."""

from kiosk.catalogue import said
from kiosk.catalogue.areas import AREAS
from kiosk.catalogue.compiling.places import add_french_page, add_languages, add_phones
from kiosk.catalogue.compiling.tables import Tables
from kiosk.catalogue.condition_tree import notes_of, written_tree
from kiosk.catalogue.conditions import ALWAYS, Condition, FactId, comparisons
from kiosk.catalogue.eligibility import Asked, ages, in_words
from kiosk.catalogue.model import Fitness, Form
from kiosk.catalogue.sources import Sources
from kiosk.catalogue.sources.conditions import condition_of
from kiosk.catalogue.sources.shapes import CostShape, FactShape, ServiceShape
from kiosk.catalogue.text import sentences

_TAXONOMIES = {
    "open-eligibility": ("Open Eligibility", "A public taxonomy of human services, under CC BY-SA"),
    "local": ("Guichet", "Terms of this catalogue where Open Eligibility has none"),
    "guichet-bundles": ("Guichet bundles", "Every life event and clientele of this catalogue, as a term"),
}


def add_terms(tables: Tables, sources: Sources) -> None:
    """Add the taxonomies, their terms, and every bundle as one more term."""
    for taxonomy, (name, description) in _TAXONOMIES.items():
        tables.add("taxonomy", id=taxonomy, name=name, description=description)
    for entry in sources.terms:
        term = entry.value
        _add_term(tables, term.id, term.scheme, term.id, term.name, term.parent)
    for bundle in sources.bundles:
        _add_term(tables, f"bundle/{bundle.value.id}", "guichet-bundles", bundle.value.id, bundle.value.name, None)


def add_documents(tables: Tables, sources: Sources) -> None:
    """Add the papers and what can stand in for them."""
    for position, entry in enumerate(sources.documents):
        shape = entry.value
        form = shape.form or Form.ORIGINAL
        tables.add(
            "document", id=shape.id, position=position, form=form.value, issuing_service_id=shape.issuing_service
        )
        tables.listed("document_substitute", {"document_id": shape.id}, "substitute_id", shape.satisfied_by)
        tables.say("document", shape.id, "name", shape.name)
        tables.say("document", shape.id, "hint", shape.hint)


def add_services(tables: Tables, sources: Sources) -> None:
    """Add every service and all that hangs on it."""
    facts = {entry.value.fact: entry.value for entry in sources.facts}
    asked = {FactId(name): _asked(fact) for name, fact in facts.items()}
    documents = {entry.value.id: entry.value.name.get("en", "") for entry in sources.documents}
    for entry in sources.services:
        shape = entry.value
        eligibility = condition_of(shape.eligibility, facts)
        _add_hsds_service(tables, shape, in_words(eligibility, asked, "en"), ages(eligibility))
        _add_detail(tables, shape)
        _add_texts(tables, shape)
        add_condition(tables, "service", shape.id, "eligibility", eligibility)
        _add_requirements(tables, shape, documents)
        _add_timings(tables, shape)
        _add_costs(tables, shape)
        _add_lists(tables, shape, sources)


def add_condition(tables: Tables, entity: str, entity_id: str, field: str, condition: Condition) -> None:
    """Add a condition with its facts and notes, unless it always holds."""
    if condition == ALWAYS:
        return
    tables.add("condition", entity=entity, entity_id=entity_id, tree=written_tree(condition))
    for fact in sorted({comparison.fact for comparison in comparisons(condition)}):
        tables.add("condition_fact", entity=entity, entity_id=entity_id, fact_id=fact)
    for number, note in notes_of(condition).items():
        tables.say(entity, entity_id, f"{field}.note.{number}", note.wordings)


def _add_term(tables: Tables, term: str, taxonomy: str, code: str, name: dict[str, str], parent: str | None) -> None:
    english = name.get("en", "")
    tables.add(
        "taxonomy_term",
        id=term,
        code=code,
        name=english,
        description=english,
        parent_id=parent,
        taxonomy=_TAXONOMIES[taxonomy][0],
        language="en",
        taxonomy_id=taxonomy,
    )
    tables.say("taxonomy_term", term, "name", name)


def _add_hsds_service(
    tables: Tables, shape: ServiceShape, eligibility: str, limits: tuple[int | None, int | None]
) -> None:
    gives = [shape.gives.get("en", ""), *(amount.get("en", "") for amount in shape.amounts)]
    as_of = str(shape.source.as_of)
    tables.add(
        "service",
        id=shape.id,
        organization_id=shape.organization,
        name=shape.name.get("en", ""),
        description=sentences(gives),
        url=(shape.url or {}).get("en"),
        status=shape.status,
        application_process=", ".join(channel.value.replace("_", " ") for channel in shape.channels),
        fees_description="; ".join(_price(cost) for cost in shape.cost_options) or None,
        wait_time=(shape.processing_time or {}).get("en"),
        eligibility_description=eligibility or None,
        minimum_age=limits[0],
        maximum_age=limits[1],
        assured_date=as_of if len(as_of) == len("2026-11-25") else None,
        alert=(shape.safety_note or {}).get("en"),
    )
    area = AREAS.get(shape.service_area)
    tables.add("service_area", id=shape.id, service_id=shape.id, name=area.to("en") if area else shape.service_area)
    tables.say("service_area", shape.id, "name", area.wordings if area else None)


def _asked(fact: FactShape) -> Asked:
    labels = {choice.value: choice.label.get("en", choice.value) for choice in fact.choices}
    return Asked(fact.question.get("en", fact.fact), labels)


def _price(cost: CostShape) -> str:
    price = said.PRICE_UNKNOWN if cost.amount is None else said.PRICE
    return price.to("en").format(
        option=cost.option.get("en", ""), amount=f"{cost.amount or 0:.2f}", currency=cost.currency
    )


def _add_detail(tables: Tables, shape: ServiceShape) -> None:
    tables.add(
        "service_detail",
        service_id=shape.id,
        number=shape.number,
        government_level=shape.government_level.value,
        fitness=(shape.fitness or Fitness.MEDIATED).value,
        automatic=shape.automatic,
        discreet=shape.discreet,
        mail_address=shape.mail_address,
        area=shape.service_area,
    )


def _add_texts(tables: Tables, shape: ServiceShape) -> None:
    tables.say("service", shape.id, "name", shape.name, shape.name_fr_status)
    for field in ("gives", "url", "processing_time", "say", "safety_note"):
        tables.say("service", shape.id, field, getattr(shape, field))
    for position, amount in enumerate(shape.amounts):
        tables.say("service", shape.id, f"amount.{position}", amount)
    tables.doubts("service", shape.id, shape.to_verify)
    tables.words("service", shape.id, shape.words)
    tables.found("service", shape.id, shape.source, verified=shape.source.url_seen)


def _add_requirements(tables: Tables, shape: ServiceShape, documents: dict[str, str]) -> None:
    for number, requirement in enumerate(shape.required_documents):
        options = [requirement.document] if requirement.document else requirement.one_of
        for position, document in enumerate(options):
            row = f"{shape.id}/{number:02}/{document}"
            tables.add("required_document", id=row, service_id=shape.id, document=documents[document])
            tables.add(
                "requirement",
                required_document_id=row,
                service_id=shape.id,
                requirement=number,
                position=position,
                document_id=document,
                certain=requirement.need == "must",
            )


def _add_timings(tables: Tables, shape: ServiceShape) -> None:
    for position, timing in enumerate(shape.deadlines):
        row = f"{shape.id}/{position:02}"
        tables.add(
            "service_timing",
            id=row,
            service_id=shape.id,
            position=position,
            kind=timing.kind.value,
            anchor_id=timing.anchor,
            offset=timing.offset,
        )
        tables.say("service_timing", row, "text", timing.text)


def _add_costs(tables: Tables, shape: ServiceShape) -> None:
    for position, cost in enumerate(shape.cost_options):
        row = f"{shape.id}/{position:02}"
        tables.add(
            "cost_option",
            id=row,
            service_id=shape.id,
            option=cost.option.get("en"),
            currency=cost.currency,
            amount=cost.amount,
        )
        tables.say("cost_option", row, "option", cost.option)
        tables.provenance("cost_option", row, as_of=cost.as_of, confidence=cost.confidence)


def _add_lists(tables: Tables, shape: ServiceShape, sources: Sources) -> None:
    owner = {"service_id": shape.id}
    tables.listed("channel", owner, "type", [channel.value for channel in shape.channels])
    tables.listed("service_output", owner, "document_id", shape.produces)
    for position, dependency in enumerate(shape.depends_on):
        tables.add(
            "service_dependency",
            service_id=shape.id,
            position=position,
            needed_service_id=dependency.service,
            document_id=dependency.document,
            kind=dependency.kind.value,
        )
    for position, location in enumerate(sources.locations_of(shape)):
        tables.add("service_at_location", id=f"{shape.id}/{position:02}", service_id=shape.id, location_id=location)
    for term in shape.taxonomy_terms:
        add_attribute(tables, shape.id, term)
    add_french_page(tables, "service", shape.id, shape.url)
    add_phones(tables, sources, "service", shape.id, shape.phones)
    add_languages(tables, "service", shape.id, shape.languages)


def add_attribute(tables: Tables, service: str, term: str) -> None:
    """Say in HSDS that `term` describes `service`."""
    tables.add(
        "attribute",
        id=f"service/{service}/{term}",
        link_id=service,
        taxonomy_term_id=term,
        link_type="taxonomy",
        link_entity="service",
    )
