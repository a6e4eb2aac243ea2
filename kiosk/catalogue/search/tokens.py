"""How a text falls apart into the words that are compared: one function for the index and for what people type."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

_APOSTROPHES = dict.fromkeys("’ʼ`´", "'")
# The barred i of Mi’kmaw is also written î, or plainly i.
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ɨ": "i", "Ɨ": "i", **_APOSTROPHES})
_INITIALS = re.compile(r"\b\w\.(?:-?\w\.)+|\b\w\.(?:-?\w)\b")
_LETTER_AND_NUMBER = re.compile(r"\b([a-z])-(\d+)\b")
_SPACED_DIGITS = re.compile(r"\b\d(?:-\d)+\b")
_ELISION = re.compile(r"\b(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu)'(?=\w)")
_POSSESSIVE = re.compile(r"'s?\b(?!\w)")
_WORD = re.compile(r"\w+")
_WRITTEN = re.compile(r"\w+(?:['’]\w+)*")
_CANNOT = re.compile(r"\bcan'?t\b|\bcan not\b")
_FRENCH_ENDING = re.compile(r"(?:ees|ee|es|er|ez|e|s)$")
_SHORTEST_STEMMED = 4

_ENGLISH = """
a about after all am an and any are as at be been being but by can could dear did do does doing dont for from
get getting go going got had has have having he her him his hi hello how i if im in into is it its ive just like
me my need needs of off on or our please she should so some somebody someone something that the their them there
they this to up us want wants was we were what when where which who why with would you your yours
"""
_FRENCH = """
ai as au aux avec avez avons besoin c ca ce ces cet cette comment dans de des depuis dois du elle elles en est
et etait ete etes etre eu fait faire faut ici il ils je la le les leur leurs lui ma mais me mes moi mon nos
notre nous on ont ou par pour pourrais puis peux peut qu quand que quel quelle quelles quels quelquun qui quoi
sa se ses si soit son sont suis sur ta te tes toi ton tu un une veux vais vos votre vous voudrais y
"""
_STOP_WORDS = frozenset((_ENGLISH + _FRENCH).split())
"""Words that say nothing of what is looked for, without accents. No, not, pas and sans do: they are kept."""


def tokens(text: str) -> tuple[str, ...]:
    """The words of `text`, without case, accents, elisions (`l'`, `qu'`) and stop words, in order.

    `E.I.` is one word, and so are `T-4` and `9-8-8`. Stop words stay when there is nothing else.
    """
    words = tuple(every_word(text))
    telling = tuple(word for word in words if word not in _STOP_WORDS)
    return telling or words


def every_word(text: str) -> Iterator[str]:
    """The words of `text` with the stop words among them, in order."""
    plain = fold(text)
    plain = _INITIALS.sub(lambda found: re.sub(r"\W", "", found[0]), plain)
    plain = _LETTER_AND_NUMBER.sub(r"\1\2", plain)
    plain = _SPACED_DIGITS.sub(lambda found: found[0].replace("-", ""), plain)
    plain = _POSSESSIVE.sub("", _ELISION.sub("", _CANNOT.sub("cannot", plain)))
    return (found[0] for found in _WORD.finditer(plain.replace("'", "")))


def fold(text: str) -> str:
    """`text` without case and accents: `Santé` and `sante` become the same."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def spellings(texts: Iterable[str]) -> dict[str, str]:
    """How each word is really written, accents and all, by its folded form; the first spelling met stays."""
    found: dict[str, str] = {}
    for text in texts:
        for written in _WRITTEN.findall(text.lower().replace("’", "'")):
            bare = _ELISION.sub("", written)
            for word in every_word(bare):
                found.setdefault(word, bare.replace("'", "’"))
    return found


@cache
def _stemmers() -> tuple[Any, Any]:
    import Stemmer

    # Their own memory is turned off: a word that somebody typed must not stay behind.
    return Stemmer.Stemmer("english", 0), Stemmer.Stemmer("french", 0)


def stems(word: str) -> frozenset[str]:
    """What a folded word shares with its other forms: the English and the French stem, and a plain French one.

    Which of the two languages it is in is not asked. The French stemmer leans on accents, which are gone here, so
    plural, feminine and infinitive endings are cut by hand as well: `decedee`, `decedes` and `decede` meet.
    """
    if len(word) < _SHORTEST_STEMMED or word.isdigit():
        return frozenset({word})
    plain = _FRENCH_ENDING.sub("", word)
    found = {stemmer.stemWord(word) for stemmer in _stemmers()}
    return frozenset(found | {plain} if len(plain) >= _SHORTEST_STEMMED else found)
