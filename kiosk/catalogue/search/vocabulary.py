"""The words that the index knows, and which of them a typed word may stand for."""

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, takewhile
from math import log

from kiosk.catalogue.search.kindred import GROUP_OF
from kiosk.catalogue.search.tokens import stems

EXACT = 1.0
SAME_STEM = 0.95
KINDRED = 0.88
NEAR = 0.9
PER_EDIT = 0.15

_LONGEST_UNCORRECTED = 3
_LONGEST_WITH_ONE_EDIT = 7
_GUESSES = 3
_RARE = 2
_MOST_LONGER = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What one typed word may stand for: words of the index, each with how well it fits (0 to 1).

    `corrected` is the word taken in its place where it is not in the index; empty where nothing was corrected.
    """

    typed: str
    words: Mapping[str, float]
    corrected: str = ""


class Vocabulary:
    """Every word of the index, in memory: some thousands."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._sorted: list[str] = []
        self._spelling: dict[str, str] = {}
        self._records: dict[str, int] = {}
        self._by_stem: defaultdict[str, list[str]] = defaultdict(list)
        self._by_group: defaultdict[int, list[str]] = defaultdict(list)
        self._letters: list[tuple[int, str]] = []
        for word, spelling, stemmed, records in index.execute(
            "SELECT word, spelling, stems, records FROM vocabulary ORDER BY word"
        ):
            self._sorted.append(word)
            self._spelling[word] = spelling
            self._records[word] = records
            for stem in stemmed.split():
                self._by_stem[stem].append(word)
            if word in GROUP_OF:
                self._by_group[GROUP_OF[word]].append(word)
            if len(word) > _LONGEST_UNCORRECTED and not any(map(str.isdigit, word)):
                self._letters.append((_letters_in(word), word))
        (self._total,) = index.execute("SELECT count(*) FROM record").fetchone()

    def __contains__(self, word: str) -> bool:
        return word in self._spelling

    def spelled(self, word: str) -> str:
        """The word with its accents, as the catalogue writes it."""
        return self._spelling.get(word, word)

    def rarity(self, word: str) -> float:
        """How much a word tells: 0 for one that every record has, about 5 for one that few have."""
        return log(1 + self._total / (1 + self._records.get(word, 0)))

    def uses(self, words: Iterable[str]) -> int:
        """How many records have any of `words`, at most."""
        return sum(self._records.get(word, 0) for word in words)

    def read(self, word: str, *, unfinished: bool, corrected: bool) -> Reading:
        """What `word` may stand for. An `unfinished` word may be the beginning of another.

        A word that is not in the index at all, nor any of its family, is `corrected` when that is wanted.
        """
        found: dict[str, float] = {}
        if word in self._spelling:
            found[word] = EXACT
        for stem in stems(word):
            for relative in self._by_stem.get(stem, ()):
                found.setdefault(relative, SAME_STEM)
        if word in GROUP_OF:
            for other in self._by_group[GROUP_OF[word]]:
                found.setdefault(other, KINDRED)
        if unfinished:
            for longer in self._beginning_with(word):
                found.setdefault(longer, 0.5 + 0.45 * len(word) / len(longer))
        if not corrected or (found and not self._looks_mistyped(word)):
            return Reading(word, found)
        guesses = self._near(word)
        if found:
            return Reading(word, {**dict(guesses), **found})
        return Reading(word, dict(guesses), guesses[0][0] if guesses else "")

    def halves(self, word: str) -> tuple[str, str] | None:
        """`foodbank` as `food` and `bank`, where both are known; the two that tell least are the likeliest."""
        cuts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
        known = [(left, right) for left, right in cuts if left in self and right in self]
        return max(known, key=lambda pair: min(self._records[pair[0]], self._records[pair[1]]), default=None)

    def _looks_mistyped(self, word: str) -> bool:
        """Tell whether the word is so rare that the editors may have put a common mistake among everyday words."""
        return self._records.get(word, 0) in range(1, _RARE + 1)

    def _beginning_with(self, start: str) -> list[str]:
        """Words that go on from `start`; of very many, those that most records have."""
        at = bisect_left(self._sorted, start)
        longer = takewhile(lambda word: word.startswith(start), islice(self._sorted, at, None))
        return nlargest(_MOST_LONGER, longer, key=lambda word: self._records[word])

    def _near(self, word: str) -> list[tuple[str, float]]:
        """Known words within the edits that a word of this length is allowed, the likeliest first."""
        if len(word) <= _LONGEST_UNCORRECTED or any(map(str.isdigit, word)):
            return []
        most = 1 if len(word) <= _LONGEST_WITH_ONE_EDIT else 2
        letters = _letters_in(word)
        ranked = []
        for other_letters, other in self._letters:
            # One edit changes at most two of the letters that occur at all: this spares nearly every comparison.
            if abs(len(other) - len(word)) <= most and (letters ^ other_letters).bit_count() <= 2 * most:
                distance = edits(word, other, most)
                if 0 < distance <= most:
                    ranked.append((distance, other[0] != word[0], -self._records[other], other))
        ranked.sort()
        return [(other, NEAR - PER_EDIT * distance) for distance, _, _, other in ranked[:_GUESSES]]


def edits(one: str, other: str, most: int) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour; `most` + 1 when more.

    Optimal string alignment: no letter is touched twice.
    """
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, facing in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return min(last[-1], most + 1)


def _letters_in(word: str) -> int:
    """A set of letters as the bits of a number."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits
