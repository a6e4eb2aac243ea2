"""How a kiosk stays current: signed updates down, its outbox up, over a network or on a USB stick."""
