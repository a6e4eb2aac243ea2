"""A slip read on this machine: the referral, the plan that it opens as, and what has changed since it was printed."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Catalogue
from kiosk.counter.reopening.changes import Changes, changes_since
from kiosk.counter.scanning.doubts import Doubt, doubt_of
from kiosk.counter.scanning.meaning import Scanned, scanned, typed
from kiosk.counter.scanning.typing import WHOLE, plain
from kiosk.errors import KioskError
from kiosk.referral import registry
from kiosk.referral.code import ReferralCode
from kiosk.referral.keys import KeyFileError, KeyListError, KeyRing
from kiosk.referral.reading import Signature
from kiosk.referral.token import LANGUAGE_NUMBERS
from kiosk.state import StateError
from kiosk.visit.reopened import Reopened, reopened

_LANGUAGES = {number: language for language, number in LANGUAGE_NUMBERS.items()}


@dataclass(frozen=True, slots=True)
class OpenSlip:
    """A slip that was read. `language` is that of its paper, "" when the token does not say.

    `trouble` is what kept its signature from being checked.
    """

    scan: Scanned
    opened: Reopened
    changes: Changes
    language: str
    trouble: KioskError | None = None

    @property
    def is_altered(self) -> bool:
        """Whether it must not be trusted."""
        return self.scan.reading.signature is Signature.ALTERED


class SlipReader:
    """Reads slips with what this machine knows: key list, codes issued, editions of the catalogue."""

    def __init__(
        self,
        state: sqlite3.Connection,
        ring: Callable[[], KeyRing],
        own: Callable[[], KeyRing],
        catalogue: Callable[[], Catalogue],
    ) -> None:
        """`ring` has every kiosk that is known, `own` this one alone; they may raise `KeyListError` and `KeyFileError`.

        Where the list is damaged this kiosk's own slips are checked all the same, and every slip says so.
        """
        self._state = state
        self._ring = ring
        self._own = own
        self._catalogue = catalogue

    def from_scanner(self, untrusted_text: str, today: date) -> OpenSlip:
        """The slip that a scanner read. Raises what `scanned` does, or a `StateError`."""
        return self._opened(lambda ring: scanned(untrusted_text, ring, today, self._token_issued))

    def from_keys(self, untrusted_code: str, today: date) -> OpenSlip:
        """The slip whose code somebody typed. Raises what `typed` does, or a `StateError`."""
        return self._opened(lambda ring: typed(untrusted_code, ring, today, self._token_issued))

    def doubt_of(self, untrusted_code: str) -> Doubt | None:
        """Which characters of a wrong code to look at again, where a code issued here tells."""
        characters = plain(untrusted_code)
        if len(characters) != WHOLE:
            return None
        try:
            return doubt_of(characters, lambda code: self._token_issued(code) is not None)
        except StateError:
            return None

    def _opened(self, read: Callable[[KeyRing], Scanned]) -> OpenSlip:
        ring, trouble = self._known()
        scan = read(ring)
        referral = scan.reading.referral
        altered = scan.reading.signature is Signature.ALTERED
        opened = reopened(self._catalogue(), referral, "" if altered else scan.token)
        language = _LANGUAGES.get(referral.language or 0, "")
        return OpenSlip(scan, opened, self._changes(scan), language, trouble)

    def _known(self) -> tuple[KeyRing, KioskError | None]:
        """The kiosks to check by, and what stands in the way of checking by all."""
        try:
            return self._ring(), None
        except KeyListError as error:
            return self._own(), error
        except KeyFileError as error:
            return KeyRing(), error

    def _changes(self, scan: Scanned) -> Changes:
        try:
            return changes_since(self._state, self._catalogue(), scan.reading.referral)
        except StateError:
            return Changes(can_tell=False)

    def _token_issued(self, code: ReferralCode) -> str | None:
        entry = registry.find(self._state, code)
        return entry.token if entry else None
