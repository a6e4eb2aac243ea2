"""One exchange, in one transaction: take what is new of a batch, set aside what is poison, say what there is to say.

The transaction is on the disk before anybody can sign an acknowledgement. Whatever happens between the two, the kiosk
sends the same batch once more, and gets the same answer.
"""

from dataclasses import dataclass

from kiosk.hub.store import letters
from kiosk.hub.store.projecting import Projected, Sender, day_of, project
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
    return store.transact(lambda statements: _taken(statements, sender, batch, request))


def _taken(statements: Statements, sender: Sender, batch: Batch, request: bytes) -> Taken:
    found = _found(statements, sender, batch)
    judged = _judged(found, sender, batch)
    _keep(statements, sender, batch, judged, request)  # first: PostgreSQL writes while the records are read here
    projected = project(statements, sender, judged.fresh)
    _quarantine(statements, sender, projected)
    receipts = _told(statements, sender, batch.cursor, found, projected.letters)
    return Taken(
        stream=batch.stream,
        hwm=judged.held.hwm,
        poison=_set_aside(statements, batch, judged, projected),
        verdict=judged.verdict,
        request=request,
        receipts=receipts,
        cursor=receipts[-1].number if receipts else batch.cursor,
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store holds as an exchange begins: of the stream, the list of kiosks, and the sender's letterbox."""

    owner: bytes
    held: Held
    keys: bytes
    box: letters.Box


_OPENING = (
    "SELECT kid, hwm, chain, (SELECT hash FROM key_list), (SELECT last FROM letterbox WHERE kid = ?),"
    " (SELECT keys FROM letterbox WHERE kid = ?) FROM stream WHERE id = ?"
)


def _found(statements: Statements, sender: Sender, batch: Batch) -> _Found:
    """All that there is to know, asked for at once; the stream is locked from now on."""
    asked = sender.kid, sender.kid, batch.stream
    rows = statements.locked(_OPENING, *asked)
    if not rows:
        statements.run_later(
            "INSERT INTO stream (id, kid, hwm, chain, request) VALUES (?, ?, 0, ?, ?) ON CONFLICT DO NOTHING",
            batch.stream,
            sender.kid,
            CHAIN_START,
            b"",
        )
        rows = statements.locked(_OPENING, *asked)
    ((owner, hwm, chain, keys, last, told_keys),) = rows
    return _Found(owner, Held(hwm, chain), keys or b"", letters.Box(last or 0, told_keys or b""))


def _judged(found: _Found, sender: Sender, batch: Batch) -> Judgement:
    if found.owner != sender.kid:  # a disk copied into a kiosk that was then enrolled under its own key
        return Judgement(Verdict.FORK, (), Held())
    return judge(found.held, batch)


def _keep(statements: Statements, sender: Sender, batch: Batch, judged: Judgement, request: bytes) -> None:
    day = day_of(sender.at)
    if judged.fresh:
        rows = [(batch.stream, each.seq, each.kind, each.id, each.body, sender.at, day) for each in judged.fresh]
        statements.append(ITEM, rows)
    if judged.verdict is Verdict.OK:
        statements.run_later(
            "UPDATE stream SET hwm = ?, chain = ?, request = ? WHERE id = ?",
            judged.held.hwm,
            judged.held.chain,
            request,
            batch.stream,
        )
    if judged.fresh or not batch.items:
        _note_health(statements, sender, batch)


def _quarantine(statements: Statements, sender: Sender, projected: Projected) -> None:
    if projected.poison:
        statements.run_each(
            "INSERT INTO quarantine (stream, seq, reason, day) VALUES (?, ?, ?, ?)",
            [(sender.stream, refusal.seq, refusal.reason, day_of(sender.at)) for refusal in projected.poison],
        )


def _told(
    statements: Statements, sender: Sender, cursor: int, found: _Found, concerning: tuple[letters.Letter, ...]
) -> tuple[Receipt, ...]:
    """Write what is to be told to whom, and give what this kiosk is told now."""
    own = letters.notices(found.box, sender.kid, found.keys)
    written = (*concerning, *own)
    if not written and cursor == found.box.last:  # as nearly always
        return ()
    letters.post(statements, written, day_of(sender.at), letters.Heard(sender.kid, cursor, found.box))
    letters.note_told(statements, own, sender.kid, found.keys)
    return letters.due(statements, sender.kid, cursor)


def _note_health(statements: Statements, sender: Sender, batch: Batch) -> None:
    """Keep how the kiosk says it is; a batch that comes for the second time says nothing new."""
    health = batch.health
    statements.run_later(
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


def _set_aside(statements: Statements, batch: Batch, judged: Judgement, projected: Projected) -> tuple[Refusal, ...]:
    """Which records of this batch are set aside, now or when it came before."""
    if len(judged.fresh) == len(batch.items):
        return projected.poison
    rows = statements.run(
        "SELECT seq, reason FROM quarantine WHERE stream = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        batch.stream,
        batch.first,
        batch.last,
    )
    return tuple(Refusal(seq, reason) for seq, reason in rows)
