"""A badge as it is printed: a card with its QR, and the name of whoever bears it."""

from pathlib import Path

import msgspec

from kiosk.counter.staff.badges import Badge
from kiosk.errors import KioskError
from kiosk.referral import qr

_TEMPLATE = "badge.typ"
_DOTS_PER_INCH = 300.0


class BadgeCardError(KioskError):
    """The card of a badge could not be drawn."""

    code = "badge_card"


def badge_png(badge: Badge, name: str, title: str, language: str, assets: Path) -> bytes:
    """The card as a PNG of 300 dots an inch, 85.6 by 54 mm. `title` is the words below the name.

    Raises `BadgeCardError` when the template or the fonts are not there, or typst refuses the words.
    """
    import typst  # loads in 30 ms, for something that is done once in a person's time at the counter

    told = {
        "name": name,
        "title": title,
        "language": language,
        "qr": qr.svg(qr.matrix(badge.text, qr.Level.Q)),
    }
    try:
        made = typst.compile(
            input=assets / "slip" / _TEMPLATE,
            root=assets / "slip",
            font_paths=[assets / "fonts"],
            ignore_system_fonts=True,
            format="png",
            ppi=_DOTS_PER_INCH,
            sys_inputs={"badge": msgspec.json.encode(told).decode()},
        )
    except (typst.TypstError, RuntimeError, OSError) as error:
        raise BadgeCardError("the card of the badge could not be drawn") from error
    if not isinstance(made, bytes):
        raise BadgeCardError("the card of the badge takes more than one page")
    return made
