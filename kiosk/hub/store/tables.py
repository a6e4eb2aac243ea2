"""The store's own tables: what came in as it came, and what is made of it for those who look.

`stream`, `item` and `quarantine` are read and written one stream at a time, so that an engine that spreads rows over
machines can go by `stream`. All the others are projections: they can be made again from `item`, and a record that
comes twice, over whatever route, is in them once. Days are since 1970, moments in seconds since then.
"""

from kiosk.hub.store.migrations import Engine, Migration, Only

_COLUMNS = (
    "stream BLOB NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, kind INTEGER NOT NULL, id BLOB NOT NULL,"
    " body BLOB NOT NULL, received INTEGER NOT NULL, PRIMARY KEY (stream, seq, day)"
)
"""The key's columns come first: SQLite 3.40 takes a table without row ids for damaged where they do not."""


MIGRATIONS = (
    Migration(
        "hub",
        "kiosks",
        (
            "CREATE TABLE kiosk (kid BLOB NOT NULL PRIMARY KEY, public BLOB NOT NULL UNIQUE, next_public BLOB UNIQUE,"
            " name TEXT NOT NULL, enrolled INTEGER NOT NULL, revoked INTEGER)",
            "CREATE TABLE enrol_code (id TEXT NOT NULL PRIMARY KEY, mac_key BLOB NOT NULL, until INTEGER NOT NULL,"
            " tries INTEGER NOT NULL, name TEXT NOT NULL, wanted_kid BLOB, public BLOB)",
            "CREATE TABLE key_list (only_one INTEGER NOT NULL PRIMARY KEY, content BLOB NOT NULL, hash BLOB NOT NULL)",
            "CREATE TABLE letterbox (kid BLOB NOT NULL PRIMARY KEY, last INTEGER NOT NULL, keys BLOB NOT NULL)",
            "CREATE TABLE receipt (kid BLOB NOT NULL, number INTEGER NOT NULL, kind INTEGER NOT NULL,"
            " body BLOB NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (kid, number))",
            "CREATE TABLE health (kid BLOB NOT NULL PRIMARY KEY, contact INTEGER NOT NULL, clock INTEGER NOT NULL,"
            " app TEXT NOT NULL, catalogue_version INTEGER NOT NULL, free_mib INTEGER NOT NULL,"
            " clock_wrong INTEGER NOT NULL, waiting INTEGER NOT NULL, audit BLOB NOT NULL, stream BLOB NOT NULL)",
        ),
    ),
    Migration(
        "hub",
        "streams",
        (
            "CREATE TABLE stream (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, hwm INTEGER NOT NULL,"
            " chain BLOB NOT NULL, request BLOB NOT NULL)",
            Only(Engine.SQLITE, f"CREATE TABLE item ({_COLUMNS}) WITHOUT ROWID"),
            Only(Engine.SQLITE, "CREATE INDEX item_day ON item (day)"),
            Only(
                Engine.POSTGRESQL,
                f"CREATE TABLE item ({_COLUMNS.replace('BLOB', 'BYTEA').replace('INTEGER', 'BIGINT')})"
                " PARTITION BY RANGE (day)",
            ),
            "CREATE TABLE quarantine (stream BLOB NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL,"
            " id BLOB NOT NULL, body BLOB NOT NULL, reason TEXT NOT NULL, day INTEGER NOT NULL,"
            " PRIMARY KEY (stream, seq))",
        ),
    ),
    Migration(
        "hub",
        "projections",
        (
            "CREATE TABLE referral (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, referral BLOB NOT NULL,"
            " day INTEGER NOT NULL, catalogue_version INTEGER NOT NULL, bundle INTEGER)",
            "CREATE INDEX referral_number ON referral (kid, referral)",
            "CREATE INDEX referral_day ON referral (day)",
            "CREATE TABLE referral_step (id BLOB NOT NULL, place INTEGER NOT NULL, service INTEGER NOT NULL,"
            " step INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (id, place))",
            "CREATE INDEX referral_step_day ON referral_step (day)",
            "CREATE TABLE outcome (id BLOB NOT NULL PRIMARY KEY, told_by BLOB NOT NULL, kid BLOB NOT NULL,"
            " referral BLOB NOT NULL, service INTEGER NOT NULL, step INTEGER NOT NULL, status TEXT NOT NULL,"
            " reason TEXT NOT NULL, day INTEGER NOT NULL, corrects INTEGER NOT NULL,"
            " received INTEGER NOT NULL, seq INTEGER NOT NULL)",
            "CREATE INDEX outcome_day ON outcome (day)",
            "CREATE TABLE unmet_need (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, reason TEXT NOT NULL, bundle TEXT NOT NULL, service TEXT NOT NULL, source TEXT NOT NULL,"
            " term TEXT NOT NULL, people INTEGER NOT NULL, need BLOB NOT NULL)",
            "CREATE INDEX unmet_need_need ON unmet_need (kid, need)",
            "CREATE TABLE need_taken_back (kid BLOB NOT NULL, need BLOB NOT NULL, PRIMARY KEY (kid, need))",
            "CREATE INDEX unmet_need_day ON unmet_need (day)",
            "CREATE TABLE citizen_flag (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, service TEXT NOT NULL)",
            "CREATE TABLE call (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, ending TEXT NOT NULL)",
            "CREATE TABLE counted (id BLOB NOT NULL, name TEXT NOT NULL, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, number INTEGER NOT NULL, PRIMARY KEY (id, name))",
            "CREATE INDEX counted_day ON counted (day)",
            "CREATE TABLE claim (id BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, referral BLOB NOT NULL,"
            " claimer BLOB NOT NULL, day INTEGER NOT NULL, received INTEGER NOT NULL)",
            "CREATE TABLE first_claim (kid BLOB NOT NULL, referral BLOB NOT NULL, claimer BLOB NOT NULL,"
            " day INTEGER NOT NULL, PRIMARY KEY (kid, referral))",
            "CREATE TABLE flag (id TEXT NOT NULL PRIMARY KEY, kid BLOB NOT NULL, received INTEGER NOT NULL,"
            " state TEXT NOT NULL, content TEXT NOT NULL, decided_here INTEGER NOT NULL DEFAULT 0)",
            "CREATE TABLE correction (id TEXT NOT NULL PRIMARY KEY, kid BLOB NOT NULL, received INTEGER NOT NULL,"
            " state TEXT NOT NULL, content TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at INTEGER,"
            " decision TEXT NOT NULL, reason TEXT NOT NULL)",
        ),
    ),
    Migration(
        "hub",
        "former keys",
        ("CREATE TABLE former_key (public BLOB NOT NULL PRIMARY KEY, kid BLOB NOT NULL, until INTEGER NOT NULL)",),
    ),
)
