"""Circles in which nothing could ever come first: among services, papers, and the steps of a bundle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.catalogue.faults import Fault
from kiosk.catalogue.model import DependencyKind
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.shapes import BundleShape, ServiceShape
from kiosk.languages.sentences import sentence

Edges = Mapping[str, Sequence[str]]


def cycle_faults(sources: Sources) -> Iterator[Fault]:
    """Every circle, once, at its first member."""
    services = {entry.value.id: entry for entry in sources.services}
    needs = {name: _needed_services(entry.value) for name, entry in services.items()}
    for circle in circles(needs):
        message = sentence(
            "these services each need the next: {circle}; make one of them `one_route` or `helps`",
            circle=_written(circle),
        )
        yield services[circle[0]].fault(message, "depends_on")
    yield from _terms_and_organizations(sources)
    yield from _papers(sources)
    for bundle in sources.bundles:
        yield from _steps(bundle, services)


def circles(edges: Edges) -> list[list[str]]:
    """One circle for each way back found while walking `edges`, each beginning and ending at the same name."""
    found: list[list[str]] = []
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> None:
        if name in path:
            found.append([*path[path.index(name) :], name])
            return
        if name in done:
            return
        for following in edges.get(name, ()):
            walk(following, [*path, name])
        done.add(name)

    for name in edges:
        walk(name, [])
    return found


def _needed_services(service: ServiceShape) -> list[str]:
    return [dependency.service for dependency in service.depends_on if dependency.kind is DependencyKind.MUST]


def _written(circle: Iterable[str]) -> str:
    return " → ".join(circle)


def _terms_and_organizations(sources: Sources) -> Iterator[Fault]:
    terms = {entry.value.id: entry for entry in sources.terms}
    for circle in circles({name: [entry.value.parent] for name, entry in terms.items() if entry.value.parent}):
        message = sentence("these terms are each other’s parents: {circle}", circle=_written(circle))
        yield terms[circle[0]].fault(message, "parent")
    owners = {entry.value.id: entry for entry in sources.organizations}
    parents = {name: [up] for name, entry in owners.items() if (up := entry.value.parent_organization)}
    for circle in circles(parents):
        message = sentence("these organizations are each other’s parents: {circle}", circle=_written(circle))
        yield owners[circle[0]].fault(message, "parent_organization")


def _papers(sources: Sources) -> Iterator[Fault]:
    papers = {entry.value.id: entry for entry in sources.documents}
    substitutes = {name: entry.value.satisfied_by for name, entry in papers.items()}
    for circle in circles(substitutes):
        message = sentence(
            "these papers count as each other: {circle}; let only the general one be satisfied by others",
            circle=_written(circle),
        )
        yield papers[circle[0]].fault(message, "satisfied_by")
    out_of_reach = _out_of_reach(sources, substitutes)
    for name in papers:
        if name in out_of_reach:
            names = ", ".join(sorted(out_of_reach))
            message = sentence(
                "`{name}` can never be had: its service asks for papers that lead back to it (among {names})",
                name=name,
                names=names,
            )
            yield papers[name].fault(message, "issuing_service")


def _out_of_reach(sources: Sources, substitutes: Edges) -> set[str]:
    """Papers that a person with none of them could never get; one that no service gives, a person has or finds."""
    services = {entry.value.id: entry.value for entry in sources.services}
    issuers = {entry.value.id: entry.value.issuing_service for entry in sources.documents}
    left = {name for name, issuer in issuers.items() if issuer in services}

    def within_reach(paper: str) -> bool:
        return paper not in left or any(other not in left for other in substitutes[paper])

    def obtainable(paper: str) -> bool:
        service = services[issuers[paper] or ""]
        asked = (r.one_of or [r.document or ""] for r in service.required_documents if r.need == "must")
        return all(any(within_reach(option) for option in options) for options in asked)

    while gained := {name for name in left if within_reach(name) or obtainable(name)}:
        left -= gained
    return left


def _steps(entry: Entry[BundleShape], services: Mapping[str, Entry[ServiceShape]]) -> Iterator[Fault]:
    bundle = entry.value
    steps_of: dict[str, list[str]] = {}
    for step in bundle.steps:
        steps_of.setdefault(step.service or "", []).append(step.id)
    edges: dict[str, list[str]] = {}
    for step in bundle.steps:
        needed = _needed_services(services[step.service].value) if step.service else []
        through = [other for service in needed for other in steps_of.get(service, [])]
        edges[step.id] = [*step.after, *through]
    for circle in circles(edges):
        index = next(index for index, step in enumerate(bundle.steps) if step.id == circle[0])
        message = sentence(
            "these steps each wait for the next: {circle}; take one of them out of `after`", circle=_written(circle)
        )
        yield entry.fault(message, "steps", index, "after")
