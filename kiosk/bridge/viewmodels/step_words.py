"""One step of the plan, said in full: what it gives, what it costs, by when, what comes first and what to bring."""

from dataclasses import dataclass
from datetime import date

from kiosk.bridge.viewmodels.ways import Reaching, WayRow, ways_of
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import Catalogue, Confidence, LocationId, Service, StepList
from kiosk.languages import Messages
from kiosk.languages.formats import money, month_and_year, plain_date, short_date
from kiosk.planning import as_asked
from kiosk.planning.plan import Because, Deadline, DueKind, Plan, PlannedStep, Status
from kiosk.visit.single import is_single
from kiosk.visit.visit import EVENT_DATE, Visit
from kiosk.wording.places import host_of, order_of_government, unverified
from kiosk.wording.slip import bring, say
from kiosk.wording.steps import because, borrows, cost, needs, too_late, wait

_YEAR, _MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing to know at a glance. `doubt` is empty when somebody has checked it."""

    label: str
    value: str
    symbol: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    chip: str = ""
    chip_tone: str = "calm"
    chip_symbol: str = ""
    maybe: str = ""
    title: str = ""
    discreet: bool = False
    organization: str = ""
    gives: str = ""
    note: str = ""
    why: str = ""
    question: str = ""
    question_fact: str = ""
    late: str = ""
    notice: str = ""
    safety: str = ""
    before: str = ""
    before_title: str = ""
    before_step: str = ""
    say: str = ""
    papers: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    checked: str = ""
    page_read: bool = False
    doubt: str = ""
    next_title: str = ""
    next_step: str = ""
    single: bool = False
    facts: tuple[FactRow, ...] = ()
    ways: tuple[WayRow, ...] = ()


def step_called(plan: Plan, step_id: str) -> PlannedStep | None:
    """The step with this id; None when an answer has taken it out of the plan."""
    return next((step for step in plan.steps if step.id == step_id), None)


def place_for(catalogue: Catalogue, visit: Visit, step: PlannedStep) -> LocationId | None:
    """Where the step is done in person: the place the person chose, else the one the plan found."""
    if step.service is None:
        return None
    chosen = visit.places.get(step.service)
    return chosen if chosen in catalogue.services[step.service].locations else step.location


def gone(messages: Messages) -> Shown:
    """What the page says where the step is no longer in the plan."""
    return Shown(title=messages.gettext("This step is not in your plan any more"))


def shown(
    messages: Messages,
    catalogue: Catalogue,
    visit: Visit,
    plan: Plan,
    step: PlannedStep,
    today: date,
    reaching: Reaching | None,
) -> Shown:
    """What the page says of `step`; `reaching` is None for an action outside the catalogue."""
    language = messages.language
    service = reaching.service if reaching else None
    chip, tone, symbol = _position(messages, visit, plan, step)
    asks = _question(catalogue, visit, step)
    before = next((other for other in plan.steps if other.id in step.after and other.number), None)
    following = next((other for other in plan.to_do() if step.number and other.number == step.number + 1), None)
    return Shown(
        chip=chip,
        chip_tone=tone,
        chip_symbol=symbol,
        maybe=messages.gettext("May be for you: ask") if step.status is Status.MAY_APPLY else "",
        title=step.title.to(language),
        discreet=bool(service and service.discreet) or catalogue.is_sensitive(visit.bundles),
        organization=_organization(messages, catalogue, service) if service else "",
        gives=service.gives.to(language) if service and not borrows(step, service) else "",
        note=step.note.to(language) if step.note else "",
        why="" if asks else because(messages, step, catalogue.facts, plan),
        question=as_asked(catalogue, visit.bundles, asks).question.to(language) if asks else "",
        question_fact=asks or "",
        late=too_late(messages, step.deadline),
        notice=service.notice.to(language) if service and service.notice else "",
        safety=service.safety_note.to(language) if service and service.safety_note else "",
        before=needs(messages, step, plan),
        before_title=before.title.to(language) if before else "",
        before_step=before.id if before else "",
        say=say(messages, step.say.to(language)) if step.say else "",
        papers=tuple(
            bring(messages, catalogue.documents[needed.id], needed, plan)
            for needed in plan.documents
            if step.id in needed.steps
        ),
        amounts=_amounts(messages, service) if service else (),
        checked=checked_line(messages, service, today) if service else "",
        page_read=bool(service and service.source.url_seen),
        doubt=unverified(messages) if service and service.source.confidence is Confidence.LOW else "",
        next_title=following.title.to(language) if following else "",
        next_step=following.id if following else "",
        single=any(map(is_single, visit.bundles)) and len(plan.to_do()) < 2,
        facts=facts_of(messages, step, service, today),
        ways=ways_of(reaching, step) if reaching else (),
    )


def facts_of(messages: Messages, step: PlannedStep, service: Service | None, today: date) -> tuple[FactRow, ...]:
    """Cost, wait and date, as far as they are known; no wait of a service that the step only borrows."""
    doubted = (
        any(option.confidence is Confidence.LOW and option.amount for option in service.costs) if service else False
    )
    label, day = _when(messages, step, today)
    rows = (
        FactRow(messages.gettext("Cost"), cost(messages, service), "coin", unverified(messages) if doubted else ""),
        FactRow(messages.gettext("Wait"), wait(messages, step, service).removesuffix("."), "hourglass"),
        FactRow(label, day, "calendar-event"),
    )
    return tuple(row for row in rows if row.value)


def checked_line(messages: Messages, service: Service, today: date) -> str:
    """When the facts were found and where; where their page itself was not read, only which page to trust."""
    source = service.source
    day = _as_of(messages, source.as_of, today)
    site = host_of(source.url)
    if not site:
        return messages.gettext("Information of {day}").format(day=day)
    if source.url_seen:
        to_the_day = len(source.as_of) > _MONTH
        on, within = (
            messages.gettext("Checked on {day}, from {site}"),
            messages.gettext("Checked in {day}, from {site}"),
        )
        return (on if to_the_day else within).format(day=day, site=site)
    return messages.gettext("Information of {day}. Official site: {site}").format(day=day, site=site)


def _position(messages: Messages, visit: Visit, plan: Plan, step: PlannedStep) -> tuple[str, str, str]:
    """Where the step stands: words, tone and icon of its chip."""
    if step.status is Status.DOES_NOT_APPLY:
        return messages.gettext("Not for you, from your answers"), "calm", "info-circle"
    match step.list:
        case StepList.AUTOMATIC:
            return messages.gettext("It happens by itself"), "good", "circle-check"
        case StepList.TO_KNOW:
            return messages.gettext("Good to know"), "calm", "info-circle"
    count = len(plan.to_do())
    if count < 2:
        return "", "calm", ""
    if step == plan.do_first():
        words = messages.gettext("Step {number} of {count}: do this first")
        return words.format(number=step.number, count=count), "first", "flag-3"
    words = messages.gettext("Step {number} of {count}")
    return words.format(number=step.number, count=count), "calm", "route"


def _question(catalogue: Catalogue, visit: Visit, step: PlannedStep) -> FactId | None:
    """The question whose answer would settle the step; None where there is none to ask."""
    if step.status is not Status.MAY_APPLY or step.reason.because is not Because.NOT_KNOWN:
        return None
    asked = {
        fact
        for b in visit.bundles
        for fact in (*catalogue.bundles[b].questions, *catalogue.bundles[b].optional_questions)
    }
    open_facts = (
        f for f in step.reason.facts if f in asked and f != EVENT_DATE and not catalogue.facts[f].derived_from
    )
    return next(open_facts, None)


def _organization(messages: Messages, catalogue: Catalogue, service: Service) -> str:
    organization = catalogue.organizations[service.organization]
    return messages.gettext("{organization}, {order}").format(
        organization=organization.name.to(messages.language),
        order=order_of_government(messages, organization.government_level),
    )


def _when(messages: Messages, step: PlannedStep, today: date) -> tuple[str, str]:
    """The label and the words of the date; where no date can be worked out, what the time counts from."""
    deadline = step.deadline
    if deadline is None:
        text = step.timing.text.to(messages.language) if step.timing and step.timing.text else ""
        return messages.gettext("When"), text
    if deadline.missed:
        if deadline.kind is DueKind.RECOMMENDED_BY:
            return messages.gettext("Best done"), messages.gettext("as soon as you can")
        return messages.gettext("Was due"), _day(messages, deadline.day, today)
    match deadline.kind:
        case DueKind.NOW:
            return messages.gettext("When"), messages.gettext("Today")
        case DueKind.FROM:
            return messages.gettext("You can start"), _day(messages, deadline.day, today)
        case DueKind.BETWEEN:
            return messages.gettext("When"), _between(messages, deadline, today)
        case DueKind.RECOMMENDED_BY:
            return messages.gettext("Best done by"), _day(messages, deadline.day, today)
        case DueKind.BY:
            return messages.gettext("Do it by"), _day(messages, deadline.day, today)


def _between(messages: Messages, deadline: Deadline, today: date) -> str:
    last = _day(messages, deadline.day, today)
    if deadline.first is None or deadline.first <= today:
        return messages.gettext("until {day}").format(day=last)
    return messages.gettext("{first} to {last}").format(first=_day(messages, deadline.first, today), last=last)


def _day(messages: Messages, day: date, today: date) -> str:
    words = short_date(messages, day)
    return words if day.year == today.year else f"{words} {day.year}"


def _amounts(messages: Messages, service: Service) -> tuple[str, ...]:
    """Each price where there are several, then how much money can be had."""
    language = messages.language
    priced = [option for option in service.costs if option.amount is not None]
    prices = (
        messages.gettext("{what}: {amount}").format(what=o.option.to(language), amount=money(messages, o.amount))
        for o in priced
        if o.amount is not None and len(priced) > 1
    )
    return (*prices, *(amount.to(language) for amount in service.amounts))


def _as_of(messages: Messages, as_of: str, today: date) -> str:
    """`2026`, `March 2026`, `12 March 2026`, from an ISO year, month or day."""
    if len(as_of) <= _YEAR:
        return as_of
    if len(as_of) <= _MONTH:
        return month_and_year(messages, date.fromisoformat(f"{as_of}-01"))
    return plain_date(messages, date.fromisoformat(as_of), today)
