"""The search for answers that reach a step agrees with trying every answer there is."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.checks.reachability import can_hold
from kiosk.catalogue.conditions import AllOf, Answer, AnyOf, Comparison, Condition, FactId, NoneOf, Operator
from kiosk.catalogue.model import FactType
from kiosk.catalogue.sources.shapes import ChoiceShape, FactShape

FACTS = {
    "yes": FactShape(fact="yes", type=FactType.BOOLEAN, question={}, sensitive=False),
    "age": FactShape(fact="age", type=FactType.NUMBER, question={}, sensitive=False, minimum=0, maximum=6),
    "place": FactShape(
        fact="place",
        type=FactType.CHOICE,
        question={},
        sensitive=False,
        choices=[ChoiceShape(value=value, label={}) for value in "abc"],
    ),
    "needs": FactShape(
        fact="needs",
        type=FactType.SEVERAL,
        question={},
        sensitive=False,
        choices=[ChoiceShape(value=value, label={}) for value in "xy"],
    ),
}
EVERY_ANSWER: dict[str, list[Answer]] = {
    "yes": [True, False],
    "age": list(range(7)),
    "place": ["a", "b", "c"],
    "needs": [frozenset(), frozenset("x"), frozenset("y"), frozenset("xy")],
}
SETS = (Operator.IN, Operator.NOT_IN)

COMPARISONS = st.one_of(
    st.builds(Comparison, st.just(FactId("yes")), st.just(Operator.EQUAL), st.booleans(), st.booleans()),
    st.builds(
        Comparison,
        st.just(FactId("age")),
        st.sampled_from([operator for operator in Operator if operator not in SETS]),
        st.integers(-1, 7),
        st.booleans(),
    ),
    st.builds(
        Comparison,
        st.just(FactId("place")),
        st.sampled_from(SETS),
        st.frozensets(st.sampled_from("abc")),
        st.booleans(),
    ),
    st.builds(
        Comparison, st.just(FactId("needs")), st.sampled_from(SETS), st.frozensets(st.sampled_from("xy")), st.booleans()
    ),
)
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda parts: st.builds(
        lambda group, inside: group(tuple(inside)), st.sampled_from([AllOf, AnyOf, NoneOf]), st.lists(parts, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(CONDITIONS)
def test_a_condition_can_hold_exactly_when_some_answers_satisfy_it(condition: Condition) -> None:
    answers = [dict(zip(EVERY_ANSWER, combination, strict=True)) for combination in product(*EVERY_ANSWER.values())]

    found = can_hold(condition, FACTS)

    assert found == any(satisfies(condition, given_answers) for given_answers in answers)


def test_a_limit_inside_a_band_can_be_reached() -> None:
    income = FactShape(
        fact="income",
        type=FactType.MONEY_BAND,
        question={},
        sensitive=True,
        choices=[ChoiceShape(value="low", label={}, min=0, max=20), ChoiceShape(value="high", label={}, min=21)],
    )

    assert can_hold(Comparison(FactId("income"), Operator.AT_MOST, 10), {"income": income})
    assert not can_hold(Comparison(FactId("income"), Operator.BELOW, 0), {"income": income})


def satisfies(condition: Condition, answers: dict[str, Answer]) -> bool:
    match condition:
        case AllOf(parts):
            return all(satisfies(part, answers) for part in parts)
        case AnyOf(parts):
            return any(satisfies(part, answers) for part in parts)
        case NoneOf(parts):
            barring = [part for part in parts if not isinstance(part, Comparison) or part.required]
            return not any(satisfies(part, answers) for part in barring)
        case Comparison():
            return not condition.required or holds(condition, answers[condition.fact])


def holds(comparison: Comparison, answer: Answer) -> bool:
    value = comparison.value
    if isinstance(value, frozenset):
        chosen = answer if isinstance(answer, frozenset) else frozenset([answer])
        return bool(chosen & value) is (comparison.operator is Operator.IN)
    assert isinstance(answer, int)
    assert isinstance(value, int)
    match comparison.operator:
        case Operator.EQUAL:
            return answer == value
        case Operator.ABOVE:
            return answer > value
        case Operator.AT_LEAST:
            return answer >= value
        case Operator.BELOW:
            return answer < value
        case _:
            return answer <= value
