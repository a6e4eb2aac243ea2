"""What stands in the way of a command, said in the language of the terminal by the code of the error."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.refusal_words import OPAQUE, REFUSALS
from kiosk.cli.tongue import SaidError, of_this_machine, words, words_in
from kiosk.errors import KioskError
from kiosk.languages.marks import N_
from kiosk.languages.sentences import SentenceError

if TYPE_CHECKING:
    from kiosk.languages import Messages

_ENGLISH = "en"
_ANYTHING = N_("This could not be done.")
_IN_BOTH = frozenset({"no_display"})
"""What is told in both languages at once."""

_REASONS = {
    errno.EACCES: N_("this account is not allowed to"),
    errno.EPERM: N_("this account is not allowed to"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("part of its path is no folder"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EIO: N_("the disk does not answer as it should"),
}


def problem(messages: "Messages", code: str) -> str:
    """What was wrong with one of several, by its code; the code itself where there are no words for it."""
    return messages.gettext(REFUSALS[code]) if code in REFUSALS else code


def unreadable(file: Path, error: OSError) -> SaidError:
    """That a file which was named cannot be read, and why."""
    told = words().gettext("{file} cannot be read: {problem}")
    return SaidError(told.format(file=file, problem=_reason(error)))


def unwritable(file: Path, error: OSError) -> SaidError:
    """That a file which was named cannot be written, and why."""
    told = words().gettext("{file} cannot be written: {problem}")
    return SaidError(told.format(file=file, problem=_reason(error)))


def _reason(error: OSError) -> str:
    """What the system says, in the language of the terminal where it is one of the usual reasons."""
    messages = words()
    usual = _REASONS.get(error.errno or 0)
    return str(error.strerror) if usual is None or messages.language == _ENGLISH else messages.gettext(usual)


@contextmanager
def telling() -> Iterator[None]:
    """Tell what stands in the way of the block in the language of the terminal.

    Errors tell whoever keeps the machine more: that is all that English says, and stands in parentheses after another
    language's sentence, in English too unless the error has a sentence.
    """
    try:
        yield
    except KioskError as error:
        raise click.ClickException(refusal(words(), error)) from error


def refused_at_start(error: KioskError) -> str:
    """Why the kiosk does not open, as a line on standard error: nothing has said yet what is spoken."""
    messages = words_in(of_this_machine())
    return messages.gettext("Error: {message}").format(message=refusal(messages, error))


def refusal(messages: "Messages", error: KioskError) -> str:
    """What stands in the way, in the language of `messages`."""
    if isinstance(error, SaidError) or error.code in _IN_BOTH:
        return str(error)
    if messages.language == _ENGLISH and error.code not in OPAQUE:
        return str(error)
    told = messages.gettext(REFUSALS.get(error.code, _ANYTHING))
    detail = error.what.said(messages) if isinstance(error, SentenceError) else error
    return f"{told}\n({detail})"
