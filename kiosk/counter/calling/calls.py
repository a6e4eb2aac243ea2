"""What a kiosk and the counter say to each other: about a person who wants help, never who, and about what only where
they want that told; how the kiosk is, and what staff want of it.

Two versions of Guichet understand each other. What is at its usual value is not said, so an older kiosk hears nothing
that it does not know; a counter that refuses a report is asked once more without one (`line.greet`); and `Report` and
`WantedPlan` may hold more than this version knows.
"""

import secrets
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import KioskError

UNANSWERED_AFTER_S = 180
"""A person is told that nobody is free once a call has gone unanswered this long; see ux.md, "Call staff"."""

LONGEST_NOTE = 120
_LAST_SECOND = 250_000_000_000
"""In the year 9892: what a calendar can still write."""
MOST_MINUTES = 60

CallName = Annotated[str, Meta(min_length=1, max_length=40)]
Note = Annotated[str, Meta(max_length=LONGEST_NOTE)]
Minutes = Annotated[int, Meta(ge=0, le=MOST_MINUTES)]
Topic = Annotated[str, Meta(pattern="^[a-z0-9-]{1,60}$")]
"""A life event, as the catalogue spells its id."""


class CounterError(KioskError):
    """The counter could not be reached, or not understood."""

    code = "counter"


class CounterRefusedError(CounterError):
    """The other end does not hold the same paired key, or something in between changed what was said."""

    code = "counter_refused"


class Standing(StrEnum):
    """How the counter takes a call: it has it, somebody is coming, nobody can, or it is over."""

    TOLD = "told"
    COMING = "coming"
    NOBODY = "nobody"
    OVER = "over"


class PrinterState(StrEnum):
    """What a kiosk knows of its printer: nothing; that there is none; ready; or in which trouble."""

    UNKNOWN = "unknown"
    NONE = "none"
    READY = "ready"
    PAPER_OUT = "paper_out"
    OFFLINE = "offline"
    STOPPED = "stopped"


class Shown(StrEnum):
    """What became of a plan that staff wanted shown: it is on the screen; somebody is at the kiosk; it cannot be read
    there; the kiosk is closed.
    """

    SHOWN = "shown"
    IN_USE = "in_use"
    CANNOT = "cannot"
    CLOSED = "closed"


class Report(Struct, frozen=True, omit_defaults=True):
    """How a kiosk is. `kiosk` is the number that its slips are signed with; people call it so where it is `numbered`,
    that is, where the configuration gives it one.

    `in_use_since` and `clock` are seconds since 1970, 0 for never; `language` is that of whoever is there. Nothing says
    what they look at. `counts` are those of `day` by name (`kiosk.counter.counts`); a kiosk that shares `state.db` with
    the counter says so, for they are there already. `plan` and `shown` tell what became of the plan last wanted. Where
    there is a hub (`has_hub`), it last had everything at `told`, in seconds since 1970, 0 for never.
    """

    kiosk: Annotated[int, Meta(ge=0, le=2**32 - 1)]
    numbered: bool = False
    place_en: Annotated[str, Meta(max_length=40)] = ""
    place_fr: Annotated[str, Meta(max_length=40)] = ""
    catalogue: Annotated[int, Meta(ge=0)] = 0
    catalogue_day: Annotated[str, Meta(max_length=10)] = ""
    printer: PrinterState = PrinterState.UNKNOWN
    in_use_since: Annotated[int, Meta(ge=0, le=_LAST_SECOND)] = 0
    language: Annotated[str, Meta(max_length=20)] = ""
    day: Annotated[str, Meta(max_length=10)] = ""
    counts: Annotated[dict[Annotated[str, Meta(max_length=60)], Annotated[int, Meta(ge=0)]], Meta(max_length=100)] = {}
    shares_state: bool = False
    clock: Annotated[int, Meta(ge=0)] = 0
    disk_low: bool = False
    closed: bool = False
    plan: Annotated[str, Meta(max_length=32)] = ""
    shown: Shown | None = None
    has_hub: bool = False
    told: Annotated[int, Meta(ge=0, le=_LAST_SECOND)] = 0


class Ping(Struct, frozen=True, tag="ping", forbid_unknown_fields=True, omit_defaults=True):
    """Is anybody there? With a `report`, how this kiosk is."""

    report: Report | None = None


class Call(Struct, frozen=True, tag="call", forbid_unknown_fields=True, omit_defaults=True):
    """Somebody at a kiosk wants a person; said again every second for as long as they want one.

    `id` is random and lives as long as the call. `kiosk` is 0 where kiosks have no numbers. `letters` and `listening`
    tell how the person uses the screen; a `private` call is answered quietly. `about` is what their plan is about,
    where they have said that staff may know.
    """

    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    kiosk: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 0
    language: Annotated[str, Meta(pattern="^[A-Za-z_-]{2,20}$")] = "en"
    letters: Annotated[int, Meta(ge=0, le=2)] = 0
    listening: bool = False
    private: bool = False
    about: Annotated[tuple[Topic, ...], Meta(max_length=20)] = ()


class Withdrawal(Struct, frozen=True, tag="withdrawal", forbid_unknown_fields=True):
    """The person does not want anybody any more, or has left."""

    id: str


class WantedPlan(Struct, frozen=True, omit_defaults=True):
    """A plan that staff want on a kiosk's screen, in `language`: `token` is what a slip's QR says. `id` is random."""

    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    token: Annotated[str, Meta(min_length=1, max_length=1500)]
    language: Annotated[str, Meta(pattern="^[A-Za-z_-]{2,20}$")] = "en"


class Pong(Struct, frozen=True, tag="pong", forbid_unknown_fields=True, omit_defaults=True):
    """The counter is open; `attended` is false while staff have said that nobody is at it.

    The rest is said only to a kiosk that reports. `closed` is how staff want the kiosk, from the next free moment on;
    `note` is for whoever is at it; `show` is the plan wanted now.
    """

    attended: bool
    closed: bool = False
    note: Note = ""
    show: WantedPlan | None = None


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
