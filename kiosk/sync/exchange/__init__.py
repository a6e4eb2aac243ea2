"""The way up: what waits in the outbox, signed, to the hub and acknowledged."""
