"""Rows of organizations, telephone numbers and places, with when each is open."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue import said
from kiosk.catalogue.compiling.tables import Tables
from kiosk.catalogue.hours import HoursError, Schedule
from kiosk.catalogue.schedule_rows import rule_rows
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.hours import schedule_of
from kiosk.catalogue.sources.shapes import LocationShape, OrganizationShape, PhoneShape


def add_organizations(tables: Tables, sources: Sources) -> None:
    """Add every organization and the numbers that it answers."""
    for position, entry in enumerate(sources.organizations):
        shape = entry.value
        tables.add(
            "organization",
            id=shape.id,
            name=shape.name.get("en", ""),
            description=(shape.note or {}).get("en") or said.KINDS[shape.government_level].to("en"),
            website=(shape.website or {}).get("en"),
            parent_organization_id=shape.parent_organization,
        )
        tables.add(
            "organization_detail",
            organization_id=shape.id,
            position=position,
            government_level=shape.government_level.value,
            confidential_address=shape.confidential_address,
        )
        tables.say("organization", shape.id, "name", shape.name, shape.name_fr_status)
        tables.say("organization", shape.id, "website", shape.website)
        tables.say("organization", shape.id, "note", shape.note)
        tables.provenance("organization", shape.id, confidence=shape.confidence)
        add_french_page(tables, "organization", shape.id, shape.website)
        add_phones(tables, sources, "organization", shape.id, shape.phones)


def add_phone_numbers(tables: Tables, sources: Sources) -> None:
    """Add every number, once, with its hours."""
    owners = owners_of_phones(sources)
    for position, entry in enumerate(sources.phones):
        shape = entry.value
        tables.add(
            "phone_number",
            id=shape.id,
            position=position,
            number=shape.number,
            number_fr=shape.number_fr,
            number_tty=shape.number_tty,
            toll_free_or_local=shape.toll_free_or_local,
            kind=shape.type,
        )
        tables.say("phone_number", shape.id, "description", shape.description)
        tables.found("phone_number", shape.id, shape.source, verified=shape.verified)
        tables.doubts("phone_number", shape.id, shape.to_verify)
        _add_hours(tables, "phone_number", entry, owners.get(shape.id))


def add_locations(tables: Tables, sources: Sources) -> None:
    """Add every place with its address, hours, numbers, languages and access."""
    organizations = {entry.value.id: entry.value for entry in sources.organizations}
    for position, entry in enumerate(sources.locations):
        shape = entry.value
        _add_location(tables, shape, position)
        tables.say("location", shape.id, "name", shape.name)
        tables.say("location", shape.id, "note", shape.note)
        tables.found("location", shape.id, shape.source, verified=shape.verified)
        tables.doubts("location", shape.id, shape.to_verify)
        _add_hours(tables, "location", entry, organizations.get(shape.organization))
        add_phones(tables, sources, "location", shape.id, shape.phones)
        add_languages(tables, "location", shape.id, shape.languages)


def owners_of_phones(sources: Sources) -> dict[str, OrganizationShape]:
    """Whose number each is: the first organization that lists it, else that of the first service that does."""
    owners: dict[str, OrganizationShape] = {}
    by_id = {entry.value.id: entry.value for entry in sources.organizations}
    for organization in by_id.values():
        for phone in organization.phones:
            owners.setdefault(phone, organization)
    for service in sources.services:
        if (owner := by_id.get(service.value.organization)) is not None:
            for phone in service.value.phones:
                owners.setdefault(phone, owner)
    return owners


def add_phones(tables: Tables, sources: Sources, entity: str, entity_id: str, phones: list[str]) -> None:
    """Add the HSDS phones of one owner: a row for each number, its French, text and toll-free twins."""
    numbers = {entry.value.id: entry.value for entry in sources.phones}
    tables.listed("phone_use", {"entity": entity, "entity_id": entity_id}, "phone_number_id", phones)
    for phone in phones:
        for suffix, number, kind, language in _lines(numbers[phone]):
            row = f"{entity}/{entity_id}/{phone}{suffix}"
            owner = {f"{entity}_id": entity_id}
            description = numbers[phone].description.get("en")
            tables.add("phone", id=row, number=number, type=kind, description=description, **owner)
            if language:
                tables.add(
                    "language",
                    id=f"phone/{row}/{language}",
                    phone_id=row,
                    name=said.SPOKEN[language].to("en"),
                    code=language,
                )


def add_languages(tables: Tables, entity: str, entity_id: str, languages: list[str]) -> None:
    """Add the languages in which a place or a service is really given."""
    for position, code in enumerate(languages):
        tables.add(
            "language",
            id=f"{entity}/{entity_id}/{position:02}",
            name=said.SPOKEN[code].to("en") if code in said.SPOKEN else code,
            code=code,
            **{f"{entity}_id": entity_id},
        )


def add_french_page(tables: Tables, entity: str, entity_id: str, url: Mapping[str, str] | None) -> None:
    """Add the French page, for which HSDS has no other place."""
    if url and url.get("fr") and url["fr"] != url.get("en"):
        row = f"{entity}/{entity_id}/fr"
        tables.add("url", id=row, label=said.OTHER_PAGE.to("en"), url=url["fr"], **{f"{entity}_id": entity_id})


def _lines(phone: PhoneShape) -> Iterator[tuple[str, str, str, str]]:
    """Suffix of the row's id, number, HSDS type and language of each line."""
    yield "", phone.number, "voice", ""
    if "text" in phone.type:
        yield "/text", phone.number, "text", ""
    if phone.number_fr:
        yield "/fr", phone.number_fr, "voice", "fr"
    if phone.number_tty:
        yield "/tty", phone.number_tty, "textphone", ""
    if phone.toll_free_or_local:
        yield "/other", phone.toll_free_or_local, "voice", ""


def _add_location(tables: Tables, shape: LocationShape, position: int) -> None:
    tables.add(
        "location",
        id=shape.id,
        location_type="physical",
        organization_id=shape.organization,
        name=shape.name.get("en"),
        description=(shape.note or {}).get("en"),
        transportation=said.PARKING_OTHERWISE.to("en").format(parking=shape.parking) if shape.parking else None,
        latitude=shape.latitude,
        longitude=shape.longitude,
    )
    tables.add(
        "location_detail",
        location_id=shape.id,
        position=position,
        kind=shape.kind,
        precision_m=shape.coordinate_precision_m,
        wheelchair=shape.wheelchair,
        parking=shape.parking,
    )
    if address := shape.address:
        tables.add(
            "address",
            id=shape.id,
            location_id=shape.id,
            address_1=address.address_1,
            address_2=address.address_2 or None,
            city=address.city,
            state_province=address.state_province,
            postal_code=address.postal_code,
            country=address.country,
            address_type="physical",
        )
    if shape.wheelchair is not None:
        access = said.WHEELCHAIR if shape.wheelchair else said.NO_WHEELCHAIR
        tables.add("accessibility", id=shape.id, location_id=shape.id, description=access.to("en"))


def _add_hours(
    tables: Tables, entity: str, entry: Entry[LocationShape] | Entry[PhoneShape], organization: OrganizationShape | None
) -> None:
    try:
        schedule = schedule_of(entry.value, organization)
    except HoursError:
        schedule = Schedule()  # unknown; kiosk.catalogue.check tells the editor
    owner = {"entity": entity, "entity_id": entry.value.id}
    tables.add("opening", **owner, kind=schedule.kind.value, zone=schedule.zone)
    table, column = ("schedule", "location_id") if entity == "location" else ("phone_schedule", "phone_number_id")
    for number, row in enumerate(rule_rows(schedule)):
        tables.add(table, id=f"{entry.value.id}/{number:02}", **{column: entry.value.id}, **row)
    _add_holidays(tables, owner, schedule, assumed=entry.value.observes is None)
    for number, day in enumerate(schedule.special_days):
        row_id = f"{entity}/{entry.value.id}/{number:02}"
        hours = {"opens_at": f"{day.span.opens:%H:%M}", "closes_at": f"{day.span.closes:%H:%M}"} if day.span else {}
        tables.add("special_day", id=row_id, **owner, date=day.date.isoformat(), **hours)
        tables.say("special_day", row_id, "reason", day.reason.wordings)


def _add_holidays(tables: Tables, owner: dict[str, str], schedule: Schedule, *, assumed: bool) -> None:
    if schedule.observes.value == "none":
        return
    tables.add("holiday_observance", **owner, jurisdiction=schedule.observes.value)
    if assumed:
        basis = "taken from the order of government of its organization"
        tables.provenance(owner["entity"], owner["entity_id"], field="observes", basis=basis)
    for position, span in enumerate(schedule.holiday_spans):
        tables.add(
            "holiday_hours",
            **owner,
            position=position,
            opens_at=f"{span.opens:%H:%M}",
            closes_at=f"{span.closes:%H:%M}",
        )
