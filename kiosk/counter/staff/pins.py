"""What may be a PIN: six to twelve digits that are not among the first that anybody would try."""

import re
import unicodedata
from itertools import pairwise

from kiosk.errors import KioskError

SHORTEST = 6
LONGEST = 12

_WELL_KNOWN = frozenset(
    ("147258", "147852", "159357", "159753", "258456", "123654", "123789", "456123", "789456", "142536", "246810")
)
_DATES = re.compile(
    r"(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(19|20)?\d\d"  # day, month, year
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(19|20)?\d\d"  # month, day, year
    r"|(19|20)?\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"  # year, month, day
)


class PinError(KioskError):
    """This cannot be a PIN."""

    code = "pin"


class PinLengthError(PinError):
    """There are not six to twelve digits, or something that is no digit."""

    code = "pin_length"


class PinEasyError(PinError):
    """It is a run, a repetition, a date, or known to be among the first that are tried."""

    code = "pin_easy"


def read_pin(untrusted: str) -> str:
    """The digits of a PIN as it was typed, in any script, spaces left out. Raises `PinLengthError`."""
    typed = "".join(untrusted.split())
    digits = "".join(str(unicodedata.decimal(character, "")) for character in typed)
    if len(digits) != len(typed) or not SHORTEST <= len(digits) <= LONGEST:
        raise PinLengthError(f"a PIN has {SHORTEST} to {LONGEST} digits and nothing else")
    return digits


def read_new_pin(untrusted: str) -> str:
    """The same for a PIN that somebody chooses. Raises `PinError`."""
    digits = read_pin(untrusted)
    if is_easy(digits):
        raise PinEasyError("this PIN is easy to guess: choose one that is no run, no repetition and no date")
    return digits


def is_easy(digits: str) -> bool:
    """Tell whether a PIN is among the first that somebody would try who has five tries.

    Dates too: colleagues know each other's birthdays. Of all PINs of six digits, about one in ten is refused.
    """
    return digits in _WELL_KNOWN or _is_run(digits) or _is_repetition(digits) or _DATES.fullmatch(digits) is not None


def _is_run(digits: str) -> bool:
    """123456, 987654, 890123, 135791 and 777777: every step the same, also past 9."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return len(steps) == 1


def _is_repetition(digits: str) -> bool:
    """121212 and 123123; 112233, which is a run of pairs; 123321, which is the same backwards."""
    pieces = any(digits == digits[:size] * (len(digits) // size) for size in range(1, len(digits) // 2 + 1))
    pairs = len(digits) % 2 == 0 and digits[::2] == digits[1::2] and _is_run(digits[::2])
    return pieces or pairs or digits == digits[::-1]
