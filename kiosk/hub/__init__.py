"""The other end: what an operator runs for a fleet."""
