"""What stewards decide of flags and corrections: kept, told to the kiosk they came from, and given out to all.

`who` is an operator's id as the files of flags and corrections have it: letters, digits, `-` and `_`, at most 40.
"""

import secrets
from dataclasses import replace
from datetime import datetime

from kiosk.counter.corrections import exchange, form
from kiosk.counter.corrections.values import (
    Correction,
    CorrectionId,
    CorrectionState,
    Flag,
    FlagState,
    Saying,
    Value,
)
from kiosk.errors import KioskError
from kiosk.hub.store.letters import Letter, post
from kiosk.hub.store.projecting import day_of
from kiosk.hub.store.reading import correction_in, flag_in
from kiosk.hub.store.statements import Statements, Store
from kiosk.referral import cose
from kiosk.sync.exchange.messages import ReceiptKind

_ID_BYTES = 6


class DecidedError(KioskError):
    """Somebody else has decided it meanwhile, its kiosk has taken it back, or it never was there."""

    code = "already_decided"


def decide_flag(
    store: Store,
    flag: str,
    *,
    accepted: bool,
    who: str,
    at: datetime,
    reason: str = "",
    says: Saying | None = None,
) -> Flag:
    """Accept or reject a flag, and give it back; with `says`, in those words from now on.

    Raises `DecidedError`, or `ExchangeError` for words too long.
    """
    with store.atomic() as statements:
        rows = statements.locked("SELECT kid, content FROM flag WHERE id = ? AND state = 'waiting'", flag)
        if not rows:
            raise DecidedError(f"flag {flag} does not wait for a decision")
        kid, content = rows[0]
        state = FlagState.ACCEPTED if accepted else FlagState.REJECTED
        before = flag_in(content)
        words = before.says if says is None else says
        decided = replace(before, says=words, state=state, decided_by=who, decided_at=at, reason=reason)
        told = _checked(form.written(flags=(decided,)))
        statements.run(
            "UPDATE flag SET state = ?, content = ?, decided_here = 1 WHERE id = ?", str(state), told.decode(), flag
        )
        _tell(statements, kid, told, at)
    return decided


def decide_correction(
    store: Store,
    correction: str,
    *,
    accepted: bool,
    who: str,
    at: datetime,
    reason: str = "",
    amended: Value | None = None,
) -> Correction:
    """Accept a correction for every kiosk, or have its kiosk take it away; give it as it is now.

    With `amended` another takes its place, with an id of its own, since kiosks never change one that they know.
    Raises `DecidedError`, or `ExchangeError` for what no file of corrections can say.
    """
    with store.atomic() as statements:
        rows = statements.locked(
            "SELECT kid, content FROM correction WHERE id = ? AND state = 'lying' AND decision = ''", correction
        )
        if not rows:
            raise DecidedError(f"correction {correction} does not wait for a decision")
        kid, content = rows[0]
        before = correction_in(content)
        cleared = replace(before, state=CorrectionState.CLEARED, cleared_at=at)
        if not accepted:
            after: tuple[Correction, ...] = (cleared,)
        elif amended is None or amended == before.value:
            after = (before,)
        else:
            new = CorrectionId(secrets.token_hex(_ID_BYTES))
            after = (cleared, replace(before, id=new, value=amended, who=who, at=at))
        told = _checked(form.written(corrections=after))
        for each in after:
            decision = "accepted" if each.state is CorrectionState.LYING else "rejected"
            _keep(statements, kid, each, decision, who, reason, at)
        _tell(statements, kid, told, at)
    return after[-1]


def decided_file(store: Store) -> bytes:
    """Everything decided, for the next edition of the catalogue, in the form that counters read in.

    The same bytes while nothing is decided.
    """
    with store.reading() as statements:
        flags = statements.run("SELECT content FROM flag WHERE decided_here = 1 ORDER BY id")
        corrections = statements.run("SELECT content FROM correction WHERE decision <> '' ORDER BY id")
    return exchange.written(
        [flag_in(content) for (content,) in flags], [correction_in(content) for (content,) in corrections]
    )


def _keep(
    statements: Statements, kid: bytes, correction: Correction, decision: str, who: str, reason: str, at: datetime
) -> None:
    moment = int(at.timestamp())
    statements.run(
        "INSERT INTO correction (id, kid, received, state, content, decided_by, decided_at, decision, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
        " content = excluded.content, decided_by = excluded.decided_by, decided_at = excluded.decided_at,"
        " decision = excluded.decision, reason = excluded.reason",
        correction.id,
        kid,
        moment,
        str(correction.state),
        form.written(corrections=(correction,)).decode(),
        who,
        moment,
        decision,
        reason,
    )


def _tell(statements: Statements, kid: bytes, told: bytes, at: datetime) -> None:
    post(
        statements,
        (Letter(kid, ReceiptKind.DECISION, cose.canonical({1: told})),),
        day_of(int(at.timestamp())),
    )


def _checked(told: bytes) -> bytes:
    """The same, once it is sure that a counter will read it."""
    exchange.read(told)
    return told
