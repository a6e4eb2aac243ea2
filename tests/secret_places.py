"""Places that must never be told, written into a catalogue behind the back of its build."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

SECRET_HOUSE = ("Quincunx House", "77 Zanzibar Lane", "B9Z 9Z9", "Xanadu", "house-of-needles")
"""A place of an organization that keeps its address secret."""
QUIET_ROOM = ("Oubliette Room", "88 Samarkand Row", "B8Y 8Y8", "Erewhon", "room-of-needles")
"""A place of a discreet service whose organization keeps nothing secret."""


def plant(database: Path, organization: str, place: tuple[str, ...], services: Iterable[str]) -> None:
    """Give `services` a verified place of `organization` that is open day and night, a stone's throw from the kiosk."""
    name, street, postal_code, city, place_id = place
    with closing(sqlite3.connect(database)) as connection, connection:
        position = connection.execute("SELECT max(position) + 1 FROM location_detail").fetchone()[0]
        for table, row in (
            ("location", {"id": place_id, "location_type": "physical", "organization_id": organization, "name": name,
                          "latitude": 44.6626, "longitude": -63.5906}),
            ("location_detail", {"location_id": place_id, "position": position, "kind": "shelter", "precision_m": 20,
                                 "parking": ""}),
            ("address", {"id": place_id, "location_id": place_id, "address_1": street, "city": city,
                         "state_province": "NS", "postal_code": postal_code, "country": "CA",
                         "address_type": "physical"}),
            ("opening", {"entity": "location", "entity_id": place_id, "kind": "always", "zone": ""}),
            ("provenance", {"entity": "location", "entity_id": place_id, "field": "", "basis": "planted", "url": "",
                            "as_of": "2026-03", "confidence": "high", "url_seen": 1, "verified": 1}),
            *(("translation", {"entity": "location", "entity_id": place_id, "field": "name", "language": language,
                               "text": name, "status": ""}) for language in ("en", "fr")),
            *(("service_at_location", {"id": f"{service}/{place_id}", "service_id": service, "location_id": place_id})
              for service in services),
        ):  # fmt: skip
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def told(words: str) -> list[str]:
    """Which planted words stand in `words`, in any spelling of capitals and spaces."""
    flat = " ".join(words.split()).casefold()
    return [needle for needle in (*SECRET_HOUSE, *QUIET_ROOM) if needle.casefold() in flat]
