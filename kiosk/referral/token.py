"""The signed token of a referral: what it carries, how it is written, how it is believed.

A token is COSE_Sign1 over a small CBOR map, in Base32 without padding:

    1  id, eight random bytes; with the kiosk's key id, unique in the world
    2  issue day, days since 1970-01-01; never a time of day
    3  valid days
    5  catalogue version
    6  the items: [service, step, order] or [service, step, order, marks] each, or plain service numbers; at most 30
    7  optional: [life event, language], numbers; 0 means not said

It has no field for a name, a birth date, a phone number, an answer or a reason, and unknown fields are refused.
"""

import base64
import re
import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from kiosk.errors import KioskError
from kiosk.referral import code, cose
from kiosk.referral.keys import KeyId, KeyRing, KioskKey, KnownKiosk

PURPOSE = b"sp/r1"
VALID_DAYS = 90
MOST_ITEMS = 30
LONGEST_TOKEN = 512
"""Bytes; thirty of the largest items need 416."""

LANGUAGE_NUMBERS = MappingProxyType({"en": 1, "fr": 2})
"""Numbers are for ever: add, never change."""

_EPOCH = date(1970, 1, 1)
_BASE32_STRETCHES = re.compile("[A-Za-z2-7]+")
_LARGEST_NUMBER = 0xFFFF
_LARGEST_ORDER = 0xFF
_LARGEST_VERSION = 0xFFFF_FFFF
_FIRST, _MAY_APPLY = 1, 2
_MOST_VALID_DAYS = 3660
_LAST_DAY = (date(2200, 1, 1) - _EPOCH).days


class ReferralError(KioskError):
    """This is not a referral that can be used."""

    code = "referral_unreadable"


class MalformedReferralError(ReferralError):
    """Part of the token is missing, or was read wrongly."""

    code = "referral_malformed"


class AlteredReferralError(ReferralError):
    """The token is whole, names a kiosk that is known here, and that kiosk did not sign it.

    `referral` is what it claims.
    """

    code = "referral_altered"

    def __init__(self, referral: "Referral", key_id: KeyId) -> None:
        super().__init__("the signature is not that of the kiosk it names")
        self.referral = referral
        self.key_id = key_id


@dataclass(frozen=True, slots=True)
class Item:
    """One service, by its catalogue number.

    `step` is the step's number in the bundle of the referral's life event, 0 when it comes from elsewhere. `order`
    begins at 1; items with the same order can be done side by side; 0 says nothing. `first` is the one to begin with,
    which is not always the first in order; `may_apply` is one that the person is to ask about.
    """

    service: int
    step: int = 0
    order: int = 0
    first: bool = False
    may_apply: bool = False

    def __post_init__(self) -> None:
        if not (0 < self.service <= _LARGEST_NUMBER and 0 <= self.step <= _LARGEST_NUMBER):
            raise ValueError("a service or step number is out of range")
        if not 0 <= self.order <= _LARGEST_ORDER:
            raise ValueError("an order is out of range")


@dataclass(frozen=True, slots=True)
class Referral:
    """A plan handed over.

    `life_event` is a bundle's number in the catalogue, `language` one of `LANGUAGE_NUMBERS`; None when not said.
    """

    id: bytes
    issued: date
    catalogue_version: int
    items: tuple[Item, ...]
    life_event: int | None = None
    language: int | None = None
    valid_days: int = VALID_DAYS

    def __post_init__(self) -> None:
        if len(self.id) != code.ID_BYTES:
            raise ValueError("a referral's id has eight bytes")
        if not 0 <= (self.issued - _EPOCH).days <= _LAST_DAY or not 0 < self.valid_days <= _MOST_VALID_DAYS:
            raise ValueError("a referral's days are out of range")
        if not 0 <= self.catalogue_version <= _LARGEST_VERSION or len(self.items) > MOST_ITEMS:
            raise ValueError("a referral's version or number of items is out of range")
        if any(number is not None and not 0 < number <= _LARGEST_NUMBER for number in (self.life_event, self.language)):
            raise ValueError("a life event or language number is out of range")

    @property
    def code(self) -> code.ReferralCode:
        """The short code printed beside the QR."""
        return code.make(self.id)

    @property
    def last_day(self) -> date:
        """The last day on which it is valid."""
        return self.issued + timedelta(days=self.valid_days)

    def expired_on(self, day: date) -> bool:
        """Tell whether `day` is after the last day; a warning and never a refusal, since clocks may be wrong."""
        return day > self.last_day


@dataclass(frozen=True, slots=True)
class Verified:
    """The kiosk signed this referral."""

    referral: Referral
    kiosk: KnownKiosk


@dataclass(frozen=True, slots=True)
class Unverifiable:
    """The referral is whole and its kiosk is not known here, so it may be anyone's."""

    referral: Referral
    key_id: KeyId


def new_id() -> bytes:
    """Draw a referral's id."""
    return secrets.token_bytes(code.ID_BYTES)


def referral_for(
    items: Sequence[Item],
    *,
    discreet: Collection[int],
    issued: date,
    catalogue_version: int,
    life_event: int | None = None,
    language: str = "",
    valid_days: int = VALID_DAYS,
    draw_id: Callable[[], bytes] = new_id,
) -> Referral:
    """Make the referral of a plan's items, given in plan order.

    Services whose numbers are in `discreet` are left out, and the orders closed up so that no gap tells; when nothing
    is left the life event goes too. The caller gives no life event that is itself discreet. Only the first 30 items
    are carried: the slip names the rest.
    """
    open_items = [item for item in items if item.service not in discreet][:MOST_ITEMS]
    ranks = {order: rank for rank, order in enumerate(sorted({i.order for i in open_items if i.order}), start=1)}
    return Referral(
        id=draw_id(),
        issued=issued,
        catalogue_version=catalogue_version,
        items=tuple(replace(item, order=ranks.get(item.order, 0)) for item in open_items),
        life_event=life_event if open_items else None,
        language=LANGUAGE_NUMBERS.get(language),
        valid_days=valid_days,
    )


def sign(referral: Referral, key: KioskKey) -> str:
    """Write the token, in upper case; the same referral and key always give the same token."""
    token = cose.sign(_payload(referral), key.key_id, key.private, PURPOSE)
    return base64.b32encode(token).decode("ascii").rstrip("=")


def verify(untrusted_text: str, ring: KeyRing) -> Verified | Unverifiable:
    """Read one token, alone or after the # of a page address, and check who signed it.

    Case, and every character that Base32 does not use, are ignored. A key that the kiosk had given up before the
    referral's day may be anyone's by now. Raises `MalformedReferralError`, or `AlteredReferralError` when the kiosk is
    known and did not sign this.
    """
    message = _message(untrusted_text)
    referral = _referral(message.payload)
    key_id = KeyId(message.key_id)
    candidates = ring.under(key_id)
    if not candidates:
        return Unverifiable(referral, key_id)
    signers = [kiosk for kiosk in candidates if cose.holds(message, kiosk.public, PURPOSE)]
    for kiosk in signers:
        if kiosk.signed_on(referral.issued):
            return Verified(referral, kiosk)
    if signers:
        return Unverifiable(referral, key_id)
    raise AlteredReferralError(referral, key_id)


def claimed(untrusted_text: str) -> Referral:
    """What a token says, whoever signed it. Raises `MalformedReferralError`."""
    return _referral(_message(untrusted_text).payload)


def claimed_key_id(untrusted_text: str) -> KeyId:
    """The kiosk that a token names, whoever signed it. Raises `MalformedReferralError`."""
    return KeyId(_message(untrusted_text).key_id)


def base32_of(untrusted_text: str) -> str:
    """What of a text can be Base32, in upper case; only ASCII letters count."""
    return "".join(_BASE32_STRETCHES.findall(untrusted_text)).upper()


def _message(untrusted_text: str) -> cose.Sign1:
    text = base32_of(untrusted_text.rpartition("#")[2])
    try:
        untrusted = base64.b32decode(text + "=" * (-len(text) % 8))
        if base64.b32encode(untrusted).decode("ascii").rstrip("=") != text:
            raise MalformedReferralError("the last character carries more than the token")
        return cose.decode(untrusted, LONGEST_TOKEN)
    except (ValueError, cose.CoseError) as error:
        raise MalformedReferralError(str(error)) from error


def _payload(referral: Referral) -> bytes:
    plain = all(item == Item(item.service) for item in referral.items)
    fields: dict[int, object] = {
        1: referral.id,
        2: (referral.issued - _EPOCH).days,
        3: referral.valid_days,
        5: referral.catalogue_version,
        6: [item.service if plain else _written(item) for item in referral.items],
    }
    if referral.life_event or referral.language:
        fields[7] = [referral.life_event or 0, referral.language or 0]
    return cose.canonical(fields)


def _written(item: Item) -> list[int]:
    marks = _FIRST * item.first + _MAY_APPLY * item.may_apply
    return [item.service, item.step, item.order, *([marks] if marks else ())]


def _referral(untrusted_payload: bytes) -> Referral:
    try:
        match cose.plain(untrusted_payload):
            case {1: bytes(id_), 2: int(day), 3: int(valid), 5: int(version), 6: list(items), **others}:
                life_event, language = _context(others)
            case _:
                raise MalformedReferralError("the payload lacks a field, or has one of another type")
        if not 0 <= day <= _LAST_DAY or len(items) > MOST_ITEMS:
            raise MalformedReferralError("the day or the number of items is out of range")
        referral = Referral(
            id=id_,
            issued=_EPOCH + timedelta(days=day),
            valid_days=int(valid),  # int() here and below: CBOR's true is not its 1, and must not pass for it
            catalogue_version=int(version),
            items=tuple(_item(item) for item in items),
            life_event=life_event or None,
            language=language or None,
        )
    except (ValueError, cose.CoseError) as error:
        raise MalformedReferralError(str(error)) from error
    if _payload(referral) != untrusted_payload:
        raise MalformedReferralError("the payload is not written in the one deterministic way")
    return referral


def _context(untrusted_fields: dict[object, object]) -> tuple[int, int]:
    match untrusted_fields:
        case {7: [int(life_event), int(language)], **others} if not others:
            return int(life_event), int(language)
        case {**others} if not others:
            return 0, 0
        case _:
            raise MalformedReferralError("the payload has a field that is not known")


def _item(untrusted_item: object) -> Item:
    match untrusted_item:
        case [int(service), int(step), int(order)]:
            return Item(int(service), int(step), int(order))
        case [int(service), int(step), int(order), int(marks)] if 0 < marks <= _FIRST + _MAY_APPLY:
            return Item(int(service), int(step), int(order), bool(marks & _FIRST), bool(marks & _MAY_APPLY))
        case int(service):
            return Item(int(service))
        case _:
            raise MalformedReferralError("an item is neither a service nor a service with its step")
