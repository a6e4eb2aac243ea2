"""What is let go in time, and a copy of the store that is put back."""

import contextlib
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import cbor2
import psycopg
import pytest

from kiosk.hub.store.migrations import Migration
from kiosk.hub.store.retention import let_go_before
from kiosk.hub.store.saving import back_up, restore
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import StoreError
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import Verdict
from tests.disks import full_disk
from tests.hub.fleet import AT, DAY_NUMBER, Kiosk, number

CALL = {1: "2026-03-12T10", 2: "answered"}
DAY_S = 86_400


def filled(store, records):
    kiosk = Kiosk(store)
    for _ in range(records):
        kiosk.put(Kind.CALL, CALL)
    kiosk.send(store)
    return kiosk


def opened(file):
    return closing(SqliteStore(file, MIGRATIONS))


def test_what_is_too_old_goes_and_the_stream_goes_on(store):
    kiosk = filled(store, 3)
    kiosk.put(Kind.CALL, {1: "2026-04-11T10", 2: "answered"})
    kiosk.send(store, 4, at=AT + 30 * DAY_S)

    let_go_before(store, DAY_NUMBER + 15)

    assert (number(store, "item"), number(store, "call")) == (1, 1)
    kiosk.put(Kind.CALL, CALL)
    assert kiosk.send(store, 5).verdict is Verdict.OK


def test_postgresql_drops_whole_partitions_and_keeps_the_one_that_is_not_over(address):
    from kiosk.hub.store.postgresql import PostgresqlStore

    with closing(PostgresqlStore(address, MIGRATIONS)) as store:
        filled(store, 3)
        week = DAY_NUMBER - DAY_NUMBER % 7

        assert store.drop_items_before(week + 6) == 0
        assert store.drop_items_before(week + 7) == 1
        assert number(store, "item") == 0
        filled(store, 2)
        assert number(store, "item") == 2


def test_a_restored_backup_says_gap_and_has_everything_once_again(tmp_path):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        kiosk = filled(store, 2)
        back_up(file, copy)  # while it is open
        for _ in range(3):
            kiosk.put(Kind.CALL, CALL)
        assert kiosk.send(store, 3).hwm == 5
    kiosk.put(Kind.CALL, CALL)

    restore(copy, file)

    with opened(file) as store:
        lost = kiosk.send(store, 6)
        assert (lost.verdict, lost.hwm) == (Verdict.GAP, 2)
        assert kiosk.send(store, 3).hwm == 6
        assert number(store, "call") == 6


def test_a_store_in_use_is_not_replaced(tmp_path):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        filled(store, 2)
        back_up(file, copy)

        with pytest.raises(StoreError, match="stop it first"):
            restore(copy, file)
        assert number(store, "item") == 2


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_copy_of_a_store_replaces_nothing(tmp_path, content):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        filled(store, 2)
    copy.write_bytes(content)

    with pytest.raises(StoreError):
        restore(copy, file)
    with opened(file) as store:
        assert number(store, "item") == 2


def test_a_torn_copy_replaces_nothing(tmp_path):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        filled(store, 2000)
        back_up(file, copy)
    os.truncate(copy, copy.stat().st_size // 2)

    with pytest.raises(StoreError):
        restore(copy, file)


def test_what_stood_only_in_the_log_is_there_where_the_copy_does_not_come_into_its_place(tmp_path, monkeypatch):
    """A hub that lost its power left its last records in the log; restoring is cut before the copy is the store."""
    live, file, copy = tmp_path / "live.db", tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(live) as store:
        filled(store, 2)
        back_up(live, copy)
        filled(store, 3)
        for end in ("", "-wal"):
            shutil.copy(f"{live}{end}", f"{file}{end}")
        held = number(store, "item")
    monkeypatch.setattr(Path, "replace", cut)

    with pytest.raises(StoreError):
        restore(copy, file)

    with opened(file) as store:
        assert number(store, "item") == held


def cut(*_):
    raise OSError("the power is gone")


def test_a_backup_replaces_nothing_and_is_for_its_owner_only(tmp_path):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        filled(store, 2)
    back_up(file, copy)

    assert copy.stat().st_mode & 0o077 == 0
    with pytest.raises(StoreError, match="already"):
        back_up(file, copy)
    with pytest.raises(StoreError, match="no store"):
        back_up(tmp_path / "nothing.db", tmp_path / "other.db")


def test_what_is_written_is_still_there_when_it_is_opened_again(tmp_path):
    with opened(tmp_path / "hub.db") as store:
        kiosk = filled(store, 3)
    with opened(tmp_path / "hub.db") as store:
        assert kiosk.send(store).hwm == 3
        assert number(store, "item") == 3


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    (tmp_path / "hub.db").write_bytes(b"letters to a friend" * 100)

    with pytest.raises(StoreError):
        SqliteStore(tmp_path / "hub.db", MIGRATIONS)
    assert (tmp_path / "hub.db").read_bytes() == b"letters to a friend" * 100


def test_a_later_change_of_the_tables_is_made_once_by_whoever_comes_first(address):
    from kiosk.hub.store.postgresql import PostgresqlStore

    later = (*MIGRATIONS, Migration("hub", "a_later_one", ("CREATE TABLE later (number INTEGER NOT NULL)",)))
    with closing(PostgresqlStore(address, MIGRATIONS)) as store:
        kiosk = filled(store, 2)

    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(lambda _: PostgresqlStore(address, later), range(4)))

    assert all(number(each, "later") == 0 for each in stores)
    assert kiosk.send(stores[0]).hwm == 2
    for each in stores:
        each.close()


def test_a_database_that_is_away_at_the_start_is_told_with_the_reason(tmp_path):
    from kiosk.hub.store.postgresql import PostgresqlStore

    with pytest.raises(StoreError) as refused:
        PostgresqlStore(f"postgresql:///guichet?host={tmp_path}", MIGRATIONS, wait_s=0.5)
    why = (
        f'connection to server on socket "{tmp_path}/.s.PGSQL.5432" failed: '  # and then, in the system's own language
    )
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_database_that_is_away_is_told_in_one_sentence_and_keeps_nothing(server):
    from kiosk.hub.store.postgresql import PostgresqlStore

    with closing(PostgresqlStore(server.schema(), MIGRATIONS, wait_s=1.0)) as store:
        kiosk = filled(store, 2)
        server.stop()
        try:
            with pytest.raises(StoreError) as refused:
                kiosk.send(store)
            assert "\n" not in str(refused.value)
        finally:
            server.start()

        kiosk.put(Kind.CALL, CALL)
        assert sent_at_last(kiosk, store).hwm == 3


TAKEN_BACK = "INSERT INTO need_taken_back (kid, need) VALUES (?, ?)"


def run_in_one(store, *asked):
    with store.atomic() as statements:
        for sql, *values in asked:
            statements.run_later(sql, *values)


def test_a_connection_that_ends_under_a_question_or_a_batch_is_told_and_another_is_used(address):
    from kiosk.hub.store.postgresql import PostgresqlStore

    ends_itself = "SELECT pg_terminate_backend(pg_backend_pid())"
    with closing(PostgresqlStore(address, MIGRATIONS)) as store:
        with pytest.raises(StoreError):
            store.asked(ends_itself)
        with pytest.raises(StoreError):
            run_in_one(store, (TAKEN_BACK, b"k", b"n"), (ends_itself,))

        assert store.asked("SELECT count(*) FROM need_taken_back") == [(0,)]


def test_a_transaction_that_goes_on_after_a_failure_is_not_taken_for_kept(address):
    from kiosk.hub.store.postgresql import PostgresqlStore

    def go_on():
        with store.atomic() as statements:
            statements.run(TAKEN_BACK, b"k", b"n")
            with contextlib.suppress(psycopg.errors.DivisionByZero):
                statements.run("SELECT 1 / 0")

    with closing(PostgresqlStore(address, MIGRATIONS)) as store:
        with pytest.raises(StoreError, match="rolled back"):
            go_on()
        assert number(store, "need_taken_back") == 0


def test_connections_that_ended_while_nobody_used_them_are_not_used(address):
    from kiosk.hub.store.postgresql import PostgresqlStore

    with closing(PostgresqlStore(address, MIGRATIONS)) as store, closing(PostgresqlStore(address, MIGRATIONS)) as other:
        ((idle,),) = store.asked("SELECT pg_backend_pid()")
        assert other.asked("SELECT pg_terminate_backend(?, 5000)", idle) == [(True,)]

        assert filled(store, 2).send(store).hwm == 2


def test_a_transaction_that_fails_at_its_end_keeps_nothing(store):
    with pytest.raises(Exception, match=r"(UNIQUE|unique) constraint"):
        run_in_one(store, (TAKEN_BACK, b"k", b"n"), (TAKEN_BACK, b"k", b"n"))

    assert number(store, "need_taken_back") == 0
    assert filled(store, 2).send(store).hwm == 2


def sent_at_last(kiosk, store):
    """As a kiosk does: it comes again. Each try waits for the server by itself."""
    for _ in range(20):
        with contextlib.suppress(StoreError):
            return kiosk.send(store)
    raise AssertionError("the store does not come back")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {1: "2026-02-30T10", 2: "x"},
        {1: "2026-03-12T24", 2: "x"},
        {1: "2026-03-12T10", 2: "x" * 301},
        {1: "2026-03-12T10", 2: -1},
        {1: "2026-03-12T10", 2: 2**64},
        {1: "2026-03-12T10", 2: None},
        {1: "٢٠٢٦-03-12T10", 2: "x"},
        [1, 2],
        cbor2.CBORTag(1, "2026"),
    ],
)
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.NOTICE])
def test_no_body_breaks_a_batch(store, kind, body):
    kiosk = Kiosk(store)
    kiosk.put(kind, body)
    kiosk.put(Kind.CALL, CALL)

    assert kiosk.send(store).hwm == 2
    assert number(store, "call") == 1


def test_a_full_disk_keeps_nothing_by_half_and_everything_once_there_is_room(tmp_path):
    with opened(tmp_path / "hub.db") as store:
        kiosk = filled(store, 2)
        for _ in range(500):
            kiosk.put(200, os.urandom(1000))
        with full_disk(64 * 1024), pytest.raises(StoreError):
            kiosk.send(store)

        assert number(store, "item") == 2
        assert kiosk.send(store).hwm == 502


def test_a_backup_onto_a_full_disk_leaves_nothing_behind(tmp_path):
    file, copy = tmp_path / "hub.db", tmp_path / "copy.db"
    with opened(file) as store:
        filled(store, 2000)
    with full_disk(64 * 1024), pytest.raises(StoreError):
        back_up(file, copy)

    assert [each.name for each in tmp_path.iterdir() if "copy" in each.name] == []
