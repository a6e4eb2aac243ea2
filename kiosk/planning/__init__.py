"""What one person should do: pure functions over values; no input or output, no clock, no Qt."""

from kiosk.planning.circumstances import Here, Preferences
from kiosk.planning.making import make_plan
from kiosk.planning.questions import as_asked, event_dates

__all__ = ["Here", "Preferences", "as_asked", "event_dates", "make_plan"]
