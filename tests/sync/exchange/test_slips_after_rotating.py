"""A slip that was printed before its kiosk changed its key, and one printed after, read at another office."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.cli.commands import main
from kiosk.referral import registry
from kiosk.referral.keys import KEY_FILE, KioskKey, own_key
from kiosk.referral.next_key import PREVIOUS_KEY_FILE
from kiosk.referral.token import Item, Referral, sign
from kiosk.sync.exchange.errors import RefusedError
from kiosk.sync.exchange.rotating import MOST_AT_ONCE, announce_next_key
from kiosk.sync.receipts import Desk, deal_with_all
from tests.sync.exchange.conftest import DAY, NOW, Kiosk
from tests.sync.exchange.test_with_the_hub import RealHub, enrolled, store_kiosks, told

store_key_list = pytest.importorskip("kiosk.hub.store.key_list")


@pytest.fixture
def real(tmp_path: Path):  # type: ignore[no-untyped-def]
    with closing(RealHub(tmp_path / "hub.db")) as real:
        yield real


@pytest.fixture
def truro(real: RealHub, tmp_path: Path) -> Kiosk:
    return enrolled(real, tmp_path / "truro")


@pytest.fixture
def amherst(real: RealHub, tmp_path: Path) -> Kiosk:
    return enrolled(real, tmp_path / "amherst")


class Lists:
    """The hub's lists of kiosks, without a network in between."""

    def __init__(self, real: RealHub) -> None:
        self._store = real.store

    def kiosks(self) -> bytes:
        whole: bytes = store_kiosks.key_list(self._store)
        return whole

    def kiosk_changes(self, digest: bytes) -> bytes:
        since: bytes | None = store_key_list.changes_since(self._store, digest)
        if since is None:
            raise RefusedError("the answer is 404")
        return since


def printed(kiosk: Kiosk, number: int = 1) -> str:
    """The token of a slip that is handed over, as the kiosk signs it now."""
    referral = Referral(number.to_bytes(8, "big"), DAY, 7, (Item(17),))
    with kiosk.open() as state:
        return registry.issue(state, referral, own_key(kiosk.folder)).token


def change_key(kiosk: Kiosk, real: RealHub) -> None:
    """To the moment at which the kiosk signs with the new key, and the hub has not heard of that yet."""
    announce_next_key(kiosk.file, kiosk.folder, NOW, at_once=True)
    told(kiosk, real)


def hear(kiosk: Kiosk, real: RealHub) -> None:
    """An exchange, and what the hub says done, as after every one."""
    told(kiosk, real)
    with kiosk.open() as state:
        deal_with_all(Desk(kiosk.folder, state, lambda: load(paths.catalogue_file()), Lists(real)), NOW)


def read_at(kiosk: Kiosk, token: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `guichet read` says there of who signed."""
    monkeypatch.setenv("GUICHET_STATE", str(kiosk.folder))
    said = CliRunner().invoke(main, ["read", "--json", token])
    assert said.exit_code == 0, said.output
    return str(json.loads(said.stdout)["signature"])


def test_both_are_known_to_be_the_kiosks(
    real: RealHub, truro: Kiosk, amherst: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = printed(truro)
    change_key(truro, real)
    after = printed(truro, 2)
    hear(amherst, real)
    assert [read_at(amherst, token, monkeypatch) for token in (before, after)] == ["holds", "holds"]

    told(truro, real)
    hear(amherst, real)

    assert [read_at(amherst, token, monkeypatch) for token in (before, after)] == ["holds", "holds"]


def test_an_office_that_has_exchanged_within_the_wait_knows_the_first_slip_under_a_new_key(
    real: RealHub, truro: Kiosk, amherst: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictou = enrolled(real, tmp_path / "pictou")
    hear(pictou, real)
    announce_next_key(truro.file, truro.folder, NOW)
    told(truro, real)
    waiting = printed(truro)
    hear(amherst, real)
    for _ in range(3):
        real.time += int(MOST_AT_ONCE.total_seconds())
        told(truro, real)

    changed = printed(truro, 2)

    assert own_key(truro.folder).public != truro.key.public
    assert [read_at(amherst, token, monkeypatch) for token in (waiting, changed)] == ["holds", "holds"]
    assert [read_at(pictou, token, monkeypatch) for token in (waiting, changed)] == ["holds", "altered"]


def test_after_two_changes_the_kiosk_itself_knows_its_first_slips_by_the_hubs_list(
    real: RealHub, truro: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = printed(truro)
    for _ in range(2):
        change_key(truro, real)
        hear(truro, real)

    assert read_at(truro, first, monkeypatch) == "holds"


def test_who_has_the_old_key_cannot_sign_for_days_to_come(
    real: RealHub, truro: Kiosk, amherst: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stolen = KioskKey(truro.key.key_id, own_key(truro.folder).private)
    change_key(truro, real)
    told(truro, real)
    hear(amherst, real)
    later = Referral(bytes(8), DAY + timedelta(days=2), 7, (Item(17),))

    assert read_at(amherst, sign(later, stolen), monkeypatch) == "not_checked"
    assert (truro.folder / PREVIOUS_KEY_FILE).read_bytes() != (truro.folder / KEY_FILE).read_bytes()


def test_a_revoked_kiosks_slips_are_not_believed_whatever_key_they_bear(
    real: RealHub, truro: Kiosk, amherst: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = printed(truro)
    change_key(truro, real)
    after = printed(truro, 2)
    told(truro, real)
    hear(amherst, real)

    store_kiosks.revoke(real.store, truro.key.key_id, int(NOW.timestamp()))
    hear(amherst, real)

    assert [read_at(amherst, token, monkeypatch) for token in (before, after)] == ["not_checked", "not_checked"]
