"""In what order to do things: what one step gives before what needs it, then what is urgent, then what matters."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from kiosk.catalogue.model import DependencyKind, DocumentId, ServiceId, StepLevel
from kiosk.planning.entries import LEVEL_RANK, STATUS_RANK, Entry, by_service, is_in_plan
from kiosk.planning.papers import is_taken_for_granted
from kiosk.planning.plan import Deadline, DueKind, Status
from kiosk.planning.providers import Providers

Urgency = tuple[date, int, int, tuple[int, int]]
Before = Mapping[str, tuple[str, ...]]
"""For each step of the plan, the steps that come before it."""

SOON_ENOUGH = {StepLevel.MUST: timedelta(days=14), StepLevel.SHOULD: timedelta(days=60)}
"""Where a step without a date stands among those that have one, so that what one must do is not left for the end."""


def steps_before(entries: Sequence[Entry], providers: Providers, lacking: frozenset[DocumentId]) -> Before:
    """What comes before what, strongest reason first: the bundle's `after`, a service that must come first, a paper.

    Should the reasons chase each other in a circle (the check of the catalogue forbids it), the weaker ones give way.
    """
    present = [entry for entry in entries if is_in_plan(entry)]
    ids = {entry.id for entry in present}
    stands_for = {other: entry.id for entry in present for other in (entry.id, *entry.also)}
    services = {service: entry.id for service, entry in by_service(present).items()}
    before: dict[str, dict[str, None]] = {entry.id: {} for entry in present}
    for entry in present:
        reasons = (
            *(stands_for.get(ref, "") for ref in entry.after),
            *(services.get(target, "") for target in _needed_services(entry, lacking)),
            *_providers_of(entry, providers),
        )
        before[entry.id].update((earlier, None) for earlier in reasons if earlier in ids and earlier != entry.id)
    chosen = {step: tuple(earlier) for step, earlier in before.items()}
    if _is_circular(chosen):
        return _without_circles(present, stands_for, chosen)
    return chosen


def in_order(entries: Sequence[Entry], before: Before, today: date) -> list[Entry]:
    """The steps of the plan in the order to do them, then those that do not apply as the sources have them.

    What an urgent step waits for is as urgent as that step.
    """
    present = {entry.id: entry for entry in entries if is_in_plan(entry)}
    urgency = _urgency_with_what_follows(present, before, today)
    waits_for = {step: len(before[step]) for step in present}
    leads_to: dict[str, list[str]] = {step: [] for step in present}
    for step in present:
        for earlier in before[step]:
            leads_to[earlier].append(step)
    ready = [(urgency[step], step) for step, count in waits_for.items() if count == 0]
    heapq.heapify(ready)
    ordered: list[Entry] = []
    while ready:
        _urgency, step = heapq.heappop(ready)
        ordered.append(present[step])
        for later in leads_to[step]:
            waits_for[later] -= 1
            if waits_for[later] == 0:
                heapq.heappush(ready, (urgency[later], later))
    ruled_out = sorted((entry for entry in entries if not is_in_plan(entry)), key=lambda entry: entry.place)
    return ordered + ruled_out


def _needed_services(entry: Entry, lacking: frozenset[DocumentId]) -> Iterator[ServiceId]:
    for need in entry.service.depends_on if entry.service else ():
        granted = need.document is not None and is_taken_for_granted(need.document, lacking)
        if need.kind is not DependencyKind.HELPS and not granted:
            yield need.service


def _providers_of(entry: Entry, providers: Providers) -> Iterator[str]:
    for document in entry.needs:
        provider = providers.of(document, entry)
        if provider is not None:
            yield provider.id


def _urgency(entry: Entry, today: date) -> Urgency:
    return _day_of(entry, today), STATUS_RANK[entry.status], LEVEL_RANK[entry.level], entry.place


def _day_of(entry: Entry, today: date) -> date:
    """The day that a step stands at in the order: at once, its own day, or for one without a date, its level's."""
    deadline = entry.deadline
    if deadline and deadline.kind is DueKind.NOW:
        return date.min
    if deadline and not _is_open(deadline, today):
        return deadline.first or deadline.day
    if deadline and deadline.kind is not DueKind.FROM:
        return deadline.day
    return today + SOON_ENOUGH[entry.level] if entry.level in SOON_ENOUGH else date.max


def _is_open(deadline: Deadline, today: date) -> bool:
    opens = deadline.day if deadline.kind is DueKind.FROM else deadline.first
    return opens is None or opens <= today


def _urgency_with_what_follows(present: Mapping[str, Entry], before: Before, today: date) -> dict[str, Urgency]:
    urgency = {step: _urgency(entry, today) for step, entry in present.items()}
    pending = [step for step, entry in present.items() if entry.status is Status.APPLIES]
    while pending:
        step = pending.pop()
        for earlier in before[step]:
            if urgency[step] < urgency[earlier]:
                urgency[earlier] = (*urgency[step][:3], urgency[earlier][3])
                pending.append(earlier)
    return urgency


def _is_circular(before: Before) -> bool:
    waits_for = {step: len(earlier) for step, earlier in before.items()}
    leads_to: dict[str, list[str]] = {step: [] for step in before}
    for step, earlier in before.items():
        for one in earlier:
            leads_to[one].append(step)
    ready = [step for step, count in waits_for.items() if count == 0]
    done = 0
    while ready:
        done += 1
        for later in leads_to[ready.pop()]:
            waits_for[later] -= 1
            if waits_for[later] == 0:
                ready.append(later)
    return done < len(before)


def _without_circles(present: Sequence[Entry], stands_for: Mapping[str, str], before: Before) -> Before:
    """The same, each reason taken only if it closes no circle: every `after` first, in the order of the sources."""
    by_place = sorted(present, key=lambda entry: entry.place)
    written = [(e.id, stands_for[ref]) for e in by_place for ref in e.after if ref in stands_for]
    rest = [(entry.id, earlier) for entry in by_place for earlier in before[entry.id]]
    kept: dict[str, dict[str, None]] = {entry.id: {} for entry in present}
    for step, earlier in (*written, *rest):
        if step != earlier and not _leads_back(kept, earlier, step):
            kept[step][earlier] = None
    return {step: tuple(earlier) for step, earlier in kept.items()}


def _leads_back(kept: Mapping[str, Mapping[str, None]], step: str, target: str) -> bool:
    """Tell whether `target` already comes before `step`."""
    pending, seen = [step], {step}
    while pending:
        for earlier in kept[pending.pop()]:
            if earlier == target:
                return True
            if earlier not in seen:
                seen.add(earlier)
                pending.append(earlier)
    return False
