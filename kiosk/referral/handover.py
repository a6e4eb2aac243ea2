"""A plan made ready to leave: the slip, what its QR says, and what the QR on the screen says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.catalogue.model import Catalogue
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.planning.plan import Plan
from kiosk.referral import qr
from kiosk.referral.composing import Choices, compose, plan_text
from kiosk.referral.composing.steps import Telling
from kiosk.referral.forms import LARGEST_TEXT_VERSION, ROLL_TEXT_VERSION, PlanText, text_form, url_form
from kiosk.referral.issuing import Handover
from kiosk.referral.slip.content import Modules, Paper, Slip


@dataclass(frozen=True, slots=True)
class Prepared:
    """`says` is the text in the QR of the slip, `phone_says` and `phone_qr` are for the screen, where no paper goes
    with them: as much of the plan as a telephone takes. All are empty when the referral is not signed, or its token is
    too long for any symbol that can be read from there.
    """

    slip: Slip
    says: str
    handover: Handover
    phone_says: str
    phone_qr: Modules

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
    says = phone_says = ""
    if handover.token and page_address:
        says = phone_says = url_form(page_address, handover.token)
    elif handover.token:
        telling = Telling(catalogue, plan, choices, choices.languages[0], messages_of, now, site.zone)
        whole = plan_text(telling, handover.code)
        sizes = (ROLL_TEXT_VERSION, LARGEST_TEXT_VERSION) if choices.paper.is_receipt else (LARGEST_TEXT_VERSION,)
        says = _text_within(whole, handover.token, dots_across(choices.paper), sizes)
        phone_says = _text_within(whole, handover.token, qr.DOTS_80_MM, (LARGEST_TEXT_VERSION,))
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
    phone_modules = modules if phone_says == says else qr.matrix(phone_says, qr.Level.M) if phone_says else ()
    return Prepared(slip, says, handover, phone_says, phone_modules)


def _text_within(plan: PlanText, token: str, dots_wide: int, sizes: Sequence[int]) -> str:
    """The plan as text in the first size that holds its code and token; empty where none does.

    Several long plans taken together can be too much: then paper carries the steps and the short code alone.
    """
    for size in sizes:
        try:
            return text_form(plan, token, dots_wide, size)
        except qr.QrTooLargeError:
            continue
    return ""


def dots_across(paper: Paper) -> int:
    """How wide a QR may be; a sheet carries no more than 80 mm paper, so that a telephone sees it whole."""
    return qr.DOTS_58_MM if paper is Paper.RECEIPT_58 else qr.DOTS_80_MM
