"""What a scanner at the counter says, by whatever cable it comes, and what it means."""
