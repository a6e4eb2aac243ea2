"""Editions of the catalogue signed and laid out for kiosks to fetch from any static host or stick."""
