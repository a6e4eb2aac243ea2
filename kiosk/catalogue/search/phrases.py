"""Names and everyday phrases, held against what was typed: this layer, more than the text, finds the right thing."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from kiosk.catalogue.search.vocabulary import EXACT, Reading

_LEAST = 0.42
_OTHER_LANGUAGE = 0.97
_ABBREVIATION = 4
_MOST_LOOKED_AT = 600
_FEWEST_LOOKED_AT = 8
_MOST_RECORDS = 150


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name or everyday phrase, as words, and every record that has it.

    `tells` is what each word tells, `whole` what all do.
    """

    records: tuple[int, ...]
    language: str
    words: tuple[str, ...]
    tells: tuple[float, ...]
    whole: float


class Phrases:
    """Every phrase of the index, by the words in it; what many records share is held once."""

    def __init__(self, index: sqlite3.Connection) -> None:
        holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for record, language, words in index.execute("SELECT record, language, tokens FROM phrase"):
            holders[language, words].append(record)
        uses: Counter[str] = Counter()
        for (_, words), records in holders.items():
            uses.update(dict.fromkeys(words.split(), len(records)))
        total = sum(map(len, holders.values()))
        self._tells = {word: log(1 + total / count) for word, count in uses.items()}
        self._tells_most = log(1 + total)
        phrases = (self._phrase(language, words, records) for (language, words), records in holders.items())
        self._phrases = sorted(phrases, key=lambda phrase: phrase.whole)
        # Where a word has very many phrases, those come first of which it is the greatest part.
        self._with_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(self._phrases):
            for word in phrase.words:
                self._with_word[word].append(number)

    def matches(self, readings: Sequence[Reading], language: str) -> Mapping[int, float]:
        """How well each record's best phrase fits, 0 to 1; records that fit badly are left out.

        A phrase fits by the share of it that was typed, weighed by what its words tell, and by the share of what was
        typed that is in it. Of two that fit equally, the one in the `language` of the screen is better. Of very many
        records, some hundreds of the best are told.
        """
        asked = [self._telling(reading) for reading in readings]
        if not sum(asked):
            return {}
        typed: dict[str, tuple[float, int]] = {}
        for place, reading in enumerate(readings):
            for word, fit in reading.words.items():
                if fit > typed.get(word, (0.0, 0))[0]:
                    typed[word] = (fit, place)
        best: dict[int, float] = {}
        for number in self._worth_a_look(readings):
            phrase = self._phrases[number]
            score = _fit(phrase, typed, asked) * (1.0 if phrase.language == language else _OTHER_LANGUAGE)
            if score >= _LEAST:
                for record in phrase.records[:_MOST_RECORDS]:
                    best[record] = max(best.get(record, 0.0), score)
        if len(best) <= _MOST_RECORDS:
            return best
        return dict(nlargest(_MOST_RECORDS, best.items(), key=lambda scored: (scored[1], -scored[0])))

    def _phrase(self, language: str, words: str, records: Sequence[int]) -> Phrase:
        every = words.split()
        parts = tuple(dict.fromkeys(every))
        tells = tuple(self._tells[word] for word in parts)
        return Phrase(tuple(records), language, parts, tells, sum(self._tells[word] for word in every))

    def _worth_a_look(self, readings: Sequence[Reading]) -> set[int]:
        """The phrases with any of the words: all of them, unless they are so many that a key would be felt."""
        found: set[int] = set()
        for reading in readings:
            lists = [self._with_word[word] for word in reading.words if word in self._with_word]
            if sum(map(len, lists)) <= _MOST_LOOKED_AT:
                found.update(*lists)
            else:
                most = max(_FEWEST_LOOKED_AT, _MOST_LOOKED_AT // len(lists))
                found.update(*(numbers[:most] for numbers in lists))
        return found

    def _telling(self, reading: Reading) -> float:
        return max((self._tells[word] for word in reading.words if word in self._tells), default=self._tells_most / 2)


def _fit(phrase: Phrase, typed: Mapping[str, tuple[float, int]], asked: Sequence[float]) -> float:
    """How well `phrase` fits. `typed` has each word's fit and its place in what was typed, `asked` what places tell."""
    got = 0.0
    places: dict[int, float] = {}
    for word, tells in zip(phrase.words, phrase.tells, strict=True):
        if word in typed:
            fit, place = typed[word]
            got += tells * fit
            if fit > places.get(place, 0.0):
                places[place] = fit
    of_phrase = got / phrase.whole
    if of_phrase < _LEAST or not _counts(phrase, typed):
        return 0.0
    return of_phrase * (0.4 + 0.6 * sum(asked[place] * fit for place, fit in places.items()) / sum(asked))


def _counts(phrase: Phrase, typed: Mapping[str, tuple[float, int]]) -> bool:
    """An abbreviation of a few letters counts only when typed exactly: `ei` is not the beginning of `eight`."""
    if len(phrase.words) > 1 or len(phrase.words[0]) > _ABBREVIATION:
        return True
    return typed[phrase.words[0]][0] >= EXACT
