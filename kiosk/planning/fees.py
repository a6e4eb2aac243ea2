"""What a plan costs, from the least to the most, and what nobody knows."""

from collections.abc import Sequence
from decimal import Decimal

from kiosk.catalogue.model import Confidence, Service
from kiosk.planning.entries import Entry
from kiosk.planning.plan import Fees, Status


def fees_of(ordered: Sequence[Entry]) -> Fees:
    """The total over the steps that apply: the cheapest and the dearest price of each.

    A service without any price in the catalogue costs nothing. A price that is missing or doubted is named as unknown;
    a doubted one is counted all the same.
    """
    minimum = maximum = Decimal(0)
    unknown: list[str] = []
    for entry in ordered:
        if entry.status is not Status.APPLIES or entry.service is None:
            continue
        amounts = [option.amount for option in entry.service.costs if option.amount is not None]
        if amounts:
            minimum += min(amounts)
            maximum += max(amounts)
        if not _is_known(entry.service):
            unknown.append(entry.id)
    return Fees(minimum, maximum, tuple(unknown))


def _is_known(service: Service) -> bool:
    return all(option.amount is not None and option.confidence is not Confidence.LOW for option in service.costs)
