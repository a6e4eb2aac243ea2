"""Flags and corrections in words, for the window and the terminal: what is wrong, what stands there, how it stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.catalogue.conditions import comparisons
from kiosk.catalogue.hours import Schedule, read_schedule
from kiosk.catalogue.hours.week_wording import week_words
from kiosk.catalogue.model import Catalogue, LocationId, Phone, PhoneId, Service, ServiceId
from kiosk.counter.corrections.facts import is_known, is_lifeline
from kiosk.counter.corrections.standing import Standing
from kiosk.counter.corrections.values import (
    About,
    AddressValue,
    ClosedValue,
    Correction,
    Field,
    Flag,
    FlagState,
    HoursValue,
    NoteValue,
    NumberValue,
    Subject,
    Value,
    WebValue,
)
from kiosk.languages import N_, Messages
from kiosk.languages.formats import full_date, money, plain_date
from kiosk.wording.channels import channel_name
from kiosk.wording.places import address, numbers
from kiosk.wording.steps import cost

_FIELDS = {
    Field.HOURS: N_("The hours"),
    Field.PHONE: N_("The phone number"),
    Field.ADDRESS: N_("The address"),
    Field.DOCUMENTS: N_("The papers to bring"),
    Field.ELIGIBILITY: N_("Who can have it"),
    Field.CLOSED: N_("It is closed"),
    Field.TRANSLATION: N_("The wording, or the other language"),
    Field.FEE: N_("The cost"),
    Field.WEB: N_("The web page"),
    Field.OTHER: N_("Something else"),
}
SYMBOLS = {
    Field.HOURS: "clock",
    Field.PHONE: "phone",
    Field.ADDRESS: "map-pin",
    Field.DOCUMENTS: "files",
    Field.ELIGIBILITY: "user-check",
    Field.CLOSED: "door-exit",
    Field.TRANSLATION: "language",
    Field.FEE: "coin",
    Field.WEB: "world",
    Field.OTHER: "dots",
}
"""The icon that stands beside each field."""

_EDITORS = N_("Guichet catalogue editors")
"""The steward of the bundles that come with Guichet, as the catalogue names it."""

_HIDDEN = {
    Field.HOURS: N_("Citizens will read: hours not known, call first."),
    Field.PHONE: N_("The number will be on no screen, slip or phone page."),
    Field.ADDRESS: N_("The address will be on no screen, slip or phone page."),
    Field.DOCUMENTS: N_("The papers stay, and citizens will read that the list is being checked."),
    Field.ELIGIBILITY: N_("Nobody will be ruled out, and citizens will read that they should ask."),
    Field.CLOSED: N_("It will be left out of new plans; where one must have it, the plan says to ask staff."),
    Field.TRANSLATION: N_("The words stay, and citizens will read that they are being checked."),
    Field.FEE: N_("Citizens will read: ask the cost."),
    Field.WEB: N_("The page will be on no screen, slip or phone page."),
    Field.OTHER: N_("Citizens will read that something here is being checked."),
}


_PLACE_HIDDEN = N_("Plans will go to another place; where there is none, citizens will read that it may be closed.")


def field_name(messages: Messages, field: Field) -> str:
    """What is wrong, as a key to press says it: `The hours`."""
    return messages.gettext(_FIELDS[field])


def hidden(messages: Messages, subject: Subject, field: Field) -> str:
    """What an urgent flag changes for citizens, in a sentence."""
    if is_lifeline(subject):
        return messages.gettext("This is an urgent number: it stays for citizens. Tell a supervisor now.")
    if field is Field.CLOSED and subject.about is About.PLACE:
        return messages.gettext(_PLACE_HIDDEN)
    return messages.gettext(_HIDDEN[field])


def steward(messages: Messages, catalogue: Catalogue, subject: Subject) -> str:
    """Who keeps the entry right: the steward of a bundle that it is in, or else whose service it is."""
    service = catalogue.services.get(subject.shown_on or ServiceId(""))
    for bundle in catalogue.bundles.values():
        if bundle.steward and service and any(step.service == service.id for step in bundle.steps):
            return messages.gettext(bundle.steward)
    if service is None:
        return messages.gettext(_EDITORS)
    return catalogue.organizations[service.organization].name.to(messages.language)


def entry_name(messages: Messages, catalogue: Catalogue, subject: Subject) -> str:
    """The service, the place or the number by its name; its id where the catalogue has it no more."""
    if not is_known(catalogue, subject):
        return subject.id
    language = messages.language
    match subject.about:
        case About.SERVICE:
            return catalogue.services[ServiceId(subject.id)].name.to(language)
        case About.PLACE:
            return catalogue.locations[LocationId(subject.id)].name.to(language)
        case About.NUMBER:
            phone = catalogue.phones[PhoneId(subject.id)]
            name = phone.description.to(language)
            return messages.gettext("{what}: {value}").format(what=name, value=phone.number) if name else phone.number


def stands(messages: Messages, catalogue: Catalogue, subject: Subject, field: Field, on: date, zone: ZoneInfo) -> str:
    """What `catalogue` says of it now, one thing a line; that nothing is said, where it says nothing."""
    if not is_known(catalogue, subject):
        return messages.gettext("The catalogue has this no more.")
    match subject.about:
        case About.NUMBER:
            phone = catalogue.phones[PhoneId(subject.id)]
            lines = (_week(messages, phone.schedule, on, zone),) if field is Field.HOURS else _phone(messages, phone)
        case About.PLACE:
            place = catalogue.locations[LocationId(subject.id)]
            week = _week(messages, place.schedule, on, zone)
            where = (address(place), place.postal_code)
            lines = where if field is Field.ADDRESS else (week,) if field is Field.HOURS else (*where, week)
        case About.SERVICE:
            lines = _of_service(messages, catalogue, catalogue.services[ServiceId(subject.id)], field, on, zone)
    return "\n".join(line for line in lines if line) or messages.gettext("Nothing is said of it.")


def value_words(messages: Messages, value: Value, on: date, zone: ZoneInfo) -> str:
    """What a correction says, in words; a note in the language shown."""
    match value:
        case NumberValue(number, number_fr):
            french = messages.gettext("In French: {number}").format(number=number_fr) if number_fr else ""
            return "\n".join(filter(None, (number, french)))
        case HoursValue(hours):
            words = _week(messages, _schedule(hours), on, zone)
            return words[:1].upper() + words[1:]
        case AddressValue(street, city, postal):
            return "\n".join(filter(None, (", ".join((street, city)), postal)))
        case WebValue(en, fr):
            return "\n".join(dict.fromkeys((en, fr)))
        case ClosedValue(until):
            if until is None:
                return messages.gettext("Closed for good")
            return messages.gettext("Closed up to and with {day}").format(day=full_date(messages, until, on))
        case NoteValue(en, fr):
            return fr if messages.language == "fr" else en


def says_words(messages: Messages, flag: Flag) -> str:
    """What the catalogue should say, in the language shown and then in the other, where it was told."""
    own, other = (flag.says.fr, flag.says.en) if messages.language == "fr" else (flag.says.en, flag.says.fr)
    return "\n".join(dict.fromkeys(filter(None, (own, other))))


def state_words(messages: Messages, flag: Flag, now: datetime, zone: ZoneInfo) -> str:
    """How far a flag has come, and by when it is answered."""
    match flag.state:
        case FlagState.WAITING:
            day = plain_date(messages, flag.due.astimezone(zone).date(), now.astimezone(zone).date())
            if flag.is_overdue(now):
                return messages.gettext("No answer, promised by {day}").format(day=day)
            return messages.gettext("Answer promised by {day}").format(day=day)
        case FlagState.ACCEPTED:
            return messages.gettext("Right, until the catalogue is mended")
        case FlagState.REJECTED:
            return messages.gettext("Not so: the catalogue was right")
        case FlagState.CLEARED:
            return messages.gettext("Done")


def standing_words(messages: Messages, standing: Standing) -> str:
    """How a correction or a flag stands beside today's catalogue; empty where all is as it was."""
    match standing:
        case Standing.IN_FORCE:
            return ""
        case Standing.SAME:
            return messages.gettext("The catalogue says this now")
        case Standing.LOOK_AGAIN:
            return messages.gettext("The catalogue changed: look again")
        case Standing.GONE:
            return messages.gettext("The catalogue has this no more.")
        case Standing.OVER:
            return messages.gettext("Its last day is past")


def kind_name(messages: Messages, said: Flag | Correction) -> str:
    """What is wrong or was corrected, or whom a note is for."""
    match said:
        case Correction(value=NoteValue(citizens=True)):
            return messages.gettext("Note for everybody")
        case Correction(value=NoteValue()):
            return messages.gettext("Note for staff")
        case _:
            return field_name(messages, said.field)


def age_words(messages: Messages, day: date, today: date) -> str:
    """`today`, `yesterday`, `3 days ago`."""
    days = max((today - day).days, 0)
    if days == 0:
        return messages.gettext("today")
    if days == 1:
        return messages.gettext("yesterday")
    return messages.ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def _schedule(hours: str) -> Schedule:
    """Hours as typed, whoever's holidays are kept."""
    return read_schedule(";".join(part for part in hours.split(";") if not part.strip().startswith("PH")))


def _week(messages: Messages, schedule: Schedule, on: date, zone: ZoneInfo) -> str:
    return week_words(messages, schedule, on, zone)


def _phone(messages: Messages, phone: Phone) -> tuple[str, ...]:
    other = phone.number_fr if messages.language != "fr" else phone.number
    twin = (
        messages.gettext("In French: {number}")
        if messages.language != "fr"
        else messages.gettext("In English: {number}")
    )
    lines = [numbers(messages, phone)]
    if phone.number_fr and other != phone.number_in(messages.language):
        lines.append(twin.format(number=other))
    if phone.number_tty:
        lines.append(messages.gettext("TTY {number}").format(number=phone.number_tty))
    if not phone.verified:
        lines.append(messages.gettext("Nobody has checked it: citizens do not see it."))
    return tuple(lines)


def _of_service(
    messages: Messages, catalogue: Catalogue, service: Service, field: Field, on: date, zone: ZoneInfo
) -> tuple[str, ...]:
    language = messages.language
    match field:
        case Field.HOURS:
            schedules = [catalogue.locations[place].schedule for place in service.locations]
            return tuple(dict.fromkeys(_week(messages, schedule, on, zone) for schedule in schedules))
        case Field.PHONE:
            return tuple(numbers(messages, catalogue.phones[phone]) for phone in service.phones)
        case Field.ADDRESS:
            return tuple(address(catalogue.locations[place]) for place in service.locations)
        case Field.DOCUMENTS:
            return tuple(catalogue.documents[wanted.documents[0]].name.to(language) for wanted in service.requirements)
        case Field.ELIGIBILITY:
            facts = dict.fromkeys(
                held.fact for held in comparisons(service.eligibility) if held.fact in catalogue.facts
            )
            return tuple(catalogue.facts[fact].question.to(language) for fact in facts)
        case Field.CLOSED:
            return tuple(channel_name(messages, channel) for channel in service.channels)
        case Field.TRANSLATION:
            other = "en" if language == "fr" else "fr"
            return tuple(text.to(code) for code in (language, other) for text in (service.name, service.gives))
        case Field.FEE:
            prices = (
                messages.gettext("{what}: {amount}").format(what=what, amount=money(messages, one.amount))
                for one in service.costs
                if one.amount is not None and (what := one.option.to(language))
            )
            return (cost(messages, service), *prices, *(amount.to(language) for amount in service.amounts))
        case Field.WEB:
            return tuple(dict.fromkeys(service.url.wordings.values())) if service.url else ()
        case Field.OTHER:
            return (service.gives.to(language),)
