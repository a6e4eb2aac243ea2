"""Every table that the counter writes in state.db: one line for each subject that owns some."""

from kiosk.counter import audit, heard, logbook, needs, staff
from kiosk.counter.cases import tables as cases
from kiosk.counter.corrections import tables as corrections
from kiosk.counter.reopening import editions
from kiosk.referral import registry
from kiosk.state import Migration

MIGRATIONS: tuple[Migration, ...] = tuple(
    dict.fromkeys(
        (
            *registry.MIGRATIONS,
            *needs.MIGRATIONS,
            *logbook.MIGRATIONS,
            *heard.MIGRATIONS,
            *audit.MIGRATIONS,
            *staff.MIGRATIONS,
            *corrections.MIGRATIONS,
            *cases.MIGRATIONS,
            *editions.MIGRATIONS,
        )
    )
)
"""For `open_state`; several stand on the outbox. The order counts only where one subject stands on another."""
