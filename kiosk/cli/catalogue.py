"""`guichet catalogue`: build the catalogue from its sources, check them, say what a catalogue holds.

What only editors need (YAML, sqlite-utils) is imported where it is used: the same program opens the kiosk.
"""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import click

from kiosk.catalogue.doubts import Doubt, DoubtOn, doubts
from kiosk.catalogue.faults import SourcesFaultyError
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.cli.spoken import FILE, OLD_FOLDER, group, option
from kiosk.paths import assets_folder, catalogue_file

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@group("catalogue")
def catalogue_group() -> None:
    """Build, check and describe the catalogue of services."""


@catalogue_group.command("build")
@option("--sources", type=OLD_FOLDER, help="The folder of sources; assets/catalogue when left out.")
@option("--out", type=FILE, help="The file to write; catalogue.db when left out.")
def build(sources: Path | None, out: Path | None) -> None:
    """Make the catalogue from its sources, the same bytes every time."""
    from kiosk.catalogue.build import build as build_catalogue

    target = out or catalogue_file()
    try:
        build_catalogue(_sources(sources), target)
        catalogue = load(target)
    except SourcesFaultyError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        raise click.ClickException(
            f"the catalogue was not built: {_count(len(error.faults), 'fault')} in the sources"
        ) from error
    click.echo(f"{target}: version {catalogue.version} of {catalogue.day}, {_holdings(catalogue)}")


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
        click.echo(str(fault), err=True)
    summary = f"{_count(len(report.faults), 'fault')}, {_count(len(report.warnings), 'warning')}"
    if not report.passes:
        raise click.ClickException(summary)
    if database:
        _compare(folder, database)
    click.echo(summary)


@catalogue_group.command("info")
@option("--database", type=FILE, help="The catalogue to describe; the one that is shipped when left out.")
@option("--on", type=_DAY, metavar="DATE", help="The day from which its age is counted; today when left out.")
def info(database: Path | None, on: datetime | None) -> None:
    """Say which catalogue this is, how old, what it holds and what in it is not verified."""
    catalogue = load(database or catalogue_file())
    age = ((on.date() if on else date.today()) - catalogue.day).days
    click.echo(f"version {catalogue.version} of {catalogue.day}, {_count(max(age, 0), 'day')} old")
    click.echo(_holdings(catalogue))
    click.echo(_written_doubts(list(doubts(catalogue))))


def _compare(folder: Path, database: Path) -> None:
    from kiosk.catalogue.comparing import differing_tables

    differing = differing_tables(folder, database)
    if differing:
        names = ", ".join(differing)
        raise click.ClickException(f"{database} differs from its sources in {names}: run guichet catalogue build")


def _sources(folder: Path | None) -> Path:
    return folder or assets_folder() / "catalogue"


def _holdings(catalogue: Catalogue) -> str:
    steps = sum(len(bundle.steps) for bundle in catalogue.bundles.values())
    return ", ".join(
        (
            _count(len(catalogue.services), "service"),
            _count(len(catalogue.organizations), "organization"),
            _count(len(catalogue.locations), "location"),
            _count(len(catalogue.phones), "number"),
            f"{_count(len(catalogue.bundles), 'bundle')} with {_count(steps, 'step')}",
            _count(len(catalogue.facts), "fact"),
            _count(len(catalogue.documents), "document"),
        )
    )


def _written_doubts(found: list[Doubt]) -> str:
    on = Counter(doubt.on for doubt in found)
    numbers, addresses = on[DoubtOn.NUMBER], on[DoubtOn.ADDRESS]
    kinds = (_count(numbers, "number"), _count(addresses, "address", "addresses"))
    return f"to verify: {', '.join(kinds)} and {_count(on[DoubtOn.SERVICE], 'point')} of services"


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"
