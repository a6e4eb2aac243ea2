"""Everything that hands plans over, put together when the first person takes one away."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor

from kiosk import paths
from kiosk.bridge.jobs import Lane
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import SlipDesk
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.bridge.slip_printing import SlipPrinting, printer_of
from kiosk.bridge.viewmodels.card import CardViewModel, Languages
from kiosk.bridge.viewmodels.done import DoneViewModel
from kiosk.bridge.viewmodels.feedback import FeedbackViewModel
from kiosk.bridge.viewmodels.take import TakeViewModel
from kiosk.config import Config
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.referral.issuing import Issuer
from kiosk.referral.printing.jobs import Printer
from kiosk.referral.slip.card import compose_card
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typeset, Typesetter

_log = logging.getLogger(__name__)


def one_thread() -> Executor:
    """An executor for one lane."""
    return ThreadPoolExecutor(max_workers=1)


class Slips:
    """Owns the lane where slips are made, the lane of the printer, and the two pages that show them."""

    def __init__(
        self,
        session: Session,
        config: Config,
        words_of: Callable[[str], Messages],
        pictures: SlipPictures,
        letters: Callable[[], int],
        feedback: FeedbackViewModel,
        new_executor: Callable[[], Executor] = one_thread,
        printer: Printer | None = None,
    ) -> None:
        """`letters` tells how large the letters are now; `new_executor` gives each lane its thread.

        `printer` stands in for the one that is configured.
        """
        desk = SlipDesk(
            Issuer(paths.state_folder, config.referral.kiosk_number, config.referral.valid_days),
            config.site,
            words_of,
            paths.assets_folder() / "slip",
            paths.assets_folder() / "fonts",
            config.referral.page_address,
        )
        self._making = Lane(new_executor())
        self._sending = Lane(new_executor())
        self.printing = SlipPrinting(session, printer or printer_configured(config), self._sending)
        paper = Paper(config.printer.paper.value)
        self.card = CardViewModel(
            session, lambda languages: _card(languages, paper), self._making, pictures, self.printing
        )
        self.take = TakeViewModel(session, desk, self._making, pictures, self.printing, paper, letters)
        self.done = DoneViewModel(session, self.printing, feedback, config.timeouts.done_s, sheets=not paper.is_receipt)

    def close(self) -> None:
        """Refuse more work and wait for what is running."""
        self._making.close()
        self._sending.close()


def _card(languages: Languages, paper: Paper) -> Typeset:
    """The small plain card; few people ask for one, so nothing of it is kept warm. Raises `SlipError`."""
    typesetter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    return typesetter.typeset_card(compose_card(languages), paper)


def printer_configured(config: Config) -> Printer | None:
    """The configured printer; one whose settings make no sense is as good as none, and is told in the log."""
    try:
        return printer_of(config.printer)
    except KioskError as error:
        _log.error("no printer: %s: %s", error.code, error)
        return None
