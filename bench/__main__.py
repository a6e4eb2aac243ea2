"""`python -m bench`: measure everything, print it beside its aims, and keep it in build/bench.json."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench import (
    cases,
    correcting,
    finding,
    fleet,
    leaving,
    planning,
    receiving,
    redrawing,
    speaking,
    starting,
    updates,
)
from bench.measuring import Measure

_KEPT = Path(__file__).parents[1] / "build" / "bench.json"


def main() -> None:
    """Measure, print and keep; a missed aim is shown, and fails nothing: a busy machine misses them all."""
    parts = (starting, redrawing, leaving, speaking, planning, cases, correcting, finding, receiving, fleet, updates)
    measures = [measure for part in parts for measure in part.measure()]
    print("\n".join(table(measures)))
    _KEPT.parent.mkdir(exist_ok=True)
    kept = [{**asdict(measure), "met": measure.is_met} for measure in measures]
    _KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def table(measures: Sequence[Measure]) -> list[str]:
    """One line a measure: name, figure, aim, whether it is met, and how it came about."""
    width = max(len(measure.name) for measure in measures)
    return [f"{one.name:<{width}}  {one.value:8.2f} {one.unit:<2}  {_aim(one):<16}  {one.note}" for one in measures]


def _aim(measure: Measure) -> str:
    if measure.aim is None:
        return "watched"
    return f"{'met' if measure.is_met else 'MISSED'}: at most {measure.aim:g}"


if __name__ == "__main__":
    main()
