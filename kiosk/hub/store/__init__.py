"""What kiosks have sent, kept in SQLite or PostgreSQL."""
