"""A plan as the person wants it: without the steps they leave out, and in their own order where nothing forbids it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.catalogue.model import Bundle, Catalogue
from kiosk.planning.plan import Plan, PlannedStep


@dataclass(frozen=True, slots=True)
class Move:
    """The wish to do `step` before `other`; both are ids of steps of a plan."""

    step: str
    other: str


def without_steps(catalogue: Catalogue, left_out: frozenset[str]) -> Catalogue:
    """The catalogue whose bundles lack the steps called `left_out` (`bundle/step`); the same value when none do."""
    if not left_out:
        return catalogue
    bundles = {name: _without(bundle, left_out) for name, bundle in catalogue.bundles.items()}
    if all(bundles[name] is catalogue.bundles[name] for name in bundles):
        return catalogue
    return replace(catalogue, bundles=bundles)


def in_own_order(plan: Plan, moves: Iterable[Move]) -> Plan:
    """`plan` with each move made in turn, as far as no step comes before one that it needs.

    A move about a step that is not to be done any more is passed over. What the person put first they begin with.
    """
    steps = list(plan.to_do())
    begin_with = plan.begin_with
    for move in moves:
        moved = _moved(steps, move)
        if moved is not None:
            begin_with = moved[0].id if moved[0] is not steps[0] else begin_with
            steps = moved
    if steps == list(plan.to_do()):
        return plan
    numbered = iter(replace(step, number=number) for number, step in enumerate(steps, start=1))
    to_do = {step.id for step in steps}
    ordered = tuple(next(numbered) if step.id in to_do else step for step in plan.steps)
    return replace(plan, steps=ordered, begin_with=begin_with)


def step_above(plan: Plan, step_id: str) -> PlannedStep | None:
    """The step to be done just before `step_id`; None for the first one, and for one that is not to be done."""
    steps = plan.to_do()
    place = next((place for place, step in enumerate(steps) if step.id == step_id), 0)
    return steps[place - 1] if place else None


def needs(step: PlannedStep, earlier: PlannedStep) -> bool:
    """Tell whether `step` cannot come before `earlier`."""
    return any(name in step.after for name in (earlier.id, *earlier.also))


def _without(bundle: Bundle, left_out: frozenset[str]) -> Bundle:
    kept = tuple(step for step in bundle.steps if f"{bundle.id}/{step.id}" not in left_out)
    return bundle if len(kept) == len(bundle.steps) else replace(bundle, steps=kept)


def _moved(steps: Sequence[PlannedStep], move: Move) -> list[PlannedStep] | None:
    """The steps with the move made; None where it is already so, or must not be."""
    places = {name: place for place, step in enumerate(steps) for name in (step.id, *step.also)}
    here, there = places.get(move.step), places.get(move.other)
    if here is None or there is None or here <= there:
        return None
    step, between = steps[here], steps[there:here]
    if any(needs(step, earlier) for earlier in between):
        return None
    return [*steps[:there], step, *between, *steps[here + 1 :]]
