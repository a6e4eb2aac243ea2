"""Lets `python -m kiosk` do what `guichet` does."""

from kiosk.cli import main

if __name__ == "__main__":
    main()
