"""Words that nobody marked for translation: in the made-up language they are the ones without brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

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
    allowed = _known(catalogue).union(given)
    sentences = [text for text in given if len(text) > _WORDS_UP_TO]
    for item in drawn.texts:
        words = str(item.property("text"))
        left = " ".join(told for told, foreign in stretches(words) if not foreign)
        # Thousands of sentences may be given, and few texts hold a word that needs one of them to be excused.
        strange = _unmarked(left, allowed)
        if strange:
            strange = _unmarked(_without(left, sentences), allowed)
        if strange:
            yield Fault(f"{' '.join(strange)!r} is not translated in {bare(words)!r}", drawn.painted(item))


def _unmarked(text: str, allowed: Set[str]) -> list[str]:
    """The words outside every bracket."""
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(" ", text)
    return [word for word in _WORD.findall(text) if word not in allowed]


def _without(text: str, sentences: Iterable[str]) -> str:
    for sentence in sentences:
        text = text.replace(sentence, " ")
    return text


def _known(catalogue: Catalogue) -> frozenset[str]:
    """What is no text of the program: dates, addresses and sites, the names of languages, our own name."""
    places = [f"{place.address_1} {place.city}" for place in catalogue.locations.values()]
    sites = [url for service in catalogue.services.values() if service.url for url in service.url]
    names = [tongue.own_name for tongue in TONGUES.values()]
    return frozenset(_WORD.findall(" ".join((_DATES, _MARKS, *places, *sites, *names))))
