"""How a plan, its dates, its channels and its papers read in words; alike on screen, slip and terminal."""
