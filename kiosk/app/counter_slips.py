"""Everything that hands plans over at the counter, put together when the first page needs it."""

from collections.abc import Callable
from concurrent.futures import Executor

from kiosk import paths
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.handing_over import HandingOver
from kiosk.bridge.jobs import Lane
from kiosk.bridge.session import Session
from kiosk.bridge.slip_desk import SlipDesk
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.bridge.slip_printing import SlipPrinting
from kiosk.bridge.slips import one_thread, printer_configured
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.referral.issuing import Issuer
from kiosk.referral.slip.content import Paper


class CounterSlips:
    """Owns the lane where slips are made and the lane of the printer; `handing` is what pages use."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        config: Config,
        pictures: SlipPictures,
        new_executor: Callable[[], Executor] = one_thread,
    ) -> None:
        self._desk = desk
        self._slips = SlipDesk(
            Issuer(paths.state_folder, config.referral.kiosk_number, config.referral.valid_days),
            config.site,
            words_of,
            paths.assets_folder() / "slip",
            paths.assets_folder() / "fonts",
            config.referral.page_address,
        )
        self._making = Lane(new_executor())
        self._sending = Lane(new_executor())
        self._printer = printer_configured(config)
        self._paper = Paper(config.printer.paper.value)
        self.handing = self.handing_of(session, pictures)

    def handing_of(self, session: Session, pictures: SlipPictures) -> HandingOver:
        """What hands over the plan of `session`; every plan takes its turn in the same lanes."""
        printing = SlipPrinting(session, self._printer, self._sending)
        return HandingOver(self._desk, session, self._slips, self._making, pictures, printing, self._paper)

    def close(self) -> None:
        """Refuse more work and wait for what is running."""
        self._making.close()
        self._sending.close()
