"""Which kiosks there are, as it comes with updates: for counters that check other offices' slips without a hub."""

import logging
from pathlib import Path

from kiosk.logs import Code
from kiosk.private_files import make_anew
from kiosk.referral.keys import LARGEST_KEY_LIST, KeyListError, known_in
from kiosk.referral.known import HUB_KEY_LIST
from kiosk.sync.updates.fetching import fetch_small, note_taken, was_taken
from kiosk.sync.updates.repository import Repository
from kiosk.sync.updates.sources import Source

MARK = "kiosks.sha256"
"""The digest of the list that was taken last."""

_log = logging.getLogger(__name__)


def take_kiosks(source: Source, repository: Repository, folder: Path, state_folder: Path) -> bool:
    """Know the kiosks of the list that was published, if it is another than was taken last; whether it was taken.

    A list that says what cannot be is left out and logged; the one before stays.

    Raises:
        UpdateError: it could not be fetched, or was signed too long ago: who left since is not to be trusted.
        StateError: it could not be kept.
    """
    listed = repository.find("keys/kiosks.cbor")
    if listed is None or was_taken(folder / MARK, listed):
        return False
    content = fetch_small(source, listed, LARGEST_KEY_LIST)
    file = state_folder / HUB_KEY_LIST
    try:
        known_in(content, file)
    except KeyListError as error:
        _log.error("the list of kiosks that was published cannot be read: %s: %s", Code(error.code), error)
        return False
    make_anew(file, content)
    note_taken(folder / MARK, listed)
    return True
