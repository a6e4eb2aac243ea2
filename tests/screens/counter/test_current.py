"""On the page of kiosks: is this machine up to date, and the key that brings it there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer

from kiosk.bridge.changes import Changes
from kiosk.bridge.counter.current import CurrentViewModel
from kiosk.catalogue.editions import updates_folder
from kiosk.config import Config, Sync
from kiosk.sync.updates.last import write_last
from kiosk.sync.updates.trusting import trust
from tests.sync.updates.reference import SHIPPED, Publisher, make_edition

NOW = datetime.now(UTC)


@pytest.fixture
def updates(state_folder, tmp_path):
    """A repository with a newer edition, by somebody whom this machine trusts."""
    publisher = Publisher(tmp_path / "repository", NOW)
    publisher.publish(SHIPPED + 1, make_edition(tmp_path / "newer.db", SHIPPED + 1), NOW)
    trust(updates_folder(), publisher.first_root)
    return replace(Config(), sync=Sync(updates=str(publisher.folder)))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Nobody has looked for updates yet.", "Looked for a newer one today at"),
        ("fr", "Personne n’a encore cherché de mises à jour.", "Vérifié aujourd’hui à"),
    ],
)
def test_one_key_brings_the_machine_up_to_date_and_says_so(show, updates, language, before, after):
    screen = show(page="kiosks", language=language, config=updates, now=lambda: datetime.now(UTC))
    assert before in screen.names()

    screen.press(Qt.Key.Key_S)
    screen.wait_until(lambda: not screen.application.syncing.busy)

    assert any(name.startswith(after) for name in screen.names())
    assert any(str(SHIPPED + 1) in name for name in screen.names("AlertMessage"))


def test_without_anywhere_to_go_there_is_no_key_and_it_is_said_how_updates_come(show):
    screen = show(page="kiosks")

    assert "Updates come to this machine on a stick." in screen.names()
    assert "Bring up to date" not in screen.names("Button")


def test_a_hub_that_nobody_enrolled_at_is_told_with_what_to_do(show):
    screen = show(page="kiosks", config=replace(Config(), sync=Sync(hub="https://127.0.0.1:9")))

    screen.press(Qt.Key.Key_S)
    screen.wait_until(lambda: not screen.application.syncing.busy)

    assert "This kiosk is not enrolled at a hub yet. What it has to tell is kept." in screen.names()


def test_what_another_program_of_the_machine_has_done_is_shown_by_itself(show, updates):
    screen = show(page="kiosks", config=updates)
    assert "Nobody has looked for updates yet." in screen.names()

    write_last(updates_folder(), screen.application.now(), None)

    screen.wait_until(lambda: any(name.startswith("Looked for a newer one today") for name in screen.names()))


def test_as_long_as_nothing_changes_nothing_is_read(show, updates):
    counter = (screen := show(page="kiosks", config=updates)).application
    read = []

    def sticks():
        read.append("the table of mounts")
        return ()

    changes = Changes(updates_folder())
    current = CurrentViewModel(
        counter.desk, updates.sync, counter.syncing, counter.folder, sticks, changes, counter.now
    )
    at_first = len(read)
    timers = current.findChildren(QTimer)
    for timer in timers:
        timer.timeout.emit()
    assert (at_first, len(read)) == (1, 1)
    assert all(timer.interval() >= 60_000 for timer in timers)

    write_last(updates_folder(), counter.now(), None)
    screen.wait_until(lambda: len(read) == 2)
