"""The areas that services cover, by the codes of the sources."""

from collections.abc import Mapping

from kiosk.catalogue.text import Text, text

AREAS: Mapping[str, Text] = {
    "CA": text("Canada", "Canada"),
    "NS": text("Nova Scotia", "Nouvelle-Écosse"),
    "HRM": text("Halifax Regional Municipality", "Municipalité régionale d’Halifax"),
}
