"""A badge made ready to be printed: the card, and a picture of it."""

from pathlib import Path

from kiosk.counter.staff.badges import Badge
from kiosk.counter.staff.roles import Staff
from kiosk.referral.slip.badge import BadgeCard
from kiosk.referral.slip.typeset import Typesetter

DOTS_PER_INCH = 300.0


def card_of(badge: Badge, staff: Staff, place: str) -> BadgeCard:
    """The card of `staff`, in their language; `place` is the name of the centre in it."""
    return BadgeCard(staff.name, place, staff.language, badge.text)


def badge_png(card: BadgeCard, assets: Path) -> bytes:
    """The card alone, as a PNG of 300 dots an inch: 1011 by 638. Raises `kiosk.referral.slip.typeset.SlipError`."""
    return Typesetter(assets / "slip", assets / "fonts").typeset_badge(card, None).pages(DOTS_PER_INCH / 203)[0]
