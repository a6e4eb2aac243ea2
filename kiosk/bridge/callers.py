"""Everything that reaches staff, put together when a page first needs it: calls, and what people say for them."""

from collections.abc import Callable
from concurrent.futures import Executor

from kiosk import paths
from kiosk.bridge.calling import Calling
from kiosk.bridge.jobs import Lane
from kiosk.bridge.noting import Noting
from kiosk.bridge.session import Session
from kiosk.bridge.slips import one_thread
from kiosk.bridge.viewmodels.feedback import FeedbackViewModel
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.config import Config, host_and_port
from kiosk.counter.calling.line import SOCKET_FILE, Address, Line
from kiosk.visit.comfort import Comfort


class Callers:
    """Owns the lane in which the counter is called, and the one that writes down what people say."""

    def __init__(
        self,
        session: Session,
        config: Config,
        comfort: Callable[[], Comfort],
        new_executor: Callable[[], Executor] = one_thread,
    ) -> None:
        """`comfort` tells how the person uses the screen now."""
        self._lane = Lane(new_executor())
        self.calling = Calling(session, lambda: line_to(config), self._lane, comfort, config.referral.kiosk_number)
        self.person = PersonViewModel(session, self.calling)
        self.noting = Noting(session, Lane(new_executor()), paths.state_folder, config.referral.kiosk_number)
        self.feedback = FeedbackViewModel(session, self.noting)

    def close(self) -> None:
        """Refuse more work and wait for what is running."""
        self._lane.close()
        self.noting.close()


def line_to(config: Config) -> Line:
    """The line to the counter that the configuration names. Raises `KioskError`."""
    folder = paths.state_folder()
    if not config.counter.address:
        return Line(folder / SOCKET_FILE)
    from kiosk.counter.calling.pairing import paired_key

    return Line(folder / SOCKET_FILE, Address(*host_and_port(config.counter.address)), paired_key(folder))
