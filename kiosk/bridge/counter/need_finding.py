"""What may have been needed, as staff type: kinds of help first, then situations and services, then their own words."""

from collections.abc import Callable, Sequence

from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search import Finder
from kiosk.catalogue.search import Kind as HitKind
from kiosk.counter.cases.cautions import cautions
from kiosk.counter.unmet import Kind, Term, Wanted, may_be_named, terms_like

MOST_FOUND = 8

_SHORTEST_WORDS = 3
_KINDS = {HitKind.SERVICE: Kind.SERVICE, HitKind.BUNDLE: Kind.BUNDLE}


class Finding:
    """Finds in the taxonomy and in the catalogue. What was typed is kept nowhere."""

    def __init__(self, finder_of: Callable[[Catalogue], Finder], terms: Sequence[Term]) -> None:
        """`finder_of` is called when something is first typed, and again for another catalogue."""
        self._finder_of = finder_of
        self._terms = terms
        self._finder: tuple[Catalogue, Finder] | None = None

    def candidates(self, catalogue: Catalogue, query: str, language: str) -> tuple[Wanted, ...]:
        """The best of what `query` may mean; itself, as the last, unless it holds what must be left out."""
        words = " ".join(query.split())
        if not words:
            return ()
        terms = [Wanted(Kind.TERM, term.id) for term in terms_like(self._terms, words, language, MOST_FOUND // 2)]
        hits = self._finder_for(catalogue).find(words, language, MOST_FOUND)
        found = (*terms, *(Wanted(_KINDS[hit.kind], hit.id) for hit in hits))
        named = [each for each in found if may_be_named(catalogue, each)][: MOST_FOUND - 1]
        own = [Wanted(Kind.WORDS, words)] if len(words) >= _SHORTEST_WORDS and not cautions(words) else []
        return (*named, *own)

    def _finder_for(self, catalogue: Catalogue) -> Finder:
        if self._finder is None or self._finder[0] is not catalogue:
            self._finder = (catalogue, self._finder_of(catalogue))
        return self._finder[1]
