"""The commands of `guichet sync` about the hub: coming to it with a code or a file, its sticks, another key."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.catalogue.editions import updates_folder
from kiosk.cli.asking import ask
from kiosk.cli.refusals import unreadable, unwritable
from kiosk.cli.spoken import FILE, OLD_FILE, OLD_FOLDER, argument, command, option
from kiosk.cli.tongue import SaidError, words
from kiosk.config import load
from kiosk.languages import Messages
from kiosk.languages.formats import number
from kiosk.referral.issuing import STATE_FILE
from kiosk.referral.keys import number_of, own_key
from kiosk.sync.exchange import wording as told_wording
from kiosk.sync.exchange.answering import LARGEST_ANSWER
from kiosk.sync.exchange.enrolling import asking, enrol, enrol_from_file
from kiosk.sync.exchange.errors import ExchangeError, NotReachedError
from kiosk.sync.exchange.fingerprint import fingerprint
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.known_hub import KnownHub
from kiosk.sync.exchange.messages import Verdict
from kiosk.sync.exchange.rotating import announce_next_key
from kiosk.sync.exchange.sticks import read_receipts_file, write_stick_file
from kiosk.sync.telling import deal_with_receipts, health_of
from kiosk.sync.updates import trusting


@command("enrol")
@argument("code")
@option("--name", default="", help="What the hub calls this kiosk, where its operator gave it no name.")
def enrol_command(code: str, name: str) -> None:
    """Enrol this kiosk at its hub with the CODE that the operator gave: sixteen letters and digits."""
    messages = words()
    config = load(paths.config_file())
    if not config.sync.hub:
        named = messages.gettext("name the hub in the section [sync] of the configuration: {example}")
        raise SaidError(named.format(example='hub = "https://..."'))
    hub = enrol(paths.state_folder(), HttpTransport(config.sync.hub), code, name)
    _told(messages, hub)


@command("card")
@argument("file", type=FILE)
@option("--name", default="", help="What the hub is to call this kiosk.")
def card_command(file: Path, name: str) -> None:
    """Write into FILE what a hub knows this kiosk by, where there is no network, and say the digits to compare."""
    public = own_key(paths.state_folder()).public
    try:
        file.write_bytes(asking(public, name=name))
    except OSError as error:
        raise unwritable(file, error) from error
    messages = words()
    click.echo(messages.gettext("Take this file to the hub. Its digits are to be the same there:"))
    click.echo(fingerprint(public))


@command("join")
@argument("file", type=OLD_FILE)
@option(
    "--digits", default="", help="The hub’s thirty-two digits, as its operator reads them; asked for when left out."
)
def join_command(file: Path, digits: str) -> None:
    """Enrol this kiosk with the FILE that the hub’s operator brought, once the hub’s digits have been compared."""
    messages = words()
    try:
        with file.open("rb") as opened:
            untrusted = opened.read(LARGEST_ANSWER + 1)
    except OSError as error:
        raise unreadable(file, error) from error
    typed = digits or ask(messages.gettext("The digits of the hub, as its operator reads them"))
    hub = enrol_from_file(paths.state_folder(), untrusted, typed)
    _told(messages, hub)


@command("to-stick")
@argument("stick", type=OLD_FOLDER)
def to_stick_command(stick: Path) -> None:
    """Put what waits onto the stick at STICK, sealed to the hub. It waits on until the hub’s word is brought back."""
    folder = paths.state_folder()
    messages = words()
    health = health_of(load(paths.config_file()), folder)
    with _carrying(messages):
        files = write_stick_file(folder / STATE_FILE, folder, stick, datetime.now(UTC), health)
    told = messages.ngettext(
        "{count} file is on the stick. Take it to the hub, and bring it back.",
        "{count} files are on the stick. Take it to the hub, and bring it back.",
        len(files),
    )
    click.echo(told.format(count=number(messages, len(files))))


@command("from-stick")
@argument("stick", type=OLD_FOLDER)
def from_stick_command(stick: Path) -> None:
    """Read the hub’s word from the stick at STICK, and let go of what the hub has."""
    folder = paths.state_folder()
    messages = words()
    now = datetime.now(UTC)
    # What is logged would stand on the terminal too: the list of kiosks waits for the updates, as it should.
    logging.getLogger("kiosk").addHandler(logging.NullHandler())
    with _carrying(messages):
        came = read_receipts_file(folder / STATE_FILE, folder, stick, now)
    if came is None:
        click.echo(messages.gettext("There is nothing for this kiosk on the stick."))
        return
    deal_with_receipts(load(paths.config_file()), folder, _NoWayToTheHub(), now)
    if came.verdict is not Verdict.OK:
        click.echo(messages.gettext("The hub asks for everything once more: put it on a stick again."))
        return
    told = messages.ngettext(
        "The hub has {count} record more, and {left} wait.",
        "The hub has {count} records more, and {left} wait.",
        came.sent,
    )
    click.echo(told.format(count=number(messages, came.sent), left=number(messages, came.left)))


@command("new-key")
@option("--now", "at_once", is_flag=True, help="Use it as soon as the hub knows it: somebody may have the one in use.")
def new_key_command(at_once: bool) -> None:
    """Make another key for this kiosk, to be used thirty days after the hub knows it: other offices know it by then."""
    folder = paths.state_folder()
    public = announce_next_key(folder / STATE_FILE, folder, datetime.now(UTC), at_once=at_once)
    messages = words()
    told = (
        messages.gettext(
            "The hub hears of the new key with the next exchange, and it is used from then on. "
            "Offices that have not heard of it take this kiosk’s slips for altered until they have."
        )
        if at_once
        else messages.gettext(
            "The hub hears of the new key with the next exchange, and it is used thirty days later. "
            "If somebody may have the key in use, type it again with --now."
        )
    )
    click.echo(told)
    click.echo(messages.gettext("The digits of the new key:"))
    click.echo(fingerprint(public))


@contextmanager
def _carrying(messages: Messages) -> Iterator[None]:
    """Say what stands in the way of a stick, and that what waits is kept; its details in parentheses."""
    try:
        yield
    except ExchangeError as error:
        raise click.ClickException(f"{told_wording.why(messages, error)}\n({error})") from error


class _NoWayToTheHub:
    """A stick has no list of kiosks: it comes with the updates."""

    def kiosks(self) -> bytes:
        raise NotReachedError("a stick has no list of kiosks")

    def kiosk_changes(self, digest: bytes) -> bytes:
        raise NotReachedError("a stick has no list of kiosks")


def _told(messages: Messages, hub: KnownHub) -> None:
    told = messages.gettext("This kiosk is number {number} at the hub of {region}. The digits of the hub:")
    click.echo(told.format(number=number_of(hub.key_id), region=hub.region))
    click.echo(fingerprint(hub.public))
    root = trusting.trusted(updates_folder())
    if root is not None:
        click.echo(messages.gettext("It trusts the updates whose first root has these digits:"))
        click.echo(trusting.fingerprint(root))


HUB_COMMANDS = (
    enrol_command,
    card_command,
    join_command,
    to_stick_command,
    from_stick_command,
    new_key_command,
)
"""For the group `sync`."""
