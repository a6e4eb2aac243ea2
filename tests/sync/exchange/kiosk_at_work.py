"""Hands referrals over and exchanges with a hub, for ever, saying each referral once it is handed over.

python -m tests.sync.exchange.kiosk_at_work FOLDER ADDRESS SEED
"""

import random
import sys
from contextlib import closing
from pathlib import Path

from kiosk.counter.tables import MIGRATIONS
from kiosk.referral import registry
from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral
from kiosk.state import open_state
from kiosk.sync.exchange.errors import ExchangeError
from kiosk.sync.exchange.exchanging import exchange_once
from kiosk.sync.exchange.http import HttpTransport
from tests.sync.exchange.conftest import DAY, HEALTH, NOW


def main() -> None:
    """Work until killed."""
    folder, address, chance = Path(sys.argv[1]), sys.argv[2], random.Random(int(sys.argv[3]))
    key = own_key(folder)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        while True:
            if chance.random() < 0.7:
                drawn = Referral(chance.randbytes(8), DAY, 7, (Item(17, 1, 1),))
                print(registry.issue(state, drawn, key).referral.id.hex(), flush=True)
                continue
            try:
                exchange_once(folder / "state.db", folder, HttpTransport(address), NOW, HEALTH)
            except ExchangeError:
                continue


if __name__ == "__main__":
    main()
