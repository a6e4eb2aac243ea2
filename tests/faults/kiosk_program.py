"""A kiosk that keeps what people say and sends it now and then, until the hub has everything.

Arguments: the state folder, the hub's address, how many things people say in all. It says a line for each that is kept,
when it is on the disk, and `told` at the end. Killed and started again it goes on where it was.
"""

import contextlib
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiosk.counter import needs
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.sync.exchange.errors import ExchangeError
from kiosk.sync.exchange.exchanging import Exchanged, exchange_once
from kiosk.sync.exchange.http import HttpTransport
from kiosk.sync.exchange.messages import Health

_EACH_TIME = 7
_MOST_TRIES = 600
_SETTING = needs.Setting("2026-03-12T10", 2, "fr")


def main() -> None:
    """Keep, send, and begin again."""
    folder, address, things = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    state_file = folder / "state.db"
    with closing(open_state(state_file, MIGRATIONS)) as state:
        (done,) = state.execute("SELECT count(*) FROM unmet_need").fetchone()
    transport = HttpTransport(address, read_s=5.0)
    for number in range(done + 1, things + 1):
        needs.keep(state_file, needs.UnmetNeed(needs.Reason.NO_WAY_THERE), _SETTING)
        print(number, flush=True)
        if number % _EACH_TIME == 0:
            sent(state_file, folder, transport)
    for _ in range(_MOST_TRIES):
        exchanged = sent(state_file, folder, transport)
        if exchanged is not None and exchanged.left == 0:
            print("told", flush=True)
            return


def sent(state_file: Path, folder: Path, transport: HttpTransport) -> Exchanged | None:
    """Try once; None when it was in vain."""
    with contextlib.suppress(ExchangeError):
        return exchange_once(state_file, folder, transport, datetime.now(UTC), Health("test"))
    return None


if __name__ == "__main__":
    main()
