"""What people say about the service, on its way to the disk, in a lane of its own."""

import logging
from collections.abc import Callable
from pathlib import Path

from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.catalogue.model import ServiceId
from kiosk.counter.needs import Said, Setting, keep, setting_of
from kiosk.logs import Code
from kiosk.referral.issuing import STATE_FILE

_log = logging.getLogger(__name__)


class Noting:
    """Writes down what was said in this visit; `done` hears whether it is on the disk."""

    def __init__(self, session: Session, lane: Lane, folder: Callable[[], Path], kiosk_number: int = 0) -> None:
        """`folder` gives the state folder, in the lane; it may raise `FolderError`."""
        self._session = session
        self._lane = lane
        self._folder = folder
        self._number = kiosk_number

    def note(self, said: Said, done: Callable[[bool], None]) -> None:
        """Write down `said` with the visit as it stands."""
        setting = self._setting()
        self._lane.run(
            lambda: keep(self._folder() / STATE_FILE, said, setting), lambda outcome: done(_is_kept(outcome))
        )

    def close(self) -> None:
        """Refuse more and wait for what is being written."""
        self._lane.close()

    def _setting(self) -> Setting:
        session = self._session
        visit = session.visit
        return setting_of(
            session.catalogue,
            visit.bundles,
            service_last_opened(session),
            session.now(),
            self._number,
            session.language,
        )


def service_last_opened(session: Session) -> ServiceId | None:
    """The service of the step that the person last looked at; None when they looked at none."""
    opened = session.visit.opened
    if not opened or not session.visit.bundles:
        return None
    return next((step.service for step in session.plan.steps if step.id == opened), None)


def _is_kept(outcome: Outcome[None]) -> bool:
    if isinstance(outcome, Ok):
        return True
    _log.error("what a person said could not be kept: %s: %s", Code(outcome.error.code), outcome.error)
    return False
