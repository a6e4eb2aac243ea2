"""What is made of new records: rows for those who look, and receipts for those concerned. Each record counts once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.counter.corrections import form
from kiosk.counter.corrections.values import Correction, Flag
from kiosk.hub.store.letters import Letter
from kiosk.hub.store.records import (
    Call,
    CitizenFlag,
    Claim,
    Counts,
    NextKey,
    Outcome,
    PoisonError,
    Record,
    Referral,
    TakenBack,
    UnmetNeed,
    record_of,
)
from kiosk.hub.store.statements import SECONDS_A_DAY, Row, Statements, Table
from kiosk.hub.store.tables import CALL, CITIZEN_FLAG, COUNTED, NEED, REFERRAL, TAKEN_BACK
from kiosk.referral import cose
from kiosk.sync.exchange.messages import Item, ReceiptKind, Refusal

Kind = TypeVar("Kind", bound=Record | PoisonError)

_LONGEST_REASON = 100
"""Letters; two thousand of them have to go into one acknowledgement."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Which kiosk has sent a batch, on which stream, and when it came, in seconds since 1970."""

    kid: bytes
    stream: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Projected:
    """What is to be set aside, and who is to be told what."""

    poison: tuple[Refusal, ...]
    letters: tuple[Letter, ...]


class _Told:
    """What items say, those of a kind together; nothing where a kind is not known here."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._by_kind: dict[type[Any], list[tuple[Item, Any]]] = {}
        for item in items:
            record = _said(item)
            self._by_kind.setdefault(type(record), []).append((item, record))

    def of(self, kind: type[Kind]) -> Sequence[tuple[Item, Kind]]:
        return self._by_kind.get(kind, ())


def _said(item: Item) -> Record | PoisonError | None:
    try:
        return record_of(item)
    except PoisonError as error:
        return error


def project(statements: Statements, sender: Sender, items: Sequence[Item]) -> Projected:
    """Write down what `items` say."""
    told = _Told(items)
    poison = [*told.of(PoisonError), *_note_next_keys(statements, sender, told)]
    _add_rows(statements, sender.kid, told)
    _take_back(statements, sender.kid, told)
    _keep_last_words(statements, sender, told)
    letters = [letter for item, record in told.of(Outcome) for letter in _outcome(statements, sender, item, record)]
    # In one order everywhere, so that two offices with the same referrals never wait for each other.
    for item, claim in sorted(told.of(Claim), key=lambda each: (each[1].kid, each[1].referral)):
        letters += _claim(statements, sender, item.id, claim)
    refused = sorted((item.seq, str(error)[:_LONGEST_REASON]) for item, error in poison)
    return Projected(tuple(Refusal(seq, reason) for seq, reason in refused), tuple(letters))


_FLAG = (
    "INSERT INTO flag (id, kid, received, state, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET state = excluded.state, content = excluded.content WHERE flag.kid = excluded.kid AND flag.decided_here = 0"
)
"""The last word of its kiosk counts, until a steward has decided here."""

_CORRECTION = (
    "INSERT INTO correction (id, kid, received, state, content, decided_by, decision, reason)"
    " VALUES (?, ?, ?, ?, ?, '', '', '') ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
    " content = excluded.content WHERE correction.kid = excluded.kid AND correction.decision = ''"
)


def _add_rows(statements: Statements, kid: bytes, told: _Told) -> None:
    """Add the rows that concern nobody else."""
    rows: dict[Table, list[Row]] = {
        COUNTED: [(it.hour.day, item.id, kid, it.hour.hour, _by_name(it.numbers)) for item, it in told.of(Counts)],
        REFERRAL: [
            (it.day, item.id, kid, it.referral, it.catalogue_version, it.bundle, _by_service(it.steps))
            for item, it in told.of(Referral)
        ],
        NEED: [
            (it.hour.day, item.id, kid, it.hour.hour, it.reason, *_about(it), it.people, it.need)
            for item, it in told.of(UnmetNeed)
        ],
        TAKEN_BACK: [(kid, it.need) for _, it in told.of(TakenBack)],
        CITIZEN_FLAG: [(it.hour.day, item.id, kid, it.hour.hour, it.service) for item, it in told.of(CitizenFlag)],
        CALL: [(it.hour.day, item.id, kid, it.hour.hour, it.ending) for item, it in told.of(Call)],
    }
    if any(rows.values()):
        statements.add_new({table: each for table, each in rows.items() if each})


def _about(need: UnmetNeed) -> Row:
    return need.bundle, need.service, need.source, need.term


def _by_name(numbers: Iterable[tuple[str, int]]) -> str:
    """{name: how many} in JSON."""
    return "{" + ",".join([f"{_quoted(name)}:{number}" for name, number in numbers]) + "}"


_quoted = lru_cache(maxsize=1024)(json.dumps)


def _by_service(steps: Iterable[tuple[int, int]]) -> str:
    """{service: [step, ...]} in JSON, services in the order of the plan."""
    found: dict[int, str] = {}
    for service, step in steps:
        found[service] = f"{found[service]},{step}" if service in found else str(step)
    return "{" + ",".join([f'"{service}":[{numbers}]' for service, numbers in found.items()]) + "}"


def _take_back(statements: Statements, kid: bytes, told: _Told) -> None:
    """Drop needs that were a mistake, in whatever order and over whatever streams the two have come."""
    if told.of(TakenBack) or any(need.need for _, need in told.of(UnmetNeed)):
        statements.run_later(
            "DELETE FROM unmet_need WHERE length(need) > 0 AND kid = ?"
            " AND need IN (SELECT need FROM need_taken_back WHERE kid = ?)",
            kid,
            kid,
        )


def _keep_last_words(statements: Statements, sender: Sender, told: _Told) -> None:
    for _, flag in told.of(Flag):
        content = form.written(flags=(flag,)).decode()
        statements.run_later(_FLAG, flag.id, sender.kid, sender.at, flag.state, content)
    for _, correction in told.of(Correction):
        content = form.written(corrections=(correction,)).decode()
        statements.run_later(_CORRECTION, correction.id, sender.kid, sender.at, correction.state, content)


def _outcome(statements: Statements, sender: Sender, item: Item, outcome: Outcome) -> Sequence[Letter]:
    """Keep what became of a step, and tell the kiosk that issued the referral."""
    new = statements.run(
        "INSERT INTO outcome (id, told_by, kid, referral, service, step, status, reason, day, corrects, received, seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
        item.id,
        sender.kid,
        outcome.kid,
        outcome.referral,
        outcome.service,
        outcome.step,
        outcome.status,
        outcome.reason,
        outcome.day,
        int(outcome.corrects),
        sender.at,
        item.seq,
    )
    if not new or outcome.kid == sender.kid or not _is_enrolled(statements, outcome.kid):
        return ()
    body = {1: outcome.referral, 2: outcome.service, 3: outcome.step, 4: outcome.status, 5: outcome.day}
    return (Letter(outcome.kid, ReceiptKind.OUTCOME, cose.canonical(body)),)


def _claim(statements: Statements, sender: Sender, id: bytes, claim: Claim) -> Sequence[Letter]:
    """Keep that an office has a case, and tell it who was first; the first is told who came later."""
    new = statements.run(
        "INSERT INTO claim (id, kid, referral, claimer, day, received) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        id,
        claim.kid,
        claim.referral,
        sender.kid,
        claim.day,
        sender.at,
    )
    if not new:
        return ()
    statements.run(
        "INSERT INTO first_claim (kid, referral, claimer, day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        claim.kid,
        claim.referral,
        sender.kid,
        claim.day,
    )
    ((first, day),) = statements.run(
        "SELECT claimer, day FROM first_claim WHERE kid = ? AND referral = ?", claim.kid, claim.referral
    )
    verdict: dict[int, object] = {1: claim.kid, 2: claim.referral, 3: first, 4: day}
    own = Letter(sender.kid, ReceiptKind.CLAIM, cose.canonical(verdict))
    if first == sender.kid:
        return (own,)
    return own, Letter(first, ReceiptKind.CLAIM, cose.canonical(verdict | {5: sender.kid}))


def _note_next_keys(statements: Statements, sender: Sender, told: _Told) -> Iterator[tuple[Item, PoisonError]]:
    """Believe what keys were announced; give those that cannot be."""
    for item, key in told.of(NextKey):
        try:
            _note_next_key(statements, sender, key)
        except PoisonError as error:
            yield item, error


def _note_next_key(statements: Statements, sender: Sender, key: NextKey) -> None:
    """Believe the next key of a kiosk beside its own, until it is used. Raises `PoisonError`."""
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(key.proof, sender.stream + sender.kid)
    except (InvalidSignature, ValueError) as error:
        raise PoisonError("the next key has not signed for itself") from error
    taken = statements.run(
        "SELECT 1 FROM kiosk WHERE (public = ? OR next_public = ?) AND kid <> ?", key.public, key.public, sender.kid
    )
    if taken:
        raise PoisonError("the next key is another kiosk's")
    statements.run("UPDATE kiosk SET next_public = ? WHERE kid = ? AND public <> ?", key.public, sender.kid, key.public)


def _is_enrolled(statements: Statements, kid: bytes) -> bool:
    return bool(statements.run("SELECT 1 FROM kiosk WHERE kid = ? AND revoked IS NULL", kid))


def day_of(at: int) -> int:
    """The day since 1970 of a moment in seconds since then."""
    return at // SECONDS_A_DAY
