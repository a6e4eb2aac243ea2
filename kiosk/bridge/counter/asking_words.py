"""What a question asked at the counter says: the question, why, its answers with their keys, and how many are left."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, Catalogue, Fact, FactType
from kiosk.languages import N_, Messages
from kiosk.languages.formats import short_date
from kiosk.planning.plan import Plan
from kiosk.planning.questions import as_asked
from kiosk.visit.answers import NO, YES
from kiosk.visit.visit import Visit, question_now
from kiosk.wording.lines import held

_DAYS = 7
_MOST_DIGITS = 9

_WRONG = {
    FactType.DATE: N_("That is no day. Type day and month, such as 6 3."),
    FactType.NUMBER: N_("That number is not possible here."),
    FactType.BOOLEAN: N_("Choose one of the answers."),
    FactType.CHOICE: N_("Choose one of the answers."),
    FactType.SEVERAL: N_("Choose one of the answers."),
    FactType.MONEY_BAND: N_("Choose one of the answers."),
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer and the key that gives it; `chosen` where several may be."""

    value: str
    label: str
    cap: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is asked. `kind` is that of the fact (`FactType`); `left` counts this question too."""

    question: str = ""
    why: str = ""
    help: str = ""
    kind: str = ""
    left: str = ""
    hint: str = ""
    wrong: str = ""
    answers: tuple[AnswerRow, ...] = ()


def question_of(visit: Visit, plan: Plan, thorough: bool) -> FactId | None:
    """The question to ask now: one of the few that matter, or when staff asked for more, any that changes something."""
    if not visit.bundles:
        return None
    return plan.next_question if thorough else question_now(visit, plan)


def shown(
    messages: Messages, catalogue: Catalogue, bundles: tuple[BundleId, ...], fact_id: FactId, left: int, today: date,
    several: frozenset[str],
) -> Shown:  # fmt: skip
    """The question about `fact_id`; `several` are the answers chosen so far where several may be."""
    fact = as_asked(catalogue, bundles, fact_id)
    language = messages.language
    return Shown(
        question=held(fact.question.to(language)),
        why=fact.why.to(language),
        help=fact.help.to(language) if fact.help else "",
        kind=fact.type,
        left=messages.ngettext("{count} question left", "{count} questions left", left).format(count=left),
        hint=_hint(messages, fact),
        answers=_answers(messages, fact, today, several),
    )


def taking_back(visit: Visit) -> Visit:
    """The visit without its last answer: the question comes again."""
    if not visit.asked:
        return visit
    *before, last = visit.asked
    answers = {fact: answer for fact, answer in visit.answers.items() if fact != last}
    return replace(visit, asked=tuple(before), answers=answers, skipped=visit.skipped - {last})


def _hint(messages: Messages, fact: Fact) -> str:
    match fact.type:
        case FactType.DATE:
            return messages.gettext("Another day: day and month, such as 6 3")
        case FactType.NUMBER:
            return messages.gettext("Type the number")
        case _:
            return ""


def _answers(messages: Messages, fact: Fact, today: date, several: frozenset[str]) -> tuple[AnswerRow, ...]:
    match fact.type:
        case FactType.BOOLEAN:
            yes, no = messages.gettext("Yes"), messages.gettext("No")
            return AnswerRow(YES, yes, yes[:1].upper(), False), AnswerRow(NO, no, no[:1].upper(), False)
        case FactType.DATE:
            days = [today - timedelta(days=back) for back in range(_DAYS)]
            names = [messages.gettext("today"), messages.gettext("yesterday")]
            labels = [names[at] if at < len(names) else short_date(messages, day) for at, day in enumerate(days)]
            return tuple(
                AnswerRow(day.isoformat(), label[:1].upper() + label[1:], str(at), False)
                for at, (day, label) in enumerate(zip(days, labels, strict=True), start=1)
            )
        case FactType.NUMBER:
            return ()
        case _:
            return tuple(
                AnswerRow(
                    choice.value,
                    choice.label.to(messages.language),
                    str(at) if at <= _MOST_DIGITS else "",
                    choice.value in several,
                )
                for at, choice in enumerate(fact.choices, start=1)
            )


def wrong_words(messages: Messages, kind: FactType) -> str:
    """Why what was typed is no answer to a question of this kind."""
    return messages.gettext(_WRONG[kind])
