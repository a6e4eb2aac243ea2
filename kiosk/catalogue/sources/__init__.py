"""The YAML sources of a catalogue, read into typed entries that know their file and line."""

from kiosk.catalogue.sources.reading import Entry, Sources, read_sources

__all__ = ["Entry", "Sources", "read_sources"]
