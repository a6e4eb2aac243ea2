"""The catalogue in the formats of others: one file a format, with what it needs beside it."""
