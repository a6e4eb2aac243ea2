"""One step in words: by when, at what cost, how long the wait, and why it may or may not apply."""

from collections.abc import Mapping, Sequence
from datetime import date

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import Catalogue, Confidence, Fact, Service
from kiosk.languages import Messages
from kiosk.languages.formats import money, money_range, short_date
from kiosk.planning.plan import Because, Deadline, DueKind, Plan, PlannedStep, Status


def due(messages: Messages, deadline: Deadline | None, today: date) -> str:
    """`by Thu 9 April`, `from 1 May`, `today`; empty when there is no date."""
    if deadline is None:
        return ""
    day = short_date(messages, deadline.day)
    if deadline.day.year != today.year:
        day = f"{day} {deadline.day.year}"
    match deadline.kind:
        case DueKind.NOW:
            return messages.gettext("today")
        case DueKind.RECOMMENDED_BY if deadline.missed:
            return messages.gettext("as soon as you can")
        case _ if deadline.missed:
            return messages.gettext("was due {day}").format(day=day)
        case DueKind.BY | DueKind.RECOMMENDED_BY:
            return messages.gettext("by {day}").format(day=day)
        case DueKind.FROM:
            return messages.gettext("from {day}").format(day=day)
        case DueKind.BETWEEN:
            first = short_date(messages, deadline.first) if deadline.first else ""
            if deadline.first and deadline.first.year != deadline.day.year:
                first = f"{first} {deadline.first.year}"
            return messages.gettext("{first} to {last}").format(first=first, last=day)


def too_late(messages: Messages, deadline: Deadline | None) -> str:
    """What can still be done once the day has passed; empty when it has not."""
    if deadline is None or not deadline.missed or deadline.kind is DueKind.RECOMMENDED_BY:
        return ""
    rules = [rule.to(messages.language) for rule in deadline.late]
    ask = messages.gettext("The date has passed. Ask anyway: they can tell you what is still possible.")
    return " ".join([ask, *(rule if rule.endswith((".", "!", "?")) else f"{rule}." for rule in rules)])


def cost(messages: Messages, service: Service | None) -> str:
    """`Free`, `$33`, `From $33`, or that the price must be asked; empty outside the catalogue."""
    if service is None:
        return ""
    amounts = [option.amount for option in service.costs if option.amount is not None]
    if not amounts:
        return messages.gettext("Ask the cost") if service.costs else ""
    lowest, highest = min(amounts), max(amounts)
    if highest == 0:
        return messages.gettext("Free")
    open_ended = len(amounts) < len(service.costs) or _doubted(service)
    if open_ended and lowest:
        return messages.gettext("From {amount}").format(amount=money(messages, lowest))
    return money_range(messages, lowest, highest)


def is_free(service: Service) -> bool:
    """Tell whether nothing is asked for the service, or nobody has said that something is."""
    return all(option.amount == 0 for option in service.costs)


def borrows(step: PlannedStep, service: Service) -> bool:
    """Tell whether the step is another errand than the service's own, such as handing back what it gives."""
    return step.say is not None and step.say != service.say


def wait(messages: Messages, step: PlannedStep, service: Service | None) -> str:
    """How long the office takes for its own errand, as the editors wrote it; empty when it is not known."""
    if service is None or service.processing_time is None or borrows(step, service):
        return ""
    return service.processing_time.to(messages.language)


def papers(messages: Messages, count: int) -> str:
    """`1 paper`, `3 papers`; empty for none."""
    if not count:
        return ""
    return messages.ngettext("{count} paper", "{count} papers", count).format(count=count)


def because(messages: Messages, step: PlannedStep, facts: Mapping[FactId, Fact], plan: Plan) -> str:
    """Why a step may apply, does not apply, or was brought in; empty when it simply applies."""
    said = [answer_text(messages, facts[fact]) for fact in step.reason.facts if fact in facts]
    notes = " ".join(note.to(messages.language) for note in step.reason.notes)
    match step.reason.because:
        case Because.NOT_KNOWN if said:
            return messages.gettext("It depends on: {question}").format(question=said[0])
        case Because.PERHAPS_LIMIT:
            return messages.gettext("Perhaps: your income is near the limit. Ask.")
        case Because.NEEDED_PAPER:
            wanting = [other for other in plan.steps if step.id in other.after]
            if wanting:
                return messages.gettext("You need its paper for: {step}").format(
                    step=wanting[0].title.to(messages.language)
                )
            return notes
        case Because.ANSWERS if step.status is Status.DOES_NOT_APPLY and said:
            return messages.gettext("From your answer to: {question}").format(question=said[0])
        case _:
            return notes


def answer_text(messages: Messages, fact: Fact) -> str:
    """The question of `fact`, as it was asked."""
    return fact.question.to(messages.language)


def needs(messages: Messages, step: PlannedStep, plan: Plan) -> str:
    """`Needs step 1`: the steps to finish first; empty when there are none."""
    numbers = [other.number for other in plan.steps if other.id in step.after and other.number]
    if not numbers:
        return ""
    return step_numbers(messages, numbers, messages.ngettext("Needs step {steps}", "Needs steps {steps}", len(numbers)))


def step_numbers(messages: Messages, numbers: Sequence[int], pattern: str = "") -> str:
    """`step 1`, `steps 1, 3 and 4`."""
    from kiosk.languages.formats import listing

    words = pattern or messages.ngettext("step {steps}", "steps {steps}", len(numbers))
    return words.format(steps=listing(messages, [str(number) for number in numbers]))


def service_of(catalogue: Catalogue, step: PlannedStep) -> Service | None:
    """The service behind a step, when it has one."""
    return catalogue.services[step.service] if step.service is not None else None


def _doubted(service: Service) -> bool:
    return any(option.confidence is not Confidence.HIGH for option in service.costs)
