"""What a strict eye finds wrong with the window as it is drawn: on every page, with every wish, both ways up."""
