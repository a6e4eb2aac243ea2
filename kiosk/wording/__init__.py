"""How a plan, its dates, its channels and its papers read in words; the same on the screen, the slip and the terminal."""
