"""The way down: editions of the catalogue, verified, put beside the old one, then in its place."""
