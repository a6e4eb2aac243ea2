"""One view-model for each page."""
