"""How an unmet need reads at the counter: what was needed, why it could not be had, for whom, and the month so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter.cases.cautions import Caution
from kiosk.counter.needs import Reason
from kiosk.counter.suppression import Listed
from kiosk.counter.unmet import STAFF_REASONS, AgeBand, Kind, Summary, Term, Wanted
from kiosk.counter.unmet_words import reason_words, spoken_words, wanted_words
from kiosk.languages import N_, Messages
from kiosk.languages.formats import number

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-")
"""The keys of the reasons, in their order."""

LANGUAGES = ("fr", "en", "ar", "zh", "uk", "es", "ase")
"""What a service is most often needed in; `ase` is sign language, whichever it is here."""

MOST_SHOWN = 7
"""Lines of a list of the month."""

_AGES = {
    AgeBand.CHILD: N_("Under 18"),
    AgeBand.YOUNG: N_("18 to 29"),
    AgeBand.ADULT: N_("30 to 64"),
    AgeBand.OLDER: N_("65 or older"),
}
_CAUTIONS = {
    Caution.SIN: N_("This looks like a social insurance number. Leave it out."),
    Caution.HEALTH_CARD: N_("This looks like the number of a card. Leave it out."),
    Caution.PHONE: N_("This looks like a telephone number. Leave it out."),
    Caution.EMAIL: N_("This looks like an e-mail address. Leave it out."),
    Caution.NAME: N_("This looks like a name. Leave it out."),
}
_SYMBOLS = {Kind.TERM: "layout-grid", Kind.SERVICE: "file-text", Kind.BUNDLE: "route", Kind.WORDS: "edit"}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something that may have been needed: its name, what kind of thing it is, and its icon."""

    name: str
    detail: str
    symbol: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason, with the key that chooses it."""

    reason: str
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class PickRow:
    """One thing that may be known of the person: `code` is what it is called here."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One line of the month: `part` is its share of the largest, for a bar."""

    name: str
    number: str
    part: float


def found_row(messages: Messages, catalogue: Catalogue, terms: Sequence[Term], wanted: Wanted) -> FoundRow:
    """A line of what was found, or of what the words typed would be."""
    gettext = messages.gettext
    if wanted.kind is Kind.WORDS:
        return FoundRow(wanted.key, gettext("In your own words"), _SYMBOLS[wanted.kind])
    details = {
        Kind.TERM: gettext("Kind of help"),
        Kind.SERVICE: _organization(messages, catalogue, wanted),
        Kind.BUNDLE: gettext("Situation"),
    }
    return FoundRow(wanted_words(messages, catalogue, terms, wanted), details[wanted.kind], _SYMBOLS[wanted.kind])


def _organization(messages: Messages, catalogue: Catalogue, wanted: Wanted) -> str:
    service = catalogue.services.get(ServiceId(wanted.key))
    return catalogue.organizations[service.organization].name.plain_to(messages.language) if service else ""


def reason_rows(messages: Messages) -> tuple[ReasonRow, ...]:
    """The reasons that staff choose from."""
    keyed = zip(STAFF_REASONS, KEYS, strict=True)
    return tuple(ReasonRow(reason, reason_words(messages, reason), key) for reason, key in keyed)


def age_rows(messages: Messages, chosen: AgeBand | None) -> tuple[PickRow, ...]:
    """About how old the person is."""
    return tuple(PickRow(band, messages.gettext(label), band is chosen) for band, label in _AGES.items())


def language_rows(messages: Messages, chosen: str) -> tuple[PickRow, ...]:
    """The language that it was needed in."""
    return tuple(PickRow(code, spoken_words(messages, code), code == chosen) for code in LANGUAGES)


def caution_words(messages: Messages, found: Iterable[Caution]) -> str:
    """What is to be left out of words typed; empty where there is nothing."""
    first = next(iter(found), None)
    return messages.gettext(_CAUTIONS[first]) if first is not None else ""


def saved_words(messages: Messages, name: str, reason: Reason, count: int) -> str:
    """What was written down."""
    words = f"{name}. {reason_words(messages, reason)}."
    if count == 1:
        return words
    people = messages.ngettext("{count} person", "{count} people", count).format(count=number(messages, count))
    return f"{words} {people}."


def tally_rows(parts: Sequence[tuple[str, int]], messages: Messages) -> tuple[TallyRow, ...]:
    """The lines of a list of the month, the largest first."""
    largest = max((count for _, count in parts), default=1)
    return tuple(TallyRow(name, number(messages, count), count / largest) for name, count in parts[:MOST_SHOWN])


def month_rows(
    messages: Messages, catalogue: Catalogue, terms: Sequence[Term], summary: Summary
) -> tuple[tuple[TallyRow, ...], tuple[TallyRow, ...], tuple[TallyRow, ...]]:
    """What was needed, why it could not be had, and in which language: each list as it may be shown."""
    wanted = [(wanted_words(messages, catalogue, terms, each), count) for each, count in summary.wanted.parts]
    reasons = [(reason_words(messages, reason), count) for reason, count in summary.reasons.parts]
    languages = [(spoken_words(messages, code), count) for code, count in summary.languages.parts]
    return tally_rows(wanted, messages), tally_rows(reasons, messages), tally_rows(languages, messages)


def rest_words(messages: Messages, listed: Listed[Wanted]) -> str:
    """What the list leaves out; empty where that is nothing."""
    shown = sum(count for _, count in listed.parts[:MOST_SHOWN])
    rest = sum(count for _, count in listed.parts) - shown + listed.rest
    if not rest:
        return ""
    return messages.gettext("Everything else: {count}").format(count=number(messages, rest))
