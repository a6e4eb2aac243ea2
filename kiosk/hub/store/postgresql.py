"""The store in a PostgreSQL database: several hubs at once, whatever replicates it, and retention by partition."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import ceil
from select import POLLIN, poll
from threading import Lock
from typing import Any

import psycopg
from psycopg.types.string import BytesBinaryDumper
from psycopg_pool import ConnectionPool, PoolTimeout

from kiosk.hub.store.columns import TYPES, Array, ArrayDumper, columns
from kiosk.hub.store.migrations import Engine, Migration, migrate
from kiosk.hub.store.statements import Kept, Result, Row, Statements, StoreError, Table

_MOST_CONNECTIONS = 8
_WAIT_SECONDS = 5.0
_DAYS_A_PARTITION = 7
_ONE_AT_A_TIME = 0x67756963
"""The advisory lock (a number of ours) under which tables are made."""

_LEFT_OUT = " ON CONFLICT DO NOTHING"
_PARTITIONS = "SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'item'::regclass"
_SETTINGS = "SET synchronous_commit = on; SET lock_timeout = '10s'; SET statement_timeout = '60s'"


class PostgresqlStatements:
    """One transaction on a connection. What gives nothing is sent and not waited for, so that the server works
    meanwhile; what was wrong with it is raised by whatever is waited for next, at the latest by `commit`.
    """

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]], pipeline: psycopg.Pipeline, new: str) -> None:
        self._connection = connection
        self._pipeline = pipeline
        self._new = new

    def run(self, sql: str, *values: object) -> list[Row]:
        cursor = self._settled(sql, *values)
        return list(cursor.fetchall()) if cursor.description else []

    def run_later(self, sql: str, *values: object) -> None:
        self._connection.execute(_in_psycopg(sql), values)

    def run_each(self, sql: str, rows: Iterable[Row]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_in_psycopg(sql), rows)

    def locked(self, select: str, *values: object) -> list[Row]:
        return self.run(f"{select} FOR UPDATE", *values)

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        self._connection.execute(_adding(table), columns(table, rows))

    def add_new(self, rows: Mapping[Table, Sequence[Row]]) -> None:
        for table, each in rows.items():
            self._connection.execute(_adding(table) + self._new, columns(table, each))

    def commit(self) -> None:
        """Keep everything; nothing can be run any more. Raises `StoreError` where a statement has failed before."""
        if self._settled("COMMIT").statusmessage != "COMMIT":  # a server that rolls back instead says only so
            raise StoreError("the transaction was rolled back")

    def _settled(self, sql: str, *values: object) -> psycopg.Cursor[tuple[Any, ...]]:
        """Run one statement and wait for it, and for all before it."""
        cursor = self._connection.execute(_in_psycopg(sql), values)
        self._pipeline.sync()
        return cursor


class PostgresqlStore:
    """A database; `address` is postgresql://user@host/name, or postgresql:///name for the one of this machine."""

    def __init__(self, address: str, migrations: Sequence[Migration], wait_s: float = _WAIT_SECONDS) -> None:
        """Connect, and apply `migrations`; wait so long for the server, at each use. Raises `StoreError`."""
        self._partitions: set[int] = set()
        self._making = Lock()
        self._pool = ConnectionPool(
            address,
            min_size=1,
            max_size=_MOST_CONNECTIONS,
            timeout=wait_s,
            reconnect_timeout=wait_s,  # then whoever comes next tries at once, not after a growing pause
            configure=_configure,
            check=_check,
            open=False,
        )
        try:
            with _store_errors():
                self._open_pool(address, wait_s)
            with self.atomic() as statements:
                statements.run("SELECT pg_advisory_xact_lock(?)", _ONE_AT_A_TIME)
                migrate(statements, Engine.POSTGRESQL, migrations)
        except BaseException:
            self._pool.close()
            raise

    def _open_pool(self, address: str, wait_s: float) -> None:
        try:
            self._pool.open(wait=True, timeout=wait_s)
        except PoolTimeout:
            psycopg.connect(address, connect_timeout=max(2, ceil(wait_s))).close()  # says why, which the pool does not
            raise

    @contextmanager
    def atomic(self, new: str = _LEFT_OUT) -> Iterator[PostgresqlStatements]:
        # The connection rolls back what was not committed.
        with _store_errors(), self._pool.connection() as connection, connection.pipeline() as pipeline:
            statements = PostgresqlStatements(connection, pipeline, new)
            yield statements
            statements.commit()

    def transact(self, work: Callable[[Statements], Result]) -> Result:
        """As nearly always nothing of it is there yet; where some is, a stream was begun anew, and it is done again."""
        try:
            with self.atomic(new="") as statements:
                return work(statements)
        except psycopg.errors.UniqueViolation:
            with self.atomic() as statements:
                return work(statements)

    @contextmanager
    def reading(self) -> Iterator[PostgresqlStatements]:
        with self.atomic() as statements:
            statements.run_later("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield statements

    def asked(self, select: str, *values: object) -> list[Row]:
        with _store_errors(), self._pool.connection() as connection:
            connection.autocommit = True  # one statement is a transaction by itself
            try:
                return list(connection.execute(_in_psycopg(select), values).fetchall())
            finally:
                if not connection.closed:
                    connection.autocommit = False

    def make_room(self, day: int) -> None:
        """Make the partition of this day and the next, in a transaction of its own: it locks the whole table."""
        wanted = {_first_day(day), _first_day(day + _DAYS_A_PARTITION)}
        if wanted <= self._partitions:
            return
        with self._making, self.atomic() as statements:
            statements.run("SELECT pg_advisory_xact_lock(?)", _ONE_AT_A_TIME)
            for first in sorted(wanted - self._partitions_now(statements)):
                after = first + _DAYS_A_PARTITION
                statements.run(f"CREATE TABLE item_{first} PARTITION OF item FOR VALUES FROM ({first}) TO ({after})")
        self._partitions |= wanted

    def drop_items_before(self, day: int) -> int:
        with self._making, self.atomic() as statements:
            statements.run("SELECT pg_advisory_xact_lock(?)", _ONE_AT_A_TIME)
            over = {first for first in self._partitions_now(statements) if first + _DAYS_A_PARTITION <= day}
            for first in over:
                statements.run(f"DROP TABLE item_{first}")
        self._partitions -= over
        return len(over)

    def close(self) -> None:
        self._pool.close()

    @staticmethod
    def _partitions_now(statements: PostgresqlStatements) -> set[int]:
        return {int(name.removeprefix("item_")) for (name,) in statements.run(_PARTITIONS)}


def _first_day(day: int) -> int:
    return day - day % _DAYS_A_PARTITION


def _configure(connection: psycopg.Connection[Any]) -> None:
    # Otherwise psycopg asks of each bytes whether it is a `Binary` of DB-API, which takes as long as all the rest.
    connection.adapters.register_dumper(bytes, BytesBinaryDumper)
    connection.adapters.register_dumper(Array, ArrayDumper)
    connection.execute(_SETTINGS)
    connection.commit()


def _check(connection: psycopg.Connection[Any]) -> None:
    """Raise for a connection whose server has gone; that shows without asking, as it closes its end."""
    waiting = poll()
    waiting.register(connection.fileno(), POLLIN)
    if waiting.poll(0):
        ConnectionPool.check_connection(connection)


@lru_cache(maxsize=64)
def _adding(table: Table) -> str:
    """The statement that adds rows, given column by column: as quick for the server as COPY, and not waited for."""
    names = ", ".join(table.columns)
    values = ", ".join(f"{name}::json" if kept is Kept.JSON else name for name, kept in table.columns.items())
    arrays = ", ".join(f"%b::{TYPES[kept]}[]" for kept in table.columns.values())
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM unnest({arrays}) AS added ({names})"


@lru_cache(maxsize=512)
def _in_psycopg(sql: str) -> str:
    """The same with psycopg's sign for a value."""
    return sql.replace("%", "%%").replace("?", "%s")


@contextmanager
def _store_errors() -> Iterator[None]:
    """Turn what happened to the server or on the way into ours; a wrong statement stays a bug."""
    try:
        yield
    except psycopg.OperationalError as error:
        raise StoreError(" ".join(str(error).split())) from error
