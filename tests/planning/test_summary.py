from datetime import date

import pytest

from kiosk.planning.plan import Deadline, DueKind
from kiosk.planning.summary import When, grouped, when_due

TODAY = date(2026, 1, 12)


@pytest.mark.parametrize(
    ("deadline", "when"),
    [
        (None, When.ANY_DAY),
        (Deadline(DueKind.NOW, TODAY), When.NOW),
        (Deadline(DueKind.BY, date(2026, 1, 11), missed=True), When.LATE),
        (Deadline(DueKind.BY, TODAY), When.THIS_WEEK),
        (Deadline(DueKind.BY, date(2026, 1, 19)), When.THIS_WEEK),
        (Deadline(DueKind.BY, date(2026, 1, 20)), When.THIS_MONTH),
        (Deadline(DueKind.BY, date(2026, 2, 12)), When.THIS_MONTH),
        (Deadline(DueKind.BY, date(2026, 2, 13)), When.LATER),
        (Deadline(DueKind.FROM, date(2026, 1, 15)), When.THIS_WEEK),
        (Deadline(DueKind.FROM, date(2026, 1, 12)), When.ANY_DAY),
        (Deadline(DueKind.BETWEEN, date(2026, 3, 31), first=date(2025, 10, 1)), When.LATER),
        (Deadline(DueKind.BETWEEN, date(2026, 4, 30), first=date(2026, 1, 14)), When.THIS_WEEK),
    ],
)
def test_how_soon_a_step_is_due(deadline, when):
    assert when_due(deadline, TODAY) is when


def test_the_steps_to_do_are_grouped_from_the_most_urgent_on_and_each_is_in_one_group(real, small):
    plan = small.plan(real, {"event_date": date(2026, 1, 5)}, bundles=("death-in-the-family",))

    groups = grouped(plan, TODAY)

    assert [group.when for group in groups] == sorted((g.when for g in groups), key=list(When).index)
    assert sorted(step.id for group in groups for step in group.steps) == sorted(step.id for step in plan.to_do())
