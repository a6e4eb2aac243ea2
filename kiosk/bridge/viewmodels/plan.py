"""The plan on the screen: a path from what is done already to what can wait, in words."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.question import said_so_far, situation_name
from kiosk.catalogue.model import Catalogue, StepList
from kiosk.languages import Messages
from kiosk.languages.formats import alternatives, money_range, plain_date
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.visit.visit import Page, Visit, going_to, wanting_every_question
from kiosk.wording.channels import channel_name
from kiosk.wording.steps import because, cost, due, needs, papers, service_of, wait

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_OLD = timedelta(days=7)
_MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class PathRow:
    """One stretch of the path. `kind` is heading, automatic, first, step, know, left_out or wait."""

    kind: str
    step: str = ""
    number: int = 0
    title: str = ""
    due: str = ""
    cost: str = ""
    ways: str = ""
    papers: str = ""
    needs: str = ""
    chip: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    title: str = ""
    opening: str = ""
    safety: str = ""
    said: str = ""
    situation: str = ""
    symbol: str = ""
    theme: str = "all"
    papers: str = ""
    fees: str = ""
    age: str = ""
    more: str = ""
    left_out: str = ""
    rows: tuple[PathRow, ...] = ()


def shown(
    messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, today: date, *, with_left_out: bool
) -> Shown:
    """What the page says of `plan`; steps that do not apply are listed only `with_left_out`."""
    language = messages.language
    bundle = catalogue.bundles[visit.bundles[0]]
    count = len(plan.to_do())
    left_out = [step for step in plan.steps if step.status is Status.DOES_NOT_APPLY]
    return Shown(
        title=messages.ngettext("Your plan: {count} step", "Your plan: {count} steps", count).format(count=count),
        opening=bundle.opening.to(language) if bundle.opening else "",
        safety=bundle.safety.to(language) if bundle.safety else "",
        said=said_so_far(messages, catalogue, visit, today),
        situation=situation_name(messages, bundle),
        symbol=bundle.icon,
        theme=bundle.theme,
        papers=papers_line(messages, plan),
        fees=fees_line(messages, plan),
        age=age_line(messages, catalogue, today),
        more=messages.ngettext(
            "{count} more question can make this plan more exact",
            "{count} more questions can make this plan more exact",
            plan.questions_left,
        ).format(count=plan.questions_left)
        if plan.next_question is not None
        else "",
        left_out=messages.ngettext(
            "{count} other step is not for you", "{count} other steps are not for you", len(left_out)
        ).format(count=len(left_out))
        if left_out
        else "",
        rows=(*path_of(messages, catalogue, plan, today), *(left_out_rows(messages, catalogue, plan, with_left_out))),
    )


def path_of(messages: Messages, catalogue: Catalogue, plan: Plan, today: date) -> tuple[PathRow, ...]:
    """The path: done by itself, then what to do under the heads of its dates, then what is good to know."""
    rows: list[PathRow] = [
        PathRow("automatic", step=step.id, title=step.title.to(messages.language))
        for step in _of(plan, StepList.AUTOMATIC)
    ]
    first = do_first(plan)
    head = ""
    for step in plan.to_do():
        if (heading := _head(messages, step, today)) != head:
            head = heading
            rows.append(PathRow("heading", title=heading))
        rows.append(_step_row(messages, catalogue, plan, step, today, first))
        if step.id == first and (time := wait(messages, service_of(catalogue, step))):
            rows.append(PathRow("wait", title=messages.gettext("Wait: {time}").format(time=time.removesuffix("."))))
    known = _of(plan, StepList.TO_KNOW)
    if known:
        rows.append(PathRow("heading", title=messages.gettext("Good to know")))
    rows.extend(replace(_step_row(messages, catalogue, plan, step, today), kind="know") for step in known)
    return tuple(rows)


def do_first(plan: Plan) -> str:
    """The id of the first step that surely applies; of the first at all where none does; empty without steps."""
    steps = plan.to_do()
    sure = [step for step in steps if step.status is Status.APPLIES]
    return (sure or list(steps))[0].id if steps else ""


def left_out_rows(messages: Messages, catalogue: Catalogue, plan: Plan, wanted: bool) -> tuple[PathRow, ...]:
    """The steps that do not apply, each with the answer that says so."""
    if not wanted:
        return ()
    return tuple(
        PathRow(
            "left_out",
            step=step.id,
            title=step.title.to(messages.language),
            why=because(messages, step, catalogue.facts, plan),
        )
        for step in plan.steps
        if step.status is Status.DOES_NOT_APPLY
    )


def papers_line(messages: Messages, plan: Plan) -> str:
    """`Papers for all steps: 5`; empty when none is asked for."""
    count = len(plan.documents)
    if not count:
        return ""
    return messages.gettext("Papers for all steps: {count}").format(count=count)


def fees_line(messages: Messages, plan: Plan) -> str:
    """What it all costs, from least to most, and what is not known."""
    fees = plan.fees
    if not fees.maximum and not fees.unknown:
        return messages.gettext("Everything is free")
    if not fees.maximum:
        return messages.gettext("Some prices are not known: ask")
    total = money_range(messages, fees.minimum, fees.maximum)
    pattern = (
        messages.gettext("In all: {total}, and what must be asked")
        if fees.unknown
        else messages.gettext("In all: {total}")
    )
    return pattern.format(total=total)


def age_line(messages: Messages, catalogue: Catalogue, today: date) -> str:
    """ "This information is from 12 March." where it is older than a week; empty where it is fresh."""
    if today - catalogue.day <= _OLD:
        return ""
    return messages.gettext("This information is from {day}.").format(day=plain_date(messages, catalogue.day, today))


def _of(plan: Plan, which: StepList) -> list[PlannedStep]:
    return [step for step in plan.steps if step.list is which and step.status is not Status.DOES_NOT_APPLY]


def _head(messages: Messages, step: PlannedStep, today: date) -> str:
    if step.deadline is None:
        return messages.gettext("When you can")
    day = step.deadline.first or step.deadline.day
    if day - today <= timedelta(0):
        return messages.gettext("Now")
    if day - today <= _WEEK:
        return messages.gettext("This week")
    if day - today <= _MONTH:
        return messages.gettext("This month")
    return messages.gettext("Later")


def _step_row(
    messages: Messages, catalogue: Catalogue, plan: Plan, step: PlannedStep, today: date, first: str = ""
) -> PathRow:
    service = service_of(catalogue, step)
    ways = [channel_name(messages, channel.type) for channel in step.channels[:_MOST_WAYS]]
    may = step.status is Status.MAY_APPLY
    return PathRow(
        kind="first" if step.id == first else "step",
        step=step.id,
        number=step.number,
        title=step.title.to(messages.language),
        due=due(messages, step.deadline, today),
        cost=cost(messages, service),
        ways=alternatives(messages, [ways[0], *(way[0].lower() + way[1:] for way in ways[1:])]) if ways else "",
        papers=papers(messages, len(step.documents)),
        needs=needs(messages, step, plan),
        chip=messages.gettext("May be for you: ask") if may else "",
        why=because(messages, step, catalogue.facts, plan),
    )


@QmlElement
@QmlUncreatable("made by the application")
class PlanViewModel(QObject):  # type: ignore[operator]
    """Shows the plan of the visit, and leads into its steps."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._with_left_out = False
        self._shown = Shown()
        self._rows = Rows(PathRow, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """`Your plan: 6 steps`."""
        return self._shown.title

    @Property(str, notify=changed)
    def opening(self) -> str:
        """One quiet line said first."""
        return self._shown.opening

    @Property(str, notify=changed)
    def safety(self) -> str:
        """What to do in danger; empty where the situation has none."""
        return self._shown.safety

    @Property(str, notify=changed)
    def situation(self) -> str:
        """The situation, or a neutral name for it."""
        return self._shown.situation

    @Property(str, notify=changed)
    def said(self) -> str:
        """What the person said, in a few words."""
        return self._shown.said

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """The situation's icon."""
        return self._shown.symbol

    @Property(str, notify=changed)
    def theme(self) -> str:
        """The situation's colours."""
        return self._shown.theme

    @Property(str, notify=changed)
    def papers(self) -> str:
        """How many papers the whole plan asks for."""
        return self._shown.papers

    @Property(str, notify=changed)
    def fees(self) -> str:
        """What it costs in all."""
        return self._shown.fees

    @Property(str, notify=changed)
    def age(self) -> str:
        """How old the information is, where it is old."""
        return self._shown.age

    @Property(str, notify=changed)
    def leftOut(self) -> str:
        """How many steps do not apply; empty when all do."""
        return self._shown.left_out

    @Property(bool, notify=changed)
    def leftOutShown(self) -> bool:
        """Whether those steps are listed, each with its reason."""
        return self._with_left_out

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The path; roles kind, step, number, title, due, cost, ways, papers, needs, chip, why."""
        return self._rows

    @Property(str, notify=changed)
    def more(self) -> str:
        """How many questions could still change the plan; empty when none can."""
        return self._shown.more

    @Slot()
    def askMore(self) -> None:
        """Go on with the questions."""
        question = self._session.plan.next_question
        if question is not None:
            self._session.do(lambda visit: wanting_every_question(visit, question))

    @Slot(str)
    def openStep(self, step: str) -> None:
        """The page of one step."""
        self._session.do(lambda visit: going_to(visit, Page.STEP, step))

    @Slot()
    def openPapers(self) -> None:
        """The papers of the whole plan."""
        self._session.do(lambda visit: going_to(visit, Page.PAPERS))

    @Slot()
    def openTake(self) -> None:
        """Take the plan away."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE))

    @Slot()
    def openAnswers(self) -> None:
        """See and change what was answered."""
        self._session.do(lambda visit: going_to(visit, Page.ANSWERS))

    @Slot()
    def toggleLeftOut(self) -> None:
        """List the steps that do not apply, or fold them away."""
        self._with_left_out = not self._with_left_out
        self._refresh()

    def _forget(self) -> None:
        self._with_left_out = False
        self._show(Shown())

    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.PLAN:
            if not session.visit.bundles:
                self._forget()
            return
        self._show(
            shown(
                session.messages,
                session.catalogue,
                session.visit,
                session.plan,
                session.now().date(),
                with_left_out=self._with_left_out,
            )
        )

    def _show(self, new: Shown) -> None:
        self._shown = new
        self._rows.show(new.rows)
        self.changed.emit()
