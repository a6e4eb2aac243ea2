"""What operators ask of the store: how kiosks are, what waits for a decision, what people wanted and did not get.

Numbers are as they are: whoever shows them hides the small ones (`kiosk.counter.suppression`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kiosk.counter.corrections import exchange
from kiosk.counter.corrections.values import Correction, Flag
from kiosk.hub.store.statements import Row, Statements, Store

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a kiosk last said of itself. Moments are in seconds since 1970; `clock` is its own and may be wrong.

    `contact` is when the hub last heard it; `audit` the head of its audit's chain, empty where it keeps none.
    """

    contact: int
    clock: int
    app: str
    catalogue_version: int
    free_mib: int
    clock_wrong: bool
    waiting: int
    audit: bytes


@dataclass(frozen=True, slots=True)
class KioskStanding:
    """A kiosk of the fleet; `condition` is None until it is heard, `revoked` until it is believed no more.

    `poison` is how many of its records could not be used.
    """

    kid: bytes
    name: str
    enrolled: int
    revoked: int | None
    condition: Condition | None
    poison: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Flags and corrections that nobody has decided, the oldest first, each with the kiosk that sent it."""

    flags: tuple[tuple[bytes, Flag], ...]
    corrections: tuple[tuple[bytes, Correction], ...]


@dataclass(frozen=True, slots=True)
class Unmet:
    """So many people could not get one thing for one reason; at most one of `bundle`, `service`, `term` is named."""

    bundle: str
    service: str
    term: str
    reason: str
    source: str
    people: int


@dataclass(frozen=True, slots=True)
class Demand:
    """How many plans were handed over: each day, for each bundle and with each service, by their catalogue numbers.

    `bundles` has None where a plan was of no bundle. Only days on which there was one are in `days`.
    """

    days: Mapping[date, int]
    bundles: Mapping[int | None, int]
    services: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A referral of the kiosk `kid` for which offices have opened cases: the first, and who came later."""

    kid: bytes
    referral: bytes
    first: bytes
    day: date
    later: tuple[bytes, ...]


def kiosks(store: Store) -> tuple[KioskStanding, ...]:
    """Every kiosk that was ever enrolled, by name."""
    with store.reading() as statements:
        return _kiosks(statements, "")


def kiosk(store: Store, kid: bytes) -> KioskStanding | None:
    """One kiosk; None when there is none with this id."""
    with store.reading() as statements:
        return next(iter(_kiosks(statements, " WHERE kiosk.kid = ?", kid)), None)


def last_contact(store: Store) -> int | None:
    """When any kiosk was heard last, in seconds since 1970; None when none ever was."""
    with store.reading() as statements:
        ((moment,),) = statements.run("SELECT max(contact) FROM health")
    return moment if moment is None else int(moment)


def names(store: Store) -> Mapping[bytes, str]:
    """The name of every kiosk."""
    with store.reading() as statements:
        return _pairs(statements.run("SELECT kid, name FROM kiosk"))


def waiting(store: Store) -> Waiting:
    """What waits for its steward."""
    with store.reading() as statements:
        flags = statements.run("SELECT kid, content FROM flag WHERE state = 'waiting' ORDER BY received, id")
        corrections = statements.run(
            "SELECT kid, content FROM correction WHERE state = 'lying' AND decision = '' ORDER BY received, id"
        )
    return Waiting(
        tuple((kid, flag_in(content)) for kid, content in flags),
        tuple((kid, correction_in(content)) for kid, content in corrections),
    )


def waiting_count(store: Store) -> int:
    """How many flags and corrections wait."""
    with store.reading() as statements:
        ((count,),) = statements.run(
            "SELECT (SELECT count(*) FROM flag WHERE state = 'waiting')"
            " + (SELECT count(*) FROM correction WHERE state = 'lying' AND decision = '')"
        )
    return int(count)


def unmet_needs(store: Store, first: date, last: date) -> tuple[Unmet, ...]:
    """What people could not get from `first` to `last`, both included; the most wanted first."""
    rows = _between(
        store,
        "SELECT bundle, service, term, reason, source, sum(people) FROM unmet_need WHERE day BETWEEN ? AND ?"
        " GROUP BY bundle, service, term, reason, source ORDER BY 6 DESC, 1, 2, 3, 4, 5",
        first,
        last,
    )
    return tuple(
        Unmet(bundle, service, term, reason, source, int(people))
        for bundle, service, term, reason, source, people in rows
    )


def citizen_flags(store: Store, first: date, last: date) -> Mapping[str, int]:
    """How many citizens said that something is wrong, by the service they meant, "" where none was to be kept."""
    sql = "SELECT service, count(*) FROM citizen_flag WHERE day BETWEEN ? AND ? GROUP BY service"
    return {service: int(number) for service, number in _between(store, sql, first, last)}


def demand(store: Store, first: date, last: date) -> Demand:
    """What plans were handed over from `first` to `last`, both included."""
    days = _between(store, "SELECT day, count(*) FROM referral WHERE day BETWEEN ? AND ? GROUP BY day", first, last)
    bundles = _between(
        store, "SELECT bundle, count(*) FROM referral WHERE day BETWEEN ? AND ? GROUP BY bundle", first, last
    )
    services = _between(
        store,
        "SELECT key, count(*) FROM referral, json_each(referral.steps) WHERE day BETWEEN ? AND ? GROUP BY key",
        first,
        last,
    )
    return Demand(
        {date_of(day): number for day, number in days},
        _pairs(bundles),
        {int(service): number for service, number in services},
    )


def outcomes(store: Store, first: date, last: date) -> Mapping[str, int]:
    """How many steps stood at which status when it was last said from `first` to `last`, both included.

    A step of which nobody has the slip is counted each time that something is said of it.
    """
    sql = (
        "SELECT status, count(*) FROM (SELECT status, kid, row_number() OVER (PARTITION BY kid, referral, service, step"
        " ORDER BY received DESC, seq DESC) AS age FROM outcome WHERE day BETWEEN ? AND ?) AS said"
        " WHERE age = 1 OR kid = ? GROUP BY status"
    )
    return _pairs(_between(store, sql, first, last, b""))


_COUNTS = "counted, json_each(counted.numbers)"
_SUM = "sum(CAST(CAST(value AS TEXT) AS BIGINT))"
"""A value is JSON in PostgreSQL, and a number in SQLite."""


def counted(store: Store, first: date, last: date) -> Mapping[str, int]:
    """What kiosks have counted from `first` to `last`, both included, by the names they count it under."""
    sql = f"SELECT key, {_SUM} FROM {_COUNTS} WHERE day BETWEEN ? AND ? GROUP BY key"
    return {name: int(number) for name, number in _between(store, sql, first, last)}


def counted_by_day(store: Store, name: str, first: date, last: date) -> Mapping[date, int]:
    """One count day by day; days without any are left out."""
    sql = f"SELECT day, {_SUM} FROM {_COUNTS} WHERE day BETWEEN ? AND ? AND key = ? GROUP BY day"
    return {date_of(day): int(number) for day, number in _between(store, sql, first, last, name)}


def claims(store: Store, first: date, last: date, most: int = 500) -> tuple[Claimed, ...]:
    """Which referrals were first claimed from `first` to `last`, the newest first, with every other office's claim."""
    where = "WHERE first_claim.day BETWEEN ? AND ?"
    with store.reading() as statements:
        heads = statements.run(
            f"SELECT kid, referral, claimer, day FROM first_claim {where} ORDER BY day DESC, kid, referral LIMIT ?",
            day_number(first),
            day_number(last),
            most,
        )
        others = statements.run(
            "SELECT claim.kid, claim.referral, claim.claimer FROM claim JOIN first_claim"
            f" ON first_claim.kid = claim.kid AND first_claim.referral = claim.referral {where}"
            " AND claim.claimer <> first_claim.claimer ORDER BY claim.received, claim.id",
            day_number(first),
            day_number(last),
        )
    later: dict[tuple[bytes, bytes], dict[bytes, None]] = {}
    for kid, referral, claimer in others:
        later.setdefault((kid, referral), {})[claimer] = None
    return tuple(
        Claimed(kid, referral, head, date_of(day), tuple(later.get((kid, referral), ())))
        for kid, referral, head, day in heads
    )


def flag_in(content: str) -> Flag:
    """The flag that a row holds."""
    (flag,), _ = exchange.read(content.encode())
    return flag


def correction_in(content: str) -> Correction:
    """The correction that a row holds."""
    _, (correction,) = exchange.read(content.encode())
    return correction


def date_of(day: int) -> date:
    """The day with this number since 1970."""
    return EPOCH + timedelta(days=day)


def day_number(day: date) -> int:
    """Days since 1970; below 0 before."""
    return (day - EPOCH).days


_STANDING = (
    "SELECT kiosk.kid, name, enrolled, revoked, contact, clock, app, catalogue_version, free_mib, clock_wrong, waiting,"
    " audit, coalesce(poison, 0) FROM kiosk LEFT JOIN health ON health.kid = kiosk.kid"
    # Counted for all at once: for each kiosk by itself it would take seconds among ten thousand.
    " LEFT JOIN (SELECT stream.kid AS kid, count(*) AS poison FROM quarantine"
    " JOIN stream ON stream.id = quarantine.stream GROUP BY stream.kid) AS set_aside ON set_aside.kid = kiosk.kid"
)


def _kiosks(statements: Statements, where: str, *values: object) -> tuple[KioskStanding, ...]:
    rows = statements.run(f"{_STANDING}{where} ORDER BY name, kiosk.kid", *values)
    return tuple(_standing(row) for row in rows)


def _standing(row: Row) -> KioskStanding:
    kid, name, enrolled, revoked, contact, clock, app, version, free, wrong, left, audit, poison = row
    heard = None if contact is None else Condition(contact, clock, app, version, free, bool(wrong), left, audit)
    return KioskStanding(kid, name, enrolled, revoked, heard, poison)


def _between(store: Store, sql: str, first: date, last: date, *values: object) -> list[Row]:
    with store.reading() as statements:
        return statements.run(sql, day_number(first), day_number(last), *values)


def _pairs(rows: list[Row]) -> dict[Any, Any]:
    return {key: value for key, value in rows}  # noqa: C416  a row is any sequence
