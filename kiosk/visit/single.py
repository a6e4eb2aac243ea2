"""One service taken up by itself: a bundle of one step, so that its plan, slip and code are made like any other."""

from dataclasses import replace

from kiosk.catalogue.model import Bundle, BundleId, BundleState, Catalogue, ServiceId, Step, StepId, StepLevel, StepList
from kiosk.wording.topics import topic_of

_PREFIX = "service/"
_STEP = StepId("it")


def single_service(service: ServiceId) -> BundleId:
    """The id of the bundle that holds `service` and nothing else."""
    return BundleId(_PREFIX + service)


def is_single(bundle: BundleId) -> bool:
    """Tell whether `bundle` is one service taken up by itself."""
    return bundle.startswith(_PREFIX)


def service_of_single(bundle: BundleId) -> ServiceId:
    """The service that such a bundle holds."""
    return ServiceId(bundle.removeprefix(_PREFIX))


def single_step(service: ServiceId) -> str:
    """The id that the plan gives to the one step of that bundle."""
    return f"{single_service(service)}/{_STEP}"


def single_service_bundle(catalogue: Catalogue, service_id: ServiceId) -> Bundle:
    """A bundle of one step, `service_id`, that asks nothing. Raises KeyError when there is no such service.

    Its number and its step's are 0: no code says that it is a life event.
    """
    service = catalogue.services[service_id]
    topic = topic_of(service)
    step = Step(
        id=_STEP,
        number=0,
        title=service.name,
        level=StepLevel.MUST,
        service=service_id,
        shown_in=StepList.AUTOMATIC if service.automatic else StepList.TO_DO,
    )
    return Bundle(
        id=single_service(service_id),
        number=0,
        name=service.name,
        kind="service",
        steps=(step,),
        questions=(),
        theme=topic.theme,
        icon=topic.symbol,
        tile=service.name,
        state=BundleState.ESTABLISHED,
        sensitive=service.discreet,
    )


def with_single_services(catalogue: Catalogue, bundles: tuple[BundleId, ...]) -> Catalogue:
    """The catalogue with those of `bundles` that are one service each; the same value when none is.

    Raises KeyError when one of them names no service.
    """
    services = [service_of_single(bundle) for bundle in bundles if is_single(bundle)]
    if not services:
        return catalogue
    single = (single_service_bundle(catalogue, service) for service in services)
    return replace(catalogue, bundles={**catalogue.bundles, **{bundle.id: bundle for bundle in single}})


def situations(catalogue: Catalogue) -> tuple[Bundle, ...]:
    """The bundles that the editors made, in their order."""
    return tuple(bundle for bundle in catalogue.bundles.values() if bundle.number)
