"""`guichet hub operator`: who may use the operator's page, decided by whoever keeps the hub's machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from kiosk.cli.asking import ask
from kiosk.cli.hub_named import hub_installed, hub_of
from kiosk.cli.spoken import argument, group
from kiosk.cli.tongue import SaidError, words

if TYPE_CHECKING:
    from kiosk.hub.store.statements import Store


@group("operator")
def operator_group() -> None:
    """Who may sign in to the operator’s page; docs/hub.md."""


@operator_group.command("add")
@argument("name")
@click.pass_context
def add_command(ctx: click.Context, name: str) -> None:
    """Let NAME sign in: asks for a passphrase twice. For somebody who is known already, give them another one."""
    with _store(ctx) as store:
        from kiosk.hub.pages import operators
        from kiosk.hub.pages.passphrases import stretched

        messages = words()
        asked = messages.gettext("Passphrase for {name}").format(name=name)
        passphrase = ask(asked, hidden=True, twice=True)
        known = operators.named(store, name)
        if known is None:
            operators.add(store, stretched, name, passphrase, by="", at=_now())
            click.echo(messages.gettext("{name} can sign in").format(name=name))
        else:
            operators.change_passphrase(store, stretched, known, passphrase, by="", at=_now())
            changed = messages.gettext("{name} has another passphrase, and is signed out everywhere")
            click.echo(changed.format(name=known.name))


@operator_group.command("remove")
@argument("name")
@click.pass_context
def remove_command(ctx: click.Context, name: str) -> None:
    """Let NAME sign in no more, and sign them out everywhere. The last operator stays."""
    with _store(ctx) as store:
        from kiosk.hub.pages import operators

        known = operators.named(store, name)
        if known is None:
            refused = words().gettext("there is no operator called {name}: guichet hub operator list")
            raise SaidError(refused.format(name=name))
        gone = operators.remove(store, known.id, by="", at=_now())
        click.echo(words().gettext("{name} can sign in no more").format(name=gone.name))


@operator_group.command("list")
@click.pass_context
def list_command(ctx: click.Context) -> None:
    """List who may sign in, and since when."""
    with _store(ctx) as store:
        from kiosk.hub.pages import operators

        everybody = operators.listed(store)
        for operator in everybody:
            since = datetime.fromtimestamp(operator.made_at, UTC).astimezone()
            told = words().gettext("{name}  since {moment}")
            click.echo(told.format(name=operator.name, moment=f"{since:%Y-%m-%d %H:%M}"))
        if not everybody:
            click.echo(words().gettext("nobody can sign in yet: guichet hub operator add NAME"))


@contextmanager
def _store(ctx: click.Context) -> Iterator["Store"]:
    """The store of the hub that the command is about."""
    hub = hub_of(ctx)
    with hub_installed():
        from kiosk.hub.pages.tables import MIGRATIONS
        from kiosk.hub.store.opening import open_store

        store = open_store(hub, MIGRATIONS)
    try:
        yield store
    finally:
        store.close()


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
