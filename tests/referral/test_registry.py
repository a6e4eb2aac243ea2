"""The codes issued, through full disks, killed programs and collisions."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.referral import registry
from kiosk.referral.code import ReferralCode, parse
from kiosk.referral.keys import KeyRing, KioskKey
from kiosk.referral.reading import Signature, read
from kiosk.referral.token import Referral, sign
from kiosk.state import open_state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def state(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_state(path, registry.MIGRATIONS)) as connection:
        yield connection


def numbered(referral: Referral, number: int) -> Referral:
    return replace(referral, id=number.to_bytes(8, "big"))


def test_a_code_finds_what_was_issued(state: sqlite3.Connection, referral: Referral, key: KioskKey) -> None:
    issued = registry.issue(state, referral, key)

    assert issued == registry.Issued(referral, sign(referral, key))
    assert registry.find(state, issued.code) == registry.Entry(
        referral.code, referral.id, issued.token, date(2026, 3, 12), 7
    )


def test_a_code_that_was_never_issued_finds_nothing(state: sqlite3.Connection, referral: Referral) -> None:
    assert registry.find(state, referral.code) is None


def test_a_code_read_aloud_opens_the_plan_with_its_signature(
    state: sqlite3.Connection, referral: Referral, key: KioskKey, ring: KeyRing
) -> None:
    issued = registry.issue(state, referral, key)

    def token_issued(code: ReferralCode) -> str | None:
        entry = registry.find(state, code)
        return entry.token if entry else None

    reading = read(str(issued.code), ring, date(2026, 3, 13), token_issued)

    assert (reading.referral, reading.signature) == (referral, Signature.HOLDS)


def test_only_five_things_are_kept_and_no_time_of_day(
    state: sqlite3.Connection, referral: Referral, key: KioskKey
) -> None:
    registry.issue(state, referral, key)

    rows = state.execute("SELECT * FROM referral_issued").fetchall()

    assert rows == [(referral.code.characters, referral.id, sign(referral, key), "2026-03-12", 7)]


def test_a_code_that_is_taken_is_never_given_twice(
    state: sqlite3.Connection, referral: Referral, key: KioskKey
) -> None:
    first = registry.issue(state, referral, key)

    second = registry.issue(state, referral, key)

    assert second.code != first.code
    assert second.referral == replace(referral, id=second.referral.id)
    assert registry.find(state, first.code) is not None
    assert registry.find(state, second.code) is not None


def test_a_registry_with_no_free_code_says_so_and_does_not_turn_for_ever(
    state: sqlite3.Connection, referral: Referral, key: KioskKey
) -> None:
    registry.issue(state, referral, key)

    with pytest.raises(registry.RegistryFullError):
        registry.issue(state, referral, key, draw_id=lambda: referral.id)


def test_expired_referrals_are_kept_a_month_then_leave_no_trace_in_any_file(
    state: sqlite3.Connection, path: Path, referral: Referral, key: KioskKey
) -> None:
    old = registry.issue(state, referral, key)
    new = registry.issue(state, replace(numbered(referral, 2), issued=referral.issued + timedelta(days=1)), key)
    last = referral.last_day + registry.KEPT_AFTER_LAST_DAY

    assert registry.purge(state, last) == 0
    assert registry.purge(state, last + timedelta(days=1)) == 1
    assert registry.find(state, old.code) is None
    assert registry.find(state, new.code) is not None
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert old.token.encode() not in written
    assert new.token.encode() in written


def test_a_full_disk_is_told_and_writes_nothing_of_the_referral(
    state: sqlite3.Connection, referral: Referral, key: KioskKey
) -> None:
    pages = state.execute("PRAGMA page_count").fetchone()[0]
    state.execute(f"PRAGMA max_page_count = {pages}")
    kept: list[registry.Issued] = []

    def issue_on() -> None:
        for number in range(1000):
            kept.append(registry.issue(state, numbered(referral, number), key))

    with pytest.raises(KioskError) as caught:
        issue_on()

    assert caught.value.code == "disk_full"
    assert kept
    assert registry.find(state, numbered(referral, len(kept)).code) is None
    assert state.execute("SELECT count(*) FROM referral_issued").fetchone() == (len(kept),)
    assert state.execute("PRAGMA integrity_check").fetchone() == ("ok",)


ISSUES = """
import resource, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from kiosk.errors import KioskError
from kiosk.referral import registry
from kiosk.referral.keys import own_key
from kiosk.referral.token import Referral
from kiosk.state import open_state
folder, largest = Path(sys.argv[1]), int(sys.argv[2])
key = own_key(folder)
state = open_state(folder / "state.db", registry.MIGRATIONS)
if largest:
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
number = 0
try:
    while True:
        referral = Referral(number.to_bytes(8, "big"), date(2026, 3, 12), 7, ())
        print(registry.issue(state, referral, key).code, flush=True)
        number += 1
except KioskError as error:
    print(error.code, flush=True)
"""


def test_every_code_said_to_be_issued_survives_a_kill(path: Path) -> None:
    program = subprocess.Popen([sys.executable, "-c", ISSUES, str(path.parent), "0"], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    said = [program.stdout.readline().strip() for _ in range(40)]
    os.kill(program.pid, signal.SIGKILL)
    said += program.stdout.read().split()
    program.wait()
    program.stdout.close()

    with closing(open_state(path, registry.MIGRATIONS)) as state:
        assert len(said) >= 40
        assert all(registry.find(state, parse(code)) for code in said)
        assert state.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_file_that_may_not_grow_loses_nothing_that_was_said(path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ISSUES, str(path.parent), "200000"], capture_output=True, text=True, check=True
    )
    *said, why = ended.stdout.split()

    with closing(open_state(path, registry.MIGRATIONS)) as state:
        assert why in ("disk_full", "state_unusable")
        assert said
        assert state.execute("SELECT count(*) FROM referral_issued").fetchone() == (len(said),)
        assert all(registry.find(state, parse(code)) for code in said)
