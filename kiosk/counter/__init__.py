"""What staff keep and hear: calls from the kiosks, unmet needs, flags, and counts that name nobody."""
