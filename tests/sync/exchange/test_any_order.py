"""Whatever happens, in whatever order: bad lines, sticks, hubs and disks put back. What can reach the hub is there."""

import copy
import shutil
import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from kiosk.outbox.streams import waiting
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.sync.exchange.errors import ExchangeError
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.exchange.sticks import read_receipts_file, write_stick_file
from tests.sync.exchange.a_hub import HUB_KEY, Between, Hub
from tests.sync.exchange.conftest import HEALTH, NOW, Kiosk
from tests.sync.exchange.test_sticks import SEALING_PUBLIC, carry

pytestmark = pytest.mark.slow

_ENOUGH = 6
"""Exchanges after which nothing waits, whatever has happened: a gap, a fork, and what they send again."""


class KioskAndHub(RuleBasedStateMachine):
    """A kiosk and a hub; `must` are the records that nothing done here may lose."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="any-order-"))
        self.hub, self.now = Hub(), NOW
        self.kiosk = self._kiosk(self.folder / "kiosk")
        self.must: set[bytes] = set()
        self.backup: Hub | None = None
        self.unsafe: set[bytes] = set()
        """What only the hub may have by now: of those, a hub put back loses some for good."""

    def _kiosk(self, folder: Path) -> Kiosk:
        key = KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(folder).private)
        self.hub.knows(key)
        keep_hub(folder, KnownHub(key.key_id, HUB_KEY.public, "ns", SEALING_PUBLIC))
        return Kiosk(folder, key)

    def teardown(self) -> None:
        for _ in range(_ENOUGH):
            self.kiosk.exchange(self.hub, self.now)
        with self.kiosk.open() as state:
            assert waiting(state).count == 0
        assert self.must <= set(self.hub.ids)
        for stream, items in self.hub.items.items():
            assert [item.seq for item in items] == list(range(1, len(items) + 1)), stream
            assert len({item.id for item in items}) == len(items)
        shutil.rmtree(self.folder)

    @rule(count=st.integers(1, 4))
    def act(self, count: int) -> None:
        self.must |= set(self.kiosk.act(count))

    @rule()
    def exchange(self) -> None:
        self.kiosk.exchange(self.hub, self.now)

    @rule(cut=st.integers(0, 150))
    def lose_the_answer(self, cut: int) -> None:
        with suppress(ExchangeError):
            self.kiosk.exchange(Between(self.hub, down=lambda response: response[:cut]), self.now)

    @rule()
    def lose_the_request(self) -> None:
        with suppress(ExchangeError):
            self.kiosk.exchange(Between(self.hub, up=lambda request: request[:-1]), self.now)

    @rule()
    def deliver_twice(self) -> None:
        def twice(request: bytes) -> bytes:
            self.hub.exchange(request)
            return request

        self.kiosk.exchange(Between(self.hub, up=twice), self.now)

    @rule(days=st.sampled_from([1, 20, 45]))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        if days > 30:
            self.unsafe |= self.must

    @rule(moment=st.sampled_from([datetime(1970, 1, 2, tzinfo=NOW.tzinfo), datetime(2045, 1, 1, tzinfo=NOW.tzinfo)]))
    def exchange_with_a_wrong_clock(self, moment: datetime) -> None:
        self.kiosk.exchange(self.hub, moment)
        self.unsafe |= self.must

    @rule()
    def back_up_the_hub(self) -> None:
        self.backup = copy.deepcopy(self.hub)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def put_the_hub_back(self) -> None:
        assert self.backup is not None
        lost = set(self.hub.ids) - set(self.backup.ids)
        self.must -= lost & self.unsafe
        self.hub = copy.deepcopy(self.backup)

    @rule()
    def clone_the_disk_and_let_the_clone_speak(self) -> None:
        clone = self.folder / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        shutil.copytree(self.kiosk.folder, clone)
        other = Kiosk(clone, self.kiosk.key)
        said = set(other.act(2))
        for _ in range(_ENOUGH):
            other.exchange(self.hub, self.now)
        assert said <= set(self.hub.ids)
        self.must |= said
        self.unsafe |= said

    @rule()
    def keep_a_copy_of_the_disk(self) -> None:
        copied = self.folder / "copy"
        shutil.rmtree(copied, ignore_errors=True)
        shutil.copytree(self.kiosk.folder, copied)

    @precondition(lambda self: (self.folder / "copy").exists())
    @rule()
    def put_the_copy_of_the_disk_back(self) -> None:
        """What was done since and did not reach the hub is gone with the disk; the rest only the hub has."""
        shutil.rmtree(self.kiosk.folder)
        shutil.copytree(self.folder / "copy", self.kiosk.folder)
        self.must &= set(self.hub.ids) | self._kept()
        self.unsafe |= self.must - self._kept()

    @rule(back=st.booleans())
    def go_by_stick(self, back: bool) -> None:
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        write_stick_file(self.kiosk.file, self.kiosk.folder, stick, self.now, HEALTH)
        with suppress(ExchangeError):
            carry(self.hub, stick)
        if back:
            self.bring_the_stick_back()

    @precondition(lambda self: (self.folder / "stick").exists())
    @rule()
    def bring_the_stick_back(self) -> None:
        with suppress(ExchangeError):
            read_receipts_file(self.kiosk.file, self.kiosk.folder, self.folder / "stick", self.now)

    def _kept(self) -> set[bytes]:
        with self.kiosk.open() as state:
            return {id for (id,) in state.execute("SELECT id FROM outbox")}


KioskAndHub.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
test_whatever_happens_what_can_reach_the_hub_is_there = KioskAndHub.TestCase
