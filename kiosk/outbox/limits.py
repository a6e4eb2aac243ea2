"""How much the outbox holds at most, where no hub ever takes it: the oldest goes, mere counts before all else.

Nothing goes for its age alone: a clock that wakes up in 2045 would empty the outbox of a kiosk that is well.
A stream has no holes. When something goes that the hub does not have, what stays is numbered anew under a new stream
id; the hub knows each record by its id and takes none twice.
"""

import sqlite3
from datetime import date, timedelta

from kiosk.outbox.kinds import Kind
from kiosk.outbox.streams import begin_stream, let_go

MOST_WAITING = 50_000
"""Records. At 200 a day that is eight months; they take about 10 MB."""

ROOM_MADE = 5_000
"""So many go at once, so that it is not done again with the next record."""

KEPT_ACKNOWLEDGED = timedelta(days=30)
"""So long a hub that was put back from a backup can have its records once more. None of them says who anybody was."""

COUNTED = (Kind.COUNTS, Kind.CALL)
"""What goes first."""


def keep_within(state: sqlite3.Connection, today: date, most: int = MOST_WAITING, room: int = ROOM_MADE) -> int:
    """Let go what is too much, and tell how many records the hub will never have; inside `atomic`."""
    let_go(state, today - KEPT_ACKNOWLEDGED)
    (waiting,) = state.execute("SELECT count(*) FROM outbox WHERE acked IS NULL").fetchone()
    if waiting <= most:
        return 0
    over = waiting - most + room
    counted = state.execute(
        "DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE acked IS NULL AND kind IN (?, ?)"
        " ORDER BY seq LIMIT ?)",
        (*COUNTED, over),
    ).rowcount
    others = state.execute(
        "DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE acked IS NULL ORDER BY seq LIMIT ?)",
        (over - counted,),
    ).rowcount
    begin_stream(state)
    return counted + others
