"""What stands on a slip, in words: labels, dates, hours, numbers, addresses and the lines that every slip carries.

Paper is read days later, so nothing here speaks of "now", "today" or "tomorrow".
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum, auto
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours import Kind, Schedule, days_ahead
from kiosk.catalogue.hours.week_wording import day_words, week_lines, week_words
from kiosk.catalogue.model import Catalogue, Document, Form, Phone, Service
from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, listing, plain_date, short_date
from kiosk.planning.plan import Deadline, DueKind, NeededDocument, Plan, PlannedStep
from kiosk.wording.steps import due, step_numbers

CLOSURES_AHEAD = timedelta(days=14)
"""How far ahead a slip names the days on which a place is closed."""

RELAY = "711"
_ONE_YEAR_AHEAD = timedelta(days=300)
"""Further ahead a date needs its year."""
_ONE_LINE = 38
"""Small letters on one line of a roll, under a step's title."""
_LONGEST_ADDRESS = 60
_SHORT_NUMBER = 3


class Label(Enum):
    """The rows of a step."""

    WHERE = auto()
    OPEN = auto()
    PHONE = auto()
    WEBSITE = auto()
    COST = auto()
    WAIT = auto()
    BRING = auto()
    SAY = auto()
    AFTER = auto()
    WHEN = auto()
    NOTE = auto()


def label(messages: Messages, which: Label) -> str:
    """The label of a row: `Go to`, « Où »."""
    match which:
        case Label.WHERE:
            return messages.pgettext("slip", "Go to")
        case Label.OPEN:
            return messages.pgettext("slip", "Open")
        case Label.PHONE:
            return messages.pgettext("slip", "Phone")
        case Label.WEBSITE:
            return messages.pgettext("slip", "Website")
        case Label.COST:
            return messages.pgettext("slip", "Cost")
        case Label.WAIT:
            return messages.pgettext("slip", "Wait")
        case Label.BRING:
            return messages.pgettext("slip", "Bring")
        case Label.SAY:
            return messages.pgettext("slip", "Say")
        case Label.AFTER:
            return messages.pgettext("slip", "After")
        case Label.WHEN:
            return messages.pgettext("slip", "When")
        case Label.NOTE:
            return messages.pgettext("slip", "Note")


def issued(messages: Messages, now: datetime) -> str:
    """`Thu 12 March 2026, 10:14 a.m.`, « jeu. 12 mars 2026, 10 h 14 »."""
    return messages.gettext("{day} {year}, {time}").format(
        day=short_date(messages, now.date()), year=now.year, time=clock_time(messages, now.time())
    )


def plain_title(messages: Messages) -> str:
    """What a plain cover says in place of the topic."""
    return messages.gettext("My list")


def lead(messages: Messages, plan: Plan) -> str:
    """How many steps there are, and where to begin."""
    count, first = len(plan.to_do()), plan.do_first()
    if count < 2 or first is None:
        return messages.ngettext("You have {count} step.", "You have {count} steps.", count).format(count=count)
    return messages.ngettext(
        "You have {count} step. Do number {first} first.", "You have {count} steps. Do number {first} first.", count
    ).format(count=count, first=first.number)


def first_flag(messages: Messages, deadline: Deadline | None, today: date, *, in_short: bool = False) -> str:
    """What is framed under the first step: do it first, and by when; `in_short` for a roll."""
    when = _dated(messages, deadline, today)
    if in_short and deadline and deadline.kind in (DueKind.BY, DueKind.RECOMMENDED_BY) and _is_near(deadline, today):
        when = messages.pgettext("slip", "by {day}").format(day=short_date(messages, deadline.day))
    if not when:
        return messages.gettext("Do this first")
    return messages.gettext("Do this first: {when}").format(when=when)


def when(messages: Messages, deadline: Deadline | None, today: date) -> str:
    """The date of a step for paper: `by Thu 19 March`; empty when there is none."""
    return _dated(messages, deadline, today)


def brief_when(messages: Messages, deadline: Deadline | None, today: date) -> str:
    """The same for a line of a roll, without the weekday, and without the year where there is no doubt which it is:
    `by 19 March`.
    """
    if deadline is None or deadline.missed or deadline.kind not in (DueKind.BY, DueKind.RECOMMENDED_BY):
        return _dated(messages, deadline, today)
    day = plain_date(messages, deadline.day, deadline.day if _is_near(deadline, today) else today)
    return messages.pgettext("slip", "by {day}").format(day=day)


def _is_near(deadline: Deadline, today: date) -> bool:
    return today <= deadline.day < today + _ONE_YEAR_AHEAD


def opening_lines(
    messages: Messages, schedule: Schedule, today: date, zone: ZoneInfo, *, reasons: bool = True
) -> tuple[str, ...]:
    """The week, then the open days that will be closed within two weeks: `Wed 11 November: closed (Remembrance Day)`,
    or without `reasons` `Closed Wed 11 November`. Nothing where the hours are not known.
    """
    if schedule.kind is Kind.UNKNOWN:
        return ()
    week: tuple[str, ...] = ()
    if schedule.kind is Kind.TIMETABLE:
        week = week_lines(messages, schedule, today, zone, short=True)
    week = week or (week_words(messages, schedule, today, zone, short=True),)
    days = days_ahead(schedule, today, CLOSURES_AHEAD.days, zone)
    closed = [day for day in days if day.closure and day.reason]
    if not closed:
        return tuple(_capital(line) for line in week)
    if reasons:
        told = [_capital(day_words(messages, day, today, short=True)) for day in closed]
    else:
        dates = listing(messages, [short_date(messages, day.date) for day in closed])
        told = [messages.gettext("Closed {days}").format(days=dates)]
    return (*(_capital(line) for line in week), *told)


def phone_lines(messages: Messages, phone: Phone, *, beside: str = "") -> tuple[str, ...]:
    """The number that answers in the language, its twin, and how to call it by TTY or relay.

    Where they stand `beside` those of another language it is that one's number, and each has a line of its own.
    """
    number = phone.number_in(beside or messages.language)
    texts = "text" in phone.kind
    lines = [messages.gettext("{number}, call or text").format(number=number) if texts else number]
    if phone.toll_free_or_local and number == phone.number:
        lines.append(messages.gettext("or {number}").format(number=phone.toll_free_or_local))
    if phone.number_tty:
        lines.append(messages.gettext("TTY {number}").format(number=phone.number_tty))
    elif len(phone.number) > _SHORT_NUMBER:
        lines.append(messages.gettext("relay {number}").format(number=RELAY))
    return tuple(lines) if beside else _paired(lines)


def website(messages: Messages, service: Service) -> str:
    """The address without its https, or, where nobody would type it, the site and what to look for there."""
    if service.url is None:
        return ""
    parts = urlsplit(service.url.plain_to(messages.language))
    host = parts.netloc.removeprefix("www.")
    address = (host + parts.path).rstrip("/")
    if len(address) <= _LONGEST_ADDRESS and not parts.query and not parts.fragment:
        return address
    return messages.gettext("{site}: look for “{words}”").format(site=host, words=service.name.to(messages.language))


def form(messages: Messages, document: NeededDocument, *, alone: bool = False) -> str:
    """`original`, `copy`, `number` or `original or copy`; "if asked" when only some people must bring it, unless a
    heading says so and the form stands `alone`. Alone, a number goes without saying.
    """
    words = _form(messages, document.form)
    if alone:
        return "" if document.form is Form.NUMBER else words
    return words if document.certain else messages.gettext("{form}, if asked").format(form=words)


def bring(messages: Messages, document: Document, needed: NeededDocument, plan: Plan) -> str:
    """One paper of a step: `Death certificate (original), from step 3`."""
    words = messages.gettext("{paper} ({form})").format(
        paper=document.name.to(messages.language), form=form(messages, needed)
    )
    return _with_origin(messages, words, needed, plan)


def paper(messages: Messages, document: Document, needed: NeededDocument, plan: Plan) -> str:
    """The same paper in the list of all papers, which gives its form beside it."""
    return _with_origin(messages, document.name.to(messages.language), needed, plan)


def form_and_origin(messages: Messages, needed: NeededDocument, plan: Plan, *, alone: bool = False) -> str:
    """`original, from step 3`: what is said of a paper whose name stands apart."""
    return _with_origin(messages, form(messages, needed, alone=alone and not _origin(needed, plan)), needed, plan)


def paper_steps(messages: Messages, steps: Sequence[str], plan: Plan) -> str:
    """`steps 1 and 3`: the numbers of those of `steps` that are to do; empty when none is."""
    numbers = _numbers(plan, steps)
    return step_numbers(messages, numbers) if numbers else ""


def paper_numbers(steps: Sequence[str], plan: Plan) -> tuple[int, ...]:
    """The numbers of those of `steps` that are to do."""
    return tuple(_numbers(plan, steps))


def say(messages: Messages, words: str) -> str:
    """What to say at the counter, in quotation marks."""
    return messages.gettext("“{words}”").format(words=words)


def after(messages: Messages, step: PlannedStep, plan: Plan) -> str:
    """What a step opens: `You need it for step 3.`; empty when nothing waits for it."""
    given = [wanted for needed in plan.documents if needed.obtained_from == step.id for wanted in needed.steps]
    numbers = _numbers(plan, given)
    if numbers:
        return messages.ngettext(
            "You need it for step {steps}.", "You need it for steps {steps}.", len(numbers)
        ).format(steps=listing(messages, [str(number) for number in numbers]))
    waiting = _numbers(plan, [other.id for other in plan.steps if step.id in other.after])
    if not waiting:
        return ""
    return messages.ngettext("Then you can do step {steps}.", "Then you can do steps {steps}.", len(waiting)).format(
        steps=listing(messages, [str(number) for number in waiting])
    )


def official_name(catalogue: Catalogue, service: Service, language: str) -> str:
    """The service and its organization as the office itself writes them."""
    return f"{service.name.to(language)}, {catalogue.organizations[service.organization].name.to(language)}"


def official_in_short(catalogue: Catalogue, service: Service, language: str, title: str) -> str:
    """The same on one line where that can be, without what `title` says already."""
    name = service.name.to(language)
    organization = catalogue.organizations[service.organization].name.to(language)
    if name.casefold() in title.casefold():
        return organization if organization.casefold() not in title.casefold() else ""
    whole = f"{name}, {organization}"
    return whole if len(whole) <= _ONE_LINE else name


def data_date(messages: Messages, catalogue: Catalogue) -> str:
    """How old the facts are, and what to do about it."""
    day = messages.gettext("{day} {year}").format(
        day=plain_date(messages, catalogue.day, catalogue.day), year=catalogue.day.year
    )
    return messages.gettext("Information of {day}. Changed? Ask us.").format(day=day)


def _form(messages: Messages, form: Form) -> str:
    match form:
        case Form.ORIGINAL:
            return messages.pgettext("paper", "original")
        case Form.COPY:
            return messages.pgettext("paper", "copy")
        case Form.NUMBER:
            return messages.pgettext("paper", "number")
        case Form.EITHER:
            return messages.pgettext("paper", "original or copy")


def _dated(messages: Messages, deadline: Deadline | None, today: date) -> str:
    """As on the screen, but never "today": paper is read on another day."""
    if deadline is not None and deadline.kind is DueKind.NOW:
        return messages.gettext("as soon as you can")
    return due(messages, deadline, today)


def _with_origin(messages: Messages, words: str, needed: NeededDocument, plan: Plan) -> str:
    numbers = _origin(needed, plan)
    if not numbers:
        return words
    return messages.gettext("{paper}, from step {step}").format(paper=words, step=numbers[0])


def _origin(needed: NeededDocument, plan: Plan) -> list[int]:
    """The step that gives the paper, if it is to do."""
    return _numbers(plan, [needed.obtained_from] if needed.obtained_from else [])


def _numbers(plan: Plan, steps: Sequence[str]) -> list[int]:
    wanted = set(steps)
    return [step.number for step in plan.to_do() if step.id in wanted and step.number]


def _paired(lines: list[str]) -> tuple[str, ...]:
    """Short numbers two to a line, so that a roll does not grow by one line each."""
    head, *tail = lines
    if tail and len(head) + len(tail[-1]) <= 24:
        return (f"{head}, {tail[-1]}", *tail[:-1])
    return tuple(lines)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
