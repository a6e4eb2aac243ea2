"""Everything that waits told to the hub, and what the hub says done: one round of it."""

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

import msgspec

from kiosk.catalogue.editions import catalogue_in_use, updates_folder, version_of
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.counter.audit import head_of
from kiosk.counter.tables import MIGRATIONS
from kiosk.errors import KioskError
from kiosk.outbox.streams import waiting
from kiosk.private_files import make_anew
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import StateError, open_state
from kiosk.sync.exchange.errors import BusyError, ExchangeError
from kiosk.sync.exchange.exchanging import Transport, exchange_once
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.key_lists import KeyLists
from kiosk.sync.exchange.messages import Health, Verdict
from kiosk.sync.receipts import Desk, deal_with_all
from kiosk.sync.updates.last import read_last

LAST_FILE = Path("sync") / "told.json"

_MOST_ROUNDS = 200
"""At 2,000 records each, more than an outbox holds."""
_LONGEST = 4096


class Line(Transport, KeyLists, Protocol):
    """The way to a hub; `kiosk.sync.exchange.http.HttpTransport` is one."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many records the hub has now that it did not have, how many still wait, and how many receipts were done."""

    sent: int
    left: int
    dealt_with: int = 0


class LastTold(msgspec.Struct, frozen=True):
    """When the hub was last asked, by this machine's clock; `problem` is the code of what stood in the way, "" if
    nothing did. `went_well` is when it last went well.
    """

    at: datetime
    problem: str
    went_well: datetime | None


def tell_hub(config: Config, folder: Path, now: datetime, hub: Line | None = None) -> Told:
    """Send all that waits, and do what the hub says. `folder` is the state folder; `now` has its zone.

    `hub` takes the place of the one at the configured address. Whatever is raised, nothing is lost; how it went is kept
    for `last_told`.

    Raises:
        ExchangeError: why the hub does not have it.
        StateError: the disk.
    """
    try:
        told = _told(config, folder, now, hub or HttpTransport(config.sync.hub))
    except BusyError:
        raise  # somebody else is at it, and keeps how that goes
    except ExchangeError as error:
        _keep(folder, now, error.code)
        raise
    _keep(folder, now, "")
    return told


def last_told(folder: Path) -> LastTold | None:
    """How the last round went; None before the first, or where that cannot be told."""
    try:
        with (folder / LAST_FILE).open("rb") as file:
            return msgspec.json.decode(file.read(_LONGEST), type=LastTold)
    except (OSError, msgspec.MsgspecError):
        return None


def health_of(config: Config, folder: Path) -> Health:
    """How this machine is, for the hub. Raises a `StateError`."""
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


def deal_with_receipts(config: Config, folder: Path, hub: KeyLists, at: datetime) -> int:
    """Do what the hub has told, and say how much that was; a catalogue that cannot be opened leaves it for later.

    Raises a `StateError`.
    """
    office = config.site.office_languages
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        desk = Desk(folder, state, lambda: load(catalogue_in_use(config.catalogue), office), hub)
        try:
            return deal_with_all(desk, at)
        except StateError:
            raise
        except KioskError:
            return 0


def _told(config: Config, folder: Path, now: datetime, hub: Line) -> Told:
    sent = 0
    for _ in range(_MOST_ROUNDS):
        done = exchange_once(folder / STATE_FILE, folder, hub, now, health_of(config, folder))
        sent += done.sent
        if done.key_changed:
            continue  # nothing under the key before is believed once the hub has heard the new one
        if not done.left or (not done.sent and done.verdict is Verdict.OK):
            break  # after a gap or a fork everything goes once more, at once
    return Told(sent, done.left, deal_with_receipts(config, folder, hub, now))


def _keep(folder: Path, at: datetime, problem: str) -> None:
    before = last_told(folder)
    well = before.went_well if before is not None and problem else None if problem else at
    with suppress(StateError):  # a full disk is met by what matters more
        make_anew(folder / LAST_FILE, msgspec.json.encode(LastTold(at, problem, well)))


def _program() -> str:
    try:
        return version("guichet")
    except PackageNotFoundError:
        return ""
