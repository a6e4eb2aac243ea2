"""Which commands there are, and what they share: each is loaded when it is called, and a refusal is one sentence."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from kiosk.cli.click_words import VERSION
from kiosk.cli.refusals import telling
from kiosk.cli.spoken import SpokenGroup, SpokenOption, option
from kiosk.cli.tongue import of_this_machine, speak, terminal, words

COMMANDS: Mapping[str, str] = {
    "find": "kiosk.cli.find:find_command",
    "plan": "kiosk.cli.plan:plan_command",
    "slip": "kiosk.cli.slip:slip_command",
    "read": "kiosk.cli.read:read_command",
    "counter": "kiosk.cli.counter:counter_group",
    "staff": "kiosk.cli.staff:staff_group",
    "audit": "kiosk.cli.audit:audit_group",
    "corrections": "kiosk.cli.corrections:corrections_group",
    "web": "kiosk.cli.web:web_group",
    "catalogue": "kiosk.cli.catalogue:catalogue_group",
    "sync": "kiosk.cli.sync:sync_group",
    "hub": "kiosk.cli.hub:hub_group",
    "tour": "kiosk.cli.tour:tour_command",
    "doctor": "kiosk.cli.doctor:doctor_command",
    "closed": "kiosk.cli.closed:closed_command",
}
"""Each command's name, and where it is."""


class LateGroup(SpokenGroup):
    """Loads a command when it is called, so that the kiosk starts without what only other commands need.

    What the world does wrong, and what cannot be read on the command line, is told in one sentence on standard error,
    in the language of the terminal.
    """

    def main(self, *args: Any, **extra: Any) -> Any:
        """Do what the command line says; ends the program unless `extra` says otherwise."""
        with terminal():
            return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, loaded now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with; a name that is none is told with the nearest that is."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            nearest = get_close_matches(args[0], COMMANDS, n=1, cutoff=0.0)[0]
            told = words().gettext("there is no command {name}: did you mean {nearest}?")
            raise click.UsageError(told.format(name=repr(args[0]), nearest=nearest))
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options of `guichet` itself."""
        with _in_one_sentence():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _in_one_sentence():
            return super().invoke(ctx)


@click.group("guichet", cls=LateGroup, invoke_without_command=True)
@option("--config", "config_file", metavar="FILE", help="The configuration to read in place of the usual one.")
@option("--window", "windowed", is_flag=True, help="Open the kiosk in a small window, not over the whole screen.")
@click.version_option(package_name="guichet", message="guichet %(version)s", cls=SpokenOption, help=VERSION)
@click.pass_context
def main(ctx: click.Context, config_file: str | None, windowed: bool) -> None:
    """Open the kiosk, or do what COMMAND says."""
    if config_file is not None:
        _use_configuration(ctx, Path(config_file))
        if ctx.get_parameter_source("lang") is not ParameterSource.COMMANDLINE:
            speak(of_this_machine())
    if ctx.invoked_subcommand is None:
        from kiosk.cli.open import open_kiosk

        ctx.exit(open_kiosk(windowed))


def _use_configuration(ctx: click.Context, file: Path) -> None:
    """Have every command, and every program that it starts, read `file`."""
    if not file.is_file():
        raise click.ClickException(words().gettext("there is no configuration file {file}").format(file=file))
    before = os.environ.get("GUICHET_CONFIG")
    os.environ["GUICHET_CONFIG"] = str(file)
    ctx.call_on_close(lambda: _put_back(before))


def _put_back(before: str | None) -> None:
    if before is None:
        del os.environ["GUICHET_CONFIG"]
    else:
        os.environ["GUICHET_CONFIG"] = before


@contextmanager
def _in_one_sentence() -> Iterator[None]:
    """Tell what the block cannot do, without the lines about usage that click puts before it."""
    try:
        with telling():
            yield
    except click.UsageError as error:
        error.ctx = None
        raise
