"""Commands and options whose help is in the language of the terminal; every command of `guichet` is made with these.

Help is written in English where the command is, as a docstring and `help=`. `scripts/messages.py` gathers it from there
paragraph by paragraph, and it is translated when it is shown: nothing is loaded for a command that is only carried out.
"""

import gettext
import inspect
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from kiosk.cli import click_words
from kiosk.cli.click_words import METAVARS
from kiosk.cli.tongue import language_named, speak, words

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_LANG = "--lang"
_METAVAR = re.compile(r"\b[A-Z]{2,}\b")
_CLAUSE_END = re.compile(r"\s*(?<!\.)[.:;](?=\s|$)")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each on one line: what is translated."""
    return [" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text).split("\n\n")]


def help_in_words(text: str) -> str:
    """A help text in the language of the terminal."""
    messages = words()
    return "\n\n".join(map(messages.gettext, paragraphs(text)))


def metavar_in_words(metavar: str) -> str:
    """FILE, NAME and the like, wherever they stand in `metavar`, in the language of the terminal."""
    messages = words()
    return _METAVAR.sub(lambda word: messages.gettext(METAVARS.get(word[0], word[0])), metavar)


class SpokenOption(click.Option):
    """An option whose help is in the language of the terminal."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        return metavar_in_words(super().make_metavar(ctx))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """How it is written, and what it is for."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], help_in_words(self.help) + record[1].removeprefix(self.help)


class SpokenArgument(click.Argument):
    """An argument whose name is in the language of the terminal."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Its name, as in a line of usage."""
        return metavar_in_words(super().make_metavar(ctx))

    @property
    def human_readable_name(self) -> str:
        """Its name, as in a refusal."""
        return metavar_in_words(super().human_readable_name)


class LanguageOption(SpokenOption):
    """`--lang` where it says in which language the terminal is spoken to, whatever stands before or after it."""

    def __init__(self) -> None:
        """The command itself is not told: it asks `tongue.words`."""
        super().__init__(
            [_LANG],
            metavar="en|fr",
            expose_value=False,
            help="The language of this terminal; that of the configuration or the environment when left out.",
        )


class SpokenCommand(click.Command):
    """A command whose help and refusals are in the language of the terminal.

    It takes `--lang` for that language, unless its own `--lang` says what its answer is to be in.
    """

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.add_help_option = False  # click's own stays in the language of the first time it is shown
        if not any(_LANG in parameter.opts for parameter in self.params):
            self.params.append(LanguageOption())
        click.help_option(cls=SpokenOption, help=click_words.HELP)(self)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; a language that it names is spoken before anything else in it is."""
        language = _language_in(self, ctx, args)
        if language is not None:
            speak(language)
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the command's name."""
        return [metavar_in_words(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(help_in_words(self.help))

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, in so few letters: the first clause, which is whole more often than a sentence."""
        clause = _CLAUSE_END.split(help_in_words(self.help or ""), maxsplit=1)[0]
        return click.Command(None, help=clause).get_short_help_str(limit).replace("...", "…")


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands whose help and refusals are in the language of the terminal."""

    command_class = SpokenCommand
    group_class = type


class GivenPath(click.Path):
    """A file or folder that is named; its kind is named in the language of the terminal."""

    @property
    def name(self) -> str:
        """What it is, for a refusal."""
        return gettext.gettext(click_words.FILE if self.file_okay else click_words.FOLDER)

    @name.setter
    def name(self, _said_by_click: str) -> None:
        """Click says it once, in the language of that moment."""


class WholeNumber(click.IntRange):
    """A whole number within bounds, called so in the language of the terminal."""

    @property
    def name(self) -> str:  # type: ignore[override]
        """What it is, for a refusal."""
        return gettext.gettext(click_words.WHOLE_NUMBER)


class _AnyNumber(click.types.FloatParamType):
    """A number, called so in the language of the terminal."""

    @property
    def name(self) -> str:  # type: ignore[override]
        """What it is, for a refusal."""
        return gettext.gettext(click_words.ANY_NUMBER)


ANY_NUMBER = _AnyNumber()
FILE = GivenPath(path_type=Path, dir_okay=False)
OLD_FILE = GivenPath(path_type=Path, dir_okay=False, exists=True)
FOLDER = GivenPath(path_type=Path, file_okay=False)
OLD_FOLDER = GivenPath(path_type=Path, file_okay=False, exists=True)
"""What options and arguments name; the old ones are there already."""


def command(name: str) -> Callable[[Callable[..., Any]], SpokenCommand]:
    """Make a command of a function."""
    return click.command(name, cls=SpokenCommand)


def group(name: str, **attributes: Any) -> Callable[[Callable[..., Any]], SpokenGroup]:
    """Make a group of commands of a function."""
    return click.group(name, cls=SpokenGroup, **attributes)


def option(*declarations: str, **attributes: Any) -> Callable[[Decorated], Decorated]:
    """Give a command an option."""
    return click.option(*declarations, cls=SpokenOption, **attributes)


def argument(*declarations: str, **attributes: Any) -> Callable[[Decorated], Decorated]:
    """Give a command an argument."""
    return click.argument(*declarations, cls=SpokenArgument, **attributes)


def _language_in(asked: click.Command, ctx: click.Context, args: Sequence[str]) -> str | None:
    """The language that `--lang` names among the command's own options, before any of them is read.

    Raises `OptionError` for one that is not spoken.
    """
    if not any(isinstance(parameter, LanguageOption) for parameter in asked.params):
        return None
    takes = {
        name: parameter.nargs
        for parameter in asked.params
        if isinstance(parameter, click.Option) and not parameter.is_flag
        for name in parameter.opts
    }
    at = 0
    while at < len(args) and args[at] != "--":
        name, given, value = args[at].partition("=")
        if name == _LANG and (given or at + 1 < len(args)):
            return language_named(value if given else args[at + 1])
        if isinstance(asked, click.Group) and not name.startswith("-"):
            return None
        at += 1 if given else 1 + takes.get(name, 0)
    return None
