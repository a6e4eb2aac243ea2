"""What can be wrong with a message between a kiosk and its hub."""

from kiosk.errors import KioskError


class ExchangeError(KioskError):
    """A message between a kiosk and its hub is of no use."""

    code = "exchange_failed"


class UnreadableError(ExchangeError):
    """These bytes are not a message as it is agreed, whoever wrote them."""

    code = "exchange_unreadable"


class TooLargeError(ExchangeError):
    """A message is larger than either side takes."""

    code = "exchange_too_large"


class UnknownSignerError(ExchangeError):
    """Nobody known here signed this message, or it was altered since."""

    code = "exchange_signer_unknown"


class NotEnrolledError(ExchangeError):
    """This machine has no hub yet, or what it knows of it cannot be read."""

    code = "hub_not_enrolled"


class BusyError(ExchangeError):
    """Another program of this machine is exchanging at this moment."""

    code = "exchange_busy"


class NotReachedError(ExchangeError):
    """No answer of the hub's came: no network, a Wi-Fi's own page, a hub that is down or has too much to do.

    `retry_after` is what the answer's header of that name says, "" without one.
    """

    code = "hub_unreachable"

    def __init__(self, message: str, retry_after: str = "") -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RefusedError(ExchangeError):
    """Whoever answered takes no such request. It may not have been the hub: it is tried again, after a pause."""

    code = "hub_refused"


class UnknownKioskError(RefusedError):
    """The hub does not know this kiosk: it was never enrolled there, or was revoked."""

    code = "hub_unknown_kiosk"


class AddressError(ExchangeError):
    """The hub's address is none that records may go to."""

    code = "hub_address"


class CodeError(ExchangeError):
    """What was typed is no enrolment code: it has sixteen letters and digits."""

    code = "enrol_code_malformed"


class FingerprintError(ExchangeError):
    """The fingerprint that was typed is not that of the key in the file: somebody may have changed it on its way."""

    code = "fingerprint_differs"


class ProofError(ExchangeError):
    """The answer to an enrolment is not proven: somebody stands in between, or has changed the file."""

    code = "enrol_not_proven"


class NoSealingKeyError(ExchangeError):
    """The hub has given no key that sticks are sealed to."""

    code = "hub_takes_no_sticks"


class StickError(ExchangeError):
    """The stick is full, was pulled out, or cannot be read or written."""

    code = "stick_unusable"
