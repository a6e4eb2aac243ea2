"""Pairing: one code, one key, on the disk before it counts."""

import stat

import pytest

from kiosk.counter.calling.pairing import (
    KEY_FILE,
    PairingCodeError,
    PairingError,
    key_from,
    new_code,
    pair,
    paired_key,
    read_code,
)
from kiosk.referral.code import ALPHABET


def test_both_machines_make_the_same_key_of_a_code(tmp_path):
    code = new_code()
    for machine in ("counter", "kiosk"):
        (tmp_path / machine).mkdir()
        pair(tmp_path / machine, code)

    assert (
        paired_key(tmp_path / "counter") == paired_key(tmp_path / "kiosk") == key_from(code.lower().replace("-", " "))
    )


def test_a_machine_that_was_not_paired_has_no_key(tmp_path):
    assert paired_key(tmp_path) is None


def test_the_key_is_for_the_account_only(tmp_path):
    pair(tmp_path, new_code())

    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


def test_a_key_is_replaced_only_when_that_is_meant(tmp_path):
    pair(tmp_path, new_code())
    before = paired_key(tmp_path)

    with pytest.raises(PairingError):
        pair(tmp_path, new_code())
    assert paired_key(tmp_path) == before

    pair(tmp_path, new_code(), again=True)
    assert paired_key(tmp_path) != before


def test_a_damaged_key_is_told(tmp_path):
    (tmp_path / KEY_FILE).write_bytes(b"short")

    with pytest.raises(PairingError):
        paired_key(tmp_path)


def test_every_single_mistake_in_a_code_is_noticed():
    code = new_code().replace("-", "")

    for place, right in enumerate(code):
        for wrong in set(ALPHABET) - {right}:
            with pytest.raises(PairingCodeError):
                read_code(code[:place] + wrong + code[place + 1 :])


@pytest.mark.parametrize("typed", ["", "7K3F", "0000-0000-0000-0000", "7K3F-9XDW-7K3F-9XDW-2"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(PairingCodeError):
        read_code(typed)
