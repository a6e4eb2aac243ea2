"""Places and telephone numbers in words, as citizens may have them; what is doubted says so, and is never printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.catalogue.doubts import hides_places, printable_phone
from kiosk.catalogue.model import GovernmentLevel, Location, Phone, Service
from kiosk.languages import N_, Messages
from kiosk.languages.formats import distance, listing
from kiosk.planning.plan import Visit

_ORDERS = {
    GovernmentLevel.FEDERAL: N_("federal government"),
    GovernmentLevel.PROVINCIAL: N_("provincial government"),
    GovernmentLevel.MUNICIPAL: N_("municipality"),
    GovernmentLevel.COMMUNITY: N_("community organization"),
    GovernmentLevel.INDIGENOUS: N_("Indigenous organization"),
}
_LANGUAGES = {"en": N_("English"), "fr": N_("French")}
_EMERGENCY = "911"
_FREE_PREFIXES = ("1-800", "1-833", "1-844", "1-855", "1-866", "1-877", "1-888")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a screen says of where a place is: all screens alike.

    `address` is the whole of it, the town where no more is known, or nothing where it may not be told. `mark` stands
    beside an address that nobody has checked; `instead` says what to do where there is none to show. Where
    `known` is false, neither are the hours told.
    """

    address: str
    known: bool
    mark: str = ""
    instead: str = ""


def whereabouts(messages: Messages, service: Service, location: Location) -> Whereabouts:
    """Where `service` is given at `location`, as a citizen may read it on a screen (docs/catalogue.md has the rule)."""
    if hides_places(service):
        return Whereabouts("", known=False, instead=never_shown(messages))
    if not location.address_1:
        return Whereabouts(location.city, known=False, instead=ask_for_address(messages))
    return Whereabouts(address(location), known=True, mark="" if location.verified else not_checked(messages))


def shown_phones(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Those of `phones` that a citizen may read; 911 last, for it is never the usual way."""
    return tuple(sorted(filter(printable_phone, phones), key=lambda phone: phone.number == _EMERGENCY))


def order_of_government(messages: Messages, level: GovernmentLevel) -> str:
    """`provincial government`, « gouvernement provincial »: whose service it is, to follow a name."""
    return messages.gettext(_ORDERS[level])


def address(location: Location) -> str:
    """`300 Horseshoe Lake Drive, Halifax`; empty when no address is known."""
    return ", ".join(part for part in (location.address_1, location.city) if part)


def how_far(messages: Messages, visit: Visit | None) -> str:
    """`about 8 km from here`; empty when it is not known."""
    return away(messages, None if visit is None else visit.distance_m)


def away(messages: Messages, metres: int | None) -> str:
    """`about 8 km from here`; empty when `metres` is None."""
    if metres is None:
        return ""
    return messages.gettext("about {distance} from here").format(distance=distance(messages, metres))


def numbers(messages: Messages, phone: Phone) -> str:
    """The number that answers in the language shown, and its toll-free or local twin."""
    own = phone.number_in(messages.language)
    twin = phone.toll_free_or_local
    if twin and own == phone.number:
        either = messages.gettext("{number} or {twin}")
        free = messages.gettext("{number} or free {twin}")
        toll_free = twin.startswith(_FREE_PREFIXES) and not own.startswith(_FREE_PREFIXES)
        return (free if toll_free else either).format(number=own, twin=twin)
    return own


def unverified(messages: Messages) -> str:
    """What stands beside a price or a fact that nobody has checked."""
    return messages.gettext("To be checked: ask staff")


def not_checked(messages: Messages) -> str:
    """What stands beside an address that nobody has checked."""
    return messages.gettext("Not checked this year: phone first")


def ask_for_number(messages: Messages) -> str:
    """What a citizen reads in place of a number that nobody has checked."""
    return messages.gettext("Call 211 or ask staff for the number.")


def ask_for_address(messages: Messages) -> str:
    """What a citizen reads in place of an address that nobody has."""
    return messages.gettext("Call 211 or ask staff for the address and the hours.")


def hours_not_known(messages: Messages) -> str:
    """What stands in place of hours that were never written."""
    return messages.gettext("Hours not known: call first")


def host_of(url: str) -> str:
    """`novascotia.ca`: the site of an address, as people say it."""
    return urlsplit(url).netloc.removeprefix("www.")


def never_shown(messages: Messages) -> str:
    """What stands in place of the address of a shelter or of a discreet service."""
    return messages.gettext("The address is not shown here. Call first.")


def wheelchair_line(messages: Messages, location: Location) -> str:
    """Whether a wheelchair gets in, as far as anyone knows."""
    match location.wheelchair:
        case True:
            return messages.gettext("Wheelchair access")
        case False:
            return messages.gettext("No wheelchair access")
        case None:
            return messages.gettext("Wheelchair access: to be checked, call first")


def parking_line(messages: Messages, location: Location) -> str:
    """`Free parking`, `Paid parking`; empty when it is not known."""
    match location.parking:
        case "free":
            return messages.gettext("Free parking")
        case "paid":
            return messages.gettext("Paid parking")
        case _:
            return ""


def languages_line(messages: Messages, languages: Sequence[str]) -> str:
    """The languages spoken at a place, that of the reader first, and what to do when it is not among them."""
    own = messages.language
    order = sorted((code for code in languages if code in _LANGUAGES), key=lambda code: code != own)
    if not order:
        return ""
    spoken = listing(messages, [messages.gettext(_LANGUAGES[code]) for code in order])
    if own in languages:
        return messages.gettext("Service in {languages}").format(languages=spoken)
    return messages.gettext("Service in {languages}. You can ask for an interpreter.").format(languages=spoken)
