"""How kiosks, calls, the catalogue and what waits to leave read at the counter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kiosk.bridge.counter.calls import waited_words
from kiosk.bridge.counter.current_words import moment_words
from kiosk.catalogue.model import Catalogue
from kiosk.counter.calling.board import End, Entry
from kiosk.counter.calling.calls import PrinterState
from kiosk.counter.calling.lines import language_name, standing_words
from kiosk.counter.fleet import Known
from kiosk.counter.status import PRINTER_TROUBLES, CatalogueStatus, KioskState, KioskStatus, Outbox, Trouble, Waiting
from kiosk.counter.suppression import Told
from kiosk.counter.unmet_words import told_words
from kiosk.languages import N_, Messages
from kiosk.languages.formats import clock_time, number, plain_date

_CHIPS = {
    KioskState.HELP: ("bell", "warn", N_("Help asked")),
    KioskState.OFF: ("plug-connected-x", "bad", N_("Off")),
    KioskState.TROUBLE: ("alert-triangle", "warn", N_("Needs somebody")),
    KioskState.CLOSED: ("lock", "calm", N_("Closed")),
    KioskState.CLOSING: ("lock", "calm", N_("Closes after this visit")),
    KioskState.WORKING: ("circle-check", "good", N_("Working")),
}
_PRINTERS = {
    PrinterState.UNKNOWN: ("calm", N_("Not known: this printer does not say")),
    PrinterState.NONE: ("calm", N_("None")),
    PrinterState.READY: ("good", N_("Ready, with paper")),
    PrinterState.PAPER_OUT: ("bad", N_("Out of paper: put some in")),
    PrinterState.OFFLINE: ("bad", N_("Off, or its cable is out")),
    PrinterState.STOPPED: ("bad", N_("Stopped: start its queue again")),
}


@dataclass(frozen=True, slots=True)
class KioskRow:
    """One kiosk. `tone` is that of its chip; `troubles` are told one a line. `can_…` says what staff may ask of it."""

    number: int
    name: str
    place: str
    chip: str
    mark: str
    tone: str
    urgent: bool
    line: str
    printer: str
    printer_tone: str
    catalogue: str
    hub: str
    sessions: str
    troubles: str
    can_say: bool
    can_close: bool
    can_open: bool
    can_forget: bool


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call of today: when, from where, how to speak with the person, how it went; `waited` is the answer's time."""

    time: str
    kiosk: str
    how: str
    standing: str
    waited: str
    open: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """A name with its number, and what else there is to say of it."""

    name: str
    number: str
    detail: str


def kiosk_row(
    messages: Messages,
    status: KioskStatus,
    steady: float,
    now: datetime,
    sessions: Told,
    catalogue_version: int,
    *,
    alone: bool,
) -> KioskRow:
    """A kiosk as its card shows it. `alone` is true where there is no other."""
    known, state = status.known, status.state
    symbol, tone, _ = _CHIPS[state]
    printer_tone, printer = _PRINTERS[known.report.printer]
    here = state is not KioskState.OFF
    wants_open = not known.closed
    return KioskRow(
        number=known.number,
        name=title_of(messages, known, alone=alone),
        place=known.report.place_fr if messages.language == "fr" else known.report.place_en,
        chip=_chip_words(messages, status, now),
        mark=symbol,
        tone=tone,
        urgent=state is KioskState.HELP,
        line=line_of(messages, status, steady, now),
        printer=messages.gettext(printer) if here else "–",
        printer_tone=printer_tone if here else "calm",
        catalogue=_catalogue_words(messages, known, now),
        hub=_hub_words(messages, known, now),
        sessions=told_words(messages, sessions),
        troubles="\n".join(trouble_words(messages, trouble, known, catalogue_version) for trouble in _beside(status)),
        can_say=here and (known.report.in_use_since > 0 or status.call is not None),
        can_close=here and wants_open,
        can_open=known.closed,
        can_forget=not here,
    )


def title_of(messages: Messages, known: Known, *, alone: bool) -> str:
    """`Kiosk 2`; one that the configuration gives no number is told by the end of its own."""
    if known.report.numbered:
        return messages.gettext("Kiosk {number}").format(number=known.number)
    if alone:
        return messages.gettext("The kiosk")
    return messages.gettext("Kiosk …{number}").format(number=f"{known.number % 10_000:04}")


def line_of(messages: Messages, status: KioskStatus, steady: float, now: datetime) -> str:
    """What goes on at a kiosk, in one sentence; never what about."""
    gettext = messages.gettext
    report, call = status.known.report, status.call
    if call is not None and not status.coming:
        return gettext("Waiting {time}. Speaks {language}.").format(
            time=waited_words(steady - call.began), language=language_name(messages, call.call.language)
        )
    if call is not None:
        return gettext("{name} is on the way. Speaks {language}.").format(
            name=call.name, language=language_name(messages, call.call.language)
        )
    if status.state is KioskState.OFF:
        return gettext("It does not answer. Power or cable?")
    if report.in_use_since:
        since = datetime.fromtimestamp(report.in_use_since, now.tzinfo)
        return gettext("In use since {time}, in {language}.").format(
            time=clock_time(messages, since.time()), language=language_name(messages, report.language)
        )
    return gettext("Nobody can use it.") if report.closed else gettext("Nobody is at it.")


def trouble_words(messages: Messages, trouble: Trouble, known: Known, catalogue_version: int) -> str:
    """What somebody has to do something about."""
    gettext = messages.gettext
    match trouble:
        case Trouble.CLOCK_WRONG:
            minutes = round(abs(known.report.clock - known.heard_at.timestamp()) / 60)
            return messages.ngettext(
                "Its clock is {count} minute off: set it.", "Its clock is {count} minutes off: set it.", minutes
            ).format(count=number(messages, minutes))
        case Trouble.DISK_LOW:
            return gettext("Its disk is nearly full.")
        case Trouble.OTHER_CATALOGUE:
            return gettext("It has version {theirs} of the catalogue; here it is {ours}.").format(
                theirs=known.report.catalogue, ours=catalogue_version
            )
        case Trouble.PAPER_OUT | Trouble.PRINTER_OFFLINE | Trouble.PRINTER_STOPPED:
            return gettext(_PRINTERS[known.report.printer][1])


def call_row(messages: Messages, entry: Entry, steady: float, titles: Mapping[int, str]) -> CallRow:
    """A call of today; `titles` are those of the kiosks, by number."""
    call = entry.call
    facts = (
        messages.gettext("quietly") if call.private else "",
        language_name(messages, call.language),
        messages.gettext("large letters") if call.letters else "",
        messages.gettext("listens to the screen") if call.listening else "",
    )
    waited = entry.answered_after
    if waited is None and entry.is_waiting:
        waited = steady - entry.began
    return CallRow(
        clock_time(messages, entry.came.time()),
        titles.get(call.kiosk, messages.gettext("The kiosk")),
        " · ".join(filter(None, facts)),
        standing_words(messages, entry, steady),
        waited_words(waited) if waited is not None else "–",
        entry.end is End.OPEN,
    )


def outbox_rows(messages: Messages, outbox: Outbox, today: date) -> tuple[FactRow, ...]:
    """What waits here until it can be sent on, since when."""
    gettext = messages.gettext
    rows = (
        (gettext("Outcomes"), outbox.outcomes),
        (gettext("Mistakes flagged"), outbox.flags),
        (gettext("Unmet needs"), outbox.needs),
        (gettext("Slips and counts"), outbox.others),
    )
    return tuple(
        FactRow(name, number(messages, waiting.count), _since_words(messages, waiting, today)) for name, waiting in rows
    )


def due_rows(messages: Messages, catalogue: Catalogue, status: CatalogueStatus, today: date) -> tuple[FactRow, ...]:
    """What the editors should look at again: situations first, then services, the longest due first."""
    language, gettext = messages.language, messages.gettext
    bundles = [
        FactRow(
            catalogue.bundles[due.bundle].name.plain_to(language),
            plain_date(messages, due.due, today),
            gettext("Situation: to be reviewed by then"),
        )
        for due in status.due_bundles
    ]
    services = [
        FactRow(
            catalogue.services[due.service].name.plain_to(language),
            catalogue.services[due.service].source.as_of,
            gettext("Service: last checked then"),
        )
        for due in status.due_services
    ]
    return (*bundles, *services)


def waiting_in_all(outbox: Outbox) -> int:
    """How many things wait to leave."""
    return sum(each.count for each in (outbox.needs, outbox.flags, outbox.outcomes, outbox.others))


def not_done_words(messages: Messages, code: str) -> str:
    """Why something that staff asked for was not done, by the code of the error; empty for none."""
    if not code:
        return ""
    if code == "disk_full":
        return messages.gettext("The disk is full: this was not done.")
    return messages.gettext("This could not be written down, so it was not done. Try again.")


def _beside(status: KioskStatus) -> Sequence[Trouble]:
    """The troubles that the line of the printer does not tell."""
    return [t for t in status.troubles if t not in PRINTER_TROUBLES]


def _chip_words(messages: Messages, status: KioskStatus, now: datetime) -> str:
    """`Off since 8:02 a.m.`, or the state alone."""
    words = messages.gettext(_CHIPS[status.state][2])
    if status.state is not KioskState.OFF:
        return words
    heard = status.known.heard_at
    if heard.date() == now.date():
        return messages.gettext("Off since {time}").format(time=clock_time(messages, heard.time()))
    return messages.gettext("Off since {day}").format(day=plain_date(messages, heard.date(), now.date()))


def _catalogue_words(messages: Messages, known: Known, now: datetime) -> str:
    report = known.report
    if not report.catalogue:
        return messages.gettext("None can be read")
    if not report.catalogue_day:
        return messages.gettext("Version {number}").format(number=report.catalogue)
    return messages.gettext("Version {number}, of {day}").format(
        number=report.catalogue, day=day_words(messages, report.catalogue_day, now.date())
    )


def _hub_words(messages: Messages, known: Known, now: datetime) -> str:
    """When the hub last had everything that waited at the kiosk; empty where it has no hub."""
    report = known.report
    if not report.has_hub:
        return ""
    if not report.told:
        return messages.gettext("Told nothing yet")
    return moment_words(messages, datetime.fromtimestamp(report.told, UTC), now)


def day_words(messages: Messages, untrusted_day: str, today: date) -> str:
    """A day that a kiosk told; as it told it where it is none."""
    try:
        return plain_date(messages, date.fromisoformat(untrusted_day), today)
    except ValueError:
        return untrusted_day


def _since_words(messages: Messages, waiting: Waiting, today: date) -> str:
    if waiting.oldest is None:
        return ""
    if waiting.oldest == today:
        return messages.gettext("since today")
    return messages.gettext("since {day}").format(day=plain_date(messages, waiting.oldest, today))


def kiosks_in_a_word(messages: Messages, statuses: Sequence[KioskStatus]) -> str:
    """How many kiosks there are, and whether they all work."""
    working = sum(status.state in (KioskState.WORKING, KioskState.HELP) for status in statuses)
    return messages.ngettext(
        "{working} of {count} kiosk works", "{working} of {count} kiosks work", len(statuses)
    ).format(working=working, count=len(statuses))
