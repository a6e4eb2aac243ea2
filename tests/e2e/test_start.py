"""What the kiosk does not load before its first screen stands; each of these costs a start that everyone waits for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

LATER = frozenset(
    {
        *("kiosk.catalogue.model", "kiosk.planning", "kiosk.wording", "kiosk.referral"),
        *("kiosk.app.citizen", "kiosk.bridge.session", "kiosk.visit.visit", "kiosk.bridge.viewmodels.kiosk", "msgspec"),
        *("kiosk.bridge.slips", "kiosk.bridge.viewmodels.home", "kiosk.bridge.touring", "kiosk.cli.commands"),
        *("babel", "click", "cryptography", "dateutil", "escpos", "holidays", "PIL", "qrcode", "sqlite_utils", "typst"),
        *("hashlib", "logging.handlers", "sqlite3", "tomllib", "yaml"),
    }
)

DRAW_ONCE = """
import sys
import kiosk.app.opening
from kiosk.cli import main

class Watched(kiosk.app.opening.Front):
    def show(self):
        self.window.window.frameSwapped.connect(self.tell)
        super().show()

    def tell(self):
        print(*sys.modules, sep="\\n", flush=True)
        import os
        os._exit(0)

kiosk.app.opening.Front = Watched
sys.argv = ["guichet", "--window"]
main()
"""


def modules_at_the_first_frame() -> set[str]:
    run = subprocess.run([sys.executable, "-c", DRAW_ONCE], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_first_screen_waits_for_nothing_that_only_later_ones_need() -> None:
    modules_at_the_first_frame()  # the very first start also compiles the words

    loaded = modules_at_the_first_frame()

    assert "kiosk.bridge.window" in loaded
    assert loaded & LATER == set()
