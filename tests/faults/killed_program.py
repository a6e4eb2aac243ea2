"""Does one thing after the other in programs of their own, each killed with -9 at a place that was drawn.

It is told on standard input, a line of JSON each: `job`, `folder`, and where to die: at the `line`th line of the
house's code in `modules` (0: nowhere, lines are counted), or after so many `seconds`. It says on standard output what
the job says, and then, in JSON, whether it was killed, how many lines it had where they were counted, and seconds.
"""

import itertools
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.counter.corrections import keeping
from kiosk.counter.corrections.values import About, Field, Subject
from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.referral import registry
from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral
from kiosk.state import open_state
from kiosk.sync.exchange.exchanging import exchange_once
from kiosk.sync.exchange.messages import Health
from kiosk.sync.updates.outcomes import Updated, UpToDate
from kiosk.sync.updates.sources import FolderSource
from kiosk.sync.updates.updating import update
from tests.faults.acts import NOON
from tests.faults.killed_hub import HubAtWork

_CATALOGUE = load(paths.catalogue_file())
_SERVICE = Subject(About.SERVICE, min(_CATALOGUE.services))


def say(words: str) -> None:
    """Say that something was done; once this returns, it was said."""
    os.write(1, f"{words}\n".encode())


def act(folder: Path) -> None:
    """Hand referrals over and raise flags, each with its record in the outbox."""
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        for number in range(6):
            if number % 3 == 2:
                flag = keeping.raise_flag(state, _CATALOGUE, keeping.Wrong(_SERVICE, Field.FEE), "", NOON)
                say(f"flag {flag.id}")
            else:
                drawn = Referral(os.urandom(8), NOON.date(), 7, (Item(17, 1, 1),))
                say(f"referral {registry.issue(state, drawn, own_key(folder)).referral.code}")


def exchange(folder: Path) -> None:
    """Tell a hub on this machine everything, which dies with the kiosk."""
    with closing(HubAtWork(folder)) as hub:
        while exchange_once(folder / "kiosk" / "state.db", folder / "kiosk", hub, NOON, Health("test")).left:
            pass


def keep(folder: Path) -> None:
    """Be the hub, which gives its word for one request after the other."""
    with closing(HubAtWork(folder)) as hub:
        for file in sorted((folder / "requests").iterdir()):
            hub.exchange(file.read_bytes())
            say(file.name)


def bring_up_to_date(folder: Path) -> None:
    """Take the newest edition up."""
    told = json.loads((folder / "told.json").read_text())
    at = datetime.fromisoformat(told["at"])
    outcome = update(FolderSource(Path(told["repository"])), folder / "sync", Config(), at)
    assert isinstance(outcome, Updated | UpToDate), outcome


def publish_one(folder: Path) -> None:
    """Publish the next edition."""
    told = json.loads((folder / "told.json").read_text())
    at = datetime.fromisoformat(told["at"])
    publish(folder / "repository", Keys.within(Path(told["keys"])), NewEdition(Path(told["edition"]), "ns"), at)


JOBS: Mapping[str, Callable[[Path], None]] = {
    "act": act,
    "exchange": exchange,
    "keep": keep,
    "update": bring_up_to_date,
    "publish": publish_one,
}


def main() -> None:
    """Do what is told until nothing is."""
    for told in map(json.loads, sys.stdin):
        began = time.monotonic()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            os._exit(_done(told, writing))
        os.close(writing)
        if "seconds" in told and not _ended(reading, told["seconds"]):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as counted:
            lines = int(counted.read() or 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        assert killed or status == 0, f"{told['job']} failed of itself"
        say(json.dumps({"killed": killed, "lines": lines, "seconds": time.monotonic() - began}))


def _ended(reading: int, within_s: float) -> bool:
    """Whether the job has said its number of lines, or gone without, by then."""
    return bool(select.select([reading], [], [], within_s)[0])


def _done(told: Mapping[str, Any], writing: int) -> int:
    counted = itertools.count(1)
    latest = 0

    def at_line(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal latest
        if event == "line":
            latest = next(counted)
            if latest == told.get("line"):
                os.kill(os.getpid(), signal.SIGKILL)
        return at_line

    modules = tuple(told["modules"])

    def at_call(frame: FrameType, _event: str, _value: object) -> Any:
        return at_line if frame.f_globals.get("__name__", "").startswith(modules) else None

    try:
        if "line" in told:
            sys.settrace(at_call)
        JOBS[told["job"]](Path(told["folder"]))
        sys.settrace(None)
    except BaseException:
        sys.settrace(None)
        import traceback

        traceback.print_exc()
        return 1
    os.write(writing, str(latest).encode())
    return 0


if __name__ == "__main__":
    main()
