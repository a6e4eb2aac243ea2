"""What is made of new records: rows for those who look, and receipts for those concerned. Each record counts once."""

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
from kiosk.hub.store.statements import SECONDS_A_DAY, Row, Statements
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
    outcomes = [(item, record) for item, record in told if isinstance(record, Outcome)]
    claims = [(item.id, record) for item, record in told if isinstance(record, Claim)]
    letters = [letter for item, record in outcomes for letter in _outcome(statements, sender, item, record)]
    # In one order everywhere, so that two offices with the same referrals never wait for each other.
    for id, claim in sorted(claims, key=lambda each: (each[1].kid, each[1].referral)):
        letters += _claim(statements, sender, id, claim)
    return Projected(tuple(poison), tuple(letters))


_REFERRAL = (
    "INSERT INTO referral (id, kid, referral, day, catalogue_version, bundle) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)
_STEP = "INSERT INTO referral_step (id, place, service, step, day) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_NEED = (
    "INSERT INTO unmet_need (id, kid, day, hour, reason, bundle, service, source, term, people, need)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_TAKEN_BACK = "INSERT INTO need_taken_back (kid, need) VALUES (?, ?) ON CONFLICT DO NOTHING"
_CITIZEN_FLAG = "INSERT INTO citizen_flag (id, kid, day, hour, service) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_CALL = "INSERT INTO call (id, kid, day, hour, ending) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_COUNTED = "INSERT INTO counted (id, name, kid, day, hour, number) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
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


def _add_rows(statements: Statements, sender: Sender, told: Iterable[tuple[Item, Record]]) -> None:
    """Add the rows that concern nobody else, all of a kind together."""
    rows: dict[str, list[Row]] = {}
    for item, record in told:
        for sql, row in _rows(sender, item.id, record):
            rows.setdefault(sql, []).append(row)
    for sql, each in rows.items():
        statements.run_each(sql, each)
    if _NEED in rows or _TAKEN_BACK in rows:  # in whatever order and over whatever streams the two have come
        statements.run(
            "DELETE FROM unmet_need WHERE kid = ? AND need IN (SELECT need FROM need_taken_back WHERE kid = ?)",
            sender.kid,
            sender.kid,
        )


def _rows(sender: Sender, id: bytes, record: Record) -> Sequence[tuple[str, Row]]:
    kid = sender.kid
    match record:
        case Referral(referral, day, version, steps, bundle):
            whole: list[tuple[str, Row]] = [(_REFERRAL, (id, kid, referral, day, version, bundle))]
            return whole + [(_STEP, (id, place, *step, day)) for place, step in enumerate(steps)]
        case UnmetNeed(hour, reason, of_bundle, service, source, term, people, need):
            named = (reason, of_bundle, service, source, term)
            return [(_NEED, (id, kid, hour.day, hour.hour, *named, people, need))]
        case TakenBack(need):
            return [(_TAKEN_BACK, (kid, need))]
        case CitizenFlag(hour, service):
            return [(_CITIZEN_FLAG, (id, kid, hour.day, hour.hour, service))]
        case Call(hour, ending):
            return [(_CALL, (id, kid, hour.day, hour.hour, ending))]
        case Counts(hour, numbers):
            return [(_COUNTED, (id, name, kid, hour.day, hour.hour, number)) for name, number in numbers]
        case Flag():
            content = form.written(flags=(record,)).decode()
            return [(_FLAG, (record.id, kid, sender.at, record.state, content))]
        case Correction():
            content = form.written(corrections=(record,)).decode()
            return [(_CORRECTION, (record.id, kid, sender.at, record.state, content))]
        case Outcome() | Claim() | NextKey():
            return []


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
