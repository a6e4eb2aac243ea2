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
