"""One question a screen: why it is asked, its answers, and the plan growing in sight."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.calendar import CalendarViewModel
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import Bundle, Catalogue, Fact, FactType
from kiosk.languages import N_, Messages
from kiosk.languages.formats import beside, plain_date
from kiosk.planning.plan import Plan
from kiosk.visit.answers import NO, YES, AnswerError, read_answer, write_answer
from kiosk.visit.visit import Page, Visit, answering, going_to, led_by, questions_left
from kiosk.wording.lines import held

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_YES_NO = ((YES, N_("Yes"), "check"), (NO, N_("No"), "x"))
MOST_SEGMENTS = 12


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer to touch; `chosen` when it is what was said before."""

    value: str
    label: str
    symbol: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    situation: str = ""
    symbol: str = ""
    theme: str = "all"
    discreet: bool = False
    position: int = 1
    total: int = 1
    question: str = ""
    help: str = ""
    why: str = ""
    kind: str = ""
    written: str = ""
    lowest: int = 0
    highest: int = 0
    answers: tuple[AnswerRow, ...] = ()
    so_far: str = ""
    said: str = ""


def said_so_far(messages: Messages, catalogue: Catalogue, visit: Visit, today: date) -> str:
    """What the person said, in a few words.

    Nothing is read back in a sensitive situation, nor a sensitive answer, nor one that the editors wrote no words for.
    """
    if catalogue.is_sensitive(visit.bundles):
        return ""
    return beside(
        messages,
        (
            _said(messages, catalogue.facts[fact_id], visit.answers[fact_id], today)
            for fact_id in visit.asked
            if fact_id in visit.answers
        ),
    )


def situation_name(messages: Messages, bundle: Bundle) -> str:
    """The situation as its tile says it; a sensitive one is only "My list", for whoever looks over a shoulder."""
    return messages.gettext("My list") if bundle.sensitive else bundle.tile.to(messages.language)


def shown(messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, today: date) -> Shown:
    """What the page says about the fact that the visit stands at."""
    fact = catalogue.facts[FactId(visit.here.subject)]
    bundle = catalogue.bundles[visit.bundles[0]]
    language = messages.language
    before = [known for known in visit.asked if known != fact.id]
    position = visit.asked.index(fact.id) + 1 if fact.id in visit.asked else len(before) + 1
    answered = fact.id in visit.asked
    steps = len(plan.to_do())
    return Shown(
        situation=situation_name(messages, bundle),
        symbol=bundle.icon,
        theme=bundle.theme,
        discreet=bundle.sensitive,
        position=position,
        total=min(MOST_SEGMENTS, max(position, len(before) + questions_left(visit, plan) + (1 if answered else 0))),
        question=_asked(fact, bundle, language),
        help=fact.help.to(language) if fact.help else "",
        why=fact.why.to(language),
        kind=fact.type,
        written=write_answer(visit.answers[fact.id]) if fact.id in visit.answers else "",
        lowest=fact.minimum or 0,
        highest=fact.maximum if fact.maximum is not None else 0,
        answers=_answer_rows(messages, fact, visit.answers.get(fact.id)),
        so_far=messages.ngettext("Your plan so far: {count} step", "Your plan so far: {count} steps", steps).format(
            count=steps
        ),
        said=said_so_far(messages, catalogue, visit, today),
    )


def _asked(fact: Fact, bundle: Bundle, language: str) -> str:
    if fact.type is FactType.DATE and bundle.event_date is not None:
        return held(bundle.event_date.to(language))
    return held(fact.question.to(language))


def _answer_rows(messages: Messages, fact: Fact, answer: Answer | None) -> tuple[AnswerRow, ...]:
    if fact.type is FactType.BOOLEAN:
        return tuple(
            AnswerRow(value, messages.gettext(label), symbol, answer is not None and answer == (value == YES))
            for value, label, symbol in _YES_NO
        )
    chosen = answer if isinstance(answer, frozenset) else {answer}
    return tuple(
        AnswerRow(choice.value, choice.label.to(messages.language), "", choice.value in chosen)
        for choice in fact.choices
    )


def _said(messages: Messages, fact: Fact, answer: Answer, today: date) -> str:
    if fact.sensitive or isinstance(answer, frozenset):
        return ""
    if isinstance(answer, date):
        return plain_date(messages, answer, today)
    words = fact.said.get(write_answer(answer))
    return words.to(messages.language) if words else ""


@QmlElement
@QmlUncreatable("made by the application")
class QuestionViewModel(QObject):  # type: ignore[operator]
    """Shows the question that the visit stands at, and notes what is touched."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown = Shown()
        self._answers = Rows(AnswerRow, self)
        self._calendar = CalendarViewModel(lambda: session.messages, lambda: session.now().date())
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def situation(self) -> str:
        """The situation this question belongs to."""
        return self._shown.situation

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """Its icon."""
        return self._shown.symbol

    @Property(str, notify=changed)
    def theme(self) -> str:
        """Its colours."""
        return self._shown.theme

    @Property(bool, notify=changed)
    def discreet(self) -> bool:
        """Whether the question is not to be read from a distance."""
        return self._shown.discreet

    @Property(str, notify=changed)
    def positionText(self) -> str:
        """`Question 2 of about 5`; the number of questions is never promised."""
        shown = self._shown
        words = self._session.messages.gettext("Question {position} of about {total}")
        return words.format(position=shown.position, total=shown.total)

    @Property(int, notify=changed)
    def position(self) -> int:
        """Which question this is, from 1."""
        return self._shown.position

    @Property(int, notify=changed)
    def total(self) -> int:
        """About how many there are."""
        return self._shown.total

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question."""
        return self._shown.question

    @Property(str, notify=changed)
    def help(self) -> str:
        """What a word in it means."""
        return self._shown.help

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why it is asked."""
        return self._shown.why

    @Property(str, notify=changed)
    def kind(self) -> str:
        """boolean, choice, choice_multi, money_band, number or date."""
        return self._shown.kind

    @Property(str, notify=changed)
    def written(self) -> str:
        """What was answered before, as `answer` takes it; empty when nothing was."""
        return self._shown.written

    @Property(int, notify=changed)
    def lowest(self) -> int:
        """The smallest number it takes."""
        return self._shown.lowest

    @Property(int, notify=changed)
    def highest(self) -> int:
        """The largest number it takes; 0 when any is possible."""
        return self._shown.highest

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        """The answers to touch; roles value, label, symbol, chosen."""
        return self._answers

    @Property(int, notify=changed)
    def answerCount(self) -> int:
        """How many answers there are to touch."""
        return len(self._shown.answers)

    @Property(str, notify=changed)
    def soFar(self) -> str:
        """How many steps the plan has already."""
        return self._shown.so_far

    @Property(str, notify=changed)
    def said(self) -> str:
        """What the person said, in a few words."""
        return self._shown.said

    @Property(CalendarViewModel, constant=True)
    def calendar(self) -> CalendarViewModel:
        """The page of a month, for a question that takes a day."""
        return self._calendar

    @Slot(str)
    def answer(self, untrusted: str) -> None:
        """Note an answer and go where it leads; what the question does not take is not noted."""
        fact = self._fact()
        try:
            answer = read_answer(fact, untrusted)
        except AnswerError:
            return
        self._note(fact.id, answer)

    @Slot()
    def notSure(self) -> None:
        """ "I'm not sure" is an answer: the question does not come again."""
        self._note(self._fact().id, None)

    @Slot()
    def showPlan(self) -> None:
        """Leave the questions; the plan shows everything that may apply."""
        self._session.do(lambda visit: going_to(visit, Page.PLAN))

    def _fact(self) -> Fact:
        return self._session.catalogue.facts[FactId(self._session.visit.here.subject)]

    def _note(self, fact: FactId, answer: Answer | None) -> None:
        answered = answering(self._session.visit, fact, answer)
        plan = self._session.plan_of(answered)
        self._session.do(lambda _: led_by(answered, plan))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.QUESTION:
            self._show(Shown())
            return
        self._show(shown(session.messages, session.catalogue, session.visit, session.plan, session.now().date()))

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._answers.show(new.answers)
            if new.kind == FactType.DATE:
                self._calendar.open_at(date.fromisoformat(new.written) if new.written else self._session.now().date())
            else:
                self._calendar.forget()
            self.changed.emit()
