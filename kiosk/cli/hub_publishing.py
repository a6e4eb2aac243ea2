"""`guichet hub publish, publish-decided, resign, export-usb`: editions of the catalogue, signed for kiosks.

Where the repository, the keys and the region are left out, they are those of hub.toml.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.hub_keys import (
    content_of,
    init_command,
    keys_of,
    keys_options,
    now,
    repository_of,
    repository_option,
    rotate_command,
    sure_option,
)
from kiosk.cli.hub_named import hub_installed, hub_of
from kiosk.cli.spoken import FOLDER, OLD_FILE, argument, command, option
from kiosk.cli.tongue import SaidError, words
from kiosk.languages import Messages
from kiosk.languages.formats import number

if TYPE_CHECKING:
    from kiosk.hub.store.statements import Store


@command("publish")
@argument("catalogue", type=OLD_FILE)
@repository_option
@keys_options
@option("--region", help="Whose catalogue it is, such as ns; that of hub.toml when left out.")
@option("--decided", type=OLD_FILE, help="Corrections that stewards decided, in place of those of the hub.")
@option("--min-app", metavar="VERSION", help="The oldest Guichet that can use this edition.")
@sure_option
@click.pass_context
def publish_command(
    ctx: click.Context,
    catalogue: Path,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    region: str | None,
    decided: Path | None,
    min_app: str | None,
    sure: bool,
) -> None:
    """Publish the CATALOGUE, a catalogue.db, as the newest edition, with what stewards decided at this hub."""
    from kiosk.hub.publishing.editions import MIN_APP, NewEdition, publish

    new = NewEdition(
        catalogue_db=catalogue,
        region=region or hub_of(ctx).settings.region,
        decided=content_of(decided) if decided else _decided(ctx),
        min_app=min_app or MIN_APP,
    )
    keys = keys_of(ctx, folders, passphrase_file)
    published = publish(repository_of(ctx, repository), keys, new, now(), sure=sure)
    messages = words()
    whole = messages.gettext("{region}: edition {version} of {day}, {size} bytes whole")
    click.echo(
        whole.format(
            region=published.region,
            version=published.version,
            day=published.day,
            size=number(messages, published.whole),
        )
    )
    for version, size in sorted(published.deltas.items(), reverse=True):
        since = messages.gettext("from edition {version}: {size} bytes")
        click.echo("  " + since.format(version=version, size=number(messages, size)))


@command("publish-decided")
@repository_option
@keys_options
@option("--region", help="Whose corrections they are, such as ns; that of hub.toml when left out.")
@sure_option
@click.pass_context
def publish_decided_command(
    ctx: click.Context,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    region: str | None,
    sure: bool,
) -> None:
    """Publish what stewards decided at this hub of flags and corrections, without waiting for an edition."""
    from kiosk.hub.publishing.editions import publish_decided

    decided = _decided(ctx)
    if decided is None:
        raise SaidError(words().gettext("this hub has no database yet, so nothing was decided at it"))
    region = region or hub_of(ctx).settings.region
    keys = keys_of(ctx, folders, passphrase_file)
    publish_decided(repository_of(ctx, repository), keys, region, now(), decided, sure=sure)
    click.echo(words().gettext("{region}: what was decided is published").format(region=region))


@command("resign")
@repository_option
@keys_options
@sure_option
@click.pass_context
def resign_command(
    ctx: click.Context,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    sure: bool,
) -> None:
    """Sign the timestamp again, as a machine does every day, and this hub’s list of kiosks where it has changed.

    Says for how many days every signature is good, and what a person should sign soon.
    """
    from kiosk.hub.publishing.resigning import resign

    keys = keys_of(ctx, folders, passphrase_file)
    resigned = resign(repository_of(ctx, repository), keys, now(), _kiosks(ctx), sure=sure)
    messages = words()
    click.echo(", ".join(_good_for(messages, role, days) for role, days in sorted(resigned.left.items())))
    for role in resigned.soon:
        soon = messages.gettext("{role} should be signed soon: {command}")
        click.echo(soon.format(role=role, command=_remedy(messages, role)), err=True)


@command("export-usb")
@argument("stick", type=FOLDER)
@repository_option
@click.pass_context
def export_usb_command(ctx: click.Context, stick: Path, repository: Path | None) -> None:
    """Put the newest editions on the stick at STICK, in a folder guichet, and read them back as a kiosk does."""
    from kiosk.hub.publishing.stick import export_usb

    exported = export_usb(repository_of(ctx, repository), stick, now())
    messages = words()
    written = messages.ngettext(
        "{count} file, {size} bytes, written and read back: {stick} can be unmounted",
        "{count} files, {size} bytes, written and read back: {stick} can be unmounted",
        exported.files,
    )
    click.echo(
        written.format(count=number(messages, exported.files), size=number(messages, exported.size), stick=stick)
    )


PUBLISHING_COMMANDS = (
    init_command,
    publish_command,
    publish_decided_command,
    resign_command,
    rotate_command,
    export_usb_command,
)
"""What `guichet hub` gets from here."""


def _decided(ctx: click.Context) -> bytes | None:
    """What stewards decided at this hub; None where it has no database."""
    from kiosk.hub.store.deciding import decided_file

    return _of_store(ctx, decided_file)


def _kiosks(ctx: click.Context) -> bytes | None:
    """The kiosks that are enrolled at this hub; None where it has no database."""
    from kiosk.hub.store.kiosks import key_list

    return _of_store(ctx, key_list)


def _of_store(ctx: click.Context, ask: "Callable[[Store], bytes]") -> bytes | None:
    from kiosk.hub.store.opening import open_store

    hub = hub_of(ctx)
    if not hub.database_address and not hub.database_file.exists():
        return None
    with hub_installed():
        store = open_store(hub)
    try:
        return ask(store)
    finally:
        store.close()


def _good_for(messages: Messages, role: str, days: int) -> str:
    told = messages.ngettext("{role} {count} day", "{role} {count} days", days)
    return told.format(role=role, count=number(messages, days))


def _remedy(messages: Messages, role: str) -> str:
    match role:
        case "catalogue":
            return messages.gettext("publish an edition, or guichet hub rotate-keys catalogue --renew")
        case "snapshot" | "timestamp":
            return "guichet hub resign"
        case _:
            return f"guichet hub rotate-keys {role} --renew"
