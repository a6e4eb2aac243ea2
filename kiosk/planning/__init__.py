"""What one person should do: pure functions over values; no input or output, no clock, no Qt."""
