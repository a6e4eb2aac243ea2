"""Figures are brought together and set beside their aims as `python -m bench` says."""

from bench.measuring import Measure, median, ninety_fifth, table


def test_an_aim_is_met_up_to_its_own_value() -> None:
    assert Measure("start", 1.3, "x", aim=1.3).is_met
    assert not Measure("start", 1.31, "x", aim=1.3).is_met
    assert Measure("start", 99, "x").is_met


def test_ninety_five_of_a_hundred_are_not_above_the_ninety_fifth() -> None:
    values = list(range(100))

    assert sum(value <= ninety_fifth(values) for value in values) >= 95
    assert ninety_fifth([7.0]) == 7.0
    assert median([1.0, 9.0, 2.0]) == 2.0


def test_a_missed_aim_stands_out_in_the_table() -> None:
    lines = table([Measure("start", 2.0, "x", 1.3, "26 to 13"), Measure("read", 40, "ms")])

    assert "MISSED: at most 1.3" in lines[0]
    assert lines[0].endswith("26 to 13")
    assert "watched" in lines[1]
