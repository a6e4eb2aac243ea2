"""`guichet hub serve` and what whoever keeps a hub does beside it: codes, kiosks, sticks, a copy and its way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.asking import agree, ask
from kiosk.cli.hub_named import hub_installed, hub_of
from kiosk.cli.refusals import problem, unreadable, unwritable
from kiosk.cli.spoken import FILE, OLD_FILE, OLD_FOLDER, WholeNumber, argument, command, option
from kiosk.cli.tongue import SaidError, words
from kiosk.languages import Messages
from kiosk.languages.formats import number

if TYPE_CHECKING:
    from kiosk.hub.settings import Hub
    from kiosk.hub.store.reading import KioskStanding
    from kiosk.hub.store.statements import Store

_NUMBER = WholeNumber(0, 2**32 - 1)


@command("serve")
@click.pass_context
def serve_command(ctx: click.Context) -> None:
    """Serve kiosks and the operator’s page until stopped; the address is in hub.toml."""
    with _store(ctx) as (hub, store):
        from kiosk.hub.service.serving import app_of, listening, serve

        app = app_of(hub, store)
        with listening(hub) as door:
            address = f"http://{hub.settings.listen}"
            click.echo(words().gettext("Serving at {address}").format(address=address))
            serve(hub, app, door)


@command("code")
@argument("name")
@option("--number", type=_NUMBER, default=0, help="The kiosk number of its configuration, where it has one.")
@click.pass_context
def code_command(ctx: click.Context, name: str, number: int) -> None:
    """Give a code with which one kiosk, to be called NAME, enrols within a day."""
    with _store(ctx) as (_, store):
        from kiosk.hub.store.kiosks import give_code

        code = give_code(store, _now(), name, number)
    click.echo(code)
    told = words().gettext("On the kiosk, within 24 hours: guichet sync enrol {code}")
    click.echo(told.format(code=code), err=True)


@command("kiosks")
@option("--revoke", "revoked", metavar="ID", help="Believe this kiosk no more.")
@option("--rename", "renamed", nargs=2, metavar="ID NAME", help="Call a kiosk something else.")
@option("--forget-keys", "bare", metavar="ID", help="Believe no slip that it signed with a key it has given up.")
@click.pass_context
def kiosks_command(ctx: click.Context, revoked: str | None, renamed: tuple[str, str] | None, bare: str | None) -> None:
    """List the kiosks: id, name, when each was last heard. Or revoke or rename one, or forget its former keys."""
    with _store(ctx) as (_, store):
        from kiosk.hub.store import kiosks, reading

        if revoked is not None:
            kiosks.revoke(store, _kid(words(), revoked), _now())
        if renamed is not None:
            kiosks.rename(store, _kid(words(), renamed[0]), renamed[1])
        if bare is not None:
            kiosks.forget_former_keys(store, _kid(words(), bare))
        for standing in reading.kiosks(store):
            click.echo("  ".join((standing.kid.hex(), standing.name, _told(words(), standing))))


@command("enrol")
@argument("asking", type=OLD_FILE)
@option("--answer", type=FILE, required=True, metavar="FILE", help="The file to write, for the kiosk.")
@option("--name", default="", help="What to call the kiosk; what its file says when left out.")
@option("--digits", default="", help="The kiosk’s thirty-two digits; asked for when left out.")
@click.pass_context
def enrol_command(ctx: click.Context, asking: Path, answer: Path, name: str, digits: str) -> None:
    """Enrol a kiosk that has no network, from the file ASKING that it has written."""
    from kiosk.sync.exchange import enrolling
    from kiosk.sync.exchange.answering import by_key
    from kiosk.sync.exchange.errors import FingerprintError
    from kiosk.sync.exchange.fingerprint import fingerprint, is_fingerprint

    with _store(ctx) as (hub, store):
        from kiosk.hub.service.desk import answer_to
        from kiosk.hub.service.keys import hub_keys
        from kiosk.hub.service.serving import at_work
        from kiosk.hub.store.kiosks import enrol_by_hand

        try:
            asked = enrolling.read_asking(asking.read_bytes())
        except OSError as error:
            raise unreadable(asking, error) from error
        digits = digits or ask(words().gettext("The digits that the kiosk shows"))
        if not is_fingerprint(digits, asked.public):
            raise FingerprintError("the key in the file has other digits: nobody was enrolled")
        keys = hub_keys(hub.keys_folder)
        known = enrol_by_hand(store, asked.public, name or asked.name, _now())
        told = by_key(answer_to(at_work(hub, store), known), asked.public, keys.signing.private)
        try:
            answer.write_bytes(told)
        except OSError as error:
            raise unwritable(answer, error) from error
    made = words().gettext("{file} is for the kiosk: guichet sync join. The digits of the hub: {digits}")
    click.echo(made.format(file=answer, digits=fingerprint(keys.signing.public)))


@command("stick")
@argument("folder", type=OLD_FOLDER)
@click.pass_context
def stick_command(ctx: click.Context, folder: Path) -> None:
    """Take what kiosks have written onto a stick, mounted at FOLDER, and leave the hub’s word for them on it."""
    with _store(ctx) as (hub, store):
        from kiosk.hub.service.keys import hub_keys
        from kiosk.hub.service.serving import at_work
        from kiosk.hub.service.sticks import take_stick

        outcomes = take_stick(at_work(hub, store), hub_keys(hub.keys_folder).sealing, folder)
    messages = words()
    for outcome in outcomes:
        came = problem(messages, outcome.problem) if outcome.problem else messages.gettext("taken")
        click.echo(f"{outcome.file.name}: {came}")
    taken = messages.ngettext("{taken} of {count} file was taken", "{taken} of {count} files were taken", len(outcomes))
    well = sum(not outcome.problem for outcome in outcomes)
    click.echo(taken.format(taken=number(messages, well), count=number(messages, len(outcomes))))
    if any(outcome.problem for outcome in outcomes):
        ctx.exit(1)


@command("backup")
@argument("copy", type=FILE)
@click.pass_context
def backup_command(ctx: click.Context, copy: Path) -> None:
    """Copy the store into a new file COPY; the hub may be running. The hub’s keys are not in it."""
    hub = _sqlite_hub(ctx)
    from kiosk.hub.store.saving import back_up

    back_up(hub.database_file, copy)
    told = words().gettext("Copied to {file}. Keep the keys in {folder} elsewhere: they are not in it.")
    click.echo(told.format(file=copy, folder=hub.keys_folder))


@command("restore")
@argument("copy", type=OLD_FILE)
@option("--yes", "sure", is_flag=True, help="Do not ask first.")
@click.pass_context
def restore_command(ctx: click.Context, copy: Path, sure: bool) -> None:
    """Put COPY in place of the store; the hub must be stopped. What came in since, kiosks send again."""
    hub = _sqlite_hub(ctx)
    from kiosk.hub.store.saving import restore

    _check_copy(copy)
    if not sure:
        asked = words().gettext("Replace {file} by what is in {copy}?")
        agree(asked.format(file=hub.database_file, copy=copy))
    restore(copy, hub.database_file)
    click.echo(words().gettext("Put back. Start the hub: kiosks send what it lacks by themselves."))


def _check_copy(copy: Path) -> None:
    """Raises `SaidError` for a file that is no whole copy of a store: nothing is asked or touched then."""
    from kiosk.hub.store.saving import check_whole
    from kiosk.hub.store.statements import StoreError

    try:
        check_whole(copy)
    except StoreError as error:
        told = words().gettext(
            "{file} is not a whole copy of a hub’s store, and the store was left as it is. Name a file that guichet hub"
            " backup has written."
        )
        raise SaidError(f"{told.format(file=copy)}\n({error})") from error


RUNNING_COMMANDS = (
    serve_command,
    code_command,
    kiosks_command,
    enrol_command,
    stick_command,
    backup_command,
    restore_command,
)


@contextmanager
def _store(ctx: click.Context) -> Iterator[tuple["Hub", "Store"]]:
    """The hub that the command is about, and its store."""
    hub = hub_of(ctx)
    with hub_installed():
        from kiosk.hub.service.serving import store_of
    with store_of(hub) as store:
        yield hub, store


def _sqlite_hub(ctx: click.Context) -> "Hub":
    hub = hub_of(ctx)
    if hub.database_address:
        told = words().gettext(
            "this hub’s store is in PostgreSQL, which has its own: pg_dump --format=custom, and pg_restore"
        )
        raise click.ClickException(told)
    return hub


def _kid(messages: Messages, untrusted: str) -> bytes:
    try:
        return bytes.fromhex(untrusted)
    except ValueError as error:
        told = messages.gettext("{id} is not the id of a kiosk such as 0a1b2c3d")
        raise click.ClickException(told.format(id=repr(untrusted))) from error


def _told(messages: Messages, standing: "KioskStanding") -> str:
    if standing.revoked is not None:
        return messages.gettext("revoked")
    if standing.condition is None:
        return messages.gettext("never heard")
    heard = datetime.fromtimestamp(standing.condition.contact, UTC).astimezone()
    return messages.gettext("last heard {moment}").format(moment=f"{heard:%Y-%m-%d %H:%M}")


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
