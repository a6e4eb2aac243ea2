"""Reading `catalogue.db` into frozen values."""

from kiosk.catalogue.reading.catalogue import load
from kiosk.catalogue.reading.file import CatalogueDamagedError, CatalogueMissingError

__all__ = ["CatalogueDamagedError", "CatalogueMissingError", "load"]
