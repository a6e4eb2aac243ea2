"""Which hub a command is about, and whether what a hub needs is installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.tongue import SaidError, words

if TYPE_CHECKING:
    from kiosk.hub.settings import Hub


class HubMissingError(SaidError):
    """This installation has not what only an operator needs."""

    code = "hub_missing"


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
