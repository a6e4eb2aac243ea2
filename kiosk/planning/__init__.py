"""What one person should do: pure functions over values; no input or output, no clock, no Qt."""

from kiosk.planning.circumstances import Here, Preferences
from kiosk.planning.making import make_plan

__all__ = ["Here", "Preferences", "make_plan"]
