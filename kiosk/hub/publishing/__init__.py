"""Editions of the catalogue signed and laid out for kiosks to fetch from any static host or stick.

`starting.init` makes keys and an empty repository, `editions.publish` adds an edition. Moments are aware UTC datetimes.
"""
