import pytest

from kiosk.catalogue.conditions import AllOf, AnyOf, Comparison, FactId, NoneOf, Operator
from kiosk.catalogue.model import Choice, Fact, FactType
from kiosk.catalogue.text import text
from kiosk.planning.truth import Verdict, decisive, evaluate, opposite, overlapping, unsettled, without

NO, UNKNOWN, YES = Verdict.NO, Verdict.UNKNOWN, Verdict.YES
LEFT, RIGHT = FactId("left"), FactId("right")
IS_LEFT, IS_RIGHT = (Comparison(fact, Operator.EQUAL, True) for fact in (LEFT, RIGHT))

INCOME = FactId("household_income")
BANDS = {
    INCOME: Fact(
        INCOME,
        FactType.MONEY_BAND,
        text("", ""),
        text("", ""),
        True,
        choices=(
            Choice("10000", text("", ""), 0, 10_000),
            Choice("26000", text("", ""), 10_001, 26_000),
            Choice("999999", text("", ""), 90_001, None),
        ),
    )
}


def known(left, right):
    said = {YES: True, NO: False}
    return {fact: said[verdict] for fact, verdict in ((LEFT, left), (RIGHT, right)) if verdict in said}


@pytest.mark.parametrize("left", Verdict)
@pytest.mark.parametrize("right", Verdict)
def test_all_is_the_lowest_any_the_highest_and_none_the_mirror(left, right):
    answers = known(left, right)

    assert evaluate(AllOf((IS_LEFT, IS_RIGHT)), answers, {}) is min(left, right)
    assert evaluate(AnyOf((IS_LEFT, IS_RIGHT)), answers, {}) is max(left, right)
    assert evaluate(NoneOf((IS_LEFT, IS_RIGHT)), answers, {}) is opposite(max(left, right))


def test_nothing_at_all_holds_for_all_and_none_but_not_for_any():
    assert [evaluate(kind(()), {}, {}) for kind in (AllOf, NoneOf, AnyOf)] == [YES, YES, NO]


@pytest.mark.parametrize(
    ("operator", "value", "answer", "verdict"),
    [
        (Operator.EQUAL, "renter", "renter", YES),
        (Operator.EQUAL, "renter", "owner", NO),
        (Operator.IN, frozenset({"renter", "owner"}), "owner", YES),
        (Operator.NOT_IN, frozenset({"renter", "owner"}), "owner", NO),
        (Operator.ABOVE, 18, 18, NO),
        (Operator.AT_LEAST, 18, 18, YES),
        (Operator.BELOW, 65, 65, NO),
        (Operator.AT_MOST, 65, 65, YES),
        (Operator.IN, frozenset({"sin"}), frozenset({"sin", "passport"}), YES),
        (Operator.IN, frozenset({"sin"}), frozenset({"passport"}), NO),
        (Operator.IN, frozenset({"sin"}), frozenset(), NO),
        (Operator.NOT_IN, frozenset({"sin"}), frozenset({"sin", "passport"}), NO),
        (Operator.EQUAL, "sin", frozenset({"sin", "passport"}), YES),
    ],
)
def test_a_comparison_holds_or_not(operator, value, answer, verdict):
    assert evaluate(Comparison(LEFT, operator, value), {LEFT: answer}, {}) is verdict


@pytest.mark.parametrize(
    ("band", "operator", "limit", "verdict"),
    [
        ("10000", Operator.BELOW, 30_000, YES),
        ("10000", Operator.AT_MOST, 10_000, YES),
        ("10000", Operator.BELOW, 10_000, UNKNOWN),
        ("26000", Operator.BELOW, 15_000, UNKNOWN),
        ("26000", Operator.BELOW, 10_001, NO),
        ("26000", Operator.AT_LEAST, 26_001, NO),
        ("999999", Operator.BELOW, 90_001, NO),
        ("999999", Operator.BELOW, 200_000, UNKNOWN),
        ("999999", Operator.ABOVE, 90_000, YES),
    ],
)
def test_a_money_band_settles_a_limit_only_when_it_lies_on_one_side(band, operator, limit, verdict):
    assert evaluate(Comparison(INCOME, operator, limit), {INCOME: band}, BANDS) is verdict


def test_a_band_across_the_limit_is_to_be_checked_and_not_asked_again():
    condition = Comparison(INCOME, Operator.BELOW, 15_000)

    assert unsettled(condition, {INCOME: "26000"}, BANDS) == ()
    assert overlapping(condition, {INCOME: "26000"}, BANDS) == (INCOME,)


def test_what_is_not_required_bars_nobody_wherever_it_stands():
    usual = Comparison(LEFT, Operator.EQUAL, True, required=False)

    for answers in ({}, {LEFT: False}, {LEFT: True}):
        assert evaluate(usual, answers, {}) is YES
        assert evaluate(NoneOf((usual,)), answers, {}) is YES


def test_only_what_is_open_in_an_open_part_would_settle_it():
    closed = AnyOf((IS_LEFT, Comparison(FactId("other"), Operator.EQUAL, True)))

    assert unsettled(AllOf((closed, IS_RIGHT)), {LEFT: True}, {}) == (RIGHT,)
    assert unsettled(AllOf((IS_LEFT, IS_RIGHT)), {LEFT: False}, {}) == ()


def test_the_comparisons_that_rule_out_are_named_and_no_others():
    condition = AllOf((IS_LEFT, NoneOf((IS_RIGHT,))))

    assert list(decisive(condition, {LEFT: True, RIGHT: True}, {})) == [IS_RIGHT]
    assert list(decisive(condition, {LEFT: True}, {})) == []


def test_a_dropped_comparison_can_neither_rule_out_nor_leave_open():
    def is_left(comparison):
        return comparison.fact == LEFT

    for condition in (AllOf((IS_LEFT,)), AnyOf((IS_LEFT, IS_RIGHT)), NoneOf((IS_LEFT,)), IS_LEFT):
        assert evaluate(without(condition, is_left), {RIGHT: False}, {}) is YES
    assert evaluate(without(AllOf((IS_LEFT, IS_RIGHT)), is_left), {RIGHT: False}, {}) is NO
