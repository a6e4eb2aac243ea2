"""A kiosk and the hub as it is shipped, without a network between them: everything a kiosk says is understood there."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.counter.cases.cabinet import Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Planned
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.statuses import Status
from kiosk.counter.corrections import keeping
from kiosk.counter.corrections.values import Field
from kiosk.counter.needs import Reason
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.unmet import Kind as WantedKind
from kiosk.counter.unmet import Need, Wanted, keep_need, take_back
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.receipts import received
from kiosk.outbox.streams import stream_of, waiting
from kiosk.referral import registry
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.state import atomic
from kiosk.sync.exchange.enrolling import enrol
from kiosk.sync.exchange.errors import UnknownKioskError, UnknownSignerError
from kiosk.sync.exchange.exchanging import Exchanged
from kiosk.sync.exchange.known_hub import known_hub
from kiosk.sync.exchange.messages import Ack, Verdict, seal_ack
from kiosk.sync.exchange.rotating import announce_next_key
from kiosk.sync.exchange.sticks import read_receipts_file, unsealed, write_stick_file
from tests.outbox import acts
from tests.sync.exchange.a_hub import HUB_KEY
from tests.sync.exchange.conftest import DAY, HEALTH, NOW, Kiosk
from tests.sync.exchange.test_sticks import SEALING, SEALING_PUBLIC

desk = pytest.importorskip("kiosk.hub.service.desk")
store_kiosks = pytest.importorskip("kiosk.hub.store.kiosks")
sqlite_store = pytest.importorskip("kiosk.hub.store.sqlite")
store_tables = pytest.importorskip("kiosk.hub.store.tables")


class RealHub:
    """The hub on a store of its own; as a transport, the shortest there is."""

    def __init__(self, file: Path) -> None:
        self.store = sqlite_store.SqliteStore(file, store_tables.MIGRATIONS)
        self.time = int(NOW.timestamp())
        self.hub = desk.Hub(self.store, self._sign, HUB_KEY.public, SEALING_PUBLIC, "ns", lambda: self.time)

    @staticmethod
    def _sign(ack: Ack) -> bytes:
        return seal_ack(ack, HUB_KEY)

    def exchange(self, request: bytes) -> bytes:
        try:
            answer: bytes = desk.exchange(self.hub, request)
        except UnknownSignerError as error:
            raise UnknownKioskError("the answer is 401") from error
        return answer

    def enrol(self, request: bytes) -> bytes:
        answer: bytes = desk.enrol(self.hub, request)
        return answer

    def close(self) -> None:
        self.store.close()

    def count(self, table: str) -> int:
        with self.store.reading() as statements:
            ((number,),) = statements.run(f"SELECT count(*) FROM {table}")
        return int(number)


@pytest.fixture
def real(tmp_path: Path) -> Iterator[RealHub]:
    with closing(RealHub(tmp_path / "hub.db")) as hub:
        yield hub


def enrolled(real: RealHub, folder: Path) -> Kiosk:
    own_key(folder)
    hub = enrol(folder, real, store_kiosks.give_code(real.store, int(NOW.timestamp())))
    return Kiosk(folder, KioskKey(hub.key_id, own_key(folder).private))


@pytest.fixture
def truro(real: RealHub, tmp_path: Path) -> Kiosk:
    return enrolled(real, tmp_path / "truro")


def called(kiosk: Kiosk, count: int) -> list[bytes]:
    """So many calls that have ended; gives the ids of their records."""
    with kiosk.open() as state, atomic(state):
        return [put(state, Kind.CALL, {1: "2026-03-12T10", 2: "answered"}, DAY) for _ in range(count)]


def told(kiosk: Kiosk, real: RealHub) -> Exchanged:
    exchanged = kiosk.exchange(real)
    assert exchanged.verdict is Verdict.OK
    return exchanged


def test_everything_that_goes_up_is_understood(real: RealHub, truro: Kiosk) -> None:
    catalogue = load(paths.catalogue_file())
    with truro.open() as state, closing(open_keys(truro.folder)) as keys:
        machine = acts.Machine(truro.file, Cabinet(state, keys), truro.key, catalogue)
        for act in (
            acts.issue,
            acts.open_one,
            acts.note_one,
            acts.citizens_need,
            acts.citizens_flag,
            acts.staffs_need,
            acts.call_one,
            acts.flag_one,
            acts.correct_one,
        ):
            act(machine)
        with atomic(state):
            need = Need(Wanted(WantedKind.WORDS, "a bed"), Reason.FULL)
            take_back(state, keep_need(state, need, kiosk=0, language="en", today=DAY))
        flag = keeping.raise_flag(state, catalogue, keeping.Wrong(acts.SERVICE, Field.FEE), StaffId("SAMIRA22"), NOW)
        keeping.reject(state, flag.id, StaffId("MARC2222"), NOW)
        state.execute("INSERT INTO measure (hour, name, count) VALUES ('2026-03-12T10', 'session', 3)")
        sorts = {kind for (kind,) in state.execute("SELECT DISTINCT kind FROM outbox")}
    announce_next_key(truro.file, truro.folder, NOW)

    exchanged = told(truro, real)

    assert sorts | {7, 10} == set(range(1, 11))
    assert (exchanged.refused, exchanged.left) == (0, 0)
    assert real.count("quarantine") == 0
    assert {
        table: real.count(table) for table in ("referral", "outcome", "unmet_need", "citizen_flag", "call", "flag")
    } == {
        "referral": 1,
        "outcome": 1,
        "unmet_need": 2,
        "citizen_flag": 1,
        "call": 1,
        "flag": 2,
    }


def test_an_outcome_at_one_office_comes_to_the_office_that_issued(real: RealHub, truro: Kiosk, tmp_path: Path) -> None:
    amherst = enrolled(real, tmp_path / "amherst")
    with truro.open() as state:
        token = registry.issue(state, acts.REFERRAL, truro.key).token
    told(truro, real)
    with amherst.open() as state, closing(open_keys(amherst.folder)) as keys:
        cabinet = Cabinet(state, keys)
        case = open_case(cabinet, CasePlan((Planned(17, 1),), "7K3F9XD", token), acts.BY)
        note_outcome(cabinet, case, 1, Status.GOT, acts.BY)
    told(amherst, real)
    told(truro, real)

    with truro.open() as state:
        assert 1 in {receipt.kind for receipt in received(state)}
    with amherst.open() as state:
        assert 2 in {receipt.kind for receipt in received(state)}


def test_a_hub_that_was_put_back_is_made_whole(tmp_path: Path) -> None:
    file, backup = tmp_path / "hub.db", tmp_path / "backup.db"
    with closing(RealHub(file)) as real:
        truro = enrolled(real, tmp_path / "truro")
        called(truro, 3)
        told(truro, real)
    shutil.copy(file, backup)
    with closing(RealHub(file)) as real:
        called(truro, 4)
        told(truro, real)
    for each in tmp_path.glob("hub.db*"):
        each.unlink()
    shutil.copy(backup, file)

    with closing(RealHub(file)) as real:
        assert truro.exchange(real).verdict is Verdict.GAP
        assert told(truro, real).left == 0
        assert real.count("item") == 7


def test_a_clone_is_told_apart_and_both_are_heard(real: RealHub, truro: Kiosk, tmp_path: Path) -> None:
    called(truro, 3)
    told(truro, real)
    shutil.copytree(truro.folder, tmp_path / "clone")
    clone = Kiosk(tmp_path / "clone", truro.key)
    ids = {*called(truro, 2), *called(clone, 1)}
    told(truro, real)

    assert clone.exchange(real).verdict is Verdict.FORK
    assert told(clone, real).left == 0
    with real.store.reading() as statements:
        kept = {bytes(row[0]) for row in statements.run("SELECT id FROM item")}
    assert ids <= kept


def test_a_kiosk_that_was_revoked_keeps_what_it_has(real: RealHub, truro: Kiosk) -> None:
    called(truro, 2)
    store_kiosks.revoke(real.store, truro.key.key_id, int(NOW.timestamp()))

    with pytest.raises(UnknownKioskError):
        truro.exchange(real)

    with truro.open() as state:
        assert waiting(state).count == 2


def test_a_kiosk_changes_its_key_and_is_heard_under_it(real: RealHub, truro: Kiosk) -> None:
    public = announce_next_key(truro.file, truro.folder, NOW, at_once=True)
    assert told(truro, real).key_changed
    called(truro, 1)
    assert told(truro, real).sent == 1

    with real.store.reading() as statements:
        ((known, announced),) = statements.run("SELECT public, next_public FROM kiosk")
    assert (bytes(known), announced) == (public, None)
    assert own_key(truro.folder).public == public


def test_a_stick_goes_there_and_back(real: RealHub, truro: Kiosk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "receipts").mkdir(parents=True)
    called(truro, 3)
    for file in write_stick_file(truro.file, truro.folder, stick, NOW, HEALTH):
        real.exchange(unsealed(file.read_bytes(), SEALING))
    with truro.open() as state:
        stream = stream_of(state).id
    (stick / "receipts" / f"{stream.hex()}.cose").write_bytes(desk.receipts(real.hub, stream))

    exchanged = read_receipts_file(truro.file, truro.folder, stick, NOW)

    assert exchanged is not None
    assert (exchanged.sent, exchanged.left) == (3, 0)


def test_the_id_that_the_hub_gave_is_the_one_slips_are_signed_under(real: RealHub, truro: Kiosk) -> None:
    assert own_key(truro.folder, 99).key_id == known_hub(truro.folder).key_id
    assert len(KeyId(truro.key.key_id)) == 4
