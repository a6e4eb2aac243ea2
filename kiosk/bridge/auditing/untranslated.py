"""Words that nobody marked for translation: in the made-up language they are the ones without brackets."""

import re
from collections.abc import Iterator, Sequence

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Fault
from kiosk.catalogue.model import Catalogue
from kiosk.languages.foreign import bare, stretches
from kiosk.languages.known import TONGUES

_WORDS_UP_TO = 4
_WORD = re.compile(r"[^\W\d_]{2,}")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_DATES = """
January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun and or
"""
_MARKS = "Guıchet Guichet ABC QWERTY OK"


def untranslated_in(drawn: Drawn, catalogue: Catalogue, given: Sequence[str] = ()) -> Iterator[Fault]:
    """What shows now in English while the made-up language is spoken; names of places and of languages may.

    So may what is `given`, the longest first: sentences anywhere, words where they stand alone.
    """
    known = _known(catalogue)
    for item in drawn.texts:
        words = str(item.property("text"))
        left = " ".join(told for told, foreign in stretches(words) if not foreign)
        for text in given:
            if len(text) > _WORDS_UP_TO and text in left:
                left = left.replace(text, " ")
        while _INNERMOST.search(left):
            left = _INNERMOST.sub(" ", left)
        strange = [word for word in _WORD.findall(left) if word not in known and word not in given]
        if strange:
            yield Fault(f"{' '.join(strange)!r} is not translated in {bare(words)!r}", drawn.painted(item))


def _known(catalogue: Catalogue) -> frozenset[str]:
    """What is no text of the program: dates, addresses and sites, the names of languages, our own name."""
    places = [f"{place.address_1} {place.city}" for place in catalogue.locations.values()]
    sites = [url for service in catalogue.services.values() if service.url for url in service.url]
    names = [tongue.own_name for tongue in TONGUES.values()]
    return frozenset(_WORD.findall(" ".join((_DATES, _MARKS, *places, *sites, *names))))
