"""What staff can do at this centre, for whom, and what they send elsewhere."""
