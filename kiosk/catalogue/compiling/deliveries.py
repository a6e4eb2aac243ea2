"""Rows that say how services are given: one for each organization and host that a service joins."""

from kiosk.catalogue.compiling.tables import Tables
from kiosk.catalogue.model import DeliveryStructure
from kiosk.catalogue.sources import Sources

Pair = tuple[str, str]
"""Whose service, and whose place."""


def add_deliveries(tables: Tables, sources: Sources) -> None:
    """Add how each organization gives its services at each host: as written, else directly at its own places."""
    written = {(entry.value.organization, entry.value.host): entry.value for entry in sources.deliveries}
    for pair in pairs_of(sources):
        organization, host = pair
        shape = written.get(pair)
        usual = DeliveryStructure.DIRECT if organization == host else DeliveryStructure.CO_LOCATED
        tables.add(
            "delivery",
            organization_id=organization,
            host_id=host,
            structure=(shape.structure if shape else usual).value,
            lead_id=shape.lead if shape else None,
            verified=shape.verified if shape else organization == host,
        )
        if shape:
            tables.found("delivery", f"{organization}/{host}", shape.source, verified=shape.verified)


def pairs_of(sources: Sources) -> dict[Pair, str]:
    """Every pair that a service joins, in the order of the services, with the first such service."""
    hosts = {entry.value.id: entry.value.organization for entry in sources.locations}
    pairs: dict[Pair, str] = {}
    for entry in sources.services:
        service = entry.value
        for location in sources.locations_of(service):
            if location in hosts:
                pairs.setdefault((service.organization, hosts[location]), service.id)
    return pairs
