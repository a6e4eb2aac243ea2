"""The index: derived, kept, checked, and made again."""

import os

import pytest

from kiosk.catalogue.search import Finder, index_of
from kiosk.paths import FolderError


@pytest.fixture
def cache(tmp_path):
    """An empty folder for the index."""
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache"


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_index_is_kept_and_used_again(small, cache):
    index_of(small, lambda: cache).close()
    (kept,) = cache.iterdir()
    made = kept.stat().st_mtime_ns

    index_of(small, lambda: cache).close()

    assert files(cache) == [kept.name]
    assert kept.stat().st_mtime_ns == made


def test_another_catalogue_has_an_index_of_its_own_and_the_old_one_goes(small, real, cache):
    index_of(small, lambda: cache).close()
    before = files(cache)

    index_of(real, lambda: cache).close()

    assert len(files(cache)) == 1
    assert files(cache) != before


@pytest.mark.parametrize("damage", ["torn", "emptied", "not an index"])
def test_a_damaged_index_is_made_again(small, cache, damage):
    index_of(small, lambda: cache).close()
    (kept,) = cache.iterdir()
    whole = kept.stat().st_size
    match damage:
        case "torn":
            os.truncate(kept, whole // 2)
        case "emptied":
            os.truncate(kept, 0)
        case _:
            kept.write_bytes(b"x" * whole)

    index = index_of(small, lambda: cache)

    assert index.execute("SELECT count(*) FROM record").fetchone()[0] > 0
    assert kept.stat().st_size == whole


def test_the_index_cannot_be_written_through(small, cache):
    index = index_of(small, lambda: cache)

    with pytest.raises(Exception, match="readonly"):
        index.execute("DELETE FROM record")


def test_searching_works_without_any_folder_to_write_in(small):
    def no_folder():
        raise FolderError("the disk is full")

    found = Finder(index_of(small, no_folder)).find("certificate", "en")

    assert found
