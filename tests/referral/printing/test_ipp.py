"""Answers of a print server, good and torn."""

import struct

import pytest

from kiosk.referral.printing.ipp import IppError, read_answer


def attribute(tag: int, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


GOOD = (
    struct.pack(">HHIB", 0x0101, 0x0001, 1, 0x01)
    + attribute(0x47, b"attributes-charset", b"utf-8")
    + b"\x02"
    + attribute(0x23, b"job-state", struct.pack(">i", 5))
    + attribute(0x44, b"job-state-reasons", b"job-printing")
    + attribute(0x44, b"", b"processing-to-stop-point")
    + attribute(0x22, b"job-preserved", b"\x01")
    + attribute(0x31, b"date-time-at-creation", bytes(11))
    + b"\x03"
)


def test_an_answer_is_read_with_its_values_in_order():
    answer = read_answer(GOOD)

    assert answer.is_good
    assert answer.number("job-state") == 5
    assert answer.texts("job-state-reasons") == ("job-printing", "processing-to-stop-point")
    assert answer.attributes["job-preserved"] == [True]
    assert "date-time-at-creation" not in answer.attributes
    assert answer.number("time-at-processing") == -1


def test_an_answer_cut_anywhere_is_refused():
    for length in range(len(GOOD)):
        with pytest.raises(IppError, match="torn"):
            read_answer(GOOD[:length])


def test_not_found_is_told_apart():
    answer = read_answer(struct.pack(">HHIB", 0x0101, 0x0406, 1, 0x03))

    assert answer.is_not_found
    assert not answer.is_good
