"""Words that may mean danger: whatever the scores, a line that answers at once stands on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.catalogue.search.tokens import every_word, stems

_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Danger:
    """One danger: the services to put on top, and the words that tell it (without accents, in two languages).

    A phrase of several words must be typed in that order, perhaps with a word or two between.
    """

    services: tuple[str, ...]
    phrases: tuple[str, ...]


DANGERS = (
    Danger(
        ("suicide-crisis-988",),
        (
            "suicide", "suicidal", "suicider", "suicidaire", "kill myself", "killing myself", "end my life",
            "want to die", "wanna die", "hurt myself", "harm myself", "self harm", "better off dead", "me tuer",
            "veux mourir", "envie de mourir", "en finir", "mettre fin a mes jours", "me faire du mal", "me blesser",
        ),
    ),
    Danger(
        ("emergency-911", "mh-crisis-line"),
        ("overdose", "overdosed", "overdosing", "od", "surdose", "not breathing", "respire pas", "respire plus"),
    ),
    Danger(
        ("emergency-911", "gender-helplines"),
        (
            "violence", "violent", "violente", "hits me", "hit me", "beats me", "beat me", "hurts me", "hitting me",
            "beating me", "abuse", "abused", "abusive", "rape", "raped", "assaulted", "sexual assault", "stalked",
            "threatens to kill", "scared of my husband", "scared of my partner", "afraid at home", "scared at home",
            "me frappe", "me bat", "me battait", "frappee", "battue",
            "mari frappe", "conjoint frappe", "me fait mal", "viol", "violee", "agression sexuelle", "agressee",
            "menace de me tuer", "peur de mon mari", "peur de mon conjoint", "peur a la maison", "abus",
        ),
    ),
    Danger(
        ("emergency-911", "child-protection"),
        (
            "child abuse", "child in danger", "child at risk", "hurting a child", "hurts her child", "hurts his child",
            "enfant en danger", "enfant maltraite", "enfant battu", "enfant abuse",
        ),
    ),
)  # fmt: skip


def pinned(text: str) -> tuple[str, ...]:
    """The services that answer the danger in `text`, most urgent first; none where no danger is told."""
    words = tuple(every_word(text))
    known = frozenset(words).union(*(stems(word) for word in words))
    return tuple(dict.fromkeys(service for danger in DANGERS for service in _answering(danger, words, known)))


def _answering(danger: Danger, words: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    for phrase in danger.phrases:
        parts = phrase.split()
        # A single word counts in all its forms; in a phrase `me` must be `me`.
        if (len(parts) == 1 and not stems(parts[0]).isdisjoint(known)) or (len(parts) > 1 and _is_said(parts, words)):
            yield from danger.services
            return


def _is_said(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether `parts` come in this order, with at most `_BETWEEN` other words among them."""
    for start, word in enumerate(words):
        if word == parts[0]:
            rest = iter(words[start + 1 : start + len(parts) + _BETWEEN])
            if all(part in rest for part in parts[1:]):
                return True
    return False
