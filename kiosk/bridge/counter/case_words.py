"""How cases are said to staff: statuses, reasons, days, what went wrong, and what to say aloud to a person."""

from datetime import date

from kiosk.catalogue.model import Catalogue, OrganizationId, Service
from kiosk.counter.cases.cabinet import CaseKeyError
from kiosk.counter.cases.case import CaseGoneError, Covers, NoSuchCaseError
from kiosk.counter.cases.cautions import Caution
from kiosk.counter.cases.consenting import ConsentError
from kiosk.counter.cases.following import FollowUpError, In
from kiosk.counter.cases.handing import Told
from kiosk.counter.cases.opening import IllegalOutcomeError, PlanFullError
from kiosk.counter.cases.person import FirstNameError, NoteTooLongError, Reach, ReachError
from kiosk.counter.cases.statuses import CROSSWALK, Reason, Status
from kiosk.counter.staff.signed import NoVaultKeyError
from kiosk.counter.vault import VaultError
from kiosk.errors import KioskError
from kiosk.languages import N_, Messages
from kiosk.languages.formats import NBSP, plain_date, short_date
from kiosk.state import DiskFullError, StateBusyError, StateDamagedError

STATUSES = {
    Status.HANDED: N_("Not yet"),
    Status.SENT: N_("Passed on"),
    Status.NEEDS_ACTION: N_("Waits for the person"),
    Status.DID_NOT_GO: N_("Did not go"),
    Status.UNKNOWN: N_("Not known"),
    Status.UNREACHABLE: N_("Could not reach"),
    Status.PENDING: N_("Applied"),
    Status.ELIGIBLE: N_("Accepted, waiting"),
    Status.GOT: N_("Got it"),
    Status.PARTLY: N_("Got part of it"),
    Status.REDIRECTED: N_("Sent elsewhere"),
    Status.NOT_ELIGIBLE: N_("Not eligible"),
    Status.NO_CAPACITY: N_("No room left"),
    Status.NOT_OBTAINED: N_("Refused"),
    Status.NOT_WANTED: N_("No longer wanted"),
}
REASONS = {
    Reason.DOCUMENTS: N_("Papers"),
    Reason.COST: N_("Cost"),
    Reason.TRANSPORT: N_("Transport"),
    Reason.LANGUAGE: N_("Language"),
    Reason.HOURS: N_("Hours"),
    Reason.WAIT: N_("Waiting time"),
    Reason.CHANGED_MIND: N_("Changed their mind"),
    Reason.ACCESSIBILITY: N_("Accessibility"),
    Reason.OUT_OF_AREA: N_("Outside the area"),
    Reason.OTHER: N_("Other"),
}
FOLLOW_UPS = {
    In.NEVER: N_("No follow-up"),
    In.THREE_DAYS: N_("3 days"),
    In.ONE_WEEK: N_("1 week"),
    In.ONE_MONTH: N_("1 month"),
}
REACHES = {
    Reach.RETURNS: N_("No, they come back"),
    Reach.PHONE: N_("By phone"),
    Reach.TEXT: N_("By text"),
    Reach.EMAIL: N_("By e-mail"),
}
TOLD = {
    Told.PHONE: N_("By phone"),
    Told.PAPER: N_("On paper"),
    Told.IN_PERSON: N_("In person"),
}
COVERS = {
    Covers.NAME: N_("A first name"),
    Covers.REACH: N_("One way to reach them"),
    Covers.NOTE: N_("A note for the next visit"),
    Covers.PARTNERS: N_("Telling a partner"),
}
CAUTIONS = {
    Caution.SIN: N_("This looks like a social insurance number. Take it out."),
    Caution.HEALTH_CARD: N_("This looks like the number of a card. Take it out."),
    Caution.PHONE: N_("This looks like a phone number. Take it out."),
    Caution.EMAIL: N_("This looks like an e-mail address. Take it out."),
    Caution.NAME: N_("This is the person’s name. Take it out."),
}


def status_name(messages: Messages, status: Status) -> str:
    """What staff call a status."""
    return messages.gettext(STATUSES[status])


def status_tone(status: Status) -> str:
    """How a chip shows it: what closes well, what leaves a need, what waits for somebody here, and the rest."""
    elsewhere = CROSSWALK[status]
    if elsewhere.unmet:
        return "bad"
    if status in (Status.GOT, Status.PARTLY):
        return "good"
    return "warn" if elsewhere.retry or status in (Status.NEEDS_ACTION, Status.DID_NOT_GO) else "calm"


def code_shown(code: str) -> str:
    """A code as it is printed: `R-7K3F-9XD`; nothing for none."""
    return f"R-{code[:4]}-{code[4:]}" if code else ""


def service_with(catalogue: Catalogue, number: int) -> Service | None:
    """The service of a number; None for one that this catalogue does not know."""
    return next((service for service in catalogue.services.values() if service.number == number), None)


def service_name(messages: Messages, catalogue: Catalogue, number: int) -> str:
    """The name of the service of a number, which an older or newer catalogue may not know."""
    service = service_with(catalogue, number)
    if service is None:
        return messages.gettext("A step this machine does not know (no. {number})").format(number=number)
    return service.name.to(messages.language)


def organization_name(messages: Messages, catalogue: Catalogue, organization: OrganizationId) -> str:
    """The name of an organization; its id where the catalogue lost it."""
    known = catalogue.organizations.get(organization)
    return known.name.to(messages.language) if known else organization


def situation_name(messages: Messages, catalogue: Catalogue, bundle: int) -> str:
    """The name of the bundle of a number; nothing for none."""
    named = next((one for one in catalogue.bundles.values() if one.number == bundle), None)
    return named.name.to(messages.language) if named and bundle else ""


def due_words(messages: Messages, due: date | None, today: date) -> str:
    """`Thu 19 March`, `today`, `2 days late`; nothing for no date."""
    if due is None:
        return ""
    late = (today - due).days
    if late > 0:
        return messages.ngettext("{count} day late", "{count} days late", late).format(count=late)
    return messages.gettext("Today") if late == 0 else short_date(messages, due)


def follow_line(messages: Messages, due: date | None, reach: Reach) -> str:
    """What a follow-up will be."""
    if due is None:
        return messages.gettext("No reminder.")
    day = short_date(messages, due)
    if reach is Reach.RETURNS:
        text = messages.gettext("Reminder at the counter on {day}. The person comes back, we do not phone.")
    else:
        text = messages.gettext("Reminder at the counter on {day}, to reach the person.")
    return text.format(day=day)


def words_to_say(messages: Messages, covers: frozenset[Covers], last_day: date, today: date) -> tuple[str, ...]:
    """What is said aloud to the person, in their language: one sentence after the other, short and plain."""
    gettext = messages.gettext
    kept = {
        Covers.NAME: gettext("I would write down your first name only."),
        Covers.REACH: gettext("I would write down one way to reach you, if you want that."),
        Covers.NOTE: gettext("I would write a short note for your next visit."),
        Covers.PARTNERS: gettext("I may tell another office what you need, without your name."),
    }
    return (
        gettext("I would like to keep a few notes, so that you do not have to tell everything again."),
        *(kept[one] for one in Covers if one in covers),
        gettext("Only the staff of this counter can read that. All of it is erased on {day}.").format(
            day=plain_date(messages, last_day, today).replace(" ", NBSP)
        ),
        gettext("You can say no: I will help you just the same. You can change your mind at any time."),
        gettext("Is that all right with you?"),
    )


def problem_words(messages: Messages, error: KioskError) -> str:
    """What went wrong, and what to do next."""
    gettext = messages.gettext
    match error:
        case CaseGoneError():
            return gettext("This case was erased. Nothing more can be written in it.")
        case NoSuchCaseError():
            return gettext("There is no case with this number.")
        case IllegalOutcomeError():
            return gettext("This cannot follow what was noted before. To put that right, choose “Put right”.")
        case PlanFullError():
            return gettext("This case has all the steps that it can hold.")
        case FirstNameError():
            return gettext("Write a first name only: letters, at most 40.")
        case ReachError():
            return gettext("This is not a phone number or e-mail address. Check it, or choose that they come back.")
        case NoteTooLongError():
            return gettext("The note is too long: at most 600 characters.")
        case FollowUpError():
            return gettext("A reminder is after today, and not after the last day of the case.")
        case ConsentError():
            return gettext("The person did not say yes to this. Ask first.")
        case CaseKeyError():
            return gettext(
                "What is private in this case cannot be opened: its key is missing. "
                "Whoever looks after this machine can put case-keys.db back."
            )
        case VaultError():
            return gettext("What is private in this case cannot be opened. Tell a supervisor.")
        case NoVaultKeyError():
            return gettext("You have no key to what is private in cases. A supervisor can give you one with a new PIN.")
        case DiskFullError():
            return gettext("The disk is full: nothing was written. What you typed is still here.")
        case StateDamagedError():
            return gettext(
                "A file of the cases is damaged, and was left as it is. Tell whoever looks after this machine."
            )
        case StateBusyError():
            return gettext("Another program is writing. Nothing is lost: try again.")
        case _:
            return gettext("It could not be written. What you typed is still here. Tell a supervisor.")
