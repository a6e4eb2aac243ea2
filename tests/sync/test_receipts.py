"""What the hub tells a kiosk is done once, and what cannot be done holds nothing up."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from kiosk.catalogue.reading import load
from kiosk.counter.cases.statuses import Status
from kiosk.counter.heard import Heard, heard_of
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.days import day_number
from kiosk.outbox.receipts import Received, receive, received
from kiosk.paths import catalogue_file
from kiosk.referral import code, cose
from kiosk.referral.keys import KeyId, KnownKiosk, key_list, read_key_list
from kiosk.referral.known import HUB_KEY_LIST
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.errors import NotReachedError, RefusedError
from kiosk.sync.exchange.key_lists import changes
from kiosk.sync.exchange.messages import ReceiptKind
from kiosk.sync.receipts import Desk, deal_with_all

NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)
DAY = date(2026, 3, 11)
REFERRAL = bytes(range(8))
CODE = code.make(REFERRAL).characters
OUTCOME = {1: REFERRAL, 2: 12, 3: 3, 4: "got", 5: day_number(DAY)}


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


KIOSKS = key_list(KnownKiosk(KeyId(b"\x00\x00\x00\x07"), bytes(range(32)), "North end"))


class Lists:
    """The hub's lists of kiosks: the one it has, and those since which it remembers what has changed."""

    def __init__(self, whole, remembered=()):
        self.whole, self.remembered, self.asked = whole, dict(remembered), []

    def kiosks(self):
        self.asked.append("whole")
        return self.whole

    def kiosk_changes(self, digest):
        self.asked.append("changes")
        if digest not in self.remembered:
            raise RefusedError("the answer is 404")
        return self.remembered[digest]


class NoNetwork:
    def kiosks(self):
        raise NotReachedError("nobody there")

    def kiosk_changes(self, digest):
        raise NotReachedError("nobody there")


@pytest.fixture
def desk(tmp_path, state):
    return Desk(tmp_path, state, lambda: load(catalogue_file()), Lists(KIOSKS))


def tell(state, kind, *bodies):
    """Have the hub say these."""
    told = [Received(number, kind, body) for number, body in enumerate(bodies, start=1)]
    with atomic(state):
        receive(state, told, cursor=len(told))


def test_an_outcome_from_another_office_is_found_under_the_slip_s_code(state, desk):
    tell(state, ReceiptKind.OUTCOME, cose.canonical(OUTCOME))

    assert deal_with_all(desk, NOW) == 1

    assert heard_of(state, CODE) == (Heard(CODE, 12, 3, Status.GOT, DAY),)
    assert received(state) == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        cose.canonical({**OUTCOME, 1: b"short"}),
        cose.canonical({**OUTCOME, 4: "lost in the post"}),
        cose.canonical({**OUTCOME, 4: 7}),
        cose.canonical({**OUTCOME, 5: 2**62}),
        cose.canonical({**OUTCOME, 2: -1}),
        cose.canonical({}),
    ],
)
def test_what_cannot_be_understood_is_put_away_and_holds_nothing_up(state, desk, body):
    tell(state, ReceiptKind.OUTCOME, body, cose.canonical(OUTCOME))

    assert deal_with_all(desk, NOW) == 2

    assert received(state) == ()


@pytest.mark.parametrize(("kind", "body"), [(ReceiptKind.DECISION, cose.canonical({1: b"{}"})), (77, b"\xa0")])
def test_a_decision_that_is_none_and_a_kind_of_a_later_hub_hold_nothing_up(state, desk, kind, body):
    tell(state, kind, body)

    deal_with_all(desk, NOW)

    assert received(state) == ()


def keys_changed(digest):
    return cose.canonical({1: digest})


def test_the_list_of_kiosks_that_the_hub_named_is_taken(state, desk):
    tell(state, ReceiptKind.KEYS_CHANGED, keys_changed(sha256(KIOSKS).digest()))

    assert deal_with_all(desk, NOW) == 1

    assert [kiosk.name for kiosk in read_key_list(desk.folder / HUB_KEY_LIST)] == ["North end"]


def test_another_list_than_the_hub_named_is_not_taken_and_asked_for_again(state, desk):
    tell(state, ReceiptKind.KEYS_CHANGED, keys_changed(bytes(32)))

    assert deal_with_all(desk, NOW) == 0

    assert not (desk.folder / HUB_KEY_LIST).exists()
    assert len(received(state)) == 1


BEFORE = key_list(KnownKiosk(KeyId(b"\0\0\0\x05"), bytes(32), "South end"))
SINCE = changes({b"\0\0\0\x07": [bytes(range(32)), "North end"], b"\0\0\0\x05": None})


@pytest.mark.parametrize(
    ("known", "told", "asked"),
    [
        (BEFORE, SINCE, ["changes"]),
        (BEFORE, None, ["changes", "whole"]),
        (BEFORE, changes({}), ["changes", "whole"]),
        (BEFORE, b"<html>", ["changes", "whole"]),
        (BEFORE, changes({b"\0\0\0\x07": "nonsense"}), ["changes", "whole"]),
        (b"torn", SINCE, ["changes", "whole"]),
        (None, SINCE, ["whole"]),
    ],
)
def test_a_list_is_brought_up_to_date_by_what_has_changed_or_else_fetched_whole(state, desk, known, told, asked):
    lists = Lists(KIOSKS, {sha256(known).digest(): told} if known and told else {})
    if known is not None:
        (desk.folder / HUB_KEY_LIST).write_bytes(known)
    tell(state, ReceiptKind.KEYS_CHANGED, keys_changed(sha256(KIOSKS).digest()))

    assert deal_with_all(replace(desk, hub=lists), NOW) == 1

    assert lists.asked == asked
    assert (desk.folder / HUB_KEY_LIST).read_bytes() == KIOSKS


def test_of_several_lists_only_the_last_that_was_named_is_asked_for(state, desk):
    names = [keys_changed(bytes(32)), keys_changed(bytes([1] * 32)), keys_changed(sha256(KIOSKS).digest())]
    tell(state, ReceiptKind.KEYS_CHANGED, *names)

    assert deal_with_all(desk, NOW) == 3

    assert desk.hub.asked == ["whole"]
    assert received(state) == ()


def test_without_a_network_the_list_waits_and_outcomes_do_not(state, desk):
    tell(state, ReceiptKind.KEYS_CHANGED, keys_changed(sha256(KIOSKS).digest()))
    with atomic(state):
        receive(state, [Received(9, ReceiptKind.OUTCOME, cose.canonical(OUTCOME))], cursor=9)

    assert deal_with_all(replace(desk, hub=NoNetwork()), NOW) == 1

    assert heard_of(state, CODE)
    assert [receipt.number for receipt in received(state)] == [1]
