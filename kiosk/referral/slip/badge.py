"""A badge as it is printed: a card with the square that signs somebody in at the counter, and their name."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from kiosk.referral import qr
from kiosk.referral.slip.content import Paper


@dataclass(frozen=True, slots=True)
class BadgeCard:
    """All that stands on it. `place` is where the badge opens something; `secret` is what its square says."""

    name: str
    place: str
    language: str
    secret: str = field(repr=False)

    @property
    def code(self) -> str:
        """No file and no job is named after what a badge says."""
        return ""


def badge_text(card: BadgeCard) -> str:
    """The words beside the square. What the square says is no word for anybody."""
    return f"{card.name}\n{card.place}\n"


def badge_json(card: BadgeCard, paper: Paper | None) -> str:
    """The words as the template takes them; without a paper the card alone, as large as a bank card."""
    symbol = qr.matrix(card.secret, qr.Level.Q)
    told = {
        "paper": paper.value if paper is not None else "card",
        "name": card.name,
        "place": card.place,
        "language": card.language,
        "qr": {"side": len(symbol) + 2 * qr.QUIET_MODULES, "svg": qr.svg(symbol)},
    }
    return msgspec.json.encode(told).decode()
