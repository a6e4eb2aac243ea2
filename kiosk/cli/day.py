"""`guichet counter day`: a day in numbers that may be shown, as text, as JSON, or as a sheet to print."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.catalogue.reading import load as load_catalogue
from kiosk.cli.spoken import FILE, command, option
from kiosk.cli.tongue import language_named, spoken, words_in
from kiosk.config import load
from kiosk.counter.day import read_day
from kiosk.counter.day_words import plain_values, sections_of, sheet_of
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import terms_in
from kiosk.referral.issuing import STATE_FILE
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.numbers import numbers_text
from kiosk.state import open_state


@command("day")
@option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Another day than today: 2026-03-12.")
@option("--json", "as_json", is_flag=True, help="For programs.")
@option("--pdf", type=FILE, help="A sheet to print or to hang up.")
@option("--lang", default=None, metavar="en|fr", help="The language of the answer; that of the terminal when left out.")
def day_command(day: datetime | None, as_json: bool, pdf: Path | None, lang: str | None) -> None:
    """Tell a day in numbers: visits, calls, unmet needs. Numbers under 5 are not told, nor any that would tell them."""
    messages, config = words_in(language_named(lang or spoken())), load(paths.config_file())
    today = datetime.now(config.site.zone).date()
    wanted = day.date() if day is not None else today
    with closing(open_state(paths.state_folder() / STATE_FILE, MIGRATIONS)) as state:
        told = read_day(state, wanted)
    if as_json:
        click.echo(json.dumps(plain_values(told), ensure_ascii=False, indent=2))
        return
    file = catalogue_in_use(config.catalogue)
    sections = sections_of(messages, load_catalogue(file), terms_in(file), told)
    sheet = sheet_of(messages, config.site.name.in_language(messages.language), wanted, today, sections)
    if pdf is None:
        click.echo(numbers_text(sheet), nl=False)
        return
    from kiosk.referral.slip.saving import save
    from kiosk.referral.slip.typeset import Typesetter

    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    save(setter.typeset_numbers(sheet, Paper.LETTER).pdf(), pdf)
    click.echo(str(pdf))
