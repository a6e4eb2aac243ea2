"""`guichet sync`: bring this kiosk up to date and tell its hub what was done, once and now; say how it stands."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.catalogue.editions import catalogue_in_use, installed, updates_folder, version_of
from kiosk.cli.asking import agree
from kiosk.cli.refusals import unreadable
from kiosk.cli.spoken import OLD_FILE, argument, group, option
from kiosk.cli.sync_hub import HUB_COMMANDS
from kiosk.cli.tongue import SaidError, words
from kiosk.config import Config, load
from kiosk.languages import Messages
from kiosk.languages.formats import number, plain_date
from kiosk.referral.issuing import STATE_FILE
from kiosk.sync.exchange import wording as told_wording
from kiosk.sync.exchange.errors import ExchangeError
from kiosk.sync.exchange.rotating import days_until_used
from kiosk.sync.telling import tell_hub
from kiosk.sync.updates import wording
from kiosk.sync.updates.last import Last, read_last
from kiosk.sync.updates.outcomes import Refused, Unreachable
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.trusting import fingerprint, read_root, trust, trusted
from kiosk.sync.updates.updating import source_of, update

EXITS: Mapping[Reason, int] = {
    Reason.UNREACHABLE: 10,
    Reason.PORTAL: 11,
    Reason.CERTIFICATE: 12,
    Reason.NO_REPOSITORY: 13,
    Reason.NOT_TRUSTED: 14,
    Reason.OLDER: 20,
    Reason.EXPIRED: 21,
    Reason.UNSIGNED: 22,
    Reason.MIXED: 23,
    Reason.ALTERED: 24,
    Reason.TOO_LONG: 25,
    Reason.NOT_WHOLE: 26,
    Reason.NOT_A_FILE: 27,
    Reason.NO_REGION: 28,
    Reason.OTHER_PROGRAM: 29,
    Reason.UNREADABLE: 30,
    Reason.DISK_FULL: 31,
    Reason.NOT_WRITTEN: 32,
    Reason.BUSY: 33,
}
"""What `guichet sync` ends with where the way down failed; docs/staying-current.md tells operators the same."""

EXIT_UP = 40
"""What it ends with where only the way up failed."""


@group("sync", invoke_without_command=True)
@option("--from", "place", metavar="PLACE", help="A folder, such as a stick’s, or an address to update from.")
@click.pass_context
def sync_group(ctx: click.Context, place: str | None) -> None:
    """Bring this kiosk up to date and tell its hub what was done, once and now; docs/staying-current.md."""
    if ctx.invoked_subcommand is not None:
        return
    messages = words()
    config = load(paths.config_file())
    updates = place if place is not None else config.sync.updates
    hub = config.sync.hub if place is None else ""
    if not updates and not hub:
        raise SaidError(
            messages.gettext("nothing is set: name updates or hub in the section [sync] of the configuration")
        )
    # What is logged would stand on the terminal as well, beside the sentence that says it better.
    logging.getLogger("kiosk").addHandler(logging.NullHandler())
    down = _down(messages, config, updates) if updates else 0
    up = _up(messages, config) if hub else 0
    ctx.exit(down or up)


@sync_group.command("trust")
@argument("file", metavar="ROOT.json", type=OLD_FILE)
@option("--yes", "sure", is_flag=True, help="Do not ask first.")
def trust_command(file: Path, sure: bool) -> None:
    """Trust the updates of whoever made ROOT.json, and nobody else’s, once its digits have been compared."""
    messages = words()
    try:
        root = file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from error
    read_root(root)
    click.echo(fingerprint(root))
    if not sure:
        agree(messages.gettext("Did whoever publishes the updates read you these very digits?"))
    trust(updates_folder(), root)
    click.echo(messages.gettext("This kiosk trusts these updates from now on."))


@sync_group.command("status")
@option("--json", "as_json", is_flag=True, help="For programs.")
def status_command(as_json: bool) -> None:
    """Say which edition is in use, whose updates are trusted, and how the last attempt went."""
    messages = words()
    config = load(paths.config_file())
    folder = updates_folder()
    last, root, edition = read_last(folder), trusted(folder), installed(folder)
    key_in_days = days_until_used(paths.state_folder())
    in_use = catalogue_in_use(config.catalogue)
    if as_json:
        told = {
            "edition": version_of(in_use),
            "catalogue": str(in_use),
            "installed": edition.version if edition else None,
            "trusts": fingerprint(root) if root else None,
            "last": _plain(last),
            "next_key_in_days": key_in_days,
        }
        click.echo(json.dumps(told, indent=1))
        return
    click.echo(messages.gettext("Edition {version} of the catalogue is in use.").format(version=version_of(in_use)))
    click.echo(
        messages.gettext("Updates are trusted from: {digits}").format(digits=fingerprint(root))
        if root
        else wording.refusal(messages, Reason.NOT_TRUSTED)
    )
    for line in _of_last(messages, last, config):
        click.echo(line)
    if key_in_days is not None:
        click.echo(_of_key(messages, key_in_days))


for hub_command in HUB_COMMANDS:
    sync_group.add_command(hub_command)


def _down(messages: Messages, config: Config, updates: str) -> int:
    now = datetime.now(UTC)
    outcome = update(source_of(updates), updates_folder(), config, now, state_file=paths.state_folder() / STATE_FILE)
    failed = isinstance(outcome, Refused | Unreachable)
    click.echo(wording.told(messages, outcome, now.astimezone(config.site.zone).date()), err=failed)
    for aside in wording.asides(messages, outcome):
        click.echo(aside, err=True)
    if isinstance(outcome, Refused | Unreachable):
        click.echo(f"({outcome.reason}: {outcome.detail})", err=True)
        return EXITS[outcome.reason]
    return 0


def _up(messages: Messages, config: Config) -> int:
    try:
        told = tell_hub(config, paths.state_folder(), datetime.now(UTC))
    except ExchangeError as error:
        click.echo(told_wording.why(messages, error), err=True)
        click.echo(f"({error.code}: {error})", err=True)
        return EXIT_UP
    click.echo(told_wording.told(messages, told.sent, told.left))
    return 0


def _of_last(messages: Messages, last: Last | None, config: Config) -> list[str]:
    if last is None:
        return [messages.gettext("Nobody has looked for updates yet.")]
    zone = config.site.zone
    at = last.at.astimezone(zone).date()
    day = plain_date(messages, at, at)
    lines = [messages.gettext("The last look for updates was on {date}.").format(date=day)]
    if last.reason is not None:
        if last.reason is not Reason.NOT_TRUSTED:  # whether that still holds was said above
            lines.append(wording.refusal(messages, last.reason))
        if last.went_well is not None:
            well = last.went_well.astimezone(zone).date()
            lines.append(messages.gettext("It last went well on {date}.").format(date=plain_date(messages, well, at)))
    if last.clock_is_wrong:
        lines.append(wording.clock_is_wrong(messages))
    return lines


def _of_key(messages: Messages, in_days: int) -> str:
    if not in_days:
        return messages.gettext("Another key of this kiosk waits: it is used from the next exchange with the hub on.")
    told = messages.ngettext(
        "Another key of this kiosk waits: by the hub’s clock, it is used in {count} day.",
        "Another key of this kiosk waits: by the hub’s clock, it is used in {count} days.",
        in_days,
    )
    return told.format(count=number(messages, in_days))


def _plain(last: Last | None) -> dict[str, object] | None:
    if last is None:
        return None
    return {
        "at": last.at.isoformat(),
        "reason": last.reason,
        "went_well": last.went_well.isoformat() if last.went_well else None,
        "clock_is_wrong": last.clock_is_wrong,
    }
