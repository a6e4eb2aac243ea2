"""What kiosks talk to."""
