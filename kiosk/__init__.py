"""Guichet: the offline single window for community centres."""
