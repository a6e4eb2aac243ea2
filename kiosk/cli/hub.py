"""`guichet hub`: what an operator runs for a fleet of kiosks."""

import logging
from pathlib import Path

import click

from kiosk.cli.hub_operators import operator_group
from kiosk.cli.hub_publishing import PUBLISHING_COMMANDS
from kiosk.cli.hub_running import RUNNING_COMMANDS
from kiosk.cli.spoken import FILE, group, option


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
