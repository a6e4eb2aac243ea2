"""How unmet needs and numbers that may be shown read for staff: on the page, on paper, at a terminal."""

from collections.abc import Sequence

from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.counter.calling.lines import language_name
from kiosk.counter.needs import Reason
from kiosk.counter.suppression import Hidden, Told
from kiosk.counter.unmet import Kind, Term, Wanted
from kiosk.languages import N_, Messages
from kiosk.languages.formats import number

_REASONS = {
    Reason.NO_SERVICE: N_("There is no such service"),
    Reason.FULL: N_("Full, or a long wait"),
    Reason.NOT_ELIGIBLE: N_("They do not qualify"),
    Reason.OUT_OF_AREA: N_("Not for where they live"),
    Reason.NO_WAY_THERE: N_("Too far, or no way to get there"),
    Reason.COST: N_("It costs too much"),
    Reason.LANGUAGE: N_("Not in their language"),
    Reason.CLOSED: N_("Closed when they can go"),
    Reason.PAPERS: N_("Papers are missing"),
    Reason.ACCESSIBILITY: N_("Not accessible to them"),
    Reason.OTHER: N_("Another reason"),
    Reason.NOT_FOUND: N_("They could not find it"),
    Reason.NOT_UNDERSTOOD: N_("They did not understand"),
    Reason.WANTS_PERSON: N_("They wanted a person"),
}


def wanted_words(messages: Messages, catalogue: Catalogue, terms: Sequence[Term], wanted: Wanted) -> str:
    """What was needed, by its name; what this catalogue no longer knows by its id, and nothing at all as such."""
    language = messages.language
    match wanted.kind:
        case Kind.SERVICE:
            service = catalogue.services.get(ServiceId(wanted.key))
            return service.name.plain_to(language) if service else wanted.key
        case Kind.BUNDLE:
            bundle = catalogue.bundles.get(BundleId(wanted.key))
            return bundle.name.plain_to(language) if bundle else wanted.key
        case Kind.TERM:
            term = next((term for term in terms if term.id == wanted.key), None)
            return term.name.plain_to(language) if term else wanted.key
        case Kind.WORDS:
            return wanted.key or messages.gettext("Not said")


def reason_words(messages: Messages, reason: Reason) -> str:
    """Why it could not be had."""
    return messages.gettext(_REASONS[reason])


def spoken_words(messages: Messages, code: str) -> str:
    """A language by its name, with a capital; sign language is one, whichever it is."""
    name = messages.gettext("Sign language") if code == "ase" else language_name(messages, code)
    return name[:1].upper() + name[1:]


def told_words(messages: Messages, told: Told) -> str:
    """A number as it may be shown: itself, "fewer than 5", or "not told" where it would give another away."""
    match told:
        case Hidden.FEW:
            return messages.gettext("fewer than 5")
        case Hidden.WITHHELD:
            return messages.gettext("not told")
        case _:
            return number(messages, told)
