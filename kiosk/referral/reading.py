"""What a referral says, however it comes back: a scanned QR of either form, a photo's worth of text, or a typed code.

A keyboard-wedge scanner that types with another layout is to be set right before `find`; everything here works on the
characters that were meant.
"""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.referral import code, cose, token
from kiosk.referral.keys import KeyId, KeyRing, number_of

LONGEST_TEXT = 20_000
"""Characters; what comes after them is not looked at."""

_TOKEN_START = base64.b32encode(cose.HEAD).decode("ascii")[: len(cose.HEAD) * 8 // 5]
_LOOKS_LIKE_TOKEN = re.compile(r"#\s*[A-Za-z2-7]{16}|[A-Z2-7]{40}|[a-z2-7]{40}")
_LONGEST_TYPED_CODE = 24
_CODE_IN_TEXT = re.compile(
    rf"(?<![0-9A-Z])R[-‐‑–— ]?([{code.ALPHABET}]{{4}})[-‐‑–— ]?([{code.ALPHABET}]{{3}})(?![0-9A-Z])"
)


class NotAReferralError(token.ReferralError):
    """There is no token and no code in this text."""

    code = "referral_not_found"


class UnknownCodeError(token.ReferralError):
    """The code is well formed, and no referral with it was issued here."""

    code = "code_unknown"


class Signature(Enum):
    """What can be said of who signed."""

    HOLDS = "holds"
    NOT_CHECKED = "not_checked"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class TokenText:
    """A whole token found in a text, in upper case Base32; nothing in it has been checked."""

    text: str


Found = TokenText | code.ReferralCode


@dataclass(frozen=True, slots=True)
class Reading:
    """A referral as read.

    Unless `signature` is HOLDS, all the rest is only what the text claims. `kiosk_name` is "" when not known.
    `expired` is a warning.
    """

    referral: token.Referral
    signature: Signature
    kiosk_number: int
    kiosk_name: str
    expired: bool

    @property
    def code(self) -> code.ReferralCode:
        """The short code printed on the slip."""
        return self.referral.code


def read(
    untrusted_text: str,
    ring: KeyRing,
    today: date,
    token_issued: Callable[[code.ReferralCode], str | None] = lambda _code: None,
) -> Reading:
    """Read a referral from anything a person or a scanner gives.

    `token_issued` finds the token of a code in this kiosk's registry. Raises `NotAReferralError`,
    `MalformedReferralError` for a token that is there and incomplete, a `ReferralCodeError` for a mistyped code,
    `UnknownCodeError` for a code of somewhere else. An altered token is read, and said to be altered.
    """
    match find(untrusted_text):
        case TokenText(text):
            return _reading(text, ring, today)
        case code.ReferralCode() as short_code:
            issued = token_issued(short_code)
            if issued is None:
                raise UnknownCodeError(f"{short_code} was not issued here")
            return _reading(issued, ring, today)


def find(untrusted_text: str) -> Found:
    """Find the first whole token in a text, or else the code. Same errors as `read`.

    A token is known by the bytes that every one begins with and ends where its own lengths say, so text before and
    after it, line breaks and spaces inside it, and case do not matter.
    """
    text = untrusted_text[:LONGEST_TEXT]
    found = _token_in(token.base32_of(text))
    if found is not None:
        return TokenText(found)
    if _LOOKS_LIKE_TOKEN.search(text) or _TOKEN_START in token.base32_of(text):
        raise token.MalformedReferralError("the token is there, and part of it is missing or was read wrongly")
    return _code_in(text)


def _token_in(base32: str) -> str | None:
    longest = _base32_length(token.LONGEST_TOKEN)
    start = base32.find(_TOKEN_START)
    while start >= 0:
        piece = base32[start : start + longest]
        try:
            message = cose.first_message(_decoded(piece), token.LONGEST_TOKEN)
        except cose.CoseError:
            start = base32.find(_TOKEN_START, start + 1)
            continue
        return piece[: _base32_length(len(message))]
    return None


def _base32_length(byte_count: int) -> int:
    """Characters that this many bytes take in Base32 without padding."""
    return -(-byte_count * 8 // 5)


def _decoded(base32: str) -> bytes:
    """The whole bytes in Base32 text of any length; bits left over are dropped."""
    padded = base32 + "A" * (-len(base32) % 8)
    return base64.b32decode(padded)[: len(base32) * 5 // 8]


def _code_in(text: str) -> code.ReferralCode:
    stripped = text.strip()
    if not stripped:
        raise NotAReferralError("the text is empty")
    if len(stripped) <= _LONGEST_TYPED_CODE:
        return code.parse(stripped)
    for found in _CODE_IN_TEXT.finditer(text.upper()):
        try:
            return code.parse("".join(found.groups()))
        except code.ReferralCodeError:
            continue
    raise NotAReferralError("neither a token nor a code in this text")


def _reading(token_text: str, ring: KeyRing, today: date) -> Reading:
    try:
        match token.verify(token_text, ring):
            case token.Verified(referral, kiosk):
                key_id, signature, name = kiosk.key_id, Signature.HOLDS, kiosk.name
            case token.Unverifiable(referral, key_id):
                signature, name = Signature.NOT_CHECKED, ""
    except token.AlteredReferralError as error:
        referral, key_id, signature, name = error.referral, error.key_id, Signature.ALTERED, ""
    return Reading(referral, signature, number_of(KeyId(key_id)), name, referral.expired_on(today))
