"""The whole catalogue as one frozen value."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading.bundles import read_anchors, read_bundles, read_doors, read_facts
from kiosk.catalogue.reading.file import opened
from kiosk.catalogue.reading.places import (
    read_deliveries,
    read_locations,
    read_organizations,
    read_phones,
    read_phones_of,
    read_provenance,
)
from kiosk.catalogue.reading.services import read_documents, read_services
from kiosk.catalogue.reading.texts import Texts
from kiosk.catalogue.text import OFFICE_LANGUAGES

K = TypeVar("K")
V = TypeVar("V")


def load(path: Path, office: Sequence[str] = OFFICE_LANGUAGES) -> Catalogue:
    """Read all of the catalogue at `path`, once checked whole; nothing stays open.

    What is missing in another language shows in the first of `office` that has it. The same file is read once, for the
    windows of a machine that both show it; a file that was written since is another one.

    Raises:
        CatalogueMissingError: there is no such file, or it may not be read.
        CatalogueDamagedError: it is not a whole catalogue of the version this program reads.
    """
    try:
        found = path.stat()
    except OSError:
        return _read(path, tuple(office), None)  # which says what is wrong
    return _read(path, tuple(office), (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


@lru_cache(maxsize=2)
def _read(path: Path, office: tuple[str, ...], _as_written: tuple[int, ...] | None) -> Catalogue:
    with opened(path) as connection:
        texts = Texts(connection, office)
        found = read_provenance(connection)
        phones_of = read_phones_of(connection)
        version, day = connection.execute("SELECT version, day FROM edition").fetchone()
        return Catalogue(
            version=version,
            day=date.fromisoformat(day),
            services=_fixed(read_services(connection, texts, found, phones_of)),
            organizations=_fixed(read_organizations(connection, texts, phones_of)),
            locations=_fixed(read_locations(connection, texts, found, phones_of)),
            phones=_fixed(read_phones(connection, texts, found)),
            documents=_fixed(read_documents(connection, texts)),
            facts=_fixed(read_facts(connection, texts)),
            anchors=_fixed(read_anchors(connection, texts)),
            bundles=_fixed(read_bundles(connection, texts)),
            doors=tuple(read_doors(connection, texts)),
            deliveries=_fixed(read_deliveries(connection)),
        )


def _fixed(pairs: Iterable[tuple[K, V]]) -> Mapping[K, V]:
    return MappingProxyType(dict(pairs))
