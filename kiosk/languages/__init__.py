"""The words of every screen and slip, and how dates, times, money and lists are written, in each language."""

from kiosk.languages.catalogs import (
    ENGLISH,
    FRENCH,
    N_,
    CatalogError,
    Language,
    Messages,
    available_languages,
    load_messages,
)

__all__ = [
    "ENGLISH",
    "FRENCH",
    "N_",
    "CatalogError",
    "Language",
    "Messages",
    "available_languages",
    "load_messages",
]
