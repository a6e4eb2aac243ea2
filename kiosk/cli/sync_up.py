"""The way up of `guichet sync`: everything that waits, told to the hub, and one sentence on how it went."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from kiosk import paths
from kiosk.catalogue.editions import catalogue_in_use, updates_folder, version_of
from kiosk.config import Config
from kiosk.counter.audit import head_of
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages import Messages
from kiosk.languages.formats import number
from kiosk.outbox.streams import waiting
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state
from kiosk.sync.exchange.errors import (
    BusyError,
    ExchangeError,
    NotEnrolledError,
    NotReachedError,
    UnknownKioskError,
    UnknownSignerError,
)
from kiosk.sync.exchange.exchanging import exchange_once
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.messages import Health
from kiosk.sync.updates.last import read_last

_MOST_ROUNDS = 200


def send(messages: Messages, config: Config) -> tuple[str, bool]:
    """Send all that waits; gives the sentence that says what came of it, and whether it went well.

    Raises a `StateError` for this machine's own disk.
    """
    folder = paths.state_folder()
    sent = 0
    try:
        for _ in range(_MOST_ROUNDS):
            done = exchange_once(
                folder / STATE_FILE, folder, HttpTransport(config.sync.hub), datetime.now(UTC), _health(config)
            )
            sent += done.sent
            if not done.left or not done.sent:
                break
    except ExchangeError as error:
        return _refusal(messages, error), False
    told = messages.ngettext(
        "{count} record was told to the hub, and {left} wait.",
        "{count} records were told to the hub, and {left} wait.",
        sent,
    )
    return told.format(count=number(messages, sent), left=number(messages, done.left)), True


def _refusal(messages: Messages, error: ExchangeError) -> str:
    match error:
        case NotEnrolledError():
            return messages.gettext("This kiosk is not enrolled at a hub yet. What it has to tell is kept.")
        case NotReachedError():
            return messages.gettext("The hub cannot be reached just now. What this kiosk has to tell is kept.")
        case UnknownKioskError():
            return messages.gettext("The hub does not know this kiosk. Enrol it again; what it has to tell is kept.")
        case UnknownSignerError():
            return messages.gettext("Somebody else answered in the hub’s place. What this kiosk has to tell is kept.")
        case BusyError():
            return messages.gettext("Another program is talking to the hub just now.")
        case _:
            return messages.gettext("The hub did not take what was sent. What this kiosk has to tell is kept.")


def _health(config: Config) -> Health:
    folder = paths.state_folder()
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        count, head = waiting(state).count, head_of(state)
    last = read_last(updates_folder())
    return Health(
        app=_program(),
        catalogue_version=version_of(catalogue_in_use(config.catalogue)),
        free_mib=shutil.disk_usage(folder).free >> 20,
        clock_wrong=last is not None and last.clock_is_wrong,
        waiting=count,
        audit=head.chain if head.count else b"",
    )


def _program() -> str:
    try:
        return version("guichet")
    except PackageNotFoundError:
        return ""
