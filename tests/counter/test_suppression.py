"""Numbers below five are not told, and nobody finds them by adding and subtracting what is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.suppression import LEAST, LEAST_LEFT, Hidden, Sum, told

_MOST = 40


def sums_reached(ranges):
    """Every sum that one number from each of `ranges` can make."""
    reached = {0}
    for values in ranges:
        reached = {whole + value for whole in reached for value in values if whole + value <= _MOST * 4}
    return reached


def candidates(value):
    """What somebody who knows the rule thinks a shown value can be."""
    match value:
        case Hidden.FEW:
            return range(LEAST)
        case Hidden.WITHHELD:
            return range(LEAST, _MOST * 4)
        case _:
            return (value,)


def fits(total, parts, is_open):
    """Whether `parts`, each a set of candidates, can make `total`."""
    reached = sums_reached(parts)
    return any(whole <= total for whole in reached) if is_open else total in reached


def worked_out(shown, name, sums):
    """Every value of `name` that contradicts nothing shown: found by trying all, not by the rule under test.

    `sums` have the same total, and `name` is in one of them or is the total.
    """
    total = sums[0].total

    def consistent(fixed):
        def of(cell):
            return fixed.get(cell, candidates(shown[cell]))

        return any(
            all(fits(whole, [of(part) for part in each.parts], each.open) for each in sums) for whole in of(total)
        )

    return [value for value in candidates(shown[name]) if consistent({name: (value,)})]


counted = st.integers(0, 14)


@st.composite
def breakdowns(draw):
    """Two breakdowns of one total, and a number that is only contained in it."""
    first = draw(st.lists(counted, min_size=1, max_size=5))
    whole = sum(first)
    second, left = [], whole
    for _ in range(draw(st.integers(0, 2))):
        second.append(draw(st.integers(0, left)))
        left -= second[-1]
    second.append(left)
    within = draw(st.integers(0, whole))
    counts = {"all": whole, "within": within}
    counts |= {f"a{i}": value for i, value in enumerate(first)} | {f"b{i}": value for i, value in enumerate(second)}
    sums = (
        Sum("all", tuple(name for name in counts if name.startswith("a") and name != "all")),
        Sum("all", tuple(name for name in counts if name.startswith("b"))),
        Sum("all", ("within",), open=True),
    )
    return counts, sums


@given(breakdowns())
def test_no_hidden_number_can_be_worked_out_from_what_is_shown(case):
    counts, sums = case

    shown = told(counts, sums)

    for name, value in shown.items():
        if isinstance(value, Hidden):
            left = worked_out(shown, name, sums)
            assert counts[name] in left
            assert len(left) >= LEAST_LEFT


@given(breakdowns())
def test_what_is_told_is_true_and_never_small(case):
    counts, sums = case

    shown = told(counts, sums)

    assert shown.keys() == counts.keys()
    for name, value in shown.items():
        match value:
            case Hidden.FEW:
                assert counts[name] < LEAST
            case Hidden.WITHHELD:
                assert counts[name] >= LEAST
            case _:
                assert value == counts[name] >= LEAST


def test_large_numbers_are_all_told():
    counts = {"all": 64, "printed": 41, "phone": 12, "left": 11}

    assert told(counts, (Sum("all", ("printed", "phone", "left")),)) == counts


def test_one_small_part_takes_a_large_one_with_it_rather_than_the_total():
    counts = {"all": 64, "printed": 48, "phone": 3, "left": 13}

    shown = told(counts, (Sum("all", ("printed", "phone", "left")),))

    assert shown == {"all": 64, "printed": 48, "phone": Hidden.FEW, "left": Hidden.WITHHELD}


@pytest.mark.parametrize("parts", [(4, 4), (0, 5), (5, 0), (4, 1), (0, 6), (4, 4, 4)])
def test_parts_at_the_edge_of_what_is_possible_stay_hidden(parts):
    names = tuple(f"p{i}" for i in range(len(parts)))
    sums = (Sum("all", names),)

    shown = told({"all": sum(parts), **dict(zip(names, parts, strict=True))}, sums)

    for name in names:
        if isinstance(shown[name], Hidden):
            assert len(worked_out(shown, name, sums)) >= LEAST_LEFT


def test_nobody_at_all_is_fewer_than_five():
    assert told({"all": 0, "printed": 0}, (Sum("all", ("printed",), open=True),)) == {
        "all": Hidden.FEW,
        "printed": Hidden.FEW,
    }


def test_a_part_of_two_sums_is_a_mistake():
    with pytest.raises(ValueError, match="one sum only"):
        told({"a": 1, "b": 2, "c": 3}, (Sum("a", ("c",)), Sum("b", ("c",))))
