"""Finding: from what somebody typed to the bundles and services it may mean, best first.

Phrases that the editors gave come first (see `phrases`), then the words of names, organizations and descriptions, all
words at once before any of them. Both languages are always searched. What was typed is kept nowhere.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.catalogue.search.crisis import pinned
from kiosk.catalogue.search.index import FIELDS
from kiosk.catalogue.search.other_languages import in_english
from kiosk.catalogue.search.phrases import Phrases
from kiosk.catalogue.search.records import Kind
from kiosk.catalogue.search.tokens import every_word, fold, tokens
from kiosk.catalogue.search.vocabulary import Reading, Vocabulary
from kiosk.catalogue.text import OFFICE_LANGUAGES

LONGEST_QUERY = 200
"""Letters; what comes after them is not read."""

_MOST_WORDS = 12
_MOST_CANDIDATES = 120
_NARROW = 2_000
"""Matches that can be ranked while a key is pressed; where there may be more, the first are taken as they come."""
_ENOUGH = 8
_SHORT_FIELDS = " ".join(f"{field}_{language}" for field in ("name", "words") for language in OFFICE_LANGUAGES)
_FIELD_WEIGHT = {"name": 1.0, "words": 0.85, "organization": 0.45, "gives": 0.3}
_OTHER_LANGUAGE = 0.9
_ANY_OTHER = ""
_PHRASE_WEIGHT = 1.2
_BUNDLE_BONUS = 0.08
_LEAST_TEXT = 0.3
_LEAST_OF_BEST = 0.3
_PERFECT = _PHRASE_WEIGHT + 1 + _BUNDLE_BONUS


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `score` is between 0 and 1; hits of different queries do not compare."""

    kind: Kind
    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found. `read_as` is the query as it was corrected; empty where it was taken as typed."""

    hits: tuple[Hit, ...]
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """One record as ranking needs it: its words, folded, each with what its best field weighs in every language."""

    kind: Kind
    id: str
    names: Mapping[str, str]
    words: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class _Group:
    """One typed word as a query for any word it may stand for; `uses` is how many records those have at most."""

    query: str
    uses: int


class Finder:
    """Answers queries from one index. It belongs to the thread that made it."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._vocabulary = Vocabulary(index)
        self._phrases = Phrases(index)
        self._records = _records_in(index)
        self._shapes: dict[int, tuple[frozenset[str], ...]] = {}
        self._number = {record.id: number for number, record in self._records.items() if record.kind is Kind.SERVICE}

    def find(self, text: str, language: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best `limit` hits, named in `language`; none when nothing in the catalogue is like `text`."""
        return self.answer(text, language, limit).hits

    def answer(self, text: str, language: str, limit: int = 20, *, corrected: bool = True) -> Found:
        """The same, with the query as it was read. Without `corrected` every word is taken as typed."""
        text = in_english(text[:LONGEST_QUERY])
        typed = tokens(text)[:_MOST_WORDS]
        if not typed:
            return Found(())
        readings = self._read(typed, unfinished=not text.endswith((" ", ".", "?", "!")), corrected=corrected)
        weighed = [(reading, self._weight(reading)) for reading in readings]
        by_phrase = self._phrases.matches(readings, language)
        scores = {
            number: score
            for number in {*by_phrase, *self._candidates(readings)}
            if (score := self._score(number, weighed, by_phrase.get(number, 0.0), language)) > 0
        }
        least = _LEAST_OF_BEST * max(scores.values(), default=0.0)
        ranked = sorted((n for n in scores if scores[n] >= least), key=lambda number: (-scores[number], number))
        read_as = self._read_as(text, readings)
        first = [self._number[service] for service in pinned(read_as or text) if service in self._number]
        order = [*first, *(number for number in ranked if number not in first)][:limit]
        hits = tuple(self._hit(n, 1.0 if n in first else scores[n] / _PERFECT, language) for n in order)
        return Found(hits, read_as if hits else "")

    def closest(self, text: str, language: str, limit: int = 3) -> tuple[Hit, ...]:
        """Bundles that look most like `text`, letter by letter: something to offer when nothing was found."""
        asked = _threes(in_english(text[:LONGEST_QUERY]))
        alike = {
            number: max((_alike(asked, shape) for shape in shapes), default=0.0)
            for number, shapes in self._shapes_of_bundles().items()
        }
        return tuple(self._hit(n, alike[n], language) for n in sorted(alike, key=lambda n: -alike[n])[:limit])

    def _shapes_of_bundles(self) -> dict[int, tuple[frozenset[str], ...]]:
        """The threes of every word of each bundle, worked out once: this is asked again at every letter typed."""
        if not self._shapes:
            bundles = {n: record for n, record in self._records.items() if record.kind is Kind.BUNDLE}
            self._shapes = {n: tuple(_threes(word) for word in record.words) for n, record in bundles.items()}
        return self._shapes

    def _read(self, typed: Sequence[str], *, unfinished: bool, corrected: bool) -> list[Reading]:
        readings: list[Reading] = []
        for place, word in enumerate(typed):
            last = place == len(typed) - 1
            reading = self._vocabulary.read(
                word, unfinished=unfinished and last, corrected=corrected and word in self._vocabulary
            )
            halves = None if reading.words else self._vocabulary.halves(word)
            if halves:
                readings += [self._vocabulary.read(half, unfinished=False, corrected=False) for half in halves]
            elif reading.words or not corrected:
                readings.append(reading)
            else:
                readings.append(self._vocabulary.read(word, unfinished=False, corrected=True))
        return self._with_joined(readings)

    def _with_joined(self, readings: Sequence[Reading]) -> list[Reading]:
        """`day care` finds `daycare` too."""
        joined = list(readings)
        for place, (one, other) in enumerate(pairwise(readings)):
            word = one.typed + other.typed
            if word in self._vocabulary:
                for at in (place, place + 1):
                    joined[at] = Reading(joined[at].typed, {word: 1.0, **joined[at].words}, joined[at].corrected)
        return joined

    def _candidates(self, readings: Sequence[Reading]) -> tuple[int, ...]:
        """Records that hold every word typed, and where they are few, those that hold any of them."""
        groups = [
            _Group(f"({' OR '.join(_quoted(word) for word in reading.words)})", self._vocabulary.uses(reading.words))
            for reading in readings
            if reading.words
        ]
        if not groups:
            return ()
        found = self._matching(" AND ", groups) if len(groups) == len(readings) else ()
        if len(found) >= _ENOUGH or len(groups) == len(found) == 1:
            return found
        return tuple(dict.fromkeys((*found, *self._matching(" OR ", groups))))

    def _matching(self, joined: str, groups: Sequence[_Group]) -> tuple[int, ...]:
        """Records by the words of `groups`: the best ones, or where ranking all would be felt, the first in a name."""
        query = joined.join(group.query for group in groups)
        if sum(group.uses for group in groups) <= _NARROW:
            return self._rows(query, "ORDER BY rank")
        narrow = [group for group in groups if group.uses <= _NARROW]
        best = self._rows(joined.join(group.query for group in narrow), "ORDER BY rank") if narrow else ()
        return tuple(dict.fromkeys((*self._rows(f"{{{_SHORT_FIELDS}}} : ({query})"), *best)))

    def _rows(self, query: str, order: str = "") -> tuple[int, ...]:
        rows = self._index.execute(
            f"SELECT rowid FROM words WHERE words MATCH ? {order} LIMIT ?", (query, _MOST_CANDIDATES)
        )
        return tuple(number for (number,) in rows)

    def _score(self, number: int, weighed: Sequence[tuple[Reading, float]], by_phrase: float, language: str) -> float:
        """Phrase and text together; 0 for a record that is hardly like what was typed."""
        record = self._records[number]
        got = sum(weight * _best_fit(reading, record, language) for reading, weight in weighed)
        text = got / sum(weight for _, weight in weighed)
        if not by_phrase and text < _LEAST_TEXT * _FIELD_WEIGHT["words"]:
            return 0.0
        bonus = _BUNDLE_BONUS if record.kind is Kind.BUNDLE else 0.0
        return _PHRASE_WEIGHT * by_phrase + text + bonus

    def _weight(self, reading: Reading) -> float:
        words = reading.words or {reading.typed: 1.0}
        return max(self._vocabulary.rarity(word) for word in words)

    def _read_as(self, text: str, readings: Iterable[Reading]) -> str:
        """The query with its corrected words, spelled as the catalogue does; empty when none was corrected."""
        corrections = {reading.typed: reading.corrected for reading in readings if reading.corrected}
        if not corrections:
            return ""
        words = every_word(text[:LONGEST_QUERY])
        return " ".join(self._vocabulary.spelled(corrections.get(word, word)) for word in words)

    def _hit(self, number: int, score: float, language: str) -> Hit:
        record = self._records[number]
        name = record.names.get(language, record.names[OFFICE_LANGUAGES[0]])
        return Hit(record.kind, record.id, name, round(min(score, 1.0), 3))


def _best_fit(reading: Reading, record: _Known, language: str) -> float:
    """How well the record holds one typed word: its best reading, in the field and the language that count most."""
    best = 0.0
    for word in reading.words.keys() & record.words.keys():
        weights = record.words[word]
        best = max(best, reading.words[word] * weights.get(language, weights[_ANY_OTHER]))
    return best


def _records_in(index: sqlite3.Connection) -> dict[int, _Known]:
    columns = [(field, language) for language in OFFICE_LANGUAGES for field in FIELDS]
    selected = ", ".join(f"words.{field}_{language}" for field, language in columns)
    names = ", ".join(f"record.name_{language}" for language in OFFICE_LANGUAGES)
    records = {}
    # The same few words and weights over and over: each is held once, whatever the number of records.
    spelled: dict[str, str] = {}
    weighed: dict[tuple[float, ...], Mapping[str, float]] = {}
    for number, kind, key, *rest in index.execute(
        f"SELECT record.id, kind, key, {names}, {selected} FROM record JOIN words ON words.rowid = record.id"
    ):
        named, cut = rest[: len(OFFICE_LANGUAGES)], rest[len(OFFICE_LANGUAGES) :]
        best: dict[str, list[float]] = {}
        for (field, language), text in zip(columns, cut, strict=True):
            at, weight = OFFICE_LANGUAGES.index(language), _FIELD_WEIGHT[field]
            for word in text.split():
                weights = best.setdefault(spelled.setdefault(word, word), [0.0] * len(OFFICE_LANGUAGES))
                weights[at] = max(weights[at], weight)
        words = {word: weighed.setdefault(tuple(w), _by_language(w)) for word, w in best.items()}
        records[number] = _Known(Kind(kind), key, dict(zip(OFFICE_LANGUAGES, named, strict=True)), words)
    return records


def _by_language(weights: Sequence[float]) -> Mapping[str, float]:
    """What a word weighs to readers of each office language and of any other: a little less in one not theirs."""
    best = _OTHER_LANGUAGE * max(weights)
    of_office = {language: max(own, best) for language, own in zip(OFFICE_LANGUAGES, weights, strict=True)}
    return {**of_office, _ANY_OTHER: best}


def _quoted(word: str) -> str:
    return f'"{word}"'


def _threes(text: str) -> frozenset[str]:
    """Every three letters in a row, the edges of words counted as letters."""
    padded = f"  {' '.join(every_word(fold(text)))} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
