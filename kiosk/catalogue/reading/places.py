"""Organizations, numbers and places from their rows, with when each is open."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.catalogue.hours import UNKNOWN_HOURS, Schedule
from kiosk.catalogue.model import (
    Confidence,
    Delivery,
    DeliveryStructure,
    GovernmentLevel,
    Location,
    LocationId,
    Organization,
    OrganizationId,
    Phone,
    PhoneId,
    Source,
)
from kiosk.catalogue.reading.texts import Texts, grouped
from kiosk.catalogue.schedule_rows import schedule_of

Found = tuple[Source, bool]
"""Where an entry was found, and whether it is verified."""

_RULES = "valid_from, valid_to, dtstart, until, freq, interval, byday, bymonthday, opens_at, closes_at, notes"
SECRET_PLACES = (
    "SELECT location.id FROM location JOIN organization_detail USING (organization_id) WHERE confidential_address"
)
"""The places of organizations that keep their address secret: none is ever read, whoever built the catalogue."""
_NOWHERE: Found = (Source("", "", Confidence.LOW, url_seen=False), False)


def read_provenance(connection: sqlite3.Connection) -> Callable[[str, str], Found]:
    """Where each entry was found; what nobody said is unverified and of low confidence."""
    found = {
        (entity, entity_id): (Source(basis, as_of, Confidence(confidence), url, bool(seen)), bool(verified))
        for entity, entity_id, basis, url, as_of, confidence, seen, verified in connection.execute(
            "SELECT entity, entity_id, basis, url, as_of, confidence, url_seen, verified FROM provenance"
            " WHERE field = '' AND entity IN ('service', 'location', 'phone_number')"
        )
    }
    return lambda entity, entity_id: found.get((entity, entity_id), _NOWHERE)


def read_phones_of(connection: sqlite3.Connection) -> Callable[[tuple[str, str]], tuple[PhoneId, ...]]:
    """The numbers of each (table, id), in the order of the sources."""
    return grouped(
        ((entity, owner), PhoneId(phone))
        for entity, owner, phone in connection.execute(
            "SELECT entity, entity_id, phone_number_id FROM phone_use ORDER BY entity, entity_id, position"
        )
    )


def read_deliveries(
    connection: sqlite3.Connection,
) -> Iterator[tuple[tuple[OrganizationId, OrganizationId], Delivery]]:
    """How each organization gives its services at each host."""
    for organization, host, structure, lead, verified in connection.execute(
        "SELECT organization_id, host_id, structure, lead_id, verified FROM delivery"
    ):
        pair = OrganizationId(organization), OrganizationId(host)
        leader = OrganizationId(lead) if lead else None
        yield pair, Delivery(*pair, DeliveryStructure(structure), leader, bool(verified))


def read_phones(
    connection: sqlite3.Connection, texts: Texts, found: Callable[[str, str], Found]
) -> Iterator[tuple[PhoneId, Phone]]:
    """Every number, in the order of the sources."""
    schedules = _schedules(connection, texts, "phone_number")
    for name, number, french, tty, other, kind in connection.execute(
        "SELECT id, number, number_fr, number_tty, toll_free_or_local, kind FROM phone_number ORDER BY position"
    ):
        source, verified = found("phone_number", name)
        phone = Phone(
            id=PhoneId(name),
            number=number,
            description=texts.get("phone_number", name, "description"),
            kind=kind,
            schedule=schedules.get(name, UNKNOWN_HOURS),
            verified=verified,
            source=source,
            number_fr=french,
            number_tty=tty,
            toll_free_or_local=other,
            to_verify=texts.numbered("phone_number", name, "doubt"),
        )
        yield phone.id, phone


def read_organizations(
    connection: sqlite3.Connection, texts: Texts, phones_of: Callable[[tuple[str, str]], tuple[PhoneId, ...]]
) -> Iterator[tuple[OrganizationId, Organization]]:
    """Every organization, in the order of the sources."""
    for name, level, parent in connection.execute(
        "SELECT id, government_level, parent_organization_id FROM organization"
        " JOIN organization_detail ON organization_id = id ORDER BY position"
    ):
        organization = Organization(
            id=OrganizationId(name),
            name=texts.get("organization", name, "name"),
            government_level=GovernmentLevel(level),
            phones=phones_of(("organization", name)),
            website=texts.find("organization", name, "website"),
            parent=OrganizationId(parent) if parent else None,
            note=texts.find("organization", name, "note"),
        )
        yield organization.id, organization


def read_locations(
    connection: sqlite3.Connection,
    texts: Texts,
    found: Callable[[str, str], Found],
    phones_of: Callable[[tuple[str, str]], tuple[PhoneId, ...]],
) -> Iterator[tuple[LocationId, Location]]:
    """Every place that is no secret, in the order of the sources."""
    schedules = _schedules(connection, texts, "location")
    languages = grouped(
        connection.execute("SELECT location_id, code FROM language WHERE location_id <> '' ORDER BY id")
    )
    for (
        name,
        organization,
        address,
        city,
        postal,
        latitude,
        longitude,
        precision,
        wheelchair,
        parking,
    ) in connection.execute(
        "SELECT location.id, organization_id, address_1, city, postal_code, latitude, longitude, precision_m,"
        " wheelchair, parking FROM location JOIN location_detail ON location_detail.location_id = location.id"
        " LEFT JOIN address ON address.location_id = location.id"
        f" WHERE location.id NOT IN ({SECRET_PLACES}) ORDER BY position"
    ):
        source, verified = found("location", name)
        location = Location(
            id=LocationId(name),
            organization=OrganizationId(organization),
            name=texts.get("location", name, "name"),
            schedule=schedules.get(name, UNKNOWN_HOURS),
            verified=verified,
            source=source,
            address_1=address or "",
            city=city or "",
            postal_code=postal or "",
            latitude=latitude,
            longitude=longitude,
            precision_m=precision,
            phones=phones_of(("location", name)),
            languages=languages(name),
            wheelchair=None if wheelchair is None else bool(wheelchair),
            parking=parking,
            note=texts.find("location", name, "note"),
            to_verify=texts.numbered("location", name, "doubt"),
        )
        yield location.id, location


def _schedules(connection: sqlite3.Connection, texts: Texts, entity: str) -> Mapping[str, Schedule]:
    """When everything of one table is open. Places with the same hours share one value."""
    rules = grouped((row[0], row[1:]) for row in connection.execute(_rules_query(entity)))
    special = _special_days(connection, texts, entity)
    holiday_hours = grouped(
        (owner, (opens, closes))
        for owner, opens, closes in connection.execute(
            "SELECT entity_id, opens_at, closes_at FROM holiday_hours WHERE entity = ? ORDER BY entity_id, position",
            [entity],
        )
    )
    names = _RULES.split(", ")
    shared: dict[Any, Schedule] = {}
    schedules: dict[str, Schedule] = {}
    for owner, kind, zone, observes in connection.execute(
        "SELECT opening.entity_id, kind, zone, coalesce(jurisdiction, 'none') FROM opening"
        " LEFT JOIN holiday_observance USING (entity, entity_id) WHERE opening.entity = ?",
        [entity],
    ):
        key = (kind, zone, observes, rules(owner), holiday_hours(owner)) if not special(owner) else owner
        if key not in shared:
            rows = [dict(zip(names, row, strict=True)) for row in rules(owner)]
            shared[key] = schedule_of(kind, zone, rows, observes, holiday_hours(owner), special(owner))
        schedules[owner] = shared[key]
    return schedules


def _rules_query(entity: str) -> str:
    owner, table = ("location_id", "schedule") if entity == "location" else ("phone_number_id", "phone_schedule")
    return f"SELECT {owner}, {_RULES} FROM {table} WHERE {owner} <> '' ORDER BY {owner}, id"


def _special_days(
    connection: sqlite3.Connection, texts: Texts, entity: str
) -> Callable[[str], tuple[tuple[str, str | None, str | None, Any], ...]]:
    return grouped(
        (owner, (day, opens, closes, texts.get("special_day", row, "reason")))
        for row, owner, day, opens, closes in connection.execute(
            "SELECT id, entity_id, date, opens_at, closes_at FROM special_day WHERE entity = ? ORDER BY id", [entity]
        )
    )
