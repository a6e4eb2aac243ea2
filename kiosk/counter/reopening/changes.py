"""What the catalogue says otherwise since a slip was printed."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.catalogue.model import Catalogue
from kiosk.counter.reopening.aspects import Aspect, differing, prints_of
from kiosk.counter.reopening.editions import edition
from kiosk.referral.token import Referral


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, by the number of each service of the slip; a service that did not change is not there.

    `can_tell` is false when this machine never ran the catalogue that the slip was made of. `gone` are services of it
    that today's catalogue has no more.
    """

    can_tell: bool
    by_service: Mapping[int, tuple[Aspect, ...]] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()


def changes_since(state: sqlite3.Connection, catalogue: Catalogue, referral: Referral) -> Changes:
    """Compare the catalogue that `referral` was made of with `catalogue`, as people are shown it today.

    A correction that staff have laid over the catalogue counts as a change. Raises a `kiosk.state.StateError`.
    """
    before = edition(state, referral.catalogue_version)
    if before is None:
        return Changes(can_tell=False)
    numbers = {item.service for item in referral.items}
    now = prints_of(_only(catalogue, numbers))
    both = numbers & before.keys() & now.keys()
    differences = {number: differing(before[number], now[number]) for number in both}
    return Changes(
        can_tell=True,
        by_service={number: aspects for number, aspects in differences.items() if aspects},
        gone=frozenset(numbers & before.keys() - now.keys()),
    )


def _only(catalogue: Catalogue, numbers: set[int]) -> Catalogue:
    services = {name: service for name, service in catalogue.services.items() if service.number in numbers}
    return replace(catalogue, services=services)
