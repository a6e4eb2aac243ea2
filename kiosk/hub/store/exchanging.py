"""One exchange, in one transaction: take what is new of a batch, set aside what is poison, say what there is to say.

The transaction is on the disk before anybody can sign an acknowledgement. Whatever happens between the two, the kiosk
sends the same batch once more, and gets the same answer.
"""

from dataclasses import dataclass

from kiosk.hub.store import letters
from kiosk.hub.store.projecting import Sender, day_of, project
from kiosk.hub.store.statements import Statements, Store
from kiosk.hub.store.tables import ITEM
from kiosk.sync.exchange.messages import CHAIN_START, Ack, Batch, Receipt, Refusal, StreamId, Verdict
from kiosk.sync.exchange.streams import Held, Judgement, judge


@dataclass(frozen=True, slots=True)
class Taken:
    """What the hub answers to a batch; `request` is the SHA-256 of the request that it answers."""

    stream: StreamId
    hwm: int
    poison: tuple[Refusal, ...]
    verdict: Verdict
    request: bytes
    receipts: tuple[Receipt, ...]
    cursor: int

    def ack(self, at: int) -> Ack:
        """The acknowledgement, given at a moment in seconds since 1970."""
        return Ack(self.stream, self.hwm, self.poison, self.verdict, at, self.request, self.receipts, self.cursor)


def take(store: Store, kid: bytes, batch: Batch, request: bytes, at: int) -> Taken:
    """Keep what is new in a batch that the kiosk `kid` has signed. Raises `StoreError`, and then nothing is kept."""
    store.make_room(day_of(at))
    sender = Sender(kid, batch.stream, at)
    with store.atomic() as statements:
        judged = _judged(statements, sender, batch)
        _keep(statements, sender, batch, judged, request)
        receipts = letters.due(statements, kid, batch.cursor)
        cursor = receipts[-1].number if receipts else batch.cursor
        return Taken(
            stream=batch.stream,
            hwm=judged.held.hwm,
            poison=_set_aside(statements, batch),
            verdict=judged.verdict,
            request=request,
            receipts=receipts,
            cursor=cursor,
        )


def last_taken(store: Store, stream: bytes) -> Taken | None:
    """The answer to the last request of a stream once more, for a stick to bring home; None for no such stream."""
    with store.reading() as statements:
        rows = statements.run("SELECT kid, hwm, request FROM stream WHERE id = ?", stream)
        if not rows:
            return None
        kid, hwm, request = rows[0]
        receipts = letters.due(statements, kid, 0)
    cursor = receipts[-1].number if receipts else 0
    return Taken(StreamId(stream), hwm, (), Verdict.OK, request, receipts, cursor)


def _judged(statements: Statements, sender: Sender, batch: Batch) -> Judgement:
    """What to make of the batch; its stream is locked from now on."""
    statements.run(
        "INSERT INTO stream (id, kid, hwm, chain, request) VALUES (?, ?, 0, ?, ?) ON CONFLICT DO NOTHING",
        batch.stream,
        sender.kid,
        CHAIN_START,
        b"",
    )
    ((owner, hwm, chain),) = statements.locked("SELECT kid, hwm, chain FROM stream WHERE id = ?", batch.stream)
    if owner != sender.kid:  # a disk copied into a kiosk that was then enrolled under its own key
        return Judgement(Verdict.FORK, (), Held())
    return judge(Held(hwm, chain), batch)


def _keep(statements: Statements, sender: Sender, batch: Batch, judged: Judgement, request: bytes) -> None:
    day = day_of(sender.at)
    projected = project(statements, sender, judged.fresh)
    poison = {refusal.seq for _, refusal in projected.poison}
    whole = [
        (batch.stream, each.seq, each.kind, each.id, each.body, sender.at, day)
        for each in judged.fresh
        if each.seq not in poison
    ]
    if whole:
        statements.append(ITEM, whole)
    if poison:
        statements.run_each(
            "INSERT INTO quarantine (stream, seq, kind, id, body, reason, day) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (batch.stream, item.seq, item.kind, item.id, item.body, refusal.reason, day)
                for item, refusal in projected.poison
            ],
        )
    if judged.verdict is Verdict.OK:
        statements.run(
            "UPDATE stream SET hwm = ?, chain = ?, request = ? WHERE id = ?",
            judged.held.hwm,
            judged.held.chain,
            request,
            batch.stream,
        )
    if judged.fresh or not batch.items:
        _note_health(statements, sender, batch)
    _write_letters(statements, sender, batch, projected.letters)


def _write_letters(
    statements: Statements, sender: Sender, batch: Batch, concerning: tuple[letters.Letter, ...]
) -> None:
    rows = statements.run("SELECT hash FROM key_list")
    keys = rows[0][0] if rows else b""
    own = letters.notices(statements, sender.kid, keys)
    letters.post(statements, (*concerning, *own), day_of(sender.at), (sender.kid, batch.cursor))
    letters.note_told(statements, own, sender.kid, keys)


def _note_health(statements: Statements, sender: Sender, batch: Batch) -> None:
    """Keep how the kiosk says it is; a batch that comes for the second time says nothing new."""
    health = batch.health
    statements.run(
        "INSERT INTO health (kid, contact, clock, app, catalogue_version, free_mib, clock_wrong, waiting, audit,"
        " stream) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kid) DO UPDATE SET contact = excluded.contact,"
        " clock = excluded.clock, app = excluded.app, catalogue_version = excluded.catalogue_version,"
        " free_mib = excluded.free_mib, clock_wrong = excluded.clock_wrong, waiting = excluded.waiting,"
        " audit = excluded.audit, stream = excluded.stream",
        sender.kid,
        sender.at,
        batch.clock,
        health.app.replace("\0", "")[:40],
        health.catalogue_version,
        health.free_mib,
        int(health.clock_wrong),
        max(0, health.waiting - len(batch.items)),  # it was counted before these went up
        health.audit,
        batch.stream,
    )


def _set_aside(statements: Statements, batch: Batch) -> tuple[Refusal, ...]:
    """Which records of this batch are set aside, now or when it came before."""
    rows = statements.run(
        "SELECT seq, reason FROM quarantine WHERE stream = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        batch.stream,
        batch.first,
        batch.last,
    )
    return tuple(Refusal(seq, reason) for seq, reason in rows)
