"""The ways to reach one service as cards: every one, in the plan's order, each with what is needed to use it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.hours import Kind, Open, Schedule, opening_at
from kiosk.catalogue.hours.week_wording import week_words
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.model import Catalogue, ChannelType, Location, Phone, Service
from kiosk.languages import Messages
from kiosk.languages.formats import beside
from kiosk.planning.plan import ChannelReason, PlannedStep, RankedChannel
from kiosk.wording import channels as words
from kiosk.wording.places import (
    ask_for_number,
    away,
    host_of,
    hours_not_known,
    never_shown,
    numbers,
    shown_phones,
    whereabouts,
)
from kiosk.wording.slip import website

_SHORT_NUMBER = 3
"""211, 811, 911 and their like are no lines for the relay service."""
_TELLS_HOURS = (ChannelReason.OPEN_NOW, ChannelReason.CLOSED_NOW)
_WITHOUT_HOURS = {ChannelType.PHONE: ChannelReason.FREE, ChannelType.IN_PERSON: ChannelReason.WORKS_FOR_ALL}
"""Why a way stands first when the line or the place on its card is not the one whose hours are known."""


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way. `main` is what to dial or look up, `lines` what goes with it, one a line.

    `opening` is empty where no hours are known; `tone` is good when it is open. `reason` says why the recommended way
    stands first. `mark` stands beside an address that nobody has checked. `leads` is true where touching the card
    opens the page of a place.
    """

    channel: str
    symbol: str
    title: str
    main: str = ""
    lines: str = ""
    opening: str = ""
    tone: str = "calm"
    reason: str = ""
    mark: str = ""
    recommended: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Reaching:
    """What every way needs to be told: the words, the facts, the moment, and the place chosen for this service."""

    messages: Messages
    catalogue: Catalogue
    service: Service
    now: datetime
    zone: ZoneInfo
    place: Location | None = None
    metres: int | None = None

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The service's numbers that somebody has checked; 911 last, for it is never the usual way."""
        return shown_phones(self.catalogue.phones[phone] for phone in self.service.phones)


def ways_of(reaching: Reaching, step: PlannedStep) -> tuple[WayRow, ...]:
    """Every way, the recommended one first; then the telephone and its silent twins, where they are not among them."""
    messages, service = reaching.messages, reaching.service
    ways = [_ranked(reaching, channel) for channel in step.channels]
    if service.phones and ChannelType.PHONE not in service.channels and not service.automatic:
        ways.append(replace(_phone(reaching), channel="ask_phone", title=words.ask_by_phone(messages)))
    voice = next((phone for phone in reaching.phones if _speaks(phone)), None)
    if voice is not None:
        lines = "\n".join(words.relay_lines(messages, voice.number_tty))
        ways.append(WayRow("relay", "message-circle", words.without_voice(messages), lines=lines))
    return tuple(ways)


def opening_chip(messages: Messages, schedule: Schedule, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Whether it is open, and the tone to say it in; nothing where the hours were never written."""
    if schedule.kind is Kind.UNKNOWN:
        return "", "calm"
    opening = opening_at(schedule, now, zone)
    return opening_words(messages, opening, now.date()), "good" if isinstance(opening, Open) else "calm"


def _ranked(reaching: Reaching, channel: RankedChannel) -> WayRow:
    way = _way(reaching, channel.type)
    if not channel.recommended:
        return way
    messages = reaching.messages
    if channel.reason not in _TELLS_HOURS:
        reason = words.channel_reason(messages, channel.reason)
    else:
        # "Open now" beside "Open now until 4:30 p.m." would say it twice; and it may be the hours of another of the
        # service's numbers than the one written large.
        reason = "" if way.opening else messages.gettext("Recommended")
    return replace(way, recommended=True, reason=reason)


def _way(reaching: Reaching, channel: ChannelType) -> WayRow:
    match channel:
        case ChannelType.IN_PERSON:
            return _in_person(reaching)
        case ChannelType.PHONE:
            return _phone(reaching)
        case _:
            way = WayRow(channel, words.SYMBOLS[channel], words.channel_name(reaching.messages, channel))
            main, lines = _written(reaching, channel)
            return replace(way, main=main, lines=lines)


def _in_person(reaching: Reaching) -> WayRow:
    messages, place = reaching.messages, reaching.place
    channel = ChannelType.IN_PERSON
    way = WayRow(channel, words.SYMBOLS[channel], words.channel_name(messages, channel))
    if hides_places(reaching.service):
        return replace(way, lines=never_shown(messages))
    if place is None:
        return replace(way, lines=messages.gettext("Call first, or ask staff where to go."))
    name, far = place.name.to(messages.language), away(messages, reaching.metres)
    where = whereabouts(messages, reaching.service, place)
    if not where.known:
        town = beside(messages, (where.address, far))
        return replace(way, main=name, lines=_joined((town, where.instead)), leads=True)
    opening, tone = opening_chip(messages, place.schedule, reaching.now, reaching.zone)
    lines = (where.address, _capital(far), "" if opening else hours_not_known(messages))
    return replace(way, main=name, lines=_joined(lines), opening=opening, tone=tone, mark=where.mark, leads=True)


def _phone(reaching: Reaching) -> WayRow:
    messages, now, zone = reaching.messages, reaching.now, reaching.zone
    channel = ChannelType.PHONE
    way = WayRow(channel, words.SYMBOLS[channel], words.channel_name(messages, channel))
    phones = reaching.phones
    if not phones:
        return replace(way, lines=ask_for_number(messages))
    first, others = phones[0], phones[1:]
    opening, tone = opening_chip(messages, first.schedule, now, zone)
    hours = week_words(messages, first.schedule, now.date(), zone) if first.schedule.kind is Kind.TIMETABLE else ""
    twins = (
        messages.gettext("{line}: {number}").format(
            line=phone.description.to(messages.language), number=numbers(messages, phone)
        )
        for phone in others
    )
    lines = (first.description.to(messages.language), _capital(hours), *twins)
    return replace(way, main=numbers(messages, first), lines=_joined(lines), opening=opening, tone=tone)


def _written(reaching: Reaching, channel: ChannelType) -> tuple[str, str]:
    """What to look up or write to, and what goes with it, for every way but a visit and the telephone."""
    messages, service = reaching.messages, reaching.service
    site = website(messages, service)
    match channel:
        case ChannelType.AUTOMATIC:
            return "", messages.gettext("There is nothing for you to do.")
        case ChannelType.ONLINE | ChannelType.CHAT:
            return site, "" if site else messages.gettext("Ask staff for the address.")
        case ChannelType.MAIL if service.mail_address:
            return "", service.mail_address
        case ChannelType.MAIL | ChannelType.FAX | ChannelType.EMAIL if service.url is not None:
            site = host_of(service.url.plain_to(messages.language))
            return "", messages.gettext("The form, and where to send it, are on {site}").format(site=site)
        case ChannelType.TEXT:
            return _texted(messages, reaching.phones)
        case ChannelType.HOSPITAL_KIOSK:
            return "", messages.gettext("Before you leave the hospital.")
        case _:
            return "", messages.gettext("Ask staff how.")


def _texted(messages: Messages, phones: Sequence[Phone]) -> tuple[str, str]:
    texted = [phone for phone in phones if "text" in phone.kind]
    if not texted:
        return "", ask_for_number(messages)
    return numbers(messages, texted[0]), texted[0].description.to(messages.language)


def _speaks(phone: Phone) -> bool:
    return phone.kind.startswith("voice") and len(phone.number) > _SHORT_NUMBER


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(line for line in lines if line)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
