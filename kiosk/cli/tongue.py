"""In which language the terminal is spoken to, and its words.

Said with `--lang` before the command; else by the configuration, where it names languages; else by the environment, as
gettext reads it; else English. It is kept where gettext looks for it, so that click and we cannot differ.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.languages.known import OFFICE_LANGUAGES

if TYPE_CHECKING:
    from kiosk.languages import Messages

SPOKEN = OFFICE_LANGUAGES
"""The languages that the command line speaks."""

_ENGLISH, _FRENCH = "en", "fr"


class SaidError(KioskError):
    """What stands in the way is told in the language of the terminal already."""

    code = "said"


class OptionError(SaidError):
    """An option of a command says something that cannot be."""

    code = "option"


@contextmanager
def terminal() -> Iterator[None]:
    """Speak within the block as this machine wants it; afterwards whatever was spoken before is again."""
    from kiosk.languages.terminal import gettext_as_before

    with gettext_as_before():
        speak(of_this_machine())
        yield


def speak(language: str) -> None:
    """Speak `language`, one of `SPOKEN`, to the terminal from now on."""
    from kiosk.languages.terminal import speak as speak_to_gettext

    speak_to_gettext(language)


def spoken() -> str:
    """The language of the terminal, one of `SPOKEN`."""
    from kiosk.languages.terminal import asked_of

    return asked_of(os.environ, SPOKEN) or _ENGLISH


def words() -> "Messages":
    """The words of the terminal, in its language."""
    return words_in(spoken())


def words_in(language: str) -> "Messages":
    """The words of the terminal in `language`, for a command whose answer has a `--lang` of its own."""
    from kiosk.languages.terminal import terminal_words

    return terminal_words(language)


def in_all(message: str, first: str) -> str:
    """`message` in every language of the terminal, a line each, `first` before the others.

    For a start that fails, when whoever reads it may not be who set the machine up.
    """
    return "\n".join(words_in(language).gettext(message) for language in sorted(SPOKEN, key=lambda each: each != first))


def of_this_machine() -> str:
    """What is spoken where nobody says anything else."""
    from kiosk import paths

    return _configured(paths.config_file()) or spoken()


def _configured(file: Path) -> str | None:
    """The first language that the configuration names and that is spoken here; None where it names none.

    One that cannot be read names none: whoever reads it for its own sake says what is wrong with it.
    """
    try:
        content = file.read_text("utf-8")
        import tomllib  # most commands are typed where no configuration is

        site = tomllib.loads(content)["site"]
        named = [language for language in site.get("languages", ()) if language in SPOKEN]
        french_first = site.get("profile") == "qc"
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return _FRENCH if french_first else next(iter(named), None)


def language_named(untrusted: str, offered: Sequence[str] = SPOKEN) -> str:
    """One of `offered`, in the order the command offers them. Raises `OptionError`."""
    if untrusted not in offered:
        refused = words().gettext("{language} is not a language of the catalogue: use {languages}")
        raise OptionError(refused.format(language=repr(untrusted), languages=one_of(offered)))
    return untrusted


def one_of(names: Sequence[str]) -> str:
    """`names` to choose from, in words."""
    if len(names) < 2:
        return "".join(names)
    return words().gettext("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])
