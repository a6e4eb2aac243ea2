"""The store's own tables: what came in as it came, and what is made of it for those who look.

`stream`, `item` and `quarantine`, which tells what items say what cannot be, are read and written one stream at a time,
so that an engine that spreads rows over machines can go by `stream`. All the others are projections: they can be made
again from `item`, and a record that comes twice, over whatever route, is in them once. Days are since 1970, moments in
seconds since then.
"""

from kiosk.hub.store.migrations import Engine, Migration, Only
from kiosk.hub.store.statements import Kept, Table

_ID = {"day": Kept.WHOLE, "id": Kept.BYTES, "kid": Kept.BYTES}
_HOUR = {**_ID, "hour": Kept.WHOLE}

ITEM = Table(
    "item",
    {
        "stream": Kept.BYTES,
        "seq": Kept.WHOLE,
        "kind": Kept.WHOLE,
        "id": Kept.BYTES,
        "body": Kept.BYTES,
        "received": Kept.WHOLE,
        "day": Kept.WHOLE,
    },
)
REFERRAL = Table(
    "referral",
    {
        **_ID,
        "referral": Kept.BYTES,
        "catalogue_version": Kept.WHOLE,
        "bundle": Kept.WHOLE,
        "steps": Kept.JSON,
    },
)
NEED = Table(
    "unmet_need",
    {
        **_HOUR,
        "reason": Kept.TEXT,
        "bundle": Kept.TEXT,
        "service": Kept.TEXT,
        "source": Kept.TEXT,
        "term": Kept.TEXT,
        "people": Kept.WHOLE,
        "need": Kept.BYTES,
    },
)
TAKEN_BACK = Table("need_taken_back", {"kid": Kept.BYTES, "need": Kept.BYTES})
CITIZEN_FLAG = Table("citizen_flag", {**_HOUR, "service": Kept.TEXT})
CALL = Table("call", {**_HOUR, "ending": Kept.TEXT})
COUNTED = Table("counted", {**_HOUR, "numbers": Kept.JSON})

_ITEM = (
    "stream BLOB NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL,"
    " received INTEGER NOT NULL"
)


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
            # SQLite drops old days from one end of the key; in PostgreSQL each week is a table of its own.
            Only(
                Engine.SQLITE,
                f"CREATE TABLE item (day INTEGER NOT NULL, {_ITEM}, PRIMARY KEY (day, stream, seq)) WITHOUT ROWID",
            ),
            Only(
                Engine.POSTGRESQL,
                f"CREATE TABLE item ({_ITEM.replace('BLOB', 'BYTEA').replace('INTEGER', 'BIGINT')},"
                " day BIGINT NOT NULL, PRIMARY KEY (stream, seq, day)) PARTITION BY RANGE (day)",
            ),
            "CREATE TABLE quarantine (stream BLOB NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL,"
            " day INTEGER NOT NULL, PRIMARY KEY (stream, seq))",
        ),
    ),
    Migration(
        "hub",
        "projections",
        (
            # What there is many of in one record is JSON: `steps` {service: [step, ...]}, `numbers` {name: how many}.
            # A row for each would be most of what a hub writes.
            "CREATE TABLE referral (id BLOB NOT NULL, kid BLOB NOT NULL, referral BLOB NOT NULL,"
            " day INTEGER NOT NULL, catalogue_version INTEGER NOT NULL, bundle INTEGER, steps JSON NOT NULL,"
            " PRIMARY KEY (day, id))",
            "CREATE TABLE outcome (id BLOB NOT NULL, told_by BLOB NOT NULL, kid BLOB NOT NULL,"
            " referral BLOB NOT NULL, service INTEGER NOT NULL, step INTEGER NOT NULL, status TEXT NOT NULL,"
            " reason TEXT NOT NULL, day INTEGER NOT NULL, corrects INTEGER NOT NULL,"
            " received INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (day, id))",
            "CREATE TABLE unmet_need (id BLOB NOT NULL, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, reason TEXT NOT NULL, bundle TEXT NOT NULL, service TEXT NOT NULL, source TEXT NOT NULL,"
            " term TEXT NOT NULL, people INTEGER NOT NULL, need BLOB NOT NULL, PRIMARY KEY (day, id))",
            "CREATE INDEX unmet_need_need ON unmet_need (kid, need) WHERE length(need) > 0",
            "CREATE TABLE need_taken_back (kid BLOB NOT NULL, need BLOB NOT NULL, PRIMARY KEY (kid, need))",
            "CREATE TABLE citizen_flag (id BLOB NOT NULL, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, service TEXT NOT NULL, PRIMARY KEY (day, id))",
            "CREATE TABLE call (id BLOB NOT NULL, kid BLOB NOT NULL, day INTEGER NOT NULL,"
            " hour INTEGER, ending TEXT NOT NULL, PRIMARY KEY (day, id))",
            "CREATE TABLE counted (id BLOB NOT NULL, kid BLOB NOT NULL, day INTEGER NOT NULL, hour INTEGER,"
            " numbers JSON NOT NULL, PRIMARY KEY (day, id))",
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
    Migration(
        "hub",
        "changes of the key list",
        (
            "CREATE TABLE key_list_version (hash BLOB NOT NULL PRIMARY KEY, number INTEGER NOT NULL)",
            "CREATE TABLE key_changed (kid BLOB NOT NULL PRIMARY KEY, number INTEGER NOT NULL)",
            "CREATE INDEX key_changed_number ON key_changed (number)",
        ),
    ),
)
