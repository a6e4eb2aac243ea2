"""The page of the releases: the newest edition, the editions before it, and who has signed what until when."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.errors import KioskError
from kiosk.hub.pages.asking import Answer, Asked
from kiosk.hub.pages.blocks import Block, Cell, Facts, Notice, Page, Section, Table, Tone
from kiosk.hub.pages.frame import RELEASES
from kiosk.hub.pages.moments import moment_words
from kiosk.hub.pages.releases import Edition, Releases, Signature, releases_in
from kiosk.hub.publishing.repository import is_there
from kiosk.hub.publishing.roles import Role
from kiosk.languages import N_, Messages
from kiosk.languages.formats import listing, number

_SOON_DAYS: Mapping[Role, int] = MappingProxyType(
    {Role.SNAPSHOT: 75, Role.TIMESTAMP: 75, Role.DEVICES: 10, Role.ROOT: 90, Role.TARGETS: 90}
)
"""With how few days left a signature is warned of: the online key signs every day, so two weeks without it is long."""

_SOON = 60

_ROLES = {
    Role.ROOT: N_("Root: whose keys count"),
    Role.TARGETS: N_("Targets: who may sign the parts"),
    Role.CATALOGUE: N_("Catalogue: editions and decisions"),
    Role.RECIPIENTS: N_("Recipients: the departments’ keys"),
    Role.DEVICES: N_("Devices: the kiosks’ keys"),
    Role.SNAPSHOT: N_("Snapshot: what belongs together"),
    Role.TIMESTAMP: N_("Timestamp: what is newest"),
}


def answer(asked: Asked) -> Answer:
    """The page, whether or not there is a repository."""
    desk, messages = asked.desk, asked.messages
    title = messages.gettext("Releases")
    if not is_there(desk.repository):
        words = messages.gettext("Nothing is released yet. On the hub’s own machine, run: guichet hub init")
        return Page(title, (Notice(words, Tone.WARNING),), place=RELEASES)
    try:
        releases = releases_in(desk.repository, desk.region, asked.now)
    except KioskError as error:
        words = messages.gettext("The repository cannot be read as a kiosk would: {why}").format(why=str(error))
        return Page(title, (Notice(words, Tone.DANGER),), place=RELEASES)
    return releases_page(messages, releases, asked.now, desk.zone)


def releases_page(messages: Messages, releases: Releases, now: datetime, zone: ZoneInfo) -> Page:
    """The repository in words."""
    gettext = messages.gettext
    return Page(
        gettext("Releases"),
        (*_warnings(messages, releases), _newest(messages, releases)),
        (
            Section(gettext("Editions"), (_editions(messages, releases.editions, now, zone),)),
            Section(gettext("Signatures"), (_signatures(messages, releases.signatures, now, zone),)),
        ),
        place=RELEASES,
    )


def _warnings(messages: Messages, releases: Releases) -> tuple[Block, ...]:
    gettext = messages.gettext
    over = [one for one in releases.signatures if one.days_left < 0]
    soon = [one for one in releases.signatures if 0 <= one.days_left < _SOON_DAYS.get(one.role, _SOON)]
    told: list[Block] = []
    if over:
        words = gettext("Kiosks take nothing new: these signatures have run out: {roles}.")
        told.append(Notice(words.format(roles=_names(messages, over)), Tone.DANGER))
    if soon:
        words = gettext("Sign again soon: {roles}.")
        told.append(Notice(words.format(roles=_names(messages, soon)), Tone.WARNING))
    return tuple(told)


def _names(messages: Messages, signatures: list[Signature]) -> str:
    return listing(messages, [one.role.value for one in signatures])


def _newest(messages: Messages, releases: Releases) -> Block:
    gettext = messages.gettext
    if not releases.version:
        return Notice(gettext("No edition of the catalogue is published for this region yet."), Tone.WARNING)
    deltas = messages.ngettext("from {count} earlier edition", "from {count} earlier editions", releases.deltas).format(
        count=releases.deltas
    )
    decided = gettext("published") if releases.decided else gettext("none published yet")
    return Facts(
        (
            (gettext("Region"), (Cell(releases.region),)),
            (gettext("Newest edition"), (Cell(number(messages, releases.version)),)),
            (gettext("Size"), (Cell(_size(messages, releases.length)),)),
            (gettext("Short ways to it"), (Cell(deltas),)),
            (gettext("Decisions of stewards"), (Cell(decided),)),
        )
    )


def _editions(messages: Messages, editions: tuple[Edition, ...], now: datetime, zone: ZoneInfo) -> Table:
    gettext = messages.gettext
    rows = tuple(
        (
            Cell(number(messages, one.version)),
            Cell(_moment(messages, one.issued, now, zone)),
            Cell(_size(messages, one.packed), number=True),
            Cell(listing(messages, one.signed_by)),
        )
        for one in editions
    )
    heads = (gettext("Edition"), gettext("Signed on"), gettext("Size on the way"), gettext("Signed by the key"))
    return Table(gettext("Editions that are kept, the newest first"), heads, rows, gettext("There is none yet."))


def _signatures(messages: Messages, signatures: tuple[Signature, ...], now: datetime, zone: ZoneInfo) -> Table:
    gettext = messages.gettext
    rows = tuple(
        (
            Cell(gettext(_ROLES[one.role])),
            Cell(number(messages, one.version), number=True),
            Cell(_moment(messages, one.issued, now, zone)),
            _left(messages, one),
            Cell(listing(messages, one.signed_by)),
            Cell(gettext("{needed} of {keys}").format(needed=one.needed, keys=one.keys)),
        )
        for one in signatures
    )
    heads = (
        gettext("Part of the repository"),
        gettext("Version"),
        gettext("Signed on"),
        gettext("Valid for"),
        gettext("Signed by the keys"),
        gettext("Keys that must sign"),
    )
    return Table(gettext("Every part is signed on its own"), heads, rows, gettext("There is none yet."))


def _left(messages: Messages, signature: Signature) -> Cell:
    days = signature.days_left
    if days < 0:
        return Cell(messages.gettext("has run out"), tone=Tone.DANGER)
    words = messages.ngettext("{count} day", "{count} days", days).format(count=number(messages, days))
    soon = days < _SOON_DAYS.get(signature.role, _SOON)
    return Cell(words, tone=Tone.WARNING if soon else Tone.PLAIN)


def _moment(messages: Messages, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    whole = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment_words(messages, int(whole.timestamp()), now, zone)


def _size(messages: Messages, size: int) -> str:
    return messages.gettext("{count} KB").format(count=number(messages, max(1, round(size / 1000))))
