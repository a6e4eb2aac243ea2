"""What was answered so far, to read over and to change."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.papers import back_to_plan
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import Catalogue, Fact
from kiosk.languages import Messages
from kiosk.languages.formats import full_date, listing
from kiosk.planning import as_asked
from kiosk.planning.plan import Plan
from kiosk.visit.visit import Page, Visit, going_to, wanting_every_question

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One question and its answer; `answered` is false for "I'm not sure"."""

    fact: str
    question: str
    answer: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    more: str = ""
    rows: tuple[AnsweredRow, ...] = ()


def shown(messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, today: date) -> Shown:
    """The questions in the order they were met; how many more there are, where any can change the plan."""
    discreet = catalogue.is_sensitive(visit.bundles)
    return Shown(
        more=messages.gettext("Answer more questions: about {count}").format(count=plan.questions_left)
        if plan.next_question is not None
        else "",
        rows=tuple(
            _row(messages, as_asked(catalogue, visit.bundles, fact), visit.answers.get(fact), today, discreet)
            for fact in visit.asked
            if _is_asked_here(catalogue, visit, fact)
        ),
    )


def answer_words(messages: Messages, fact: Fact, answer: Answer, today: date) -> str:
    """The answer as it was touched: `Yes`, the label of a choice, several labels, a number, a date."""
    match answer:
        case bool():
            return messages.gettext("Yes") if answer else messages.gettext("No")
        case frozenset():
            labels = [choice.label.to(messages.language) for choice in fact.choices if choice.value in answer]
            return listing(messages, labels) or messages.gettext("None of these")
        case date():
            return full_date(messages, answer, today)
        case _:
            labels = [choice.label.to(messages.language) for choice in fact.choices if choice.value == answer]
            return labels[0] if labels else str(answer)


def _row(messages: Messages, fact: Fact, answer: Answer | None, today: date, discreet: bool) -> AnsweredRow:
    words = messages.gettext("I’m not sure")
    if answer is not None and (discreet or fact.sensitive):
        words = messages.gettext("Answered, not shown here")
    elif answer is not None:
        words = answer_words(messages, fact, answer, today)
    return AnsweredRow(fact.id, fact.question.to(messages.language), words, answer is not None)


def _is_asked_here(catalogue: Catalogue, visit: Visit, fact: FactId) -> bool:
    """Whether the question still stands: the date of an event taken up before may be none of this visit's."""
    try:
        as_asked(catalogue, visit.bundles, fact)
    except KeyError:
        return False
    return True


@QmlElement
@QmlUncreatable("made by the application")
class AnswersViewModel(QObject):  # type: ignore[operator]
    """Shows the answers, and leads back to any question."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown = Shown()
        self._rows = Rows(AnsweredRow, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def more(self) -> str:
        """How many questions could still change the plan; empty when none can."""
        return self._shown.more

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing was asked yet."""
        return not self._shown.rows

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """Questions and answers; roles fact, question, answer, answered."""
        return self._rows

    @Slot(str)
    def change(self, fact: str) -> None:
        """Ask a question again; its answer leads back to the plan."""
        self._session.do(lambda visit: going_to(visit, Page.QUESTION, fact))

    @Slot()
    def askMore(self) -> None:
        """Go on with the questions that were not asked."""
        question = self._session.plan.next_question
        if question is not None:
            self._session.do(lambda visit: wanting_every_question(visit, question))

    @Slot()
    def openPlan(self) -> None:
        """Back to the plan."""
        self._session.do(back_to_plan)

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.ANSWERS:
            self._show(Shown())
            return
        self._show(shown(session.messages, session.catalogue, session.visit, session.plan, session.now().date()))

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._rows.show(new.rows)
            self.changed.emit()
