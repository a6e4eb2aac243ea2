"""What Guichet costs in time and memory, measured on the machine at hand against aims: `python -m bench`."""
