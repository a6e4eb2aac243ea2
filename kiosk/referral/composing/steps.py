"""One planned step as it is told on a slip: in detail, in brief, or as something good to know."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.catalogue.doubts import printable_address
from kiosk.catalogue.hours import Schedule
from kiosk.catalogue.model import Catalogue, ChannelType, Location, Service
from kiosk.catalogue.text import Text
from kiosk.languages import Messages
from kiosk.languages.foreign import bare, foreign
from kiosk.languages.formats import beside
from kiosk.languages.known import tongue_of
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.referral.composing.choices import Choices
from kiosk.referral.composing.contacts import phone_of, place_of
from kiosk.referral.slip.content import Remark, Row, SlipStep
from kiosk.wording import slip as words
from kiosk.wording.places import address
from kiosk.wording.slip import Label
from kiosk.wording.steps import cost, is_free, service_of, too_late, wait

OFFICE_LANGUAGE = "en"
"""The language that every office here works in, unless its own facts say otherwise."""


_ALWAYS_ANSWERED = ("911",)


@dataclass(frozen=True, slots=True)
class Telling:
    """What every step of one language needs: the facts, the plan, the moment, the words."""

    catalogue: Catalogue
    plan: Plan
    choices: Choices
    language: str
    messages_of: Callable[[str], Messages]
    now: datetime
    zone: ZoneInfo

    @property
    def messages(self) -> Messages:
        """The words of the language told."""
        return self.messages_of(self.language)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def office(self) -> str:
        """The language told where it is an office's, else the one that stands beside it."""
        return self.choices.languages[-1] if self.choices.side_by_side else self.language

    def said(self, text: Text) -> str:
        """`text` in the language told, or else, and marked as such, in the one that stands beside it."""
        wording, found = text.in_first_of((self.language, self.office, *text.office))
        return wording if found == self.language or tongue_of(self.language).office else foreign(wording)


def in_detail(telling: Telling, step: PlannedStep, *, with_papers: bool = True) -> SlipStep:
    """A step with all its rows; of a discreet service, the number to call and no more.

    Without its papers where a list of all papers names them.
    """
    messages = telling.messages
    service = service_of(telling.catalogue, step)
    if service is not None and service.discreet:
        return SlipStep(step.number, neutral_title(messages), rows=tuple(_phone_rows(telling, service, None)))
    office = office_language(service, telling.office)
    title = telling.said(step.title)
    official = _official(telling, service, office, bare(title)) if service else ""
    return SlipStep(
        number=step.number,
        title=title,
        rows=tuple(_rows(telling, step, service, office, with_papers)),
        official="" if bare(official) == bare(title) else official,
        office_language=office,
        flag=_flag(telling, step),
    )


def in_brief(telling: Telling, step: PlannedStep) -> SlipStep:
    """A step in two lines: its title and whether it is sure, then by when, where to ask and what staff here say."""
    messages = telling.messages
    service = service_of(telling.catalogue, step)
    if service is not None and service.discreet:
        return SlipStep(step.number, neutral_title(messages), summary=(contact(telling, step) or _ask_us(messages),))
    may = messages.pgettext("slip", "perhaps") if step.status is Status.MAY_APPLY else ""
    when = words.brief_when(messages, step.deadline, telling.today)
    if too_late(messages, step.deadline):
        when = messages.gettext("{when}, ask anyway").format(when=when)
    told = tuple(fact for fact in (when, contact(telling, step), _notice(telling, step)) if fact)
    return SlipStep(step.number, telling.said(step.title), summary=told or (_ask_us(messages),), perhaps=may)


def as_known(telling: Telling, step: PlannedStep) -> Remark | None:
    """Something that happens by itself or is good to know, and whom to ask; None when nothing of it may be told."""
    service = service_of(telling.catalogue, step)
    asked = contact(telling, step) if ChannelType.AUTOMATIC not in [c.type for c in step.channels] else ""
    if service is None or not service.discreet:
        return Remark(telling.said(step.title), beside(telling.messages, (asked, _notice(telling, step))))
    return Remark(neutral_title(telling.messages), asked) if asked else None


def neutral_title(messages: Messages) -> str:
    """What a step of a discreet service is called on paper."""
    return messages.gettext("Call this number")


def office_language(service: Service | None, language: str) -> str:
    """The language in which to name the service at its counter: the person's own where the office works in it."""
    spoken = service.languages if service else ()
    if language in spoken:
        return language
    return spoken[0] if spoken and OFFICE_LANGUAGE not in spoken else OFFICE_LANGUAGE


def contact(telling: Telling, step: PlannedStep) -> str:
    """The shortest way to reach a step: its number, or its place, or its site; empty outside the catalogue."""
    service = service_of(telling.catalogue, step)
    if service is None:
        return ""
    phone = phone_of(telling.catalogue, service)
    if phone is not None:
        return phone.number_in(telling.office)
    if service.discreet:
        return ""
    place = place_of(telling.catalogue, service, step, telling.choices.places)
    if place is not None:
        where = address(place) if printable_address(place) else ""
        return ", ".join(filter(None, (telling.said(place.name), where)))
    return words.website(telling.messages_of(telling.office), service)


def _official(telling: Telling, service: Service, office: str, title: str) -> str:
    """The service as its office writes it; a roll leaves out what the title says, and keeps to one line."""
    if telling.choices.paper.is_receipt:
        told = words.official_in_short(telling.catalogue, service, office, title)
    else:
        told = words.official_name(telling.catalogue, service, office)
    return told if tongue_of(telling.language).office else foreign(told)


def _is_first(telling: Telling, step: PlannedStep) -> bool:
    first = telling.plan.do_first()
    return first is not None and first.id == step.id


def _flag(telling: Telling, step: PlannedStep) -> str:
    messages = telling.messages
    if _is_first(telling, step):
        missed = step.deadline is not None and step.deadline.missed
        deadline = None if missed else step.deadline
        return words.first_flag(messages, deadline, telling.today, in_short=telling.choices.paper.is_receipt)
    return messages.gettext("May be for you: ask") if step.status is Status.MAY_APPLY else ""


def _rows(
    telling: Telling, step: PlannedStep, service: Service | None, office: str, with_papers: bool
) -> Iterator[Row]:
    messages = telling.messages
    # A roll leaves out what the other rows let one guess: that it is free, and what comes after a later step.
    roomy = not telling.choices.paper.is_receipt
    yield from _when_rows(telling, step)
    if service is not None:
        yield from _contact_rows(telling, step, service)
        if roomy or not is_free(service):
            yield from _row(messages, Label.COST, cost(messages, service))
        told = wait(messages, step, service)
        if roomy or not told:
            yield from _row(messages, Label.WAIT, told)
        else:
            yield Row(words.label(messages, Label.WAIT), (), notes=(told,))
    papers = tuple(
        words.bring(messages, telling.catalogue.documents[needed.id], needed, telling.plan)
        for needed in telling.plan.documents
        if with_papers and step.id in needed.steps
    )
    if papers:
        yield Row(words.label(messages, Label.BRING), papers, ticks=True)
    if step.say is not None:
        yield _say_row(telling, step.say, office)
    if roomy or _is_first(telling, step):
        yield from _row(messages, Label.AFTER, words.after(messages, step, telling.plan))
    yield from _note_rows(telling, step)


def _say_row(telling: Telling, say: Text, office: str) -> Row:
    """What to say, in the language told and in the one that the office works in."""
    shown = telling.office if say.language_shown(telling.language) != telling.language else telling.language
    own = words.say(telling.messages_of(shown), bare(telling.said(say)))
    other = (words.say(telling.messages_of(office), say.to(office)),) if office != shown else ()
    own = own if shown == telling.language else foreign(own)
    return Row(words.label(telling.messages, Label.SAY), (own,), other=other)


def _when_rows(telling: Telling, step: PlannedStep) -> Iterator[Row]:
    messages, deadline = telling.messages, step.deadline
    if _is_first(telling, step) and not (deadline and deadline.missed):
        return
    say_when = words.brief_when if telling.choices.paper.is_receipt else words.when
    yield from _row(messages, Label.WHEN, say_when(messages, deadline, telling.today), too_late(messages, deadline))


def _note_rows(telling: Telling, step: PlannedStep) -> Iterator[Row]:
    messages = telling.messages
    may = step.status is Status.MAY_APPLY and _is_first(telling, step)
    note = telling.said(step.note) if step.note and not telling.choices.paper.is_receipt else ""
    told = messages.gettext("May be for you: ask") if may else ""
    yield from _row(messages, Label.NOTE, told, _notice(telling, step), note)


def _notice(telling: Telling, step: PlannedStep) -> str:
    """What staff here have put over the service."""
    service = service_of(telling.catalogue, step)
    return telling.said(service.notice) if service and service.notice else ""


def _contact_rows(telling: Telling, step: PlannedStep, service: Service) -> Iterator[Row]:
    messages = telling.messages
    place = place_of(telling.catalogue, service, step, telling.choices.places)
    rows = [*_place_rows(telling, step, place), *_phone_rows(telling, service, place, roomy=_is_first(telling, step))]
    online = [channel for channel in step.channels if channel.type is ChannelType.ONLINE]
    # A roll has room for the address of the step to do first; a telephone number serves for the others.
    wanted = online and (not telling.choices.paper.is_receipt or (online[0].recommended and _is_first(telling, step)))
    if wanted or not rows:
        site = words.website(telling.messages_of(telling.office), service)
        small = telling.choices.paper.is_receipt and bool(site)
        # On a roll an address, which is often long, is set small.
        rows += (
            [Row(words.label(messages, Label.WEBSITE), (), notes=(site,))]
            if small
            else _row(messages, Label.WEBSITE, site)
        )
    if not rows:
        rows += _row(messages, Label.WHERE, _ask_us(messages))
    yield from rows


def _place_rows(telling: Telling, step: PlannedStep, place: Location | None) -> Iterator[Row]:
    if place is None:
        return
    messages = telling.messages
    name = telling.said(place.name)
    if not printable_address(place):
        yield from _row(messages, Label.WHERE, name, messages.gettext("Ask us for the address and the hours."))
        return
    if telling.choices.paper.is_receipt:
        street = ", ".join(filter(None, (place.address_1, "" if place.city in name else place.city)))
        told = tuple(filter(None, (name, street)))
        whole = len(told) if _is_first(telling, step) else 1
        yield Row(words.label(messages, Label.WHERE), told[:whole], notes=told[whole:])
    else:
        yield from _row(messages, Label.WHERE, name, place.address_1, place.city)
    hours = _hours(telling, place.schedule)
    if telling.choices.paper.is_receipt and hours:
        yield Row(words.label(messages, Label.OPEN), hours[:1], notes=hours[1:])
    else:
        yield from _row(messages, Label.OPEN, *hours)


def _phone_rows(telling: Telling, service: Service, place: Location | None, *, roomy: bool = True) -> Iterator[Row]:
    phone = phone_of(telling.catalogue, service, place)
    if phone is None:
        return
    messages = telling.messages
    lines = words.phone_lines(messages, phone, beside=telling.office if telling.choices.side_by_side else "")
    hours = () if phone.number in _ALWAYS_ANSWERED else _hours(telling, phone.schedule)
    if not telling.choices.paper.is_receipt:
        yield from _row(messages, Label.PHONE, *lines, *hours)
        return
    above = _hours(telling, place.schedule) if place is not None and printable_address(place) else ()
    kept, small = (lines, ()) if roomy else (lines[:1], lines[1:])
    yield Row(words.label(messages, Label.PHONE), kept, notes=(*small, *(hours if hours != above else ())))


def _hours(telling: Telling, schedule: Schedule) -> tuple[str, ...]:
    roomy = not telling.choices.paper.is_receipt
    return words.opening_lines(telling.messages, schedule, telling.today, telling.zone, reasons=roomy)


def _row(messages: Messages, label: Label, *lines: str) -> Iterator[Row]:
    told = tuple(line for line in lines if line)
    if told:
        yield Row(words.label(messages, label), told)


def _ask_us(messages: Messages) -> str:
    return messages.gettext("Ask us: we will find it with you.")
