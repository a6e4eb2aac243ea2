"""What can be done here about one service, on whose behalf, and what must be done elsewhere: a pure reckoning."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Catalogue, ChannelType, LocationId, OrganizationId, Service, ServiceId
from kiosk.counter.here.centre import Act, Centre, Given, Mandate

_BY_PAGE = frozenset({ChannelType.ONLINE, ChannelType.CHAT, ChannelType.EMAIL})
_BY_VOICE = frozenset({ChannelType.PHONE})
_BY_POST = frozenset({ChannelType.MAIL, ChannelType.FAX, ChannelType.EMAIL})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is not done here, and the place of the service where it is; None where the catalogue names no place."""

    act: Act
    location: LocationId | None


@dataclass(frozen=True, slots=True)
class Doing:
    """What can be done here about `service`.

    `given` is set when the service itself is given under this roof. `acts` are what those here may do, in order of
    mandate; `on_behalf_of` is in whose name they do what needs a mandate. `lapsed` are acts that an agreement allowed
    which is no longer in force, or not yet.
    """

    service: ServiceId
    acts: tuple[Act, ...]
    elsewhere: tuple[Elsewhere, ...]
    given: Given | None = None
    on_behalf_of: OrganizationId | None = None
    lapsed: tuple[Act, ...] = ()
    until: date | None = None

    @property
    def is_done_here(self) -> bool:
        """Tell whether the person need not go anywhere else for it."""
        return self.given is not None and not self.elsewhere


def what_here(catalogue: Catalogue, centre: Centre, service: ServiceId, today: date) -> Doing:
    """What staff of `centre` can do today about `service`, and what they send elsewhere."""
    known = catalogue.services[service]
    useful, required = _useful(known), _required(known)
    agreed: list[Mandate | Given] = [
        *(mandate for mandate in centre.mandates if mandate.covers(service, known.organization)),
        *(given for given in centre.given if given.service == service),
    ]
    in_force = [agreement for agreement in agreed if agreement.term.holds_on(today)]
    given = next((agreement for agreement in in_force if isinstance(agreement, Given)), None)
    allowed = centre.usual | _acts(in_force)
    acts = tuple(act for act in Act if act in allowed & useful and centre.can(act))
    in_own_name = given is not None and given.by == known.organization
    return Doing(
        service,
        acts,
        elsewhere=tuple(Elsewhere(act, _place(known, centre)) for act in Act if act in required.difference(acts)),
        given=given,
        on_behalf_of=known.organization if any(act.needs_mandate for act in acts) and not in_own_name else None,
        lapsed=tuple(act for act in Act if act in (_acts(agreed) - allowed) & useful),
        until=min((agreement.term.until for agreement in in_force if agreement.term.until), default=None),
    )


def _acts(agreed: Iterable[Mandate | Given]) -> frozenset[Act]:
    return frozenset().union(*(agreement.acts for agreement in agreed))


def _required(service: Service) -> frozenset[Act]:
    """What the service asks to be done by somebody with a mandate before it is done."""
    acts = set()
    if service.requirements and service.channels != (ChannelType.ONLINE,):
        acts.add(Act.SIGHT_DOCUMENT)
    if not service.automatic:
        acts.add(Act.ACCEPT_FORM)
    if any(cost.amount for cost in service.costs):
        acts.add(Act.TAKE_PAYMENT)
    if service.produces:
        acts.add(Act.ISSUE)
    return frozenset(acts)


def _useful(service: Service) -> frozenset[Act]:
    """What helps with the service at all, whoever does it: nobody telephones where no telephone answers."""
    channels = frozenset(service.channels)
    acts = {Act.INFORM, *_required(service)}
    if channels & _BY_VOICE:
        acts.add(Act.USE_TELEPHONE)
    if channels & _BY_PAGE:
        acts.add(Act.USE_TERMINAL)
    if channels & _BY_POST:
        acts.add(Act.SCAN_AND_SEND)
    if not service.automatic:
        acts.add(Act.FILL_FORM_WITH)
    return frozenset(acts)


def _place(service: Service, centre: Centre) -> LocationId | None:
    return next((location for location in service.locations if location != centre.location), None)
