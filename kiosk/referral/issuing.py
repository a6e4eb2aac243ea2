"""How a plan becomes a referral: signed with the kiosk's key when it is shown, registered when it is handed over.

Nothing here may stop a slip. A state folder that is full still leaves the signed code on the paper; a key that cannot
be read leaves the steps.
"""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.errors import KioskError
from kiosk.outbox.ballast import with_room
from kiosk.paths import FolderError
from kiosk.planning.plan import Plan
from kiosk.referral import keys, registry, token
from kiosk.referral.composing import Choices, token_items
from kiosk.referral.composing.choices import hides_topic
from kiosk.referral.composing.codes import discreet_numbers
from kiosk.state import StateError, open_state

STATE_FILE = "state.db"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Handover:
    """A plan as it can be handed over.

    `referral` is None and `token` empty when the kiosk could not sign. `registered` is false until the code is on the
    disk; `trouble` is the code of the error that kept it from being signed or registered. `recorded` is false for a
    sensitive topic: no line anywhere says that such a plan was taken away, so it has no short code.
    """

    referral: token.Referral | None = None
    token: str = ""
    registered: bool = False
    trouble: str = ""
    recorded: bool = True

    @property
    def code(self) -> str:
        """The short code in groups; empty when there is none, or when it is not, or could not be, written down."""
        kept = self.recorded and (self.registered or not self.trouble)
        return str(self.referral.code) if self.referral is not None and kept else ""


class Issuer:
    """Signs and registers with what is in the state folder. One at a time: give it a lane of its own."""

    def __init__(self, folder: Callable[[], Path], kiosk_number: int = 0, valid_days: int = token.VALID_DAYS) -> None:
        """`folder` gives the state folder, made if missing; it may raise `FolderError`."""
        self._folder = folder
        self._number = kiosk_number
        self._valid_days = valid_days
        self._key: keys.KioskKey | None = None
        self._purged: date | None = None

    def sign(self, catalogue: Catalogue, plan: Plan, choices: Choices, today: date, referral_id: bytes) -> Handover:
        """Sign the plan under `referral_id` (eight bytes of `token.new_id`).

        A hidden topic is in no part of the token: neither the life event nor the numbers of its steps.
        """
        try:
            key = self._own_key()
        except (FolderError, keys.KeyFileError, StateError) as error:
            return Handover(trouble=_noted(error))
        hidden = hides_topic(catalogue, plan.bundles, choices)
        referral = token.referral_for(
            token_items(catalogue, plan, with_steps=not hidden),
            discreet=discreet_numbers(catalogue),
            issued=today,
            catalogue_version=catalogue.version,
            life_event=None if hidden else catalogue.bundles[plan.bundles[0]].number or None,
            language=choices.languages[0],
            valid_days=self._valid_days,
            draw_id=lambda: referral_id,
        )
        return Handover(referral, token.sign(referral, key), recorded=not catalogue.is_sensitive(plan.bundles))

    def again(self, token_text: str, choices: Choices, today: date) -> Handover | None:
        """The same referral once more, under its own code; None where a new one is to be signed.

        That is so once its last day is over, where its topic is to be hidden, and where it cannot be read. A code that
        this kiosk gave and did not write down is not said.
        """
        try:
            referral, key_id = token.claimed(token_text), token.claimed_key_id(token_text)
            own = self._own_key().key_id
            with closing(open_state(self._folder() / STATE_FILE, registry.MIGRATIONS)) as state:
                entry = registry.find(state, referral.code)
        except (FolderError, keys.KeyFileError, StateError, token.ReferralError) as error:
            _noted(error)
            return None
        if referral.expired_on(today) or (choices.plain_cover and referral.life_event is not None):
            return None
        is_known = entry is not None and entry.token == token_text
        return Handover(referral, token_text, registered=True, recorded=is_known or key_id != own)

    def register(self, handover: Handover, today: date) -> Handover:
        """Write the code down, so that it can be typed here later; done once however often it is asked for.

        When the code is taken, the referral comes back with another. When it cannot be written down, the referral
        comes back with `trouble`, and no code.
        """
        done = handover.registered or not handover.recorded
        if handover.referral is None or done or self._key is None:
            return handover
        try:
            with closing(open_state(self._folder() / STATE_FILE, registry.MIGRATIONS)) as state:
                known = registry.find(state, handover.referral.code)
                if known is not None and known.token == handover.token:
                    return replace(handover, registered=True, trouble="")
                issued = self._issued(state, handover.referral, self._key)
                if self._purged != today:
                    registry.purge(state, today)
                    self._purged = today
        except (FolderError, StateError, registry.RegistryFullError) as error:
            return replace(handover, trouble=_noted(error))
        return Handover(issued.referral, issued.token, registered=True)

    def _issued(self, state: sqlite3.Connection, referral: token.Referral, key: keys.KioskKey) -> registry.Issued:
        """Where the disk is full, there may be ballast to drop."""
        return with_room(self._folder(), lambda: registry.issue(state, referral, key))

    def _own_key(self) -> keys.KioskKey:
        if self._key is None:
            self._key = keys.own_key(self._folder(), self._number)
        return self._key


def _noted(error: KioskError) -> str:
    _log.warning("a referral goes without its code: %s: %s", error.code, error)
    return error.code
