"""An outbox with nothing in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.outbox.tables import MIGRATIONS
from kiosk.state import open_state


@pytest.fixture
def state_file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def state(state_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_state(state_file, MIGRATIONS)) as connection:
        yield connection
