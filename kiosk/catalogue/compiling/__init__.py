"""From sources to the rows of `catalogue.db`."""
