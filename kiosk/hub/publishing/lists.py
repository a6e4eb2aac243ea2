"""Publishing the two lists of keys: of the kiosks, for counters, and of the recipients of sealed notices."""

import tempfile
from datetime import datetime
from pathlib import Path

from kiosk.hub.publishing.errors import EditionRefusedError
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.repository import read_repository
from kiosk.hub.publishing.roles import Role
from kiosk.hub.publishing.signing import Content, chained, check_clock, relisted, role_signers
from kiosk.hub.publishing.writing import alone, lay_down
from kiosk.referral.keys import KeyListError, read_key_list

KIOSKS = "keys/kiosks.cbor"
RECIPIENTS = "keys/recipients.cbor"

_MOST_BYTES = 4 * 1024 * 1024


def publish_kiosks(folder: Path, keys: Keys, kiosks: bytes, at: datetime, *, sure: bool = False) -> None:
    """Publish which kiosks there are, in the form of `kiosk.referral.keys`; it runs out after 30 days.

    Raises:
        PublishingError: why not; what kiosks read is then as it was.
    """
    _publish(folder, keys, Role.DEVICES, kiosks_content(kiosks), at, sure)


def kiosks_content(kiosks: bytes) -> Content:
    """The list of kiosks as a target. Raises `EditionRefusedError` for one that a counter could not read."""
    with tempfile.TemporaryDirectory(prefix="guichet-publish-") as beside:
        list_file = Path(beside) / "kiosks.cbor"
        list_file.write_bytes(kiosks)
        try:
            read_key_list(list_file)
        except KeyListError as error:
            raise EditionRefusedError(f"the list of kiosks cannot be read by a counter: {error}") from error
    return Content(KIOSKS, kiosks)


def publish_recipients(folder: Path, keys: Keys, recipients: bytes, at: datetime, *, sure: bool = False) -> None:
    """Publish to whom notices are sealed; two of the recipients' keys sign.

    Raises:
        PublishingError: why not; what kiosks read is then as it was.
    """
    if len(recipients) > _MOST_BYTES:
        raise EditionRefusedError(f"the list of recipients has more than {_MOST_BYTES:,} bytes")
    _publish(folder, keys, Role.RECIPIENTS, Content(RECIPIENTS, recipients), at, sure)


def _publish(folder: Path, keys: Keys, role: Role, content: Content, at: datetime, sure: bool) -> None:
    with alone(folder):
        repository = read_repository(folder)
        check_clock(repository, at, sure=sure)
        signing, online = role_signers(repository, keys, role), role_signers(repository, keys, Role.TIMESTAMP)
        changed = {role: (relisted(repository, role, {content.path: content.target()}, at), signing)}
        lay_down(folder, [content.laid(), *chained(repository, changed, online, at)])
