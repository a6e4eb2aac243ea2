"""Searching the catalogue by words, in both languages at once."""

from kiosk.catalogue.search.finding import Finder, Found, Hit
from kiosk.catalogue.search.index import index_of
from kiosk.catalogue.search.records import Kind
from kiosk.catalogue.search.sharing import Same, finder_of

__all__ = ["Finder", "Found", "Hit", "Kind", "Same", "finder_of", "index_of"]
