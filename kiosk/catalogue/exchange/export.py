"""The whole export: every package in every form, written at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.catalogue.exchange.answers import answer_files
from kiosk.catalogue.exchange.hsds import Package, packages
from kiosk.catalogue.exchange.rows import read_held
from kiosk.catalogue.exchange.tabular import tabular_files
from kiosk.catalogue.exchange.writing import write_export
from kiosk.catalogue.said import LANGUAGES

API = "api"
"""The folder of what the API answers, in that of each language."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many services in each language, in how many files of how many bytes."""

    services: int
    files: int
    size: int


def export(database: Path, folder: Path, zone: ZoneInfo) -> Exported:
    """Write the catalogue at `database` to `folder` in HSDS 3.1, a folder for each language, on the clock of `zone`.

    The same catalogue gives the same bytes.

    Raises:
        CatalogueMissingError: there is no such catalogue, or it may not be read.
        CatalogueDamagedError: it is not a whole catalogue of the version this program reads.
        ExportFolderError: `folder` is no folder, or holds what no export has made.
        ExportNotWrittenError: the disk did not take it; an export that was there still is.
    """
    made = list(packages(read_held(database), zone))
    written = write_export(folder, _files(made), LANGUAGES)
    return Exported(len(made[0].rows["service"]), written.files, written.size)


def _files(made: list[Package]) -> Iterator[tuple[str, bytes]]:
    for package in made:
        for name, content in tabular_files(package):
            yield f"{package.language}/{name}", content
        for name, content in answer_files(package):
            yield f"{package.language}/{API}/{name}", content
