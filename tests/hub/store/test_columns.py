"""Columns as PostgreSQL reads them back: every kind of value, and none."""

from contextlib import closing

import pytest

from kiosk.hub.store.postgresql import PostgresqlStore
from kiosk.hub.store.statements import Kept, Table
from kiosk.hub.store.tables import MIGRATIONS

EVERYTHING = Table("everything", {"a": Kept.BYTES, "b": Kept.WHOLE, "c": Kept.TEXT, "d": Kept.JSON})
ROWS = [
    (b"", 0, "", "{}"),
    (bytes(range(256)), 2**63 - 1, "Chéticamp, l’Acadie ✓", '{"17": [1, 2]}'),
    (b"\0", -(2**63), '"{NULL}"', "[]"),
    (None, None, None, None),
]


@pytest.fixture
def statements(address):
    with closing(PostgresqlStore(address, MIGRATIONS)) as store, store.atomic() as statements:
        statements.run("CREATE TABLE everything (a bytea, b int8, c text, d json)")
        yield statements


def test_every_value_comes_back_as_it_was(statements):
    statements.append(EVERYTHING, ROWS)

    assert statements.run("SELECT a, b, c, d::text FROM everything ORDER BY a NULLS LAST") == sorted(
        ROWS, key=lambda row: (row[0] is None, row[0])
    )


def test_a_column_of_nothing_but_none_is_one(statements):
    statements.append(EVERYTHING, [(None, None, None, None)] * 3)

    assert statements.run("SELECT count(*), count(a), count(b), count(c), count(d) FROM everything") == [
        (3, 0, 0, 0, 0)
    ]
