"""A plan that was handed over before and is taken up as it stood: its steps, their order, and which comes first.

No answer goes with it, so nothing of it is worked out again: each step keeps its status, and its bundles bring nothing
else in. Only what the catalogue says today (places, hours, papers, fees) is new. Other bundles can be planned beside
it; their steps follow, so that every step keeps the number that it has on the paper.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.catalogue.model import AnchorId, BundleId, StepList
from kiosk.planning.book import Rule
from kiosk.planning.entries import Entry, is_in_plan
from kiosk.planning.ordering import Before
from kiosk.planning.plan import Status
from kiosk.planning.questions import Events
from kiosk.planning.standing import Standing, standing
from kiosk.planning.truth import Facts, Known


@dataclass(frozen=True, slots=True)
class GivenStep:
    """One step as it stood; `id` is `bundle/step`."""

    id: str
    may_apply: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What was handed over: `steps` in their order, and the id of the one to `begin_with`, "" where none was marked.

    `bundles` are those that the steps are of: nothing else of them comes into the plan, and they ask nothing.
    `token` is what the slip's QR carried, "" where there was none: a slip that says the same can carry it again.
    """

    bundles: tuple[BundleId, ...] = ()
    steps: tuple[GivenStep, ...] = ()
    begin_with: str = ""
    token: str = ""

    def asking(self, bundles: Sequence[BundleId]) -> tuple[BundleId, ...]:
        """Those of `bundles` that are planned as usual, and ask what they have to ask."""
        return tuple(bundle for bundle in bundles if bundle not in self.bundles)


NOTHING_GIVEN = Given()


def standings_of(rules: Sequence[Rule], given: Given, known: Known, facts: Facts) -> list[Standing]:
    """How the rules stand, those of given bundles as they stood; what these had no step of is left out."""
    return list(_standings(rules, given, known, facts))


def as_given(ordered: Sequence[Entry], given: Given) -> list[Entry]:
    """The given steps in the order that they had, then all others in the order that they are in."""
    ranks = {step.id: rank for rank, step in enumerate(given.steps)}

    def rank(entry: Entry) -> int:
        known = (ranks[step] for step in (entry.id, *entry.also) if step in ranks)
        return min(known, default=len(ranks)) if is_in_plan(entry) else len(ranks)

    return sorted(ordered, key=rank)


def earlier_only(before: Before, ordered: Sequence[Entry]) -> Before:
    """`before` without what now comes later: the order that was handed over stands, whatever is thought of it today."""
    places = {entry.id: place for place, entry in enumerate(ordered)}
    return {
        step: tuple(earlier for earlier in earlier_steps if places[earlier] < places[step])
        for step, earlier_steps in before.items()
    }


def events_to_ask(
    events: Events, given: Given, bundles: Sequence[BundleId], event_anchors: Mapping[BundleId, AnchorId]
) -> Events:
    """The events whose date a bundle that is planned as usual wants to know."""
    wanted = {event_anchors.get(bundle) for bundle in given.asking(bundles)}
    return {anchor: event for anchor, event in events.items() if anchor in wanted}


def _standings(rules: Sequence[Rule], given: Given, known: Known, facts: Facts) -> Iterator[Standing]:
    stood = {step.id: step for step in given.steps}
    for rule in rules:
        step = stood.get(rule.id)
        if step is not None:
            status = Status.MAY_APPLY if step.may_apply else Status.APPLIES
            yield Standing(replace(rule, list=StepList.TO_DO), status, given=True)
        elif rule.bundle not in given.bundles:
            yield standing(rule, known, facts)
