"""What one visit remembers until it ends: language, situation, answers, and the way back. Nothing of it is stored."""
