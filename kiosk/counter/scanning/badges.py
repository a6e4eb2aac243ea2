"""A badge that a scanner typed, in whatever layout: only its secret tells which of its readings was meant."""

import sqlite3
from datetime import datetime

from kiosk.counter.scanning.meaning import badges_in
from kiosk.counter.staff import Machine, SignedIn
from kiosk.counter.staff.signing import BadgeUnknownError, sign_in_by_badge


def sign_in_by_scan(state: sqlite3.Connection, machine: Machine, untrusted_typed: str, *, at: datetime) -> SignedIn:
    """Sign in whoever bears the badge that was scanned. Raises what `sign_in_by_badge` does."""
    *others, last = badges_in(untrusted_typed) or (untrusted_typed,)
    for reading in others:
        try:
            return sign_in_by_badge(state, machine, reading, at=at)
        except BadgeUnknownError:
            continue
    return sign_in_by_badge(state, machine, last, at=at)
