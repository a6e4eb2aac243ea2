"""The pages of flags and corrections in words: what waits for its steward, and the form in which it is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections.standing import standing_of, standing_of_flag
from kiosk.counter.corrections.values import LONGEST_SAYING, Correction, Field, Flag
from kiosk.counter.corrections.wording import (
    entry_name,
    hidden,
    kind_name,
    standing_words,
    stands,
    state_words,
    steward,
    value_words,
)
from kiosk.hub.pages import blocks
from kiosk.hub.pages.amending import fields_of
from kiosk.hub.pages.blocks import Block, Cell, Choice, Facts, Form, Links, Notice, Page, Section, Table, Tone
from kiosk.hub.pages.frame import CORRECTIONS
from kiosk.hub.pages.moments import moment_words
from kiosk.languages import N_, Messages

DECIDED_FILE = f"{CORRECTIONS}/decided.json"

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "no_choice": N_("Choose whether it is right."),
        "no_reason": N_("Say why it is rejected: whoever wrote it will read this."),
        "reason_long": N_("The reason is too long: 300 letters at most."),
        "corrections_file": N_("Kiosks would refuse this: it is on an urgent number, or tells of a secret place."),
        "correction_number": N_("This is no telephone number, such as 902-555-0143 or 211."),
        "correction_address": N_("Write the street and the town, and a postal code such as B3K 3C1 or none."),
        "correction_page": N_("This is no address of a page: it begins with https://"),
        "correction_day": N_("This is no day from today on, written such as 2026-12-31."),
        "correction_words": N_("Write it in English and in French, each in 300 letters at most."),
        "hours-unreadable": N_("These hours cannot be read. Write them such as Mo-Fr 08:30-16:30."),
    }
)
TOLD = MappingProxyType(
    {
        "accepted": N_("Accepted. It goes to every kiosk with the next edition of the catalogue."),
        "rejected": N_("Rejected. Whoever wrote it will read why."),
        "gone": N_("This was decided by somebody else, or taken back, meanwhile."),
    }
)


@dataclass(frozen=True, slots=True)
class Around:
    """What the words depend on: languages, catalogue, the moment and where it is."""

    messages: Messages
    catalogue: Catalogue
    now: datetime
    zone: ZoneInfo
    names: Mapping[bytes, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that was not accepted: the field, why, and what was typed."""

    fieldname: str
    code: str
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """How many flags and corrections were decided, and how many of those are in no edition yet."""

    kept: int
    unpublished: int


Said = Flag | Correction


def waiting_page(around: Around, waiting: Sequence[tuple[bytes, Said]], decided: Decisions, told: str) -> Page:
    """What waits, the urgent first, then the oldest."""
    messages, gettext = around.messages, around.messages.gettext
    ordered = sorted(waiting, key=lambda one: (not _is_urgent(one[1]), one[1].at))
    heads = (
        gettext("About"),
        gettext("What"),
        gettext("From the kiosk"),
        gettext("Written on"),
        gettext("How far it is"),
    )
    rows = tuple(_row(around, kid, said) for kid, said in ordered)
    table = Table(gettext("The urgent first, then the oldest"), heads, rows, gettext("Nothing waits. Thank you."))
    tone = Tone.WARNING if told == "gone" else Tone.GOOD
    notice = (Notice(gettext(TOLD[told]), tone),) if told in TOLD else ()
    return Page(
        gettext("Flags and corrections"),
        (*notice, table),
        (Section(gettext("Decided, for the next edition"), _of_decided(messages, decided)),),
        place=CORRECTIONS,
    )


def decision_page(around: Around, kid: bytes, said: Said, refused: Refused | None) -> Page:
    """One of them: what is said, what the catalogue says, and the form."""
    gettext = around.messages.gettext
    fault = (Notice(gettext(FAULTS[refused.code]), Tone.DANGER),) if refused else ()
    urgent: tuple[Block, ...] = ()
    if isinstance(said, Flag) and said.urgent:
        words = gettext("Urgent: it changes what citizens read there until it is decided.")
        urgent = (Notice(f"{words} {hidden(around.messages, said.subject, said.field)}", Tone.WARNING),)
    return Page(
        entry_name(around.messages, around.catalogue, said.subject),
        (*fault, *urgent, Facts(tuple(_facts(around, kid, said)))),
        (Section(gettext("Decide"), (_form(around, said, refused),)),),
        back=(CORRECTIONS, gettext("Everything that waits")),
        status=422 if refused else 200,
        place=CORRECTIONS,
    )


def address_of(said: Said) -> str:
    """Where one of them is decided."""
    return f"{CORRECTIONS}/{'flag' if isinstance(said, Flag) else 'correction'}/{said.id}"


def _is_urgent(said: Said) -> bool:
    return isinstance(said, Flag) and said.urgent


def _row(around: Around, kid: bytes, said: Said) -> tuple[Cell, ...]:
    messages = around.messages
    written = moment_words(messages, int(said.at.timestamp()), around.now, around.zone)
    return (
        Cell(entry_name(messages, around.catalogue, said.subject), to=address_of(said)),
        Cell(kind_name(messages, said)),
        Cell(around.names.get(kid, "")),
        Cell(written),
        _answer(around, said),
    )


def _answer(around: Around, said: Said) -> Cell:
    if isinstance(said, Correction):
        return Cell(around.messages.gettext("lies over the catalogue there"))
    words = state_words(around.messages, said, around.now, around.zone)
    if said.is_overdue(around.now):
        return Cell(words, tone=Tone.DANGER)
    return Cell(
        around.messages.gettext("Urgent: {words}").format(words=words) if said.urgent else words,
        tone=Tone.WARNING if said.urgent else Tone.PLAIN,
    )


def _facts(around: Around, kid: bytes, said: Said) -> list[tuple[str, tuple[Cell, ...]]]:
    messages, gettext, today = around.messages, around.messages.gettext, around.now.astimezone(around.zone).date()
    now_says = stands(messages, around.catalogue, said.subject, said.field, today, around.zone)
    facts: list[tuple[str, tuple[Cell, ...]]] = [
        (gettext("What"), (Cell(kind_name(messages, said)),)),
        (gettext("The catalogue says"), (Cell(now_says),)),
    ]
    if isinstance(said, Flag):
        facts.append((gettext("It should say"), _sayings(messages, said)))
        standing = standing_words(messages, standing_of_flag(around.catalogue, said))
    else:
        facts.append((gettext("It was corrected to"), (Cell(value_words(messages, said.value, today, around.zone)),)))
        standing = standing_words(messages, standing_of(around.catalogue, said, today))
    if standing:
        facts.append((gettext("Since then"), (Cell(standing, tone=Tone.WARNING),)))
    return [
        *facts,
        (gettext("Who keeps it right"), (Cell(steward(messages, around.catalogue, said.subject)),)),
        (gettext("From the kiosk"), (Cell(around.names.get(kid, "") or gettext("not known")),)),
        (
            gettext("Written on"),
            (Cell(moment_words(messages, int(said.at.timestamp()), around.now, around.zone)),),
        ),
        (gettext("How far it is"), (_answer(around, said),)),
    ]


def _sayings(messages: Messages, flag: Flag) -> tuple[Cell, ...]:
    """What was written, each in its own language."""
    told = tuple(
        Cell(words, language=language if language != messages.language else "")
        for language, words in (("en", flag.says.en), ("fr", flag.says.fr))
        if words
    )
    return told or (Cell(messages.gettext("Nobody wrote what it should say.")),)


def _form(around: Around, said: Said, refused: Refused | None) -> Form:
    gettext = around.messages.gettext
    typed = refused.typed if refused else {}
    fault = gettext(FAULTS[refused.code]) if refused else ""
    at = refused.fieldname if refused else ""
    decision = blocks.Field(
        "decision",
        gettext("Is it right?"),
        form="choices",
        fault=fault if at == "decision" else "",
        choices=(
            Choice("accept", gettext("Accept"), _accepting(around.messages, said), typed.get("decision") == "accept"),
            Choice("reject", gettext("Reject"), _rejecting(around.messages, said), typed.get("decision") == "reject"),
        ),
    )
    words = fields_of(around.messages, said.says if isinstance(said, Flag) else said.value, typed)
    if at == "words":
        words = tuple(blocks.faulty(one, fault) for one in words)
    reason = blocks.Field(
        "reason",
        gettext("Reason"),
        form="lines",
        value=typed.get("reason", ""),
        hint=gettext("Needed to reject. At most {count} letters, and nothing about a person.").format(
            count=LONGEST_SAYING
        ),
        fault=fault if at == "reason" else "",
    )
    return Form(gettext("Decide"), (decision, *words, reason))


def _accepting(messages: Messages, said: Said) -> str:
    gettext = messages.gettext
    if isinstance(said, Flag) and said.field is Field.CLOSED:
        return gettext("It stands at every kiosk until the catalogue is put right.")
    if isinstance(said, Flag):
        return gettext("In the words below, which you may change. It stands until the catalogue is put right.")
    return gettext("In the words below, which you may change. It will lie over the catalogue at every kiosk.")


def _rejecting(messages: Messages, said: Said) -> str:
    gettext = messages.gettext
    if isinstance(said, Flag):
        return gettext("The catalogue is right: what the flag hides is shown again.")
    return gettext("The catalogue is right: the correction is taken away where it lies.")


def _of_decided(messages: Messages, decisions: Decisions) -> tuple[Block, ...]:
    gettext = messages.gettext
    if not decisions.kept:
        return (blocks.Words(gettext("Nothing was decided yet.")),)
    count = messages.ngettext(
        "{count} decision so far. Every edition that is published takes all of them along.",
        "{count} decisions so far. Every edition that is published takes all of them along.",
        decisions.kept,
    ).format(count=decisions.kept)
    links = Links(gettext("Files"), ((DECIDED_FILE, gettext("Take the file of all decisions")),))
    return blocks.Words(count), _published(messages, decisions.unpublished), links


def _published(messages: Messages, unpublished: int) -> Notice:
    if not unpublished:
        return Notice(messages.gettext("All of them are published."), Tone.GOOD)
    words = messages.ngettext(
        "{count} is not published yet. To publish it at once, on the hub’s own machine: guichet hub publish-decided",
        "{count} are not published yet. To publish them at once, on the hub’s own machine: guichet hub publish-decided",
        unpublished,
    )
    return Notice(words.format(count=unpublished))
