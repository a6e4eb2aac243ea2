"""What the page that reports an error says: what can be wrong, which number or place, what to type, who answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.bridge.counter.flag_draft import FlagDraft, FlagForm
from kiosk.catalogue.model import Catalogue, Service, ServiceId
from kiosk.catalogue.search.tokens import fold
from kiosk.counter.corrections import wording
from kiosk.counter.corrections.facts import is_lifeline
from kiosk.counter.corrections.values import PROMISE, About, Correction, Field, Flag, NoteValue, Subject
from kiosk.languages import N_, Messages
from kiosk.languages.formats import beside, full_date, month_and_year, plain_date
from kiosk.wording.places import address

_MOST_FOUND = 60
_YEAR, _MONTH = 4, 7


_SLOTS: Mapping[FlagForm, tuple[tuple[str, str, str], ...]] = {
    FlagForm.WORDS: (("en", N_("It should say, in English"), ""), ("fr", N_("It should say, in French"), "")),
    FlagForm.NUMBER: (
        ("number", N_("The right number"), "902-555-0143"),
        ("number_fr", N_("The number that answers in French, if it is another"), ""),
    ),
    FlagForm.HOURS: (("hours", N_("The right hours"), N_("Mo-Fr 08:30-16:30; Sa off")),),
    FlagForm.ADDRESS: (
        ("street", N_("Street"), ""),
        ("city", N_("Town"), ""),
        ("postal", N_("Postal code"), "B3K 3C1"),
    ),
    FlagForm.PAGE: (
        ("page_en", N_("The page in English"), "https://"),
        ("page_fr", N_("The page in French"), "https://"),
    ),
    FlagForm.DAY: (("until", N_("Last closed day; nothing if it is for good"), N_("Year-month-day: 2026-12-24")),),
    FlagForm.NOTE: (("en", N_("In English"), ""), ("fr", N_("In French"), "")),
}
_KEYS = "1234567890"

_PROBLEMS: Mapping[str, str] = {
    "correction_number": N_("This is no telephone number. Write it like 902-555-0143 or 211."),
    "hours-unreadable": N_("These hours cannot be read. Write them like Mo-Fr 08:30-12:00,13:00-16:30; Sa off."),
    "correction_address": N_("Write the street and the town. A postal code looks like B3K 3C1."),
    "correction_page": N_("This is no web page. Write it like novascotia.ca/health."),
    "correction_day": N_("This is no day to come. Write it like 2026-12-24, at most two years ahead."),
    "correction_words": N_("Write it in a few words. What citizens read must be in English and in French."),
    "correction_lifeline": N_("This is an urgent number: nobody replaces it here. Tell the steward now."),
    "correction_said_already": N_("The catalogue says this already."),
    "correction_secret_place": N_("What is told of this place is for staff only: leave citizens out."),
    "correction_subject_gone": N_("The catalogue has this no more. Look for the service again."),
    "no_such_flag": N_("Somebody has decided this already."),
    "no_such_correction": N_("Somebody has taken this off already."),
    "disk_full": N_("It could not be kept: there is no room left on this machine. Tell whoever looks after it."),
    "state_busy": N_("It could not be kept just now. Try again."),
}
_NOT_KEPT = N_("It could not be kept on this machine. Tell whoever looks after it.")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One service to report about."""

    key: str
    name: str
    detail: str
    mark: str = ""
    tone: str = "calm"
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One thing that may be wrong, and its key."""

    field: str
    label: str
    symbol: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One number or place that it may be about."""

    label: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class InputRow:
    """One line to type in; what is in it is asked for apart, so that typing draws nothing anew."""

    slot: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What has been said of this service already: a flag, a correction or a note."""

    title: str
    detail: str
    standing: str
    tone: str


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What the page says of what is being reported; all empty before a service is chosen.

    `stands` is what the catalogue says, `hides` what urgent changes for citizens, `goes_to` who answers by when.
    """

    name: str = ""
    checked: str = ""
    field: str = ""
    stands: str = ""
    hides: str = ""
    lifeline: bool = False
    goes_to: str = ""


def shown(messages: Messages, catalogue: Catalogue, draft: FlagDraft, now: datetime, zone: ZoneInfo) -> ShownReport:
    """What the page says of `draft`; `catalogue` has nothing over it."""
    if draft.service is None:
        return ShownReport()
    service, today = catalogue.services[draft.service], now.astimezone(zone).date()
    of_service = ShownReport(service.name.to(messages.language), checked(messages, catalogue, service, today))
    if draft.what is None or draft.target is None:
        return of_service
    return replace(
        of_service,
        field=wording.field_name(messages, draft.what),
        stands=wording.stands(messages, catalogue, draft.target, draft.what, today, zone),
        hides=wording.hidden(messages, draft.target, draft.what),
        lifeline=is_lifeline(draft.target),
        goes_to=goes_to(messages, catalogue, draft.target, now, zone),
    )


def found(messages: Messages, catalogue: Catalogue, untrusted_query: str) -> tuple[FoundRow, ...]:
    """The services whose name or organization holds every word, in the order of the alphabet."""
    words, language = fold(untrusted_query).split(), messages.language
    rows = []
    for service in catalogue.services.values():
        row = FoundRow(
            service.id, service.name.to(language), catalogue.organizations[service.organization].name.to(language)
        )
        if all(word in fold(f"{row.name} {row.detail}") for word in words):
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: fold(row.name))[:_MOST_FOUND])


def field_rows(messages: Messages, chosen: Field | None) -> tuple[FieldRow, ...]:
    """All that may be wrong."""
    return tuple(
        FieldRow(field, wording.field_name(messages, field), wording.SYMBOLS[field], key, field is chosen)
        for field, key in zip(Field, _KEYS, strict=True)
    )


def target_rows(
    messages: Messages, catalogue: Catalogue, targets: tuple[Subject, ...], chosen: Subject
) -> tuple[TargetRow, ...]:
    """The same to choose from; nothing where there is no choice."""
    if len(targets) < 2:
        return ()
    keys = [f"Alt+{key}" for key in _KEYS[:9]] + [""] * len(targets)
    return tuple(
        TargetRow(_target_label(messages, catalogue, target), key, target == chosen)
        for target, key in zip(targets, keys, strict=False)
    )


def inputs(messages: Messages, form: FlagForm) -> tuple[InputRow, ...]:
    """The lines of a form; of two languages that of the window first."""
    slots = sorted(_SLOTS[form], key=lambda slot: slot[0].endswith("fr") is not (messages.language == "fr"))
    if form is FlagForm.NUMBER:
        slots = list(_SLOTS[form])
    return tuple(
        InputRow(slot, messages.gettext(label), messages.gettext(hint) if hint else "") for slot, label, hint in slots
    )


def checked(messages: Messages, catalogue: Catalogue, service: Service, today: date) -> str:
    """`Catalogue 1 · information of March 2026`: which edition this is, and how old what it says is."""
    as_of = service.source.as_of
    if len(as_of) > _MONTH:
        as_of = plain_date(messages, date.fromisoformat(as_of), today)
    elif len(as_of) > _YEAR:
        as_of = month_and_year(messages, date.fromisoformat(f"{as_of}-01"))
    edition = messages.gettext("Catalogue {version}").format(version=catalogue.version)
    return beside(messages, (edition, messages.gettext("Information of {day}").format(day=as_of) if as_of else ""))


def goes_to(messages: Messages, catalogue: Catalogue, subject: Subject, now: datetime, zone: ZoneInfo) -> str:
    """Who answers, and by when."""
    day = full_date(messages, (now + PROMISE).astimezone(zone).date(), now.astimezone(zone).date())
    who = wording.steward(messages, catalogue, subject)
    return messages.gettext("Goes to {steward}. They answer by {day}.").format(steward=who, day=day)


def said_of(
    messages: Messages,
    catalogue: Catalogue,
    service: ServiceId,
    flags: tuple[Flag, ...],
    corrections: tuple[Correction, ...],
    now: datetime,
    zone: ZoneInfo,
) -> tuple[SaidRow, ...]:
    """What has been said of the service, its numbers and its places already, newest first."""
    own = catalogue.services[service]
    entries = {service, *own.locations, *own.phones}
    told = [
        (
            flag.at,
            SaidRow(
                wording.field_name(messages, flag.field),
                wording.says_words(messages, flag),
                wording.state_words(messages, flag, now, zone),
                "warn" if flag.urgent else "calm",
            ),
        )
        for flag in flags
        if flag.subject.id in entries
    ]
    told += [
        (
            one.at,
            SaidRow(
                wording.kind_name(messages, one),
                wording.value_words(messages, one.value, now.astimezone(zone).date(), zone),
                "" if isinstance(one.value, NoteValue) else messages.gettext("Corrected here"),
                "good",
            ),
        )
        for one in corrections
        if one.subject.id in entries
    ]
    return tuple(row for _at, row in sorted(told, key=lambda pair: pair[0], reverse=True))


def problem_words(messages: Messages, code: str) -> str:
    """What went wrong and what to do next; empty for no code."""
    return messages.gettext(_PROBLEMS.get(code, _NOT_KEPT)) if code else ""


def _target_label(messages: Messages, catalogue: Catalogue, target: Subject) -> str:
    if target.about is About.SERVICE:
        return messages.gettext("The whole service")
    name = wording.entry_name(messages, catalogue, target)
    if target.about is About.NUMBER:
        return name
    places = catalogue.locations
    where = next((address(place) for key, place in places.items() if key == target.id), "")
    return beside(messages, (name, where))
