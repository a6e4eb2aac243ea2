"""What a record says: its body, checked field by field, as a value that can be kept.

What there are many of in a batch is a tuple, which is made in a third of the time that a dataclass takes.
A record that says what cannot be is poison: it is set aside and acknowledged, so that it holds nothing up. A kind that
is not known here is none; it is kept as it came. docs/sync.md has the bodies.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kiosk.counter.corrections import exchange
from kiosk.counter.corrections.values import Correction, Flag
from kiosk.errors import KioskError
from kiosk.outbox.kinds import Kind
from kiosk.referral import cose
from kiosk.sync.exchange.fields import LARGEST_NUMBER
from kiosk.sync.exchange.messages import ID_BYTES, Item

REFERRAL_BYTES = 8
LARGEST_BODY = 64 * 1024

_LAST_DAY = 200_000
_LONGEST_WORD = 300
_MOST_STEPS = 200
_MOST_COUNTS = 500
_MOST_COUNTED = 10**9
"""Of anything in an hour; no sum of these is too large for a database."""

_HOUR = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]))?", re.ASCII)
_LONGEST_HOUR = 13
_SINCE_1970 = date(1970, 1, 1).toordinal()


class PoisonError(KioskError):
    """This record says what cannot be, and why."""

    code = "record_poison"


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of a day since 1970; None where only the day is told."""

    day: int
    hour: int | None


class Referral(NamedTuple):
    """A plan was handed over, with these (service, step)."""

    referral: bytes
    day: int
    catalogue_version: int
    steps: tuple[tuple[int, int], ...]
    bundle: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one step of a referral that the kiosk `kid` issued; `kid` and `referral` are empty without a slip.

    `corrects` says that it takes the place of what was said before.
    """

    kid: bytes
    referral: bytes
    service: int
    step: int
    status: str
    reason: str
    day: int
    corrects: bool


class UnmetNeed(NamedTuple):
    """So many people wanted what there is not. `need` is what it may be taken back by; empty where it cannot be."""

    hour: Hour
    reason: str
    bundle: str
    service: str
    source: str
    term: str
    people: int
    need: bytes


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An unmet need was written down by mistake."""

    need: bytes


@dataclass(frozen=True, slots=True)
class CitizenFlag:
    """A citizen said that a service is told wrongly."""

    hour: Hour
    service: str


@dataclass(frozen=True, slots=True)
class Call:
    """Staff were called to a kiosk, and how that ended."""

    hour: Hour
    ending: str


class Counts(NamedTuple):
    """How often what happened."""

    hour: Hour
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An office has opened a case for a referral of the kiosk `kid`."""

    kid: bytes
    referral: bytes
    day: int


@dataclass(frozen=True, slots=True)
class NextKey:
    """The key that the kiosk will sign with, and that key's signature over stream || key id."""

    public: bytes
    proof: bytes


Record = Referral | Outcome | UnmetNeed | TakenBack | Flag | CitizenFlag | Call | Counts | Correction | Claim | NextKey


def record_of(item: Item) -> Record | None:
    """What `item` says; None for a kind that is not known here. Raises `PoisonError`."""
    if len(item.body) > LARGEST_BODY:
        raise PoisonError(f"{len(item.body)} bytes")
    reader = _READERS.get(item.kind)
    if reader is None:
        return None
    try:
        body = cose.plain(item.body)
    except cose.CoseError as error:
        raise PoisonError("the body is not CBOR") from error
    if not isinstance(body, dict):
        raise PoisonError("the body is not a map")
    return reader(body)


Body = Mapping[object, object]


def _referral(body: Body) -> Referral:
    steps = body.get(4)
    if not isinstance(steps, list) or len(steps) > _MOST_STEPS:
        raise PoisonError("4 is not a list of steps")
    return Referral(
        _bytes(body, 1, REFERRAL_BYTES),
        _day(body, 2),
        _whole(body, 3),
        tuple(map(_step, steps)),
        _whole(body, 5) if 5 in body else None,
    )


def _outcome(body: Body) -> Outcome:
    has_slip = 1 in body or 2 in body
    return Outcome(
        _bytes(body, 1, cose.KEY_ID_BYTES) if has_slip else b"",
        _bytes(body, 2, REFERRAL_BYTES) if has_slip else b"",
        _whole(body, 3),
        _whole(body, 4),
        _word(body, 5),
        _optional_word(body, 6),
        _day(body, 7),
        body.get(8) is True,
    )


def _unmet_need(body: Body) -> UnmetNeed | TakenBack:
    if body.get(9) is True:
        return TakenBack(_bytes(body, 8, ID_BYTES))
    return UnmetNeed(
        _hour(body, 1),
        _word(body, 2),
        _optional_word(body, 3),
        _optional_word(body, 4),
        _optional_word(body, 5),
        _optional_word(body, 6),
        _counted(body.get(7, 1), 7),
        _bytes(body, 8, ID_BYTES) if 8 in body else b"",
    )


def _citizen_flag(body: Body) -> CitizenFlag:
    return CitizenFlag(_hour(body, 1), _optional_word(body, 2))


def _call(body: Body) -> Call:
    return Call(_hour(body, 1), _word(body, 2))


def _counts(body: Body) -> Counts:
    numbers = body.get(2)
    if not isinstance(numbers, dict) or len(numbers) > _MOST_COUNTS:
        raise PoisonError("2 is not a map of counts")
    for name, number in numbers.items():
        if not isinstance(name, str):
            raise PoisonError("a count has no name")
        _text(name, "a name")
        _counted(number, "a count")
    return Counts(_hour(body, 1), tuple(numbers.items()))


def _claim(body: Body) -> Claim:
    return Claim(_bytes(body, 1, cose.KEY_ID_BYTES), _bytes(body, 2, REFERRAL_BYTES), _day(body, 3))


def _next_key(body: Body) -> NextKey:
    return NextKey(_bytes(body, 1, cose.PUBLIC_KEY_BYTES), _bytes(body, 2, cose.SIGNATURE_BYTES))


def _flag(body: Body) -> Flag:
    flags, corrections = _file(body)
    if len(flags) != 1 or corrections:
        raise PoisonError("not one flag")
    return flags[0]


def _correction(body: Body) -> Correction:
    flags, corrections = _file(body)
    if len(corrections) != 1 or flags:
        raise PoisonError("not one correction")
    return corrections[0]


def _file(body: Body) -> tuple[list[Flag], list[Correction]]:
    """The file that says one flag or one correction."""
    content = body.get(1)
    if not isinstance(content, bytes):
        raise PoisonError("1 is not bytes")
    try:
        return exchange.read(content)
    except exchange.ExchangeError as error:
        raise PoisonError(str(error)[:_LONGEST_WORD]) from error


_READERS: Mapping[int, Callable[[Body], Record]] = {
    Kind.REFERRAL: _referral,
    Kind.OUTCOME: _outcome,
    Kind.UNMET_NEED: _unmet_need,
    Kind.STAFF_FLAG: _flag,
    Kind.CITIZEN_FLAG: _citizen_flag,
    Kind.CALL: _call,
    Kind.COUNTS: _counts,
    Kind.CORRECTION: _correction,
    Kind.CASE_CLAIM: _claim,
    Kind.NEXT_KEY: _next_key,
}


def _bytes(body: Body, key: int, length: int) -> bytes:
    value = body.get(key)
    if not isinstance(value, bytes) or len(value) != length:
        raise PoisonError(f"{key} is not {length} bytes")
    return value


def _whole(body: Body, key: int) -> int:
    return _number(body.get(key), key)


def _number(value: object, place: int | str) -> int:
    if type(value) is int and 0 <= value <= LARGEST_NUMBER:  # true is not 1
        return value
    raise PoisonError(f"{place} is not a whole number")


def _day(body: Body, key: int) -> int:
    day = _whole(body, key)
    if day > _LAST_DAY:
        raise PoisonError(f"{key} is not a day")
    return day


def _word(body: Body, key: int) -> str:
    return _text(body.get(key), key)


def _optional_word(body: Body, key: int) -> str:
    """A word, "" where there is none; a number stands for itself."""
    value = body.get(key, "")
    return "" if value is None else _text(value, key)


def _text(value: object, place: int | str) -> str:
    if isinstance(value, str) and len(value) <= _LONGEST_WORD and "\0" not in value:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(_number(value, place))
    raise PoisonError(f"{place} is not a word")


def _hour(body: Body, key: int) -> Hour:
    said = body.get(key)
    hour = _hour_of(said) if isinstance(said, str) and len(said) <= _LONGEST_HOUR else None
    if hour is None:
        raise PoisonError(f"{key} is not an hour such as 2026-03-12T10, of our time")
    return hour


@lru_cache(maxsize=1024)
def _hour_of(text: str) -> Hour | None:
    """Remembered: a thousand records tell of the same few hours."""
    read = _HOUR.fullmatch(text)
    try:
        day = date.fromisoformat(read[1]).toordinal() - _SINCE_1970 if read else -1
    except ValueError:
        return None
    if read is None or not 0 <= day <= _LAST_DAY:
        return None
    return Hour(day, int(read[2]) if read[2] else None)


def _step(value: object) -> tuple[int, int]:
    if type(value) is list and len(value) == 2:
        service, step = value
        if type(service) is type(step) is int and 0 <= service <= LARGEST_NUMBER and 0 <= step <= LARGEST_NUMBER:
            return service, step
    raise PoisonError("a step is not [service, step]")


def _counted(value: object, place: int | str) -> int:
    number = _number(value, place)
    if number > _MOST_COUNTED:
        raise PoisonError(f"{place} is more than anybody can count")
    return number
