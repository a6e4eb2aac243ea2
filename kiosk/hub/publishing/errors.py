"""What keeps an edition from being published, each in one sentence for the operator."""

from kiosk.errors import KioskError


class PublishingError(KioskError):
    """Nothing was published; what kiosks read is as it was."""

    code = "publishing"


class KeysError(PublishingError):
    """A signing key is missing, cannot be read, or may be read by others."""

    code = "publishing_keys"


class RepositoryBrokenError(PublishingError):
    """The repository on the disk is not one that a kiosk would accept."""

    code = "repository_broken"


class EditionRefusedError(PublishingError):
    """What was to be published is too old, too large, or not what it should be."""

    code = "edition_refused"


class ClockError(PublishingError):
    """This machine's clock is behind what it has signed before."""

    code = "publishing_clock"


class NotWrittenError(PublishingError):
    """The disk or the stick did not take a file, or gave it back otherwise."""

    code = "publishing_not_written"


class StickNotWrittenError(NotWrittenError):
    """The stick is not there, is full, was pulled out, or gave back something else. The repository is as it was."""

    code = "stick_unusable"
