"""`guichet tour`: walks the real window through whole journeys, and leaves a picture of every screen and slip."""

import os
import tempfile
from pathlib import Path

import click

from kiosk import paths
from kiosk.config import load

_JOURNEYS = "death|job|food|turning-65"


@click.command("tour")
@click.option("--out", required=True, metavar="FOLDER", help="Where the pictures go; made if missing.")
@click.option("--lang", default="", metavar="en|fr|both", help="The language; each journey's own when left out.")
@click.option("--journey", "journeys", multiple=True, metavar=_JOURNEYS, help="Only this journey; may be repeated.")
@click.option(
    "--orientation", "orientations", multiple=True, metavar="portrait|landscape", help="Only this orientation."
)
def tour_command(out: str, lang: str, journeys: tuple[str, ...], orientations: tuple[str, ...]) -> None:
    """Walk the window through four journeys, touching its buttons, and keep pictures of its screens and slips.

    The window is drawn without a display, unless QT_QPA_PLATFORM names one. It is Thursday, 26 November 2026, 10:14.
    Nothing of the kiosk's own state is read or written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    config = load(paths.config_file())

    from kiosk.app import tour

    before = os.environ.get("GUICHET_STATE")
    with tempfile.TemporaryDirectory(prefix="guichet-tour-") as state:
        os.environ["GUICHET_STATE"] = state
        try:
            tour(config, Path(out), journeys, orientations, lang, lambda file: click.echo(str(file)))
        finally:
            del os.environ["GUICHET_STATE"]
            if before is not None:
                os.environ["GUICHET_STATE"] = before
