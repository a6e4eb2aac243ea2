"""What the hub is measured with is what it really keeps."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from bench.exchanges import Hub, keys, requests, ring_of
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.sync.exchange.messages import Verdict, open_ack


@pytest.mark.parametrize(("known", "made"), [(True, True), (False, False)])
def test_every_record_is_kept_and_none_is_set_aside(tmp_path: Path, known: bool, made: bool) -> None:
    own, kiosk = keys(2)
    with closing(SqliteStore(tmp_path / "hub.db", MIGRATIONS)) as store:
        hub = Hub(store, own, ring_of([kiosk]))

        words = [
            open_ack(hub.answer(request), own.public) for request in requests(kiosk, 40, 3, Random(1), known=known)
        ]

        with store.reading() as statements:
            (items,) = statements.run("SELECT count(*) FROM item")[0]
            (plans,) = statements.run("SELECT count(*) FROM referral")[0]
    assert [(word.verdict, word.hwm, word.poison) for word in words] == [
        (Verdict.OK, 40, ()),
        (Verdict.OK, 80, ()),
        (Verdict.OK, 120, ()),
    ]
    assert items == 120
    assert bool(plans) is made
