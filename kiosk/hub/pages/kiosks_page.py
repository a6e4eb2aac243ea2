"""The pages of the kiosks: all of them with what needs looking after first, and one by itself."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from kiosk.catalogue.search.tokens import fold
from kiosk.hub.pages.asking import Answer, Asked, NothingThereError
from kiosk.hub.pages.blocks import Block, Cell, Facts, Links, Notice, Page, Search, Section, Table, Tone, Words
from kiosk.hub.pages.frame import KIOSKS
from kiosk.hub.pages.health import Judged, Trouble, Weight, judged, weight_of, worst_first
from kiosk.hub.pages.moments import ago_words, moment_words
from kiosk.hub.pages.releases import newest_edition
from kiosk.hub.store import reading
from kiosk.hub.store.reading import KioskStanding
from kiosk.languages import N_, Messages
from kiosk.languages.formats import number
from kiosk.referral.keys import KeyId, number_of

MOST_ON_A_PAGE = 100
LONGEST_WANTED = 80

_FEW = 10
"""Among so many kiosks nobody has to look for one."""

_KID_BYTES = 4
_TROUBLES = {
    Trouble.NEVER_HEARD: N_("Never heard since it was enrolled"),
    Trouble.GONE: N_("Not heard for more than a week"),
    Trouble.SILENT: N_("Not heard for more than a day"),
    Trouble.DISK_FULL: N_("Its disk is nearly full"),
    Trouble.DISK_LOW: N_("Its disk is filling up"),
    Trouble.CLOCK_WRONG: N_("Its clock is wrong"),
    Trouble.BEHIND: N_("Its catalogue is not the newest"),
    Trouble.MANY_WAITING: N_("Much waits there to be sent"),
    Trouble.POISON: N_("Some of its records could not be used"),
}
_WHAT_TO_DO = {
    Trouble.NEVER_HEARD: N_("Look whether it is switched on and online, or bring its stick."),
    Trouble.GONE: N_("Call the centre: is it switched on, and online? Its stick can bring what waits."),
    Trouble.SILENT: N_("If it is one that is online, look whether it is switched on."),
    Trouble.DISK_FULL: N_("Free some room on it now: soon it can keep nothing new."),
    Trouble.DISK_LOW: N_("Free some room on it before it is full."),
    Trouble.CLOCK_WRONG: N_("Set its clock, or its battery: deadlines on plans depend on it."),
    Trouble.BEHIND: N_("It takes the newest edition by itself when it is online; otherwise bring a stick."),
    Trouble.MANY_WAITING: N_("It will send everything by itself; look again in an hour."),
    Trouble.POISON: N_("They are set aside in the store, and nothing waits for them. Tell whoever keeps Guichet."),
}
_TONES = {Weight.FINE: Tone.GOOD, Weight.LOOK: Tone.WARNING, Weight.ACT: Tone.DANGER}


def every_kiosk(asked: Asked) -> Answer:
    """The page of all of them, or of those whose name or number has what was looked for."""
    newest = newest_edition(asked.desk.repository, asked.desk.region)
    everything = worst_first(tuple(judged(one, newest, asked.at) for one in reading.kiosks(asked.desk.store)))
    wanted = asked.query.get("find", "")[:LONGEST_WANTED]
    found = tuple(one for one in everything if _fits(one.kiosk, wanted))
    untrusted = asked.query.get("from", "")
    first = int(untrusted) if untrusted.isascii() and untrusted.isdecimal() and len(untrusted) < 7 else 0
    chosen = Chosen(found, first if first < len(found) else 0, wanted, _urgent(everything), len(everything))
    return kiosks_page(asked.messages, chosen, asked.now, asked.desk.zone)


def one_kiosk(asked: Asked) -> Answer:
    """The page of one. Raises `NothingThereError`."""
    kid = _kid(asked.parts.get("kid", ""))
    found = reading.kiosk(asked.desk.store, kid)
    if found is None:
        raise NothingThereError("there is no such kiosk")
    return kiosk_page(
        asked.messages,
        judged(found, newest_edition(asked.desk.repository, asked.desk.region), asked.at),
        asked.now,
        asked.desk.zone,
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The kiosks found, and the place of the first to be shown. `urgent` and `known` are of the whole fleet."""

    found: tuple[Judged, ...]
    first: int
    wanted: str
    urgent: int
    known: int


def kiosks_page(messages: Messages, chosen: Chosen, now: datetime, zone: ZoneInfo) -> Page:
    """As many as one page holds, in a table, and the ways to the others."""
    gettext = messages.gettext
    heads = (
        gettext("Kiosk"),
        gettext("How it stands"),
        gettext("Last contact"),
        gettext("Catalogue"),
        gettext("Free on its disk"),
        gettext("Waits to be sent"),
    )
    shown = chosen.found[chosen.first : chosen.first + MOST_ON_A_PAGE]
    rows = tuple(_row(messages, one, now, zone) for one in shown)
    empty = gettext("No kiosk is enrolled yet. On the hub’s own machine, run: guichet hub code")
    if chosen.known:
        empty = gettext("No kiosk has this in its name or number.")
    table = Table(gettext("What needs looking after comes first"), heads, rows, empty)
    looking = Search("find", gettext("Name or number"), chosen.wanted, gettext("Find the kiosk"))
    search = (looking,) if chosen.known > _FEW else ()
    blocks = (*_summary(messages, chosen.urgent), *search, table, *_others(messages, chosen, len(shown)))
    return Page(gettext("Kiosks"), blocks, place=KIOSKS)


def kiosk_page(messages: Messages, one: Judged, now: datetime, zone: ZoneInfo) -> Page:
    """One kiosk: what to do, and all that it said of itself."""
    gettext, kiosk = messages.gettext, one.kiosk
    todo: tuple[Block, ...] = tuple(
        Notice(
            gettext("{what}. {todo}").format(what=gettext(_TROUBLES[each]), todo=gettext(_WHAT_TO_DO[each])),
            _TONES[weight_of(each)],
        )
        for each in one.troubles
    )
    if not todo and kiosk.revoked is None:
        todo = (Notice(gettext("Everything is in order."), Tone.GOOD),)
    return Page(
        _name(messages, kiosk),
        todo,
        (Section(gettext("What is known of it"), (Facts(tuple(_facts(messages, kiosk, now, zone))),)),),
        back=(KIOSKS, gettext("All kiosks")),
        place=KIOSKS,
    )


def _kid(untrusted: str) -> bytes:
    try:
        kid = bytes.fromhex(untrusted)
    except ValueError:
        kid = b""
    if len(kid) != _KID_BYTES:
        raise NothingThereError("this is no kiosk's id")
    return kid


def _fits(kiosk: KioskStanding, wanted: str) -> bool:
    """Tell whether a kiosk is one of those looked for; case and accents do not matter."""
    return fold(wanted.strip()) in fold(kiosk.name) or wanted.strip() == str(number_of(KeyId(kiosk.kid)))


def _urgent(kiosks: tuple[Judged, ...]) -> int:
    return sum(one.weight is Weight.ACT for one in kiosks)


def _summary(messages: Messages, urgent: int) -> tuple[Block, ...]:
    if not urgent:
        return ()
    words = messages.ngettext("{count} kiosk needs somebody now.", "{count} kiosks need somebody now.", urgent)
    return (Notice(words.format(count=number(messages, urgent)), Tone.DANGER),)


def _others(messages: Messages, chosen: Chosen, shown: int) -> tuple[Block, ...]:
    """Which of how many are shown, and the ways to those before and after."""
    gettext, total = messages.gettext, len(chosen.found)
    if shown == total:
        return ()
    after, before = chosen.first + shown, max(0, chosen.first - MOST_ON_A_PAGE)
    told = gettext("Kiosks {first} to {last} of {total}").format(
        first=number(messages, chosen.first + 1), last=number(messages, after), total=number(messages, total)
    )
    find = urlencode({"find": chosen.wanted}) if chosen.wanted else ""
    ways = ((before, gettext("Those before"), chosen.first > 0), (after, gettext("Those after"), after < total))
    links = tuple(
        (f"{KIOSKS}?{find}{'&' if find else ''}from={place}", words) for place, words, is_there in ways if is_there
    )
    return (Words(told), Links(gettext("Other kiosks"), links))


def _row(messages: Messages, one: Judged, now: datetime, zone: ZoneInfo) -> tuple[Cell, ...]:
    kiosk, said = one.kiosk, one.kiosk.condition
    name = Cell(_name(messages, kiosk), to=f"{KIOSKS}/{kiosk.kid.hex()}")
    if said is None:
        unknown = Cell(messages.gettext("not known"))
        return (name, _stands(messages, one), Cell(messages.gettext("never")), unknown, unknown, unknown)
    return (
        name,
        _stands(messages, one),
        Cell(moment_words(messages, said.contact, now, zone)),
        Cell(number(messages, said.catalogue_version)),
        Cell(_size(messages, said.free_mib)),
        Cell(number(messages, said.waiting)),
    )


def _stands(messages: Messages, one: Judged) -> Cell:
    gettext = messages.gettext
    if one.kiosk.revoked is not None:
        return Cell(gettext("Off the list"))
    if not one.troubles:
        return Cell(gettext("In order"), tone=Tone.GOOD)
    words = gettext(_TROUBLES[one.troubles[0]])
    if more := len(one.troubles) - 1:
        words = messages.ngettext("{what}, and {count} more", "{what}, and {count} more", more).format(
            what=words, count=more
        )
    return Cell(words, tone=_TONES[one.weight])


def _name(messages: Messages, kiosk: KioskStanding) -> str:
    return kiosk.name or messages.gettext("Kiosk {number}").format(number=number_of(KeyId(kiosk.kid)))


def _facts(
    messages: Messages, kiosk: KioskStanding, now: datetime, zone: ZoneInfo
) -> list[tuple[str, tuple[Cell, ...]]]:
    gettext, said = messages.gettext, kiosk.condition

    def moment(at: int) -> tuple[Cell, ...]:
        return (Cell(moment_words(messages, at, now, zone)),)

    facts = [
        (gettext("Kiosk number"), (Cell(str(number_of(KeyId(kiosk.kid)))),)),
        (gettext("Enrolled on"), moment(kiosk.enrolled)),
    ]
    if kiosk.revoked is not None:
        facts.append((gettext("Taken off the list on"), moment(kiosk.revoked)))
    if said is None:
        return [*facts, (gettext("Last contact"), (Cell(gettext("never")),))]
    off = said.clock - said.contact
    clock = (
        gettext("right, to the minute")
        if abs(off) < 60
        else gettext("slow by {length}")
        if off < 0
        else gettext("fast by {length}")
    )
    return [
        *facts,
        (gettext("Last contact"), moment(said.contact)),
        (gettext("Its clock then"), (Cell(clock.format(length=ago_words(messages, abs(off)))),)),
        (gettext("Version of Guichet"), (Cell(said.app or gettext("not known")),)),
        (gettext("Edition of the catalogue"), (Cell(number(messages, said.catalogue_version)),)),
        (gettext("Free on its disk"), (Cell(_size(messages, said.free_mib)),)),
        (gettext("Records that wait to be sent"), (Cell(number(messages, said.waiting)),)),
        (gettext("Records that could not be used"), (Cell(number(messages, kiosk.poison)),)),
        (gettext("Head of its audit"), (Cell(said.audit.hex()[:16] or gettext("it keeps none")),)),
    ]


def _size(messages: Messages, mib: int) -> str:
    if mib >= 1024:
        return messages.gettext("{count} GB").format(count=number(messages, round(mib / 1024)))
    return messages.gettext("{count} MB").format(count=number(messages, mib))
