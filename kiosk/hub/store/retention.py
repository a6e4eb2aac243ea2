"""Letting go of what is older than an operator keeps, from every table that grows with time."""

from kiosk.hub.store.statements import Store

_BY_DAY = (
    "quarantine",
    "receipt",
    "referral",
    "outcome",
    "unmet_need",
    "citizen_flag",
    "call",
    "counted",
    "claim",
    "first_claim",
)
"""What has a `day`. How far each stream has come stays, and so do flags, corrections and what was decided of them."""


def let_go_before(store: Store, day: int) -> None:
    """Drop what is from before this day since 1970, a table at a time: nobody waits for long."""
    store.drop_items_before(day)
    for table in _BY_DAY:
        with store.atomic() as statements:
            statements.run(f"DELETE FROM {table} WHERE day < ?", day)
