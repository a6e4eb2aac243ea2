"""What of the catalogue may leave it for programs that know nothing of our marks.

The same as on paper: a number that nobody has checked stays, and so does every place that is told by voice only. An
address that nobody has checked leaves with that said beside it, as on a screen.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from kiosk.catalogue.doubts import hides_places, printable_phone
from kiosk.catalogue.exchange.rows import Held, Row, Rows
from kiosk.catalogue.exchange.shapes import columns
from kiosk.catalogue.model import BundleState, Catalogue, LocationId, OrganizationId, Service, ServiceId

Record = tuple[str, str]
"""A table and the id of one of its rows."""

_UNPUBLISHED = frozenset({BundleState.DRAFT, BundleState.RETIRED})


def leaving(held: Held) -> Rows:
    """The rows that may leave: none that is kept back, and none that hangs on one."""
    kept_back = set(_kept_back(held))
    while True:
        more = {
            (table, str(row["id"]))
            for table, rows in held.rows.items()
            for row in rows
            if (table, str(row["id"])) not in kept_back and not kept_back.isdisjoint(_named(table, row))
        }
        if not more:
            break
        kept_back |= more
    return {
        table: [row for row in rows if (table, str(row["id"])) not in kept_back] for table, rows in held.rows.items()
    }


def named_places(catalogue: Catalogue) -> frozenset[LocationId]:
    """The places that may be named: all but those where every service given hides its places.

    Where none is said to be given, the services of whoever the place belongs to decide.
    """
    given: defaultdict[LocationId, list[Service]] = defaultdict(list)
    offered: defaultdict[OrganizationId, list[Service]] = defaultdict(list)
    for service in catalogue.services.values():
        offered[service.organization].append(service)
        for place in service.locations:
            given[place].append(service)
    return frozenset(
        location.id
        for location in catalogue.locations.values()
        if not (services := given[location.id] or offered[location.organization])
        or not all(map(hides_places, services))
    )


def _kept_back(held: Held) -> Iterator[Record]:
    catalogue = held.catalogue
    named = named_places(catalogue)
    places = (("location", str(row["id"])) for row in held.rows["location"] if LocationId(str(row["id"])) not in named)
    visits = (
        ("service_at_location", str(row["id"]))
        for row in held.rows["service_at_location"]
        if hides_places(catalogue.services[ServiceId(str(row["service_id"]))])
    )
    lines = (
        ("phone", str(row["id"]))
        for row in held.rows["phone"]
        if (number := held.lines.get(str(row["id"]))) is None or not printable_phone(catalogue.phones[number])
    )
    bundles = (
        ("taxonomy_term", f"bundle/{bundle.id}")
        for bundle in catalogue.bundles.values()
        if bundle.state in _UNPUBLISHED
    )
    return chain(places, visits, lines, bundles)


def _named(table: str, row: Row) -> Iterator[Record]:
    """Every row that this one refers to."""
    for column in columns()[table]:
        if column.refers_to and (named := row[column.name]) is not None:
            yield column.refers_to, str(named)
    if table == "attribute":
        yield str(row["link_entity"]), str(row["link_id"])
    if table == "metadata":
        yield str(row["resource_type"]), str(row["resource_id"])
