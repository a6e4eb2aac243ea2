"""What the window says aloud, in one order, and how a keypad moves through it."""
