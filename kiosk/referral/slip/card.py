"""The small plain card: a few public numbers under a neutral head, and nothing of the person, the day or the topic.

No code, no QR and no record go with it. It is as large as a business card, so that a shoe or a sleeve can hide it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from kiosk.catalogue.lifelines import NEUTRAL_NUMBERS
from kiosk.catalogue.text import text
from kiosk.referral.slip.content import Paper

_HEAD = text("Community information", "Renseignements communautaires")
_FOOT = text("These calls are free.", "Ces appels sont gratuits.")


@dataclass(frozen=True, slots=True)
class CardLine:
    """One number and what it is for, in each language of the card."""

    number: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that stands on it. `languages` and every text follow one order; there are one or two of each."""

    languages: tuple[str, ...]
    heads: tuple[str, ...]
    lines: tuple[CardLine, ...]
    feet: tuple[str, ...]

    @property
    def code(self) -> str:
        """A card has no code, so no file and no job is named after one."""
        return ""


def compose_card(languages: Sequence[str]) -> Card:
    """The card in one office language, or in both, one above the other in this order."""
    return Card(
        languages=tuple(languages),
        heads=tuple(_HEAD.to(language) for language in languages),
        lines=tuple(
            CardLine(line.number, tuple(dict.fromkeys(line.words.to(language) for language in languages)))
            for line in NEUTRAL_NUMBERS
        ),
        feet=tuple(_FOOT.to(language) for language in languages),
    )


def card_text(card: Card) -> str:
    """The same words as plain text, a line for each number."""
    lines = (f"{line.number}  {' · '.join(line.words)}" for line in card.lines)
    return "\n".join((" · ".join(card.heads), *lines, " · ".join(card.feet))) + "\n"


def card_json(card: Card, paper: Paper) -> str:
    """The words as the template takes them."""
    return msgspec.json.encode({"paper": paper.value, **msgspec.to_builtins(card)}).decode()
