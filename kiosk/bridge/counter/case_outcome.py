"""The part of a case that is about its steps: what became of each, what made it hard, and the follow-up."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter import case_draft
from kiosk.bridge.counter.case_draft import Draft, Noted
from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_rows import (
    FOLLOW_UP_ORDER,
    OutcomeShown,
    ReasonRow,
    StatusRow,
    StepRow,
    outcome_shown,
)
from kiosk.bridge.counter.case_words import FOLLOW_UPS
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case
from kiosk.counter.cases.following import FollowUpError, follow_up
from kiosk.counter.cases.opening import note_outcome
from kiosk.counter.cases.person import Reach
from kiosk.counter.cases.statuses import Reason, Status

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseOutcomeViewModel(QObject):  # type: ignore[operator]
    """Holds what is being noted until it is saved, all at once."""

    changed = Signal()
    chosen = Signal()
    """Something else is being noted than before."""

    def __init__(self, open_case: OpenCase, catalogue: Callable[[], Catalogue], reach: Callable[[], Reach]) -> None:
        """`reach` gives the way to reach the person that is chosen now."""
        super().__init__()
        self._open = open_case
        self._catalogue = catalogue
        self._reach = reach
        self._draft = Draft()
        self._shown = OutcomeShown()
        self._steps = Rows(StepRow, self)
        self._quick = Rows(StatusRow, self)
        self._others = Rows(StatusRow, self)
        self._reasons = Rows(ReasonRow, self)
        open_case.opened.connect(self._begin)
        open_case.changed.connect(self.say)
        open_case.desk.spoke.connect(self.say)
        self._begin()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is being noted."""
        return self._draft.is_empty

    @property
    def service(self) -> str:
        """The service of the step looked at; empty for none, or for one that the catalogue does not know."""
        return self._shown.service

    @Property(QObject, constant=True)
    def steps(self) -> Rows:
        """The steps: `StepRow`."""
        return self._steps

    @Property(int, notify=changed)
    def place(self) -> int:
        """The step looked at, from 1; 0 for none."""
        return self._shown.place

    @Property(str, notify=changed)
    def step(self) -> str:
        """Its name."""
        return self._shown.step

    @Property(str, notify=changed)
    def stepDetail(self) -> str:
        """Whose service it is."""
        return self._shown.step_detail

    @Property(str, notify=changed)
    def history(self) -> str:
        """What was noted of it before."""
        return self._shown.history

    @Property(bool, notify=changed)
    def mayCorrect(self) -> bool:
        """Whether there is anything to put right."""
        return self._shown.may_correct

    @Property(bool, notify=changed)
    def corrects(self) -> bool:
        """Whether what is chosen puts right what was noted last."""
        return self._shown.corrects

    @Property(QObject, constant=True)
    def quick(self) -> Rows:
        """What can have happened, with keys: `StatusRow`."""
        return self._quick

    @Property(QObject, constant=True)
    def others(self) -> Rows:
        """What else can have happened: `StatusRow`."""
        return self._others

    @Property(str, notify=changed)
    def otherChosen(self) -> str:
        """Which of `others` is chosen, in words; empty for none."""
        return self._shown.other_chosen

    @Property(QObject, constant=True)
    def reasons(self) -> Rows:
        """What can have made it hard: `ReasonRow`."""
        return self._reasons

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def followUps(self) -> list[str]:
        """When it can be looked at again."""
        return [self._open.desk.messages.gettext(FOLLOW_UPS[choice]) for choice in FOLLOW_UP_ORDER]

    @Property(int, notify=changed)
    def followUp(self) -> int:
        """Which of `followUps` is chosen; -1 where it is another day."""
        return self._shown.follow_up

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day typed for it."""
        return self._shown.day

    @Property(str, notify=changed)
    def followLine(self) -> str:
        """What the follow-up will be."""
        return self._shown.follow_line

    @Property(int, notify=changed)
    def minutes(self) -> int:
        """Minutes spent on the step."""
        return self._shown.minutes

    @Slot(int)
    def look(self, place: int) -> None:
        """Look at another step."""
        case = self._open.case
        if case is not None:
            self._change(case_draft.looking_at(self._draft, case, place))

    @Slot(str)
    def choose(self, status: str) -> None:
        """Choose what happened, or take the choice back."""
        case = self._open.case
        if case is not None and self._draft.place:
            self._change(case_draft.choosing(self._draft, case.step(self._draft.place), Status(status)))

    @Slot(bool)
    def correct(self, on: bool) -> None:
        """Put right what was noted last."""
        case = self._open.case
        if case is not None and self._draft.place:
            self._change(case_draft.correcting(self._draft, case.step(self._draft.place), on))

    @Slot(str, bool)
    def reason(self, reason: str, on: bool) -> None:
        """Note what made it hard."""
        self._change(case_draft.with_reason(self._draft, Reason(reason), on))

    @Slot(int)
    def spend(self, minutes: int) -> None:
        """So many minutes more, or fewer."""
        self._change(case_draft.with_minutes(self._draft, minutes))

    @Slot(int)
    def follow(self, index: int) -> None:
        """Choose when to look at it again."""
        self._change(case_draft.following(self._draft, FOLLOW_UP_ORDER[index]))

    @Slot(str)
    def typeDay(self, untrusted_text: str) -> None:
        """Type the day on which to look at it again."""
        self._change(case_draft.on_day(self._draft, untrusted_text))

    def unclear(self) -> str:
        """What must be chosen before anything can be saved; empty when it can."""
        case, gettext = self._open.case, self._open.desk.messages.gettext
        without = next((p for p, one in self._draft.steps.items() if one != Noted() and one.status is None), 0)
        if case is not None and without:
            self._draft = case_draft.looking_at(self._draft, case, without)
            return gettext("Choose what happened to step {number}, then save.").format(number=without)
        return ""

    def save(self) -> bool:
        """Write everything that is being noted; tell whether nothing is left. What cannot be written stays."""
        return self._save_steps() and self._save_follow_up()

    def forget(self) -> None:
        """Let go of everything that is being noted."""
        self._begin()

    @Slot()
    def say(self) -> None:
        """Say again what there is to say."""
        case = self._open.case
        self._shown = (
            OutcomeShown()
            if case is None
            else outcome_shown(
                self._open.desk.messages, self._catalogue(), case, self._draft, self._open.today.day, self._reach()
            )
        )
        self._steps.show(self._shown.steps)
        self._quick.show(self._shown.quick)
        self._others.show(self._shown.others)
        self._reasons.show(self._shown.reasons)
        self.changed.emit()

    def _save_steps(self) -> bool:
        for place, noted in tuple(self._draft.steps.items()):
            status = noted.status
            if status is None:
                continue

            def work(
                cabinet: Cabinet, case: Case, by: By, place: int = place, noted: Noted = noted, status: Status = status
            ) -> Case:
                return note_outcome(
                    cabinet,
                    case,
                    place,
                    status,
                    by,
                    reasons=noted.reasons,
                    minutes=noted.minutes,
                    corrects=noted.corrects,
                )

            if not self._open.write(work):
                return False
            self._draft = case_draft.written(self._draft, place)
        return True

    def _save_follow_up(self) -> bool:
        draft = self._draft
        if not draft.day and draft.follow_up is None:
            return True

        def work(cabinet: Cabinet, case: Case, by: By) -> Case:
            due = case_draft.due_of(draft, case, by.day)
            if draft.day and due is None:
                raise FollowUpError(draft.day)
            return follow_up(cabinet, case, due, by)

        if not self._open.write(work):
            return False
        self._draft = case_draft.followed(self._draft)
        return True

    @Slot()
    def _begin(self) -> None:
        self._draft = case_draft.begun(self._open.case)
        self.say()

    def _change(self, draft: Draft) -> None:
        self._draft = draft
        self.say()
        self.chosen.emit()
