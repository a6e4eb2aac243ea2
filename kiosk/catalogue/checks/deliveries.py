"""Services given at another's places without a word on how, and structures that lack what they need."""

from collections.abc import Iterator

from kiosk.catalogue.compiling.deliveries import Pair, pairs_of
from kiosk.catalogue.faults import Fault, Severity
from kiosk.catalogue.model import DeliveryStructure
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.shapes import DeliveryShape
from kiosk.languages.sentences import sentence


def delivery_faults(sources: Sources) -> Iterator[Fault]:
    """Everything wrong with what is said of how services are given."""
    joined = pairs_of(sources)
    seen: dict[Pair, Entry[DeliveryShape]] = {}
    for entry in sources.deliveries:
        shape = entry.value
        pair = (shape.organization, shape.host)
        if pair in seen:
            yield entry.fault(
                sentence("this pair is written already at {place}: keep one of them", place=seen[pair].at())
            )
        seen.setdefault(pair, entry)
        yield from _of_structure(entry)
        if pair not in joined and not sources.torn:
            message = sentence(
                "`{organization}` has no service at a place of `{host}`: take this entry out",
                organization=shape.organization,
                host=shape.host,
            )
            yield Fault(entry.at("host"), message, Severity.WARNING)
    services = {entry.value.id: entry for entry in sources.services}
    for pair, service in joined.items():
        organization, host = pair
        if organization != host and pair not in seen and "deliveries" not in sources.torn:
            message = sentence(
                "nothing says how `{organization}` gives this service at the places of `{host}`: "
                "add the pair to deliveries.yaml",
                organization=organization,
                host=host,
            )
            yield services[service].fault(message, "locations")


def _of_structure(entry: Entry[DeliveryShape]) -> Iterator[Fault]:
    shape = entry.value
    alone = shape.organization == shape.host
    if shape.structure is DeliveryStructure.SHARED and shape.lead is None:
        message = sentence("a shared delivery needs a `lead:`: the partner who answers for it")
        yield entry.fault(message, "structure")
    if shape.structure is not DeliveryStructure.SHARED and shape.lead is not None:
        yield entry.fault(sentence("only a shared delivery has a `lead:`: take it out"), "lead")
    if alone and shape.structure in (DeliveryStructure.AGENT, DeliveryStructure.CO_LOCATED):
        message = sentence("this needs another organization: name in `organization:` whose service it is")
        yield entry.fault(message, "structure")
    if not alone and shape.structure is DeliveryStructure.DIRECT:
        message = sentence("at another’s place a service is not given directly: use co_located or agent")
        yield entry.fault(message, "structure")
