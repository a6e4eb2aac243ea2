"""Calls from the kiosks: what kiosk and counter say to each other, how it gets there, and what staff answer."""
