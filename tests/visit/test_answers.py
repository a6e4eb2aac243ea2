"""What a question takes and what it refuses, written by a finger or by a program."""

from datetime import date

import pytest

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import Choice, Fact, FactType
from kiosk.catalogue.text import text
from kiosk.visit.answers import AnswerError, read_answer, write_answer

ANY = text(en="any", fr="un")


def fact(kind: FactType, minimum: int | None = None, maximum: int | None = None) -> Fact:
    return Fact(
        id=FactId("asked"),
        type=kind,
        question=ANY,
        why=ANY,
        sensitive=False,
        choices=(Choice("rents", ANY), Choice("owns", ANY)),
        minimum=minimum,
        maximum=maximum,
    )


@pytest.mark.parametrize(
    ("kind", "written", "answer"),
    [
        (FactType.BOOLEAN, "true", True),
        (FactType.BOOLEAN, " false ", False),
        (FactType.CHOICE, "rents", "rents"),
        (FactType.MONEY_BAND, "owns", "owns"),
        (FactType.SEVERAL, "owns, rents", frozenset({"owns", "rents"})),
        (FactType.SEVERAL, "", frozenset()),
        (FactType.NUMBER, "0", 0),
        (FactType.NUMBER, "66", 66),
        (FactType.DATE, "2024-02-29", date(2024, 2, 29)),
    ],
)
def test_an_answer_is_read(kind, written, answer):
    assert read_answer(fact(kind), written) == answer


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (FactType.BOOLEAN, ""),
        (FactType.BOOLEAN, "yes"),
        (FactType.BOOLEAN, "1"),
        (FactType.CHOICE, ""),
        (FactType.CHOICE, "squats"),
        (FactType.CHOICE, "Rents"),
        (FactType.MONEY_BAND, "rents,owns"),
        (FactType.SEVERAL, "rents,squats"),
        (FactType.NUMBER, ""),
        (FactType.NUMBER, "-1"),
        (FactType.NUMBER, "1.5"),
        (FactType.NUMBER, "٣"),
        (FactType.NUMBER, "²"),
        (FactType.DATE, ""),
        (FactType.DATE, "2026-02-29"),
        (FactType.DATE, "2026-13-01"),
        (FactType.DATE, "12/03/2026"),
        (FactType.DATE, "1899-12-31"),
        (FactType.DATE, "2200-01-01"),
    ],
)
def test_what_a_question_does_not_take_is_refused_by_its_name(kind, written):
    with pytest.raises(AnswerError, match="asked"):
        read_answer(fact(kind), written)


@pytest.mark.parametrize(
    ("minimum", "maximum", "written"),
    [(1, None, "0"), (None, 120, "121"), (18, 120, "17"), (None, 120, "9" * 40), (0, 0, "1")],
)
def test_a_number_out_of_range_is_refused(minimum, maximum, written):
    with pytest.raises(AnswerError, match="takes"):
        read_answer(fact(FactType.NUMBER, minimum, maximum), written)


@pytest.mark.parametrize("written", ["18", "120"])
def test_both_ends_of_a_range_are_in_it(written):
    assert read_answer(fact(FactType.NUMBER, 18, 120), written) == int(written)


def test_a_very_long_number_is_not_read_as_a_shorter_one():
    with pytest.raises(AnswerError):
        read_answer(fact(FactType.NUMBER), "1" * 30)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (FactType.BOOLEAN, True),
        (FactType.BOOLEAN, False),
        (FactType.CHOICE, "rents"),
        (FactType.SEVERAL, frozenset({"rents", "owns"})),
        (FactType.NUMBER, 66),
        (FactType.DATE, date(2026, 3, 12)),
    ],
)
def test_a_written_answer_reads_back_as_itself(kind, answer):
    assert read_answer(fact(kind), write_answer(answer)) == answer
