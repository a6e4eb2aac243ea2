"""Reporting every editorial fault of the sources at once, and how a database differs from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.catalogue.checks.appearance import appearance_faults
from kiosk.catalogue.checks.conditions import condition_faults
from kiosk.catalogue.checks.contacts import contact_faults
from kiosk.catalogue.checks.cycles import cycle_faults
from kiosk.catalogue.checks.dates import date_faults
from kiosk.catalogue.checks.deliveries import delivery_faults
from kiosk.catalogue.checks.references import reference_faults
from kiosk.catalogue.checks.wording import wording_faults
from kiosk.catalogue.faults import Fault, Severity, in_reading_order
from kiosk.catalogue.sources import Sources, read_sources


@dataclass(frozen=True, slots=True)
class Report:
    """What an editor has to know, by file and line."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def passes(self) -> bool:
        """Tell whether the sources may be released; warnings do not hold them back."""
        return not self.faults


def check(folder: Path, on: date) -> Report:
    """Look at all sources in `folder` as they would be read on the day `on`.

    Conditions and circles are looked at only once every name in them leads somewhere.
    """
    found = in_reading_order(_faults(read_sources(folder), folder, on))
    return Report(
        faults=tuple(fault for fault in found if fault.severity is Severity.FAULT),
        warnings=tuple(fault for fault in found if fault.severity is Severity.WARNING),
    )


def _faults(sources: Sources, folder: Path, on: date) -> Iterator[Fault]:
    yield from sources.faults
    references = list(reference_faults(sources))
    yield from references
    yield from date_faults(sources, on)
    yield from contact_faults(sources)
    yield from delivery_faults(sources)
    yield from wording_faults(sources)
    yield from appearance_faults(sources, folder.parent / "icons")
    if not (sources.faults or references):
        yield from cycle_faults(sources)
        yield from condition_faults(sources)
