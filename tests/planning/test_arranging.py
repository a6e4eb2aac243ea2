"""A plan in the person's own order, and without what they leave out."""

import pytest

from kiosk.planning.arranging import Move, in_own_order, needs, step_above, without_steps


@pytest.fixture
def three(small):
    """Three steps, the last of which needs what the first gives."""
    bundle = small.bundle(
        "b", small.step("paper", "office"), small.step("visit", "shop"), small.step("claim", "fund", after=("paper",))
    )
    return small.catalogue(
        (bundle,),
        small.service("office"),
        small.service("shop"),
        small.service("fund"),
    )


def order(plan):
    return [(step.number, step.id) for step in plan.to_do()]


def test_a_step_is_done_before_another_that_it_does_not_need(small, three):
    plan = small.plan(three)

    moved = in_own_order(plan, [Move("b/claim", "b/visit")])

    assert order(plan) == [(1, "b/paper"), (2, "b/visit"), (3, "b/claim")]
    assert order(moved) == [(1, "b/paper"), (2, "b/claim"), (3, "b/visit")]


def test_no_step_comes_before_one_that_it_needs(small, three):
    plan = small.plan(three)

    assert in_own_order(plan, [Move("b/claim", "b/paper")]) is plan


def test_moves_are_made_in_turn_and_the_first_step_is_begun_with(small, three):
    plan = small.plan(three)

    moved = in_own_order(plan, [Move("b/visit", "b/paper"), Move("b/claim", "b/paper")])

    assert order(moved) == [(1, "b/visit"), (2, "b/paper"), (3, "b/claim")]
    assert moved.do_first().id == "b/visit"


def test_a_move_about_a_step_that_is_gone_is_passed_over(small, three):
    plan = small.plan(three)

    assert in_own_order(plan, [Move("b/gone", "b/paper"), Move("b/visit", "b/gone")]) is plan


def test_the_step_above_and_whether_it_holds_are_told(small, three):
    plan = in_own_order(small.plan(three), [Move("b/claim", "b/visit")])

    above = step_above(plan, "b/claim")

    assert above.id == "b/paper"
    assert needs(plan.step("b/claim"), above)
    assert not needs(plan.step("b/visit"), plan.step("b/claim"))
    assert step_above(plan, "b/paper") is None


def test_a_step_left_out_asks_for_no_paper_no_fee_and_no_question(small):
    asking = small.where("poor", True)
    bundle = small.bundle("b", small.step("keep", "one"), small.step("drop", "other", when=asking), asks="poor")
    catalogue = small.catalogue(
        (bundle,), small.service("one"), small.service("other", needs=("a-form",), costs=("20",)), small.fact("poor")
    )

    whole, less = small.plan(catalogue), small.plan(without_steps(catalogue, frozenset({"b/drop"})))

    assert whole.next_question == "poor"
    assert less.next_question is None
    assert [step.id for step in less.steps] == ["b/keep"]
    assert not less.documents


def test_where_nothing_is_left_out_the_catalogue_is_the_same_value(three):
    assert without_steps(three, frozenset()) is three
    assert without_steps(three, frozenset({"b/unknown"})) is three


def test_the_person_s_own_order_never_breaks_a_dependency_in_any_real_plan(small, real):
    """Every step of every bundle is moved to the top; whatever needs something still comes after it."""
    for bundle in real.bundles:
        plan = small.plan(real, bundles=(bundle,))
        first = plan.to_do()[0].id
        moved = in_own_order(plan, [Move(step.id, first) for step in plan.to_do()])
        places = {step.id: step.number for step in moved.to_do()}
        assert sorted(places.values()) == list(range(1, len(places) + 1))
        for step in moved.to_do():
            assert all(places.get(earlier, 0) < step.number for earlier in step.after), (bundle, step.id)
