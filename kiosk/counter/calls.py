"""What a kiosk and the counter say to each other about a person who wants help: never who, and never about what."""

import secrets
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import KioskError

UNANSWERED_AFTER_S = 180
"""A person is told that nobody is free once a call has gone unanswered this long; see ux.md, "Call staff"."""

LONGEST_NOTE = 120
MOST_MINUTES = 60

CallName = Annotated[str, Meta(min_length=1, max_length=40)]
Note = Annotated[str, Meta(max_length=LONGEST_NOTE)]
Minutes = Annotated[int, Meta(ge=0, le=MOST_MINUTES)]


class CounterError(KioskError):
    """The counter could not be reached, or not understood."""

    code = "counter"


class Standing(StrEnum):
    """How the counter takes a call: it has it, somebody is coming, nobody can, or it is over."""

    TOLD = "told"
    COMING = "coming"
    NOBODY = "nobody"
    OVER = "over"


class Ping(Struct, frozen=True, tag="ping", forbid_unknown_fields=True):
    """Is anybody there?"""


class Call(Struct, frozen=True, tag="call", forbid_unknown_fields=True):
    """Somebody at a kiosk wants a person; said again every second for as long as they want one.

    `id` is random and lives as long as the call. `kiosk` is 0 where kiosks have no numbers. `letters` and `listening`
    tell how the person uses the screen; a `private` call is answered quietly.
    """

    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    kiosk: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 0
    language: Annotated[str, Meta(pattern="^[A-Za-z_-]{2,20}$")] = "en"
    letters: Annotated[int, Meta(ge=0, le=2)] = 0
    listening: bool = False
    private: bool = False


class Withdrawal(Struct, frozen=True, tag="withdrawal", forbid_unknown_fields=True):
    """The person does not want anybody any more, or has left."""

    id: str


class Pong(Struct, frozen=True, tag="pong", forbid_unknown_fields=True):
    """The counter is open; `attended` is false while staff have said that nobody is at it."""

    attended: bool


class Answer(Struct, frozen=True, tag="answer", forbid_unknown_fields=True):
    """How a call stands. `name` and `minutes` (rounded up, 0 for now) are those of whoever comes; `note` is theirs."""

    standing: Standing
    name: str = ""
    minutes: Minutes = 0
    note: Note = ""


Request: TypeAlias = Ping | Call | Withdrawal
Reply: TypeAlias = Pong | Answer

_requests: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
_replies: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


def new_call_id() -> str:
    """An id that no other call has and that tells nothing."""
    return secrets.token_hex(16)


def written(message: Request | Reply) -> bytes:
    """The bytes of a message."""
    return msgspec.json.encode(message)


def read_request(untrusted: bytes) -> Request:
    """What a kiosk says. Raises `CounterError`."""
    try:
        return _requests.decode(untrusted)
    except msgspec.DecodeError as error:
        raise CounterError(f"a kiosk said something unknown: {error}") from error


def read_reply(untrusted: bytes) -> Reply:
    """What the counter says. Raises `CounterError`."""
    try:
        return _replies.decode(untrusted)
    except msgspec.DecodeError as error:
        raise CounterError(f"the counter said something unknown: {error}") from error
