"""What the hub makes of a batch, given what it holds of that stream: one rule for both sides, without a database."""

from dataclasses import dataclass

from kiosk.sync.exchange.messages import CHAIN_START, Batch, Item, Verdict, chain_after


@dataclass(frozen=True, slots=True)
class Held:
    """What the hub holds of a stream: everything up to number `hwm`, and the chain there."""

    hwm: int = 0
    chain: bytes = CHAIN_START


@dataclass(frozen=True, slots=True)
class Judgement:
    """What to answer, what is new, and what is held once that is written down."""

    verdict: Verdict
    fresh: tuple[Item, ...]
    held: Held


def judge(held: Held, batch: Batch) -> Judgement:
    """Compare a batch with what is held. A gap and a fork change nothing.

    A batch that ends before `held.hwm` is answered OK without its chain being looked at: none of its places is known
    any more. The kiosk takes an `hwm` past what it has sent as a fork, so nothing is lost by that.
    """
    if batch.first > held.hwm + 1:
        return Judgement(Verdict.GAP, (), held)
    if batch.last < held.hwm:
        return Judgement(Verdict.OK, (), held)
    known = held.hwm - batch.first + 1
    if chain_after(batch.chain, batch.items[:known]) != held.chain:
        return Judgement(Verdict.FORK, (), held)
    fresh = batch.items[known:]
    return Judgement(Verdict.OK, fresh, Held(batch.last, chain_after(held.chain, fresh)))
