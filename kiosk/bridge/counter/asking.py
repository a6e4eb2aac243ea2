"""Asking the person the few questions that make their plan exact: one key each, each once, "not sure" is an answer."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.asking_words import AnswerRow, Shown, question_of, shown, taking_back, wrong_words
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import FactType
from kiosk.counter.walkin.days import day_typed
from kiosk.planning.questions import as_asked
from kiosk.visit.answers import NO, YES, AnswerError, read_answer
from kiosk.visit.visit import answering, question_now, questions_left

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class AskingViewModel(QObject):  # type: ignore[operator]
    """Asks what is worth asking, and is done when no answer could change the plan, or staff have asked enough."""

    changed = Signal()
    asked = Signal(str)
    """Another question stands on the screen; `asked` says it, for the ear. Empty when there is none any more."""

    def __init__(self, desk: DeskViewModel, session: Session) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._fact: FactId | None = None
        self._thorough = False
        self._several: frozenset[str] = frozenset()
        self._shown = Shown()
        self._answers = Rows(AnswerRow, self)
        session.changed.connect(self._refresh)
        session.ended.connect(self.stop)
        desk.spoke.connect(self._refresh)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether a question stands on the screen."""
        return self._fact is not None

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question, as it is read out to the person."""
        return self._shown.question

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why it is asked."""
        return self._shown.why

    @Property(str, notify=changed)
    def help(self) -> str:
        """What else to know about it; often empty."""
        return self._shown.help

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What kind of answer it takes: boolean, choice, choice_multi, number, date, money_band."""
        return self._shown.kind

    @Property(str, notify=changed)
    def left(self) -> str:
        """`3 questions left`."""
        return self._shown.left

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What can be typed; empty where nothing is."""
        return self._shown.hint

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """Why what was typed is no answer; empty when nothing was wrong."""
        return self._shown.wrong

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self._session.visit.asked)

    @Property(str, notify=changed)
    def unsureCap(self) -> str:
        """The key for "not sure"."""
        # Note: the key of the keyboard for "I'm not sure", one letter
        return self._desk.messages.pgettext("key", "U")

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        """The answers to choose from (`AnswerRow`)."""
        return self._answers

    @Slot()
    def start(self) -> None:
        """Ask the few questions that matter; once they are answered, every other that still changes something."""
        session = self._session
        self._thorough = bool(session.visit.bundles) and question_now(session.visit, session.plan) is None
        self._ask(question_of(session.visit, session.plan, self._thorough))

    @Slot()
    def stop(self) -> None:
        """Ask nothing more now."""
        self._ask(None)

    @Slot(str)
    def answer(self, untrusted: str) -> None:
        """Note an answer and go on; where several may be chosen, choose one or take it back."""
        if self._fact is None:
            return
        if self._kind() is FactType.SEVERAL:
            self._several ^= {untrusted}
            self._say()
            return
        self._note(untrusted)

    @Slot()
    def confirm(self) -> None:
        """What was chosen of several is the answer."""
        if self._fact is not None and self._kind() is FactType.SEVERAL:
            self._note(",".join(self._several))

    @Slot(str)
    def type(self, untrusted: str) -> None:
        """A number or a day was typed."""
        if self._fact is None:
            return
        if self._kind() is not FactType.DATE:
            self._note(untrusted)
            return
        day = day_typed(untrusted, self._session.now().date())
        self._note(day.isoformat() if day else untrusted)

    @Slot(str, result=bool)
    def press(self, key: str) -> bool:
        """Take a key of the keyboard as an answer; tell whether it was one."""
        if self._fact is None:
            return False
        caps = {row.cap.upper(): row.value for row in self._shown.answers if row.cap}
        if self._kind() is FactType.BOOLEAN:
            caps = {"Y": YES, "N": NO, "1": YES, "2": NO, **caps}
        value = caps.get(key.upper())
        if value is not None:
            self.answer(value)
        elif key.upper() in ("U", str(self.property("unsureCap")).upper()):
            self.notSure()
        else:
            return False
        return True

    @Slot()
    def notSure(self) -> None:
        """ "Not sure" is an answer: the question does not come again."""
        if self._fact is not None:
            fact = self._fact
            self._session.do(lambda visit: answering(visit, fact, None))

    @Slot()
    def back(self) -> None:
        """Take the last answer back and ask it again."""
        if self._session.visit.asked:
            self._session.do(taking_back)

    def _kind(self) -> FactType:
        return FactType(self._shown.kind)

    def _note(self, untrusted: str) -> None:
        fact_id = self._fact
        assert fact_id is not None
        fact = as_asked(self._session.catalogue, self._session.visit.bundles, fact_id)
        try:
            answer: Answer = read_answer(fact, untrusted)
        except AnswerError:
            self._show(replace(self._shown, wrong=wrong_words(self._desk.messages, fact.type)))
            return
        self._session.do(lambda visit: answering(visit, fact_id, answer))

    @Slot()
    def _refresh(self) -> None:
        if self._fact is not None:
            session = self._session
            self._ask(question_of(session.visit, session.plan, self._thorough))

    def _ask(self, fact: FactId | None) -> None:
        another = fact != self._fact
        self._fact = fact
        if another:
            self._several = frozenset()
        self._say()
        if another:
            self.asked.emit(self._shown.question)

    def _say(self) -> None:
        session = self._session
        if self._fact is None:
            self._show(Shown())
            return
        plan = session.plan
        left = plan.questions_left if self._thorough else questions_left(session.visit, plan)
        self._show(
            shown(
                self._desk.messages, session.catalogue, session.visit.bundles, self._fact, left,
                session.now().date(), self._several,
            )
        )  # fmt: skip

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._answers.show(new.answers)
            self.changed.emit()
