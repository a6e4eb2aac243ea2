"""Numbers below five are not told, and nobody finds them by adding and subtracting what is."""

from functools import reduce
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.counter.suppression import LEAST, LEAST_LEFT, Hidden, Listed, Sum, listed, told

_MOST = 160
_ALL = (1 << (_MOST + 1)) - 1


def sums_reached(ranges):
    """Every sum that one number from each of `ranges` can make, as the bits of a number."""
    reached = 1
    for values in ranges:
        reached = reduce(or_, (reached << value for value in values), 0) & _ALL
    return reached


def candidates(value, within_few=False, beside_few=True):
    """What somebody who knows the rule thinks a shown value can be; `within_few` where its total is few itself,
    `beside_few` where anything that it hangs together with is.
    """
    match value:
        case Hidden.FEW:
            return range(0 if within_few else 1, LEAST)
        case Hidden.WITHHELD:
            return range(LEAST if beside_few else 0, _MOST)
        case _:
            return (value,)


def fits(total, parts, is_open):
    """Whether `parts`, each a set of candidates, can make `total`."""
    reached = sums_reached(parts)
    return bool(reached & ((1 << (total + 1)) - 1)) if is_open else bool(reached >> total & 1)


def worked_out(shown, name, sums):
    """Every value of `name` that contradicts nothing shown: found by trying all, not by the rule under test.

    `sums` have the same total, and `name` is in one of them or is the total.
    """
    total = sums[0].total

    any_few = Hidden.FEW in shown.values()

    def believed(cell):
        return candidates(shown[cell], cell != total and shown[total] is Hidden.FEW, any_few)

    def consistent(fixed):
        def of(cell):
            return fixed.get(cell, believed(cell))

        return any(
            all(fits(whole, [of(part) for part in each.parts], each.open) for each in sums) for whole in of(total)
        )

    return [value for value in believed(name) if consistent({name: (value,)})]


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


@settings(deadline=None)
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
def test_what_is_told_is_true_and_never_from_one_to_four(case):
    counts, sums = case

    shown = told(counts, sums)

    assert shown.keys() == counts.keys()
    for name, value in shown.items():
        match value:
            case Hidden.FEW:
                assert counts[name] < LEAST
                assert counts[name] > 0 or 0 < counts["all"] < LEAST
            case Hidden.WITHHELD:
                assert counts[name] >= LEAST or Hidden.FEW not in shown.values()
            case _:
                assert value == counts[name]
                assert value == 0 or value >= LEAST


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


def test_where_hiding_all_of_it_says_too_much_nothing_is_said_to_be_small():
    counts = {"all": 8, "a": 4, "b": 4, "c": 5, "d": 1, "e": 1, "f": 1}

    shown = told(counts, (Sum("all", ("a", "b")), Sum("all", ("c", "d", "e", "f"))))

    assert set(shown.values()) == {Hidden.WITHHELD}


def test_nobody_at_all_is_told_as_such():
    assert told({"all": 0, "printed": 0}, (Sum("all", ("printed",), open=True),)) == {"all": 0, "printed": 0}


def test_what_is_left_of_few_is_not_told_either():
    assert set(told({"all": 1, "printed": 1, "phone": 0}, (Sum("all", ("printed", "phone")),)).values()) == {Hidden.FEW}


def test_a_part_of_two_sums_is_a_mistake():
    with pytest.raises(ValueError, match="one sum only"):
        told({"a": 1, "b": 2, "c": 3}, (Sum("a", ("c",)), Sum("b", ("c",))))


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8))
def test_in_a_list_nothing_small_is_named_and_nothing_small_is_left_over(parts):
    total = sum(parts.values())

    shown = listed(told({"all": total}, ())["all"], parts)

    if total < LEAST:
        assert shown == Listed()
        return
    assert all(count == parts[name] >= LEAST for name, count in shown.parts)
    assert sum(count for _, count in shown.parts) + shown.rest == total
    assert shown.rest == 0 or shown.rest >= LEAST


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 40), min_size=1, max_size=8))
def test_what_is_left_over_in_a_list_is_never_one_small_part(parts):
    total = sum(parts.values())
    shown = listed(told({"all": total}, ())["all"], parts)
    left_over = {name: count for name, count in parts.items() if name not in dict(shown.parts)}

    if total >= LEAST and any(count < LEAST for count in left_over.values()):
        assert len(left_over) >= 2


def test_a_list_names_its_large_parts_the_largest_first():
    assert listed(64, {"fr": 20, "en": 38, "ar": 3, "zh": 3}) == Listed((("en", 38), ("fr", 20)), 6)


def test_one_small_part_takes_the_smallest_large_one_with_it():
    assert listed(61, {"en": 38, "fr": 20, "ar": 3}) == Listed((("en", 38),), 23)


def test_no_part_of_a_hidden_total_is_named():
    assert listed(Hidden.WITHHELD, {"en": 38}) == Listed()


@given(st.dictionaries(st.sampled_from(["all", "a", "b", "c", "x", "y"]), st.integers(0, 40), min_size=6))
def test_counts_that_contradict_each_other_are_told_all_the_same_and_no_small_one(counts):
    sums = [Sum("all", ("a", "b", "c")), Sum("all", ("x", "y")), Sum("a", (), open=True)]

    shown = told(counts, sums)

    assert all(shown[name] is Hidden.FEW for name, count in counts.items() if 0 < count < LEAST)
