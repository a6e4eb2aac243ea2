"""Every table that the counter writes in state.db: one line for each subject that owns some."""

from kiosk.counter import audit, needs, staff
from kiosk.counter.cases import tables as cases
from kiosk.referral import registry
from kiosk.state import Migration

MIGRATIONS: tuple[Migration, ...] = (
    *registry.MIGRATIONS,
    *needs.MIGRATIONS,
    *audit.MIGRATIONS,
    *staff.MIGRATIONS,
    *cases.MIGRATIONS,
)
"""For `open_state`. The order counts only where one subject's tables stand on another's."""
