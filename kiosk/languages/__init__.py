"""The words of every screen and slip, and how dates, times, money and lists are written, in each language."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.languages.catalogs import (
        ENGLISH,
        FRENCH,
        CatalogError,
        Language,
        Messages,
        available_languages,
        load_messages,
    )
    from kiosk.languages.marks import N_

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


def __getattr__(name: str) -> object:
    """Whatever is asked for, from `catalogs`, which the kiosk's first picture need not wait for."""
    if name not in __all__:
        raise AttributeError(name)
    if name == "N_":
        from kiosk.languages.marks import N_

        return N_
    from kiosk.languages import catalogs

    return getattr(catalogs, name)
