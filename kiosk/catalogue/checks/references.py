"""Names that lead nowhere, names or numbers given twice, and secret places: what keeps a catalogue from being built."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kiosk.catalogue.faults import Fault
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.conditions import findings
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.shapes import BundleShape, ConditionShape, FactShape, ServiceShape, TimingShape
from kiosk.languages.sentences import Sentence, sentence

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_HOMES = {
    "organizations": "organizations.yaml",
    "locations": "locations.yaml",
    "phones": "phones.yaml",
    "taxonomy_terms": "taxonomy.yaml",
    "anchors": "anchors.yaml",
    "documents": "documents.yaml",
    "facts": "facts.yaml",
    "services": "services/",
    "bundles": "bundles/",
}
_NONE = {
    "organizations": sentence("no organization"),
    "locations": sentence("no location"),
    "phones": sentence("no phone"),
    "taxonomy_terms": sentence("no term"),
    "anchors": sentence("no anchor"),
    "documents": sentence("no document"),
    "facts": sentence("no fact"),
    "services": sentence("no service"),
    "bundles": sentence("no bundle"),
}
_SERVICE, _BUNDLE = sentence("service"), sentence("bundle")
_STATUSES = frozenset({"active", "inactive", "defunct", "temporarily closed"})


def reference_faults(sources: Sources) -> Iterator[Fault]:
    """Everything that refers to what is not there or must not be told, and every id or number used twice."""
    yield from _repeated_ids(sources)
    edition = sources.edition.value if sources.edition else None
    yield from _repeated_numbers(sources.services, _SERVICE, edition.retired_services if edition else [])
    yield from _repeated_numbers(sources.bundles, _BUNDLE, edition.retired_bundles if edition else [])
    yield from _organizations_and_places(sources)
    yield from _documents_and_terms(sources)
    for service in sources.services:
        yield from _of_service(sources, service)
    facts = {entry.value.fact: entry.value for entry in sources.facts}
    for entry in sources.services:
        yield from _of_condition(sources, facts, entry, entry.value.eligibility, "eligibility")
    for bundle in sources.bundles:
        yield from _of_bundle(sources, bundle)
        for index, step in enumerate(bundle.value.steps):
            yield from _of_condition(sources, facts, bundle, step.when, "steps", index, "when")
    for door in sources.doors:
        yield from _unknown(sources, door, "bundles", door.value.bundles, "bundles")
        yield from _unknown(sources, door, "services", door.value.services, "services")


def _repeated_ids(sources: Sources) -> Iterator[Fault]:
    kinds: Sequence[tuple[Sentence, Sequence[Entry[Any]]]] = (
        (sentence("organization"), sources.organizations),
        (sentence("location"), sources.locations),
        (sentence("phone"), sources.phones),
        (sentence("term"), sources.terms),
        (sentence("anchor"), sources.anchors),
        (sentence("document"), sources.documents),
        (sentence("fact"), sources.facts),
        (_SERVICE, sources.services),
        (_BUNDLE, sources.bundles),
        (sentence("door"), sources.doors),
    )
    for kind, entries in kinds:
        seen: dict[str, Entry[Any]] = {}
        for entry in entries:
            name = entry.value.fact if isinstance(entry.value, FactShape) else entry.value.id
            if not _ID.fullmatch(name):
                message = sentence("`{name}` cannot be an id: use small letters, digits, - and _ only", name=name)
                yield entry.fault(message)
            if name in seen:
                message = sentence(
                    "there is another {kind} `{name}` at {place}: rename one of them",
                    kind=kind,
                    name=name,
                    place=seen[name].at(),
                )
                yield entry.fault(message)
            seen.setdefault(name, entry)


def _repeated_numbers(
    entries: Iterable[Entry[ServiceShape]] | Iterable[Entry[BundleShape]], kind: Sentence, retired: list[int]
) -> Iterator[Fault]:
    seen: dict[int, Entry[Any]] = {}
    for entry in entries:
        number = entry.value.number
        if number < 1:
            message = sentence("a {kind} number begins at 1, not {number}", kind=kind, number=number)
            yield entry.fault(message, "number")
        if number in retired:
            message = sentence(
                "number {number} is that of a {kind} now retired, and old slips carry it: take a free one",
                number=number,
                kind=kind,
            )
            yield entry.fault(message, "number")
        if number in seen:
            other = seen[number]
            message = sentence(
                "number {number} is already that of {kind} `{name}` at {place}: "
                "give the newer one the next free number, and never reuse an old one",
                number=number,
                kind=kind,
                name=other.value.id,
                place=other.at("number"),
            )
            yield entry.fault(message, "number")
        seen.setdefault(number, entry)


def _organizations_and_places(sources: Sources) -> Iterator[Fault]:
    for organization in sources.organizations:
        parent = organization.value.parent_organization
        yield from _unknown(sources, organization, "organizations", [parent], "parent_organization")
        yield from _unknown(sources, organization, "phones", organization.value.phones, "phones")
    secret = {entry.value.id for entry in sources.organizations if entry.value.confidential_address}
    for location in sources.locations:
        if location.value.organization in secret:
            owner = location.value.organization
            message = sentence(
                "`{owner}` keeps its address secret: take this place out of the sources altogether", owner=owner
            )
            yield location.fault(message, "organization")
        yield from _unknown(sources, location, "organizations", [location.value.organization], "organization")
        yield from _unknown(sources, location, "phones", location.value.phones, "phones")
    for delivery in sources.deliveries:
        for field in ("organization", "host", "lead"):
            yield from _unknown(sources, delivery, "organizations", [getattr(delivery.value, field)], field)
    if groups := sources.location_groups:
        for name, members in groups.value.items():
            yield from _unknown(sources, groups, "locations", members, name)


def _documents_and_terms(sources: Sources) -> Iterator[Fault]:
    for document in sources.documents:
        yield from _unknown(sources, document, "services", [document.value.issuing_service], "issuing_service")
        yield from _unknown(sources, document, "documents", document.value.satisfied_by, "satisfied_by")
    for term in sources.terms:
        yield from _unknown(sources, term, "taxonomy_terms", [term.value.parent], "parent")


def _of_service(sources: Sources, entry: Entry[ServiceShape]) -> Iterator[Fault]:
    service = entry.value
    if service.status not in _STATUSES:
        known = ", ".join(sorted(_STATUSES))
        yield entry.fault(
            sentence("`{status}` is no status: use one of {all}", status=service.status, all=known), "status"
        )
    yield from _unknown(sources, entry, "organizations", [service.organization], "organization")
    yield from _unknown(sources, entry, "phones", service.phones, "phones")
    yield from _unknown(sources, entry, "taxonomy_terms", service.taxonomy_terms, "taxonomy_terms")
    yield from _unknown(sources, entry, "documents", service.produces, "produces")
    yield from _locations(sources, entry)
    for index, requirement in enumerate(service.required_documents):
        path: tuple[Step, ...] = ("required_documents", index)
        if bool(requirement.document) == bool(requirement.one_of):
            yield entry.fault(sentence("a required document is either `document:` or `one_of:`"), *path)
        yield from _unknown(sources, entry, "documents", [requirement.document], *path, "document")
        yield from _unknown(sources, entry, "documents", requirement.one_of, *path, "one_of")
    for index, dependency in enumerate(service.depends_on):
        yield from _unknown(sources, entry, "services", [dependency.service], "depends_on", index, "service")
        yield from _unknown(sources, entry, "documents", [dependency.document], "depends_on", index, "document")
    for index, timing in enumerate(service.deadlines):
        yield from _anchor(sources, entry, timing, "deadlines", index)


def _locations(sources: Sources, entry: Entry[ServiceShape]) -> Iterator[Fault]:
    groups = sources.location_groups.value if sources.location_groups else {}
    for index, name in enumerate(entry.value.locations):
        if not name.startswith("group:"):
            yield from _unknown(sources, entry, "locations", [name], "locations", index)
        elif name.removeprefix("group:") not in groups:
            message = sentence(
                "there is no group of places `{name}`: "
                "add it to location_groups in locations.yaml, or correct the name",
                name=name.removeprefix("group:"),
            )
            yield entry.fault(message, "locations", index)


def _of_bundle(sources: Sources, entry: Entry[BundleShape]) -> Iterator[Fault]:
    bundle = entry.value
    for field in ("questions", "optional_questions", "assumed_facts"):
        yield from _unknown(sources, entry, "facts", getattr(bundle, field), field)
    if bundle.agreement:
        yield from _unknown(sources, entry, "organizations", bundle.agreement.parties, "agreement", "parties")
    ids: dict[str, int] = {}
    numbers: dict[int, int] = {}
    for index, step in enumerate(bundle.steps):
        if step.id in ids:
            message = sentence(
                "there is another step `{step}` at {place}: rename one of them",
                step=step.id,
                place=entry.at("steps", ids[step.id]),
            )
            yield entry.fault(message, "steps", index, "id")
        if step.number in numbers or step.number < 1:
            message = sentence(
                "step number {number} is already used in this bundle: give the newer step the next free one",
                number=step.number,
            )
            yield entry.fault(message, "steps", index, "number")
        ids.setdefault(step.id, index)
        numbers.setdefault(step.number, index)
    for index, step in enumerate(bundle.steps):
        yield from _unknown(sources, entry, "services", [step.service], "steps", index, "service")
        for position, name in enumerate(step.after):
            if name not in ids:
                message = sentence(
                    "there is no step `{step}` in this bundle: correct the name, or take it out of `after`", step=name
                )
                yield entry.fault(message, "steps", index, "after", position)
        yield from _unknown(sources, entry, "documents", step.papers or [], "steps", index, "papers")
        if step.timing:
            yield from _anchor(sources, entry, step.timing, "steps", index, "timing")


def _anchor(sources: Sources, entry: Entry[Any], timing: TimingShape, *path: Step) -> Iterator[Fault]:
    yield from _unknown(sources, entry, "anchors", [timing.anchor], *path, "anchor")


def _of_condition(
    sources: Sources, facts: dict[str, FactShape], entry: Entry[Any], shape: ConditionShape | None, *path: Step
) -> Iterator[Fault]:
    for inner, message in findings(shape, facts, lambda name: sources.names("facts", name)):
        yield entry.fault(message, *path, *inner)


def _unknown(
    sources: Sources, entry: Entry[Any], kind: str, names: Sequence[str | None], *path: Step
) -> Iterator[Fault]:
    """A fault for each of `names` that no entry of `kind` has, and for each that is there twice."""
    several = len(names) > 1
    for index, name in enumerate(names):
        place = (*path, index) if several else path
        if name is not None and not sources.names(kind, name):
            message = sentence(
                "there is {none} `{name}`: add it to {file}, or correct the name",
                none=_NONE[kind],
                name=name,
                file=_HOMES[kind],
            )
            yield entry.fault(message, *place)
        if name is not None and name in names[:index]:
            yield entry.fault(sentence("`{name}` is in this list twice: take one out", name=name), *place)
