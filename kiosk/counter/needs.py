"""What people could not get here and what they found wrong, in state.db: never who, never to the minute, and never
about what where the topic must not be known.
"""

import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.outbox import tables as outbox
from kiosk.outbox.ballast import with_room
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.state import Migration, atomic, open_state

if TYPE_CHECKING:
    from sqlite_utils import Database

_ID_BYTES = 16


class Met(StrEnum):
    """Whether the person got what they needed."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Reason(StrEnum):
    """Why a need was not met. The first seven are what a person can tell at the kiosk; staff know more."""

    NOT_FOUND = "not_found"
    NOT_UNDERSTOOD = "not_understood"
    CLOSED = "hours"
    NO_WAY_THERE = "transport"
    NOT_ELIGIBLE = "not_eligible"
    WANTS_PERSON = "person"
    NO_SERVICE = "no_service"
    FULL = "full"
    OUT_OF_AREA = "out_of_area"
    COST = "cost"
    LANGUAGE = "language"
    ACCESSIBILITY = "accessibility"
    PAPERS = "papers"
    OTHER = "other"


class Source(StrEnum):
    """Who said so."""

    CITIZEN = "citizen"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when something was said: the hour and no finer, the kiosk's number or 0, the language shown.

    `bundle` and `service` are None where there is none, and for every sensitive topic.
    """

    hour: str
    kiosk: int
    language: str
    bundle: BundleId | None = None
    service: ServiceId | None = None


@dataclass(frozen=True, slots=True)
class UnmetNeed:
    """A need that nothing here met, and why."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Flag:
    """The catalogue says something wrong, somewhere about the service of the setting."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the need was met: only counted, by the hour."""

    met: Met


Said = UnmetNeed | Flag | Judgement


def setting_of(
    catalogue: Catalogue,
    bundles: Iterable[BundleId],
    service: ServiceId | None,
    now: datetime,
    kiosk: int,
    language: str,
) -> Setting:
    """The setting of a visit about `bundles`, whose step last looked at is for `service`."""
    bundles = tuple(bundles)
    hour = now.strftime("%Y-%m-%dT%H")
    discreet = service is not None and catalogue.services[service].discreet
    if discreet or catalogue.is_sensitive(bundles):
        return Setting(hour, kiosk, language)
    return Setting(hour, kiosk, language, bundles[0] if bundles else None, service)


def keep(state_file: Path, said: Said, setting: Setting) -> None:
    """Write down what was said; it is on the disk when this returns, or nothing of it is. Raises a `StateError`."""
    with_room(state_file.parent, lambda: _keep(state_file, said, setting))


def _keep(state_file: Path, said: Said, setting: Setting) -> None:
    with closing(open_state(state_file, MIGRATIONS)) as state, atomic(state):
        match said:
            case UnmetNeed(reason):
                state.execute(_UNMET, (*_row(setting), reason))
                put(state, Kind.UNMET_NEED, {**_told(setting), 2: str(reason), 5: str(Source.CITIZEN)}, _day(setting))
            case Flag():
                state.execute(_FLAG, _row(setting))
                service = {2: setting.service} if setting.service else {}
                put(state, Kind.CITIZEN_FLAG, {1: setting.hour, **service}, _day(setting))
            case Judgement(met):
                count(state, setting.hour, f"met.{met}")


def count(state: sqlite3.Connection, hour: str, name: str) -> None:
    """Count one more of `name` in that hour; call it inside `atomic`."""
    state.execute(
        "INSERT INTO measure (hour, name, count) VALUES (?, ?, 1) "
        "ON CONFLICT (hour, name) DO UPDATE SET count = count + 1",
        (hour, name),
    )


def _row(setting: Setting) -> tuple[object, ...]:
    """The id is random: one that counts or tells the time would say in which order people came."""
    return (
        secrets.token_bytes(_ID_BYTES),
        setting.hour,
        setting.kiosk,
        setting.language,
        setting.bundle,
        setting.service,
        Source.CITIZEN,
    )


def _told(setting: Setting) -> dict[int, object]:
    """What the hub hears of a setting: neither the kiosk's number, which it knows, nor the language."""
    named = {3: setting.bundle, 4: setting.service}
    return {1: setting.hour, **{key: name for key, name in named.items() if name}}


def _day(setting: Setting) -> date:
    return date.fromisoformat(setting.hour[:10])


_COLUMNS = "id, hour, kiosk, language, bundle, service, source"
_UNMET = f"INSERT INTO unmet_need ({_COLUMNS}, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_FLAG = f"INSERT INTO flag ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"


def _said_tables(database: "Database") -> None:
    said = {
        "id": bytes,
        "hour": str,
        "kiosk": int,
        "language": str,
        "bundle": str,
        "service": str,
        "source": str,
    }
    always = {"hour", "kiosk", "language", "source"}
    database.table("unmet_need").create({**said, "reason": str}, pk="id", not_null={*always, "reason"})
    database.table("flag").create({**said, "field": str}, pk="id", not_null={*always, "field"}, defaults={"field": ""})
    database.table("measure").create({"hour": str, "name": str, "count": int}, pk=("hour", "name"), not_null={"count"})


def _columns_of_staff(database: "Database") -> None:
    needs = database.table("unmet_need")
    for name in ("term", "words", "age_band", "needed_language"):
        needs.add_column(name, str, not_null_default="")
    for name in ("newcomer", "disability"):
        needs.add_column(name, int, not_null_default=0)
    needs.add_column("count", int, not_null_default=1)


def _column_of_what_was_told(database: "Database") -> None:
    database.table("measure").add_column("told", int, not_null_default=0)


MIGRATIONS = (
    *outbox.MIGRATIONS,
    Migration("counter", "needs_flags_measures", _said_tables),
    Migration("counter", "needs_by_staff", _columns_of_staff),
    Migration("counter", "measures_told", _column_of_what_was_told),
)
