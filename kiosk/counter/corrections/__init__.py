"""What staff say against the catalogue, and what of it lies over the catalogue until it is put right."""
