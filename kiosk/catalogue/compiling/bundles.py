"""Rows of facts, anchors, bundles with their steps and partners, and the doors of the first screen."""

import json

from kiosk.catalogue.compiling.services import add_attribute, add_condition
from kiosk.catalogue.compiling.tables import Tables
from kiosk.catalogue.model import BundleState
from kiosk.catalogue.sources import Sources
from kiosk.catalogue.sources.conditions import condition_of
from kiosk.catalogue.sources.shapes import BundleShape, FactShape, StepShape


def add_facts(tables: Tables, sources: Sources) -> None:
    """Add what may be asked, and the answers to touch."""
    for position, entry in enumerate(sources.facts):
        fact = entry.value
        default = fact.default
        tables.add(
            "fact",
            id=fact.fact,
            position=position,
            type=fact.type.value,
            sensitive=fact.sensitive,
            default_answer=None if default is None else json.dumps(default, ensure_ascii=False),
            derived_from=fact.derived_from,
            minimum=fact.minimum,
            maximum=fact.maximum,
        )
        for field in ("question", "why", "help"):
            tables.say("fact", fact.fact, field, getattr(fact, field))
        for answer, wordings in fact.said.items():
            tables.say("fact", fact.fact, f"said.{answer}", wordings)
        for number, choice in enumerate(fact.choices):
            tables.add(
                "fact_choice",
                fact_id=fact.fact,
                position=number,
                value=choice.value,
                minimum=choice.min,
                maximum=choice.max,
            )
            tables.say("fact", fact.fact, f"choice.{choice.value}", choice.label)


def add_anchors(tables: Tables, sources: Sources) -> None:
    """Add what dates are counted from."""
    for position, entry in enumerate(sources.anchors):
        tables.add("anchor", id=entry.value.id, position=position)
        tables.say("anchor", entry.value.id, "label", entry.value.label)


def add_bundles(tables: Tables, sources: Sources) -> None:
    """Add every bundle, its steps, and as partners the organizations of its services."""
    facts = {entry.value.fact: entry.value for entry in sources.facts}
    organizations = {entry.value.id: entry.value.organization for entry in sources.services}
    for entry in sources.bundles:
        bundle = entry.value
        _add_bundle(tables, bundle)
        for position, step in enumerate(bundle.steps):
            _add_step(tables, bundle.id, position, step, facts)
        services = list(dict.fromkeys(step.service for step in bundle.steps if step.service))
        for service in services:
            add_attribute(tables, service, f"bundle/{bundle.id}")
        partners = dict.fromkeys(organizations[service] for service in services)
        tables.listed("partner", {"bundle_id": bundle.id}, "organization_id", partners, role="provider")


def add_doors(tables: Tables, sources: Sources) -> None:
    """Add the ways in from the first screen."""
    for position, entry in enumerate(sources.doors):
        door = entry.value
        tables.add("door", id=door.id, position=position, kind=door.kind, icon=door.icon, theme=door.theme)
        tables.say("door", door.id, "label", door.label)
        tables.listed("door_bundle", {"door_id": door.id}, "bundle_id", door.bundles)
        tables.listed("door_service", {"door_id": door.id}, "service_id", door.services)


def _add_bundle(tables: Tables, bundle: BundleShape) -> None:
    theme = bundle.theme or "all"
    tables.add(
        "bundle",
        id=bundle.id,
        number=bundle.number,
        taxonomy_term_id=f"bundle/{bundle.id}",
        kind=bundle.type,
        theme=theme,
        icon=bundle.icon or "",
        state=(bundle.state or BundleState.DRAFT).value,
        steward=bundle.steward,
        review_date=bundle.review_date.isoformat() if bundle.review_date else None,
        sensitive=bundle.sensitive,
    )
    if bundle.type == "life_event":
        tables.add("life_event", bundle_id=bundle.id, type="business" if theme == "business" else "life")
    tables.listed("clientele", {"bundle_id": bundle.id}, "name", bundle.clientele)
    for role, facts in (
        ("ask", bundle.questions),
        ("optional", bundle.optional_questions),
        ("assume", bundle.assumed_facts),
    ):
        tables.listed("bundle_question", {"bundle_id": bundle.id}, "fact_id", facts, role=role)
    for field in ("name", "tile", "event_date", "safety", "opening"):
        tables.say("bundle", bundle.id, field, getattr(bundle, field))
    tables.words("bundle", bundle.id, bundle.words)
    tables.provenance("bundle", bundle.id, confidence=bundle.confidence)
    _add_agreement(tables, bundle)


def _add_agreement(tables: Tables, bundle: BundleShape) -> None:
    agreement = bundle.agreement
    if agreement is None:
        return
    tables.add(
        "agreement",
        bundle_id=bundle.id,
        starts=agreement.starts.isoformat(),
        ends=agreement.ends.isoformat() if agreement.ends else None,
        renewal=agreement.renewal,
    )
    tables.say("agreement", bundle.id, "purpose", agreement.purpose)
    tables.listed("agreement_party", {"bundle_id": bundle.id}, "organization_id", agreement.parties)


def _add_step(tables: Tables, bundle: str, position: int, step: StepShape, facts: dict[str, FactShape]) -> None:
    timing = step.timing
    tables.add(
        "step",
        bundle_id=bundle,
        id=step.id,
        position=position,
        number=step.number,
        service_id=step.service,
        level=step.level.value,
        shown_in=step.list.value if step.list else None,
        own_papers=step.papers is not None,
        timing_kind=timing.kind.value if timing else None,
        timing_anchor_id=timing.anchor if timing else None,
        timing_offset=timing.offset if timing else None,
    )
    owner = {"bundle_id": bundle, "step_id": step.id}
    tables.listed("step_dependency", owner, "after_step_id", step.after)
    tables.listed("step_paper", owner, "document_id", step.papers or [])
    row = f"{bundle}/{step.id}"
    tables.say("step", row, "title", step.title)
    tables.say("step", row, "note", step.note)
    tables.say("step", row, "say", step.say)
    tables.say("step", row, "timing", timing.text if timing else None)
    add_condition(tables, "step", row, "when", condition_of(step.when, facts))
