"""What an operator publishes is what a kiosk of ours installs: by the network, by stick, and across new keys."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.catalogue.editions import installed
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.hub.publishing.canonical import canonical
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.roles import Holder
from kiosk.hub.publishing.rotating import Rotation, rotate
from kiosk.hub.publishing.stick import export_usb
from kiosk.paths import catalogue_file
from kiosk.sync.updates.outcomes import Updated, UpToDate
from kiosk.sync.updates.trusting import trust
from kiosk.sync.updates.updating import source_of, update

SHIPPED = load(catalogue_file()).version


@pytest.fixture
def folder(tmp_path: Path, repository: Path) -> Path:
    """A kiosk's folder of updates; the kiosk was given the first root and has the catalogue that is shipped."""
    (tmp_path / "updates").mkdir()
    trust(tmp_path / "updates", (repository / "metadata" / "1.root.json").read_bytes())
    return tmp_path / "updates"


@pytest.mark.slow
def test_a_kiosk_installs_what_is_published_and_follows_new_keys(
    repository: Path, keys: Keys, at: datetime, folder: Path, tmp_path: Path
) -> None:
    config, source = Config(), source_of(str(repository))

    publish(repository, keys, NewEdition(_edition(tmp_path, 1), "ns"), at)
    first = update(source, folder, config, at)
    rotate(repository, keys, Rotation(Holder.ROOT), at)
    rotate(repository, keys, Rotation(Holder.ONLINE), at)
    newest = _edition(tmp_path, 2)
    publish(repository, keys, NewEdition(newest, "ns"), at)
    (tmp_path / "stick").mkdir()
    export_usb(repository, tmp_path / "stick", at)
    second = update(source_of(str(tmp_path / "stick")), folder, config, at)
    third = update(source, folder, config, at)

    assert isinstance(first, Updated), first
    assert isinstance(second, Updated), second
    assert second.by_delta
    assert isinstance(third, UpToDate), third
    edition = installed(folder)
    assert edition is not None
    assert edition.path.read_bytes() == canonical(newest).content


def _edition(folder: Path, newer: int) -> Path:
    """The shipped catalogue, so many versions on."""
    target = folder / f"newer-{newer}.db"
    shutil.copy(catalogue_file(), target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("UPDATE edition SET version = ?", (SHIPPED + newer,))
        connection.commit()
    return target
