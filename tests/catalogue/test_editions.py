"""Which edition of the catalogue is opened: the newest that is whole, unless the configuration names a file."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import date
from shutil import copyfile

import pytest

from kiosk import paths
from kiosk.catalogue.editions import (
    EDITIONS,
    POINTER,
    Edition,
    catalogue_in_use,
    installed,
    point_to,
    pointed_to,
    updates_folder,
    version_of,
)
from kiosk.catalogue.reading import load
from kiosk.config import Catalogue

SHIPPED = version_of(paths.catalogue_file())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    return updates_folder()


def placed(folder, version, form=None):
    """An edition of this version in the folder, as an update leaves it."""
    (folder / EDITIONS).mkdir(parents=True, exist_ok=True)
    path = folder / EDITIONS / f"{version}-{'0' * 12}.db"
    copyfile(paths.catalogue_file(), path)
    with closing(sqlite3.connect(path)) as catalogue, catalogue:
        catalogue.execute("PRAGMA ignore_check_constraints = ON")
        catalogue.execute("UPDATE edition SET version = ?", (version,))
        if form is not None:
            catalogue.execute(f"PRAGMA user_version = {form}")
    return Edition(version, date(2026, 11, 30), path, hashlib.sha256(path.read_bytes()).hexdigest())


def test_without_an_update_the_catalogue_that_guichet_came_with_is_opened(folder):
    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


def test_a_newer_edition_that_was_installed_wins(folder):
    newer = placed(folder, SHIPPED + 1)

    point_to(folder, [newer])

    assert catalogue_in_use(Catalogue()) == newer.path
    assert load(catalogue_in_use(Catalogue())).version == SHIPPED + 1
    assert pointed_to(folder) == (newer,)


def test_the_file_that_the_configuration_names_wins_over_every_edition(folder, tmp_path):
    point_to(folder, [placed(folder, SHIPPED + 1)])

    assert catalogue_in_use(Catalogue(path=str(tmp_path / "own.db"))) == tmp_path / "own.db"


@pytest.mark.parametrize("version", [SHIPPED, SHIPPED - 1])
def test_an_edition_that_is_not_newer_loses_to_the_one_that_guichet_came_with(folder, version):
    point_to(folder, [placed(folder, version)])

    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


def test_the_edition_before_is_opened_once_a_bit_of_the_current_one_has_flipped(folder):
    current, before = placed(folder, SHIPPED + 2), placed(folder, SHIPPED + 1)
    point_to(folder, [current, before])
    content = bytearray(current.path.read_bytes())
    content[len(content) // 2] ^= 1
    current.path.write_bytes(content)

    assert installed(folder) == before
    assert catalogue_in_use(Catalogue()) == before.path


def test_editions_that_are_gone_leave_the_one_that_guichet_came_with(folder):
    current, before = placed(folder, SHIPPED + 2), placed(folder, SHIPPED + 1)
    point_to(folder, [current, before])
    current.path.unlink()
    before.path.write_bytes(b"")

    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


def test_an_edition_of_a_form_that_this_program_does_not_read_is_passed_over(folder):
    point_to(folder, [placed(folder, SHIPPED + 1, form=99)])

    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


@pytest.mark.parametrize(
    "pointer",
    [
        b"",
        b"{",
        b"[]",
        b'{"editions": [{"version": 9, "day": "2026-11-30", "name": "../../x.db", "sha256": ""}]}',
        b'{"editions": [{"version": "9", "day": "2026-11-30", "name": "9-000000000000.db", "sha256": ""}]}',
        b'{"editions": [{"version": 9, "day": "yesterday", "name": "9-000000000000.db", "sha256": ""}]}',
        b'{"editions": ' + b"[" * 4000,
    ],
)
def test_a_pointer_that_is_torn_or_leads_elsewhere_is_as_none(folder, pointer):
    folder.mkdir(parents=True)
    (folder / POINTER).write_bytes(pointer)

    assert pointed_to(folder) == ()
    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


def test_a_state_folder_that_cannot_be_made_leaves_the_one_that_guichet_came_with(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "file" / "state"))

    assert catalogue_in_use(Catalogue()) == paths.catalogue_file()


def test_a_shipped_catalogue_that_is_damaged_is_older_than_any(tmp_path):
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\0")

    assert version_of(tmp_path / "torn.db") == 0
    assert version_of(tmp_path / "missing.db") == 0
