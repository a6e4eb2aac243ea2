"""`guichet tour`: walks the real window through whole journeys, and leaves a picture of every screen and slip."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.spoken import ANY_NUMBER, command, option
from kiosk.cli.tongue import language_named, words
from kiosk.config import load
from kiosk.languages.known import OFFICE_LANGUAGES, tongue_of

_JOURNEYS = "death|job|food|turning-65"
_ORIENTATIONS = ("portrait", "landscape")


@command("tour")
@option("--out", required=True, metavar="FOLDER", help="Where the pictures go; made if missing.")
@option("--lang", default="", metavar="en|fr|ar|...", help="The language; each journey’s own when left out.")
@option("--journey", "journeys", multiple=True, metavar=_JOURNEYS, help="Only this journey; may be repeated.")
@option("--orientation", "orientations", multiple=True, metavar="portrait|landscape", help="Only this orientation.")
@option("--panel", "panels", type=ANY_NUMBER, multiple=True, metavar="INCHES", help="Audit on this panel only.")
@option("--audit", "audited", is_flag=True, help="Look at every page in every manner, and mark what is wrong.")
@option("--counter", "counter", is_flag=True, help="Walk through the counter’s window in place of the kiosk’s.")
def tour_command(
    out: str,
    lang: str,
    journeys: tuple[str, ...],
    orientations: tuple[str, ...],
    panels: tuple[float, ...],
    audited: bool,
    counter: bool,
) -> None:
    """Walk the window through four journeys, touching its buttons, and keep pictures of its screens and slips.

    With --audit: look at every page at every size of letters, with a steady hand and low down, on panels of 21.5 inches
    (there in all colours), 15.6 and 32, both ways up; and leave index.html with what is too small, cut, faint, hidden
    or out of reach. The exit status is 1 where anything is.

    With --counter: walk through every page of the counter’s window by its keys, in English and French or in --lang.

    The window is drawn without a display, unless QT_QPA_PLATFORM names one. It is Thursday, 26 November 2026, 10:14.
    Nothing of the kiosk’s own state is read or written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    config, gettext = load(paths.config_file()), words().gettext
    if audited and journeys:
        raise click.UsageError(gettext("--audit looks at every page: it takes no --journey"))
    if panels and not audited:
        raise click.UsageError(gettext("--panel says where --audit looks: the tour has one panel"))
    if counter and (audited or journeys or orientations):
        raise click.UsageError(gettext("--counter has one walk and one window: it takes --out and --lang only"))

    from kiosk.app import audit, tour, tour_counter

    with _state_of_its_own():
        if counter:
            spoken = OFFICE_LANGUAGES if lang in ("", "both") else (language_named(lang),)
            tour_counter(config, Path(out), spoken, lambda file: click.echo(str(file)))
        elif audited:
            shown = tuple(code for code in config.site.languages if tongue_of(code).is_shown)
            languages = shown if lang in ("", "both") else (lang,)
            shapes = orientations or _ORIENTATIONS
            if audit(config, Path(out), languages, shapes, panels, click.echo):
                raise click.exceptions.Exit(1)
        else:
            tour(config, Path(out), journeys, orientations, lang, lambda file: click.echo(str(file)))


@contextmanager
def _state_of_its_own() -> Iterator[None]:
    """A folder for what outlives a visit that itself does not outlive the tour."""
    before = os.environ.get("GUICHET_STATE")
    with tempfile.TemporaryDirectory(prefix="guichet-tour-") as state:
        os.environ["GUICHET_STATE"] = state
        try:
            yield
        finally:
            del os.environ["GUICHET_STATE"]
            if before is not None:
                os.environ["GUICHET_STATE"] = before
