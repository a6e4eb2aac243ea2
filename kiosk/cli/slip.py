"""`guichet slip`: the slip of a plan, as a file."""

import sys
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.options import Asked, plan_asked, plan_options
from kiosk.cli.spoken import command, option
from kiosk.cli.tongue import OptionError, SaidError, language_named, one_of, words
from kiosk.languages.known import OFFICE_LANGUAGES, TONGUES
from kiosk.languages.shipped import words_of
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper

_OTHER = {"en": "fr", "fr": "en"}
_LANGUAGES = tuple(tongue.code for tongue in TONGUES.values() if tongue.offered)
_FORMATS = ("pdf", "png", "txt")


@command("slip")
@plan_options
@option("--paper", default="receipt80", metavar="receipt80|receipt58|letter", help="The paper; receipt80 first.")
@option("--large", is_flag=True, help="Letters of 18 points or more.")
@option("--both", is_flag=True, help="In both languages, that of --lang first.")
@option(
    "--beside",
    metavar="en|fr",
    help="The office language beside another one, such as --lang ar, uk or zh; the first of the site when left out.",
)
@option("--plain", is_flag=True, help="A cover that hides the topic.")
@option("--format", "form", default="pdf", metavar="pdf|png|txt", help="The kind of file; pdf when left out.")
@option("--out", required=True, metavar="FILE", help="The file to write; - for standard output.")
def slip_command(
    bundles: tuple[str, ...],
    answers: tuple[str, ...],
    event_date: str | None,
    on: str | None,
    lang: str | None,
    as_shipped: bool,
    paper: str,
    large: bool,
    both: bool,
    beside: str | None,
    plain: bool,
    form: str,
    out: str,
) -> None:
    """Write the slip of a plan for BUNDLE... to a file.

    The slip’s code is written down as if it had been printed here, so that `guichet read` knows it.
    """
    asked = plan_asked(bundles, answers, event_date, on, lang, _LANGUAGES, as_shipped=as_shipped)
    choices = Choices(_languages(asked, both, beside), _paper(paper), large, plain)
    _write(_made(asked, choices, _form(form)), out)


def _languages(asked: Asked, both: bool, beside: str | None) -> tuple[str, ...]:
    """Those of the slip; a language that no office works in never stands alone."""
    own, gettext = asked.language, words().gettext
    if own in OFFICE_LANGUAGES:
        if beside is not None:
            refused = gettext("--beside goes with a language such as ar; for {one} and {other} use --both")
            raise OptionError(refused.format(one=own, other=_OTHER[own]))
        return (own, _OTHER[own]) if both else (own,)
    if both:
        refused = gettext("--both is for English and French; beside {language} use --beside en or --beside fr")
        raise OptionError(refused.format(language=own))
    return own, language_named(beside or asked.config.site.office_languages[0], OFFICE_LANGUAGES)


def _made(asked: Asked, choices: Choices, form: str) -> bytes:
    from kiosk.referral import token
    from kiosk.referral.handover import prepare
    from kiosk.referral.issuing import Issuer
    from kiosk.referral.printing.file import Form, in_form
    from kiosk.referral.slip.typeset import Typesetter

    settings, today = asked.config.referral, asked.now.date()
    issuer = Issuer(paths.state_folder, settings.kiosk_number, settings.valid_days)
    signed = issuer.sign(asked.catalogue, asked.plan, choices, today, token.new_id())
    handover = issuer.register(signed, today)
    if handover.trouble:
        lacking = (
            words().gettext("the slip has no code: {problem}")
            if handover.token
            else words().gettext("the slip has no signature and no square code: {problem}")
        )
        click.echo(lacking.format(problem=handover.trouble), err=True)
    prepared = prepare(
        asked.catalogue,
        asked.plan,
        choices,
        asked.config.site,
        asked.now,
        words_of,
        handover,
        settings.page_address,
    )
    typesetter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    return in_form(typesetter.typeset(prepared.slip, choices.paper, choices.large), Form(form))


def _write(content: bytes, out: str) -> None:
    from kiosk.referral.slip.saving import save

    if out == "-":
        sys.stdout.buffer.write(content)
        return
    target = Path(out)
    if target.is_dir():
        raise SaidError(words().gettext("{file} is a folder; name a file").format(file=out))
    if not target.parent.is_dir():
        raise SaidError(words().gettext("there is no folder {folder}").format(folder=target.parent))
    save(content, target)


def _paper(untrusted: str) -> Paper:
    names = [paper.value for paper in Paper]
    if untrusted not in names:
        refused = words().gettext("{paper} is not a paper: use {papers}")
        raise OptionError(refused.format(paper=repr(untrusted), papers=one_of(names)))
    return Paper(untrusted)


def _form(untrusted: str) -> str:
    if untrusted not in _FORMATS:
        refused = words().gettext("{format} is not a format: use {formats}")
        raise OptionError(refused.format(format=repr(untrusted), formats=one_of(_FORMATS)))
    return untrusted
