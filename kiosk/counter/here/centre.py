"""A centre as its host describes it: what stands there, what is given under its roof, what staff may do for others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.catalogue.hours import UNKNOWN_HOURS, Schedule
from kiosk.catalogue.model import DeliveryStructure, LocationId, OrganizationId, ServiceId
from kiosk.config import InBoth


class Equipment(StrEnum):
    """What stands in the centre for people to use."""

    TERMINAL = "terminal"
    TELEPHONE = "telephone"
    PRINTER = "printer"
    SCANNER = "scanner"
    PRIVATE_ROOM = "private_room"
    WIFI = "wifi"


class Act(StrEnum):
    """One thing that a person at a counter may do about a service, from the least mandate to the most."""

    INFORM = "inform"
    USE_TELEPHONE = "use_telephone"
    USE_TERMINAL = "use_terminal"
    FILL_FORM_WITH = "fill_form_with"
    SCAN_AND_SEND = "scan_and_send"
    SIGHT_DOCUMENT = "sight_document"
    ACCEPT_FORM = "accept_form"
    TAKE_PAYMENT = "take_payment"
    ISSUE = "issue"

    @property
    def needs(self) -> Equipment | None:
        """The equipment without which it cannot be done."""
        return _NEEDS.get(self)

    @property
    def needs_mandate(self) -> bool:
        """Tell whether the organization must have agreed to it; the others help the person, and bind nobody."""
        return self in (Act.SIGHT_DOCUMENT, Act.ACCEPT_FORM, Act.TAKE_PAYMENT, Act.ISSUE)


_NEEDS = {
    Act.USE_TELEPHONE: Equipment.TELEPHONE,
    Act.USE_TERMINAL: Equipment.TERMINAL,
    Act.SCAN_AND_SEND: Equipment.SCANNER,
}


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when an agreement holds; None where it has no end in sight."""

    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the agreement is in force on `day`, its last day included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Mandate:
    """What our own staff may do for one organization, about `services` of it or, when empty, about them all."""

    organization: OrganizationId
    acts: frozenset[Act]
    services: frozenset[ServiceId] = frozenset()
    term: Term = Term()

    def covers(self, service: ServiceId, organization: OrganizationId) -> bool:
        """Tell whether it speaks of `service`, which is one of `organization`."""
        return self.organization == organization and (not self.services or service in self.services)


@dataclass(frozen=True, slots=True)
class Given:
    """A service given under this roof: by whom, in which structure, at which desk and hours, and what is done there.

    `by` is None where it is the centre's own staff.
    """

    service: ServiceId
    structure: DeliveryStructure
    acts: frozenset[Act]
    by: OrganizationId | None = None
    desk: InBoth | None = None
    schedule: Schedule = UNKNOWN_HOURS
    term: Term = Term()


_ANYWHERE = frozenset({Act.INFORM, Act.FILL_FORM_WITH})


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre. `location` is its own place in the catalogue, None where it has none.

    `spoken` says which languages are spoken at the counter on each weekday (Monday is 0); a day that is missing is not
    known. `usual` is what staff do about any service of anybody.
    """

    location: LocationId | None = None
    equipment: frozenset[Equipment] = frozenset({Equipment.TELEPHONE, Equipment.PRINTER})
    spoken: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    usual: frozenset[Act] = _ANYWHERE | {Act.USE_TELEPHONE}
    mandates: tuple[Mandate, ...] = ()
    given: tuple[Given, ...] = ()

    def can(self, act: Act) -> bool:
        """Tell whether what the act needs stands here."""
        return act.needs is None or act.needs in self.equipment

    def spoken_on(self, day: date) -> tuple[str, ...] | None:
        """The languages spoken at the counter on `day`, None when nobody has said."""
        return self.spoken.get(day.weekday())
