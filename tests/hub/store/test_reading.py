"""What operators see and decide, of either engine."""

from dataclasses import replace
from datetime import UTC, date, datetime

import cbor2
import pytest

from kiosk.counter.corrections import exchange, form
from kiosk.counter.corrections.values import (
    About,
    Correction,
    CorrectionState,
    Field,
    Flag,
    FlagState,
    NoteValue,
    Saying,
    Subject,
)
from kiosk.hub.store import deciding, kiosks, reading
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import ReceiptKind
from tests.hub.fleet import AT, DAY, DAY_NUMBER, Kiosk

MOMENT = datetime.fromtimestamp(AT, UTC)
FLAG = Flag(
    "0123456789ab",
    Subject(About.SERVICE, "food-bank"),
    Field.HOURS,
    Saying(en="It closes at four"),
    False,
    "samira",
    MOMENT,
    "",
    42,
)
NOTE = Correction(
    "abcdef012345",
    Subject(About.SERVICE, "food-bank"),
    NoteValue("Ring twice", "Sonnez deux fois"),
    "samira",
    MOMENT,
    "",
    42,
)


@pytest.fixture
def library(store):
    return Kiosk(store, "Library")


def flagged(store, kiosk):
    kiosk.put(Kind.STAFF_FLAG, {1: form.written(flags=(FLAG,))})
    kiosk.put(Kind.CORRECTION, {1: form.written(corrections=(NOTE,))})
    assert kiosk.send(store).poison == ()


def decisions(kiosk, store):
    return [cbor2.loads(each.body)[1] for each in kiosk.send(store).receipts if each.kind == ReceiptKind.DECISION]


def test_a_kiosk_is_shown_with_what_it_last_said(store, library):
    assert reading.kiosk(store, library.kid).condition is None

    library.put(Kind.CALL, b"poison")
    library.send(store)
    (standing,) = reading.kiosks(store)

    assert (standing.name, standing.poison) == ("Library", 1)
    assert (standing.condition.contact, standing.condition.catalogue_version) == (AT, 42)
    assert reading.kiosk(store, bytes(4)) is None


def test_demand_is_counted_by_day_bundle_and_service(store, library):
    library.put(Kind.REFERRAL, {1: b"referra1", 2: DAY_NUMBER, 3: 42, 4: [[7, 1], [7, 2], [9, 1]], 5: 3})
    library.put(Kind.REFERRAL, {1: b"referra2", 2: DAY_NUMBER + 1, 3: 42, 4: [[7, 1]]})
    library.send(store)

    demand = reading.demand(store, DAY, date(2026, 3, 13))

    assert demand.days == {DAY: 1, date(2026, 3, 13): 1}
    assert demand.bundles == {3: 1, None: 1}
    assert demand.services == {7: 2, 9: 1}
    assert reading.demand(store, date(2026, 3, 14), date(2026, 3, 20)).days == {}


def test_unmet_needs_are_summed_the_most_wanted_first(store, library):
    library.put(Kind.UNMET_NEED, {1: "2026-03-12", 2: "full", 3: "housing", 5: "staff", 7: 4, 8: b"n" * 16})
    library.put(Kind.UNMET_NEED, {1: "2026-03-12T09", 2: "no-service", 4: "dentist", 5: "citizen"})
    library.put(Kind.UNMET_NEED, {1: "2026-03-12T10", 2: "full", 3: "housing", 5: "staff"})
    library.send(store)

    assert [(each.bundle, each.service, each.reason, each.people) for each in reading.unmet_needs(store, DAY, DAY)] == [
        ("housing", "", "full", 5),
        ("", "dentist", "no-service", 1),
    ]


def test_counts_add_up_over_kiosks_and_hours(store, library):
    other = Kiosk(store, "Other")
    library.put(Kind.COUNTS, {1: "2026-03-12T10", 2: {"visits": 4}})
    library.put(Kind.COUNTS, {1: "2026-03-12T11", 2: {"visits": 2}})
    other.put(Kind.COUNTS, {1: "2026-03-13", 2: {"visits": 1}})
    library.send(store), other.send(store)

    assert reading.counted(store, DAY, date(2026, 3, 13)) == {"visits": 7}
    assert reading.counted_by_day(store, "visits", DAY, date(2026, 3, 13)) == {DAY: 6, date(2026, 3, 13): 1}


@pytest.mark.parametrize("name", ['said "no"', "back\\slash", "é\u2019\u00a0\U0001f600", "", "line\nbreak", "k" * 300])
def test_any_name_is_counted_under_that_name(store, library, name):
    library.put(Kind.COUNTS, {1: "2026-03-12T10", 2: {name: 10**9}})
    library.put(Kind.COUNTS, {1: "2026-03-12T11", 2: {name: 10**9, "other": 1}})
    library.put(Kind.COUNTS, {1: "2026-03-12T12", 2: {}})
    assert library.send(store).poison == ()

    assert reading.counted(store, DAY, DAY) == {name: 2 * 10**9, "other": 1}
    assert reading.counted_by_day(store, name, DAY, DAY) == {DAY: 2 * 10**9}


def test_an_outcome_that_was_put_right_counts_as_it_was_put_right(store, library):
    for status in ("done", "refused"):
        library.put(Kind.OUTCOME, {1: library.kid, 2: b"referral", 3: 7, 4: 1, 5: status, 7: DAY_NUMBER})
    library.put(Kind.OUTCOME, {3: 7, 4: 1, 5: "done", 7: DAY_NUMBER})
    library.send(store)

    assert reading.outcomes(store, DAY, DAY) == {"refused": 1, "done": 1}


def test_claims_tell_who_was_first_and_who_came_later(store, library):
    office, harbour = Kiosk(store, "Office"), Kiosk(store, "Harbour")
    for each in (office, harbour):
        each.put(Kind.CASE_CLAIM, {1: library.kid, 2: b"referral", 3: DAY_NUMBER})
        each.send(store)

    assert reading.claims(store, DAY, DAY) == (
        reading.Claimed(library.kid, b"referral", office.kid, DAY, (harbour.kid,)),
    )


def test_what_waits_is_listed_until_it_is_decided(store, library):
    flagged(store, library)

    waiting = reading.waiting(store)

    assert waiting.flags == ((library.kid, FLAG),)
    assert waiting.corrections == ((library.kid, NOTE),)
    assert reading.waiting_count(store) == 2


def test_a_decision_goes_back_to_where_it_came_from_and_into_the_next_edition(store, library):
    flagged(store, library)

    decided = deciding.decide_flag(store, FLAG.id, accepted=False, who="op1", at=MOMENT, reason="Open until five")
    kept = deciding.decide_correction(store, NOTE.id, accepted=True, who="op1", at=MOMENT)

    assert decided.state is FlagState.REJECTED
    assert kept == NOTE
    told = decisions(library, store)
    assert exchange.read(told[0]) == ([decided], [])
    assert exchange.read(told[1]) == ([], [NOTE])
    assert exchange.read(deciding.decided_file(store)) == ([decided], [NOTE])
    assert reading.waiting_count(store) == 0
    with pytest.raises(deciding.DecidedError):
        deciding.decide_flag(store, FLAG.id, accepted=True, who="op2", at=MOMENT)


def test_amended_words_are_another_correction_and_the_first_is_taken_away(store, library):
    flagged(store, library)
    better = NoteValue("Ring twice, please", "Sonnez deux fois, svp")

    kept = deciding.decide_correction(store, NOTE.id, accepted=True, who="op1", at=MOMENT, amended=better)

    assert kept.value == better
    assert kept.id != NOTE.id
    (told,) = decisions(library, store)
    assert [(each.id, each.state) for each in exchange.read(told)[1]] == [
        (NOTE.id, CorrectionState.CLEARED),
        (kept.id, CorrectionState.LYING),
    ]


def test_a_rejected_correction_is_taken_away(store, library):
    flagged(store, library)

    deciding.decide_correction(store, NOTE.id, accepted=False, who="op1", at=MOMENT, reason="No longer so")

    _, (told,) = exchange.read(decisions(library, store)[0])
    assert told.state is CorrectionState.CLEARED


def test_a_flag_that_comes_again_does_not_undo_a_decision(store, library):
    flagged(store, library)
    deciding.decide_flag(store, FLAG.id, accepted=True, who="op1", at=MOMENT)
    library.begin_again()
    library.send(store)

    assert reading.waiting(store).flags == ()


def test_a_revoked_kiosk_is_in_the_list_of_operators_but_not_in_that_of_kiosks(store, library, tmp_path):
    kiosks.revoke(store, library.kid, AT)

    assert reading.kiosk(store, library.kid).revoked == AT
    assert kiosks.key_list(store) == cbor2.dumps({})


def test_a_kiosk_that_has_told_everything_has_nothing_waiting(store):
    kiosk = Kiosk(store)
    kiosk.health = replace(kiosk.health, waiting=3)  # as it counts them before they go up
    for _ in range(3):
        kiosk.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})
    kiosk.send(store)

    (seen,) = reading.kiosks(store)

    assert seen.condition is not None
    assert seen.condition.waiting == 0
