"""Questions at the terminal, in its language."""

import click

from kiosk.cli.tongue import words


def ask(question: str, *, hidden: bool = False, twice: bool = False, or_nothing: bool = False) -> str:
    """What is typed in answer; `hidden` is not shown, `twice` has to be typed again, `or_nothing` may be left empty."""
    typed: str = click.prompt(
        question,
        default="" if or_nothing else None,
        show_default=False,
        hide_input=hidden,
        confirmation_prompt=twice,
        prompt_suffix=words().gettext(": "),
    )
    return typed


def agree(question: str) -> None:
    """Ask whether to go on; anything but a yes, in English or in the language of the terminal, ends the command.

    Raises:
        click.Abort: nobody said yes.
    """
    gettext = words().gettext
    # Note: the two answers to a question at a terminal, the large letter being what is meant by none
    question = gettext("{question} [y/N]").format(question=question)
    # Note: what somebody may type for yes, without capitals
    yeses = {"y", "yes", *gettext("y yes").split()}
    if ask(question, or_nothing=True).strip().lower() not in yeses:
        raise click.Abort
