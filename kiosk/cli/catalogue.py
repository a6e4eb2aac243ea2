"""`guichet catalogue`: build the catalogue from its sources, check them, say what it holds, hand it to others.

What only editors need (YAML, sqlite-utils) is imported where it is used: the same program opens the kiosk.
"""

from datetime import date, datetime
from pathlib import Path

import click

from kiosk.catalogue.doubts import doubts
from kiosk.catalogue.faults import SourcesFaultyError
from kiosk.catalogue.reading import load
from kiosk.cli.catalogue_words import doubts_found, faults_found, holdings
from kiosk.cli.spoken import FILE, FOLDER, OLD_FOLDER, argument, group, option
from kiosk.cli.tongue import SaidError, words
from kiosk.config import load as load_config
from kiosk.languages.formats import number
from kiosk.paths import assets_folder, catalogue_file, config_file

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@group("catalogue")
def catalogue_group() -> None:
    """Build, check, describe and export the catalogue of services."""


@catalogue_group.command("build")
@option("--sources", type=OLD_FOLDER, help="The folder of sources; assets/catalogue when left out.")
@option("--out", type=FILE, help="The file to write; catalogue.db when left out.")
def build(sources: Path | None, out: Path | None) -> None:
    """Make the catalogue from its sources, the same bytes every time."""
    from kiosk.catalogue.build import build as build_catalogue

    target = out or catalogue_file()
    messages = words()
    try:
        build_catalogue(_sources(sources), target)
        catalogue = load(target)
    except SourcesFaultyError as error:
        for fault in error.faults:
            click.echo(fault.said(messages), err=True)
        told = messages.ngettext(
            "the catalogue was not built: {count} fault in the sources",
            "the catalogue was not built: {count} faults in the sources",
            len(error.faults),
        )
        raise SaidError(told.format(count=number(messages, len(error.faults)))) from error
    told = words().gettext("{file}: version {version} of {day}, {holdings}")
    click.echo(
        told.format(file=target, version=catalogue.version, day=catalogue.day, holdings=holdings(words(), catalogue))
    )


@catalogue_group.command("check")
@option("--sources", type=OLD_FOLDER, help="The folder of sources; assets/catalogue when left out.")
@option("--database", type=FILE, help="A catalogue that must hold what these sources make.")
@option("--on", type=_DAY, metavar="DATE", help="The day on which dates are judged; today when left out.")
@option("--quiet", is_flag=True, help="Leave the warnings out.")
def check(sources: Path | None, database: Path | None, on: datetime | None, quiet: bool) -> None:
    """Report every fault of the sources, each with its file and line and what to do."""
    from kiosk.catalogue.check import check as check_sources

    folder = _sources(sources)
    report = check_sources(folder, on.date() if on else date.today())
    for fault in (*report.faults, *(() if quiet else report.warnings)):
        click.echo(fault.said(words()), err=True)
    summary = faults_found(words(), len(report.faults), len(report.warnings))
    if not report.passes:
        raise SaidError(summary)
    if database:
        _compare(folder, database)
    click.echo(summary)


@catalogue_group.command("info")
@option("--database", type=FILE, help="The catalogue to describe; the one that is shipped when left out.")
@option("--on", type=_DAY, metavar="DATE", help="The day from which its age is counted; today when left out.")
def info(database: Path | None, on: datetime | None) -> None:
    """Say which catalogue this is, how old, what it holds and what in it is not verified."""
    catalogue = load(database or catalogue_file())
    age = max(0, ((on.date() if on else date.today()) - catalogue.day).days)
    messages = words()
    told = messages.ngettext(
        "version {version} of {day}, {count} day old", "version {version} of {day}, {count} days old", age
    )
    click.echo(told.format(version=catalogue.version, day=catalogue.day, count=number(messages, age)))
    click.echo(holdings(messages, catalogue))
    click.echo(doubts_found(messages, list(doubts(catalogue))))


@catalogue_group.command("export")
@argument("folder", metavar="FOLDER", type=FOLDER)
@option("--database", type=FILE, help="The catalogue to export; the one that is shipped when left out.")
def export(folder: Path, database: Path | None) -> None:
    """Write the catalogue for other directories, in HSDS 3.1, in English and in French.

    What is told by voice only stays here, and so does a number that nobody has checked.
    """
    from kiosk.catalogue.exchange.export import export as export_catalogue
    from kiosk.cli.exchange_words import exported

    written = export_catalogue(database or catalogue_file(), folder, load_config(config_file()).site.zone)
    click.echo(exported(words(), folder, written))


@catalogue_group.command("defects")
@argument("folder", metavar="FOLDER", type=OLD_FOLDER)
def defects(folder: Path) -> None:
    """Count what is wrong with tables of HSDS 3 that somebody else made."""
    from kiosk.catalogue.exchange.checking import defects_in
    from kiosk.cli.exchange_words import defects_counted, defects_told

    found = list(defects_in(folder))
    for line in defects_told(words(), found):
        click.echo(line, err=True)
    summary = defects_counted(words(), len(found))
    if found:
        raise SaidError(summary)
    click.echo(summary)


def _compare(folder: Path, database: Path) -> None:
    from kiosk.catalogue.comparing import differing_tables

    differing = differing_tables(folder, database)
    if differing:
        names = ", ".join(differing)
        told = words().gettext("{file} differs from its sources in {tables}: run guichet catalogue build")
        raise SaidError(told.format(file=database, tables=names))


def _sources(folder: Path | None) -> Path:
    return folder or assets_folder() / "catalogue"
