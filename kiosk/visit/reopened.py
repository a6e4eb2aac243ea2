"""A plan handed over before, found again in today's catalogue: which bundles and steps it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.catalogue.model import Bundle, BundleId, Catalogue, Service, ServiceId
from kiosk.planning.given import Given, GivenStep
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.referral.token import Item, Referral
from kiosk.visit.single import single_service, single_step
from kiosk.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Found:
    """One item of the referral: `step` is its id in the plan, "" for a service that this catalogue does not know."""

    item: Item
    step: str = ""
    service: ServiceId | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """What to take up (`kiosk.visit.visit.taking_up`), and every item of the referral, in its order."""

    bundles: tuple[BundleId, ...]
    given: Given
    items: tuple[Found, ...] = ()

    @property
    def unknown(self) -> tuple[Found, ...]:
        """The items that this catalogue, older or newer than the referral, has no service for."""
        return tuple(found for found in self.items if found.service is None)


def reopened(catalogue: Catalogue, referral: Referral, token: str = "") -> Reopened:
    """The plan of `referral`, as it stood. A step that its life event has no more is the service alone.

    With its `token`, a slip of the same steps carries the same code again.
    """
    services = {service.number: service for service in catalogue.services.values()}
    event = _event(catalogue, referral.life_event)
    items = sorted(referral.items, key=lambda item: item.order)
    return _reopened(event, tuple(_found(item, services.get(item.service), event) for item in items), token)


def as_it_stands(plan: Plan) -> Reopened:
    """What another window, with the same catalogue, takes up to have the steps of `plan` without any answer."""
    steps = plan.to_do()
    first = plan.do_first()
    given = tuple(GivenStep(_id_of(step), step.status is Status.MAY_APPLY) for step in steps)
    alone = (single_service(step.service) for step in steps if step.service is not None and step.step is None)
    bundles = tuple(dict.fromkeys((*plan.bundles, *alone)))
    return Reopened(bundles, Given(bundles, given, _id_of(first) if first else ""))


def token_again(visit: Visit) -> str:
    """The token that a slip of this visit carries again: that of the slip taken up, as long as nothing else was chosen.

    Empty where a new one is to be signed.
    """
    given = visit.given
    as_it_was = given is not None and visit.bundles == given.bundles and not (visit.left_out or visit.moves)
    return given.token if given is not None and as_it_was else ""


def _id_of(step: PlannedStep) -> str:
    """A step that came in for its paper is the service alone, where nobody says for what."""
    return single_step(step.service) if step.step is None and step.service is not None else step.id


def _event(catalogue: Catalogue, number: int | None) -> Bundle | None:
    return next((bundle for bundle in catalogue.bundles.values() if number and bundle.number == number), None)


def _found(item: Item, service: Service | None, event: Bundle | None) -> Found:
    if service is None:
        return Found(item)
    for step in event.steps if event else ():
        if item.step and step.number == item.step and step.service == service.id:
            return Found(item, f"{event.id}/{step.id}" if event else "", service.id)
    return Found(item, single_step(service.id), service.id)


def _reopened(event: Bundle | None, items: Sequence[Found], token: str) -> Reopened:
    known = tuple(found for found in items if found.service is not None)
    bundles = tuple(dict.fromkeys(_bundles(event, known)))
    begin_with = next((found.step for found in known if found.item.first), "")
    steps = tuple(GivenStep(found.step, found.item.may_apply) for found in known)
    return Reopened(bundles, Given(bundles, steps, begin_with, token), tuple(items))


def _bundles(event: Bundle | None, known: Sequence[Found]) -> Iterator[BundleId]:
    if event is not None:
        yield event.id
    for found in known:
        if found.service is not None and found.step == single_step(found.service):
            yield single_service(found.service)
