"""The tables of the operator's page: who may sign in, who is signed in, how often it was tried, and what was done."""

from kiosk.hub.store.migrations import Migration

MIGRATIONS = (
    Migration(
        "pages",
        "operators",
        (
            "CREATE TABLE operator (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE,"
            " salt TEXT NOT NULL, stretched TEXT NOT NULL, made_at INTEGER NOT NULL)",
            "CREATE TABLE operator_session (mark TEXT NOT NULL PRIMARY KEY, operator TEXT NOT NULL,"
            " begun_at INTEGER NOT NULL, seen_at INTEGER NOT NULL)",
            "CREATE TABLE operator_try (whom TEXT NOT NULL, span INTEGER NOT NULL, tries INTEGER NOT NULL,"
            " PRIMARY KEY (whom, span))",
            "CREATE TABLE operator_act (id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL,"
            " act TEXT NOT NULL, subject TEXT NOT NULL)",
            "CREATE INDEX operator_act_at ON operator_act (at)",
        ),
    ),
    Migration(
        "pages",
        "acts_in_order",
        (
            "ALTER TABLE operator_act ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX operator_act_place ON operator_act (place)",
        ),
    ),
)
