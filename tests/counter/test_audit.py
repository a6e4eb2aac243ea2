"""The audit: what it takes down, and that every change made behind its back shows."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.counter import anchor
from kiosk.counter.audit import MIGRATIONS, Act, Broken, Fault, Head, Whole, head_of, lines, lines_about, record, verify
from kiosk.counter.staff import StaffId
from kiosk.state import StateDamagedError, atomic, open_state
from tests.disks import full_disk

AT = datetime(2026, 3, 12, 13, 14, tzinfo=UTC)
SECRET = bytes(range(32))
SAMIRA = StaffId("TB4CG7RO")


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


def write(state, count=1, subject="24-118"):
    """Lines of staff who look at cases."""
    for number in range(count):
        with atomic(state):
            record(state, who=SAMIRA, act=Act.CASE_READ, subject=subject, at=AT + timedelta(minutes=number))


def in_memory(count):
    """A chain that costs no disk, for a test that makes many."""
    state = sqlite3.connect(":memory:", isolation_level=None)
    from sqlite_utils import Database

    MIGRATIONS[0].apply(Database(state))
    write(state, count)
    return state


def test_a_line_says_who_did_which_act_on_what_and_when(state):
    write(state)

    (line,) = lines(state, 10)
    assert (line.sequence, line.at, line.who, line.act, line.subject) == (
        1,
        "2026-03-12T13:14:00+00:00",
        SAMIRA,
        "case_read",
        "24-118",
    )


def test_the_newest_lines_are_listed_oldest_first(state):
    write(state, 10)

    assert [line.sequence for line in lines(state, 3)] == [8, 9, 10]


def test_what_is_known_of_one_id_is_told_newest_first(state):
    for subject, act in (("24-1", Act.CASE_OPENED), ("24-2", Act.CASE_OPENED), ("24-1", Act.CASE_READ)):
        with atomic(state):
            record(state, who=SAMIRA, act=act, subject=subject, at=AT)

    told = [line.act for line in lines_about(state, "24-1", 5, without=Act.SIGN_IN_TRIED)]
    assert told == ["case_read", "case_opened"]
    assert [line.act for line in lines_about(state, "24-1", 1, without=Act.CASE_READ)] == ["case_opened"]


def test_an_act_that_is_not_done_is_not_taken_down(state):
    write(state)
    before = head_of(state)

    with suppress(ZeroDivisionError), atomic(state):
        record(state, who=SAMIRA, act=Act.CASE_ERASED, subject="24-118", at=AT)
        raise ZeroDivisionError

    assert head_of(state) == before
    assert verify(state) == Whole(1, 0)


def test_an_act_outside_of_what_it_belongs_to_is_a_bug(state):
    with pytest.raises(ValueError, match="atomic"):
        record(state, who=SAMIRA, act=Act.CASE_READ, subject="24-118", at=AT)


@pytest.mark.parametrize("subject", ["24-118", "ei-regular", "R-7K3F-9XD", "GX2QTB4C", "a" * 32, ""])
def test_an_id_is_taken_down(state, subject):
    write(state, subject=subject)

    assert lines(state, 1)[0].subject == subject


@pytest.mark.parametrize("words", ["she lost her job", "perdu.\n", "été", "a" * 81, "902 555 0199"])
def test_words_are_a_bug_and_never_taken_down(state, words):
    with pytest.raises(ValueError, match="never words"):
        write(state, subject=words)

    assert lines(state, 10) == ()


def test_an_empty_audit_is_whole(state):
    assert verify(state) == Whole(0, 0)


def test_a_whole_one_is_known_to_be(state):
    write(state, 20)

    assert verify(state) == Whole(20, 0)
    assert verify(state, head_of(state)) == Whole(20, 20)


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["", "TB4CG7RO", "GX2QTB4C"]), st.sampled_from(Act), st.sampled_from(["", "24-1"])),
        min_size=1,
        max_size=8,
    ),
    column=st.sampled_from(["at", "who", "act", "subject"]),
    put=st.text(max_size=6),
    choose=st.integers(0, 10_000),
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_put_in_place_of_a_field_shows_at_its_line(acts, column, put, choose):
    with closing(in_memory(0)) as state:
        for who, act, subject in acts:
            with atomic(state):
                record(state, who=who, act=act, subject=subject, at=AT)
        line = 1 + choose % len(acts)
        before = state.execute(f"SELECT {column} FROM audit WHERE sequence = ?", (line,)).fetchone()[0]

        state.execute(f"UPDATE audit SET {column} = ? WHERE sequence = ?", (put, line))

        assert verify(state) == (Whole(len(acts), 0) if before == put else Broken(line, Fault.ALTERED))


@given(st.integers(2, 9), st.integers(0, 10_000), st.integers(0, 31), st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_a_byte_of_a_chain_shows_at_its_line(count, choose, place, change):
    with closing(in_memory(count)) as state:
        line = 1 + choose % count
        chain = bytearray(state.execute("SELECT chain FROM audit WHERE sequence = ?", (line,)).fetchone()[0])
        chain[place] ^= change

        state.execute("UPDATE audit SET chain = ? WHERE sequence = ?", (bytes(chain), line))

        assert verify(state) == Broken(line, Fault.ALTERED)


@given(st.integers(2, 9), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_a_line_taken_out_shows_where_it_was(count, choose):
    with closing(in_memory(count)) as state:
        line = 1 + choose % count

        state.execute("DELETE FROM audit WHERE sequence = ?", (line,))

        assert verify(state) == Broken(line, Fault.CUT if line == count else Fault.MISSING)


@given(st.integers(2, 9), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_a_tail_cut_off_shows_where_it_began(count, cut):
    with closing(in_memory(count)) as state:
        state.execute("DELETE FROM audit WHERE sequence > ?", (count - min(cut, count),))

        assert verify(state) == Broken(count - min(cut, count) + 1, Fault.CUT)


@given(st.integers(2, 9), st.integers(0, 10_000), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_two_lines_that_change_places_show_at_the_first(count, one, other):
    first, second = sorted((1 + one % count, 1 + other % count))
    with closing(in_memory(count)) as state:
        state.execute("UPDATE audit SET sequence = -1 WHERE sequence = ?", (first,))
        state.execute("UPDATE audit SET sequence = ? WHERE sequence = ?", (first, second))
        state.execute("UPDATE audit SET sequence = ? WHERE sequence = -1", (second,))

        assert verify(state) == (Whole(count, 0) if first == second else Broken(first, Fault.ALTERED))


def test_a_line_put_in_shows(state):
    write(state, 5)
    head = head_of(state)

    state.execute("INSERT INTO audit VALUES (6, '2026', 'X', 'case_read', '24-1', ?)", (head.chain,))

    assert verify(state) == Broken(6, Fault.ALTERED)


def test_a_text_that_is_no_utf_8_any_more_is_a_broken_line_and_no_exception(state):
    write(state, 3)

    state.execute("UPDATE audit SET who = CAST(x'ff00fe' AS TEXT) WHERE sequence = 2")

    assert verify(state) == Broken(2, Fault.ALTERED)


def rewrite(state, line, subject):
    """Alter a line, and make the rest of the chain, and the head, fit it: what can be done without the secret."""
    rows = state.execute("SELECT who, act, subject, at FROM audit ORDER BY sequence").fetchall()
    state.execute("DELETE FROM audit")
    state.execute("DELETE FROM audit_head")
    for number, (who, act, was, at) in enumerate(rows, start=1):
        with atomic(state):
            about = subject if number == line else was
            record(state, who=who, act=Act(act), subject=about, at=datetime.fromisoformat(at))


def test_a_chain_made_to_fit_shows_against_the_anchor(state):
    write(state, 9)
    known = head_of(state)
    write(state, 3)

    rewrite(state, 4, "24-119")

    assert verify(state) == Whole(12, 0)
    assert verify(state, known) == Broken(9, Fault.REWRITTEN)


def test_a_tail_cut_off_with_its_head_shows_against_the_anchor(state):
    write(state, 9)
    known = head_of(state)

    state.execute("DELETE FROM audit WHERE sequence > 5")
    last = state.execute("SELECT chain FROM audit WHERE sequence = 5").fetchone()[0]
    state.execute("UPDATE audit_head SET count = 5, chain = ?", (last,))

    assert verify(state) == Whole(5, 0)
    assert verify(state, known) == Broken(6, Fault.CUT)


def test_a_line_after_the_anchor_is_outside_of_its_word(state):
    write(state, 5)
    known = head_of(state)
    write(state, 2)

    assert verify(state, known) == Whole(7, 5)


def test_a_head_that_disagrees_shows(state):
    write(state, 5)

    state.execute("UPDATE audit_head SET chain = zeroblob(32)")

    assert verify(state) == Broken(5, Fault.REWRITTEN)


def test_a_database_torn_on_the_disk_is_told(tmp_path):
    path = tmp_path / "state.db"
    with closing(open_state(path, MIGRATIONS)) as state:
        write(state, 300)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x55" * (len(whole) - 8192))

    with pytest.raises(StateDamagedError), closing(open_state(path, MIGRATIONS)) as state:
        verify(state)


def test_a_check_sees_one_moment_though_others_write(state, tmp_path):
    write(state, 5)

    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as other:
        assert verify(other) == Whole(5, 0)
        write(state, 5)
        assert verify(other) == Whole(10, 0)


@pytest.mark.slow
def test_ten_thousand_lines_are_checked_within_a_second():
    from time import perf_counter

    with closing(in_memory(10_000)) as state:
        began = perf_counter()

        assert verify(state) == Whole(10_000, 0)
        assert perf_counter() - began < 1.0


def test_the_anchor_is_read_as_it_was_dropped(state, tmp_path):
    write(state, 5)

    anchor.drop(state, tmp_path, SECRET)

    assert anchor.read(tmp_path, SECRET) == head_of(state) == Head(5, head_of(state).chain)


def test_no_anchor_is_none(tmp_path):
    assert anchor.read(tmp_path, SECRET) is None


def test_nobody_makes_an_anchor_without_the_secret(state, tmp_path):
    write(state, 5)
    anchor.drop(state, tmp_path, bytes(32))

    with pytest.raises(anchor.AnchorError):
        anchor.read(tmp_path, SECRET)


@given(st.integers(0, 8 * 72 - 1))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_anchor_with_a_bit_altered_is_not_believed(tmp_path, place):
    with closing(in_memory(3)) as state:
        (tmp_path / anchor.ANCHOR_FILE).unlink(missing_ok=True)
        anchor.drop(state, tmp_path, SECRET)
    altered = bytearray((tmp_path / anchor.ANCHOR_FILE).read_bytes())
    altered[place // 8] ^= 1 << place % 8

    (tmp_path / anchor.ANCHOR_FILE).write_bytes(altered)

    with pytest.raises(anchor.AnchorError):
        anchor.read(tmp_path, SECRET)


@pytest.mark.parametrize("length", [0, 1, 31, 32, 71, 73])
def test_a_torn_anchor_is_told(state, tmp_path, length):
    write(state, 3)
    anchor.drop(state, tmp_path, SECRET)
    whole = (tmp_path / anchor.ANCHOR_FILE).read_bytes()
    (tmp_path / anchor.ANCHOR_FILE).write_bytes((whole + b"x")[:length])

    with pytest.raises(anchor.AnchorError):
        anchor.read(tmp_path, SECRET)


def test_what_the_anchor_has_shown_is_not_covered_up_by_a_newer_one(state, tmp_path):
    write(state, 9)
    anchor.drop(state, tmp_path, SECRET)
    rewrite(state, 4, "24-119")
    write(state, 3)

    anchor.drop(state, tmp_path, SECRET)

    assert verify(state, anchor.read(tmp_path, SECRET)) == Broken(9, Fault.REWRITTEN)


def test_an_older_state_put_back_shows_against_the_anchor(tmp_path):
    path = tmp_path / "state.db"
    with closing(open_state(path, MIGRATIONS)) as state:
        write(state, 5)
    older = path.read_bytes()
    with closing(open_state(path, MIGRATIONS)) as state:
        write(state, 5)
        anchor.drop(state, tmp_path, SECRET)

    path.write_bytes(older)

    with closing(open_state(path, MIGRATIONS)) as state:
        assert verify(state, anchor.read(tmp_path, SECRET)) == Broken(6, Fault.CUT)


def test_a_full_disk_keeps_the_anchor_before_and_stops_nobody(state, tmp_path):
    write(state, 5)
    anchor.drop(state, tmp_path, SECRET)
    known = anchor.read(tmp_path, SECRET)
    write(state, 5)

    with full_disk():
        anchor.drop(state, tmp_path, SECRET)

    assert anchor.read(tmp_path, SECRET) == known
    assert verify(state, known) == Whole(10, 5)
