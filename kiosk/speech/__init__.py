"""What is said aloud: texts with their languages, made into sound and played."""
