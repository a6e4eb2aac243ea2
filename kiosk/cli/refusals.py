"""What stands in the way of a command, said in the language of the terminal by the code of the error."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kiosk.cli.tongue import SaidError, words
from kiosk.errors import KioskError
from kiosk.languages.marks import N_

if TYPE_CHECKING:
    from kiosk.languages import Messages

_ENGLISH = "en"

_REFUSALS = {
    "backup_exists": N_("There is a file of that name already. A copy replaces nothing."),
    "config": N_("The settings of the hub cannot be used. Correct the file, then try again."),
    "disk_full": N_("There is no room on the disk. Make room, then try again."),
    "edition_refused": N_("This cannot be published. Kiosks read what they read before."),
    "enrol_code_malformed": N_("A code has sixteen letters and digits, such as 7K3F-9XD2-M4PQ-8RTV."),
    "enrol_not_proven": N_("The answer is not proven: it was changed on its way, or is not for this kiosk."),
    "exchange_signer_unknown": N_("No kiosk of this hub signed that, or it was altered since."),
    "exchange_too_large": N_("That is larger than anything a kiosk sends."),
    "exchange_unreadable": N_("That is not what a kiosk writes, or it was damaged on its way."),
    "fingerprint_differs": N_("The digits are others than those of the file. Nobody was enrolled."),
    "given_file": N_("A file that was named cannot be used."),
    "hub_address": N_("The hub cannot listen at the address of its settings."),
    "hub_unknown_kiosk": N_(
        "The hub does not take this code. It is wrong, over, or was used by another kiosk:"
        " ask its operator for another."
    ),
    "hub_unreachable": N_("The hub cannot be reached just now. Nothing was changed."),
    "hub_missing": N_("A hub needs more than a kiosk, and it is not installed here."),
    "key_damaged": N_("A key of this hub is damaged. Put it back from its copy: it is never replaced."),
    "no_such_kiosk": N_("No kiosk has this id. Look at the list: guichet hub kiosks"),
    "operator_last": N_("The last operator stays. Add another one first."),
    "operator_name": N_("An operator cannot be called that."),
    "operator_taken": N_("There is an operator with this name already."),
    "operator_unknown": N_("There is no operator with this name. Look at the list: guichet hub operator list"),
    "passphrase": N_("This passphrase is not good enough. Take twelve characters or more."),
    "publishing_clock": N_("The clock of this machine cannot be right. Set it; where it is right, add --sure."),
    "publishing_keys": N_("A key is missing, locked, or not one that may sign this. Nothing was changed."),
    "publishing_not_written": N_("It could not be written. Kiosks read what they read before."),
    "repository_broken": N_("The repository is damaged. Put it back from a copy before anything is published."),
    "state_unusable": N_("A file of the hub cannot be used. Nothing was changed."),
    "stick_unusable": N_("The stick cannot be read, or cannot be written."),
    "sync_other_root": N_("This kiosk trusts the updates of somebody else. Nothing was changed."),
    "sync_root": N_("The hub’s updates are not signed as they should be. Nothing was changed."),
    "store_unavailable": N_("The database of the hub cannot be used just now. Nothing was changed."),
    "too_often": N_("This kiosk has sent too much at once. Take the stick again in a minute."),
}

_OPAQUE = frozenset({"hub_unknown_kiosk", "hub_unreachable"})
"""What the network says of these tells nobody what to do, in English either."""


def problem(messages: "Messages", code: str) -> str:
    """What was wrong with one of several, by its code; the code itself where there are no words for it."""
    return messages.gettext(_REFUSALS[code]) if code in _REFUSALS else code


@contextmanager
def telling() -> Iterator[None]:
    """Tell what stands in the way of the block in the language of the terminal.

    Errors tell whoever keeps the machine more, in English: that is all that English says, and stands in parentheses
    after another language's sentence.
    """
    try:
        yield
    except KioskError as error:
        raise click.ClickException(refusal(words(), error)) from error


def refusal(messages: "Messages", error: KioskError) -> str:
    """What stands in the way, in the language of `messages`."""
    known = error.code in _REFUSALS and not isinstance(error, SaidError)
    if not known or (messages.language == _ENGLISH and error.code not in _OPAQUE):
        return str(error)
    return f"{problem(messages, error.code)}\n({error})"
