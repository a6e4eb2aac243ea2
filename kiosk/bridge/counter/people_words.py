"""How supervisors see the people of the counter: each in a line, one of them in full, and what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.bridge.counter.desk import initials_of
from kiosk.bridge.slip_printing import Progress
from kiosk.counter.audit import Line
from kiosk.counter.audit_words import act_words
from kiosk.counter.staff import NotAllowedError, NoVaultKeyError, Role, may
from kiosk.counter.staff.people import (
    LONGEST_NAME,
    LastSupervisorError,
    NoSuchStaffError,
    Person,
    StaffNameError,
    StaffNameTakenError,
)
from kiosk.counter.staff.pins import LONGEST, SHORTEST, PinEasyError, PinLengthError
from kiosk.counter.staff.roles import Deed
from kiosk.counter.staff.wording import role_name
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.formats import beside, clock_time, plain_date
from kiosk.state import DiskFullError, StateBusyError


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list. `mark` says what wants a look, and is empty where nothing does."""

    staff: str
    name: str
    initials: str
    role: str
    mark: str
    tone: str
    symbol: str


@dataclass(frozen=True, slots=True)
class LatelyRow:
    """One thing that happened to somebody's sign-in lately, and when."""

    when: str
    words: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role to choose, what it may do, and its key."""

    role: str
    name: str
    may_do: str
    key: str


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """One person in full. `pin`, `badge` and `cases` are sentences; `language` is a code."""

    id: str = ""
    name: str = ""
    initials: str = ""
    role: str = ""
    language: str = ""
    pin: str = ""
    badge: str = ""
    cases: str = ""
    locked: bool = False
    has_badge: bool = False


def row_of(messages: Messages, person: Person) -> PersonRow:
    """A locked PIN comes before everything else that could be said."""
    mark, tone, symbol = "", "calm", ""
    if person.locked:
        mark, tone, symbol = messages.gettext("PIN locked"), "bad", "lock"
    elif not (person.has_pin or person.has_badge):
        mark, tone, symbol = messages.gettext("No PIN and no badge yet"), "warn", "key"
    staff = person.staff
    return PersonRow(staff.id, staff.name, initials_of(staff.name), role_name(messages, staff.role), mark, tone, symbol)


def shown_person(messages: Messages, person: Person) -> ShownPerson:
    """What there is to know about one person."""
    gettext, staff = messages.gettext, person.staff
    if person.locked:
        pin = gettext("Wrong five times: locked until you unlock it.")
    else:
        pin = gettext("Set.") if person.has_pin else gettext("None yet.")
    if not may(staff.role, Deed.KEEP_CASES):
        cases = gettext("Not with this role.")
    elif person.opens_cases:
        cases = gettext("Yes, when they sign in.")
    else:
        cases = gettext("Not yet: give a new PIN or badge, which carries the key.")
    return ShownPerson(
        staff.id,
        staff.name,
        initials_of(staff.name),
        role_name(messages, staff.role),
        staff.language,
        pin,
        gettext("Has one.") if person.has_badge else gettext("None yet."),
        cases,
        person.locked,
        person.has_badge,
    )


def lately_row(messages: Messages, line: Line, names: Mapping[str, str], now: datetime) -> LatelyRow:
    """`12 March, 10:14 a.m.`, and `PIN unlocked · Samira` where it was somebody else."""
    words = act_words(messages, line.act)
    by = names.get(line.who, "") if line.who != line.subject else ""
    try:
        at = datetime.fromisoformat(line.at).astimezone(now.tzinfo)
    except ValueError:  # altered: guichet audit verify tells
        return LatelyRow(line.at, words)
    when = f"{plain_date(messages, at.date(), now.date())}, {clock_time(messages, at.time())}"
    return LatelyRow(when, beside(messages, [words, by]))


def role_rows(messages: Messages) -> tuple[RoleRow, ...]:
    """Every role, the commonest first."""
    gettext = messages.gettext
    told = {
        Role.STAFF: gettext("Helps people and keeps their cases."),
        Role.SUPERVISOR: gettext("The same; also people, unlocking, corrections and any case."),
        Role.EDITOR: gettext("Corrects the catalogue. Sees no cases."),
    }
    return tuple(
        RoleRow(role.value, role_name(messages, role), words, f"Ctrl+{number}")
        for number, (role, words) in enumerate(told.items(), start=1)
    )


def people_problem(messages: Messages, error: KioskError) -> str:
    """What went wrong, and what to do next."""
    gettext = messages.gettext
    match error:
        case PinLengthError():
            return gettext("A PIN has {fewest} to {most} digits.").format(fewest=SHORTEST, most=LONGEST)
        case PinEasyError():
            return gettext("This PIN is easy to guess. Choose one that is no row of digits, no repetition and no date.")
        case StaffNameTakenError():
            return gettext("Somebody else signs in under this name. Add a letter of the family name.")
        case StaffNameError():
            return gettext("A name has 1 to {most} letters.").format(most=LONGEST_NAME)
        case LastSupervisorError():
            return gettext("Nobody else could look after people here. Make somebody else a supervisor first.")
        case NoVaultKeyError():
            return gettext("You hold no key to the cases, so you cannot give one. Another supervisor has to.")
        case NotAllowedError():
            return gettext("You may not do this any more. Ask another supervisor.")
        case NoSuchStaffError():
            return gettext("They do not work here any more.")
        case DiskFullError():
            return gettext("The disk is full: nothing was changed. Tell whoever looks after this machine.")
        case StateBusyError():
            return gettext("Another program was writing: nothing was changed. Try again.")
        case _:
            return gettext("Nothing was changed ({code}). Tell whoever looks after this machine.").format(
                code=error.code
            )


def badge_news(messages: Messages, progress: Progress) -> str:
    """How the badge fares; empty where nothing was sent yet."""
    gettext = messages.gettext
    match progress:
        case Progress.NONE:
            return ""
        case Progress.SENDING | Progress.PRINTING:
            return gettext("The badge is printing.")
        case Progress.PRINTED:
            return gettext("The badge is printed.")
        case Progress.PAPER_OUT:
            return gettext("The printer has no paper. Put some in, then print again.")
        case _:
            return gettext("The badge was not printed. Look at the printer, then print again.")
