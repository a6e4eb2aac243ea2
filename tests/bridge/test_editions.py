"""An edition of the catalogue on its way to the disk."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date

from kiosk.bridge.editions import Editions
from kiosk.bridge.jobs import Lane
from kiosk.counter.reopening.aspects import prints_of
from kiosk.counter.reopening.editions import MIGRATIONS, edition
from kiosk.paths import FolderError
from kiosk.state import open_state

TODAY = date(2026, 3, 12)


def test_an_edition_is_kept_before_the_window_is_gone(qapp, tmp_path, catalogue):
    executor = ThreadPoolExecutor(1)
    editions = Editions(lambda: tmp_path, Lane(executor))

    editions.note(catalogue, TODAY)
    executor.submit(lambda: None).result()
    editions.close()

    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        assert edition(state, catalogue.version) == prints_of(catalogue)


def test_a_folder_that_cannot_be_written_is_logged_and_stops_nothing(qtbot, caplog, catalogue):
    def nowhere():
        raise FolderError("no such folder")

    editions = Editions(nowhere, Lane(ThreadPoolExecutor(1)))

    editions.note(catalogue, TODAY)

    qtbot.waitUntil(lambda: "folder" in caplog.text)
    editions.close()
