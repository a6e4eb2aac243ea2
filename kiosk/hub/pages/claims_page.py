"""The page of the case claims: which office opened a case for a slip first, and which came later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.hub.pages.asking import Answer, Asked
from kiosk.hub.pages.blocks import Cell, Notice, Page, Table, Tone
from kiosk.hub.pages.frame import CLAIMS
from kiosk.hub.pages.months import Month, month_asked, month_links
from kiosk.hub.store import reading
from kiosk.hub.store.reading import Claimed
from kiosk.languages import Messages
from kiosk.languages.formats import listing, month_and_year, plain_date
from kiosk.referral.code import make
from kiosk.referral.keys import KeyId, number_of


def answer(asked: Asked) -> Answer:
    """The page of one month."""
    desk, today = asked.desk, asked.now.astimezone(asked.desk.zone).date()
    month = month_asked(asked.query, today)
    claims = reading.claims(desk.store, month.first, month.last)
    return claims_page(asked.messages, claims, reading.names(desk.store), month, asked.now, desk.zone)


def claims_page(
    messages: Messages,
    claims: Sequence[Claimed],
    names: Mapping[bytes, str],
    month: Month,
    now: datetime,
    zone: ZoneInfo,
) -> Page:
    """The claims, those of several offices first."""
    gettext, today = messages.gettext, now.astimezone(zone).date()
    twice = [one for one in claims if one.later]
    ordered = [*twice, *(one for one in claims if not one.later)]
    rows = tuple(
        (
            Cell(str(make(one.referral))),
            Cell(plain_date(messages, one.day, today)),
            Cell(_name(messages, names, one.kid)),
            Cell(_name(messages, names, one.first)),
            _later(messages, names, one),
        )
        for one in ordered
    )
    heads = (
        gettext("Slip"),
        gettext("First case on"),
        gettext("Slip from"),
        gettext("First office"),
        gettext("Offices that came later"),
    )
    return Page(
        gettext("Case claims, {month}").format(month=month_and_year(messages, month.first)),
        (
            month_links(messages, CLAIMS, month, today),
            *_notices(messages, len(twice)),
            Table(gettext("Who has a case for which slip"), heads, rows, gettext("No case was opened in this month.")),
        ),
        place=CLAIMS,
    )


def _notices(messages: Messages, twice: int) -> tuple[Notice, ...]:
    if not twice:
        return ()
    words = messages.ngettext(
        "{count} slip has a case in more than one office. Both offices were told.",
        "{count} slips have a case in more than one office. Both offices were told of each.",
        twice,
    ).format(count=twice)
    return (Notice(words, Tone.WARNING),)


def _later(messages: Messages, names: Mapping[bytes, str], one: Claimed) -> Cell:
    if not one.later:
        return Cell(messages.gettext("no other"))
    return Cell(listing(messages, [_name(messages, names, kid) for kid in one.later]), tone=Tone.WARNING)


def _name(messages: Messages, names: Mapping[bytes, str], kid: bytes) -> str:
    """A kiosk's or an office's name, its number where it has none."""
    return names.get(kid, "") or messages.gettext("Kiosk {number}").format(number=number_of(KeyId(kid)))
