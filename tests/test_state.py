"""state.db: opening, bringing up to date, all or nothing."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk.state import (
    DiskFullError,
    Migration,
    StateBusyError,
    StateDamagedError,
    StateError,
    atomic,
    open_state,
    scrub,
    state_errors,
)


def make_notes(database: Database) -> None:
    database.table("note").create({"id": int, "text": str}, pk="id")


def add_a_day(database: Database) -> None:
    database.table("note").add_column("day", str)


NOTES = Migration("notes", "make_notes", make_notes)
DAYS = Migration("notes", "add_a_day", add_a_day)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "share" / "state.db"


def columns(connection: sqlite3.Connection) -> list[str]:
    return [row[1] for row in connection.execute("PRAGMA table_info(note)")]


def test_a_new_file_gets_every_migration_in_order(path: Path) -> None:
    with closing(open_state(path, [NOTES, DAYS])) as connection:
        assert columns(connection) == ["id", "text", "day"]


def test_an_old_file_keeps_its_rows_and_gets_only_what_it_lacks(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection, atomic(connection):
        connection.execute("INSERT INTO note (text) VALUES ('kept')")

    with closing(open_state(path, [NOTES, DAYS])) as connection:
        assert connection.execute("SELECT text, day FROM note").fetchall() == [("kept", None)]


def test_the_same_name_in_two_subjects_is_two_migrations(path: Path) -> None:
    def make_calls(database: Database) -> None:
        database.table("call").create({"id": int}, pk="id")

    with closing(open_state(path, [NOTES, Migration("calls", "make_notes", make_calls)])) as connection:
        assert connection.execute("SELECT count(*) FROM call").fetchone() == (0,)


def test_opening_an_up_to_date_file_does_not_import_the_migration_library(path: Path) -> None:
    with closing(open_state(path, [NOTES])):
        pass
    program = (
        "import sys; from pathlib import Path; from kiosk.state import Migration, open_state;"
        "open_state(Path(sys.argv[1]), [Migration('notes', 'make_notes', print)]); print('sqlite_utils' in sys.modules)"
    )

    ended = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)

    assert ended.stdout == "False\n"


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    def half(database: Database) -> None:
        database.table("note").add_column("half", str)
        raise RuntimeError("a mistake of ours")

    with closing(open_state(path, [NOTES])):
        pass

    with pytest.raises(RuntimeError):
        open_state(path, [NOTES, DAYS, Migration("notes", "half", half)])

    with closing(open_state(path, [NOTES])) as connection:
        assert columns(connection) == ["id", "text"]


def test_every_commit_waits_for_the_disk_and_deleted_rows_are_overwritten(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection:
        modes = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        ]

    assert modes == ["wal", 2, 1, 1]


def test_only_the_owner_can_read_it_and_its_log(path: Path) -> None:
    with closing(open_state(path, [NOTES])):
        files = sorted(path.parent.iterdir())

        assert [file.name for file in files] == ["state.db", "state.db-shm", "state.db-wal"]
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def write(connection: sqlite3.Connection, *texts: str | None) -> None:
    """Write notes in one block; None stands for a mistake of ours among them."""
    with atomic(connection):
        for text in texts:
            if text is None:
                raise ZeroDivisionError
            connection.execute("INSERT INTO note (text) VALUES (?)", (text,))


def test_a_block_is_written_all_or_nothing(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection:
        with pytest.raises(ZeroDivisionError):
            write(connection, "half", None)

        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert not connection.in_transaction


def test_a_full_disk_is_told_and_leaves_the_connection_usable(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection:
        connection.execute("PRAGMA max_page_count = 20")

        with pytest.raises(DiskFullError) as caught:
            write(connection, "small", "large" * 40_000)

        assert caught.value.code == "disk_full"
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
        write(connection, "small")
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (1,)


OPENS = """
import sys
from pathlib import Path
from kiosk.state import Migration, open_state
def make_notes(database):
    database.table("note").create({"id": int}, pk="id")
sys.stdin.readline()
print(open_state(Path(sys.argv[1]), [Migration("notes", "make_notes", make_notes)]).in_transaction)
"""


def test_programs_that_start_at_once_do_not_trip_over_each_other(path: Path) -> None:
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", OPENS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]

    for program in starting:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()

    assert [program.communicate()[0] for program in starting] == ["False\n"] * 4


@pytest.mark.parametrize("content", [b"this is not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_no_database_is_told_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    with pytest.raises(StateDamagedError):
        open_state(path, [NOTES])

    assert path.read_bytes() == content


def test_a_torn_file_is_told(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection:
        for number in range(200):
            connection.execute("INSERT INTO note (text) VALUES (?)", (str(number) * 200,))
    path.write_bytes(path.read_bytes()[:4096] + b"\x55" * 8192)

    with pytest.raises(StateDamagedError), closing(open_state(path, [NOTES])) as connection, state_errors():
        connection.execute("SELECT * FROM note").fetchall()


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(StateError):
        open_state(path, [NOTES])


def test_a_file_where_its_folder_should_be_is_told(path: Path) -> None:
    path.parent.write_text("in the way")

    with pytest.raises(StateError):
        open_state(path, [NOTES])


def test_another_program_that_keeps_it_locked_is_told(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as first, closing(open_state(path, [NOTES])) as second:
        second.execute("PRAGMA busy_timeout = 0")
        with atomic(first), pytest.raises(StateBusyError), atomic(second):
            second.execute("INSERT INTO note (text) VALUES ('late')")


def test_a_wrong_statement_stays_a_bug(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection, pytest.raises(sqlite3.OperationalError), atomic(connection):
        connection.execute("SELECT nothing FROM nowhere")


def test_scrubbing_leaves_no_trace_of_deleted_rows_in_any_file(path: Path) -> None:
    with closing(open_state(path, [NOTES])) as connection:
        with atomic(connection):
            connection.execute("INSERT INTO note (text) VALUES ('planted in the garden')")
        with atomic(connection):
            connection.execute("DELETE FROM note")

        scrub(connection)

        assert not any(b"planted in the garden" in file.read_bytes() for file in path.parent.iterdir())
