"""What must reach the hub, written down in the same transaction as the act that it tells of, until the hub has it."""
