"""The page of one case: what became of each step, when it is looked at again, and how it is erased."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_adding import CaseAddingViewModel
from kiosk.bridge.counter.case_consent import CaseConsentViewModel
from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_hand_off import CaseHandOffsViewModel
from kiosk.bridge.counter.case_outcome import CaseOutcomeViewModel
from kiosk.bridge.counter.case_person import CasePersonViewModel
from kiosk.bridge.counter.case_rows import CaseShown, case_shown
from kiosk.bridge.counter.case_words import code_shown, problem_words
from kiosk.bridge.counter.hand_off_printing import HandOffPrinting
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter.cases.cabinet import By, Cabinet, CaseNumber
from kiosk.counter.cases.case import Case, CasePlan
from kiosk.counter.cases.following import In, attempted, due_in
from kiosk.counter.staff import Deed
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseViewModel(QObject):  # type: ignore[operator]
    """Shows the case that lies open, and holds what is being noted until it is saved, all at once."""

    changed = Signal()
    saved = Signal()
    """Everything is on the disk: the next person."""

    erased = Signal()
    left = Signal()
    """What was not saved was let go of."""

    flagWanted = Signal(str)
    """Something is wrong about the service with this id."""

    needWanted = Signal()
    reprintWanted = Signal(str)
    """The slip with this token, or else with this code, is wanted once more."""

    personRead = Signal(str, str)
    """The number of a case, and the first name in it, which nobody may write down."""

    def __init__(
        self,
        open_case: OpenCase,
        catalogue: Callable[[], Catalogue],
        words_of_languages: dict[str, Messages],
        printing: HandOffPrinting,
    ) -> None:
        super().__init__()
        self._open = open_case
        self._catalogue = catalogue
        self._printing = printing
        self._erasing = False
        self._unclear = ""
        self._shown = CaseShown()
        self._person = CasePersonViewModel(open_case)
        self._consent = CaseConsentViewModel(open_case, words_of_languages)
        self._hand_offs = CaseHandOffsViewModel(open_case, catalogue, printing)
        self._outcome = CaseOutcomeViewModel(open_case, catalogue, lambda: self._person.reach_chosen)
        self._adding = CaseAddingViewModel(open_case, catalogue)
        open_case.opened.connect(self._begin)
        open_case.changed.connect(self._say)
        self._person.changed.connect(self._outcome.say)
        self._outcome.changed.connect(self._say)
        self._outcome.chosen.connect(self._clear)
        self._adding.added.connect(self._outcome.look)
        open_case.desk.spoke.connect(self._say)
        self._say()

    @property
    def unfinished(self) -> bool:
        """Whether another person at the desk would lose anything."""
        return self._open.case is not None and not (self._outcome.is_empty and not self._person.is_changed)

    @Property(CasePersonViewModel, constant=True)
    def person(self) -> CasePersonViewModel:
        """The part about the person."""
        return self._person

    @Property(CaseConsentViewModel, constant=True)
    def consent(self) -> CaseConsentViewModel:
        """The asking for consent."""
        return self._consent

    @Property(CaseHandOffsViewModel, constant=True)
    def handOffs(self) -> CaseHandOffsViewModel:
        """What partners were told."""
        return self._hand_offs

    @Property(CaseOutcomeViewModel, constant=True)
    def outcome(self) -> CaseOutcomeViewModel:
        """The part about the steps."""
        return self._outcome

    @Property(CaseAddingViewModel, constant=True)
    def adding(self) -> CaseAddingViewModel:
        """The asking for another step."""
        return self._adding

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether a case lies open."""
        return self._open.case is not None

    @Property(bool, notify=changed)
    def unsaved(self) -> bool:
        """Whether something is not saved."""
        return self.unfinished

    @Property(str, notify=changed)
    def title(self) -> str:
        """`Case 26-118`."""
        return self._shown.title

    @Property(str, notify=changed)
    def consentGiven(self) -> str:
        """`Consent given 12 March`; empty without."""
        return self._shown.consent

    @Property(str, notify=changed)
    def ends(self) -> str:
        """`Ends 12 June`; empty without consent."""
        return self._shown.ends

    @Property(bool, notify=changed)
    def mayErase(self) -> bool:
        """Whether whoever is signed in may erase it now."""
        return self._shown.may_erase

    @Property(bool, notify=changed)
    def erasing(self) -> bool:
        """Whether it is asked whether to erase it."""
        return self._erasing

    @Property(str, notify=changed)
    def plan(self) -> str:
        """What the plan is about, where that may be known."""
        return self._shown.plan

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code of its slip; empty without."""
        return self._shown.code

    @Property(str, notify=changed)
    def due(self) -> str:
        """How late the follow-up is, when it is due; empty while it is not."""
        return self._shown.due

    @Property(str, notify=changed)
    def next(self) -> str:
        """What is to be done next, in one line."""
        return self._shown.next

    @Property(str, notify=changed)
    def dueTone(self) -> str:
        """How a chip shows that."""
        return self._shown.due_tone

    @Property(str, notify=changed)
    def dueDetail(self) -> str:
        """How often the person was tried."""
        return self._shown.due_detail

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong, and what to do next; empty where nothing did."""
        if self._unclear:
            return self._unclear
        return problem_words(self._open.desk.messages, self._open.problem) if self._open.problem else ""

    @Slot(str)
    def openNumber(self, number: str) -> None:
        """Lay a case open. One in which something is not saved stays, and says so when another is wanted."""
        if not self.unfinished:
            self._open.open_number(CaseNumber(number))
        elif self._open.case is None or self._open.case.number != number:
            self._hold_on()

    def open_plan(self, plan: CasePlan) -> None:
        """Lay open the case of a slip; for a new one, ask for consent at once."""
        if self.unfinished:
            self._hold_on()
        elif self._open.open_plan(plan):
            self._consent.ask()

    @Slot(bool)
    def tried(self, reached: bool) -> None:
        """The person was tried: reached, or not this time, and then it is due again in three days."""
        again = due_in(In.THREE_DAYS, self._open.today.day)

        def work(cabinet: Cabinet, case: Case, by: By) -> Case:
            day = None if reached or again is None or again > case.last_day else again
            return attempted(cabinet, case, by, reached=reached, again=day)

        self._open.write(work)

    @Slot()
    def save(self) -> None:
        """Write everything that is being noted; what cannot be written stays, and the page says why."""
        self._unclear = self._outcome.unclear()
        if not self._unclear and self._person.save() and self._outcome.save():
            self.saved.emit()
        else:
            self._say()

    @Slot()
    def drop(self) -> None:
        """Let go of everything that is not saved."""
        self._unclear = ""
        self._person.forget()
        self._outcome.forget()
        self._say()
        self.left.emit()

    @Slot()
    def askErase(self) -> None:
        """Ask whether to erase the case."""
        self._erasing = self._shown.may_erase
        self._say()

    @Slot()
    def keepIt(self) -> None:
        """Do not erase it."""
        self._erasing = False
        self._say()

    @Slot()
    def erase(self) -> None:
        """Erase it for good."""
        self._erasing = False
        if self._open.erase():
            self.erased.emit()
        else:
            self._say()

    @Slot()
    def flag(self) -> None:
        """Something is wrong about the step looked at."""
        self.flagWanted.emit(self._outcome.service)

    @Slot()
    def need(self) -> None:
        """Something was needed that is not there."""
        self.needWanted.emit()

    @Slot()
    def reprint(self) -> None:
        """The slip is wanted once more."""
        case = self._open.case
        if case is not None and case.code:
            self.reprintWanted.emit(case.token or code_shown(case.code))

    @Slot()
    def handOff(self) -> None:
        """Hand the person on, at first to whoever gives the step looked at."""
        service = self._catalogue().services.get(ServiceId(self._outcome.service))
        self._hand_offs.begin(service.organization if service else "")

    def let_go(self) -> None:
        """Remember nothing of anybody, and take back what the printer has not printed."""
        self._printing.close()
        self._open.let_go()

    @Slot()
    def _begin(self) -> None:
        self._erasing, self._unclear = False, ""
        case = self._open.case
        if case is not None and self._person.first_name:
            self.personRead.emit(case.number, self._person.first_name)
        self._say()

    def _hold_on(self) -> None:
        self._unclear = self._open.desk.messages.gettext(
            "This case has something that is not saved. Save it, or let it go, before you open another."
        )
        self._say()

    @Slot()
    def _clear(self) -> None:
        """Something else was chosen: what was unclear may be clear now."""
        self._unclear = ""
        self._say()

    @Slot()
    def _say(self) -> None:
        case = self._open.case
        self._shown = (
            CaseShown()
            if case is None
            else case_shown(
                self._open.desk.messages,
                self._catalogue(),
                case,
                self._open.today.day,
                is_supervisor=self._open.desk.may(Deed.ERASE_ANY_CASE),
            )
        )
        self.changed.emit()
