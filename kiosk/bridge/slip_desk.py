"""Where a slip is made ready, in the background: signed, composed, typeset, and registered once it leaves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.planning.plan import Plan
from kiosk.referral.composing import Choices
from kiosk.referral.handover import Prepared, prepare
from kiosk.referral.issuing import Handover, Issuer
from kiosk.referral.slip.typeset import Typeset, Typesetter

_PREVIEW_SCALE = {True: 1.0, False: 0.5}
"""Of the 203 dots to the inch, by whether the paper is a receipt: a sheet on the screen is never shown larger."""


@dataclass(frozen=True, slots=True)
class Order:
    """One wish for a slip, whole: the same order gives the same slip.

    `token` is that of a slip that is made again (`kiosk.visit.reopened.token_again`), "" for a new one.
    """

    catalogue: Catalogue
    plan: Plan
    choices: Choices
    now: datetime
    referral_id: bytes
    token: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """A slip that can be shown and printed. `pages` are PNG pictures."""

    order: Order
    prepared: Prepared
    document: Typeset
    pages: tuple[bytes, ...]


class SlipDesk:
    """Makes slips; for one lane. Templates and fonts are loaded with the first of them."""

    def __init__(
        self,
        issuer: Issuer,
        site: Site,
        words_of: Callable[[str], Messages],
        templates: Path,
        fonts: Path,
        page_address: str = "",
    ) -> None:
        self._issuer = issuer
        self._site = site
        self._words_of = words_of
        self._templates = templates
        self._fonts = fonts
        self._page_address = page_address
        self._typesetter: Typesetter | None = None

    def show(self, order: Order) -> Ready:
        """Make the slip as it would be printed. Raises `SlipError`."""
        today = order.now.date()
        again = self._issuer.again(order.token, order.choices, today) if order.token else None
        if again is not None:
            return self._made(order, again)
        return self._made(
            order, self._issuer.sign(order.catalogue, order.plan, order.choices, today, order.referral_id)
        )

    def hand_over(self, ready: Ready) -> Ready:
        """Write the referral down; the slip is made again only where that changed its code. Raises `SlipError`."""
        registered = self._issuer.register(ready.prepared.handover, ready.order.now.date())
        same = registered.code == ready.prepared.handover.code and registered.token == ready.prepared.handover.token
        return ready if same else self._made(ready.order, registered)

    def forget(self) -> None:
        """Leave none of the last slip's words in the typesetter."""
        if self._typesetter is not None:
            self._typesetter.forget()

    def _made(self, order: Order, handover: Handover) -> Ready:
        if self._typesetter is None:
            self._typesetter = Typesetter(self._templates, self._fonts)
        choices = order.choices
        prepared = prepare(
            order.catalogue,
            order.plan,
            choices,
            self._site,
            order.now,
            self._words_of,
            handover,
            self._page_address,
        )
        document = self._typesetter.typeset(prepared.slip, choices.paper, choices.large)
        pages = document.pages(_PREVIEW_SCALE[choices.paper.is_receipt])
        return Ready(order, prepared, document, pages)
