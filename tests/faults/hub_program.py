"""A hub as `guichet hub serve` runs it, which now and then dies when all is kept and nothing answered yet.

Arguments: the port, the folder of its keys, the database (a file, or an address of PostgreSQL), and after how many
exchanges it dies (0: never).
"""

import itertools
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import uvicorn

from kiosk.hub.service.app import Limits, hub_app
from kiosk.hub.service.desk import Hub
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.service.pace import Pace
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Store
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.sync.exchange.messages import seal_ack

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


def dying(app: App, after: int) -> App:
    """The same, but the 200 of this number kills the program instead of being told."""
    told_so_far = itertools.count(1)

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            is_word = message["type"] == "http.response.start" and message["status"] == 200
            if is_word and next(told_so_far) == after:
                os.kill(os.getpid(), signal.SIGKILL)
            await send(message)

        await app(scope, receive, told)

    return answer


def opened(database: str) -> Store:
    """The store in a file, or at an address."""
    if "://" in database:
        from kiosk.hub.store.postgresql import PostgresqlStore

        return PostgresqlStore(database, MIGRATIONS)
    return SqliteStore(Path(database), MIGRATIONS)


def main() -> None:
    """Serve until killed."""
    port, folder, database, dies_after = sys.argv[1:]
    keys = hub_keys(Path(folder))
    as_often_as_they_like = Pace(10**6, 10**6, itertools.count().__next__)
    hub = Hub(
        store=opened(database),
        sign=lambda ack: seal_ack(ack, keys.signing),
        public=keys.signing.public,
        sealing=keys.sealing_public,
        region="ns",
        clock=lambda: int(time.time()),
        pace=as_often_as_they_like,
    )
    limits = Limits(failures=as_often_as_they_like)
    app = dying(hub_app(hub, retention_days=400, limits=limits), int(dies_after))
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main()
