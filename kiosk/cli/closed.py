"""`guichet closed`: the screen of a kiosk whose configuration cannot be used, until it can."""

from typing import TYPE_CHECKING

import click

from kiosk import paths
from kiosk.cli.open import say_no_display, see_to_display
from kiosk.cli.refusals import refusal
from kiosk.cli.spoken import command
from kiosk.cli.tongue import SPOKEN, of_this_machine, words_in
from kiosk.config import load
from kiosk.errors import KioskError
from kiosk.languages.marks import N_

if TYPE_CHECKING:
    from kiosk.languages import Messages

_HAPPENED = N_("This kiosk is closed.")
_ADVICE = N_("Ask at the desk, or phone 211: somebody answers day and night. In danger, call 911.")
_FAULT = N_("For whoever keeps this kiosk: {fault}")


@command("closed")
@click.pass_context
def closed_command(ctx: click.Context) -> None:
    """Show that the kiosk is closed, for as long as its configuration cannot be used; nothing when it can.

    The session of the Debian package runs this when the kiosk has ended, and starts the kiosk again after it.
    """
    fault = _fault()
    if fault is None:
        return
    see_to_display()
    from kiosk.app import show_closed

    first = of_this_machine()
    languages = sorted(SPOKEN, key=lambda each: each != first)
    notices = [_notice(words_in(language), fault) for language in languages]
    ctx.exit(show_closed(notices, first, lambda: _fault() is None, say_no_display))


def _notice(messages: "Messages", fault: KioskError) -> tuple[str, str, str]:
    told = messages.gettext(_FAULT).format(fault=refusal(messages, fault))
    return messages.gettext(_HAPPENED), messages.gettext(_ADVICE), told


def _fault() -> KioskError | None:
    """Why the configuration cannot be used; None when it can."""
    try:
        load(paths.config_file())
    except KioskError as error:
        return error
    return None
