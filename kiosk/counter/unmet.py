"""Unmet needs as staff write them down: what was needed, why it could not be had, and for how many; never for whom.

They stand in the table of the citizens' own (`kiosk.counter.needs`), by the day and no finer: at a desk, the hour would
tell who it was. A service or situation that must not be known is never named; the kind of help can be, by a term of the
taxonomy.
"""

import secrets
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NewType

from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.catalogue.search.tokens import fold, tokens
from kiosk.catalogue.text import Text
from kiosk.counter.needs import Reason, Source
from kiosk.counter.suppression import Listed, Told, listed, told
from kiosk.outbox import kinds
from kiosk.outbox.putting import put
from kiosk.state import state_errors

LONGEST_WORDS = 60
MOST_AT_ONCE = 99

NeedId = NewType("NeedId", bytes)

_REASONS = frozenset(Reason)
_NAMES_KEPT = 1024
"""More than a taxonomy has that fits on a screen: here there are some hundred names, in two languages."""

STAFF_REASONS = (
    Reason.NO_SERVICE,
    Reason.FULL,
    Reason.NOT_ELIGIBLE,
    Reason.OUT_OF_AREA,
    Reason.NO_WAY_THERE,
    Reason.COST,
    Reason.LANGUAGE,
    Reason.CLOSED,
    Reason.PAPERS,
    Reason.ACCESSIBILITY,
    Reason.OTHER,
)
"""Why not, as staff can tell; in the order of the keys."""


class Kind(StrEnum):
    """What a need is named by: a term of the taxonomy, a service, a situation, or words of staff's own."""

    TERM = "term"
    SERVICE = "service"
    BUNDLE = "bundle"
    WORDS = "words"


class AgeBand(StrEnum):
    """About how old the person is."""

    CHILD = "0-17"
    YOUNG = "18-29"
    ADULT = "30-64"
    OLDER = "65+"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was needed: `key` is an id of its kind, or the words themselves. An empty key is "not said"."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Need:
    """One need, of `count` people alike. `language` is the one that the service was needed in, where that mattered."""

    wanted: Wanted
    reason: Reason
    age: AgeBand | None = None
    newcomer: bool = False
    disability: bool = False
    language: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of help, as the taxonomy names it."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Summary:
    """What could not be had in a stretch of time, as it may be shown: in all, by what it was, by why not, and by the
    language that it was needed in, where that was said.
    """

    total: Told
    wanted: Listed[Wanted]
    reasons: Listed[Reason]
    languages: Listed[str]


def may_be_named(catalogue: Catalogue, wanted: Wanted) -> bool:
    """Tell whether it may be written down that somebody needed this; a discreet service never is."""
    match wanted.kind:
        case Kind.SERVICE:
            service = catalogue.services.get(ServiceId(wanted.key))
            return service is not None and not service.discreet
        case Kind.BUNDLE:
            bundle = catalogue.bundles.get(BundleId(wanted.key))
            return bundle is not None and not bundle.sensitive
        case _:
            return True


def keep_need(state: sqlite3.Connection, need: Need, *, kiosk: int, language: str, today: date) -> NeedId:
    """Write `need` down; call it inside `atomic`. `language` is the one that staff spoke with the person."""
    new, people = NeedId(secrets.token_bytes(16)), min(MOST_AT_ONCE, max(1, need.count))
    named = {kind: need.wanted.key if need.wanted.kind is kind else None for kind in Kind}
    state.execute(
        "INSERT INTO unmet_need (id, hour, kiosk, language, bundle, service, source, reason, term, words, age_band,"
        " newcomer, disability, needed_language, count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new,
            today.isoformat(),
            kiosk,
            language,
            named[Kind.BUNDLE],
            named[Kind.SERVICE],
            Source.STAFF,
            need.reason,
            named[Kind.TERM] or "",
            (named[Kind.WORDS] or "")[:LONGEST_WORDS],
            need.age or "",
            need.newcomer,
            need.disability,
            need.language,
            people,
        ),
    )
    put(state, kinds.Kind.UNMET_NEED, _told(new, need, people, today), today)
    return new


def take_back(state: sqlite3.Connection, need: NeedId) -> None:
    """Take back what was written down a moment ago; call it inside `atomic`. The hub, which may have it, is told."""
    sql = "DELETE FROM unmet_need WHERE id = ? AND source = ? RETURNING hour"
    for (day,) in state.execute(sql, (need, Source.STAFF)).fetchall():
        put(state, kinds.Kind.UNMET_NEED, {1: day, 8: need, 9: True}, date.fromisoformat(day))


def _told(id_: NeedId, need: Need, people: int, today: date) -> dict[int, object]:
    """What the hub hears of a need: not the words of staff, nor anything of the people but how many."""
    told: dict[int, object] = {1: today.isoformat(), 2: str(need.reason), 5: str(Source.STAFF), 8: id_}
    key = _KEYS.get(need.wanted.kind)
    if key is not None and need.wanted.key:
        told[key] = need.wanted.key
    if people > 1:
        told[7] = people
    return told


_KEYS = {Kind.BUNDLE: 3, Kind.SERVICE: 4, Kind.TERM: 6}


def summary_between(state: sqlite3.Connection, first: date, last: date) -> Summary:
    """What staff and citizens could not get from `first` to `last`, both included.

    Words that differ only in case and accents are one need, spelled as they were first.
    """
    with state_errors():
        rows = state.execute(
            "SELECT coalesce(bundle, ''), coalesce(service, ''), term, words, reason, needed_language, count"
            " FROM unmet_need WHERE hour >= ? AND hour < ?",
            (first.isoformat(), f"{last.isoformat()}U"),  # "2026-03-12" and "2026-03-12T23"; U comes after T
        ).fetchall()
    wanted: Counter[Wanted] = Counter()
    reasons: Counter[Reason] = Counter()
    languages: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for bundle, service, term, words, reason, language, count in rows:
        spelling = spelled.setdefault(" ".join(fold(words).split()), words)
        wanted[_wanted(bundle, service, term, spelling)] += count
        reasons[Reason(reason) if reason in _REASONS else Reason.OTHER] += count
        languages[language] += count
    return summary_of(wanted, reasons, languages)


def summary_of(wanted: Mapping[Wanted, int], reasons: Mapping[Reason, int], languages: Mapping[str, int]) -> Summary:
    """The same from the whole numbers: small ones hidden, and those that would give them away."""
    total: Told = told({"total": sum(wanted.values())}, ())["total"]
    shown = listed(total, languages)
    named = tuple(part for part in shown.parts if part[0])
    return Summary(total, listed(total, wanted), listed(total, reasons), Listed(named, shown.rest))


def terms_in(catalogue_file: Path) -> tuple[Term, ...]:
    """Every kind of help that the taxonomy names; none where the catalogue cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{catalogue_file}?mode=ro", uri=True)) as connection:
            rows = connection.execute(
                "SELECT term.id, term.name, coalesce(french.text, term.name) FROM taxonomy_term AS term"
                " LEFT JOIN translation AS french ON french.entity = 'taxonomy_term' AND french.entity_id = term.id"
                " AND french.field = 'name' AND french.language = 'fr'"
                " WHERE term.taxonomy_id IS NOT 'guichet-bundles' ORDER BY term.id"
            ).fetchall()
    except sqlite3.Error:
        return ()
    return tuple(Term(id, Text({"en": english, "fr": french})) for id, english, french in rows)


def terms_like(terms: Sequence[Term], typed: str, language: str, most: int) -> tuple[Term, ...]:
    """The terms in which every word typed begins a word, in either language; those of `language` first."""
    asked = tokens(typed)
    if not asked:
        return ()
    found = [(_fits(term, asked, language), term) for term in terms]
    ranked = sorted(
        (rank, fold(term.name.plain_to(language)), place)
        for place, (rank, term) in enumerate(found)
        if rank is not None
    )
    return tuple(terms[place] for _, _, place in ranked[:most])


def _fits(term: Term, asked: Sequence[str], language: str) -> int | None:
    """0 where the name in `language` has all the words typed, 1 where another has; None where none has."""
    for rank, other in enumerate(dict.fromkeys((language, *term.name.wordings))):
        words = _words_in(term.name.plain_to(other))
        if all(any(word.startswith(each) for word in words) for each in asked):
            return min(rank, 1)
    return None


@lru_cache(_NAMES_KEPT)
def _words_in(name: str) -> tuple[str, ...]:
    """The words of a term's name, cut once and not at each key; nothing that is typed comes here."""
    return tokens(name)


def _wanted(bundle: str, service: str, term: str, words: str) -> Wanted:
    """The most telling of what a row names."""
    for kind, key in ((Kind.TERM, term), (Kind.SERVICE, service), (Kind.BUNDLE, bundle)):
        if key:
            return Wanted(kind, key)
    return Wanted(Kind.WORDS, words)
