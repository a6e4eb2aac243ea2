"""How a wording travels to the phone page: in the language of the page, or with the language it is in."""

from kiosk.catalogue.text import Text
from kiosk.languages.foreign import bare

Told = str | list[str]
"""A wording in the page's language, or `[language, wording]` in another, which the page marks as such."""


def told(text: Text, language: str) -> Told:
    """`text` in `language`, else in the office language that stands in for it; never with an invisible mark."""
    wording, found = text.in_first_of((language, *text.office))
    return in_language(wording, found, language)


def in_language(wording: str, found: str, language: str) -> Told:
    """`wording`, which is in the language `found`, on a page in `language`."""
    return bare(wording) if found == language else [found, bare(wording)]
