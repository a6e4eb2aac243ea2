"""`python -m bench`: measure everything, print it beside its aims, and keep it in build/bench.json."""

import json
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
from bench.measuring import table

_KEPT = Path(__file__).parents[1] / "build" / "bench.json"


def main() -> None:
    """Measure, print and keep; a missed aim is shown, and fails nothing: a busy machine misses them all."""
    parts = (starting, redrawing, leaving, speaking, planning, cases, correcting, finding, receiving, fleet, updates)
    measures = [measure for part in parts for measure in part.measure()]
    print("\n".join(table(measures)))
    _KEPT.parent.mkdir(exist_ok=True)
    kept = [{**asdict(measure), "met": measure.is_met} for measure in measures]
    _KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
