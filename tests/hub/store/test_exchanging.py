"""One exchange: everything new is kept once, whatever comes twice, out of order, or as poison."""

import random
from concurrent.futures import ThreadPoolExecutor

import cbor2
import pytest

from kiosk.hub.store import kiosks
from kiosk.hub.store.exchanging import last_taken
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import ReceiptKind, Verdict
from tests.hub.fleet import AT, DAY_NUMBER, Kiosk, number, rows

REFERRAL = b"referral"
CALL = {1: "2026-03-12T10", 2: "answered"}


@pytest.fixture
def library(store):
    return Kiosk(store, "Library")


@pytest.fixture
def office(store):
    return Kiosk(store, "Office")


def claim_of(kiosk):
    return {1: kiosk.kid, 2: REFERRAL, 3: DAY_NUMBER}


def said(taken, kind):
    return [cbor2.loads(receipt.body) for receipt in taken.receipts if receipt.kind == kind]


def test_every_kind_is_kept_and_laid_out(store, library):
    library.put(Kind.REFERRAL, {1: REFERRAL, 2: DAY_NUMBER, 3: 42, 4: [[7, 1], [9, 2]], 5: 3})
    library.put(Kind.OUTCOME, {3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})
    library.put(Kind.UNMET_NEED, {1: "2026-03-12T10", 2: "no-service", 3: "housing", 5: "citizen"})
    library.put(Kind.CITIZEN_FLAG, {1: "2026-03-12T10", 2: "food-bank"})
    library.put(Kind.CALL, CALL)
    library.put(Kind.COUNTS, {1: "2026-03-12T10", 2: {"visits": 4, "plans": 2}})
    library.put(Kind.CASE_CLAIM, claim_of(library))

    taken = library.send(store)

    assert (taken.verdict, taken.hwm, taken.poison) == (Verdict.OK, 7, ())
    assert rows(store, "SELECT day, bundle, CAST(steps AS TEXT) FROM referral") == [
        (DAY_NUMBER, 3, '{"7":[1],"9":[2]}')
    ]
    assert rows(store, "SELECT status, kid FROM outcome") == [("done", b"")]
    assert rows(store, "SELECT bundle, reason, day, hour, people FROM unmet_need") == [
        ("housing", "no-service", DAY_NUMBER, 10, 1)
    ]
    assert rows(store, "SELECT service FROM citizen_flag") == [("food-bank",)]
    assert rows(store, "SELECT ending FROM call") == [("answered",)]
    assert rows(store, "SELECT CAST(numbers AS TEXT) FROM counted") == [('{"plans":2,"visits":4}',)]
    assert rows(store, "SELECT claimer FROM first_claim") == [(library.kid,)]
    assert number(store, "item") == 7


def test_a_batch_that_comes_again_changes_nothing_and_is_answered_the_same(store, library):
    library.put(Kind.CALL, CALL)
    library.put(Kind.CALL, b"poison")
    first = library.send(store)

    again = library.send(store)

    assert (again.hwm, again.poison) == (first.hwm, first.poison)
    assert [refusal.seq for refusal in again.poison] == [2]
    assert (number(store, "item"), number(store, "call"), number(store, "quarantine")) == (2, 1, 1)


def test_what_overlaps_is_taken_from_where_it_is_new(store, library):
    for _ in range(5):
        library.put(Kind.CALL, CALL)
    library.send(store, 1, 3)

    assert library.send(store, 2, 5).hwm == 5
    assert number(store, "item") == 5


def test_poison_is_set_aside_and_holds_nothing_up(store, library):
    library.put(Kind.CALL, CALL)
    library.put(Kind.CALL, {1: "yesterday", 2: "answered"})
    library.put(Kind.REFERRAL, cbor2.dumps("not a map"))
    library.put(Kind.COUNTS, {1: "2026-03-12", 2: {"a\0b": 1}})
    library.put(Kind.CALL, CALL)

    taken = library.send(store)

    assert (taken.verdict, taken.hwm) == (Verdict.OK, 5)
    assert [refusal.seq for refusal in taken.poison] == [2, 3, 4]
    assert number(store, "call") == 2
    assert [seq for (seq,) in rows(store, "SELECT seq FROM quarantine ORDER BY seq")] == [2, 3, 4]
    assert rows(store, "SELECT body FROM item WHERE seq = 2") == [(library.items[1].body,)]


def test_a_kind_that_is_not_known_is_kept_as_it_is(store, library):
    library.put(200, b"\xff not even CBOR")

    taken = library.send(store)

    assert (taken.hwm, taken.poison) == (1, ())
    assert rows(store, "SELECT kind, body FROM item") == [(200, b"\xff not even CBOR")]


def test_a_hub_that_lacks_records_says_gap_and_from_where(store, library):
    for _ in range(4):
        library.put(Kind.CALL, CALL)
    library.send(store, 1, 2)

    taken = library.send(store, 4)

    assert (taken.verdict, taken.hwm) == (Verdict.GAP, 2)
    assert number(store, "item") == 2


def test_a_cloned_disk_is_a_fork_and_counts_once_when_it_begins_again(store, library):
    library.put(Kind.CALL, CALL)
    library.send(store)
    clone = library.clone()
    library.put(Kind.CALL, CALL)
    library.send(store)
    clone.put(Kind.CALL, {1: "2026-03-12T11", 2: "nobody"})

    assert clone.send(store).verdict is Verdict.FORK
    clone.begin_again()
    assert clone.send(store).verdict is Verdict.OK
    assert number(store, "call") == 3


TOLD = (
    (Kind.COUNTS, {1: "2026-03-12T10", 2: {"visits": 4, "plans": 2}}),
    (Kind.REFERRAL, {1: REFERRAL, 2: DAY_NUMBER, 3: 42, 4: [[7, 1], [9, 2], [7, 3]]}),
    (Kind.UNMET_NEED, {1: "2026-03-12T10", 2: "no-service", 3: "housing", 5: "citizen"}),
    (Kind.CITIZEN_FLAG, {1: "2026-03-12T10", 2: "food-bank"}),
    (Kind.CALL, CALL),
)


def test_what_comes_over_another_stream_among_what_is_new_counts_once(store, library):
    for kind, body in TOLD:
        library.put(kind, body)
    library.send(store)
    library.begin_again()
    for kind, body in TOLD:
        library.put(kind, body)
    library.items.append(library.items[0]._replace(seq=11))  # and once more in the same batch

    assert library.send(store).hwm == 11
    assert {table: number(store, table) for table in ("referral", "unmet_need", "citizen_flag", "call", "counted")} == {
        "referral": 2,
        "unmet_need": 2,
        "citizen_flag": 2,
        "call": 2,
        "counted": 2,
    }
    assert number(store, "item") == 5 + 11


def test_a_stream_under_another_key_is_a_fork(store, library, office):
    library.put(Kind.CALL, CALL)
    library.send(store)
    office.stream, office.items = library.stream, list(library.items)

    assert office.send(store).verdict is Verdict.FORK


def test_an_outcome_reaches_the_kiosk_that_issued_the_referral_once(store, library, office):
    office.put(Kind.OUTCOME, {1: library.kid, 2: REFERRAL, 3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})
    office.send(store)
    office.begin_again()
    office.send(store)

    told = said(library.send(store), ReceiptKind.OUTCOME)

    assert told == [{1: REFERRAL, 2: 7, 3: 1, 4: "done", 5: DAY_NUMBER}]
    assert said(library.send(store), ReceiptKind.OUTCOME) == []


def test_a_receipt_is_told_until_the_kiosk_has_it(store, library, office):
    office.put(Kind.OUTCOME, {1: library.kid, 2: REFERRAL, 3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})
    office.send(store)
    first = library.send(store)
    library.cursor = 0  # the answer was lost on the way

    assert library.send(store).receipts == first.receipts


def test_the_first_claim_counts_and_both_offices_are_told(store, library, office):
    harbour = Kiosk(store, "Harbour")
    office.put(Kind.CASE_CLAIM, claim_of(library))
    harbour.put(Kind.CASE_CLAIM, claim_of(library))
    verdict = {1: library.kid, 2: REFERRAL, 3: office.kid, 4: DAY_NUMBER}

    assert said(office.send(store), ReceiptKind.CLAIM) == [verdict]
    assert said(harbour.send(store), ReceiptKind.CLAIM) == [verdict]
    assert said(office.send(store), ReceiptKind.CLAIM) == [verdict | {5: harbour.kid}]


def test_a_need_that_was_taken_back_does_not_count_whichever_came_first(store, library):
    need = b"n" * 16
    library.put(Kind.UNMET_NEED, {1: "2026-03-12", 8: need, 9: True})
    library.put(Kind.UNMET_NEED, {1: "2026-03-12", 2: "full", 5: "staff", 7: 3, 8: need})
    library.put(Kind.UNMET_NEED, {1: "2026-03-12", 2: "full", 5: "staff", 7: 2, 8: b"m" * 16})
    library.send(store)

    assert rows(store, "SELECT people FROM unmet_need") == [(2,)]


def test_a_kiosk_that_has_nothing_to_say_says_how_it_is(store, library):
    taken = library.send(store)

    assert (taken.verdict, taken.hwm) == (Verdict.OK, 0)
    assert rows(store, "SELECT contact, catalogue_version, free_mib FROM health") == [(AT, 42, 900)]


def test_a_changed_list_of_kiosks_is_told_once_to_each(store, library):
    assert len(said(library.send(store), ReceiptKind.KEYS_CHANGED)) == 1
    assert said(library.send(store), ReceiptKind.KEYS_CHANGED) == []

    Kiosk(store, "Another")

    assert len(said(library.send(store), ReceiptKind.KEYS_CHANGED)) == 1


def test_receipts_go_on_past_what_a_lost_hub_had_numbered(store, library, office):
    library.cursor = 50
    office.put(Kind.OUTCOME, {1: library.kid, 2: REFERRAL, 3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})
    office.send(store)

    taken = library.send(store)

    assert len(said(taken, ReceiptKind.OUTCOME)) == 1
    assert all(receipt.number > 50 for receipt in taken.receipts)
    assert library.send(store).receipts == ()


def test_the_last_answer_of_a_stream_can_be_fetched_once_more(store, library):
    library.put(Kind.CALL, CALL)
    taken = library.send(store)

    again = last_taken(store, library.stream)

    assert again is not None
    assert (again.hwm, again.request) == (taken.hwm, taken.request)
    assert last_taken(store, bytes(16)) is None


def test_offices_that_send_at_once_lose_and_double_nothing(store):
    fleet = [Kiosk(store, f"Kiosk {place}") for place in range(6)]
    chance = random.Random(6)
    for each in fleet:
        for issuer in chance.sample(fleet, len(fleet)):
            each.put(Kind.CASE_CLAIM, claim_of(issuer))
            each.put(Kind.OUTCOME, {1: issuer.kid, 2: REFERRAL, 3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})

    with ThreadPoolExecutor(6) as threads:
        ends = list(threads.map(lambda each: [each.send(store) for _ in range(3)], fleet))

    assert {taken.hwm for taken, *_ in ends} == {12}
    assert number(store, "claim") == 36
    assert number(store, "first_claim") == 6
    outcomes = [receipt for each in fleet for receipt in said(replayed(each, store), ReceiptKind.OUTCOME)]
    assert len(outcomes) == 6 * 5


def replayed(kiosk, store):
    kiosk.cursor = 0
    return kiosk.send(store)


def test_the_list_of_kiosks_is_in_the_form_that_kiosks_read(store, library, office, tmp_path):
    from kiosk.referral.keys import read_key_list

    (tmp_path / "kiosks.cbor").write_bytes(kiosks.key_list(store))

    assert {each.name for each in read_key_list(tmp_path / "kiosks.cbor")} == {"Library", "Office"}
