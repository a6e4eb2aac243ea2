"""Who is signed in: a random id that only the browser keeps, its digest in the store, and when it was used last."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from kiosk.hub.pages.operators import Act, Operator, OperatorId, note
from kiosk.hub.store.statements import Store

IDLE_S = 30 * 60
"""How long a session lasts without use."""

LONGEST_S = 12 * 60 * 60
"""How long one lasts in any case."""

_SEEN_EVERY_S = 30


@dataclass(frozen=True, slots=True)
class Tries:
    """How often something may be tried within `SPAN_S`."""

    of_a_name: int = 10
    from_an_address: int = 30


SPAN_S = 15 * 60


def token_of(secret: str) -> str:
    """What every form of a browser carries, which keeps this secret, and no other page can know (CSRF)."""
    return hmac.digest(secret.encode(), b"guichet operator's form", "sha256").hex()[:32]


def token_is_right(secret: str, untrusted: str) -> bool:
    """Tell whether a form came from one of our pages in the browser that keeps this secret."""
    return bool(secret) and hmac.compare_digest(token_of(secret).encode(), untrusted.encode())


def begin(store: Store, operator: Operator, at: int) -> str:
    """Sign an operator in under an id that nobody had before; what has long ended is forgotten."""
    session = secrets.token_urlsafe(32)
    with store.atomic() as statements:
        statements.run("DELETE FROM operator_session WHERE seen_at < ? OR begun_at < ?", at - IDLE_S, at - LONGEST_S)
        statements.run(
            "INSERT INTO operator_session (mark, operator, begun_at, seen_at) VALUES (?, ?, ?, ?)",
            _mark(session), operator.id, at, at,
        )  # fmt: skip
        note(statements, at, operator.name, Act.SIGNED_IN, operator.name)
    return session


def signed_in(store: Store, untrusted_session: str, at: int) -> Operator | None:
    """Whose session this is, and that it was used at `at`; None when it has ended, or never was."""
    if not untrusted_session:
        return None
    mark = _mark(untrusted_session)
    with store.reading() as statements:
        found = statements.run(
            "SELECT operator.id, operator.name, operator.made_at, operator_session.seen_at FROM operator_session"
            " JOIN operator ON operator.id = operator_session.operator"
            " WHERE mark = ? AND seen_at >= ? AND begun_at >= ?",
            mark, at - IDLE_S, at - LONGEST_S,
        )  # fmt: skip
    if not found:
        return None
    operator, name, made_at, seen_at = found[0]
    if at - int(seen_at) >= _SEEN_EVERY_S:
        with store.atomic() as statements:
            statements.run("UPDATE operator_session SET seen_at = ? WHERE mark = ?", at, mark)
    return Operator(OperatorId(operator), name, int(made_at))


def end(store: Store, session: str) -> None:
    """Sign out."""
    with store.atomic() as statements:
        statements.run("DELETE FROM operator_session WHERE mark = ?", _mark(session))


def may_try(store: Store, name_key: str, address: str, at: int, tries: Tries) -> bool:
    """Count one more try to sign in, before anything is checked; tell whether it may be made."""
    span = at // SPAN_S
    limits = ((f"name {_mark(name_key)}", tries.of_a_name), (f"from {_mark(address)}", tries.from_an_address))
    with store.atomic() as statements:
        statements.run("DELETE FROM operator_try WHERE span < ?", span)
        counts = [
            statements.run(
                "INSERT INTO operator_try (whom, span, tries) VALUES (?, ?, 1)"
                " ON CONFLICT (whom, span) DO UPDATE SET tries = operator_try.tries + 1 RETURNING tries",
                whom, span,
            )
            for whom, _ in limits
        ]  # fmt: skip
    return all(int(count[0][0]) <= most for count, (_, most) in zip(counts, limits, strict=True))


def forgive(store: Store, name_key: str) -> None:
    """Begin to count anew for a name that has just signed in."""
    with store.atomic() as statements:
        statements.run("DELETE FROM operator_try WHERE whom = ?", f"name {_mark(name_key)}")


def wait_s(at: int) -> int:
    """How long until tries are counted anew."""
    return SPAN_S - at % SPAN_S


def _mark(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
