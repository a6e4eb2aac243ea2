"""What the walk-in page finds: what was typed and asked for, made into the nine lines that can be added by a digit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.bridge.counter.filter_words import unknown_words
from kiosk.bridge.counter.walk_in_words import ROWS, ResultRow, Surroundings, filled
from kiosk.bridge.viewmodels.search import Asked
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.catalogue.search import Finder, Kind
from kiosk.counter.walkin.filters import Sifted, Wish, sift
from kiosk.languages import Messages
from kiosk.planning.plan import Plan, Status
from kiosk.visit.single import is_single, situations

MOST = 90
"""Hits that are looked at: ten pages of lines; whoever wants more types another letter."""

_LAST_RESORT = ServiceId("211-help")

Target = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Looked:
    """What staff have done in the search. `page` counts the lines turned over, nine at a time."""

    asked: Asked = field(default_factory=Asked)
    wishes: frozenset[Wish] = frozenset()
    unknown_too: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """What is found: every target in order, and the nine of the page shown. `unknown` says what filters leave open."""

    targets: tuple[Target, ...] = ()
    rows: tuple[ResultRow, ...] = ()
    heading: str = ""
    count: str = ""
    nothing: str = ""
    read_as: str = ""
    typed_instead: str = ""
    unknown: str = ""
    page: int = 0
    pages: int = 1


def found(
    messages: Messages,
    finder: Finder,
    seen: Surroundings,
    looked: Looked,
    offered: Sequence[Wish],
    taken: frozenset[str],
) -> Lines:
    """What the page shows for `looked`; `taken` are the ids of what is in the plan already."""
    query = looked.asked.query.strip()
    wishes = tuple(wish for wish in offered if wish in looked.wishes)
    if not query:
        known = tuple((Kind.BUNDLE, str(bundle.id)) for bundle in situations(seen.catalogue))
        return _page(messages, seen, looked, taken, known, {}, heading=messages.gettext("Life events"))
    answer = finder.answer(looked.asked.query, messages.language, MOST, corrected=not looked.asked.as_typed)
    hits = tuple((hit.kind, hit.id) for hit in answer.hits)
    if not hits:
        instead = _instead(finder, seen.catalogue, query, messages.language)
        nothing = messages.gettext("Nothing found for “{text}”").format(text=query)
        return _page(messages, seen, looked, taken, instead, {}, heading=nothing, nothing=nothing)
    kept, unknown = _sifted(hits, wishes, seen, unknown_too=looked.unknown_too)
    count = messages.ngettext("{count} answer", "{count} answers", len(kept)).format(count=len(kept))
    instead_of = messages.gettext("Search for “{text}”").format(text=query) if answer.read_as else ""
    return _page(
        messages, seen, looked, taken, kept, unknown,
        heading=messages.gettext("Results"), count=count, read_as=answer.read_as, typed_instead=instead_of,
    )  # fmt: skip


def in_plan(plan: Plan) -> frozenset[str]:
    """The ids of the services and the life events that `plan` has."""
    services = (step.service for step in plan.steps if step.service and step.status is not Status.DOES_NOT_APPLY)
    return frozenset((*services, *(bundle for bundle in plan.bundles if not is_single(bundle))))


def _sifted(
    hits: Sequence[Target], wishes: Sequence[Wish], seen: Surroundings, *, unknown_too: bool
) -> tuple[tuple[Target, ...], Mapping[Wish, int]]:
    """Life events stay; of the services, those that suit."""
    if not wishes:
        return tuple(hits), {}
    services = [seen.catalogue.services[ServiceId(target)] for kind, target in hits if kind is Kind.SERVICE]
    sifted: Sifted = sift(services, wishes, seen.catalogue, seen.places, unknown_too=unknown_too)
    kept = {str(service.id) for service in sifted.kept}
    return tuple(hit for hit in hits if hit[0] is Kind.BUNDLE or hit[1] in kept), sifted.unknown


def _instead(finder: Finder, catalogue: Catalogue, query: str, language: str) -> tuple[Target, ...]:
    """What to offer when nothing was found: the situations that look most alike, then 211."""
    closest = tuple((hit.kind, hit.id) for hit in finder.closest(query, language))
    return (*closest, (Kind.SERVICE, _LAST_RESORT)) if _LAST_RESORT in catalogue.services else closest


def _page(
    messages: Messages, seen: Surroundings, looked: Looked, taken: frozenset[str], targets: Sequence[Target],
    unknown: Mapping[Wish, int], *, heading: str, count: str = "", nothing: str = "", read_as: str = "",
    typed_instead: str = "",
) -> Lines:  # fmt: skip
    pages = max(1, -(-len(targets) // ROWS))
    page = min(looked.page, pages - 1)
    shown = targets[page * ROWS : (page + 1) * ROWS]
    rows = [seen.row(messages, kind, target, added=target in taken) for kind, target in shown]
    return Lines(
        tuple(targets), filled(rows), heading, count, nothing, read_as, typed_instead,
        unknown_words(messages, unknown), page, pages,
    )  # fmt: skip
