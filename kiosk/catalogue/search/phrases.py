"""Names and everyday phrases, held against what was typed: this layer, more than the text, finds the right thing."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from kiosk.catalogue.search.vocabulary import EXACT, Reading

_LEAST = 0.42
_OTHER_LANGUAGE = 0.97
_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name or everyday phrase of a record, as words."""

    record: int
    language: str
    is_name: bool
    words: tuple[str, ...]


class Phrases:
    """Every phrase of the index, by the words in it."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._phrases = [
            Phrase(record, language, bool(is_name), tuple(words.split()))
            for record, language, is_name, words in index.execute(
                "SELECT record, language, is_name, tokens FROM phrase"
            )
        ]
        self._with_word: defaultdict[str, list[int]] = defaultdict(list)
        uses: Counter[str] = Counter()
        for number, phrase in enumerate(self._phrases):
            for word in set(phrase.words):
                self._with_word[word].append(number)
                uses[word] += 1
        self._tells = {word: log(1 + len(self._phrases) / count) for word, count in uses.items()}
        self._tells_most = log(1 + len(self._phrases))
        self._whole = [sum(self._tells[word] for word in phrase.words) for phrase in self._phrases]

    def matches(self, readings: Sequence[Reading], language: str) -> Mapping[int, float]:
        """How well each record's best phrase fits, 0 to 1; records that fit badly are left out.

        A phrase fits by the share of it that was typed, weighed by what its words tell, and by the share of what was
        typed that is in it. Of two that fit equally, the one in the `language` of the screen is better.
        """
        asked = [self._telling(reading) for reading in readings]
        if not sum(asked):
            return {}
        found: defaultdict[int, dict[str, tuple[float, int]]] = defaultdict(dict)
        for place, reading in enumerate(readings):
            for word, fit in reading.words.items():
                for number in self._with_word.get(word, ()):
                    if fit > found[number].get(word, (0.0, 0))[0]:
                        found[number][word] = (fit, place)
        best: dict[int, float] = {}
        for number, words in found.items():
            phrase = self._phrases[number]
            if not _counts(phrase, words):
                continue
            of_phrase = sum(self._tells[word] * fit for word, (fit, _) in words.items()) / self._whole[number]
            of_query = sum({place: asked[place] * fit for fit, place in words.values()}.values()) / sum(asked)
            score = of_phrase * (0.4 + 0.6 * of_query) * (1.0 if phrase.language == language else _OTHER_LANGUAGE)
            if score >= _LEAST:
                best[phrase.record] = max(best.get(phrase.record, 0.0), score)
        return best

    def _telling(self, reading: Reading) -> float:
        return max((self._tells[word] for word in reading.words if word in self._tells), default=self._tells_most / 2)


def _counts(phrase: Phrase, words: Mapping[str, tuple[float, int]]) -> bool:
    """An abbreviation of a few letters counts only when typed exactly: `ei` is not the beginning of `eight`."""
    if len(phrase.words) > 1 or len(phrase.words[0]) > _ABBREVIATION:
        return True
    return words[phrase.words[0]][0] >= EXACT
