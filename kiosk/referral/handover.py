"""A plan made ready to leave: the slip, and what its QR says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.catalogue.model import Catalogue
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.planning.plan import Plan
from kiosk.referral import qr
from kiosk.referral.composing import Choices, compose, plan_text
from kiosk.referral.composing.steps import Telling
from kiosk.referral.forms import text_form, url_form
from kiosk.referral.issuing import Handover
from kiosk.referral.slip.content import Modules, Paper, Slip


@dataclass(frozen=True, slots=True)
class Prepared:
    """`says` is the text in the QR; it and `qr` are empty when the referral is not signed."""

    slip: Slip
    says: str
    handover: Handover

    @property
    def qr(self) -> Modules:
        return self.slip.qr


def prepare(
    catalogue: Catalogue,
    plan: Plan,
    choices: Choices,
    site: Site,
    now: datetime,
    messages_of: Callable[[str], Messages],
    handover: Handover,
    page_address: str = "",
) -> Prepared:
    """Compose the slip of a handover; its QR opens a page where there is a `page_address`, else the plan as text."""
    says = ""
    if handover.token and page_address:
        says = url_form(page_address, handover.token)
    elif handover.token:
        telling = Telling(catalogue, plan, choices, choices.languages[0], messages_of, now, site.zone)
        says = text_form(plan_text(telling, handover.code), handover.token, dots_across(choices.paper))
    modules = qr.matrix(says, qr.Level.M) if says else ()
    slip = compose(
        catalogue,
        plan,
        choices,
        site,
        now,
        messages_of,
        code=handover.code,
        qr=modules,
        opens_page=bool(page_address),
    )
    return Prepared(slip, says, handover)


def dots_across(paper: Paper) -> int:
    """How wide a QR may be; a sheet carries no more than 80 mm paper, so that a telephone sees it whole."""
    return qr.DOTS_58_MM if paper is Paper.RECEIPT_58 else qr.DOTS_80_MM
