"""Places and telephone numbers in words; what is doubted says so, and is never printed."""

from kiosk.catalogue.model import Location, Phone
from kiosk.languages import Messages
from kiosk.languages.formats import distance
from kiosk.planning.plan import Visit


def address(location: Location) -> str:
    """`300 Horseshoe Lake Drive, Halifax`; empty when no address is known."""
    return ", ".join(part for part in (location.address_1, location.city) if part)


def how_far(messages: Messages, visit: Visit | None) -> str:
    """`about 8 km from here`; empty when it is not known."""
    if visit is None or visit.distance_m is None:
        return ""
    return messages.gettext("about {distance} from here").format(distance=distance(messages, visit.distance_m))


def numbers(messages: Messages, phone: Phone) -> str:
    """The number that answers in the language shown, and its toll-free or local twin."""
    own = phone.number_in(messages.language)
    twin = phone.toll_free_or_local
    if twin and own == phone.number:
        return messages.gettext("{number} or {twin}").format(number=own, twin=twin)
    return own


def unverified(messages: Messages) -> str:
    """What stands beside a fact that nobody has checked."""
    return messages.gettext("To be checked: ask staff")
