"""A slip that comes back: what the catalogue said when it was printed, and what it says otherwise today."""
