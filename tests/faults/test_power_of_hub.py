"""The power goes while the hub keeps what kiosks send: whatever it has given its word for is there, once."""

import random
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from tests.faults.power import Log, Loss, lay, left_after, places
from tests.faults.watched_database import watched
from tests.hub.fleet import Kiosk

CUTS = 150
CALL = {1: "2026-03-12T10", 2: "answered"}
_CALLS = (
    "SELECT count(*) FROM item LEFT JOIN quarantine USING (stream, seq) WHERE item.kind = ? AND quarantine.seq IS NULL"
)


@dataclass(slots=True)
class Told:
    """What the disk was asked to do, and after how many deeds which kiosk was told that the hub has how much."""

    log: Log
    words: list[tuple[int, bytes, int]] = field(default_factory=list)

    def held_by(self, deeds: int) -> dict[bytes, int]:
        """What the hub had given its word for by then: up to which number of each stream."""
        return {stream: hwm for mark, stream, hwm in self.words if mark <= deeds}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Three kiosks exchange twelve times each, poison and claims among it."""
    folder = tmp_path_factory.mktemp("hub")
    with closing(SqliteStore(folder / "hub.db", MIGRATIONS)) as store:
        fleet: list[Any] = [Kiosk(store, name) for name in ("Library", "Office", "Harbour")]  # type: ignore[no-untyped-call]
    told = Told(Log.of(folder))
    with watched(folder, told.log), closing(SqliteStore(folder / "hub.db", MIGRATIONS)) as store:
        for turn in range(12):
            for kiosk in fleet:
                first = len(kiosk.items) + 1
                kiosk.put(Kind.CASE_CLAIM, {1: fleet[0].kid, 2: bytes([turn] * 8), 3: 20_524})
                for _ in range(turn % 5):
                    kiosk.put(Kind.CALL, CALL)
                if turn == 7:
                    kiosk.put(Kind.CALL, b"poison")
                taken = kiosk.send(store, first)
                told.words.append((len(told.log.deeds), kiosk.stream, taken.hwm))
    return told


def outcome(told: Told, left: dict[str, bytes], folder: Path, deeds: int) -> str:
    """What a hub finds that is started again: "whole", or "damaged", "lost", "doubled" or "mixed"."""
    lay(left, folder)
    with closing(SqliteStore(folder / "hub.db", MIGRATIONS)) as store, store.reading() as statements:
        if [tuple(row) for row in statements.run("PRAGMA integrity_check")] != [("ok",)]:
            return "damaged"
        held = {bytes(stream): hwm for stream, hwm in statements.run("SELECT id, hwm FROM stream")}
        there = Counter(bytes(row[0]) for row in statements.run("SELECT stream FROM item"))
        ids = [bytes(row[0]) for row in statements.run("SELECT id FROM item")]
        (calls,) = statements.run("SELECT count(*) FROM call")[0]
        (kept,) = statements.run(_CALLS, int(Kind.CALL))[0]
    if any(held.get(stream, 0) < hwm for stream, hwm in told.held_by(deeds).items()):
        return "lost"
    if len(set(ids)) < len(ids):
        return "doubled"
    return "whole" if there == {stream: hwm for stream, hwm in held.items() if hwm} and calls == kept else "mixed"


@pytest.mark.parametrize("loss", Loss)
def test_no_cut_takes_back_what_the_hub_gave_its_word_for(told: Told, tmp_path: Path, loss: Loss) -> None:
    chance = random.Random(1)
    ended: Counter[str] = Counter()
    for deeds in places(told.log, CUTS, chance):
        with TemporaryDirectory(dir=tmp_path) as again:
            ended[outcome(told, left_after(told.log, deeds, loss, chance), Path(again), deeds)] += 1

    assert ended == {"whole": CUTS}
