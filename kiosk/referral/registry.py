"""The referrals this kiosk has issued, kept in state.db so that a code read aloud opens its plan again.

Only the code, the id, the token, the day and the catalogue version are kept: nothing anyone typed, and no time of day.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.outbox import tables as outbox
from kiosk.outbox.days import day_number
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.referral import token
from kiosk.referral.code import ReferralCode
from kiosk.referral.keys import KioskKey
from kiosk.state import Migration, atomic, scrub, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT_AFTER_LAST_DAY = timedelta(days=30)
"""A referral that has run out can still be opened, with a warning, for this long."""

_MOST_DRAWS = 20


class RegistryFullError(KioskError):
    """Twenty ids in a row gave codes that are all taken; old referrals are not being purged."""

    code = "registry_full"


@dataclass(frozen=True, slots=True)
class Issued:
    """A referral as it was handed over, with its signed token."""

    referral: token.Referral
    token: str

    @property
    def code(self) -> ReferralCode:
        """The short code printed on the slip."""
        return self.referral.code


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the registry."""

    code: ReferralCode
    referral_id: bytes
    token: str
    issued: date
    catalogue_version: int


def _codes_issued(database: "Database") -> None:
    issued = database.table("referral_issued")
    issued.create(
        {"code": str, "referral_id": bytes, "token": str, "issued_day": str, "catalogue_version": int},
        pk="code",
        not_null={"referral_id", "token", "issued_day", "catalogue_version"},
    )
    issued.create_index(["issued_day"])


MIGRATIONS = (*outbox.MIGRATIONS, Migration("referral", "codes_issued", _codes_issued))


def issue(
    state: sqlite3.Connection,
    referral: token.Referral,
    key: KioskKey,
    draw_id: Callable[[], bytes] = token.new_id,
) -> Issued:
    """Sign `referral`, write it down and tell the hub; it is on the disk when this returns, or nothing is.

    When its code is taken, it gets another id: use what is returned. Raises `DiskFullError` or another `StateError`.
    """
    for _ in range(_MOST_DRAWS):
        issued = Issued(referral, token.sign(referral, key))
        if _written(state, issued):
            return issued
        referral = replace(referral, id=draw_id())
    raise RegistryFullError(f"{_MOST_DRAWS} codes in a row are taken")


def find(state: sqlite3.Connection, code: ReferralCode) -> Entry | None:
    """The referral issued here under this code, None when there is none or it has been purged."""
    with state_errors():
        row = state.execute(
            "SELECT referral_id, token, issued_day, catalogue_version FROM referral_issued WHERE code = ?",
            (code.characters,),
        ).fetchone()
    return None if row is None else Entry(code, row[0], row[1], date.fromisoformat(row[2]), row[3])


def purge(state: sqlite3.Connection, today: date) -> int:
    """Forget referrals whose last day is more than 30 days before `today`, leaving no trace; tell how many."""
    with atomic(state):
        rows = state.execute("SELECT code, token FROM referral_issued").fetchall()
        gone = [(code,) for code, text in rows if token.claimed(text).expired_on(today - KEPT_AFTER_LAST_DAY)]
        state.executemany("DELETE FROM referral_issued WHERE code = ?", gone)
    if gone:
        scrub(state)
    return len(gone)


def _written(state: sqlite3.Connection, issued: Issued) -> bool:
    referral = issued.referral
    with atomic(state):
        added = state.execute(
            "INSERT INTO referral_issued (code, referral_id, token, issued_day, catalogue_version) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING",
            (
                issued.code.characters,
                referral.id,
                issued.token,
                referral.issued.isoformat(),
                referral.catalogue_version,
            ),
        )
        if added.rowcount == 1:
            put(state, Kind.REFERRAL, _told(referral), referral.issued)
    return added.rowcount == 1


def _told(referral: token.Referral) -> dict[int, object]:
    """What the hub hears: what the token says, which leaves out what must stay discreet, without the language."""
    told: dict[int, object] = {
        1: referral.id,
        2: day_number(referral.issued),
        3: referral.catalogue_version,
        4: [[item.service, item.step] for item in referral.items],
    }
    if referral.life_event:
        told[5] = referral.life_event
    return told
