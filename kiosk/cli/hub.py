"""`guichet hub`: what an operator runs for a fleet of kiosks."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.hub_operators import operator_group
from kiosk.cli.hub_publishing import PUBLISHING_COMMANDS
from kiosk.cli.hub_running import RUNNING_COMMANDS
from kiosk.cli.spoken import FILE, group, option
from kiosk.cli.tongue import SaidError, words

if TYPE_CHECKING:
    from kiosk.hub.settings import Hub


class HubMissingError(SaidError):
    """This installation has not what only an operator needs."""

    code = "hub_missing"


@group("hub")
@option("--settings", type=FILE, metavar="FILE", help="The hub.toml to read.")
@click.pass_context
def hub_group(ctx: click.Context, settings: Path | None) -> None:
    """Run a hub: what kiosks report to, and where editions of the catalogue are signed; docs/hub.md."""
    ctx.obj = settings
    # Each try to reach a database that is away: whoever waits for it is told once, and why.
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)


hub_group.add_command(operator_group)
for each_command in (*RUNNING_COMMANDS, *PUBLISHING_COMMANDS):
    hub_group.add_command(each_command)


def hub_of(ctx: click.Context) -> "Hub":
    """The hub that the command is about. Raises `ConfigError`."""
    with hub_installed():
        from kiosk.hub.settings import load_hub

        return load_hub(ctx.find_object(Path))


@contextmanager
def hub_installed() -> Iterator[None]:
    """Import what only an operator installs in here. Raises `HubMissingError` where it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "kiosk":
            raise
        told = words().gettext("{part} is missing: a hub needs more than a kiosk. Install it with: {command}")
        raise HubMissingError(told.format(part=error.name, command="pip install 'guichet[hub]'")) from error
