"""How the store's tables come to be: changes by name, each applied once, in the words of the engine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.hub.store.statements import Statements


class Engine(StrEnum):
    """What keeps the tables."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Only:
    """A statement that one engine alone needs, or has in other words."""

    engine: Engine
    sql: str


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables. `subject` and `name` together are its name for ever."""

    subject: str
    name: str
    statements: tuple[str | Only, ...]


_APPLIED = (
    "CREATE TABLE IF NOT EXISTS migration (subject TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (subject, name))"
)
_TYPES = {"BLOB": "BYTEA", "INTEGER": "BIGINT"}


def migrate(statements: Statements, engine: Engine, migrations: Sequence[Migration]) -> None:
    """Apply what has not been applied yet, in the order given; call it while nobody else can."""
    statements.run(_APPLIED)
    applied = {(str(subject), str(name)) for subject, name in statements.run("SELECT subject, name FROM migration")}
    for migration in migrations:
        if (migration.subject, migration.name) not in applied:
            for sql in _in_words_of(engine, migration.statements):
                statements.run(sql)
            statements.run("INSERT INTO migration (subject, name) VALUES (?, ?)", migration.subject, migration.name)


def _in_words_of(engine: Engine, statements: Sequence[str | Only]) -> Iterator[str]:
    for statement in statements:
        match statement:
            case Only(only, sql):
                if only is engine:
                    yield sql
            case sql if engine is Engine.SQLITE:
                yield sql
            case sql:
                yield re.sub(r"\b(BLOB|INTEGER)\b", lambda found: _TYPES[found[0]], sql)
