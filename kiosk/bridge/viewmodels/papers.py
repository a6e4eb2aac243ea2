"""The papers of the whole plan, each once: what the person ticks off, and where the others come from."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.model import Catalogue, DocumentId, Form
from kiosk.languages import Messages
from kiosk.planning.plan import NeededDocument, Plan
from kiosk.visit.visit import Page, Visit, going_to, holding
from kiosk.wording.slip import form, paper_steps

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper. `caution` is a hint that must be seen, such as not to type a number; `step` is where it comes from."""

    paper: str
    label: str
    chip: str
    detail: str
    caution: str
    source: str
    step: str
    held: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says. `lead` is what to do, and then what is still missing."""

    lead: str = ""
    progress: str = ""
    held: int = 0
    total: int = 0
    rows: tuple[PaperRow, ...] = ()


def shown(messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan) -> Shown:
    """What the page says of the papers that `plan` asks for."""
    rows = tuple(_row(messages, catalogue, visit, plan, needed) for needed in plan.documents)
    held = sum(row.held for row in rows)
    return Shown(
        lead=still_needed(messages, held, len(rows)) or messages.gettext("Touch what you already have."),
        progress=messages.gettext("{held} of {total}").format(held=held, total=len(rows)),
        held=held,
        total=len(rows),
        rows=rows,
    )


def still_needed(messages: Messages, held: int, total: int) -> str:
    """`You still need 3 of 5.`; empty as long as nothing is ticked."""
    if not held:
        return ""
    if held == total:
        return messages.gettext("You have them all.")
    left = total - held
    return messages.ngettext("You still need {count} of {total}.", "You still need {count} of {total}.", left).format(
        count=left, total=total
    )


def _row(messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, needed: NeededDocument) -> PaperRow:
    language = messages.language
    document = catalogue.documents[needed.id]
    hint = document.hint.to(language) if document.hint else ""
    is_number = needed.form is Form.NUMBER
    origin = next((step for step in plan.to_do() if step.id == needed.obtained_from and step.number), None)
    comes = messages.gettext("It comes from step {number}").format(number=origin.number) if origin else ""
    instead = [catalogue.documents[other].name.to(language) for other in needed.instead]
    return PaperRow(
        paper=needed.id,
        label=document.name.to(language),
        chip=_capital(form(messages, replace(needed, certain=True))),
        detail="\n".join(
            line
            for line in (
                ". ".join(
                    part
                    for part in (_capital(paper_steps(messages, needed.steps, plan)), _only_if_asked(messages, needed))
                    if part
                ),
                "" if is_number else hint,
                "" if origin or hint else _giver(messages, catalogue, needed),
                messages.gettext("Or one of these: {papers}").format(papers=" · ".join(instead)) if instead else "",
            )
            if line
        ),
        caution=hint if is_number else "",
        source=comes,
        step=origin.id if origin else "",
        held=needed.id in visit.held,
    )


def _giver(messages: Messages, catalogue: Catalogue, needed: NeededDocument) -> str:
    """Who gives a paper that no step of the plan brings; nobody where a service keeps to itself."""
    issuing = catalogue.documents[needed.id].issuing_service
    service = catalogue.services[issuing] if issuing else None
    if service is None or service.discreet:
        return ""
    office = catalogue.organizations[service.organization].name.to(messages.language)
    return messages.gettext("You can get it from: {office}").format(office=office)


def _only_if_asked(messages: Messages, needed: NeededDocument) -> str:
    return "" if needed.certain else messages.gettext("Not everyone needs it")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@QmlElement
@QmlUncreatable("made by the application")
class PapersViewModel(QObject):  # type: ignore[operator]
    """Shows the papers, and notes which ones the person has."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown = Shown()
        self._rows = Rows(PaperRow, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def lead(self) -> str:
        """What to do; once something is ticked, what is still missing."""
        return self._shown.lead

    @Property(str, notify=changed)
    def progress(self) -> str:
        """`2 of 5`."""
        return self._shown.progress

    @Property(int, notify=changed)
    def held(self) -> int:
        """How many the person has."""
        return self._shown.held

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many there are."""
        return self._shown.total

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The papers; roles paper, label, chip, detail, caution, source, step, held."""
        return self._rows

    @Slot(str, bool)
    def tick(self, paper: str, held: bool) -> None:
        """Note that the person has a paper, or has not."""
        self._session.do(lambda visit: holding(visit, DocumentId(paper), held))

    @Slot(str)
    def openStep(self, step: str) -> None:
        """The step that gives a paper."""
        self._session.do(lambda visit: going_to(visit, Page.STEP, step))

    @Slot()
    def openPlan(self) -> None:
        """Back to the plan."""
        self._session.do(back_to_plan)

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.PAPERS:
            if not session.visit.bundles:
                self._show(Shown())
            return
        self._show(shown(session.messages, session.catalogue, session.visit, session.plan))

    def _show(self, new: Shown) -> None:
        if new != self._shown:
            self._shown = new
            self._rows.show(new.rows)
            self.changed.emit()


def back_to_plan(visit: Visit) -> Visit:
    """At the plan that the person came from; one screen further where they came another way."""
    for position, stop in enumerate(visit.trail):
        if stop.page is Page.PLAN:
            return replace(visit, trail=visit.trail[: position + 1])
    return going_to(visit, Page.PLAN)
