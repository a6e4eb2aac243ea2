"""The areas that services cover and the languages they are given in, by the codes of the sources."""

from collections.abc import Mapping

from kiosk.catalogue.text import Text, text

AREAS: Mapping[str, Text] = {
    "CA": text("Canada", "Canada"),
    "NS": text("Nova Scotia", "Nouvelle-Écosse"),
    "HRM": text("Halifax Regional Municipality", "Municipalité régionale d’Halifax"),
}

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "ase": "American Sign Language",
    "en": "English",
    "fcs": "Quebec Sign Language",
    "fr": "French",
    "mic": "Mi’kmaq",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""English names for HSDS, by ISO 639 code; a new language of service is added here."""
