"""What is made of new records: rows for those who look, and receipts for those concerned. Each record counts once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    poison: tuple[tuple[Item, Refusal], ...]
    letters: tuple[Letter, ...]


def project(statements: Statements, sender: Sender, items: Iterable[Item]) -> Projected:
    """Write down what `items` say."""
    poison: list[tuple[Item, Refusal]] = []
    told: list[tuple[Item, Record]] = []
    for item in items:
        try:
            record = record_of(item)
            if isinstance(record, NextKey):
                _note_next_key(statements, sender, record)
            elif record is not None:
                told.append((item, record))
        except PoisonError as error:
            poison.append((item, Refusal(item.seq, str(error)[:_LONGEST_REASON])))
    _add_rows(statements, sender, told)
    for _, record in told:
        if isinstance(record, Flag | Correction):
            _last_word(statements, sender, record)
    outcomes = [(item, record) for item, record in told if isinstance(record, Outcome)]
    claims = [(item.id, record) for item, record in told if isinstance(record, Claim)]
    letters = [letter for item, record in outcomes for letter in _outcome(statements, sender, item, record)]
    # In one order everywhere, so that two offices with the same referrals never wait for each other.
    for id, claim in sorted(claims, key=lambda each: (each[1].kid, each[1].referral)):
        letters += _claim(statements, sender, id, claim)
    return Projected(tuple(poison), tuple(letters))


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


def _add_rows(statements: Statements, sender: Sender, told: Sequence[tuple[Item, Record]]) -> None:
    """Add the rows that concern nobody else, all of a kind together."""
    rows: dict[Table, list[Row]] = {}
    for item, record in told:
        for table, row in _rows(sender.kid, item.id, record):
            rows.setdefault(table, []).append(row)
    if rows:
        statements.add_new(rows)
    if any(_may_be_taken_back(record) for _, record in told):  # in whatever order and over whatever streams they came
        statements.run(
            "DELETE FROM unmet_need WHERE length(need) > 0 AND kid = ?"
            " AND need IN (SELECT need FROM need_taken_back WHERE kid = ?)",
            sender.kid,
            sender.kid,
        )


def _rows(kid: bytes, id: bytes, record: Record) -> Sequence[tuple[Table, Row]]:
    match record:
        case Counts(hour, numbers):
            return [(COUNTED, (hour.day, id, kid, hour.hour, name, number)) for name, number in numbers]
        case Referral(referral, day, version, steps, bundle):
            return [(REFERRAL, (day, id, kid, referral, version, bundle, _by_service(steps)))]
        case UnmetNeed(hour, reason, of_bundle, service, source, term, people, need):
            named = (reason, of_bundle, service, source, term)
            return [(NEED, (hour.day, id, kid, hour.hour, *named, people, need))]
        case TakenBack(need):
            return [(TAKEN_BACK, (kid, need))]
        case CitizenFlag(hour, service):
            return [(CITIZEN_FLAG, (hour.day, id, kid, hour.hour, service))]
        case Call(hour, ending):
            return [(CALL, (hour.day, id, kid, hour.hour, ending))]
        case Flag() | Correction() | Outcome() | Claim() | NextKey():
            return []


def _by_service(steps: Iterable[tuple[int, int]]) -> str:
    """{service: [step, ...]} in JSON, services in the order of the plan."""
    found: dict[int, list[int]] = {}
    for service, step in steps:
        found.setdefault(service, []).append(step)
    return json.dumps(found, separators=(",", ":"))


def _may_be_taken_back(record: Record) -> bool:
    return isinstance(record, TakenBack) or (isinstance(record, UnmetNeed) and bool(record.need))


def _last_word(statements: Statements, sender: Sender, record: Flag | Correction) -> None:
    """Keep a flag or a correction as it is now."""
    if isinstance(record, Flag):
        sql, content = _FLAG, form.written(flags=(record,))
    else:
        sql, content = _CORRECTION, form.written(corrections=(record,))
    statements.run(sql, record.id, sender.kid, sender.at, record.state, content.decode())


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
