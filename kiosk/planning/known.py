"""What may be taken as known from what a person said: assumed until they say otherwise, derived, or concluded."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import Fact
from kiosk.planning.plan import Answers

EVENT_DATE = FactId("event_date")
PREFER_NOT_TO_SAY = "skip"
"""The choice that says nothing: it costs nothing, and it is not asked again."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """`fact` answered `answer` leaves no doubt that `then` is `is_so`: it need not be asked."""

    fact: str
    answer: Answer
    then: str
    is_so: Answer


CONCLUSIONS = (
    Conclusion("children_under_18", 0, "child_under_6", False),
    Conclusion("children_under_18", 0, "child_12_or_under", False),
    Conclusion("children_under_18", 0, "child_school_age", False),
    Conclusion("child_under_6", True, "child_12_or_under", True),
    Conclusion("relation_to_deceased", "executor_only", "is_executor", True),
    Conclusion("insurable_work", False, "insurable_hours_600", False),
    Conclusion("insurable_hours_600", True, "insurable_work", True),
    Conclusion("cares_for", "nobody", "care_20h", False),
    Conclusion("tenure", "none", "pays_own_heat", False),
)


def assumed(facts: Mapping[FactId, Fact]) -> dict[FactId, Answer]:
    """What holds for everyone until they say otherwise."""
    return {fact.id: fact.default for fact in facts.values() if fact.default is not None}


def derived(facts: Mapping[FactId, Fact], language: str) -> dict[FactId, Answer]:
    """What follows from the language of the screen, by the rule `screen_language = ..`, the only one there is."""
    rules = ((fact.id, fact.derived_from.partition("=")) for fact in facts.values() if fact.derived_from)
    return {fact: value.strip() == language for fact, (_subject, _equals, value) in rules}


def concluded(answers: Mapping[FactId, Answer]) -> dict[FactId, Answer]:
    """`answers` with what leaves no doubt after them; what was said is never replaced."""
    known = {fact: answer for fact, answer in answers.items() if answer != PREFER_NOT_TO_SAY}
    for conclusion in CONCLUSIONS:
        if known.get(FactId(conclusion.fact)) == conclusion.answer:
            known.setdefault(FactId(conclusion.then), conclusion.is_so)
    return known


def all_known(usual: Mapping[FactId, Answer], answers: Answers) -> dict[FactId, Answer]:
    """What is known in all, `usual` being what is assumed or derived; an answer always has the last word."""
    return {**usual, **concluded(answers)}
