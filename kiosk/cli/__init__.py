"""`guichet`: the programs of a kiosk, one file a command, each loaded when it is asked for."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kiosk.errors import KioskError

_COMMANDS = {
    "catalogue": "catalogue_group",
    "doctor": "doctor_command",
    "find": "find_command",
    "plan": "plan_command",
    "read": "read_command",
    "slip": "slip_command",
    "tour": "tour_command",
}


class Programs(click.Group):
    """Finds a command in the module of its name; what the world does wrong is one sentence on standard error."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in alphabetical order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, loaded now; None when there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kiosk.cli.{cmd_name}"), _COMMANDS[cmd_name])
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a `KioskError` becomes its sentence and a non-zero exit status."""
        try:
            return super().invoke(ctx)
        except KioskError as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=Programs, invoke_without_command=True)
@click.option("--config", "file", type=click.Path(path_type=Path), help="The configuration to read: a TOML file.")
@click.option("--window", is_flag=True, help="Open a small window, not the whole screen.")
@click.version_option(package_name="guichet", message="Guichet %(version)s")
@click.pass_context
def main(context: click.Context, file: Path | None, window: bool) -> None:
    """Open the kiosk, or run one of its other programs."""
    if file is not None:
        _name_configuration(file)
    if context.invoked_subcommand is None:
        from kiosk.cli.opening import open_kiosk

        context.exit(open_kiosk(windowed=window))


def _name_configuration(file: Path) -> None:
    import os

    if not file.is_file():
        raise click.ClickException(f"there is no configuration {file}")
    os.environ["GUICHET_CONFIG"] = str(file)
