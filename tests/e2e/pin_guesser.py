"""A program that guesses one PIN after another as fast as it can, until none is looked at any more or it is killed.

    python -m tests.e2e.pin_guesser FOLDER NAME MOMENT

It says `counting` before it asks for a try, `checking` in the very moment before a PIN is compared, and `over` at last.
"""

import random
import sys
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from kiosk.counter.staff.attempts import AllLockedError, LockedError
from kiosk.counter.staff.machine import Machine, argon2id, this_machine
from kiosk.counter.staff.signing import SignInError, sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state


def told(pin: bytes, salt: bytes, secret: bytes) -> bytes:
    """Compare nothing without saying so first."""
    print("checking", flush=True)
    return argon2id(pin, salt, secret)


def main(folder: Path, name: str, moment: str) -> None:
    """Guess as if it were `moment`, whatever the clock."""
    machine = Machine(folder, this_machine(folder).secret, told)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, suppress(LockedError, AllLockedError):
        while True:
            print("counting", flush=True)
            with suppress(SignInError):
                pin = f"{random.randrange(10**6):06}"
                sign_in_by_pin(state, machine, name, pin, at=datetime.fromisoformat(moment))
                print("inside", flush=True)
    print("over", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
