"""Nothing is let go before the hub's own word for it is here, and nothing is told twice."""

import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.outbox.streams import stream_of, waiting
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.sync.exchange.errors import (
    BusyError,
    ExchangeError,
    NotEnrolledError,
    NotReachedError,
    UnknownSignerError,
    UnreadableError,
)
from kiosk.sync.exchange.exchanging import exchange_once, taking_turns
from kiosk.sync.exchange.known_hub import HUB_FILE
from kiosk.sync.exchange.messages import (
    Ack,
    Verdict,
    open_ack,
    seal_ack,
)
from tests.sync.exchange.a_hub import HUB_KEY, HUB_TIME, Between, Hub
from tests.sync.exchange.conftest import HEALTH, NOW, Kiosk


def test_what_waits_goes_up_once_and_in_order(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)

    first, second = kiosk.exchange(hub), kiosk.exchange(hub)

    assert hub.ids == ids
    assert (first.sent, first.left, first.verdict, first.hub_time) == (3, 0, Verdict.OK, HUB_TIME)
    assert (second.sent, second.left) == (0, 0)
    assert [len(batch.items) for batch in hub.heard] == [3, 0]


def test_the_hub_hears_how_the_kiosk_is(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)
    kiosk.exchange(hub)

    (batch,) = hub.heard
    assert (batch.health.app, batch.health.catalogue_version, batch.health.free_mib) == ("1.0", 7, 900)
    assert batch.health.waiting == 3
    assert batch.clock == int(NOW.timestamp())


def test_counts_of_hours_that_are_over_go_along(kiosk: Kiosk, hub: Hub) -> None:
    with kiosk.open() as state:
        state.execute("INSERT INTO measure (hour, name, count) VALUES ('2026-03-12T10', 'session', 3)")

    assert kiosk.exchange(hub).sent == 1
    assert [item.kind for items in hub.items.values() for item in items] == [7]


@pytest.mark.parametrize(
    "down",
    [
        pytest.param(lambda response: b"<!doctype html><h1>Welcome to our Wi-Fi</h1>", id="a captive portal"),
        pytest.param(lambda response: b"", id="nothing"),
        pytest.param(lambda response: response[:-1], id="a cut answer"),
        pytest.param(lambda response: response[: len(response) // 2], id="half an answer"),
        pytest.param(lambda response: response + b"\n", id="an answer with something behind"),
        pytest.param(lambda response: response[:60] + b"\x00" + response[61:], id="an altered answer"),
    ],
)
def test_an_answer_that_is_not_the_hubs_word_lets_nothing_go(
    kiosk: Kiosk, hub: Hub, down: Callable[[bytes], bytes]
) -> None:
    ids = kiosk.act(3)

    with pytest.raises(ExchangeError):
        kiosk.exchange(Between(hub, down=down))

    with kiosk.open() as state:
        assert waiting(state).count == 3
    assert kiosk.exchange(hub).sent == 3
    assert hub.ids == ids


def test_the_word_of_another_hub_lets_nothing_go(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)
    stranger = KioskKey(HUB_KEY.key_id, own_key(kiosk.folder / "elsewhere").private)

    with pytest.raises(UnknownSignerError):
        kiosk.exchange(Between(hub, down=lambda response: seal_ack(open_ack(response, HUB_KEY.public), stranger)))

    with kiosk.open() as state:
        assert waiting(state).count == 3


def test_an_earlier_word_of_the_hub_lets_nothing_go(kiosk: Kiosk, hub: Hub) -> None:
    answers: list[bytes] = []

    def keep(response: bytes) -> bytes:
        answers.append(response)
        return response

    kiosk.act(3)
    kiosk.exchange(Between(hub, down=keep))
    kiosk.act(3)

    with pytest.raises(UnreadableError, match="another request"):
        kiosk.exchange(Between(hub, down=lambda _: answers[0]))

    with kiosk.open() as state:
        assert waiting(state).count == 3


def test_a_batch_that_came_twice_is_taken_once(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)

    def twice(request: bytes) -> bytes:
        hub.exchange(request)
        return request

    assert kiosk.exchange(Between(hub, up=twice)).sent == 3
    assert hub.ids == ids


def test_where_the_answer_was_lost_the_next_batch_brings_the_rest(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)
    with pytest.raises(ExchangeError):
        kiosk.exchange(Between(hub, down=lambda _: b""))
    ids += kiosk.act(2)

    assert kiosk.exchange(hub).sent == 5
    assert hub.ids == ids


def test_poison_is_acknowledged_and_holds_nothing_up(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(3)
    hub.poison = lambda item: item.id == ids[1]

    exchanged = kiosk.exchange(hub)

    assert (exchanged.sent, exchanged.left, exchanged.refused) == (3, 0, 1)


def test_a_hub_that_lost_some_gets_it_again(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(4)
    kiosk.exchange(hub)
    ids += kiosk.act(1)
    hub.lose_after(hub.heard[0].stream, 2)

    gap, healed = kiosk.exchange(hub), kiosk.exchange(hub)

    assert (gap.verdict, gap.left) == (Verdict.GAP, 3)
    assert (healed.verdict, healed.sent, healed.left) == (Verdict.OK, 3, 0)
    assert hub.ids == ids


def test_a_hub_that_lost_some_is_noticed_though_nothing_waits(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(4)
    kiosk.exchange(hub)
    hub.lose_after(hub.heard[0].stream, 0)

    kiosk.exchange(hub)
    kiosk.exchange(hub)

    assert hub.ids == ids


def test_a_hub_that_lost_more_than_is_kept_gets_what_is_kept_in_a_new_stream(kiosk: Kiosk, hub: Hub) -> None:
    old = kiosk.act(2)
    kiosk.exchange(hub)
    later = NOW + timedelta(days=31)
    kept = kiosk.act(2)
    kiosk.exchange(hub, later)
    with kiosk.open() as state:
        before = stream_of(state)
        assert before.base == 2
    hub.lose_after(hub.heard[0].stream, 1)

    assert kiosk.exchange(hub, later).verdict is Verdict.GAP
    assert kiosk.exchange(hub, later).sent == 2

    assert hub.ids == [old[0], *kept]
    with kiosk.open() as state:
        assert stream_of(state).id != before.id


def test_a_cloned_disk_begins_a_stream_of_its_own_and_nothing_of_either_is_lost(kiosk: Kiosk, hub: Hub) -> None:
    shared = kiosk.act(3)
    kiosk.exchange(hub)
    clone = Kiosk(kiosk.folder.parent / "clone", kiosk.key)
    shutil.copytree(kiosk.folder, clone.folder)
    one, other = kiosk.act(2), clone.act(3)
    kiosk.exchange(hub)

    fork, healed = clone.exchange(hub), clone.exchange(hub)

    assert (fork.verdict, fork.left) == (Verdict.FORK, 6)
    assert (healed.verdict, healed.left) == (Verdict.OK, 0)
    assert set(hub.ids) == {*shared, *one, *other}
    assert len(hub.ids) == len(set(hub.ids)) + len(shared)
    assert kiosk.exchange(hub).verdict is Verdict.OK


def test_an_old_copy_of_the_disk_that_was_put_back_loses_nothing_new(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)
    old = kiosk.folder.parent / "old.db"
    with kiosk.open() as state:
        state.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(kiosk.file, old)
    kiosk.act(4)
    kiosk.exchange(hub)
    for each in kiosk.folder.glob("state.db*"):
        each.unlink()
    shutil.copy(old, kiosk.file)
    fresh = kiosk.act(2)

    assert kiosk.exchange(hub).verdict is Verdict.FORK
    kiosk.exchange(hub)

    assert set(fresh) <= set(hub.ids)


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.GAP])
def test_the_hubs_word_about_more_than_was_sent_lets_nothing_go(kiosk: Kiosk, hub: Hub, verdict: Verdict) -> None:
    kiosk.act(3)

    def more(response: bytes) -> bytes:
        ack = open_ack(response, HUB_KEY.public)
        return seal_ack(
            Ack(ack.stream, 9, (), verdict, ack.time, ack.request, (), ack.cursor),
            HUB_KEY,
        )

    assert kiosk.exchange(Between(hub, down=more)).verdict is Verdict.FORK
    with kiosk.open() as state:
        assert waiting(state).count == 3


def test_a_hub_that_forever_says_gap_ends_in_no_loop_and_loses_nothing(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)

    def gap(response: bytes) -> bytes:
        ack = open_ack(response, HUB_KEY.public)
        return seal_ack(Ack(ack.stream, 0, (), Verdict.GAP, 0, ack.request, (), 0), HUB_KEY)

    for _ in range(3):
        kiosk.exchange(Between(hub, down=gap))

    assert kiosk.exchange(hub).left == 0


def test_a_word_about_another_stream_lets_nothing_go(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)

    def other(response: bytes) -> bytes:
        ack = open_ack(response, HUB_KEY.public)
        return seal_ack(Ack(type(ack.stream)(bytes(16)), 3, (), Verdict.OK, 0, ack.request, (), 0), HUB_KEY)

    assert kiosk.exchange(Between(hub, down=other)).left == 3


def test_without_a_hub_nothing_is_sent_and_nothing_lost(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(3)
    (kiosk.folder / HUB_FILE).unlink()

    with pytest.raises(NotEnrolledError):
        kiosk.exchange(hub)
    assert hub.heard == []


@pytest.mark.parametrize("content", [b"", b"\xa0", b"half", b"\xa1\x01\x44\x00\x00\x00\x0c"])
def test_what_is_known_of_the_hub_torn_is_as_if_there_were_none(kiosk: Kiosk, hub: Hub, content: bytes) -> None:
    (kiosk.folder / HUB_FILE).write_bytes(content)

    with pytest.raises(NotEnrolledError):
        kiosk.exchange(hub)


def test_a_kiosk_that_the_hub_does_not_know_keeps_everything(kiosk: Kiosk) -> None:
    kiosk.act(3)

    with pytest.raises(UnknownSignerError):
        kiosk.exchange(Hub())

    with kiosk.open() as state:
        assert waiting(state).count == 3


def test_two_programs_do_not_exchange_at_once(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(1)

    with taking_turns(kiosk.folder), pytest.raises(BusyError):
        kiosk.exchange(hub)

    assert kiosk.exchange(hub).sent == 1


def test_an_act_during_the_exchange_waits_for_the_next(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(2)

    def meanwhile(response: bytes) -> bytes:
        ids.extend(kiosk.act(1))
        return response

    assert kiosk.exchange(Between(hub, down=meanwhile)).left == 1
    assert kiosk.exchange(hub).left == 0
    assert hub.ids == ids


@pytest.mark.parametrize("year", [1970, 2045])
def test_a_clock_that_is_wrong_stops_nothing(kiosk: Kiosk, hub: Hub, year: int) -> None:
    ids = kiosk.act(3)

    assert kiosk.exchange(hub, NOW.replace(year=year)).sent == 3
    kiosk.exchange(hub)

    assert hub.ids == ids


def test_who_signs_is_who_the_hub_calls_this_kiosk(kiosk: Kiosk, hub: Hub) -> None:
    assert own_key(kiosk.folder).key_id != kiosk.key.key_id

    kiosk.exchange(hub)

    assert hub.ring.under(KeyId(kiosk.key.key_id))
    assert len(hub.heard) == 1


def test_where_the_line_is_down_the_caller_hears_of_it(kiosk: Kiosk) -> None:
    class Down:
        def exchange(self, request: bytes) -> bytes:
            raise NotReachedError("no route", "90")

    kiosk.act(1)
    with pytest.raises(NotReachedError) as down:
        exchange_once(kiosk.file, kiosk.folder, Down(), NOW, HEALTH)
    assert down.value.retry_after == "90"
