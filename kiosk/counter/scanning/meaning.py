"""What was scanned or typed: whose badge it may be, or which referral, told apart from what only looks like one.

A scanner that types may do so in a layout that nobody told us of, so its text is read in every layout. None is taken by
guess: a signature that holds, or a code that is known here, decides. Where several readings are as good and differ,
the slip is to be scanned again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from kiosk.counter.scanning.layouts import Layout, as_meant
from kiosk.counter.staff.badges import BADGE_PREFIX, BadgeUnreadableError, read_badge
from kiosk.errors import KioskError
from kiosk.referral import reading
from kiosk.referral.code import ReferralCode, ReferralCodeError
from kiosk.referral.keys import KeyRing
from kiosk.referral.reading import NotAReferralError, Reading, Signature, TokenText, UnknownCodeError
from kiosk.referral.token import MalformedReferralError, ReferralError, base32_of

TokenIssued = Callable[[ReferralCode], str | None]
"""The token that was issued here under a code; None when there is none."""

_SYMBOLOGY = re.compile(r"\A\s*\][A-Za-z][0-9A-Za-z]")
"""What some scanners say first of the kind of code they saw (ISO/IEC 15424): `]Q1` for a QR."""

LONGEST_SCAN = 4500
"""Characters; no QR holds more than 4,296."""

_LONGEST_BADGE = 120
"""Characters, with what a scanner puts around its 44."""

_LONGEST_CODE = 12
"""Characters of a text that may be a code with a fault; the goods of a shop have thirteen."""

_ADDRESS = re.compile(r"https?://[^\s#]+#", re.IGNORECASE)


class AmbiguousScanError(ReferralError):
    """What was typed can be read in several ways that differ, and nothing tells which was meant."""

    code = "scan_ambiguous"


@dataclass(frozen=True, slots=True)
class Scanned:
    """A referral as it was scanned or typed. `token` is what to print when the same slip is wanted again."""

    reading: Reading
    token: str


def spellings(untrusted_typed: str) -> Iterator[str]:
    """Every text that a scanner may have meant, as it came first; each once, and cut where it is too long."""
    typed = untrusted_typed[:LONGEST_SCAN]
    seen: set[str] = set()
    in_layouts = (as_meant(typed, layout, other_level=turned) for turned in (False, True) for layout in Layout)
    for text in chain((typed,), in_layouts):
        meant = _SYMBOLOGY.sub("", text)
        if meant not in seen:
            seen.add(meant)
            yield meant


def badges_in(untrusted_typed: str) -> tuple[str, ...]:
    """The badges that may have been scanned: none when it is no badge, usually one. Only their secret tells."""
    if len(untrusted_typed) > _LONGEST_BADGE:
        return ()
    found = []
    for spelling in spellings(untrusted_typed):
        text = spelling.strip().upper()
        if text.startswith(BADGE_PREFIX):
            try:
                read_badge(text)
            except BadgeUnreadableError:
                continue
            found.append(text)
    return tuple(dict.fromkeys(found))


def looks_scanned(untrusted_typed: str) -> bool:
    """Tell whether the text has a badge, a token or a right code in it, in some layout; nothing is checked further."""
    return bool(badges_in(untrusted_typed)) or any(_has_referral(spelling) for spelling in spellings(untrusted_typed))


def scanned(untrusted_typed: str, ring: KeyRing, today: date, token_issued: TokenIssued) -> Scanned:
    """The referral that a scanner typed.

    Raises `AmbiguousScanError`; `NotAReferralError`, for a badge too; `UnknownCodeError` for a right code of elsewhere;
    `MalformedReferralError` for a token that is there in part; for a wrong code, what is wrong with it as it came.
    """
    found: list[tuple[str, Scanned]] = []
    faults: list[KioskError] = []
    if badges_in(untrusted_typed):
        raise NotAReferralError("a badge")
    for spelling in spellings(untrusted_typed):
        try:
            scan = _read(spelling, ring, today, token_issued)
        except (ReferralError, ReferralCodeError) as error:
            faults.append(error)
            continue
        if scan.reading.signature is Signature.HOLDS and scan.token in base32_of(spelling):
            return scan  # what was signed is never what a keyboard made of another
        found.append((spelling, scan))
    if found:
        return _the_one_meant(found)
    raise _most_telling(faults, could_be_a_code=len(untrusted_typed.strip()) <= _LONGEST_CODE)


def typed(untrusted_code: str, ring: KeyRing, today: date, token_issued: TokenIssued) -> Scanned:
    """The referral of a code that a person typed, or of a text that they pasted: taken as it stands.

    Raises what `kiosk.referral.reading.read` does.
    """
    return _read(untrusted_code, ring, today, token_issued)


def _read(text: str, ring: KeyRing, today: date, token_issued: TokenIssued) -> Scanned:
    match reading.find(text):
        case TokenText(token):
            return Scanned(reading.read(token, ring, today), token)
        case ReferralCode() as short_code:
            token = token_issued(short_code) or ""
            if not token:
                raise UnknownCodeError(f"{short_code} was not issued here")
            return Scanned(reading.read(token, ring, today), token)


def _has_referral(spelling: str) -> bool:
    try:
        reading.find(spelling)
    except MalformedReferralError:
        return True
    except (ReferralError, ReferralCodeError):
        return False
    return True


def _the_one_meant(found: Sequence[tuple[str, Scanned]]) -> Scanned:
    """The reading whose signature holds, else the only one, else the only one behind a whole address or its code."""
    for signature in (Signature.HOLDS, Signature.ALTERED, Signature.NOT_CHECKED):
        alike = [(text, one) for text, one in found if one.reading.signature is signature]
        different = list(dict.fromkeys(one for _text, one in alike))
        if len(different) > 1:
            different = list(dict.fromkeys(_borne_out(alike))) or different
        if len(different) > 1 and signature is not Signature.ALTERED:
            raise AmbiguousScanError(f"{len(different)} readings are as good as each other")
        if different:
            return different[0]
    raise AssertionError("every reading has a signature")


def _borne_out(alike: Sequence[tuple[str, Scanned]]) -> Iterator[Scanned]:
    """The readings that the text around them agrees with: an address before the token, or the token's own code."""
    for text, one in alike:
        if _ADDRESS.search(text) or str(one.reading.code) in text.upper():
            yield one


def _most_telling(faults: Sequence[KioskError], could_be_a_code: bool) -> KioskError:
    """A torn token says more than no token, and a right code of elsewhere more than a wrong one."""
    for kind in (MalformedReferralError, UnknownCodeError):
        telling = list({str(fault): fault for fault in faults if isinstance(fault, kind)}.values())
        if kind is UnknownCodeError and len(telling) > 1:
            return AmbiguousScanError("several right codes, none of them known here")
        if telling:
            return telling[0]
    return faults[0] if could_be_a_code else NotAReferralError("neither a token nor a code in what was scanned")
