"""`guichet counter backup` and `restore`: a copy of what the counter keeps, without the keys of cases, and back."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.asking import agree
from kiosk.cli.spoken import FILE, OLD_FILE, argument, command, option
from kiosk.cli.tongue import words
from kiosk.config import load
from kiosk.counter import anchor
from kiosk.counter.calling.calls import CounterError, Reply, Request
from kiosk.counter.calling.line import SOCKET_FILE
from kiosk.counter.calling.listening import Listener
from kiosk.counter.cases.cabinet import KEYS_FILE, Cabinet, open_keys
from kiosk.counter.cases.day import Today
from kiosk.counter.cases.erasing import sweep
from kiosk.counter.cases.saving import back_up, restore
from kiosk.counter.staff import this_machine
from kiosk.counter.tables import MIGRATIONS
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state


@command("backup")
@argument("file", type=FILE)
def backup_command(file: Path) -> None:
    """Copy what the counter keeps into a new FILE; the counter may stay open. The keys of cases are left out."""
    messages = words()
    with closing(open_state(paths.state_folder() / STATE_FILE, MIGRATIONS)) as state:
        back_up(state, file)
    click.echo(
        messages.gettext("Copied to {file}. The keys of cases stay in {keys}, on this machine only.").format(
            file=file, keys=KEYS_FILE
        )
    )


@command("restore")
@argument("file", type=OLD_FILE)
@option("--yes", "sure", is_flag=True, help="Do not ask first.")
def restore_command(file: Path, sure: bool) -> None:
    """Put the copy in FILE in place of what the counter keeps now; the counter must be closed.

    Cases that were erased since are erased again. Make a backup of what is there now first.
    """
    messages = words()
    folder = paths.state_folder()
    if not sure:
        agree(messages.gettext("Replace everything that this counter keeps by what is in the copy?"))
    listener = Listener(_nobody, folder / SOCKET_FILE)  # a counter that is open is not to lose what it stands on
    listener.start()
    try:
        with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
            restore(file, state, MIGRATIONS)
        _go_on_with_the_audit(folder)
        again = _erase_again(folder)
    finally:
        listener.close()
    click.echo(messages.gettext("What was in {file} is back.").format(file=file))
    if again:
        click.echo(
            messages.ngettext(
                "{count} case in it was erased since, and was erased again.",
                "{count} cases in it were erased since, and were erased again.",
                again,
            ).format(count=again)
        )


def _erase_again(folder: Path) -> int:
    """Erase what a destroyed key says is to be erased; nothing for its date, which is the counter's to reckon."""
    now = datetime.now(load(paths.config_file()).site.zone)
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        return sweep(Cabinet(state, keys), Today(now.date(), certain=False), now)


def _go_on_with_the_audit(folder: Path) -> None:
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        anchor.begin_again(state, folder, this_machine(folder).secret, at=datetime.now(UTC))


def _nobody(_request: Request) -> Reply:
    """No kiosk is answered meanwhile."""
    raise CounterError("the counter is being restored")
